"""What a folder of images is: which of its files are ground truths, which are held out, which are inputs."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.base.errors import DataError
from engine.base.messages import mark, message
from engine.images import folder

HIGH = ("hr", "gt", "high", "target", "targets", "original")
LOW = ("lr", "lq", "low", "input", "inputs", "lr_bicubic")
"""What people call the folders of ground truths, and of inputs; lower case."""
HELD_OUT_EVERY, HELD_OUT_MOST = 20, 12
"""Of a folder without a validation set: every so many files, and no more than so many."""


class Kind(StrEnum):
    """The layouts that are known, as a person calls them."""

    DIV2K = "DIV2K"
    BENCHMARK = mark("benchmark")
    PAIRS = mark("pairs of folders")
    SIZES = mark("size folders")
    TREE = mark("tree of images")
    PICTURE = mark("one picture")


@dataclass(frozen=True)
class Pair:
    """A ground truth, and the same picture `scale` times smaller; None: the sizes of the two will tell."""

    high: Path
    low: Path
    scale: int | None


@dataclass(frozen=True)
class Dataset:
    """A folder as it is understood, by names alone: no file has been opened.

    training: ground truths. validation: files held out from them. pairs: of training files, where the folder brings
    inputs. sides: the names of size folders, px, ascending; their pairs come from `sized`.
    """

    root: Path
    kind: Kind
    training: tuple[Path, ...]
    validation: tuple[Path, ...]
    pairs: tuple[Pair, ...] = ()
    sides: tuple[int, ...] = ()


def describe(root: Path, low: Path | None = None) -> Dataset:
    """What `root` is, a folder or one picture's file; `low`, where given, is the folder of its pictures' inputs.

    Raises DataError where either is not there.
    """
    if root.is_file():
        return Dataset(root, Kind.PICTURE, (root,), ())
    for place in (root, low):
        if place is not None and not place.is_dir():
            raise DataError(place, message("no such folder"), message("give a folder of images"))
    inside = {path.name: path for path in sorted(root.iterdir()) if path.is_dir()}
    by_use = {name.lower(): path for name, path in inside.items()}
    high = next((by_use[name] for name in HIGH if name in by_use), None)
    found = next((by_use[name] for name in LOW if name in by_use), None)
    sides = sorted(int(name) for name in inside if name.isdecimal() and tree(inside[name]))
    if low is not None:
        kind, source, pairs = Kind.PAIRS, root, _pairs(root, low, None)
    elif "DIV2K_train_HR" in (root.name, *inside):
        kind, source = Kind.DIV2K, root
        home = root.parent if root.name == "DIV2K_train_HR" else root
        pairs = _scaled_pairs(home / "DIV2K_train_HR", home / "DIV2K_train_LR_bicubic")
    elif high is not None and found is not None:
        kind = Kind.BENCHMARK if found.name == "LR_bicubic" else Kind.PAIRS
        source, pairs = high, _scaled_pairs(high, found) or _pairs(high, found, None)
    elif len(sides) > 1:
        kind, source, pairs = Kind.SIZES, root / str(sides[-1]), []
    else:
        kind, source, pairs = Kind.TREE, root, []
    training, validation = _parted(root, source)
    kept = set(training)
    return Dataset(
        root,
        kind,
        tuple(training),
        tuple(validation),
        tuple(pair for pair in pairs if pair.high in kept),
        tuple(sides) if kind is Kind.SIZES else (),
    )


def sized(dataset: Dataset, low: int, high: int) -> tuple[Pair, ...]:
    """Pairs of size folders: inputs of `low` px a side and ground truths of `high` (paper, section 5.3).

    Raises DataError where either folder is missing.
    """
    for side in (low, high):
        if side not in dataset.sides:
            known = ", ".join(map(str, dataset.sides)) or message("none")
            reason = message(
                "no folder {side}/ of pictures {side} px a side ({known})", side=side, known=known
            )
            remedy = message(
                "give a folder with {low}/ and {high}/, or change data.patch and data.max_scale",
                low=low,
                high=high,
            )
            raise DataError(dataset.root, reason, remedy)
    largest = dataset.root / str(dataset.sides[-1])
    kept = {path.relative_to(largest).with_suffix("") for path in dataset.training}
    place = dataset.root / str(high)
    pairs = _pairs(place, dataset.root / str(low), None)
    return tuple(pair for pair in pairs if pair.high.relative_to(place).with_suffix("") in kept)


def tree(root: Path) -> list[Path]:
    """Every image file under `root`, sorted; hidden files and folders are left out."""
    known = folder.suffixes()
    return sorted(
        path
        for path in root.rglob("*")
        if path.suffix.lower() in known
        and not any(part.startswith(".") for part in path.relative_to(root).parts)
    )


def _parted(root: Path, source: Path) -> tuple[list[Path], list[Path]]:
    """Training and validation files: ground truths in `source`, and those held out from them.

    A validation set in `root` or DIV2K's beside it is taken; else a few files of a large enough folder.
    """
    training: list[Path] = []
    validation: list[Path] = []
    for path in tree(source):
        folders = [part.lower() for part in path.relative_to(source).parts[:-1]]
        if not any(_is_low(name) for name in folders):
            (validation if any("valid" in name for name in folders) else training).append(path)
    for place in (root / "DIV2K_valid_HR", root.parent / "DIV2K_valid_HR"):
        if not validation and place.is_dir() and place != source:
            validation = tree(place)
    if not validation and len(training) >= HELD_OUT_EVERY:
        # from the middle of each stretch, so that a numbered series is held out evenly
        validation = training[HELD_OUT_EVERY // 2 :: HELD_OUT_EVERY][:HELD_OUT_MOST]
        held = set(validation)
        training = [path for path in training if path not in held]
    return training, validation


def _is_low(name: str) -> bool:
    """Whether a folder of this name, lower case, holds reduced copies."""
    return name in LOW or "_lr" in name or name.startswith("lr_")


def _scaled_pairs(high: Path, low: Path) -> list[Pair]:
    """Pairs at each scale that `low` has a folder X2, X3, … for."""
    if not low.is_dir():
        return []
    folders = [
        path for path in sorted(low.iterdir()) if path.is_dir() and re.fullmatch(r"[xX]\d+", path.name)
    ]
    return [pair for path in folders for pair in _pairs(high, path, int(path.name[1:]))]


def _pairs(high: Path, low: Path, scale: int | None) -> list[Pair]:
    """Files of the same name, but for the suffix and an x2, x3, … at the end of the smaller one's."""
    inputs: dict[str, Path] = {}
    for path in tree(low):
        name = path.relative_to(low).with_suffix("").as_posix()
        inputs[name] = path
        inputs.setdefault(re.sub(r"x\d+$", "", name), path)
    names = {path: path.relative_to(high).with_suffix("").as_posix() for path in tree(high)}
    return [Pair(path, inputs[name], scale) for path, name in names.items() if name in inputs]
