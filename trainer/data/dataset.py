"""Recognizes the layout of an image folder: which files are ground truths, which are held out, which are inputs."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.base import paths
from engine.base.errors import DataError
from engine.base.messages import Message, mark, message
from engine.images import tree

HIGH = ("hr", "gt", "high", "target", "targets", "original")
LOW = ("lr", "lq", "low", "input", "inputs", "lr_bicubic")
"""Usual names of the folders of ground truths and of inputs, lower case."""
HELD_OUT_EVERY, HELD_OUT_MAX, HELD_OUT_FROM = 20, 12, 5
"""A folder without a validation set holds out every 20th file, at least 1 and at most 12. One of fewer than 5 files has
none to spare."""


class Kind(StrEnum):
    """The known layouts, under the names that users read."""

    DIV2K = "DIV2K"
    BENCHMARK = mark("benchmark")
    PAIRS = mark("pairs of folders")
    SIZES = mark("size folders")
    TREE = mark("tree of images")
    PICTURE = mark("one picture")


@dataclass(frozen=True)
class Pair:
    """A ground truth and the same picture reduced by `scale`. None: the scale follows from the sizes of the two."""

    high: Path
    low: Path
    scale: int | None


@dataclass(frozen=True)
class Dataset:
    """A folder's layout, found by names alone. No file is opened.

    training: ground truths to train on.
    validation: ground truths held out from training.
    pairs: inputs of training files, if the folder provides any.
    sides: sides in px that size folders are named by, ascending. `size_pairs` pairs two of them.
    left_out: messages about what was not read of the folders.
    """

    root: Path
    kind: Kind
    training: tuple[Path, ...]
    validation: tuple[Path, ...]
    pairs: tuple[Pair, ...] = ()
    sides: tuple[int, ...] = ()
    left_out: tuple[Message, ...] = ()


def describe(root: Path, low: Path | None = None) -> Dataset:
    """Returns the layout of `root`, a folder or one image file. low: folder of the inputs of its pictures, if given.

    Raises DataError if one of the folders does not exist or cannot be read.
    """
    if paths.is_file(root):
        return Dataset(root, Kind.PICTURE, (root,), ())
    for path in (root, low):
        if path is not None and not paths.is_folder(path):
            raise DataError(path, message("no such folder"), message("choose a folder of images"))
    try:
        return _described(root, low)
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror or error)
        raise DataError(
            error.filename or root, reason, message("change its permissions, or choose another")
        ) from error


def _described(root: Path, low: Path | None) -> Dataset:
    layout = _layout(root, low)
    training, validation = _split(root, layout.source)
    kept = set(training)
    return Dataset(
        root,
        layout.kind,
        tuple(training),
        tuple(validation),
        tuple(pair for pair in layout.pairs if pair.high in kept),
        layout.sides,
        tuple(text for path in (root, low) if path is not None for text in tree.read(path).left_out),
    )


@dataclass(frozen=True)
class _Layout:
    """source: folder of the ground truths. pairs, sides: as in Dataset, validation files included."""

    kind: Kind
    source: Path
    pairs: list[Pair]
    sides: tuple[int, ...] = ()


def _layout(root: Path, low: Path | None) -> _Layout:
    """Finds the layout of a folder by the names of its subfolders. `low` is as in `describe`."""
    if low is not None:
        return _Layout(Kind.PAIRS, root, _pairs(root, low, None))
    subfolders = {path.name: path for path in sorted(root.iterdir()) if path.is_dir()}
    if "DIV2K_train_HR" in (root.name, *subfolders):
        home = root.parent if root.name == "DIV2K_train_HR" else root
        pairs = _scaled_pairs(home / "DIV2K_train_HR", home / "DIV2K_train_LR_bicubic")
        return _Layout(Kind.DIV2K, root, pairs)
    by_use = {name.lower(): path for name, path in subfolders.items()}
    high = next((by_use[name] for name in HIGH if name in by_use), None)
    inputs = next((by_use[name] for name in LOW if name in by_use), None)
    if high is not None and inputs is not None:
        kind = Kind.BENCHMARK if inputs.name == "LR_bicubic" else Kind.PAIRS
        return _Layout(kind, high, _scaled_pairs(high, inputs) or _pairs(high, inputs, None))
    sides = sorted(int(name) for name in subfolders if name.isdecimal() and image_files(subfolders[name]))
    if len(sides) > 1:
        return _Layout(Kind.SIZES, root / str(sides[-1]), [], tuple(sides))
    return _Layout(Kind.TREE, root, [])


def size_pairs(dataset: Dataset, low: int, high: int) -> tuple[Pair, ...]:
    """Pairs two size folders: inputs of `low` px a side, ground truths of `high` px a side (paper, section 5.3).

    Raises DataError if one of the folders is missing.
    """
    for side in (low, high):
        if side not in dataset.sides:
            known = ", ".join(map(str, dataset.sides)) or message("none")
            reason = message(
                "no folder {side}/ with pictures of {side} px per side ({known})", side=side, known=known
            )
            remedy = message(
                "use a folder with {low}/ and {high}/, or change data.patch and data.max_scale",
                low=low,
                high=high,
            )
            raise DataError(dataset.root, reason, remedy)
    largest = dataset.root / str(dataset.sides[-1])
    training = {path.relative_to(largest).with_suffix("") for path in dataset.training}
    source = dataset.root / str(high)
    pairs = _pairs(source, dataset.root / str(low), None)
    return tuple(pair for pair in pairs if pair.high.relative_to(source).with_suffix("") in training)


def image_files(root: Path) -> list[Path]:
    """Returns every image file under `root`, sorted; see engine/images/tree.py. Raises OSError."""
    return tree.read(root).files


def _split(root: Path, source: Path) -> tuple[list[Path], list[Path]]:
    """Returns the ground truths in `source` as training and validation files.

    Validation files are those in folders called "valid…". If there are none, they are those of DIV2K's validation
    folder in `root` or beside it, and else a few files of the folder, unless it has fewer than HELD_OUT_FROM.
    """
    training: list[Path] = []
    validation: list[Path] = []
    for path in image_files(source):
        folders = [part.lower() for part in path.relative_to(source).parts[:-1]]
        if not any(_is_low(name) for name in folders):
            (validation if any("valid" in name for name in folders) else training).append(path)
    for valid in (root / "DIV2K_valid_HR", root.parent / "DIV2K_valid_HR"):
        if not validation and valid.is_dir() and valid != source:
            validation = image_files(valid)
    if not validation and len(training) >= HELD_OUT_FROM:
        # the middle file of each 20, so that held-out files are spread evenly over a numbered series
        middle = min(HELD_OUT_EVERY, len(training)) // 2
        validation = training[middle::HELD_OUT_EVERY][:HELD_OUT_MAX]
        held_out = set(validation)
        training = [path for path in training if path not in held_out]
    return training, validation


def _is_low(name: str) -> bool:
    """Whether a folder of this name (lower case) holds reduced copies."""
    return name in LOW or "_lr" in name or name.startswith("lr_")


def _scaled_pairs(high: Path, low: Path) -> list[Pair]:
    """Returns pairs of `high` and the folders X2, X3, … of `low`."""
    if not low.is_dir():
        return []
    folders = [
        path for path in sorted(low.iterdir()) if path.is_dir() and re.fullmatch(r"[xX]\d+", path.name)
    ]
    return [pair for path in folders for pair in _pairs(high, path, int(path.name[1:]))]


def _pairs(high: Path, low: Path, scale: int | None) -> list[Pair]:
    """Pairs files of equal names. The suffix may differ, and the input's name may end in x2, x3, …."""
    inputs: dict[str, Path] = {}
    for path in image_files(low):
        name = path.relative_to(low).with_suffix("").as_posix()
        inputs[name] = path
        inputs.setdefault(re.sub(r"x\d+$", "", name), path)
    names = {path: path.relative_to(high).with_suffix("").as_posix() for path in image_files(high)}
    return [Pair(path, inputs[name], scale) for path, name in names.items() if name in inputs]
