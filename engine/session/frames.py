"""Decodes frames of the open animation ahead of the one that is shown, for playing; and keeps them within a budget.

A thread of its own waits for the child that decodes (engine/images/isolated_frames.py): views are served meanwhile.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from engine.base.errors import ImageError, Superseded
from engine.base.file_stamp import Stamp, stamp_of
from engine.base.thread_priority import lower_priority
from engine.images import isolated_frames
from engine.images.file_info import FileInfo
from engine.images.image import Image
from engine.images.isolated_frames import Frame
from engine.images.pages import Pages
from engine.images.picture import Picture
from engine.images.rotation import rotated
from engine.session import events
from engine.session.requests import Task

BUDGET = 128 << 20
"""Bytes of decoded frames: 58 of 640 x 480 px."""
BATCH = 16 << 20
"""Bytes of frames that are decoded at a time."""

MOST_AHEAD = 1000
"""Frames that are looked at ahead, each time that one is shown: small ones fit into the budget by ten thousands."""


@dataclass(frozen=True)
class Animation:
    """An open animation. pages, file: of its first frame. orientation: as in engine/geometry/orientation.py."""

    path: Path
    stamp: Stamp | None
    pages: Pages
    file: FileInfo | None
    orientation: int


@dataclass(frozen=True)
class DecodedFrame:
    """picture: None for a damaged frame. ms: how long it is shown."""

    picture: Picture | None
    ms: int

    @property
    def nbytes(self) -> int:
        """Bytes of the pixels, and of what the screen shows."""
        return 0 if self.picture is None else self.picture.nbytes


class Frames:
    """The frames of one animation. `emit` gets events.Failed, in the decoding thread, which begins with `play`."""

    def __init__(self, emit: Callable[[events.Event], None], niceness: int = 0) -> None:
        self._emit, self._niceness = emit, niceness
        self._changed = threading.Condition()
        self._animation: Animation | None = None
        self._decoded: dict[int, DecodedFrame] = {}
        self._position = 0
        self._request: int | None = None  # while it plays
        self._closing = False
        self._thread: threading.Thread | None = None

    def open(self, animation: Animation | None) -> None:
        """The engine has opened an animation, or a picture that is none. The engine's thread."""
        with self._changed:
            if animation != self._animation:
                self._decoded, self._request = {}, None
            self._animation = animation

    def picture(self, path: Path, page: int | None, orientation: int) -> Picture | None:
        """Returns a frame that is decoded, if it is of that file. The engine's thread."""
        with self._changed:
            animation = self._animation
            decoded = None if page is None else self._decoded.get(page)
        if animation is None or decoded is None:
            return None
        opened = animation.path, animation.orientation, animation.stamp
        return decoded.picture if opened == (path, orientation, stamp_of(path)) else None

    def play(self, request: int, first: int) -> None:
        """Decodes frames from `first` on, until `stop`. request: for events.Failed. Any thread; returns at once."""
        with self._changed:
            if self._closing or self._animation is None:
                return
            self._request, self._position = request, first
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="frames")
                self._thread.start()
            self._changed.notify_all()

    def stop(self) -> None:
        """Decodes no more frames; those that are decoded are kept. Any thread."""
        with self._changed:
            self._request = None

    def frame(self, number: int) -> events.ShownFrame | None:
        """Returns a frame for the screen; None if it is not decoded yet. Any thread; returns at once."""
        with self._changed:
            self._position = number
            self._changed.notify_all()
            decoded = self._decoded.get(number)
        if decoded is None:
            return None
        return events.ShownFrame(None if decoded.picture is None else decoded.picture.preview, decoded.ms)

    def free_memory(self) -> None:
        """Drops all frames. Any thread."""
        with self._changed:
            self._decoded = {}

    @property
    def cached_bytes(self) -> int:
        """Bytes of the frames. Any thread."""
        with self._changed:
            return sum(each.nbytes for each in self._decoded.values())

    def close(self) -> None:
        """Lets the thread end; returns at once."""
        with self._changed:
            self._closing, self._request = True, None
            self._changed.notify_all()

    def join(self) -> None:
        """Waits until the thread has ended."""
        if self._thread is not None:
            self._thread.join()

    # What follows runs in the decoding thread.

    def _run(self) -> None:
        lower_priority(self._niceness)
        while (task := self._next()) is not None:
            animation, first, request = task
            try:
                self._decode(animation, first)
            except Superseded:
                continue
            except (ImageError, MemoryError) as error:
                self.stop()
                if isinstance(error, ImageError):
                    self._emit(events.Failed(request, Task.PLAY, error.message))

    def _next(self) -> tuple[Animation, int, int] | None:
        """Waits for the first frame to decode; None when the session closes."""
        with self._changed:
            while not self._closing:
                if self._animation is not None and self._request is not None:
                    missing = self._first_missing(self._animation)
                    if missing is not None:
                        return self._animation, missing, self._request
                self._changed.wait()
            return None

    def _first_missing(self, animation: Animation) -> int | None:
        """Returns the next frame to decode; None while enough are. Drops those that do not fit. The lock is held."""
        room, size = BUDGET, max((each.nbytes for each in self._decoded.values()), default=0)
        kept: dict[int, DecodedFrame] = {}
        missing = None
        for ahead in range(min(animation.pages.count, MOST_AHEAD)):
            number = (self._position + ahead) % animation.pages.count
            decoded = self._decoded.get(number)
            # A batch must fit: otherwise most of it would be decoded for nothing, again and again.
            if decoded is None and missing is None and (room >= BATCH or not ahead):
                missing = number
            room -= size if decoded is None else decoded.nbytes
            if room < 0 and ahead:
                break
            if decoded is not None:
                kept[number] = decoded
        self._decoded = kept
        return missing

    def _decode(self, animation: Animation, first: int) -> None:
        """Decodes some frames. Raises ImageError, and Superseded if they are not wanted any more."""

        def check() -> None:
            with self._changed:
                if self._request is None or self._animation is not animation:
                    raise Superseded

        for ahead, frame in enumerate(
            isolated_frames.load(animation.path, first, BATCH, check, self._niceness)
        ):
            decoded = _ready(frame, first + ahead, animation)
            with self._changed:
                if self._animation is not animation:
                    raise Superseded
                self._decoded[first + ahead] = decoded


def animation_of(image: Image, oriented: int) -> Animation | None:
    """Returns what is played of a picture; None if it is no frame of an animation."""
    if image.path is None or not image.pages.animated:
        return None
    pages = replace(image.pages, page=0)
    return Animation(image.path, stamp_of(image.path), pages, image.file_info, oriented)


def _ready(frame: Frame, number: int, animation: Animation) -> DecodedFrame:
    """Returns a frame with what the screen shows of it."""
    if frame.image is None:
        return DecodedFrame(None, frame.ms)
    pages = replace(animation.pages, page=number)
    image = replace(frame.image, pages=pages, file_info=animation.file)
    picture = Picture(rotated(image, animation.orientation))
    _ = picture.preview  # made now, in this thread
    return DecodedFrame(picture, frame.ms)
