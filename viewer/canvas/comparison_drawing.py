"""The model's picture of a view and those it is compared with, brought together as they are drawn.

Nothing is asked of the engine here, so whatever is moved or turned on is there with the next frame.
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

Of = Callable[[str], Layers]
"""The layers of a reference's name, or of MODEL."""
BAND = 32
"""Lines of a difference that are computed at once: they stay in a core's cache, and little memory is asked for."""
ONE, OTHER, MIXED = range(3)
"""Frames: the two of a difference, and the sum of two that can be seen through."""
Frame = tuple[NDArray[np.uint8], QImage]
"""(h, w, 4) uint8, and the image that is this memory."""


class ComparisonDrawing:
    """It keeps the memory of what has to be computed before it is drawn, a view's size, from frame to frame."""

    def __init__(self) -> None:
        self._frames: dict[int, Frame] = {}

    def paint(
        self,
        draw: QPainter,
        view: Viewport,
        pane: str,
        seen: Comparison,
        of: Of,
        now: float,
        within: QRect | None = None,
    ) -> None:
        """Draws a pane as it is at a time; `draw` is as painter.paint has it. pane: one of seen.shown.

        within: the part of the view to be drawn, at least; None is all of it.
        """
        whole = QRect(0, 0, view.width, view.height)
        part = whole if within is None else whole & within
        if pane != MODEL or seen.flipped:
            painter.paint(draw, view, of(pane or seen.reference), now, part)
        elif seen.mode is Mode.DIFFERENCE:
            self._difference(draw, view, seen, of, now)
        elif seen.mode is Mode.WIPE:
            left, right = QRect(whole), QRect(whole)
            left.setWidth(round(seen.split * view.width))
            right.setLeft(left.right() + 1)
            painter.paint(draw, view, of(seen.reference), now, left & part)
            self._model(draw, view, seen, of, now, right & part)
        else:
            self._model(draw, view, seen, of, now, part)

    def free(self) -> None:
        """Lets the memory go."""
        self._frames.clear()

    def _model(
        self, draw: QPainter, view: Viewport, seen: Comparison, of: Of, now: float, within: QRect
    ) -> None:
        """The model's picture, with its share of bicubic."""
        model = of(MODEL)
        bicubic = of(BICUBIC) if seen.share else model
        if model is bicubic or model.opaque:
            painter.paint(draw, view, model, now, within)
            if model is not bicubic:
                painter.paint(draw, view, bicubic, now, within, seen.share)
        else:
            self._mixed(draw, view, model, bicubic, seen.share, within)

    def _mixed(
        self, draw: QPainter, view: Viewport, model: Layers, bicubic: Layers, share: float, within: QRect
    ) -> None:
        """Both summed, and then laid on what is behind: laid on one after the other it would shine through less."""
        values, image = self._frame(MIXED, view, QImage.Format.Format_ARGB32_Premultiplied)
        values.fill(0)
        with QPainter(image) as sum_of:
            sum_of.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
            painter.paint(sum_of, view, model, within=within, opacity=1 - share)
            painter.paint(sum_of, view, bicubic, within=within, opacity=share)
        draw.drawImage(within.topLeft(), image, within)

    def _difference(self, draw: QPainter, view: Viewport, seen: Comparison, of: Of, now: float) -> None:
        """How far both are apart, in each colour, times the gain: black where they are the same."""
        shown = painter.picture_rect(view, of(MODEL).size)
        one, image = self._frame(ONE, view, QImage.Format.Format_RGB32)
        other, other_image = self._frame(OTHER, view, QImage.Format.Format_RGB32)
        if not of(MODEL).opaque:
            one.fill(0)
            other.fill(0)
        with QPainter(image) as draw_one:
            self._model(draw_one, view, seen, of, now, shown)
        with QPainter(other_image) as draw_other:
            painter.paint(draw_other, view, of(seen.reference), now)
        lines = slice(shown.top(), shown.top() + shown.height())
        differ(one[lines], other[lines], seen.gain)
        draw.drawImage(shown.topLeft(), image, shown)

    def _frame(self, number: int, view: Viewport, form: QImage.Format) -> Frame:
        """One of the pictures that are kept, of a view's size, whatever is in it."""
        shape = (view.height, view.width, 4)
        if number not in self._frames or self._frames[number][0].shape != shape:
            values = np.empty(shape, np.uint8)
            image = QImage(values.data, view.width, view.height, 4 * view.width, form)
            self._frames[number] = values, image
        return self._frames[number]


def differ(one: NDArray[np.uint8], other: NDArray[np.uint8], gain: int) -> None:
    """|one - other| * gain into `one`, (h, w, 4) uint8; what would be more than white is white, or nearly."""
    held = np.empty_like(one[:BAND])
    for top in range(0, len(one), BAND):
        into, beside = one[top : top + BAND], other[top : top + BAND]
        lower = np.minimum(into, beside, out=held[: len(into)])
        np.maximum(into, beside, out=into)
        np.subtract(into, lower, out=into)
        if gain > 1:
            np.minimum(into, 255 // gain, out=into)
            np.multiply(into, gain, out=into)
