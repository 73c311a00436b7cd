"""The lens: a circle that follows the cursor and shows what is under it four times as large as the view.

While it is off it costs nothing. Its tiles come from the engine once the view is complete; until then it enlarges what
is there. It always shows the model's picture.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QHoverEvent, QImage, QPainter, QPen, QTransform

from engine.geometry.viewport import Viewport, centred_on
from engine.session.session import Session
from viewer.canvas import background
from viewer.canvas.canvas import Canvas

FACTOR = 4
"""Scale of the lens in scales of the view."""
DIAMETER = 240
"""Logical px; at most half of the shorter side of the canvas."""
RING = 3
"""Width of its border, logical px."""
REQUEST_INTERVAL = 50
"""Milliseconds between two requests while the cursor moves."""


class Lens(QObject):
    """on: whether it follows the cursor."""

    def __init__(self, canvas: Canvas, session: Session) -> None:
        super().__init__(canvas)
        self._canvas, self._session = canvas, session
        self.on = False
        self._at: QPointF | None = None  # the cursor, logical px of the canvas; None while it is elsewhere
        self._timer = QTimer(self, singleShot=True, interval=REQUEST_INTERVAL)
        self._timer.timeout.connect(self._request)

    def toggle(self) -> None:
        """Shows or hides the lens."""
        self.on = not self.on
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_Hover, self.on)
        if self.on:
            self._at = QPointF(self._canvas.mapFromGlobal(self._canvas.cursor().pos()))
            if not self._canvas.rect().contains(self._at.toPoint()):
                self._at = QPointF(self._canvas.rect().center())
            self._canvas.installEventFilter(self)
            self._canvas.overlays.append(self._paint)
            self._timer.start()
        else:
            self._canvas.removeEventFilter(self)
            self._canvas.overlays.remove(self._paint)
            self._timer.stop()
        self._canvas.update()

    def view_settled(self) -> None:
        """Requests the lens again: a newer view cancels it."""
        if self.on:
            self._timer.start()

    @property
    def view(self) -> Viewport | None:
        """The lens's view of the picture; None while the cursor is elsewhere."""
        if self._at is None or self._canvas.layers is None:
            return None
        side = round(self._diameter * self._canvas.devicePixelRatioF())
        view = self._canvas.view
        x, y = view.source(*self._canvas.device_px(self._at))
        return centred_on(x, y, view.scale * FACTOR, side, side, view.cell)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverLeave:
            self._move(None)
        elif isinstance(event, QHoverEvent) and event.type() in (
            QEvent.Type.HoverMove,
            QEvent.Type.HoverEnter,
        ):
            self._move(event.position())
        return False

    def _move(self, at: QPointF | None) -> None:
        """Repaints where the lens was and is; the rest of the canvas stays."""
        for place in (self._at, at):
            if place is not None:
                self._canvas.update(self._rect(place))
        self._at = at
        if at is not None and not self._timer.isActive():
            self._timer.start()

    @property
    def _diameter(self) -> float:
        return min(DIAMETER, self._canvas.width() / 2, self._canvas.height() / 2)

    def _rect(self, place: QPointF) -> QRect:
        side = self._diameter / 2 + RING
        return QRectF(place.x() - side, place.y() - side, 2 * side, 2 * side).toAlignedRect()

    def _request(self) -> None:
        view = self.view
        if view is not None and not self._canvas.playing:
            self._session.request_lens(view)

    def _paint(self, draw: QPainter, _view: Viewport, pane: str) -> None:
        view = self.view
        if view is None or self._at is None or pane != self._canvas.pane_at(self._at):
            return
        x, y = self._canvas.device_px(self._at)
        radius, ratio = view.width / 2, self._canvas.devicePixelRatioF()
        draw.save()
        draw.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = QBrush(self._image(view))
        brush.setTransform(QTransform.fromTranslate(x - radius, y - radius))
        for colour, width, inside in (("#000000", RING, QBrush()), ("#ffffff", RING - 2, brush)):
            draw.setPen(QPen(QColor(colour), width * ratio))
            draw.setBrush(inside)
            draw.drawEllipse(QPointF(x, y), radius, radius)
        draw.restore()

    def _image(self, view: Viewport) -> QImage:
        """Draws the lens's view: a circle cannot be the clip of tiles, whose regions replace it."""
        canvas = self._canvas
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        about = canvas.background, canvas.palette(), canvas.devicePixelRatioF()
        with QPainter(image) as draw:
            draw.fillRect(image.rect(), background.surround(*about))
            canvas.paint_model(draw, view)
        return image
