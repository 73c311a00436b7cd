"""Has a large picture converted whose regions cannot be read. The app's side."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.base.errors import ImageError
from engine.base.messages import Message, from_json
from engine.images.large import pyramid_cache
from engine.images.large.facts import MOST_SIDE
from engine.images.large.opening import ORIENTATIONS
from engine.images.large.previewing import Progress, Report, previewing
from engine.images.source_file import open_source
from engine.isolation import children
from engine.isolation.job import Job, ignore
from engine.isolation.job import Report as JobReport

SECONDS, MOST_SECONDS = 60.0, 4 * 3600.0
"""Limits of a conversion. It asks for what its pixels need, and can be cancelled at any time."""
GROWTH = 1.4
"""Bytes of the converted file by those of its samples: the copies take a third, tiles at the borders a little."""

MOST_BYTES = 16
"""Of the samples of a pixel: four of 32 bits."""
LOWER = 5
"""How much lower the priority of the conversion is than the one of its preview."""
PADDING = 64 << 20
"""Bytes by which the file may be larger, at most: narrow pictures fill little of their tiles."""


@dataclass(frozen=True)
class Convertible:
    """width, height: px, as stored. orientation: EXIF's number. length: bytes of the samples."""

    width: int
    height: int
    orientation: int
    length: int


def convertible(value: Any) -> Convertible:
    """Returns what the child says. Raises ValueError for what it must not say."""
    match value:
        case [int(width), int(height), int(orientation), int(length)]:
            sides = 0 < width < MOST_SIDE and 0 < height < MOST_SIDE
            if sides and 1 <= orientation <= 8 and 0 < length <= MOST_BYTES * width * height:
                return Convertible(width, height, orientation, length)
    raise ValueError("no facts about a conversion")


def converted(
    path: Path,
    page: int | None,
    facts: Convertible,
    check: Callable[[], None],
    niceness: int,
    report: Report | None,
) -> tuple[Path, list[Message]]:
    """Returns a tiled TIFF of a picture, and what there is to say of its conversion. It may have been made before.

    report: follows a conversion that has to be made. Raises ImageError, and what `check` raises.
    """
    length = int(facts.length * GROWTH)

    def convert(target: Path) -> list[Message]:
        if report is None:
            return write(target, ignore)
        progress = Progress((facts.width, facts.height), ORIENTATIONS[facts.orientation], report)
        with previewing(path, page, niceness, progress, check):
            return write(target, progress.converted)

    def write(target: Path, report: JobReport) -> list[Message]:
        with open_source(path) as source, target.open("rb+") as file:
            job = Job(
                "pyramid",
                path,
                ImageError,
                SECONDS,
                MOST_SECONDS,
                length + PADDING,
                min(niceness + LOWER, 19),
                {"path": str(path), "page": page, "folder": str(target.parent)},
                keep=False,  # libvips keeps memory for the next picture
                target=file.fileno(),
                report=report,
            )
            notices = children.run(job, source, check).answer["value"]
        return [each for each in map(from_json, notices) if each is not None]

    return pyramid_cache.converted(path, page, length, convert)
