"""The navigator: a small map of the whole picture with the view's rectangle."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from viewer.base.language import tr
from viewer.canvas.canvas import Canvas

MAP_SIDE = 176
"""Longer side of the map, logical px."""
OVERSAMPLING = 4
"""Px that are sampled from a large picture per px of the map, along one axis. They are averaged."""
MIN_RECT_SIDE = 7.0
"""Smallest side of the view's rectangle, logical px: without it the rectangle would vanish in a deep zoom."""


class Navigator(QWidget):
    """Map that moves the view when its rectangle is dragged or another place is pressed.

    It is visible while it is switched on and part of the picture is out of view. The arrow keys pan here as on the
    canvas, because they are shortcuts of the window.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Navigator"))
        self.setAccessibleDescription(tr("The whole picture with the visible area. Arrow keys pan."))
        self.setToolTip(tr("Drag the rectangle or click to pan"))
        self._canvas = canvas
        self._map = QPixmap()
        self._grab_offset: QPointF | None = None
        """From the view's centre to the cursor while dragging, map px."""
        self._on = False
        self.hide()

    @property
    def on(self) -> bool:
        """Whether it is switched on."""
        return self._on

    def toggle(self) -> None:
        """Switches the navigator on or off."""
        self._on = not self._on
        self.opened()

    def opened(self) -> None:
        """Renders the current picture's map, if the navigator is on."""
        layers = self._canvas.layers
        if layers is not None and self._on:
            width, height = layers.size
            ratio = MAP_SIDE / max(width, height)
            size = QSize(max(round(width * ratio), 12), max(round(height * ratio), 12))
            self._map = _reduced(layers.preview.images[0, 0].image, size, self.devicePixelRatioF())
            self.setFixedSize(size)
        self.follow_view()

    def follow_view(self) -> None:
        """Shows or hides the navigator for another view. The canvas repaints its child widgets along with itself."""
        self.setVisible(self._on and self._canvas.navigation.overflows)

    def view_rect(self) -> QRectF:
        """Returns the view's rectangle, logical px of the map."""
        view, layers = self._canvas.view, self._canvas.layers
        assert layers is not None
        across, down = self.width() / layers.size[0], self.height() / layers.size[1]
        scale = Fraction(view.scale)
        rect = QRectF(
            float(view.left) * across,
            float(view.top) * down,
            float(view.width / scale) * across,
            float(view.height / scale) * down,
        )
        widen, heighten = max(MIN_RECT_SIDE - rect.width(), 0) / 2, max(MIN_RECT_SIDE - rect.height(), 0) / 2
        return rect.adjusted(-widen, -heighten, widen, heighten)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            rect = self.view_rect()
            inside = rect.contains(event.position())
            self._grab_offset = event.position() - rect.center() if inside else QPointF(0, 0)
            self._move_view(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_view(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grab_offset = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # otherwise the canvas below would receive it

    def _move_view(self, position: QPointF) -> None:
        layers = self._canvas.layers
        if self._grab_offset is not None and layers is not None:
            centre = position - self._grab_offset
            (width, height), across, down = layers.size, self.width(), self.height()
            x, y = Fraction(centre.x()) * width / across, Fraction(centre.y()) * height / down
            self._canvas.navigation.jump_to(x, y, self._canvas.view.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._canvas.layers is None:
            return
        rect, whole = self.view_rect(), QRectF(self.rect())
        with QPainter(self) as draw:
            draw.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
            draw.drawPixmap(0, 0, self._map)
            visible = rect & whole
            for dimmed in (
                QRectF(0, 0, whole.width(), visible.top()),
                QRectF(0, visible.bottom(), whole.width(), whole.height() - visible.bottom()),
                QRectF(0, visible.top(), visible.left(), visible.height()),
                QRectF(visible.right(), visible.top(), whole.width() - visible.right(), visible.height()),
            ):
                draw.fillRect(dimmed, QColor(0, 0, 0, 110))
            for pen in (QPen(QColor(0, 0, 0, 200), 3), QPen(QColor("white"), 1.2)):
                draw.setPen(pen)
                draw.drawRect(visible.adjusted(1, 1, -1, -1))
            edge = QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Mid
            draw.setPen(QPen(self.palette().color(edge), 3 if self.hasFocus() else 1))
            draw.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _reduced(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """Reduces the picture to `size` logical px. ratio: device px per logical px.

    A large picture is subsampled first, because averaging all of it would take as long as a frame.
    """
    step = max(1, max(image.width(), image.height()) // int(MAP_SIDE * OVERSAMPLING * ratio))
    sampled = image.scaled(-(-image.width() // step), -(-image.height() // step)) if step > 1 else image
    smooth = Qt.TransformationMode.SmoothTransformation
    small = sampled.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    small.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(small)
