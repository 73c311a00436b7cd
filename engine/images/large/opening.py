"""Makes the image of a large picture, of the child's answer. The app's side."""

import weakref
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.geometry.orientation import UPRIGHT
from engine.images.bit_depth import read_only
from engine.images.large import facts as large_facts
from engine.images.large.facts import ALPHA, COLOURS, VALUES, LargeFacts
from engine.images.large.raster import Cells, Corner, LargeArea, Planes
from engine.images.source_file import BUDGET, open_source
from engine.isolation import children
from engine.isolation.job import Job

SECONDS, MOST_SECONDS = 20.0, 60.0
"""Limits of a job that reads cells. It takes some ms; a file on a network takes longer."""
ORIENTATIONS = {1: UPRIGHT, 2: 4, 3: 2, 4: 6, 5: 7, 6: 1, 7: 5, 8: 3}
"""The orientation that makes a stored picture upright (engine/geometry/orientation.py), by EXIF's number."""


def areas(
    path: Path, page: int | None, niceness: int, value: Any, coarse: Sequence[NDArray[Any]]
) -> tuple[LargeArea, LargeArea | None, LargeArea | None]:
    """Returns the upright areas of a large picture: colours, alpha and values, as far as there are any.

    value: LargeFacts as the child sent them. coarse: the planes of the copy that is kept in memory. Raises ImageError,
    and ValueError, TypeError or LookupError for facts that a child must not give.
    """
    facts = large_facts.from_json(value)
    copy = _checked(coarse, facts.level_shape(facts.coarse), facts)
    source = open_source(path)
    cells = Cells(facts, _reader(source, path, page, niceness, facts))
    weakref.finalize(cells, source.close)

    def area(plane: int) -> LargeArea:
        return LargeArea(cells, copy[plane], plane).rotated(ORIENTATIONS[facts.orientation])

    return (
        area(COLOURS),
        area(ALPHA) if ALPHA in copy else None,
        area(VALUES) if VALUES in copy else None,
    )


def _checked(arrays: Sequence[NDArray[Any]], shape: Corner, facts: LargeFacts) -> dict[int, NDArray[Any]]:
    """Returns the planes of (height, width) px by their numbers. Raises ValueError for others than declared."""
    found = dict(zip(facts.planes, arrays, strict=True))
    for plane, array in found.items():
        pixel, kind = facts.plane(plane)
        if array.shape != (*shape, *pixel) or array.dtype != kind:
            raise ValueError("another plane than declared")
    return found


def _reader(
    source: BinaryIO, path: Path, page: int | None, niceness: int, facts: LargeFacts
) -> Callable[[int, list[Corner]], tuple[list[Planes], int]]:
    def read(times: int, corners: list[Corner]) -> tuple[list[Planes], int]:
        arguments = {"path": str(path), "page": page, "times": times, "corners": corners, "size": facts.cell}
        job = Job("regions", path, ImageError, SECONDS, MOST_SECONDS, BUDGET, niceness, arguments)
        result = children.run(job, source, lambda: None)
        try:
            damaged = int(result.answer["value"])
            return _cells(result.arrays, len(corners), facts), damaged
        except (ValueError, TypeError, LookupError) as error:
            raise _changed(path) from error

    return read


def _cells(arrays: Any, count: int, facts: LargeFacts) -> list[Planes]:
    """Cuts the arrays of an answer, cells below each other. Raises ValueError if they are not as expected."""
    down, across = facts.cell
    found = _checked(arrays, (count * down, across), facts)

    def cut(array: Any, number: int) -> Any:
        # a copy: a view would keep all of the answer in memory
        return read_only(np.array(array[number * down : (number + 1) * down]))

    return [{plane: cut(array, number) for plane, array in found.items()} for number in range(count)]


def _changed(path: Path) -> ImageError:
    reason = message("is another file than the one that was opened")
    return ImageError(path, reason, message("open it again"))
