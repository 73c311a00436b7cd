"""Decodes frames of animations in a limited child process, several at a time (engine/images/isolated.py)."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from engine.images.bit_depth import Raster
from engine.images.image import Image
from engine.images.isolated import foreign_answer, planes, run
from engine.images.source_file import open_source
from engine.isolation import children

LONGEST_MS = 24 * 3600 * 1000
"""Longest time of a frame that is believed."""
FEW = 8
"""Frames that are decoded at a time where there are no children."""


@dataclass(frozen=True, eq=False)
class Frame:
    """A frame of an animation. image: None if it is damaged. ms: how long it is shown."""

    image: Image | None
    ms: int


def load(
    path: Path, first: int, most_bytes: int, check: Callable[[], None], niceness: int = 0
) -> list[Frame]:
    """Decodes frames from `first` on: at least one, and as many as take some 0.15 s or `most_bytes`. Any thread.

    Raises ImageError if the file is no animation or has no such frame, and what `check` raises.
    """
    if not children.SUPPORTED:
        from engine.images import loading

        with open_source(path) as stream:
            decoded = islice(loading.decode_frames(stream, path, first), FEW)
            return [_frame(path, ms, None if found is None else found.planes) for ms, found in decoded]
    result = run("frames", path, check, niceness, {"first": first, "most_bytes": most_bytes})
    try:
        return _frames(path, result.answer["value"], list(result.arrays))
    except (ValueError, TypeError, LookupError) as error:
        raise foreign_answer(path) from error


def _frames(path: Path, described: Any, arrays: list[NDArray[Any]]) -> list[Frame]:
    """Makes the frames of an answer. Raises ValueError, TypeError or LookupError for a wrong one."""
    frames: list[Frame] = []
    for ms, count in described:
        if not (isinstance(ms, int) and 0 < ms <= LONGEST_MS and count in (0, 1, 2)):
            raise ValueError("no frame")
        own, arrays = arrays[:count], arrays[count:]
        if len(own) != count:
            raise ValueError("no pixels of a frame")
        frames.append(_frame(path, ms, planes(own)[:2] if own else None))
    if not frames or arrays:
        raise ValueError("no frames")
    return frames


def _frame(path: Path, ms: int, arrays: tuple[Raster, Raster | None] | None) -> Frame:
    return Frame(None if arrays is None else Image(*arrays, path.name, path), ms)
