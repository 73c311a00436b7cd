"""Decodes the neighbours of the open picture before they are opened.

They are decoded in a thread of their own with the least priority: a decoder cannot be cancelled, and in the engine's
thread a view would wait for all of a 24-megapixel neighbour.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import ImageError
from engine.base.thread_priority import lower_priority
from engine.images import image
from engine.images.picture import Picture, estimated_bytes
from engine.session import events

BUDGET = 256 << 20
"""Bytes of decoded neighbours with their previews and pyramids: two photos of 24 megapixels take 240 MB."""
NICENESS = 19
"""The lowest priority that a thread can have."""
PATIENCE = 0.1
"""Seconds that `open` waits for a file that is just being decoded.

The decoding thread has the least priority, so beside a training it may not get a core for long. After that time the
engine's thread decodes the file itself.
"""

Stamp = tuple[int, int]
"""Modification time in ns and size in bytes: whether a file is still the one that was decoded."""


@dataclass(frozen=True)
class DecodedNeighbour:
    """A picture, and its file's stamp when it was decoded."""

    stamp: Stamp
    picture: Picture


class Preloader:
    """Opens pictures and decodes their neighbours. `emit` gets events.Preloaded, in the decoding thread."""

    def __init__(self, emit: Callable[[events.Event], None]) -> None:
        self._emit = emit
        self._changed = threading.Condition()
        self._decoded: dict[Path, DecodedNeighbour] = {}
        self._open: Path | None = None
        self._request = 0
        self._waiting: deque[Path] = deque()
        self._decoding: Path | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="preloader")
        self._thread.start()

    @property
    def cached_bytes(self) -> int:
        """Bytes of decoded neighbours. Any thread."""
        with self._changed:
            return sum(each.picture.nbytes for path, each in self._decoded.items() if path != self._open)

    def open(self, path: Path) -> Picture:
        """Returns the picture of a file, at once if it was decoded before and has not changed since.

        The engine's thread. The file that is open already is decoded anew. Raises ImageError.
        """
        stamp = _stamp(path)
        with self._changed:
            self._changed.wait_for(lambda: self._decoding != path, timeout=PATIENCE)
            decoded = self._decoded.pop(path, None) if path != self._open else None
        picture = decoded.picture if decoded and decoded.stamp == stamp else Picture(image.load(path))
        with self._changed:
            # The picture before stays cached until the neighbours are known: it is likely to be one of them.
            self._open = path
            if stamp is not None:
                self._decoded[path] = DecodedNeighbour(stamp, picture)
        return picture

    def close_file(self) -> None:
        """The open picture came from no file. The engine's thread."""
        with self._changed:
            self._open = None

    def preload(self, request: int, paths: tuple[Path, ...]) -> None:
        """Decodes these files, the likeliest first, within BUDGET, and drops others. Any thread; returns at once."""
        with self._changed:
            keep = (*paths, self._open)
            self._decoded = {path: each for path, each in self._decoded.items() if path in keep}
            self._request, self._waiting = request, deque(paths)
            self._changed.notify_all()

    def close(self) -> None:
        """Ends the decoding thread; returns when it has ended."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    # What follows runs in the decoding thread.

    def _run(self) -> None:
        lower_priority(NICENESS)
        while (task := self._next()) is not None:
            request, path = task
            decoded = None
            try:
                decoded = self._decode(path)
            finally:  # `open` must not wait for a file whose decoding failed
                with self._changed:
                    self._decoding = None
                    if decoded is not None and path != self._open:
                        self._decoded[path] = decoded
                    self._changed.notify_all()
            if decoded is not None:
                self._emit(events.Preloaded(request, path))

    def _next(self) -> tuple[int, Path] | None:
        """Waits for a file to decode; None when the session closes."""
        with self._changed:
            while not self._closing:
                while self._waiting:
                    path = self._waiting.popleft()
                    if path not in self._decoded:
                        self._decoding = path
                        return self._request, path
                self._changed.wait()
            return None

    def _decode(self, path: Path) -> DecodedNeighbour | None:
        """Returns None for a file that is too large or cannot be opened: that is reported when it is opened."""
        stamp, room = _stamp(path), BUDGET - self.cached_bytes
        try:
            if stamp is None or estimated_bytes(image.size(path)) > room:
                return None
            picture = Picture(image.load(path))
            picture.make_ready()
        except (ImageError, MemoryError):
            return None
        return DecodedNeighbour(stamp, picture) if picture.nbytes <= room else None


def _stamp(path: Path) -> Stamp | None:
    """Returns None if the file is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
