"""Tells the user which files of Unpixel could not be used (engine/base/own_file.py). The window's thread."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.base import own_file
from engine.base.messages import Message
from engine.session.events import PictureOpened
from viewer.app.windows import Windows
from viewer.base.language import tr, translated


class FileReports(QObject):
    """Collects the reports of any thread, and shows them in the window that was active last, each once."""

    _reported = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._text = self._shown = ""  # the last text, and what the notice bar made of it
        self._windows: Windows | None = None
        self._reported.connect(self._add, Qt.ConnectionType.QueuedConnection)
        own_file.listen(self._reported.emit)

    def show_in(self, windows: Windows) -> None:
        """Shows the reports in these windows, those from before as well."""
        self._windows = windows
        self._show()

    def end(self) -> None:
        """Leaves further reports to stderr."""
        own_file.listen(None)

    @Slot(object)
    def _add(self, report: Message) -> None:
        self._waiting.append(report)
        self._show()

    def _show(self) -> None:
        if self._windows is None or not self._windows.open or not self._waiting:
            return
        window = self._windows.open[-1]
        texts = [translated(report) for report in self._waiting]
        if not window.notices.isHidden() and window.notices.text == self._shown:
            texts.insert(0, self._text)  # it may be unread
        self._waiting, self._text = [], tr("; ").join(texts)
        window.notices.show_error(self._text)
        self._shown = window.notices.text
        if window.opening.wanted is not None:  # a picture that opens replaces the message
            window.opening.shown.connect(
                self._show_again,
                Qt.ConnectionType(
                    Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value
                ),
            )

    @Slot(object)
    def _show_again(self, _opened: PictureOpened) -> None:
        if self._windows is not None and self._windows.open:
            self._windows.open[-1].notices.show_error(self._text)
