"""The trainer's check of a folder of images, made in a process of its own before a run begins."""

import json
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from engine.base import messages
from engine.base.messages import mark
from viewer.base import child_process
from viewer.base.language import tr, translated, translated_failure
from viewer.training.order import Order

PATIENCE = 400
"""Milliseconds after the last change of the form: nobody wants a check of half a path."""
LOOKING = mark("Looking through the images…")


class Check(QObject):
    """`told`: (text, whether a run may begin). A run may also begin where no check could be made: the trainer makes
    its own.
    """

    told = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._arguments: list[str] = []
        self._timer = QTimer(self, interval=PATIENCE, singleShot=True)
        self._timer.timeout.connect(self._begin)

    def ask(self, order: Order | None) -> None:
        """Checks soon; the check before is given up. None: there is nothing to check."""
        arguments = order.check_arguments if order is not None else []
        if arguments == self._arguments:
            return
        self.end()
        self._arguments = arguments
        if arguments:
            self.told.emit(tr(LOOKING), True)
            self._timer.start()

    def end(self) -> None:
        """Gives the check up."""
        if self._timer.isActive() or self._process is not None:
            self.told.emit("", True)
        self._timer.stop()
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.kill()
            self._process.waitForFinished()
            self._process.deleteLater()
            self._process = None

    def _begin(self) -> None:
        process = self._process = QProcess(self)
        process.finished.connect(self._finished)
        process.started.connect(lambda: child_process.give_way(process.processId()))
        surroundings = QProcessEnvironment()
        for name, value in child_process.environment().items():
            surroundings.insert(name, value)
        process.setProcessEnvironment(surroundings)
        program, *rest = child_process.command(self._arguments)
        process.start(program, rest)

    def _finished(self, exit_code: int) -> None:
        assert self._process is not None
        said = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", errors="replace")
        errors = bytes(self._process.readAllStandardError().data()).decode("utf-8", errors="replace")
        self._process.deleteLater()
        self._process = None
        text, fine = verdict(exit_code, said, errors)
        self.told.emit(text, fine)


def verdict(exit_code: int, said: str, errors: str) -> tuple[str, bool]:
    """What a check found, and whether a run may begin, from its exit code, stdout and stderr."""
    try:
        report = json.loads(said)
    except ValueError:
        report = None
    if isinstance(report, dict):
        return "\n".join(lines(report)), bool(report.get("ok", exit_code == 0))
    last = next((line for line in reversed(errors.splitlines()) if line.strip()), "")
    if exit_code == 1 and last:
        return translated_failure(last), False
    why = last or tr("exit code {code}").format(code=exit_code)
    return tr("The images could not be checked ({why}).").format(why=why), True


def lines(report: dict[str, Any]) -> list[str]:
    """A report as lines: its own, else what plain values it has."""
    told = report.get("said", report.get("lines"))
    if isinstance(told, list):
        return [translated(line) for line in map(messages.from_json, told) if line is not None]
    plain = {key: value for key, value in report.items() if isinstance(value, str | int | float)}
    return [f"{key.replace('_', ' ')}: {value}" for key, value in plain.items() if key != "ok"]
