"""The monkey: a random walk over all commands in real windows, in a process of its own.

ENDURANCE_SECONDS sets the length of a walk. QT_QPA_PLATFORM=xcb and DISPLAY choose a real window system.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.endurance import processes
from tests.endurance.row import Row

SHORT = 20.0
"""Seconds of a walk in continuous integration."""
EXIT_SECONDS = 5.0
BUSY = 4
"""How much longer it may take on a machine that does other work, too."""
FRAME_MS = 33.0
SLOPE = 1.0
"""MB a minute, where the walk is long enough to tell."""
LONG_ENOUGH = 400.0
"""Seconds of a walk from which on the slope is a promise: shorter ones are warm-up."""
FRAMES = 300
"""From this many frames on the 99th percentile is one. Those of the graphics card are not timed: it may be software."""
TRAINING_ENDS = 60.0
"""Seconds until a training that was left running has ended by itself."""


def case(seed: int, index: int, folder: Path) -> str:
    """Walks once, with the seed `seed` + `index`."""
    seconds = float(os.environ.get("ENDURANCE_SECONDS", SHORT))
    mark = processes.mark()
    command = [sys.executable, "-m", "tests.endurance.monkey", str(seed + index), str(seconds), str(folder)]
    with (folder / "stderr").open("wb") as errors:
        walk = subprocess.Popen(command, stderr=errors, env={**os.environ, processes.MARK: mark})
        try:
            status = walk.wait(seconds + 90)
        except subprocess.TimeoutExpired:
            walk.send_signal(6)  # faulthandler writes where it hangs
            status = walk.wait()
    ended = time.time()
    told = _end_of(folder / "stderr", 12_000)
    where = f"\nlast actions:\n{_end_of(folder / 'actions.log', 3000)}\n{told}"
    assert status == 0, f"ended with {status}{where}"
    figures = json.loads((folder / "figures.json").read_text())
    _keep(seed + index, folder)
    assert not figures["broken"], f"{len(figures['broken'])} faults{where}"
    assert ended - figures["quit_at"] < BUSY * EXIT_SECONDS, (
        f"took {ended - figures['quit_at']:.1f} s to end{where}"
    )
    timed = figures["painter"] == "processor" and figures["frames"] >= FRAMES
    assert not timed or figures["p99_cpu_ms"] <= FRAME_MS, f"frames: {_summary(figures)}"
    assert seconds < LONG_ENOUGH or figures["slope"] <= SLOPE, (
        f"memory: {_summary(figures)} {figures['samples']}"
    )
    left = processes.left_after(mark, TRAINING_ENDS)
    assert not left, f"orphans: {left}{where}"
    return f"{_summary(figures)}, exit within {ended - figures['quit_at']:.1f} s:"


def _summary(figures: dict) -> str:
    slope = "" if figures["slope"] is None else f", {figures['slope']:+.2f} MB/min"
    return (
        f"{figures['painter']}, {figures['actions']} actions, {figures['frames']} frames of p99 "
        f"{figures['p99_ms']:.1f} ms ({figures['p99_cpu_ms']:.1f} ms of CPU){slope}"
    )


def _end_of(path: Path, most: int) -> str:
    return path.read_bytes()[-most:].decode(errors="replace") if path.exists() else ""


def _keep(seed: int, folder: Path) -> None:
    """Copies the log and the figures to the folder of ENDURANCE_KEEP, if it is set."""
    if kept := os.environ.get("ENDURANCE_KEEP"):
        for name in ("actions.log", "figures.json", "stderr"):
            (Path(kept) / f"monkey-{seed}-{name}").write_bytes((folder / name).read_bytes())


ROW = Row(
    name="gui-monkey",
    fault="GUI monkey",
    expected="no exception, no warning; frames p99 33 ms; 1 MB/min; exit within 5 s; no orphan",
    case=case,
    ci=1,
    long=3,
    seconds=3600,
    memory_mb=8000,
    jobs=1,
)
