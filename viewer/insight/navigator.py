"""The whole picture, small, and where in it the view is: a map to go by."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.base.language import tr
from viewer.canvas.canvas import Canvas

SIDE = 176
"""Logical px of the longer side."""
FINER = 4
"""The px that are taken of a large picture are so many for each of the map's, along a side; these are averaged."""
LEAST = 7.0
"""Logical px that the view's rectangle has at least, along a side: in a deep zoom it would not be seen."""


class Navigator(QWidget):
    """Shown while it is wanted and some of the picture is out of sight. Drag the rectangle, or press elsewhere.

    The arrow keys pan here as they do on the canvas: they are the window's.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Navigator"))
        self.setAccessibleDescription(
            tr("The whole picture, and the part of it that is in view. Arrow keys pan.")
        )
        self.setToolTip(tr("Drag the rectangle, or press where you want to look."))
        self._canvas = canvas
        self._map = QPixmap()
        self._grip: QPointF | None = None  # from the view's middle to the cursor, while it is dragged
        self._wanted = False
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether it is switched on."""
        return self._wanted

    def toggle(self) -> None:
        """On and off."""
        self._wanted = not self._wanted
        self.opened()

    def opened(self) -> None:
        """Another picture: its map is drawn, if it is wanted."""
        layers = self._canvas.layers
        if layers is not None and self._wanted:
            width, height = layers.size
            share = SIDE / max(width, height)
            size = QSize(max(round(width * share), 12), max(round(height * share), 12))
            self._map = _reduced(layers.floor.images[0, 0].image, size, self.devicePixelRatioF())
            self.setFixedSize(size)
        self.follow_view()

    def follow_view(self) -> None:
        """The view is another. The canvas paints itself for it, and what lies on it too."""
        self.setVisible(self._wanted and self._canvas.navigation.overflows)

    def frame(self) -> QRectF:
        """The view's rectangle, logical px of the map."""
        view, layers = self._canvas.view, self._canvas.layers
        assert layers is not None
        across, down = self.width() / layers.size[0], self.height() / layers.size[1]
        scale = Fraction(view.scale)
        shown = QRectF(
            float(view.left) * across,
            float(view.top) * down,
            float(view.width / scale) * across,
            float(view.height / scale) * down,
        )
        wide, high = max(LEAST - shown.width(), 0) / 2, max(LEAST - shown.height(), 0) / 2
        return shown.adjusted(-wide, -high, wide, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            frame = self.frame()
            inside = frame.contains(event.position())
            self._grip = event.position() - frame.center() if inside else QPointF(0, 0)
            self._look(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # or the canvas below would take it

    def _look(self, position: QPointF) -> None:
        layers = self._canvas.layers
        if self._grip is not None and layers is not None:
            at = position - self._grip
            (width, height), across, down = layers.size, self.width(), self.height()
            x, y = Fraction(at.x()) * width / across, Fraction(at.y()) * height / down
            self._canvas.navigation.jump_to(x, y, self._canvas.view.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._canvas.layers is None:
            return
        frame, whole = self.frame(), QRectF(self.rect())
        with QPainter(self) as draw:
            draw.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
            draw.drawPixmap(0, 0, self._map)
            seen = frame & whole
            for dimmed in (
                QRectF(0, 0, whole.width(), seen.top()),
                QRectF(0, seen.bottom(), whole.width(), whole.height() - seen.bottom()),
                QRectF(0, seen.top(), seen.left(), seen.height()),
                QRectF(seen.right(), seen.top(), whole.width() - seen.right(), seen.height()),
            ):
                draw.fillRect(dimmed, QColor(0, 0, 0, 110))
            for pen in (QPen(QColor(0, 0, 0, 200), 3), QPen(QColor("white"), 1.2)):
                draw.setPen(pen)
                draw.drawRect(seen.adjusted(1, 1, -1, -1))
            edge = QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Mid
            draw.setPen(QPen(self.palette().color(edge), 3 if self.hasFocus() else 1))
            draw.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _reduced(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """The picture at a size in logical px. A large one is not read as a whole: that would take a frame's time."""
    step = max(1, max(image.width(), image.height()) // int(SIDE * FINER * ratio))
    few = image.scaled(-(-image.width() // step), -(-image.height() // step)) if step > 1 else image
    smooth = Qt.TransformationMode.SmoothTransformation
    small = few.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    small.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(small)
