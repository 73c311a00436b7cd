"""Draws images of one lattice at any scale, smoothed, without seams between them. No Qt.

At their own scale images are copied px for px. At any other they are first gathered into a sheet, a texture in their
own scale, from which each px of the target interpolates between four. The sheet has a limited size: a larger target is
drawn in blocks. As for polynomials, positions are computed here in float64, and shaders handle none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.geometry.axis import Axis
from viewer.graphics import device as devices
from viewer.graphics.device import Device, Number, Rect
from viewer.graphics.image_textures import BLOCK, Image, ImageTextures
from viewer.graphics.pixel_blocks import pixel_blocks
from viewer.graphics.surface import Surface

if TYPE_CHECKING:
    import moderngl

SHEET = 2048
"""Px of the sheet's side: 16 MB."""


@dataclass(frozen=True, eq=False)
class Placed:
    """An image with its corner at (x, y) of the lattice, px of the image."""

    x: int
    y: int
    image: Image


class ImagePainter:
    """The compiled shaders, the textures of images and the sheet. Methods raise DeviceError."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.textures = ImageTextures(device)
        self._copied, self._smoothed = device.program("copied.frag"), device.program("smoothed.frag")
        self._sheet = Surface(device)

    def paint(
        self,
        target: Surface,
        images: Iterable[Placed],
        rows: Axis,
        cols: Axis,
        rects: Iterable[Rect],
        opaque: bool,
        opacity: float = 1.0,
    ) -> None:
        """Draws into rectangles of the target, px.

        rows, cols: positions of the target's px on the lattice of the images, in their px. opaque: their alpha is
        ignored. opacity: up to 1; what is transparent is drawn over the target, all else replaces it.
        """
        images = list(images)
        exact = all(axis.step == 1 and axis.start.denominator == 1 for axis in (rows, cols))
        with self.device.guarded():
            for rect in rects:
                left, top, right, bottom = rect
                if exact:
                    offset = int(cols.start), int(rows.start)
                    self._copy(target, images, offset, rect, opaque, opacity)
                else:
                    parts = rows.piece(top, bottom - top), cols.piece(left, right - left)
                    self._smooth(target, images, *parts, (left, top), opaque, opacity)

    def _copy(
        self,
        target: Surface,
        images: list[Placed],
        offset: tuple[int, int],
        rect: Rect,
        opaque: bool,
        opacity: float,
        border: int = 0,
    ) -> None:
        """Copies images into a rectangle of the target, whose (0, 0) is px `offset` (x, y) of the lattice.

        border: px around each image that repeat its last ones.
        """
        for placed in images:
            left, top = placed.x - offset[0], placed.y - offset[1]
            height, width = placed.image.shape[:2]
            whole = left - border, top - border, left + width + border, top + height + border
            for block_top, block_bottom in _blocks(height):
                for block_left, block_right in _blocks(width):
                    block = left + block_left, top + block_top, left + block_right, top + block_bottom
                    drawn = _intersection(_intersection(_wider(block, border), whole), rect)
                    if drawn is not None:
                        texture = self.textures.block(placed.image, block_top, block_left)
                        texture.use(0)
                        numbers = {"block": 0, "corner": block[:2], "is_opaque": opaque, "opacity": opacity}
                        self._draw(self._copied, target, drawn, **numbers)

    def _smooth(
        self,
        target: Surface,
        images: list[Placed],
        rows: Axis,
        cols: Axis,
        corner: tuple[int, int],
        opaque: bool,
        opacity: float,
    ) -> None:
        """Draws the grid rows x cols into the target from `corner` (x, y) on."""
        down, across = _neighbours(rows), _neighbours(cols)
        for top, bottom, first_y, height in pixel_blocks(down[0], SHEET):
            for left, right, first_x, width in pixel_blocks(across[0], SHEET):
                sheet, offset = (0, 0, width, height), (first_x, first_y)
                self._sheet.begin(width, height)
                # what lies beyond an image repeats its last px, unless another image is there
                for border in (1, 0):
                    self._copy(self._sheet, images, offset, sheet, opaque, 1.0, border)
                self._sheet.texture.use(0)
                for unit, (lower, weight), first, last, start in (
                    (1, across, left, right, first_x),
                    (2, down, top, bottom, first_y),
                ):
                    self._table(lower[first:last] - start, weight[first:last]).use(unit)
                place = corner[0] + left, corner[1] + top
                rect = *place, corner[0] + right, corner[1] + bottom
                numbers = {"sheet": 0, "columns": 1, "rows": 2, "corner": place, "opacity": opacity}
                self._draw(self._smoothed, target, rect, **numbers)

    def _draw(
        self, compiled: "moderngl.VertexArray", target: Surface, rect: Rect, opacity: float, **numbers: Number
    ) -> None:
        """Runs a shader. Below full opacity its colours are drawn over those of the target."""
        context = self.device.context
        over = (context.ONE, context.ONE_MINUS_SRC_ALPHA) if opacity < 1 else ()
        self.device.draw(compiled, target.framebuffer, rect, over, opacity=opacity, **numbers)

    def _table(self, lower: NDArray[np.int64], weight: NDArray[np.float64]) -> "moderngl.Texture":
        """Makes a texture with a row per px: the lower of its two px of the sheet, and the weight of the upper one."""
        table = np.stack([lower, weight], axis=1).astype(np.float32)
        return self.device.context.texture((1, len(table)), 2, table, dtype="f4")


@cache
def shared() -> ImagePainter:
    """Returns the painter of this process. Raises DeviceError."""
    return ImagePainter(devices.shared())


def _neighbours(axis: Axis) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Returns the lower of the two px nearest to each sample, and the weight of the upper one, in [0, 1)."""
    index, fraction = axis.positions()
    is_before_centre = fraction < 0.5
    return index - is_before_centre, fraction - 0.5 + is_before_centre


def _blocks(length: int) -> Iterator[tuple[int, int]]:
    """Yields where the blocks of a side of an image begin and end."""
    for start in range(0, length, BLOCK):
        yield start, min(start + BLOCK, length)


def _wider(rect: Rect, border: int) -> Rect:
    left, top, right, bottom = rect
    return left - border, top - border, right + border, bottom + border


def _intersection(one: Rect, other: Rect) -> Rect | None:
    """Returns what two rectangles share; None for nothing."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
