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
from viewer.graphics.block_atlas import SIDE, Block, BlockAtlas, Image, blocks
from viewer.graphics.device import Device, Number, Rect
from viewer.graphics.pixel_blocks import pixel_blocks
from viewer.graphics.surface import Surface

if TYPE_CHECKING:
    import moderngl

RECTANGLE_BYTES = 9 * 4
"""Of what blocks.vert reads of a block."""
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
        self.atlas = BlockAtlas(device)
        self._smoothed, self._sheet = device.program("smoothed.frag"), Surface(device)
        copied = device.compiled("blocks.vert", "copied.frag")
        with device.guarded():
            self._rectangles = device.context.buffer(reserve=self.atlas.capacity * RECTANGLE_BYTES)
            layout = (self._rectangles, "4i 3i 2i /i", "place", "block", "block_size")
            self._copied = device.context.vertex_array(copied, [layout])

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
        borders: tuple[int, ...] = (0,),
    ) -> None:
        """Copies images into a rectangle of the target, whose (0, 0) is px `offset` (x, y) of the lattice.

        borders: px around each image that repeat its last ones, once for each time that all are copied.
        """
        near = [placed for placed in images if _is_near(placed, offset, rect)]
        copies = [
            copy for border in borders for placed in near for copy in _copies(placed, offset, rect, border)
        ]
        for first in range(0, len(copies), self.atlas.capacity):
            some = copies[first : first + self.atlas.capacity]
            table = [
                (*place, *corner, self.atlas.layer(block), *_size_of(block)) for block, corner, place in some
            ]
            self._rectangles.write(np.array(table, np.int32))
            self.atlas.texture.use(0)
            whole = 0, 0, *target.size
            numbers = {"atlas": 0, "is_opaque": opaque, "target_size": target.size, "instances": len(some)}
            self._draw(self._copied, target, whole, opacity, **numbers)

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
                self._copy(self._sheet, images, offset, sheet, opaque, 1.0, (1, 0))
                self._sheet.texture.use(0)
                for unit, (lower, weight), first, last, start in (
                    (1, across, left, right, first_x),
                    (2, down, top, bottom, first_y),
                ):
                    self._table(lower[first:last] - start, weight[first:last]).use(unit)
                place = corner[0] + left, corner[1] + top
                rect = *place, corner[0] + right, corner[1] + bottom
                numbers = {"sheet": 0, "columns": 1, "rows": 2, "corner": place}
                self._draw(self._smoothed, target, rect, opacity, **numbers)

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


def _is_near(placed: Placed, offset: tuple[int, int], rect: Rect) -> bool:
    """Whether an image covers any of a rectangle of the target, or of one px around it."""
    left, top = placed.x - offset[0], placed.y - offset[1]
    height, width = placed.image.shape[:2]
    return left <= rect[2] and left + width >= rect[0] and top <= rect[3] and top + height >= rect[1]


def _copies(
    placed: Placed, offset: tuple[int, int], rect: Rect, border: int
) -> Iterator[tuple[Block, tuple[int, int], Rect]]:
    """Yields an image's blocks, their corners, and what of a rectangle of the target they cover, px of the target."""
    left, top = placed.x - offset[0], placed.y - offset[1]
    for block in blocks(placed.image):
        corner = left + block[2], top + block[1]
        across, down = _size_of(block)
        whole = _wider((*corner, corner[0] + across, corner[1] + down), border)
        if (place := _intersection(whole, rect)) is not None:
            yield block, corner, place


def _size_of(block: Block) -> tuple[int, int]:
    """Returns the width and height of a block, px."""
    image, top, left = block
    return min(SIDE, image.shape[1] - left), min(SIDE, image.shape[0] - top)


def _wider(rect: Rect, border: int) -> Rect:
    left, top, right, bottom = rect
    return left - border, top - border, right + border, bottom + border


def _intersection(one: Rect, other: Rect) -> Rect | None:
    """Returns what two rectangles share; None for nothing."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return (left, top, right, bottom) if left < right and top < bottom else None
