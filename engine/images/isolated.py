"""Decodes untrusted pictures in a limited child process (engine/isolation), which may crash, hang or run out of memory.

It gives what `load` and `size` of engine/images/loading.py give in this process. The child decodes; the pixels come
back in memory that both share. Decoders are imported only where there is no such child: an import takes a tenth of the
time until the first window.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.base.awaited import awaited
from engine.base.errors import ImageError
from engine.base.messages import from_json, message
from engine.base.printable import one_line
from engine.images import source_file
from engine.images.bit_depth import Raster
from engine.images.file_info import FileInfo
from engine.images.image import Image
from engine.images.large import converting, opening
from engine.images.large.previewing import Report
from engine.images.metadata import Metadata
from engine.images.pages import Kind, Pages
from engine.images.pages import notice as pages_notice
from engine.images.rotation import rotated
from engine.images.samples import Values
from engine.images.source_file import BUDGET, open_source
from engine.isolation import children
from engine.isolation.channel import Json
from engine.isolation.job import Job, Result

SECONDS = 10.0
"""Limit for the head, and for a picture of 100 megapixels or less. A larger one gets more in proportion."""
MOST_CHARACTERS = 2000
"""Of a tag that is read as text."""
TagGroups = list[tuple[str, list[tuple[str, str]]]]
"""Names of groups, and names and values of their tags."""
MOST_SECONDS = 60.0
"""Limit for the largest pictures, and for those of slow formats (engine/images/picture_job.py)."""


def never_cancel() -> None:
    """The cancellation check of a caller that never cancels."""


def load(
    path: Path,
    check: Callable[[], None] = never_cancel,
    niceness: int = 0,
    page: int | None = None,
    report: Report | None = None,
) -> Image:
    """Decodes a picture of a file as `loading.load` does. Any thread.

    check: raises an error to cancel. niceness: of the child. report: follows the conversion of a large picture; without
    it, none is followed. Raises ImageError, and what `check` raises.
    """
    if not children.SUPPORTED:
        from engine.images import loading

        return loading.load(path, page)
    arguments = {"page": page, "most_pixels": source_file.MOST_PIXELS}
    result = run("picture", path, check, niceness, arguments)
    try:
        if "convertible" in result.answer["value"]:
            return _converted(path, result, check, niceness, page, report)
        return _image(path, result, niceness, page)
    except (ValueError, TypeError, LookupError) as error:
        raise foreign_answer(path) from error


def _converted(
    path: Path,
    result: Result,
    check: Callable[[], None],
    niceness: int,
    page: int | None,
    report: Report | None,
) -> Image:
    """Opens a large picture by a tiled copy of it. Raises as `_image` does, ImageError, and what `check` raises."""
    value: Json = result.answer["value"]
    facts = converting.convertible(value["convertible"])
    target, notices = converting.converted(path, page, facts, check, niceness, report)
    copy = load(target, check, niceness)
    if (copy.width, copy.height) != (facts.width, facts.height):
        raise ValueError("another picture")
    notices = [*filter(None, map(from_json, value["notices"])), *notices, *copy.notices]
    info, pages = _file_info(value["file"]), _pages(value["pages"])
    if copy.alpha is not None and copy.file_info is not None and copy.file_info.mode == f"{info.mode}A":
        info = replace(info, mode=copy.file_info.mode)  # some pixels have no value
    if page is None and (others := pages_notice(pages)) is not None:
        notices.append(others)
    upright = rotated(copy, opening.ORIENTATIONS[facts.orientation])
    return replace(upright, name=path.name, path=path, notices=tuple(notices), file_info=info, pages=pages)


def size(
    path: Path, check: Callable[[], None] = never_cancel, niceness: int = 0, page: int | None = None
) -> tuple[int, int]:
    """Returns (width, height) px from the head of a file as `loading.size` does. Raises like `load`."""
    if not children.SUPPORTED:
        from engine.images import loading

        return loading.size(path, page)
    match run("picture-size", path, check, niceness, {"page": page}).answer["value"]:
        case [int(width), int(height)]:
            return width, height
    raise foreign_answer(path)


def metadata(
    path: Path, page: int | None = None, check: Callable[[], None] = never_cancel, niceness: int = 0
) -> Metadata:
    """Reads what a picture file carries beside its pixels. The bytes are not to be trusted. Raises like `load`."""
    if not children.SUPPORTED:
        from engine.images import loading

        return loading.metadata(path, page)
    result = run("picture-metadata", path, check, niceness, {"page": page})
    try:
        return _metadata(result)
    except (ValueError, TypeError, LookupError) as error:
        raise foreign_answer(path) from error


def tags(
    path: Path, page: int | None = None, check: Callable[[], None] = never_cancel, niceness: int = 0
) -> TagGroups:
    """Returns all tags of a picture file as text, in groups (engine/images/tag_groups.py). Raises like `load`."""
    if not children.SUPPORTED:
        from engine.images import loading, tag_groups

        return tag_groups.groups(loading.metadata(path, page))
    value: Any = run("picture-tags", path, check, niceness, {"page": page}).answer["value"]
    try:
        return [
            (_line(group), [(_line(name), _line(text)) for name, text in pairs]) for group, pairs in value
        ]
    except (ValueError, TypeError) as error:
        raise foreign_answer(path) from error


def _line(text: object) -> str:
    """Checks a text of an answer. Raises TypeError."""
    if not isinstance(text, str):
        raise TypeError(text)
    return one_line(text, MOST_CHARACTERS)


def _metadata(result: Result) -> Metadata:
    value: Json = result.answer["value"]
    parts = {str(name): array.tobytes() for name, array in zip(value["parts"], result.arrays, strict=True)}
    comment = parts.pop("comment", b"").decode() or None
    dpi = (float(value["dpi"][0]), float(value["dpi"][1])) if value["dpi"] else None
    return Metadata(**parts, comment=comment, dpi=dpi)


def run(name: str, path: Path, check: Callable[[], None], niceness: int, arguments: Json) -> Result:
    """Runs a job of engine/images/picture_job.py on a file. arguments: besides its path. Raises like `load`."""
    with awaited(partial(open_source, path), check) as source:
        arguments = {"path": str(path), **arguments}
        job = Job(name, path, ImageError, SECONDS, MOST_SECONDS, 2 * BUDGET, niceness, arguments)
        return children.run(job, source, check)


def _image(path: Path, result: Result, niceness: int, page: int | None) -> Image:
    """Makes the image of an answer. Raises ValueError, TypeError or LookupError for one that a child must not give."""
    pixels, alpha, values = planes(result.arrays)
    value: Json = result.answer["value"]
    notices = tuple(filter(None, map(from_json, value["notices"])))
    about = path.name, path, notices, _file_info(value["file"]), _pages(value["pages"])
    if "large" in value:
        colours, opacity, numbers = opening.areas(path, page, niceness, value["large"], result.arrays)
        return Image(colours, opacity, *about, numbers)
    return Image(pixels, alpha, *about, values)


def planes(arrays: Sequence[NDArray[Any]]) -> tuple[Raster, Raster | None, Values | None]:
    """Returns pixels, alpha and values of a picture from a child. Raises ValueError or LookupError if they are none."""
    pixels, *others = arrays
    values = others.pop() if others and others[-1].dtype == np.float32 else None
    alpha = others.pop() if others else None
    sound = (
        str(pixels.dtype) in ("uint8", "uint16") and pixels.ndim == 3 and pixels.shape[2] == 3 and not others
    )
    if alpha is not None:
        sound = sound and (alpha.shape, alpha.dtype) == (pixels.shape[:2], pixels.dtype)
    if values is not None:
        sound = sound and values.shape in (pixels.shape[:2], pixels.shape)
    if not sound:
        raise ValueError("no picture")
    return pixels, alpha, values


def _file_info(value: Any) -> FileInfo:
    match value:
        case [str(format_name), str(mode), int(bits), str() | None as profile, int(size)]:
            return FileInfo(format_name, mode, bits, profile, size)
    raise ValueError("no facts about a file")


def _pages(value: Any) -> Pages:
    match value:
        case [int(page), int(count), str(kind), int(plays)]:
            return Pages(page, count, Kind(kind), plays)
    raise ValueError("no page of a file")


def foreign_answer(path: Path) -> ImageError:
    """The error for an answer that only a child gives that a file has taken over."""
    reason = message("made the process that reads it give a wrong answer")
    return ImageError(path, reason, message("do not open it; it was probably made to do harm"))
