"""The divider of a wipe: a line over the canvas with a handle, dragged or moved by the arrow keys."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from viewer.base.language import tr
from viewer.widgets.focus_keys import keeps

WIDTH, RADIUS = 30, 13
"""Logical px: of what can be grasped, of the handle."""
STEPS = 1000
"""Of the canvas's width."""


class Divider(QAbstractSlider):
    """Its value is the share of the canvas's width to its left, in STEPS; the arrow keys move it by a hundredth."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(tr("Wipe divider"))
        self.setToolTip(tr("Drag it, or move it by the arrow keys"))
        self.valueChanged.connect(self.place)
        self._canvas = canvas
        self._grasped: float | None = None  # where from its middle, logical px
        self.hide()

    def place(self) -> None:
        """Goes to where its value is, on a canvas that may have another size by now."""
        middle = round(self.value() / STEPS * self._canvas.width())
        self.setGeometry(middle - WIDTH // 2, 0, WIDTH, self._canvas.height())

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grasped = event.position().x() - WIDTH / 2
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grasped is None:
            event.ignore()
            return
        middle = self.mapToParent(event.position()).x() - self._grasped
        self.setValue(round(middle / max(self._canvas.width(), 1) * STEPS))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grasped = None
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it zooms, here as beside

    def paintEvent(self, _event: QPaintEvent) -> None:
        # White within black: one of both is seen on any picture.
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
