"""Measures in a process of its own whether the graphics card draws: a driver that crashes ends only that process."""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from fractions import Fraction
from statistics import median
from time import perf_counter

import numpy as np

from engine.base.errors import DeviceError
from engine.base.own_command import own_command
from engine.base.version import VERSION
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import TILE_LATENTS, tile_indices
from viewer.base import state

CHILD = "--graphics-check"
"""The argument that makes Unpixel measure, print and end."""
FRAME = 1080, 1920
"""Rows and columns of the measured frame, at ×4 with the polynomials of Live."""
SCALE, ORDER, REPEATS = 4, 6, 7
FAST_MS = 8.0
"""A card that takes longer for the frame leaves it to the processor: half of a screen's 16 ms are for the rest."""
STATE = "graphics"
"""The name of the stored measurement."""
TIMEOUT = 60.0
"""Seconds that the process may take."""


@dataclass(frozen=True)
class Measured:
    """renderer: what the driver calls itself; empty if there is none. software: it computes on the processor.

    ms: of a full-HD frame; None if it was not measured, since the driver failed or is software. fault: why it failed.
    """

    renderer: str = ""
    software: bool = False
    ms: float | None = None
    fault: str = ""

    def __str__(self) -> str:
        if self.fault:
            return f"none ({self.fault})"
        return f"{self.renderer}, {'software' if self.software else f'{self.ms} ms a frame'}"

    @property
    def fast(self) -> bool:
        """Whether the card is worth drawing with."""
        return self.ms is not None and self.ms <= FAST_MS


def stored() -> Measured | None:
    """Returns what this version has measured on this machine; None if it has not."""
    found = state.read(STATE)
    if not isinstance(found, dict) or found.pop("version", None) != VERSION:
        return None
    try:
        return Measured(**found)
    except TypeError:
        return None


def store(measured: Measured) -> None:
    """Stores a measurement for the next starts."""
    state.store(STATE, {"version": VERSION, **asdict(measured)})


def in_child() -> Measured:
    """Measures in a new process, which takes about a second. Any thread."""
    try:
        done = subprocess.run(
            own_command([CHILD]),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return Measured(**json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, TypeError) as error:
        return Measured(fault=str(error))


def main() -> int:
    """Measures in this process, and prints the result as JSON. Returns 0."""
    try:
        measured = _measure()
    except (DeviceError, ImportError) as error:
        measured = Measured(fault=str(error))
    print(json.dumps(asdict(measured)))
    sys.stdout.flush()
    return 0


def _measure() -> Measured:
    from viewer.graphics import device

    opened = device.shared()
    if opened.is_software:
        return Measured(opened.renderer, True)
    return Measured(opened.renderer, False, round(frame_ms(), 2))


def frame_ms() -> float:
    """Returns the time in ms of a frame, which is read back. Raises DeviceError."""
    from viewer.graphics import polynomial_painter
    from viewer.graphics.tile_atlas import BUDGET, TileAtlas

    painter = polynomial_painter.shared(ORDER)
    size = FRAME[0] // SCALE, FRAME[1] // SCALE
    tiles = tile_indices((0, size[0]), (0, size[1]), TILE_LATENTS)
    atlas = TileAtlas(painter.device, ORDER, BUDGET, len(tiles))
    values = np.zeros((TILE_LATENTS, ORDER, TILE_LATENTS, 4 * atlas.texels), np.float16)
    atlas.put(dict.fromkeys(tiles, values))
    rows, cols = (Axis(Fraction(0), Fraction(1, SCALE), count) for count in FRAME)
    pixels, times = np.empty((*FRAME, 4), np.uint8), []
    for _ in range(REPEATS):
        began = perf_counter()
        painter.paint(atlas, rows, cols, size, EnsembleWeights.SMOOTH, pixels)
        times.append((perf_counter() - began) * 1e3)
    return median(times)
