"""Imports pyqtgraph while the window is idle, so that the first panel with a plot opens at once."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

IDLE = 700
"""Milliseconds without a new view, after which the window may be blocked for a tenth of a second."""
MODULES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph")
"""In this order. The first three are imported already, but PySide creates a class when its name is first used, and
pyqtgraph uses all of them."""


def load(name: str) -> None:
    """Imports a module and accesses all of its names."""
    module = import_module(name)
    for attribute in dir(module):
        getattr(module, attribute)


class IdleImporter(QObject):
    """Imports one module per idle period, in the window's thread: PySide cannot create classes in two threads."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._modules: Iterator[str] = iter(MODULES)
        self._timer = QTimer(self, interval=IDLE, singleShot=True)
        self._timer.timeout.connect(self._load_next)

    @property
    def waiting(self) -> bool:
        """Whether an import is about to follow."""
        return self._timer.isActive()

    def start(self) -> None:
        """The window is idle from now on."""
        self._timer.start()

    def pause(self) -> None:
        """The window is busy."""
        self._timer.stop()

    def _load_next(self) -> None:
        name = next(self._modules, None)
        if name is not None:
            load(name)
            self._timer.start()
