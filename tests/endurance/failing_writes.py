"""The Nth write, fsync or rename fails: a typed error, the old file stays, and success is never false."""

import errno
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import safetensors.torch
import torch

from engine import bookmarks
from engine.base import text_file
from engine.base.errors import BookmarkError, ExportError, ModelError, RecipeError
from engine.checkpoints import checkpoint
from engine.export import picture_file
from engine.images.loading import load
from tests.endurance import failing_calls, training_runs
from tests.endurance.row import Row
from tests.engine.networks import model
from trainer.loop import checkpoints, run_folder

STEPS = {"old": 2, "new": 3}
FAULTS = ((errno.EIO, False), (errno.ENOSPC, False), (errno.ENOSPC, True))


class Action(NamedTuple):
    """write: writes to a folder. holds: whether the folder has the result of one of both writes, "old" or "new".

    errors: types of error that it may raise.
    """

    write: Callable[[Path, str], None]
    holds: Callable[[Path, str], bool]
    errors: tuple[type[Exception], ...]


def case(seed: int, index: int, folder: Path) -> str:
    """Tries one call of one action with one error; the combinations take turns."""
    torch.set_num_threads(1)
    name, nth, (code, lasting) = combinations()[index % len(combinations())]
    action = ACTIONS[name]
    work = folder / "work"
    shutil.copytree(_written(name), work)
    outcome = failing_calls.run(partial(action.write, work, "new"), work, nth, code, lasting)
    where = f"{name}, call {nth} of {outcome.calls}: {outcome.error}\n{outcome.trace}"
    if not outcome.failed:
        assert not outcome.error and action.holds(work, "new"), where
        return "fewer calls"
    if outcome.error:
        assert outcome.error in {kind.__name__ for kind in action.errors}, where
        # a call that fails after the rename leaves the new file, complete
        assert action.holds(work, "old") or action.holds(work, "new"), where
        if "rename" not in "".join(outcome.calls[:nth]):
            assert action.holds(work, "old"), where
    else:
        assert action.holds(work, "new"), where
    left = [path.name for path in work.rglob(".*")]
    assert not left, f"{where}\n{left}"
    return "error reported" if outcome.error else "success despite the failure"


@cache
def _written(name: str) -> Path:
    """Returns a folder with the result of the first write of an action, made once."""
    work = Path(tempfile.mkdtemp()) / "work"
    work.mkdir()
    ACTIONS[name].write(work, "old")
    return work


@cache
def combinations() -> list[tuple[str, int, tuple[int, bool]]]:
    """Returns (action, number of the call, fault) for every call that the actions make, and one more.

    Every call comes once, with one of the faults, before any comes again.
    """
    found = []
    for name, action in ACTIONS.items():
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder) / "work"
            shutil.copytree(_written(name), work)
            outcome = failing_calls.run(partial(action.write, work, "new"), work, 1 << 30, 0, False)
            assert not outcome.error, outcome.trace
        found += [(name, nth) for nth in range(len(outcome.calls) + 1)]
    assert len(FAULTS) * len(found) <= ROW.long and len(found) <= ROW.ci
    return [(*call, FAULTS[(round + call[1]) % 3]) for round in range(3) for call in found]


def _export(suffix: str) -> Action:
    def pixels(which: str) -> np.ndarray:
        return np.random.default_rng(len(which) + ord(which[0])).integers(0, 256, (40, 30, 3), np.uint8)

    def write(folder: Path, which: str) -> None:
        bands = iter(np.split(pixels(which), 4))
        picture_file.write(folder / f"a{suffix}", 30, 40, bands, False)

    def holds(folder: Path, which: str) -> bool:
        found = np.asarray(load(folder / f"a{suffix}").pixels).astype(int)
        return abs(found - pixels(which)).mean() < (20 if suffix == ".jpg" else 0.01)

    return Action(write, holds, (ExportError,))


def _text() -> Action:
    return Action(
        lambda folder, which: text_file.write(folder / "a.txt", which * 1000),
        lambda folder, which: (folder / "a.txt").read_text() == which * 1000,
        (ExportError,),
    )


def _model() -> Action:
    def made(which: str):
        made = model("live")
        return replace(made, info=replace(made.info, description=which))

    return Action(
        lambda folder, which: checkpoint.save_safetensors(folder / "a.safetensors", made(which)),
        lambda folder, which: checkpoint.load(folder / "a.safetensors").info.description == which,
        (OSError, ModelError),
    )


def _bookmarks() -> Action:
    def write(folder: Path, which: str) -> None:
        bookmarks.user_data.folder = lambda: folder
        one = bookmarks.Bookmark(which, "a.png", "live", "1", "2", 3.0, 40, 30, 0, "")
        bookmarks.save([one] * 20)

    def holds(folder: Path, which: str) -> bool:
        bookmarks.user_data.folder = lambda: folder
        return [each.name for each in bookmarks.load()] == [which] * 20

    return Action(write, holds, (ExportError, BookmarkError))


def _state() -> Action:
    def write(folder: Path, which: str) -> None:
        """The new checkpoint is the next step's: one step is written twice only with the same content."""
        checkpoints.folder(folder).mkdir(exist_ok=True)
        step = STEPS[which]
        table = {"step": step, "micro": 1, "losses": [], "best": "-inf", "stale": 0, "scale": []}
        table |= {"format": 1, "optimizer": "Adam", "fingerprint": which}
        state = safetensors.torch.save({"values": torch.arange(5000)}, {"state": json.dumps(table)})
        checkpoints.save(folder, step, state, {}, None)

    return Action(
        write,
        lambda folder, which: checkpoints.newest(folder, {}).saved.fingerprint == which,
        (OSError,),
    )


def _run() -> Action:
    """A training of two steps, which is resumed for one more."""

    def write(folder: Path, which: str) -> None:
        if which == "old":
            training_runs.begin(folder / "run", training_runs.pictures(folder), 2)
        else:
            training_runs.go_on(folder / "run", "train.steps=3")

    def holds(folder: Path, which: str) -> bool:
        recipe = run_folder.stored_recipe(folder / "run").table
        return checkpoints.newest(folder / "run", recipe).saved.step == STEPS[which]

    return Action(write, holds, (RecipeError,))


ACTIONS = {
    "png": _export(".png"),
    "tif": _export(".tif"),
    "jpg": _export(".jpg"),
    "text": _text(),
    "bookmarks": _bookmarks(),
    "model": _model(),
    "state": _state(),
    "run": _run(),
}

ROW = Row(
    name="failing-writes",
    fault="Nth write, fsync or rename fails (EIO, ENOSPC)",
    expected="no false success, the old file stays",
    case=case,
    ci=90,
    long=270,
)
