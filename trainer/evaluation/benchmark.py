"""Benchmark folders: the ground-truth images, and their downscaled copies if the benchmark includes them."""

import hashlib
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import NamedTuple

from engine.base.errors import DataError
from engine.base.messages import Message, message
from engine.images import folder, loading, lowres, tree
from engine.images.bit_depth import Pixels
from engine.images.suffixes import suffixes
from trainer.evaluation.metrics import Protocol


@dataclass(frozen=True)
class BenchmarkSet:
    """A benchmark on the disk. Downscaled copies that are missing are computed.

    name: as in papers. high: the ground-truth files. protocol: the one that papers use for this set.
    low: the folder that contains X2, X3 … with the downscaled copies. side: side of the ground truths in px, if the
    copies are in sibling folders and each folder is named after its side (size-varied faces, paper section 5.3).
    """

    name: str
    high: list[Path]
    protocol: Protocol
    low: Path | None = None
    side: int | None = None


def find(data: Path) -> BenchmarkSet:
    """Recognizes the layout of `data`: a benchmark, DIV2K, folders named after sizes, or a plain folder of images.

    Raises DataError if there is no such folder or it has no images.
    """
    if not data.is_dir():
        remedy = message("use a benchmark folder, DIV2K, or a folder of images")
        raise DataError(data, message("no such folder"), remedy)
    name = data.resolve().name
    if (data / "HR").is_dir():
        return BenchmarkSet(name, _images_in(data / "HR"), "benchmark", low=_existing(data / "LR_bicubic"))
    if (data / "DIV2K_valid_HR").is_dir():
        return find(data / "DIV2K_valid_HR")
    if name == "DIV2K_valid_HR":
        return BenchmarkSet(
            "DIV2K", _images_in(data), "div2k", low=_existing(data.parent / "DIV2K_valid_LR_bicubic")
        )
    if name.isdecimal() and int(name) > 0:
        return BenchmarkSet(f"{data.resolve().parent.name} {name}", _images_in(data), "whole", side=int(name))
    return BenchmarkSet(name, _images_in(data), "benchmark")


def left_out(benchmark: BenchmarkSet) -> list[Message]:
    """Returns messages about what was left out of the folder of ground truths."""
    return tree.read(benchmark.high[0].parent, deep=False).left_out


def copy_of(benchmark: BenchmarkSet, path: Path, scale: int) -> Path | None:
    """Returns the downscaled copy of the ground truth `path`; None if the set has no copies at this scale.

    Raises DataError if it has copies, but not exactly one of this picture.
    """
    if benchmark.side is not None and benchmark.side % scale == 0:
        parent, name = path.parent.parent / str(benchmark.side // scale), path.stem
    elif benchmark.low is not None:
        parent, name = benchmark.low / f"X{scale}", f"{path.stem}x{scale}"
    else:
        return None
    if not parent.is_dir():
        return None
    found = [each for each in parent.glob(f"{escape(name)}.*") if each.suffix.lower() in suffixes()]
    if len(found) != 1:
        reason = message("has {count} copies {name} in {place}", count=len(found), name=name, place=parent)
        raise DataError(path, reason, message("keep only one there"))
    return found[0]


class Loaded(NamedTuple):
    """low: the input (h, w, 3). high: the ground truth (h * scale, w * scale, 3). Both uint8.

    notices: pairs of a file and what was noticed about it.
    """

    low: Pixels
    high: Pixels
    notices: tuple[tuple[Path, Message], ...]


def pair(benchmark: BenchmarkSet, path: Path, scale: int) -> Loaded:
    """Loads the input and the ground truth of the file `path`.

    If the set has no copies at this scale, the ground truth is cropped to a multiple and downscaled bicubically.
    Raises DataError if the picture is too small for the scale or for its copy.
    """
    copy = copy_of(benchmark, path, scale)
    truth = loading.load(path)
    high, notices = truth.eight_bits, tuple((path, notice) for notice in truth.notices)
    if copy is None:
        if min(high.shape[:2]) < scale:
            reason = message("is smaller than {side} px per side", side=scale)
            raise DataError(path, reason, message("remove it, or use smaller scales"))
        high = lowres.crop_to_multiple(high, scale)
        return Loaded(lowres.downscale(high, scale), high, notices)
    reduced = loading.load(copy)
    low, notices = reduced.eight_bits, (*notices, *((copy, notice) for notice in reduced.notices))
    height, width = low.shape[0] * scale, low.shape[1] * scale
    if height > high.shape[0] or width > high.shape[1]:
        reason = message("is smaller than {scale} times its copy {copy}", scale=scale, copy=copy)
        raise DataError(path, reason, message("correct the pair of files"))
    return Loaded(low, high[:height, :width], notices)


def stamp(benchmark: BenchmarkSet, path: Path, scale: int) -> str:
    """Returns a hash of the names, sizes and modification times of a pair's files. It changes with either file."""
    files = [file for file in (path, copy_of(benchmark, path, scale)) if file is not None]
    states = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr(states).encode()).hexdigest()[:16]


def _images_in(parent: Path) -> list[Path]:
    found = folder.images(parent)
    if not found:
        raise DataError(parent, message("contains no images"), message("use a folder with images"))
    return found


def _existing(path: Path) -> Path | None:
    return path if path.is_dir() else None
