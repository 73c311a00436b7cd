"""Measures in a process of its own whether the graphics card draws: a driver that crashes ends only that process."""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from fractions import Fraction
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.base.errors import DeviceError
from engine.base.messages import message
from engine.base.own_command import own_command
from engine.base.version import VERSION
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights, basis
from engine.geometry.tile_index import TILE_LATENTS, tile_indices
from viewer.base import state

if TYPE_CHECKING:
    from viewer.graphics.surface import Surface

CHILD = "--graphics-check"
"""The argument that makes Unpixel measure, print and end."""
FRAME = 1080, 1920
"""Rows and columns of the measured frame, at ×4 with the polynomials of Live."""
SCALE, ORDER, REPEATS = 4, 6, 7
FAST_MS = 12.0
"""A card that takes longer for a frame of the screen leaves it to the processor: of 16 ms, the rest is Qt's."""
IMAGE_SIDE = 90
"""Px of a side of the image that is tested."""
TESTED = 31
"""Px of a side per px whose colour is tested."""
WRONG = 2
"""Levels of 255 by which colours may differ from those of the processor."""
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

    def fast(self, pixels: int) -> bool:
        """Whether the card is worth drawing with on a screen of so many device px."""
        return self.ms is not None and self.ms * max(pixels / (FRAME[0] * FRAME[1]), 1) <= FAST_MS


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
    """Returns the time in ms of a frame, which is read back. Raises DeviceError, also if its colours are wrong."""
    from viewer.graphics import device, polynomial_painter
    from viewer.graphics.surface import Surface
    from viewer.graphics.tile_atlas import BUDGET, TileAtlas

    painter = polynomial_painter.shared(ORDER)
    size = FRAME[0] // SCALE, FRAME[1] // SCALE
    tiles = tile_indices((0, size[0]), (0, size[1]), TILE_LATENTS)
    atlas = TileAtlas(painter.device, ORDER, BUDGET, len(tiles))
    shape = TILE_LATENTS, ORDER, TILE_LATENTS, 4 * atlas.texels
    tile = np.random.default_rng(0).normal(0.0, 0.1, shape).astype(np.float16)
    atlas.put(dict.fromkeys(tiles, tile))
    rows, cols = (Axis(Fraction(0), Fraction(1, SCALE), count) for count in FRAME)
    pixels, times = np.empty((*FRAME, 4), np.uint8), []
    surface = Surface(painter.device)
    for _ in range(REPEATS):
        began = perf_counter()
        surface.begin(FRAME[1], FRAME[0])
        painter.paint(surface, atlas, rows, cols, size, EnsembleWeights.SMOOTH)
        surface.read_into(pixels)
        times.append((perf_counter() - began) * 1e3)
    tested = pixels[TESTED // 2 :: TESTED, TESTED // 2 :: TESTED, :3]
    error = np.abs(tested - _expected(tile, rows.every(TESTED), cols.every(TESTED), size)).max()
    if error > WRONG:
        raise device.failure(message("colours are wrong by {levels} of 255", levels=round(error)))
    _check_images(surface)
    return median(times)


def _check_images(surface: "Surface") -> None:
    """Raises DeviceError if the shaders of images, blends or the colours of the screen draw anything wrong."""
    from viewer.graphics import combiner, device, image_painter
    from viewer.graphics.image_painter import Placed
    from viewer.graphics.surface import Surface

    image = np.random.default_rng(1).integers(0, 256, (IMAGE_SIDE, IMAGE_SIDE, 4), dtype=np.uint8)
    image[..., 3] = 255
    axis = Axis(Fraction(1), Fraction(2, 3), IMAGE_SIDE)
    levels = np.linspace(0, 1, 9) ** 2
    unchanged = np.ones((9, 9, 9, 4))
    unchanged[..., 2], unchanged[..., 1], unchanged[..., 0] = np.meshgrid(
        levels, levels, levels, indexing="ij"
    )
    blend, found = Surface(surface.device), np.empty_like(image)
    surface.begin(IMAGE_SIDE, IMAGE_SIDE)
    whole = (0, 0, IMAGE_SIDE, IMAGE_SIDE)
    image_painter.shared().paint(surface, [Placed(0, 0, image)], axis, axis, [whole], True)
    combiner.shared().blend(blend, surface, surface, 0.5)
    combiner.shared().finish(surface, blend, image[:1, :1], (0, 0), unchanged.astype(np.float16))
    surface.read_into(found)
    at = 0.5 + np.arange(IMAGE_SIDE) * 2 / 3 + 1 / 3
    lower, weight = at.astype(int), at % 1
    lines = image[lower] + (image[lower + 1] - image[lower].astype(float)) * weight[:, None, None]
    expected = lines[:, lower] + (lines[:, lower + 1] - lines[:, lower]) * weight[:, None]
    error = np.abs(found - expected).max()
    if error > WRONG:
        raise device.failure(message("colours are wrong by {levels} of 255", levels=round(error)))


def _expected(
    tile: NDArray[np.float16], rows: Axis, cols: Axis, size: tuple[int, int]
) -> NDArray[np.float64]:
    """Returns the colours of a grid where all tiles are equal, (R, C, 3) blue, green, red, 0 to 255."""
    (top, down), (left, across) = (
        basis(axis, (0, length), length, ORDER, EnsembleWeights.SMOOTH)
        for axis, length in zip((rows, cols), size, strict=True)
    )
    pair = np.arange(2)
    lines = tile[(top[:, None] + pair) % TILE_LATENTS].astype(float)  # (R, 2, ORDER, TILE_LATENTS, c)
    summed = np.einsum("rpl,rplwc->rwc", down, lines)[..., : 3 * ORDER]
    columns = summed[:, (left[:, None] + pair) % TILE_LATENTS]  # (R, C, 2, 3 * ORDER)
    columns = columns.reshape(*columns.shape[:3], 3, ORDER)
    colours = np.einsum("cqk,rcqhk->rch", across, columns)
    return ((colours + 1) * 127.5).clip(0, 255)[..., ::-1]
