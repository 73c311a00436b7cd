"""pyqtgraph, which draws the curves, loaded before it is asked for: the first press of a key then waits for nothing."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

REST = 700
"""Milliseconds without a wish for another view, after which the window may be held up for a tenth of a second."""
PARTS = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph")
"""In order. The first three are there, but Qt's classes come to be when they are named: pyqtgraph names them all."""


def load(part: str) -> None:
    """A module, with all of its names."""
    module = import_module(part)
    for name in dir(module):
        getattr(module, name)


class LoadingAhead(QObject):
    """One part at each rest, in the window's thread: PySide does not have its classes made in two threads at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._parts: Iterator[str] = iter(PARTS)
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._next)

    def rest(self) -> None:
        """Nothing is to be done now."""
        self._rest.start()

    def wait(self) -> None:
        """Something is."""
        self._rest.stop()

    def _next(self) -> None:
        part = next(self._parts, None)
        if part is not None:
            load(part)
            self._rest.start()
