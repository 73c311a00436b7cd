"""Signals of the system that end the process: SIGTERM, SIGINT (Ctrl+C in the terminal) and SIGHUP.

Qt's event loop does not return to Python while nothing happens, so Python's own handlers would wait for the next event.
The interpreter writes each signal's number to a socket instead, which the event loop watches.
"""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class EndSignals(QObject):
    """`received`: the process is to end. A second signal ends it at once, as the system does by default."""

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        # nohup has SIGHUP ignored, and it stays so.
        self._caught = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
        for number in self._caught:
            signal.signal(number, lambda *_: None)  # without a handler nothing is written to the socket
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @Slot()
    def _read(self) -> None:
        numbers = self._reader.recv(64)
        if any(number in self._caught for number in numbers):
            for number in self._caught:
                signal.signal(number, signal.SIG_DFL)
            self.received.emit()
