"""Checks a folder of images by `train --check`, in a process of its own, before a run is started."""

from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from engine.base import bounded_json, messages
from engine.base.messages import mark
from engine.base.own_command import own_command
from viewer.base import child_process
from viewer.base.language import tr, translated, translated_failure
from viewer.training.run_request import RunRequest

DELAY_MS = 400
"""Milliseconds after the last change of the form, so that half a path is not checked."""
CHECKING = mark("Checking the images…")


class ImageCheck(QObject):
    """`reported`: (text, whether a run may start).

    A run may also start while there is no result, or if the check could not be made: the trainer checks again.
    """

    reported = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._arguments: list[str] = []
        self._ended = False
        self._timer = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._start_process)

    def schedule(self, request: RunRequest | None) -> None:
        """Checks after DELAY_MS; an earlier check is cancelled. None: there is nothing to check."""
        arguments = request.check_arguments if request is not None else []
        if self._ended or arguments == self._arguments:
            return
        self.cancel()
        self._arguments = arguments
        if arguments:
            self.reported.emit(tr(CHECKING), True)
            self._timer.start()

    def cancel(self) -> None:
        """Cancels the check, scheduled or running."""
        if self._timer.isActive() or self._process is not None:
            self.reported.emit("", True)
        self._timer.stop()
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.kill()
            self._process.waitForFinished()
            self._process.deleteLater()
            self._process = None

    def end(self) -> None:
        """Cancels the check for good: the window that it belongs to will be deleted."""
        self.cancel()
        self._ended = True

    def _start_process(self) -> None:
        process = self._process = QProcess(self)
        process.finished.connect(self._finished)
        process.started.connect(lambda: child_process.give_way(process.processId()))
        environment = QProcessEnvironment()
        for name, value in child_process.environment().items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        program, *rest = own_command(self._arguments)
        process.start(program, rest)

    def _finished(self, exit_code: int) -> None:
        assert self._process is not None
        stdout = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", errors="replace")
        stderr = bytes(self._process.readAllStandardError().data()).decode("utf-8", errors="replace")
        self._process.deleteLater()
        self._process = None
        self.reported.emit(*verdict(exit_code, stdout, stderr))


def verdict(exit_code: int, stdout: str, stderr: str) -> tuple[str, bool]:
    """Returns the text of a check's result, and whether a run may start."""
    try:
        report = bounded_json.parse(stdout)
    except ValueError:
        report = None
    if isinstance(report, dict):
        return "\n".join(lines(report)), bool(report.get("ok", exit_code == 0))
    last = next((line for line in reversed(stderr.splitlines()) if line.strip()), "")
    if exit_code == 1 and last:
        return translated_failure(last), False
    why = last or tr("exit code {code}").format(code=exit_code)
    return tr("The images could not be checked ({why}).").format(why=why), True


def lines(report: dict[str, Any]) -> list[str]:
    """Returns the lines of a report: its messages, translated; if it has none, its plain values."""
    found = report.get("messages")
    if isinstance(found, list):
        return [translated(line) for line in map(messages.from_json, found) if line is not None]
    plain = {key: value for key, value in report.items() if isinstance(value, str | int | float)}
    return [f"{key.replace('_', ' ')}: {value}" for key, value in plain.items() if key != "ok"]
