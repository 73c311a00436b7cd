"""Calls functions in the window's thread on behalf of other threads, which hold only a number.

A thread that held a QObject, or a function of one, could be the last to hold it. Python would then destroy the QObject
in that thread, while the window's thread may be delivering an event to it: the process crashes. So the function stays
here.
"""

import atexit
import threading
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, Qt, Signal, Slot


class _Gate(QObject):
    """Lives in the window's thread, as long as the process."""

    called = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1)
        self.functions: dict[int, tuple[Callable[..., object], bool]] = {}
        self.called.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(int, object)
    def _deliver(self, number: int, values: tuple[object, ...]) -> None:
        function, once = self.functions.get(number, (_nothing, True))
        if once:
            close(number)
        function(*values)


_gate: list[_Gate] = []
"""The one of the process, from the first `open` to the end of the interpreter, which destroys all objects of Qt."""
_lock = threading.Lock()
"""Held by a thread that uses the gate, so that the gate does not end meanwhile."""


def _nothing(*_values: object) -> None:
    """What a closed number calls."""


def open(function: Callable[..., object], *, once: bool = False) -> int:
    """Returns a number for `call`. once: the function is dropped when it is called; else by `close`.

    Window's thread.
    """
    if not _gate:
        _gate.append(_Gate())
    number = next(_gate[0].numbers)
    _gate[0].functions[number] = function, once
    return number


def call(number: int, *values: object) -> None:
    """Lets the window's thread call a function, after all earlier calls. Any thread; returns at once."""
    with _lock:
        for gate in _gate:
            gate.called.emit(number, values)


def close(number: int) -> None:
    """Drops a function: no call of it is delivered any more. Window's thread."""
    for gate in _gate:
        gate.functions.pop(number, None)


@atexit.register
def _end() -> None:
    with _lock:
        _gate.clear()
