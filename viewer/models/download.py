"""Downloads a published model in a separate process, so that the window never waits for the network."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QProcess, Signal

from engine.base.own_command import own_command
from viewer.base.language import tr, translated_failure

CLEANUP_MS = 400
"""Time that cancelled processes get to delete their partial files before Unpixel ends."""

_ending: set[QProcess] = set()
"""Cancelled processes whose window has closed."""


def end_all() -> None:
    """Waits for the cancelled processes, and kills those that do not end. Called when Unpixel ends."""
    for process in tuple(_ending):
        if not process.waitForFinished(CLEANUP_MS):
            process.kill()
            process.waitForFinished(CLEANUP_MS)
    _ending.clear()


class ModelDownload(QObject):
    """Runs one download at a time.

    name: the model that is being downloaded; empty if there is none. `changed`: a download started or ended.
    `ended`: the model's name and the error message; an empty message means downloaded, verified and loadable.
    """

    changed = Signal()
    ended = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.name = ""
        self._cancelled = False
        self.process = QProcess(self)
        if (
            sys.platform != "win32"
        ):  # a window that ignores SIGINT, as programs of scripts do, must not pass that on
            self.process.setUnixProcessParameters(QProcess.UnixProcessFlag.ResetSignalHandlers)
        self.process.finished.connect(self._finish)
        self.process.errorOccurred.connect(self._report_start_failure)

    def start(self, name: str) -> None:
        """Starts a download. Does nothing while another one runs."""
        if self.name:
            return
        self.name, self._cancelled = name, False
        program, *arguments = own_command(["models", "get", name, "--json"])
        self.process.start(program, arguments)
        self.changed.emit()

    def cancel(self) -> None:
        """Interrupts the process like Ctrl+C, so that it deletes its partial files. Windows can only kill it."""
        if self.process.state() == QProcess.ProcessState.NotRunning:
            return
        self._cancelled = True
        if sys.platform == "win32":
            self.process.kill()
        else:
            os.kill(self.process.processId(), signal.SIGINT)

    def end(self) -> None:
        """Cancels the download with its window; returns at once. The process deletes its partial files meanwhile."""
        self.cancel()
        process = self.process
        process.finished.disconnect(self._finish)
        process.errorOccurred.disconnect(self._report_start_failure)
        if process.state() != QProcess.ProcessState.NotRunning:
            process.setParent(None)
            process.finished.connect(lambda: _ending.discard(process))
            _ending.add(process)

    def _finish(self, status: int) -> None:
        stderr = bytes(self.process.readAllStandardError().data()).decode(errors="replace").strip()
        name, self.name = self.name, ""
        self.changed.emit()
        if self._cancelled:
            self.ended.emit(name, tr("{name}: the download was cancelled").format(name=name))
        elif status:
            silent = tr("{name}: ended with {status}; try again").format(name=name, status=status)
            self.ended.emit(name, translated_failure(stderr.splitlines()[-1]) if stderr else silent)
        else:
            self.ended.emit(name, "")

    def _report_start_failure(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            name, self.name = self.name, ""
            self.changed.emit()
            why = tr("{name}: cannot be downloaded ({reason}); restart Unpixel")
            self.ended.emit(name, why.format(name=name, reason=self.process.errorString()))
