"""Shows a reduced copy of a picture while it is converted. The app's side."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import ImageError, Superseded
from engine.geometry import orientation
from engine.images.area import turned
from engine.images.bit_depth import Pixels, read_only
from engine.images.source_file import open_source
from engine.isolation import children
from engine.isolation.job import CORES, Job

MOST_PIXELS = 1 << 23
"""Pixels of the copy: more than most screens show."""
LEAST_FACTOR = 8
"""The copy is at least so many times smaller along a side: a JPEG is decoded eight times smaller at once."""
SECONDS, MOST_SECONDS = 60.0, 3600.0
ENOUGH_FOR_ONE = 2
"""Cores that the decoding of one picture keeps busy."""
POLL_S = 0.02
"""Seconds between two looks at whether the picture is still wanted."""


@dataclass(frozen=True, eq=False)
class Conversion:
    """What there is of a picture that is being converted.

    size: (width, height) px, upright. done: of the conversion, 0 to 1. preview: (h, w, 4) uint8 as Picture.preview, the
    picture reduced; rows that are not decoded yet are transparent. None if there is none.
    """

    size: tuple[int, int]
    done: float = 0.0
    preview: Pixels | None = None

    def turned(self, by: int) -> "Conversion":
        """Returns it in an orientation, relative to its present one."""
        size = orientation.rotated_size(by, self.size)
        preview = None if self.preview is None else read_only(turned(self.preview, by))
        return Conversion(size, self.done, preview)


Report = Callable[[Conversion], None]
"""Called in the thread that waits for the picture, and in another one; never after the picture is there."""


class Progress:
    """Puts the reports of a conversion together with those of its copy, and passes them on.

    upright: the orientation that makes the stored picture upright.
    """

    def __init__(self, size: tuple[int, int], upright: int, report: Report) -> None:
        self._size, self._upright, self._report = size, upright, report
        self._lock = threading.Lock()
        self.begun = threading.Event()  # the first rows of the copy are there
        self._now = Conversion(orientation.rotated_size(upright, size))

    @property
    def factor(self) -> int:
        """How many times smaller the copy is along a side, a power of two."""
        factor = LEAST_FACTOR
        while self._shape(factor)[0] * self._shape(factor)[1] > MOST_PIXELS:
            factor *= 2
        return factor

    def converted(self, done: float, _arrays: tuple[Any, ...] = ()) -> None:
        """The conversion has come so far, 0 to 1."""
        self._pass_on(done, None)

    def previewed(self, _done: float, arrays: tuple[Any, ...]) -> None:
        """More of the copy is there. Raises ValueError for an array that is none."""
        (preview,) = arrays
        if preview.shape != (*self._shape(self.factor), 4) or preview.dtype != np.uint8:
            raise ValueError("no copy of the picture")
        self._pass_on(None, preview)
        self.begun.set()

    def _shape(self, factor: int) -> tuple[int, int]:
        width, height = self._size
        return -(-height // factor), -(-width // factor)

    def _pass_on(self, done: float | None, preview: Pixels | None) -> None:
        with self._lock:
            before = self._now
            if preview is not None:
                preview = read_only(turned(preview, self._upright))
            self._now = Conversion(
                before.size,
                before.done if done is None else done,
                before.preview if preview is None else preview,
            )
            self._report(self._now)


@contextmanager
def previewing(
    path: Path, page: int | None, niceness: int, progress: Progress, check: Callable[[], None]
) -> Iterator[None]:
    """Decodes the copy in another child and thread. The block runs once its first rows are there, or it has failed.

    On two cores or less it runs once all of the copy is there: what it does would slow the copy down. Raises what
    `check` raises.
    """
    ended = threading.Event()
    thread = threading.Thread(target=_preview, args=(path, page, niceness, progress, ended), name="preview")
    thread.start()
    try:
        while thread.is_alive() and (CORES <= ENOUGH_FOR_ONE or not progress.begun.is_set()):
            thread.join(POLL_S)
            check()
        yield
    finally:
        ended.set()
        thread.join()


def _preview(path: Path, page: int | None, niceness: int, progress: Progress, ended: threading.Event) -> None:
    def check() -> None:
        if ended.is_set():
            raise Superseded

    # without a copy the picture is shown later: the conversion says what is wrong with the file
    with suppress(ImageError, Superseded, ValueError), open_source(path) as source:
        job = Job(
            "preview",
            path,
            ImageError,
            SECONDS,
            MOST_SECONDS,
            5 * MOST_PIXELS,
            niceness,
            {"path": str(path), "page": page, "factor": progress.factor},
            keep=False,  # libvips keeps memory for the next picture
            report=progress.previewed,
        )
        arrays = children.run(job, source, check).arrays
        if arrays:
            progress.previewed(1.0, arrays)
