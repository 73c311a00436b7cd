"""Catches the errors that nothing else catches: they go to the log, and the window lives on.

Installed by the window's process only. An error repeats as often as its cause: each kind is told once, and logged when
its count is 1, 10, 100 and so on.
"""

import logging
import sys
import threading
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from viewer.base.language import tr

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
logger = logging.getLogger(__name__)
qt_logger = logging.getLogger("qt")


class Hooks(QObject):
    """`failed`: one line about an error of a kind that was not told before. Emitted in any thread."""

    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._counts: Counter[str] = Counter()
        sys.excepthook = self._handle
        threading.excepthook = self._handle_in_thread
        sys.unraisablehook = self._handle_unraisable
        qInstallMessageHandler(_log_qt)

    def remove(self) -> None:
        """Restores Python's and Qt's own handlers, before the interpreter ends."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, SystemExit | KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        place = _place(trace)
        name = f"{kind.__name__}, {place}"
        self._counts[name] += 1
        count = self._counts[name]
        if _is_power_of_ten(count):
            logger.error("unhandled error, %d times so far", count, exc_info=(kind, error, trace))
        if count == 1:
            self.failed.emit(tr("Internal error ({kind}). The log has the details.").format(kind=name))

    def _handle_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if not issubclass(arguments.exc_type, SystemExit):
            error = arguments.exc_value or arguments.exc_type()
            self._handle(arguments.exc_type, error, arguments.exc_traceback)

    def _handle_unraisable(self, arguments: "UnraisableHookArgs") -> None:
        error = arguments.exc_value or arguments.exc_type()
        self._handle(arguments.exc_type, error, arguments.exc_traceback)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    qt_logger.log(LEVELS[kind], "%s", text)


def _place(trace: TracebackType | None) -> str:
    """Returns the file and line of the last frame."""
    if trace is None:
        return "?"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def _is_power_of_ten(count: int) -> bool:
    return str(count).strip("0") == "1"
