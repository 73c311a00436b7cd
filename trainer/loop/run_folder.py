"""A run's folder: its recipe, log and checkpoints. It has everything to resume the run, and to use the trained model.

recipe.json        the resolved recipe, with a hash that tells whether it is unchanged
metrics.jsonl      the log, a JSON object per line (engine/training_log.py), in the order of steps
checkpoints/       step-00000500.state, .json …: to resume from (trainer/loop/checkpoints.py);
                   step-00000500.safetensors …: models from the whole run
model.safetensors  the latest averaged weights, as a model that the viewer opens
best.safetensors   the weights with the best validation; the latest if there is nothing to validate on
samples/           sample pictures of held-out crops
lock               exists while a process trains here (trainer/loop/run_lock.py)
stop, pause        requests to the run: it stops or waits while the file exists (trainer/loop/control.py)
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from engine import training_log
from engine.base import write_failure
from engine.base.atomic_file import replacing
from engine.base.errors import RecipeError
from engine.base.messages import Message, message
from engine.base.printable import file_name
from engine.base.regular_file import open_regular
from engine.checkpoints import checkpoint
from engine.checkpoints.model import Model
from engine.models.registry import Net
from engine.training_log import Line
from trainer.loop import checkpoints, sealed_json
from trainer.loop.sealed_json import DamagedError
from trainer.recipe import Recipe, to_table

RECIPE = "recipe.json"
MAX_LINE_BYTES = 1 << 18
"""Longest line of a log that is read; those of a trainer take some hundred bytes."""
MAX_MODELS = 64
"""Number of models from the whole run."""
MAX_MODEL_BYTES = 1 << 30
"""Bytes that these models may take together."""


class StoredRecipe(NamedTuple):
    """A run's recipe as it was stored. notice: what had to be done to read it; None if nothing."""

    table: dict[str, Any]
    notice: Message | None


def create(out: Path, recipe: Recipe) -> None:
    """Makes the folder and writes the recipe. Raises RecipeError if it has a run already or cannot be written."""
    if (out / RECIPE).exists():
        remedy = message("continue it with --resume {run}, or set another run.out", run=out)
        raise RecipeError(out, message("already contains a run"), remedy)
    try:
        for folder in (checkpoints.folder(out), out / "samples"):
            folder.mkdir(parents=True, exist_ok=True)
        sealed_json.write(out / RECIPE, to_table(recipe))
    except OSError as error:
        raise RecipeError(out, *write_failure.explained(error, out)) from error


def stored_recipe(out: Path) -> StoredRecipe:
    """Returns a run's recipe; if recipe.json is damaged, the copy in the newest checkpoint's manifest.

    Raises RecipeError if `out` is not a run, or has no recipe that verifies.
    """
    remedy = message("use the folder that run.out named")
    try:
        return StoredRecipe(sealed_json.read(out / RECIPE), None)
    except OSError as error:
        why = Message(str(error.strerror or error))
    except DamagedError as error:
        why, remedy = error.reason, message("start a new run with another run.out")
    copy = checkpoints.newest_recipe(out)
    if copy is not None:
        notice = message("{file}: {why}; its copy in the last checkpoint is used", file=RECIPE, why=why)
        return StoredRecipe(copy, notice)
    reason = message("no run to resume ({file}: {why})", file=RECIPE, why=why)
    raise RecipeError(out, reason, remedy)


def append_log(out: Path, line: Line) -> None:
    """Appends one line to the run's log."""
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(training_log.to_json(line)) + "\n")


def rewind_log(out: Path, step: int) -> None:
    """Removes the log's lines after step `step`: the run is about to repeat those steps.

    Lines that do not parse are removed too, such as one that a crash cut short. The log may have any size: one line is
    in memory at a time, and none is longer than MAX_LINE_BYTES.
    """
    path = out / "metrics.jsonl"
    try:
        log = open_regular(path)
    except FileNotFoundError:
        return
    with log, replacing(path) as temporary, temporary.open("wb") as kept:
        for text in _lines(log):
            line = training_log.parse(text)
            if line is not None and line.step <= step:
                kept.write(text)


def _lines(log: BinaryIO) -> Iterator[bytes]:
    """Yields the complete lines of a log, without those that are too long."""
    whole = True  # whether the next piece begins a line
    while piece := log.readline(MAX_LINE_BYTES):
        ends = piece.endswith(b"\n")
        if whole and ends:
            yield piece
        whole = ends


def write_model(path: Path, net: Net, recipe: Recipe, step: int) -> Path:
    """Writes `net`, the averaged weights after `step` steps, as a model that the viewer opens."""
    info = checkpoint.describe(recipe.model.name, recipe.model.args, net, recipe.data.max_scale)
    description = f"trained for {step} steps on scales up to {recipe.data.max_scale:g}"
    name = file_name(Path(recipe.run.out).name, checkpoint.MAX_NAME)
    checkpoint.save_safetensors(path, Model(replace(info, name=name, description=description), net))
    return path


def write_step_model(out: Path, net: Net, recipe: Recipe, step: int) -> None:
    """Writes the model of one step beside those of earlier steps; deletes every other one if there are too many."""
    path = write_model(out / "checkpoints" / f"step-{step:08d}.safetensors", net, recipe, step)
    most = max(2, min(MAX_MODELS, MAX_MODEL_BYTES // path.stat().st_size))
    models = sorted(path.parent.glob("step-*.safetensors"))
    interval = recipe.run.save
    while len(models) > most and interval <= step:
        interval *= 2
        for old in models[:-1]:
            if int(old.stem.removeprefix("step-")) % interval:
                old.unlink()
        models = sorted(path.parent.glob("step-*.safetensors"))
