"""What a benchmark has on the disk: ground truths, and their reduced copies where it brings any."""

import hashlib
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from engine.base.errors import DataError
from engine.base.messages import message
from engine.images import folder, image, lowres
from engine.images.bit_depth import Pixels
from trainer.evaluation.metrics import Protocol


@dataclass(frozen=True)
class Set:
    """name: as papers have it. high: the ground truths. protocol: the one that papers measure it by.

    low: where X2, X3 … with the reduced copies lie. side: of the ground truths, px, where the copies are in
    folders beside theirs, each named by a side. Copies that are not there are made.
    """

    name: str
    high: list[Path]
    protocol: Protocol
    low: Path | None = None
    side: int | None = None


def find(data: Path) -> Set:
    """Which layout `data` has: a benchmark's, DIV2K's, folders named by sizes, or images alone.

    Raises DataError where there is none.
    """
    if not data.is_dir():
        remedy = message("give a benchmark's folder, DIV2K's, or one of images")
        raise DataError(data, message("no such folder"), remedy)
    name = data.resolve().name
    if (data / "HR").is_dir():
        return Set(name, _some(data / "HR"), "benchmark", low=_there(data / "LR_bicubic"))
    if (data / "DIV2K_valid_HR").is_dir():
        return find(data / "DIV2K_valid_HR")
    if name == "DIV2K_valid_HR":
        return Set("DIV2K", _some(data), "div2k", low=_there(data.parent / "DIV2K_valid_LR_bicubic"))
    if name.isdecimal() and int(name) > 0:
        return Set(f"{data.resolve().parent.name} {name}", _some(data), "whole", side=int(name))
    return Set(name, _some(data), "benchmark")


def copy_of(of: Set, path: Path, scale: int) -> Path | None:
    """The reduced copy of the ground truth `path`; None where the set brings none at this scale.

    Raises DataError where it brings copies, and not just one of this picture.
    """
    if of.side is not None and of.side % scale == 0:
        place, name = path.parent.parent / str(of.side // scale), path.stem
    elif of.low is not None:
        place, name = of.low / f"X{scale}", f"{path.stem}x{scale}"
    else:
        return None
    if not place.is_dir():
        return None
    found = [each for each in place.glob(f"{escape(name)}.*") if each.suffix.lower() in folder.suffixes()]
    if len(found) != 1:
        reason = message("has {count} copies {name} in {place}", count=len(found), name=name, place=place)
        raise DataError(path, reason, message("keep just one there"))
    return found[0]


def pair(of: Set, path: Path, scale: int) -> tuple[Pixels, Pixels]:
    """(h, w, 3) and (h * scale, w * scale, 3) of the ground truth `path`.

    Where the set brings no copies at this scale one is made by bicubic reduction, after cropping to a multiple.
    """
    copy = copy_of(of, path, scale)
    high = image.load(path).eight_bits
    if copy is None:
        if min(high.shape[:2]) < scale:
            reason = message("is less than {side} px a side", side=scale)
            raise DataError(path, reason, message("leave it out, or give smaller scales"))
        high = lowres.crop_to_multiple(high, scale)
        return lowres.downscale(high, scale), high
    low = image.load(copy).eight_bits
    height, width = low.shape[0] * scale, low.shape[1] * scale
    if height > high.shape[0] or width > high.shape[1]:
        reason = message("is smaller than {scale} times its copy {copy}", scale=scale, copy=copy)
        raise DataError(path, reason, message("mend the pair of files"))
    return low, high[:height, :width]


def stamp(of: Set, path: Path, scale: int) -> str:
    """What tells whether the files of a pair are the ones that were read before: their sizes and times."""
    files = [file for file in (path, copy_of(of, path, scale)) if file is not None]
    told = [(str(file.name), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _some(place: Path) -> list[Path]:
    found = folder.images(place)
    if not found:
        raise DataError(place, message("holds no images"), message("give a folder that does"))
    return found


def _there(place: Path) -> Path | None:
    return place if place.is_dir() else None
