"""The sample picture that a run drew last: crops that it was not trained on, before, after, and in truth."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from viewer.base import formatting
from viewer.base.language import tr
from viewer.training.run import Run

LARGEST = 4096
"""Px along a side of what is shown: a run's folder may come from anywhere."""


class Samples(QWidget):
    """Hidden while there is none. Read again only when there is another."""

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
        """Its latest picture."""
        step, path = run.samples[-1] if run.samples else (0, None)
        if path == self._shown:
            return
        self._shown = path
        number = formatting.count(step)
        self.head.setText(tr("Bicubic, model, truth &nbsp; <b>step&nbsp;{step}</b>").format(step=number))
        self.picture.setAccessibleDescription(tr("after step {step}").format(step=number))
        self.picture.pixmap = _read(path) if path is not None else QPixmap()
        self.picture.update()
        self.setVisible(not self.picture.pixmap.isNull())


class _Picture(QWidget):
    """A picture as large as there is room for, never enlarged beyond a px to a px."""

    def __init__(self) -> None:
        super().__init__()
        self.pixmap = QPixmap()
        self.setMinimumSize(90, 90)
        self.setAccessibleName(tr("Samples"))
        self.setToolTip(tr("Crops that the model is not trained on: bicubic, the model, the truth"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        room = (self.size() * ratio).boundedTo(self.pixmap.size())
        size = self.pixmap.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(0, 0, size.width() / ratio, size.height() / ratio)
            painter.drawPixmap(place, self.pixmap, QRectF(self.pixmap.rect()))


def _read(path: Path) -> QPixmap:
    reader = QImageReader(str(path), b"png")
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(QSize(LARGEST, LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
