"""Help ▸ Report a problem: asks for a file, and has a process of its own write the report. The window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.base.own_command import own_command
from viewer.base.language import tr, translated_failure
from viewer.widgets.notice_bar import NoticeBar

NAME = "unpixel-report.zip"


class ProblemReport(QObject):
    """Writes one report at a time. A process of its own loads what `doctor` examines, so the window never waits."""

    def __init__(self, window: QWidget, notices: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._notices = window, notices
        self._path = Path()
        self._process = QProcess(self)
        self._process.finished.connect(self._finish)

    def ask(self) -> None:
        """Asks where to save the report, and writes it."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            return
        suggested = str(Path.home() / NAME)
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Report a problem"), suggested, "ZIP (*.zip)")
        if name:
            self._write(Path(name))

    def _write(self, path: Path) -> None:
        self._path = path if path.suffix else path.with_name(f"{path.name}.zip")
        self._notices.notify(tr("Writing the report…"))
        program, *arguments = own_command(["doctor", "--report", str(self._path), "--json"])
        self._process.start(program, arguments)

    def _finish(self, status: int, how: QProcess.ExitStatus) -> None:
        stderr = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        if status or how is not QProcess.ExitStatus.NormalExit:
            silent = tr("{name}: ended with {status}; try again").format(name=self._path.name, status=status)
            self._notices.show_error(translated_failure(stderr.splitlines()[-1]) if stderr else silent)
            return
        folder = QUrl.fromLocalFile(str(self._path.parent))
        text = tr("Saved {name}: versions, settings and the log, without pictures and their names.")
        self._notices.notify(
            text.format(name=self._path.name),
            (tr("Show in folder"), lambda: QDesktopServices.openUrl(folder)),
        )

    def end(self) -> None:
        """Stops writing: the window closes."""
        self._process.kill()
        self._process.waitForFinished(100)
