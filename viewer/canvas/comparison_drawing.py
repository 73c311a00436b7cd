"""Draws the model and its references together: flip, wipe, difference, blend. Runs in the window's thread.

It draws cached tiles and requests nothing from the engine, so a moved divider shows in the next frame.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import Viewport
from viewer.canvas import painter
from viewer.canvas.comparison import BICUBIC, MODEL, Comparison, Mode
from viewer.canvas.layers import Layers

LayersOf = Callable[[str], Layers]
"""Returns the layers of a reference's name, or of MODEL."""
LINES_AT_ONCE = 32
"""Lines of a difference that are computed at once: they fit into a core's cache."""
MODEL_BUFFER, REFERENCE_BUFFER, BLEND_BUFFER = range(3)
"""Keys of the buffers: the two pictures of a difference, and the blend of two transparent pictures."""
Frame = tuple[NDArray[np.uint8], QImage]
"""An array (h, w, 4) uint8, and an image that shares its memory."""


class ComparisonDrawing:
    """Draws comparisons. Keeps buffers of the view's size from frame to frame."""

    def __init__(self) -> None:
        self._frames: dict[int, Frame] = {}

    def paint(
        self,
        draw: QPainter,
        view: Viewport,
        pane: str,
        comparison: Comparison,
        layers_of: LayersOf,
        now: float,
        within: QRect | None = None,
    ) -> None:
        """Draws a pane at time `now`. draw: as in painter.paint. pane: one of comparison.pane_names.

        within: the part of the view to draw, at least; None for all.
        """
        whole = QRect(0, 0, view.width, view.height)
        part = whole if within is None else whole & within
        if pane != MODEL or comparison.flipped:
            painter.paint(draw, view, layers_of(pane or comparison.reference), now, part)
        elif comparison.mode is Mode.DIFFERENCE:
            self._difference(draw, view, comparison, layers_of, now, part)
        elif comparison.mode is Mode.WIPE:
            left, right = QRect(whole), QRect(whole)
            left.setWidth(round(comparison.split * view.width))
            right.setLeft(left.right() + 1)
            painter.paint(draw, view, layers_of(comparison.reference), now, left & part)
            self._model(draw, view, comparison, layers_of, now, right & part)
        else:
            self._model(draw, view, comparison, layers_of, now, part)

    def free(self) -> None:
        """Frees the buffers."""
        self._frames.clear()

    def _model(
        self,
        draw: QPainter,
        view: Viewport,
        comparison: Comparison,
        layers_of: LayersOf,
        now: float,
        within: QRect,
    ) -> None:
        """Draws the model's picture, blended with bicubic if that is chosen."""
        model = layers_of(MODEL)
        bicubic = layers_of(BICUBIC) if comparison.bicubic_weight else model
        if model is bicubic or model.opaque:
            painter.paint(draw, view, model, now, within)
            if model is not bicubic:
                painter.paint(draw, view, bicubic, now, within, comparison.bicubic_weight)
        else:
            self._blend(draw, view, model, bicubic, comparison.bicubic_weight, within)

    def _blend(
        self,
        draw: QPainter,
        view: Viewport,
        model: Layers,
        bicubic: Layers,
        bicubic_weight: float,
        within: QRect,
    ) -> None:
        """Draws the sum of two transparent pictures. Drawn one over the other, they would be too opaque."""
        values, image = self._frame(BLEND_BUFFER, view, QImage.Format.Format_ARGB32_Premultiplied)
        values.fill(0)
        with QPainter(image) as sum_painter:
            sum_painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
            painter.paint(sum_painter, view, model, within=within, opacity=1 - bicubic_weight)
            painter.paint(sum_painter, view, bicubic, within=within, opacity=bicubic_weight)
        draw.drawImage(within.topLeft(), image, within)

    def _difference(
        self,
        draw: QPainter,
        view: Viewport,
        comparison: Comparison,
        layers_of: LayersOf,
        now: float,
        within: QRect,
    ) -> None:
        """Draws the absolute difference of each colour, times the gain; equal px are black."""
        picture = painter.picture_rect(view, layers_of(MODEL).size) & within
        if picture.isEmpty():
            return
        model, model_image = self._frame(MODEL_BUFFER, view, QImage.Format.Format_RGB32)
        reference, reference_image = self._frame(REFERENCE_BUFFER, view, QImage.Format.Format_RGB32)
        if not layers_of(MODEL).opaque:
            model.fill(0)
            reference.fill(0)
        with QPainter(model_image) as draw_model:
            self._model(draw_model, view, comparison, layers_of, now, picture)
        with QPainter(reference_image) as draw_reference:
            painter.paint(draw_reference, view, layers_of(comparison.reference), now, picture)
        px = (
            slice(picture.top(), picture.top() + picture.height()),
            slice(picture.left(), picture.left() + picture.width()),
        )
        amplify_difference(model[px], reference[px], comparison.gain)
        model[px][..., 3] = 255  # else what is copied of it is transparent
        draw.drawImage(picture.topLeft(), model_image, picture)

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
