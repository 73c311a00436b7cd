"""Shows a crop of the source and of the export's result side by side, one px of the file a device px."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from engine.export.file_crop import CropPreview
from engine.images.bit_depth import Pixels
from viewer.base.language import tr
from viewer.base.theme import DARK
from viewer.canvas import checkerboard

GAP = 6
"""Between the two, logical px."""
SMALLEST = QSize(240, 150)
CAPTION_HEIGHT = 20
"""Twice the radius of its corners, and a little more; logical px."""
STEP = 48
"""Device px that an arrow key moves the crop by."""
STEPS = {
    Qt.Key.Key_Left: (-STEP, 0),
    Qt.Key.Key_Right: (STEP, 0),
    Qt.Key.Key_Up: (0, -STEP),
    Qt.Key.Key_Down: (0, STEP),
}


class PreviewPane(QWidget):
    """`moved`: the crop is to move by (x, y) device px. `resized`: a crop has another size now.

    While a crop is dragged, the last one moves along until the next one arrives.
    """

    moved = Signal(int, int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(tr("Preview"))
        self.setToolTip(tr("Drag, or use the arrow keys, to see another part"))
        self.preview: CropPreview | None = None
        self._offset, self._pressed = QPoint(), None
        self.source, self.result = (
            QLabel(text, self, objectName="badge") for text in (tr("Source"), tr("Result"))
        )
        self.message = QLabel(self, objectName="badge", alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.message.hide()

    @property
    def crop_size(self) -> tuple[int, int]:
        """(width, height) of what one half shows, device px."""
        ratio = self.devicePixelRatioF()
        half = self._halves()[0]
        return max(1, round(half.width() * ratio)), max(1, round(half.height() * ratio))

    def show_preview(self, preview: CropPreview) -> None:
        """Shows a crop."""
        self.preview, self._offset = preview, QPoint()
        self.show_message("")
        self.update()

    def show_message(self, text: str) -> None:
        """Shows a text in the middle of the result; empty for none."""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self._place()

    def _halves(self) -> tuple[QRect, QRect]:
        width = (self.width() - GAP) // 2
        return QRect(0, 0, width, self.height()), QRect(self.width() - width, 0, width, self.height())

    def _place(self) -> None:
        left, right = self._halves()
        for label, half in ((self.source, left), (self.result, right)):
            label.adjustSize()
            label.resize(label.width(), max(label.height(), CAPTION_HEIGHT))
            label.move(half.topLeft() + QPoint(6, 6))
        self.message.setMaximumWidth(max(1, right.width() - 12))
        self.message.adjustSize()
        place = self.message.rect()
        place.moveCenter(right.center())
        self.message.move(place.topLeft())

    # Events of Qt.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark, ratio = bool(QApplication.instance().property(DARK)), self.devicePixelRatioF()
        for half, pixels in zip(self._halves(), self._pixels(), strict=True):
            painter.fillRect(half, self.palette().dark())
            if pixels is not None:
                self._paint(painter, half, pixels, dark, ratio)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _pixels(self) -> tuple[Pixels | None, Pixels | None]:
        return (None, None) if self.preview is None else (self.preview.source, self.preview.result)

    def _paint(self, painter: QPainter, half: QRect, pixels: Pixels, dark: bool, ratio: float) -> None:
        """Draws px without scaling: the middle of a crop that is smaller than the half lies in its middle."""
        height, width = pixels.shape[:2]
        image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
        painter.save()
        painter.setClipRect(half)
        painter.scale(1 / ratio, 1 / ratio)
        left, top = round(half.x() * ratio), round(half.y() * ratio)
        room = QSize(round(half.width() * ratio) - width, round(half.height() * ratio) - height)
        at = QPoint(left + max(0, room.width() // 2), top + max(0, room.height() // 2)) + self._offset
        painter.setBrushOrigin(at)
        painter.fillRect(QRect(at, image.size()), checkerboard.brush(dark, ratio))
        painter.drawImage(at, image)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            way = (event.position() - self._pressed) * self.devicePixelRatioF()
            step = way.toPoint()
            if not step.isNull():
                self._pressed = event.position()
                self._offset += step
                self.update()
                self.moved.emit(-step.x(), -step.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._offset -= QPoint(*step)
        self.update()
        self.moved.emit(*step)
