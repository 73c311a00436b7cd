"""Help ▸ Check for a newer version: asks the package index, only when the command is used. The window's thread."""

import json

from PySide6.QtCore import QObject

from viewer.base.command import Command
from viewer.base.language import tr, translated_failure
from viewer.widgets.notice_bar import NoticeBar


class NewestVersion(QObject):
    """Asks once at a time, in a process of its own, so the window never waits for the network."""

    def __init__(self, parent: QObject, notices: NoticeBar) -> None:
        super().__init__(parent)
        self._notices = notices
        self._command: Command | None = None

    def ask(self) -> None:
        """Asks, and shows the answer as a notice."""
        if self._command is not None:
            return
        self._notices.notify(tr("Asking the package index…"))
        self._command = Command(["doctor", "--newest", "--json"])
        self._command.finished.connect(self._finish)

    def _finish(self, status: int, out: str, err: str) -> None:
        self._command = None
        if status:
            lines = err.strip().splitlines()
            silent = tr("The question for a newer version ended with {status}; try again").format(
                status=status
            )
            self._notices.show_error(translated_failure(lines[-1]) if lines else silent)
            return
        found = json.loads(out)
        text = tr("There is no newer version than this one, {version}.")
        if found["newer"]:
            text = tr("Unpixel {newest} is there; this is {version}. Update it the way you installed it.")
        self._notices.notify(text.format(**found))

    def end(self) -> None:
        """Stops asking: the window closes."""
        if self._command is not None:
            self._command.cancel()
