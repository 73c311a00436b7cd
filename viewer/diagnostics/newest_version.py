"""Help ▸ Check for a newer version: asks the package index. The window's thread.

It asks when the command is used, and at each start only if the user has set that.
"""

import json
import logging

from PySide6.QtCore import QObject

from viewer.base import settings
from viewer.base.command import Command
from viewer.base.language import tr, translated_failure
from viewer.widgets.notice_bar import NoticeBar

logger = logging.getLogger(__name__)


class NewestVersion(QObject):
    """Asks once at a time, in a process of its own, so the window never waits for the network."""

    asked_at_start = False
    """Whether a window of this process has asked at its start."""

    def __init__(self, parent: QObject, notices: NoticeBar) -> None:
        super().__init__(parent)
        self._notices = notices
        self._command: Command | None = None
        self._quiet = False

    def ask_at_start(self) -> None:
        """Asks if the user wants that, once in a process. Only a newer version is told; failures go to the log."""
        if settings.read().check_versions and not NewestVersion.asked_at_start:
            NewestVersion.asked_at_start = self._quiet = True
            self._ask()

    def ask(self) -> None:
        """Asks, and shows the answer as a notice."""
        self._quiet = False
        if self._command is None:
            self._notices.notify(tr("Asking the package index…"))
            self._ask()

    def _ask(self) -> None:
        self._command = Command(["doctor", "--newest", "--json"])
        self._command.finished.connect(self._finish)

    def _finish(self, status: int, out: str, err: str) -> None:
        self._command = None
        if status:
            lines = err.strip().splitlines()
            silent = tr("The question for a newer version ended with {status}; try again").format(
                status=status
            )
            if self._quiet:
                logger.warning("no answer about a newer version: %s", lines[-1] if lines else status)
            else:
                self._notices.show_error(translated_failure(lines[-1]) if lines else silent)
            return
        found = json.loads(out)
        text = tr("There is no newer version than this one, {version}.")
        if found["newer"]:
            text = tr("Unpixel {newest} is there; this is {version}. Update it the way you installed it.")
        if found["newer"] or not self._quiet:
            self._notices.notify(text.format(**found))

    def end(self) -> None:
        """Stops asking: the window closes."""
        if self._command is not None:
            self._command.cancel()
