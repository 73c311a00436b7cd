"""Pictures decoded before they are asked for: the neighbours of the one that is open.

In a thread of their own, which gives way to the engine's: a decoder cannot be called off, and in the engine's own
thread a view would wait for all of a 24-megapixel neighbour.
"""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import ImageError
from engine.images import image
from engine.images.picture import Picture, estimated_bytes
from engine.session import events

BUDGET = 256 << 20
"""Bytes of neighbours, with all that their first view needs: both of a photo of 24 megapixels are 240 MB."""
NICENESS = 19
"""The least of a core that a thread can ask for."""

Stamp = tuple[int, int]
"""When a file was changed last, and how long it is: whether it is still what was decoded."""


@dataclass(frozen=True)
class DecodedNeighbour:
    """A picture, and the file as it was when it was decoded."""

    stamp: Stamp
    picture: Picture


class Preloader:
    """`emit` gets events.Preloaded, in the thread that decodes ahead."""

    def __init__(self, emit: Callable[[events.Event], None]) -> None:
        self._emit = emit
        self._changed = threading.Condition()
        self._kept: dict[Path, DecodedNeighbour] = {}
        self._open: Path | None = None
        self._waiting: deque[Path] = deque()
        self._making: Path | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="ahead")
        self._thread.start()

    @property
    def held(self) -> int:
        """Bytes of neighbours that are there. Any thread."""
        with self._changed:
            return sum(kept.picture.nbytes for path, kept in self._kept.items() if path != self._open)

    def open(self, path: Path) -> Picture:
        """The picture in a file, at once where it was decoded ahead, or lately shown, and has not changed since.

        The engine's thread. The one that is open is decoded anew. Raises ImageError.
        """
        stamp = _stamp(path)
        with self._changed:
            self._changed.wait_for(lambda: self._making != path)
            kept = self._kept.pop(path, None) if path != self._open else None
        picture = kept.picture if kept is not None and kept.stamp == stamp else Picture(image.load(path))
        with self._changed:
            # The one before stays until the neighbours are known: it is likely to be one.
            self._open = path
            if stamp is not None:
                self._kept[path] = DecodedNeighbour(stamp, picture)
        return picture

    def leave(self) -> None:
        """What is open came from no file. The engine's thread."""
        with self._changed:
            self._open = None

    def want(self, paths: tuple[Path, ...]) -> None:
        """Decodes these, the likeliest first, as far as BUDGET goes, and lets go of others. Any thread, at once."""
        with self._changed:
            self._kept = {path: kept for path, kept in self._kept.items() if path in (*paths, self._open)}
            self._waiting = deque(paths)
            self._changed.notify_all()

    def close(self) -> None:
        """Ends the thread; returns when it has ended."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    # What follows runs in the thread that decodes ahead.

    def _run(self) -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        while (path := self._next()) is not None:
            made = None
            try:
                made = self._made(path)
            finally:  # whatever happened, nobody waits for it any more
                with self._changed:
                    self._making = None
                    if made is not None:
                        self._kept[path] = made
                    self._changed.notify_all()
            if made is not None:
                self._emit(events.Preloaded(path))

    def _next(self) -> Path | None:
        """Waits for one that is wanted and not there; None when all is over."""
        with self._changed:
            while not self._closing:
                while self._waiting:
                    path = self._waiting.popleft()
                    if path not in self._kept:
                        self._making = path
                        return path
                self._changed.wait()
            return None

    def _made(self, path: Path) -> DecodedNeighbour | None:
        """None for one that is too large, or cannot be opened: its turn to be told of is when it is asked for."""
        stamp, room = _stamp(path), BUDGET - self.held
        try:
            if stamp is None or estimated_bytes(image.size(path)) > room:
                return None
            picture = Picture(image.load(path))
            picture.make_ready()
        except (ImageError, MemoryError):
            return None
        return DecodedNeighbour(stamp, picture) if picture.nbytes <= room else None


def _stamp(path: Path) -> Stamp | None:
    """None where the file is not there."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size
