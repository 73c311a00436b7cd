"""The process that decodes is killed at random moments: a message, a new one within a second, the next file opens."""

import os
import signal
import threading
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import PIL.Image

from engine.base.errors import ImageError
from engine.images import isolated
from engine.isolation import children
from tests.endurance.row import Row, within

SIGNALS = (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT)
RESPAWN_SECONDS = 1.0
BUSY = 10
"""How much longer it may take on a machine that does other work, too."""
DECODING_SECONDS = 0.15
"""About how long the picture takes to decode."""


def case(seed: int, index: int, folder: Path) -> str:
    """Kills one decoding, then opens another picture."""
    chance, killed = np.random.default_rng([seed, index]), threading.Event()
    large, small = pictures()
    isolated.load(small)  # a child is warm
    thread = threading.Thread(target=_kill, args=(float(chance.uniform(0, DECODING_SECONDS)), index, killed))
    thread.start()
    try:
        isolated.load(large)
        outcome = "decoded before the kill"
    except ImageError as error:
        assert error.subject == str(large) and "\n" not in str(error)
        outcome = "a message"
    thread.join()
    assert killed.is_set()
    began = time.perf_counter()
    assert isolated.load(small).pixels.shape == (30, 40, 3)
    took = time.perf_counter() - began
    assert took < BUSY * RESPAWN_SECONDS, f"the next picture took {took:.1f} s"
    return f"{outcome}, next {within(took)}"


@cache
def pictures() -> tuple[Path, Path]:
    """Returns a picture of 12 megapixels and a small one."""
    folder, chance = Path(mkdtemp()), np.random.default_rng(1)
    for name, size in (("large.jpg", (300, 400)), ("small.png", (30, 40))):
        pixels = PIL.Image.fromarray(chance.integers(0, 256, (*size, 3), np.uint8))
        (pixels.resize((4000, 3000)) if name == "large.jpg" else pixels).save(folder / name)
    return folder / "large.jpg", folder / "small.png"


def _kill(seconds: float, index: int, killed: threading.Event) -> None:
    """Waits, then kills all children, busy and idle. Sets `killed`."""
    time.sleep(seconds)
    for process in children.SHARED.pids:
        with suppress(ProcessLookupError):
            os.kill(process, SIGNALS[index % len(SIGNALS)])
            killed.set()


ROW = Row(
    name="killed-children",
    fault="child killed mid-decode",
    expected="a message; a new child within 1 s; the next picture opens",
    case=case,
    prepare=pictures,
    end=children.SHARED.end_all,
    ci=18,
    long=500,
    jobs=1,
)
