"""The status line: zoom, picture size, page, position in the folder, progress, export and model."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from engine.base.printable import file_name
from engine.session.events import ModelReady, PictureOpened
from viewer.base import formatting
from viewer.base.display_names import title
from viewer.base.language import tr, translated
from viewer.widgets.elided_label import ElidedLabel
from viewer.widgets.page_box import PageBox
from viewer.widgets.zoom_button import ZoomButton

ROOMY = 560
"""Logical px from which on the line has room for all of its parts."""
NAME_LENGTH = 60
"""Characters of the name of an exported file."""
REFINING_DELAY = 150
"""Milliseconds until an unfinished view is reported as refining; most views are complete by then."""


class StatusLine(QStatusBar):
    """`cancelled`: the user asks to cancel the running export."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setMinimumWidth(1)  # its text must not widen the window
        self.setContentsMargins(8, 2, 10, 2)
        self.zoom = ZoomButton()
        self.picture_size = _faint(tr("Picture size"))
        self.page = PageBox()
        self.position = _faint(tr("Position in the folder"))
        self.progress = _faint(tr("Progress"))
        self.model = _model_button()
        self.opening = _faint(tr("Opening"))
        for widget in (self.zoom, self.picture_size, self.page, self.position, self.progress, self.opening):
            self.addWidget(widget)
        self._model: tuple[str, ...] = (tr("No model yet"),)
        self._export = ExportWidgets()
        self._export.cancel.clicked.connect(self.cancelled)
        self.news = _pill()
        for widget in (*self._export.all, self.news, self.model):
            self.addPermanentWidget(widget)
        self.zoom.hide()
        self.page.hide()
        self.opening.hide()
        self.news.hide()
        self._refining = QTimer(self, singleShot=True, interval=REFINING_DELAY)
        self._refining.timeout.connect(lambda: self.progress.setText(tr("refining…")))

    @property
    def cancel_button(self) -> QPushButton:
        """The button that cancels the running export."""
        return self._export.cancel

    def offer(self, text: str, accept: Callable[[], object]) -> None:
        """Shows a button until it is pressed."""
        self.news.setText(text)
        self.news.clicked.connect(accept)
        self.news.clicked.connect(self.news.hide)
        self.news.clicked.connect(self._arrange)
        self.news.show()
        self._arrange()

    def show_picture(self, opened: PictureOpened) -> None:
        """Shows the size of a picture, and its bits per sample if it has more than 8."""
        width, height = opened.size
        size = formatting.size(width, height)
        deep = tr("{size} px, {bits} bits").format(size=size, bits=opened.bits)
        self.picture_size.setText(tr("{size} px").format(size=size) if opened.bits == 8 else deep)
        self.zoom.show()

    def show_no_picture(self) -> None:
        """The picture whose size was shown is not there."""
        self.picture_size.clear()
        self.zoom.hide()
        self.clear_progress()

    def show_position(self, place: int, count: int) -> None:
        """Shows the picture's position in its list, from 1 to count. A count of 0 hides it."""
        self.position.setText(tr("{place} of {count}").format(place=place, count=count) if count else "")
        self._arrange()

    def show_opening(self, name: str) -> None:
        """Shows that the file `name` is being opened, and how to stop it; hides that for an empty name."""
        text = tr("Opening {name}… Esc stops it.").format(name=file_name(name, NAME_LENGTH))
        self.opening.setText(text if name else "")
        self.opening.setVisible(bool(name))

    def show_zoom(self, scale: float) -> None:
        """scale: device px per source px."""
        self.zoom.setText(formatting.zoom(scale))

    def show_model(self, ready: ModelReady) -> None:
        """Shows the name and the device of the loaded model."""
        self._model = title(ready.name), translated(ready.device)
        self._arrange()

    def start_refining(self) -> None:
        """A view was requested: reports it as refining unless it is complete within REFINING_DELAY."""
        self._refining.start()

    def show_time(self, ms: float) -> None:
        """The view is complete: shows the time that it took."""
        self._refining.stop()
        self.progress.setText(formatting.milliseconds(ms))

    def clear_progress(self) -> None:
        """Shows no progress, because nothing is running."""
        self._refining.stop()
        self.progress.clear()

    def show_export(self, text: str, share: float) -> None:
        """Shows a running export instead of the model. share: what is done, 0 to 1."""
        self.model.hide()
        self._export.show(text, share)
        self._arrange()

    def end_export(self) -> None:
        """Shows the model again: the export ended, failed or was cancelled."""
        self._export.set_visible(False)
        self.model.show()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In a narrow window the model is shown without its device, and an export without what else is known."""
        wide = self.width() >= ROOMY
        self.model.setText(" · ".join(self._model if wide else self._model[:1]))
        room = wide or (self.news.isHidden() and not self.model.isHidden())
        for label in (self.picture_size, self.progress):
            label.setVisible(room)
        self.position.setVisible(room and bool(self.position.text()))


class ExportWidgets:
    """The status line's widgets for a running export: text, progress bar and cancel button."""

    def __init__(self) -> None:
        self.text = ElidedLabel()
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=1000)
        self.bar.setFixedWidth(100)
        self.bar.setAccessibleName(tr("Export progress"))
        self.cancel = QPushButton(tr("Cancel"), toolTip=tr("Cancel the export; no file is written"))
        self.cancel.setAccessibleName(tr("Cancel the export"))
        self.all: tuple[QWidget, ...] = (self.text, self.bar, self.cancel)
        self.set_visible(False)

    def set_visible(self, visible: bool) -> None:
        for widget in self.all:
            widget.setVisible(visible)

    def show(self, text: str, share: float) -> None:
        self.text.setText(text)
        self.bar.setValue(round(1000 * share))
        if self.bar.isHidden():
            self.set_visible(True)


def _model_button() -> QToolButton:
    """Creates the button that shows the model; the window gives it the menu of models."""
    button = _pill()
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAccessibleName(tr("Model and device"))
    button.setToolTip(tr("Click to choose another model"))
    button.setText(tr("No model yet"))
    return button


def _pill() -> QToolButton:
    return QToolButton(objectName="pill")


def _faint(name: str) -> ElidedLabel:
    """Creates an empty label in the secondary text colour. name: for screen readers."""
    label = ElidedLabel()
    label.setProperty("faint", True)
    label.setAccessibleName(name)
    return label
