"""Draws the parts of a pane by the graphics card: polynomials, tiles, blends, differences and colours of the screen.

A part is drawn into a texture and read back once. So all that Qt draws of the window stays as it is without a card.
The window's thread. Methods raise DeviceError.
"""

from fractions import Fraction
from math import inf

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QImage

from engine.geometry.axis import Axis
from engine.geometry.viewport import Viewport
from viewer.canvas import painter
from viewer.canvas.layers import Layers
from viewer.canvas.painter import Piece
from viewer.canvas.pane_parts import LayersOf, Part, blended
from viewer.graphics import combiner, device, image_painter
from viewer.graphics.combiner import ColourTable, Pattern
from viewer.graphics.image_painter import Placed
from viewer.graphics.surface import Surface

BLACK = QBrush(QColor(0, 0, 0))
"""What is behind an opaque picture: nothing of it is seen."""


class Graphics:
    """Draws parts. Keeps textures and memory of the view's size from frame to frame."""

    def __init__(self) -> None:
        opened = device.shared()
        self._device, self._images, self._combiner = opened, image_painter.shared(), combiner.shared()
        self._one, self._other, self._third = (Surface(opened) for _ in range(3))
        self._memory = np.empty(0, np.uint8)

    def drawn(
        self,
        view: Viewport,
        part: Part,
        layers_of: LayersOf,
        now: float,
        behind: QBrush | None,
        colours: ColourTable | None,
    ) -> tuple[QRect, QImage] | None:
        """Draws a part at time `now`. Returns its rectangle of the view and its px; None where no picture is.

        behind: what is seen through transparent px; None leaves them transparent. colours: of the screen; None leaves
        them sRGB. The next call may overwrite the image.
        """
        picture, bicubic = layers_of(part.picture), blended(part, layers_of)
        rect = painter.picture_rect(view, picture.size) & part.rect
        if rect.isEmpty():
            return None
        one, other, third = self._one, self._other, self._third
        self.compose(one, view, picture, rect, now)
        opaque = picture.opaque and (bicubic is None or bicubic.opaque)
        if bicubic is not None:
            self.compose(other, view, bicubic, rect, now)
            self._combiner.blend(third, one, other, part.bicubic_weight)
            one, third = third, one
        if part.subtracted is not None:
            self.compose(other, view, layers_of(part.subtracted), rect, now)
            self._combiner.subtract(third, one, other, part.gain)
            one, third, opaque = third, one, True
        if colours is not None or (behind is not None and not opaque):
            pattern = _pattern(BLACK if behind is None else behind)
            self._combiner.finish(third, one, pattern, (rect.x(), rect.y()), colours)
            one, opaque = third, True
        form = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
        pixels = self._read(one)
        self.free_unused()
        return rect, QImage(pixels.data, rect.width(), rect.height(), 4 * rect.width(), form)

    def pixels(self, view: Viewport, layers: Layers, rect: QRect) -> NDArray[np.uint8]:
        """Returns a rectangle inside the picture in memory of its own, (h, w, 4) BGRA with premultiplied alpha."""
        self.compose(self._one, view, layers, rect, inf)
        return self._read(self._one).copy()

    def compose(self, target: Surface, view: Viewport, layers: Layers, rect: QRect, now: float) -> None:
        """Draws a rectangle of a view, inside the picture, into the target from (0, 0) on."""
        target.begin(rect.width(), rect.height())
        # what lacks polynomials is drawn over them, so the colours that they have there do not matter
        region = None if layers.shaded is None else layers.shaded.paint(target, view, rect)
        for piece in painter.plan(view, layers, now, rect, region):
            self._draw(target, view, piece, rect, layers.opaque)

    def _draw(self, target: Surface, view: Viewport, piece: Piece, rect: QRect, opaque: bool) -> None:
        """Draws a piece of the plan. rect: of the view, where the target's px are."""
        ratio = Fraction(view.scale) / piece.layer.density
        x, y = view.origin
        rows, cols = (
            Axis(Fraction(start) / ratio, 1 / ratio, count)
            for start, count in ((y + rect.y(), rect.height()), (x + rect.x(), rect.width()))
        )
        images = [Placed(each.x, each.y, each.pixels) for each in piece.images]
        rects = [
            (each.left(), each.top(), each.left() + each.width(), each.top() + each.height())
            for each in piece.region.translated(-rect.topLeft())
        ]
        self._images.paint(target, images, rows, cols, rects, opaque, piece.opacity)

    def _read(self, surface: Surface) -> NDArray[np.uint8]:
        """Returns what was drawn, in memory that the next call uses again: new memory costs as much as drawing."""
        width, height = surface.size
        if len(self._memory) < 4 * width * height:
            self._memory = np.empty(4 * width * height, np.uint8)
        pixels = self._memory[: 4 * width * height].reshape(height, width, 4)
        surface.read_into(pixels)
        return pixels

    def free_unused(self) -> None:
        """Frees the textures that nothing refers to any more."""
        self._device.free_unused()


def _pattern(brush: QBrush) -> Pattern:
    """Returns a brush as a pattern of px that is repeated."""
    image = brush.textureImage()
    if image.isNull():
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        image.fill(brush.color())
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()
