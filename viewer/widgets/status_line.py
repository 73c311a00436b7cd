"""The line at the window's foot: how close, how large, by what, and whether it is done."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from engine.session.events import ExportProgress, ModelReady, PictureOpened
from viewer.base import formatting
from viewer.base.language import tr, translated

PATIENCE = 150
"""Milliseconds of refining before it is worth a word."""


class StatusLine(QStatusBar):
    """`cancelled`: the export that is shown is to be called off."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setMinimumWidth(1)  # what it says must not widen the window
        self.setContentsMargins(8, 2, 10, 2)
        self.badge = QLabel(objectName="badge")
        self.badge.setAccessibleName(tr("Zoom"))
        self.badge.setToolTip(tr("How many screen pixels a pixel of the picture takes, along each side."))
        self.size = _faint(tr("Size of the picture"))
        self.place = _faint(tr("Place in the folder"))
        self.progress = _faint(tr("Progress"))
        self.model = _faint(tr("Model and device"))
        self.model.setText(tr("No model yet"))
        for label in (self.badge, self.size, self.place, self.progress):
            self.addWidget(label)
        self._export = ExportLine()
        self._export.cancel.clicked.connect(self.cancelled)
        self.addPermanentWidget(self._export.text)
        self.addPermanentWidget(self._export.bar)
        self.addPermanentWidget(self._export.cancel)
        self.addPermanentWidget(self.model)
        self.badge.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.progress.setText(tr("refining…")))

    def opened(self, opened: PictureOpened) -> None:
        """Another picture."""
        width, height = opened.size
        size = formatting.size(width, height)
        deep = tr("{size} px, {bits} bits").format(size=size, bits=opened.bits)
        self.size.setText(tr("{size} px").format(size=size) if opened.bits == 8 else deep)
        self.badge.show()

    def placed(self, place: int, count: int) -> None:
        """The picture's place in its folder, from 1 on; none where count is 0."""
        self.place.setText(tr("{place} of {count}").format(place=place, count=count) if count else "")
        self.place.setVisible(count > 0)

    def zoomed(self, scale: float) -> None:
        """Another scale, device px per source px."""
        self.badge.setText(formatting.zoom(scale))

    def modelled(self, ready: ModelReady) -> None:
        """Another model."""
        self.model.setText(f"{ready.name} · {translated(ready.device)}")

    def refining(self) -> None:
        """A view was asked for."""
        self._patience.start()

    def settled(self, ms: float) -> None:
        """The view is complete."""
        self._patience.stop()
        self.progress.setText(formatting.milliseconds(ms))

    def quiet(self) -> None:
        """Nothing is going on."""
        self._patience.stop()
        self.progress.clear()

    def exporting(self, name: str) -> None:
        """An export began."""
        self.model.hide()
        self._export.begin(name)

    def export_progress(self, progress: ExportProgress) -> None:
        """It goes on."""
        self._export.go_on(progress)

    def export_over(self) -> None:
        """It ended, in whichever way."""
        self._export.show(False)
        self.model.show()


class ExportLine:
    """An export's widgets in the status line."""

    def __init__(self) -> None:
        self._name = ""
        self.text = QLabel()
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=1000)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(tr("Export progress"))
        self.cancel = QPushButton(tr("Cancel"), toolTip=tr("Call the export off; no file is touched"))
        self.cancel.setAccessibleName(tr("Cancel the export"))
        self.show(False)

    def show(self, shown: bool) -> None:
        for widget in (self.text, self.bar, self.cancel):
            widget.setVisible(shown)

    def begin(self, name: str) -> None:
        self._name = name
        self.text.setText(tr("Exporting {name}").format(name=name))
        self.bar.setValue(0)
        self.show(True)

    def go_on(self, progress: ExportProgress) -> None:
        self.bar.setValue(progress.done * 1000 // progress.total)
        left = (progress.total - progress.done) / progress.px_per_s if progress.px_per_s > 0 else 0
        speed = formatting.megapixels(round(progress.px_per_s))
        told = tr("Exporting {name} · {speed}/s · {time} left")
        self.text.setText(told.format(name=self._name, speed=speed, time=formatting.span(left)))


def _faint(name: str) -> QLabel:
    label = QLabel()
    label.setProperty("faint", True)
    label.setAccessibleName(name)
    return label
