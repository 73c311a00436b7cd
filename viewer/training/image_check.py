"""Checks a folder of images by `train --check`, in a process of its own, before a run is started."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from engine.base import bounded_json
from engine.base.messages import mark
from viewer.base import child_process
from viewer.base.command import Command
from viewer.base.language import tr, translated_failure
from viewer.training import check_summary
from viewer.training.run_request import RunRequest

DELAY_MS = 400
"""Milliseconds after the last change of the form, so that half a path is not checked."""
CHECKING = mark("Checking the images…")


class Verdict(NamedTuple):
    """text: what a user has to know. may_start: whether a run may start. details: everything that was found, or ""."""

    text: str
    may_start: bool
    details: str = ""


class ImageCheck(QObject):
    """`reported`: a Verdict.

    A run waits for the result. It may also start if the check could not be made: the trainer checks again.
    """

    reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command: Command | None = None
        self._arguments: list[str] = []
        self._ended = False
        self._timer = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._start_process)

    @property
    def busy(self) -> bool:
        """Whether a check is scheduled or runs."""
        return self._timer.isActive() or self._command is not None

    def schedule(self, request: RunRequest | None) -> None:
        """Checks after DELAY_MS; an earlier check is cancelled. None: there is nothing to check."""
        arguments = request.check_arguments if request is not None else []
        if self._ended or arguments == self._arguments:
            return
        self.cancel()
        self._arguments = arguments
        if arguments:
            self._timer.start()
            self.reported.emit(Verdict(tr(CHECKING), True))

    def cancel(self) -> None:
        """Cancels the check, scheduled or running."""
        was_busy = self.busy
        self._timer.stop()
        if self._command is not None:
            self._command.cancel()
            self._command = None
        if was_busy:
            self.reported.emit(Verdict("", True))

    def end(self) -> None:
        """Cancels the check for good: the window that it belongs to will be deleted."""
        self.cancel()
        self._ended = True

    def _start_process(self) -> None:
        try:
            self._command = Command(self._arguments, child_process.environment(), child_process.give_way)
        except OSError as error:
            self.reported.emit(verdict(-1, "", str(error)))
        else:
            self._command.finished.connect(self._finished)

    def _finished(self, exit_code: int, out: str, err: str) -> None:
        self._command = None
        self.reported.emit(verdict(exit_code, out, err))


def verdict(exit_code: int, stdout: str, stderr: str) -> Verdict:
    """Returns the result of a check."""
    try:
        report = bounded_json.parse(stdout)
    except ValueError:
        report = None
    if isinstance(report, dict):
        details, short = "\n".join(check_summary.lines(report)), "\n".join(check_summary.summary(report))
        return Verdict(short or details, bool(report.get("ok", exit_code == 0)), details if short else "")
    last = next((line for line in reversed(stderr.splitlines()) if line.strip()), "")
    if exit_code == 1 and last:
        return Verdict(translated_failure(last), False)
    why = last or tr("exit code {code}").format(code=exit_code)
    return Verdict(tr("The images could not be checked ({why}).").format(why=why), True)
