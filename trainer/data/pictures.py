"""A folder's pictures, decoded and sorted out: what a run draws from, and what was left out of it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.base import errors
from engine.base.errors import DataError
from engine.base.messages import Message, message
from trainer.data import dataset, reading
from trainer.data.dataset import Dataset
from trainer.data.reading import Outcome
from trainer.data.store import Budget, Store
from trainer.recipe import Data

Item = tuple[Path, Path | None]
"""A ground truth, and its input where the folder brings one."""


@dataclass(frozen=True, eq=False)
class Pictures:
    """What a run draws from.

    high: places of the ground truths in `store`. low: of their inputs; empty: inputs are made from the ground truths.
    reach (N,): the chance, by area, of each ground truth and those before it. fingerprint: of their files.
    unreadable, unfit: what was left out, one line each. digests: of each file's decoded pixels.
    """

    dataset: Dataset
    store: Store
    high: tuple[int, ...]
    low: tuple[int, ...]
    reach: NDArray[np.float64]
    fingerprint: str
    unreadable: tuple[Message, ...]
    unfit: tuple[Message, ...]
    digests: dict[Path, str]

    @property
    def equal(self) -> tuple[tuple[Path, ...], ...]:
        """Groups of files whose decoded pixels are the same, whatever their format."""
        groups = defaultdict(list)
        for path, digest in self.digests.items():
            groups[digest].append(path)
        return tuple(tuple(paths) for paths in groups.values() if len(paths) > 1)

    @property
    def notices(self) -> Iterator[Message]:
        """What the folder's owner should know, one line each; a file is named once."""
        yield message(
            "{count} pictures, {size:.0f} MB decoded, are held in: {where}",
            count=len(self.high),
            size=self.store.flat.numel() / 1e6,
            where=message(self.store.where),
        )
        yield from self.unreadable
        yield from self.unfit
        for paths in self.equal:
            files = ", ".join(map(str, paths))
            yield errors.summary(files, message("one and the same picture"), message("keep one of them"))


def load(data: Data, within: Budget) -> Pictures:
    """Reads what `data` trains on, to where `within` has room. Raises DataError where nothing can be trained on."""
    root = Path(data.root)
    known = dataset.describe(root, Path(data.low) if data.low else None)
    items = _items(known, data)
    sizes, unreadable = reading.sizes(list(dict.fromkeys(path for item in items for path in item if path)))
    store, outcomes = reading.decode_files(sizes, root, within)
    read = dict(zip(sizes, outcomes, strict=True))
    unreadable += [outcome.error for outcome in outcomes if outcome.error]
    unfit: list[Message] = []
    used = []
    for high, low in items:
        found = [read[path] for path in (high, low) if path and path in read and not read[path].error]
        if len(found) == (2 if low else 1):
            reason = _reason(found[0], found[-1] if low else None, data)
            if reason is None:
                used.append((high, low))
            else:
                unfit.append(errors.summary(high, reason, message("it is left out")))
    if not used:
        raise DataError(
            root,
            message("no image to train on ({counts})", counts=_counts(len(items), len(unreadable), unfit)),
            message("give a folder with {what}", what=_need(data)),
        )
    place = {path: index for index, path in enumerate(sizes)}
    return Pictures(
        known,
        store,
        tuple(place[high] for high, _ in used),
        tuple(place[low] for _, low in used if low),
        _reach([read[high] for high, _ in used]),
        _fingerprint(root, [(high, read[high]) for high, _ in used]),
        tuple(unreadable),
        tuple(unfit),
        {path: outcome.digest for path, outcome in read.items() if not outcome.error},
    )


def least(data: Data) -> int:
    """Side of the smallest ground truth that can be trained on, px; a crop of it has room to move at ×2."""
    return round(data.patch * (data.max_scale if data.whole else max(2.0, data.min_scale)))


def _items(known: Dataset, data: Data) -> list[Item]:
    low, high = data.patch, round(data.patch * data.max_scale)
    if data.paired:
        found = [pair for pair in known.pairs if pair.scale in (None, data.max_scale)]
        if not found:
            reason = message("brings no inputs for its ground truths at ×{scale:g}", scale=data.max_scale)
            remedy = message("give the inputs' folder as data.low, or leave data.paired out")
            raise DataError(known.root, reason, remedy)
        return [(pair.high, pair.low) for pair in found]
    if data.whole and {low, high} <= set(known.sides):
        return [(pair.high, pair.low) for pair in dataset.sized(known, low, high)]
    return [(path, None) for path in known.training]


def _counts(found: int, unreadable: int, unfit: list[Message]) -> Message:
    """Why nothing is left to train on."""
    counts = message(
        "{found} found, {unreadable} unreadable, {unfit} that do not fit",
        found=found,
        unreadable=unreadable,
        unfit=len(unfit),
    )
    return message("{counts}, the first: {first}", counts=counts, first=unfit[0]) if unfit else counts


def _reason(high: Outcome, low: Outcome | None, data: Data) -> Message | None:
    """Why a picture cannot be trained on; None where it can."""
    size = _size(high)
    if data.whole and low and not low.height == low.width == data.patch:
        return message("its input is {size}, not {side} px a side", size=_size(low), side=data.patch)
    if data.paired and low:
        scale = round(data.max_scale)
        if min(low.height, low.width) < data.patch:
            return message("its input of {size} is too small", size=_size(low))
        if high.height < scale * low.height or high.width < scale * low.width:
            return message(
                "{size} is less than {scale} times its input of {low}", size=size, scale=scale, low=_size(low)
            )
        return None
    return message("{size} is too small", size=size) if min(high.height, high.width) < least(data) else None


def _size(of: Outcome) -> str:
    return f"{of.width}x{of.height}"


def _need(data: Data) -> Message:
    """What a folder must hold."""
    if data.paired:
        return message(
            "inputs of at least {side} px a side, and ground truths {scale:g} times as large",
            side=data.patch,
            scale=data.max_scale,
        )
    return message("images of at least {side} px a side", side=least(data))


def _reach(read: Iterable[Outcome]) -> NDArray[np.float64]:
    area = np.array([outcome.height * outcome.width for outcome in read], dtype=np.float64)
    reach: NDArray[np.float64] = np.cumsum(area / area.sum())
    reach /= reach[-1]
    return reach


def _fingerprint(root: Path, read: Iterable[tuple[Path, Outcome]]) -> str:
    digest = hashlib.sha256()
    for path, outcome in read:
        name = path.relative_to(root) if root != path else Path(path.name)
        digest.update(f"{name.as_posix()} {(outcome.height, outcome.width, 3)}".encode())
    return digest.hexdigest()
