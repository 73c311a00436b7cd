"""The application is quit while it opens, decodes, exports or trains: it ends with 0, soon, without a warning."""

import json
import os
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np

from tests.endurance import forked, processes, quitting
from tests.endurance.quitting import KINDS, WAYS
from tests.endurance.row import Row, within

PROMISED_SECONDS = 1.0
"""From the quit, or the last answer to a question about it, to the end of the process."""
EXIT_SECONDS = 5.0
BUSY = 6
"""How much longer it may take on a machine that does other work, too."""
HANGS = 120.0
EXPORT_ENDS = 60.0
FRESH = 10
"""Each tenth process starts anew and imports all; the others are forked from one that has imported it."""


def case(seed: int, index: int, folder: Path) -> str:
    """Quits one application. What it does and how it is quit take turns."""
    kind, how = KINDS[index % len(KINDS)], WAYS[index // len(KINDS) % len(WAYS)]
    fresh, chance = index % FRESH == 0, np.random.default_rng([seed, index])
    seconds, mark = chance.uniform(0.0, 2.0 if fresh else 1.0), processes.mark()
    environment = {processes.MARK: mark, "UNPIXEL_DATA": str(folder / "data")}
    arguments = [kind, how, seconds, seed + index, str(folder), str(pictures())]
    run = _run_fresh if fresh else _run_forked
    status, ended = run(arguments, environment, folder / "stderr")
    where = f"{kind}, {how}, after {seconds:.2f} s\n{(folder / 'stderr').read_text(errors='replace')[-6000:]}"
    assert status == 0, f"ended with {status}: {where}"
    figures = json.loads((folder / "figures.json").read_text())
    assert not figures["broken"], where
    took, last_answer = ended - figures["quit_at"], figures["answers"][-1:]
    _check_processes(mark, kind, last_answer, where)
    if kind == "export" and last_answer == ["answer Keep running"]:
        assert took < EXPORT_ENDS, f"took {took:.1f} s: {where}"
        return "export runs on to its end"
    assert took < BUSY * EXIT_SECONDS, f"took {took:.1f} s: {where}"
    return within(took) if took < PROMISED_SECONDS else f"{kind} {within(took)}"


@cache
def pictures() -> Path:
    """Returns the folder of the files that all cases open."""
    folder = Path(mkdtemp())
    quitting.drawn(folder)
    return folder


def _run_fresh(arguments: list, environment: dict[str, str], errors: Path) -> tuple[int, float]:
    command = [sys.executable, "-m", "tests.endurance.quitting", *map(str, arguments)]
    with errors.open("wb") as file:
        process = subprocess.Popen(command, stderr=file, env={**os.environ, **environment})
        try:
            status = process.wait(HANGS)
        except subprocess.TimeoutExpired:
            process.send_signal(6)  # faulthandler writes where it hangs
            status = process.wait()
    return status, time.time()


def _run_forked(arguments: list, environment: dict[str, str], errors: Path) -> tuple[int, float]:
    process = forked.server()
    pid = process.start("tests.endurance.quitting:run", arguments, environment, errors)
    try:
        return process.wait(HANGS)
    except subprocess.TimeoutExpired:
        os.kill(pid, 6)
        return process.wait(HANGS)


def _check_processes(mark: str, kind: str, last_answer: list[str], where: str) -> None:
    """Finds what is left of the processes: nothing, or a training that the user has left running."""
    if kind == "training" and last_answer != ["answer Stop and save"]:
        for process in processes.marked(mark):
            assert "train" in process.cmdline(), f"orphan {process.cmdline()}: {where}"
            process.kill()
    left = processes.left_after(mark, EXPORT_ENDS)
    assert not left, f"orphans {left}: {where}"


ROW = Row(
    name="quits",
    fault="quit during open, decode, export, training, a huge picture, a costly model",
    expected="exit 0, within 1 s (5 s on a busy machine), no warning, no process left",
    case=case,
    prepare=pictures,
    ci=6,
    long=500,
    seconds=120,
)
