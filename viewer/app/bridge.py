"""The one crossing between the engine's thread and the window's."""

import threading
from collections import deque

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.session.events import Event, ExportProgress, TilesReady

BUDGET = 256 << 20
"""Bytes of tiles that may wait for a busy window; beyond it those of overtaken views are let go."""


class Bridge(QObject):
    """A mailbox: `post` from any thread, `event` in the thread that made the bridge, in order.

    It is bounded: of an export's progress only the latest waits, and of overtaken views at most BUDGET bytes.
    """

    event = Signal(object)
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: deque[Event] = deque()
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, event: Event) -> None:
        """Any thread; returns at once."""
        with self._lock:
            awake = bool(self._waiting)
            if isinstance(event, ExportProgress):
                self._waiting = deque(e for e in self._waiting if not isinstance(e, ExportProgress))
            self._waiting.append(event)
            if isinstance(event, TilesReady) and _tile_bytes(self._waiting) > BUDGET:
                self._waiting = deque(e for e in self._waiting if not _overtaken(e, event.view))
        if not awake:
            self._posted.emit()

    @property
    def waiting(self) -> int:
        """Tiles that were posted and not yet delivered. Any thread."""
        with self._lock:
            return sum(len(event.tiles) for event in self._waiting if isinstance(event, TilesReady))

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            arrived, self._waiting = self._waiting, deque()
        for event in arrived:
            self.event.emit(event)


def _tile_bytes(waiting: deque[Event]) -> int:
    return sum(tile.pixels.nbytes for e in waiting if isinstance(e, TilesReady) for tile in e.tiles)


def _overtaken(event: Event, view: int) -> bool:
    return isinstance(event, TilesReady) and event.view < view
