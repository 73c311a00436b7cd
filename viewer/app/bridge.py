"""Carries events from the engine's threads to the window's thread: the only crossing between them."""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.session.events import CoefficientsReady, Event, ExportProgress, TilesReady

BUDGET = 256 << 20
"""Bytes of tiles that may wait for a busy window; above it, tiles of superseded views are dropped."""


class Bridge(QObject):
    """A bounded mailbox: `post` takes events in any thread, `event` emits them in order in the bridge's own thread.

    Of an export's progress only the latest waits, and of superseded views at most BUDGET bytes.
    is_outdated: called with each event in the bridge's thread; an event for which it is true is dropped
    (viewer/app/outdated.py).
    """

    event = Signal(object)
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_outdated: Callable[[Event], bool] = lambda _event: False
        self._lock = threading.Lock()
        self._waiting: deque[Event] = deque()
        self._closed = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def post(self, event: Event) -> None:
        """Takes an event from any thread; returns at once. After `close` it does nothing."""
        with self._lock:
            if self._closed:
                return
            awake = bool(self._waiting)
            if isinstance(event, ExportProgress):
                self._waiting = deque(e for e in self._waiting if not isinstance(e, ExportProgress))
            self._waiting.append(event)
            if isinstance(event, TilesReady | CoefficientsReady) and _tile_bytes(self._waiting) > BUDGET:
                self._waiting = deque(e for e in self._waiting if not _superseded(e, event.request))
            if not awake:
                self._posted.emit()  # under the lock, so that none comes after `close`

    def close(self) -> None:
        """Drops all events from now on. The engine's threads may outlive the window."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
        # Bridge and session refer to each other. Python finds no cycle through an object of Qt: the session and its
        # pictures would stay in memory after the window.
        self.is_outdated = _is_over

    @property
    def waiting(self) -> int:
        """Number of tiles that were posted and not yet delivered. Any thread."""
        with self._lock:
            return sum(len(event.tiles) for event in self._waiting if isinstance(event, TilesReady))

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            arrived, self._waiting = self._waiting, deque()
        for event in arrived:
            if not self.is_outdated(event):
                self.event.emit(event)


def _is_over(_event: Event) -> bool:
    return True


def _tile_bytes(waiting: deque[Event]) -> int:
    pixels = (tile.pixels for e in waiting if isinstance(e, TilesReady) for tile in e.tiles)
    values = (tile for e in waiting if isinstance(e, CoefficientsReady) for tile in e.tiles.values())
    return sum(each.nbytes for each in (*pixels, *values))


def _superseded(event: Event, request: int) -> bool:
    return isinstance(event, TilesReady | CoefficientsReady) and event.request < request
