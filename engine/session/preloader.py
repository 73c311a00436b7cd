"""Opens pictures, and decodes the neighbours of the open picture before they are opened.

Files are decoded in child processes (engine/images/isolated.py). The neighbours' has the least priority, and a thread
of its own waits for it: in the engine's thread a view would wait for all of a 24-megapixel neighbour.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine.base.awaited import awaited
from engine.base.errors import ImageError, Superseded
from engine.base.file_stamp import Stamp, stamp_of
from engine.base.thread_priority import lower_priority
from engine.images import isolated
from engine.images.large.previewing import Report
from engine.images.picture import Picture, estimated_bytes
from engine.session import events

BUDGET = 256 << 20
"""Bytes of decoded neighbours with their previews and pyramids: two photos of 24 megapixels take 240 MB."""
NICENESS = 19
"""The lowest priority that a thread or a process can have."""
PATIENCE = 0.1
"""Seconds that `open` waits for a file that is just being decoded.

The neighbours' child has the least priority, so beside a training it may not get a core for long. After that time it
is cancelled, and the file is decoded with the engine's own priority.
"""
POLL = 0.02
"""Seconds between two looks at whether an opening is still wanted."""


@dataclass(frozen=True)
class DecodedNeighbour:
    """A picture, and its file's stamp when it was decoded."""

    stamp: Stamp
    picture: Picture

    def answers(self, stamp: Stamp | None, page: int | None) -> bool:
        """Whether it is that page of the file as it is now. page: None for the one that the file shows first."""
        return self.stamp == stamp and page in (None, self.picture.image.pages.page)


class Preloader:
    """Opens pictures and decodes their neighbours. `emit` gets events.Preloaded, in the decoding thread.

    niceness: of the process that decodes a picture which is opened.
    """

    def __init__(self, emit: Callable[[events.Event], None], niceness: int = 0) -> None:
        self._emit = emit
        self._niceness = niceness
        self._changed = threading.Condition()
        self._decoded: dict[Path, DecodedNeighbour] = {}
        self._open: Path | None = None
        self._request = 0
        self._waiting: deque[Path] = deque()
        self._decoding: Path | None = None
        self._opening: Path | None = None
        self._cancelled = False  # the decoding is to give way to the file that is opened
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="preloader")
        self._thread.start()

    @property
    def cached_bytes(self) -> int:
        """Bytes of decoded neighbours. Any thread."""
        with self._changed:
            return sum(each.picture.nbytes for path, each in self._decoded.items() if path != self._open)

    def open(
        self,
        path: Path,
        check: Callable[[], None],
        page: int | None = None,
        report: Report | None = None,
    ) -> Picture:
        """Returns the picture of a file, at once if it was decoded before and has not changed since.

        page, report: as in `isolated.load`; only the picture that a file shows first is decoded before. The file that
        is open already is decoded anew. The engine's thread. Raises ImageError and what `check` raises.
        """
        stamp = awaited(partial(stamp_of, path), check)
        with self._changed:
            self._opening = path
        try:
            decoded = self._take(path, check)
            if decoded is not None and decoded.answers(stamp, page):
                picture = decoded.picture
            else:
                picture = Picture(isolated.load(path, check, self._niceness, page, report))
        finally:
            with self._changed:
                self._opening = None
                self._changed.notify_all()
        with self._changed:
            # The picture before stays cached until the neighbours are known: it is likely to be one of them.
            self._open = path
            self._decoded.pop(path, None)
            if stamp is not None and page is None:
                self._decoded[path] = DecodedNeighbour(stamp, picture)
        return picture

    def _take(self, path: Path, check: Callable[[], None]) -> DecodedNeighbour | None:
        """Takes a decoded file, which may have to be waited for. Cancels a decoding that is of no use."""
        until = time.monotonic() + PATIENCE
        with self._changed:
            while self._decoding == path and time.monotonic() < until:
                self._changed.wait(POLL)
                check()
            self._cancelled = True
            return self._decoded.pop(path, None) if path != self._open else None

    def close_file(self) -> None:
        """The open picture came from no file. The engine's thread."""
        with self._changed:
            self._open = None

    def drop_neighbours(self) -> None:
        """Drops all decoded neighbours of the open picture, to free memory. Any thread."""
        with self._changed:
            self._decoded = {path: each for path, each in self._decoded.items() if path == self._open}

    def preload(self, request: int, paths: tuple[Path, ...]) -> None:
        """Decodes these files, the likeliest first, within BUDGET, and drops others. Any thread; returns at once."""
        with self._changed:
            keep = (*paths, self._open)
            self._decoded = {path: each for path, each in self._decoded.items() if path in keep}
            self._request, self._waiting = request, deque(paths)
            self._changed.notify_all()

    def close(self) -> None:
        """Lets the decoding thread end; returns at once."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()

    def join(self) -> None:
        """Waits until the decoding thread has ended."""
        self._thread.join()

    # What follows runs in the decoding thread.

    def _run(self) -> None:
        lower_priority(NICENESS)
        while (task := self._next()) is not None:
            request, path = task
            decoded, superseded = None, False
            try:
                decoded = self._decode(path)
            except Superseded:
                superseded = True
            finally:  # `open` must not wait for a file whose decoding failed
                self._store(request, path, decoded, superseded)
            if decoded is not None:
                self._emit(events.Preloaded(request, path))

    def _next(self) -> tuple[int, Path] | None:
        """Waits for a file to decode; None when the session closes. While a file is opened, none is decoded."""
        with self._changed:
            while not self._closing:
                while self._waiting and self._opening is None:
                    path = self._waiting.popleft()
                    if path not in self._decoded:
                        self._decoding, self._cancelled = path, False
                        return self._request, path
                self._changed.wait()
            return None

    def _store(self, request: int, path: Path, decoded: DecodedNeighbour | None, superseded: bool) -> None:
        """Stores what was decoded. A file whose decoding gave way is the next again."""
        with self._changed:
            self._decoding = None
            if decoded is not None and path != self._open:
                self._decoded[path] = decoded
            if superseded and request == self._request:
                self._waiting.appendleft(path)
            self._changed.notify_all()

    def _decode(self, path: Path) -> DecodedNeighbour | None:
        """Returns None for a file that is too large or cannot be opened: that is reported when it is opened.

        Raises Superseded.
        """
        stamp, room = awaited(partial(stamp_of, path), self._check), BUDGET - self.cached_bytes
        try:
            if stamp is None or estimated_bytes(isolated.size(path, self._check, NICENESS)) > room:
                return None
            picture = Picture(isolated.load(path, self._check, NICENESS))
            self._check()
            picture.make_ready()
        except (ImageError, MemoryError):
            return None
        return DecodedNeighbour(stamp, picture) if picture.nbytes <= room else None

    def _check(self) -> None:
        with self._changed:
            if self._closing or self._cancelled:
                raise Superseded
