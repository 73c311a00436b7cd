"""Tells of an opening that takes long. Runs in the window's thread."""

from PySide6.QtCore import QObject, QTimer, Signal

DELAY = 500
"""Milliseconds until an opening is told of. Most are done by then."""


class SlowOpening(QObject):
    """Tracks the newest opening. `told`: the name of a file whose opening takes long; empty when it has ended."""

    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.request = 0
        self._name = ""
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.tell)
        self._was_told = False

    @property
    def running(self) -> bool:
        """Whether an opening runs that was told of."""
        return self._was_told

    def begin(self, request: int, name: str) -> None:
        """An opening was requested. request: its number."""
        self.request, self._name = request, name
        self._timer.start()
        if self._was_told:
            self.tell()

    def end(self) -> None:
        """The opening has ended, in whatever way."""
        self._timer.stop()
        if self._was_told:
            self._was_told = False
            self.told.emit("")

    def tell(self) -> None:
        """Tells of the opening now."""
        self._was_told = True
        self.told.emit(self._name)
