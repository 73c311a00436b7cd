"""Fetching a model that others have published: a process of its own, so that the window waits for no network."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QProcess, Signal

from viewer.base import child_process
from viewer.base.language import tr, translated_failure

PATIENCE = 3000
"""Milliseconds that it may take to clear up after itself when it is called off."""


class ModelDownload(QObject):
    """One at a time. `changed`: it began or ended. `ended`: a model's name, and why it failed; nothing if it is there,
    was checked, and loads.
    """

    changed = Signal()
    ended = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.name = ""
        self._called_off = False
        self._process = QProcess(self)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)

    def start(self, name: str) -> None:
        """Fetches a model, unless one is being fetched."""
        if self.name:
            return
        self.name, self._called_off = name, False
        program, *arguments = child_process.command(["models", "get", name, "--json"])
        self._process.start(program, arguments)
        self.changed.emit()

    def call_off(self) -> None:
        """Ends it as Ctrl+C would: nothing is left of it."""
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._called_off = True
        if sys.platform == "win32":
            self._process.kill()
        else:
            os.kill(self._process.processId(), signal.SIGINT)

    def end(self) -> None:
        """Calls it off, and returns when it has ended."""
        self.call_off()
        if not self._process.waitForFinished(PATIENCE):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def _finish(self, status: int) -> None:
        told = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        name, self.name = self.name, ""
        self.changed.emit()
        if self._called_off:
            self.ended.emit(name, tr("{name}: was called off; nothing is left of it").format(name=name))
        elif status:
            silent = tr("{name}: ended with {status}; try again").format(name=name, status=status)
            self.ended.emit(name, translated_failure(told.splitlines()[-1]) if told else silent)
        else:
            self.ended.emit(name, "")

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            name, self.name = self.name, ""
            self.changed.emit()
            why = tr("{name}: cannot be fetched ({reason}); start Unpixel anew")
            self.ended.emit(name, why.format(name=name, reason=self._process.errorString()))
