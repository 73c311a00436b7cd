"""Shows the latest sample picture of a run: held-out crops by bicubic, by the model, and the ground truth."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.base import own_file
from viewer.base import formatting
from viewer.base.language import tr
from viewer.training.run import Run

MAX_SIDE = 4096
"""Largest side of the picture in px. A larger one is reduced: a run's folder may come from anywhere."""

MAX_BYTES, MAX_PIXELS = 1 << 26, 1 << 26
"""Largest file and picture that are shown; the trainer's take a few MB."""


class Samples(QWidget):
    """Hidden while the run has no sample. The file is read only when there is a new one."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.picture = QLabel(wordWrap=True), _Picture()
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.head)
        column.addWidget(self.picture, 1)
        self._shown: Path | None = None
        self.hide()

    def show_run(self, run: Run) -> None:
        """Shows the run's latest sample picture."""
        step, path = run.samples[-1] if run.samples else (0, None)
        if path == self._shown:
            return
        self._shown = path
        number = formatting.count(step)
        self.head.setText(tr("Bicubic, model, original &nbsp; <b>step&nbsp;{step}</b>").format(step=number))
        self.picture.setAccessibleDescription(tr("after step {step}").format(step=number))
        self.picture.pixmap = _read(path) if path is not None else QPixmap()
        self.picture.update()
        self.setVisible(not self.picture.pixmap.isNull())


class _Picture(QWidget):
    """A picture scaled down to fit the widget, never enlarged."""

    def __init__(self) -> None:
        super().__init__()
        self.pixmap = QPixmap()
        self.setMinimumSize(90, 90)
        self.setAccessibleName(tr("Samples"))
        self.setToolTip(tr("Held-out crops: bicubic, model, original"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        room = (self.size() * ratio).boundedTo(self.pixmap.size())
        size = self.pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(0, 0, size.width() / ratio, size.height() / ratio)
            painter.drawPixmap(place, self.pixmap, QRectF(self.pixmap.rect()))


def _read(path: Path) -> QPixmap:
    """Returns the picture, reduced to MAX_SIDE; a null one if it cannot be read or is too large to be a sample."""
    try:
        content = own_file.read_bytes(path, MAX_BYTES)
    except (OSError, ValueError):
        return QPixmap()
    buffer = QBuffer()
    buffer.setData(content)
    reader = QImageReader(buffer, b"png")
    size = reader.size()
    if size.width() * size.height() > MAX_PIXELS:
        return QPixmap()
    if max(size.width(), size.height()) > MAX_SIDE:
        reader.setScaledSize(size.scaled(QSize(MAX_SIDE, MAX_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
