"""Divider of a wipe: a line over the canvas, with a handle. It is dragged, or moved with the arrow keys."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from viewer.base.language import tr

WIDTH, RADIUS = 30, 13
"""Width of the area that reacts to the mouse, and radius of the handle, in logical px."""
STEPS = 1000
"""Number of slider steps across the canvas's width."""


class Divider(QAbstractSlider):
    """Slider from 0 at the canvas's left edge to STEPS at its right edge. An arrow key moves it by 1 % of the width."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(tr("Wipe divider"))
        self.setToolTip(tr("Drag the divider or move it with the arrow keys"))
        self.valueChanged.connect(self.place)
        self._canvas = canvas
        self._drag_offset: float | None = (
            None  # from the line to the pressed point, logical px; None: not dragged
        )
        self.hide()

    def place(self) -> None:
        """Moves the widget to its value's position. Also called after the canvas was resized."""
        middle = round(self.value() / STEPS * self._canvas.width())
        self.setGeometry(middle - WIDTH // 2, 0, WIDTH, self._canvas.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_offset = event.position().x() - WIDTH / 2
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_offset is None:
            event.ignore()
            return
        middle = self.mapToParent(event.position()).x() - self._drag_offset
        self.setValue(round(middle / max(self._canvas.width(), 1) * STEPS))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_offset = None
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the canvas zooms

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A white line with a black outline is visible on any picture.
        middle = QPointF(self.width() / 2, self.height() / 2)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        with QPainter(self) as draw:
            for colour, width in ((QColor(0, 0, 0, 150), 4), (QColor("white"), 2)):
                draw.setPen(QPen(colour, width))
                draw.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
            draw.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw.setPen(
                QPen(accent if self.hasFocus() else QColor(0, 0, 0, 150), 3 if self.hasFocus() else 1)
            )
            draw.setBrush(QColor("white"))
            draw.drawEllipse(middle, RADIUS, RADIUS)
            draw.setPen(Qt.PenStyle.NoPen)
            draw.setBrush(QColor("#1d2025"))
            for side in (-1, 1):
                tip = middle + QPointF(side * 9, 0)
                draw.drawPolygon(QPolygonF([tip, tip + QPointF(-side * 5, -5), tip + QPointF(-side * 5, 5)]))
