"""Draws the parts of a pane by QPainter: pictures, blends and differences. Runs in the window's thread.

It draws cached tiles and requests nothing from the engine, so a moved divider shows in the next frame.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import Viewport
from viewer.canvas import painter
from viewer.canvas.layers import Layers
from viewer.canvas.pane_parts import LayersOf, Part, blended

LINES_AT_ONCE = 32
"""Lines of a difference that are computed at once: they fit into a core's cache."""
MODEL_BUFFER, REFERENCE_BUFFER, BLEND_BUFFER = range(3)
"""Keys of the buffers: the two pictures of a difference, and the blend of two transparent pictures."""
Frame = tuple[NDArray[np.uint8], QImage]
"""An array (h, w, 4) uint8, and an image that shares its memory."""


class Raster:
    """Draws parts. Keeps buffers of the view's size from frame to frame."""

    def __init__(self) -> None:
        self._frames: dict[int, Frame] = {}

    def paint(
        self, draw: QPainter, view: Viewport, parts: list[Part], layers_of: LayersOf, now: float
    ) -> None:
        """Draws the parts of a pane at time `now`. draw: as in painter.paint."""
        for part in parts:
            if part.subtracted is None:
                self._picture(draw, view, part, layers_of, now, part.rect)
            else:
                self._difference(draw, view, part, layers_of, now)

    def free(self) -> None:
        """Frees the buffers."""
        self._frames.clear()

    def _picture(
        self, draw: QPainter, view: Viewport, part: Part, layers_of: LayersOf, now: float, within: QRect
    ) -> None:
        """Draws a part's picture, blended with bicubic if that is chosen."""
        picture, bicubic = layers_of(part.picture), blended(part, layers_of)
        if bicubic is None or picture.opaque:
            painter.paint(draw, view, picture, now, within)
            if bicubic is not None:
                painter.paint(draw, view, bicubic, now, within, part.bicubic_weight)
        else:
            self._blend(draw, view, picture, bicubic, part.bicubic_weight, within)

    def _blend(
        self,
        draw: QPainter,
        view: Viewport,
        picture: Layers,
        bicubic: Layers,
        bicubic_weight: float,
        within: QRect,
    ) -> None:
        """Draws the sum of two transparent pictures. Drawn one over the other, they would be too opaque."""
        values, image = self._frame(BLEND_BUFFER, view, QImage.Format.Format_ARGB32_Premultiplied)
        values.fill(0)
        with QPainter(image) as sum_painter:
            sum_painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
            painter.paint(sum_painter, view, picture, within=within, opacity=1 - bicubic_weight)
            painter.paint(sum_painter, view, bicubic, within=within, opacity=bicubic_weight)
        draw.drawImage(within.topLeft(), image, within)

    def _difference(
        self, draw: QPainter, view: Viewport, part: Part, layers_of: LayersOf, now: float
    ) -> None:
        """Draws the absolute difference of each colour, times the gain; equal px are black."""
        assert part.subtracted is not None
        picture, subtracted = layers_of(part.picture), layers_of(part.subtracted)
        rect = painter.picture_rect(view, picture.size) & part.rect
        if rect.isEmpty():
            return
        one, image = self._frame(MODEL_BUFFER, view, QImage.Format.Format_RGB32)
        other, other_image = self._frame(REFERENCE_BUFFER, view, QImage.Format.Format_RGB32)
        if not picture.opaque:
            one.fill(0)
            other.fill(0)
        with QPainter(image) as draw_one:
            self._picture(draw_one, view, part, layers_of, now, rect)
        with QPainter(other_image) as draw_other:
            painter.paint(draw_other, view, subtracted, now, rect)
        px = slice(rect.top(), rect.top() + rect.height()), slice(rect.left(), rect.left() + rect.width())
        amplify_difference(one[px], other[px], part.gain)
        one[px][..., 3] = 255  # else what is copied of it is transparent
        draw.drawImage(rect.topLeft(), image, rect)

    def _frame(self, number: int, view: Viewport, form: QImage.Format) -> Frame:
        """Returns a buffer of the view's size; its content is undefined."""
        shape = (view.height, view.width, 4)
        if number not in self._frames or self._frames[number][0].shape != shape:
            values = np.empty(shape, np.uint8)
            image = QImage(values.data, view.width, view.height, 4 * view.width, form)
            self._frames[number] = values, image
        return self._frames[number]


def amplify_difference(one: NDArray[np.uint8], other: NDArray[np.uint8], gain: int) -> None:
    """Writes |one - other| * gain into `one`, (h, w, 4) uint8. Larger values are clamped to white, or nearly."""
    buffer = np.empty_like(one[:LINES_AT_ONCE])
    for top in range(0, len(one), LINES_AT_ONCE):
        part_of_one, part_of_other = one[top : top + LINES_AT_ONCE], other[top : top + LINES_AT_ONCE]
        lower = np.minimum(part_of_one, part_of_other, out=buffer[: len(part_of_one)])
        np.maximum(part_of_one, part_of_other, out=part_of_one)
        np.subtract(part_of_one, lower, out=part_of_one)
        if gain > 1:
            np.minimum(part_of_one, 255 // gain, out=part_of_one)
            np.multiply(part_of_one, gain, out=part_of_one)
