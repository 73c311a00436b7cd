"""Help ▸ Report a problem: asks for a file, and has a process of its own write the report. The window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from engine.base.printable import file_name
from viewer.base import local_files
from viewer.base.command import Command
from viewer.base.language import tr, translated_failure
from viewer.widgets import file_dialogs
from viewer.widgets.notice_bar import NoticeBar

NAME = "unpixel-report.zip"


class ProblemReport(QObject):
    """Writes one report at a time. A process of its own loads what `doctor` examines, so the window never waits."""

    def __init__(self, window: QWidget, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._notices = window, notices
        self._path = Path()
        self._command: Command | None = None

    def ask(self) -> None:
        """Asks where to save the report, and writes it."""
        if self._command is not None:
            return
        path = file_dialogs.save_file(self._window, tr("Report a problem"), Path.home() / NAME, "ZIP (*.zip)")
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        self._path = path if path.suffix else path.with_name(f"{path.name}.zip")
        self._notices.notify(tr("Writing the report…"))
        self._command = Command(["doctor", "--report", str(self._path), "--json"])
        self._command.finished.connect(self._finish)

    def _finish(self, status: int, _out: str, err: str) -> None:
        self._command = None
        name = file_name(self._path.name)
        if status:
            silent = tr("{name}: ended with {status}; try again").format(name=name, status=status)
            lines = err.strip().splitlines()
            self._notices.show_error(translated_failure(lines[-1]) if lines else silent)
            return
        folder = local_files.url_of(self._path.parent)
        text = tr("Saved {name}: versions, settings and the log, without pictures and their names.")
        self._notices.notify(
            text.format(name=name), (tr("Show in folder"), lambda: QDesktopServices.openUrl(folder))
        )

    def end(self) -> None:
        """Stops writing: the window closes."""
        if self._command is not None:
            self._command.cancel()
