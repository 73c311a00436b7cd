"""The decoded pictures that a run trains on, and the files that were left out."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.base import errors
from engine.base.core_count import cores
from engine.base.errors import DataError
from engine.base.messages import Message, message
from engine.base.printable import file_name
from engine.images import notices
from trainer.data import dataset, reading
from trainer.data.dataset import Dataset
from trainer.data.drawn import page
from trainer.data.reading import Outcome
from trainer.data.store import Budget, Location, Store
from trainer.recipe import Data

PAGES, PAGES_SEED = 160, 1
"""Number of drawn pages, and their seed. They are the same in every run on a machine; a run's seed chooses crops."""
Item = tuple[Path, Path | None]
"""A ground truth, and its input if the folder provides one."""


@dataclass(frozen=True, eq=False)
class Pictures:
    """The pictures that a run samples from.

    dataset: the folder.
    store: the decoded pictures.
    high: indices of the ground truths in `store`.
    low: indices of their inputs. Empty if inputs are reduced from the ground truths.
    cumulative_area: (N,) float64, the area of all ground truths up to each, as a fraction of the total. Ground truths
        are drawn with probabilities proportional to their areas.
    fingerprint: hash of the ground truths' names and sizes.
    unreadable, unfit: one message for each file that was left out.
    noticed: messages about files that were read, summed up where they are alike.
    digests: digest of each file's decoded pixels.
    pages: drawn pages in memory; None if the recipe mixes none in.
    """

    dataset: Dataset
    store: Store
    high: tuple[int, ...]
    low: tuple[int, ...]
    cumulative_area: NDArray[np.float64]
    fingerprint: str
    unreadable: tuple[Message, ...]
    unfit: tuple[Message, ...]
    noticed: tuple[Message, ...]
    digests: dict[Path, str]
    pages: Store | None = None

    @property
    def duplicates(self) -> tuple[tuple[Path, ...], ...]:
        """Groups of files with equal decoded pixels, in whatever format they are stored."""
        groups = defaultdict(list)
        for path, digest in self.digests.items():
            groups[digest].append(path)
        return tuple(tuple(paths) for paths in groups.values() if len(paths) > 1)

    @property
    def notices(self) -> Iterator[Message]:
        """Messages about the folder for the user. Each file that was left out is named once."""
        yield message(
            "{count} pictures, {size:.0f} MB decoded, stored in {where}",
            count=len(self.high),
            size=self.store.flat.numel() / 1e6,
            where=message(self.store.location),
        )
        yield from self.dataset.left_out
        yield from self.noticed
        yield from self.unreadable
        yield from self.unfit
        for paths in self.duplicates:
            files = ", ".join(map(file_name, paths))
            yield errors.summary(files, message("the same picture"), message("keep one of them"))


def load(data: Data, budget: Budget) -> Pictures:
    """Decodes the pictures of the recipe section `data`. Raises DataError if none of them can be trained on."""
    root = Path(data.root)
    described = dataset.describe(root, Path(data.low) if data.low else None)
    items = _items(described, data)
    files = list(dict.fromkeys(path for item in items for path in item if path))
    sizes, unreadable = reading.read_sizes(files)
    store, results = reading.decode_files(sizes, root, budget)
    outcomes = dict(zip(sizes, results, strict=True))
    unreadable += [outcome.error for outcome in results if outcome.error]
    usable, unfit = _select(items, outcomes, data)
    if not usable:
        raise DataError(
            root,
            message("no image to train on ({counts})", counts=_counts(len(items), len(unreadable), unfit)),
            message("use a folder with {what}", what=_requirement(data)),
        )
    index = {path: index for index, path in enumerate(sizes)}
    return Pictures(
        described,
        store,
        tuple(index[high] for high, _ in usable),
        tuple(index[low] for _, low in usable if low),
        _cumulative_area([outcomes[high] for high, _ in usable]),
        _fingerprint(root, [(high, outcomes[high]) for high, _ in usable]),
        tuple(unreadable),
        tuple(unfit),
        tuple(
            notices.summed_up((path, each) for path, outcome in outcomes.items() for each in outcome.notices)
        ),
        {path: outcome.digest for path, outcome in outcomes.items() if not outcome.error},
        drawn_pages() if data.drawn else None,
    )


def drawn_pages() -> Store:
    """Draws the pages of trainer/data/drawn into memory: 160 MB. It takes half a minute of two cores."""
    with ThreadPoolExecutor(cores()) as pool:
        pages = list(pool.map(lambda number: page.page(PAGES_SEED, number), range(PAGES)))
    flat = np.stack(pages)
    spans = [(number * pages[0].size, *pages[0].shape[1:]) for number in range(PAGES)]
    return Store(Location.MEMORY, torch.from_numpy(flat.reshape(-1)), np.array(spans, dtype=np.int64))


def smallest_side(data: Data) -> int:
    """Returns the side of the smallest usable ground truth, px. At ×2, a crop of it still has room to move."""
    return round(data.patch * (data.max_scale if data.whole else max(2.0, data.min_scale)))


def _items(described: Dataset, data: Data) -> list[Item]:
    """Returns the ground truths and inputs to train on. Raises DataError if `data.paired` finds no inputs."""
    low, high = data.patch, round(data.patch * data.max_scale)
    if data.paired:
        pairs = [pair for pair in described.pairs if pair.scale in (None, data.max_scale)]
        if not pairs:
            reason = message("has no inputs for its ground truths at ×{scale:g}", scale=data.max_scale)
            remedy = message("set data.low to the folder of inputs, or remove data.paired")
            raise DataError(described.root, reason, remedy)
        return [(pair.high, pair.low) for pair in pairs]
    if data.whole and {low, high} <= set(described.sides):
        return [(pair.high, pair.low) for pair in dataset.size_pairs(described, low, high)]
    return [(path, None) for path in described.training]


def _select(items: list[Item], outcomes: dict[Path, Outcome], data: Data) -> tuple[list[Item], list[Message]]:
    """Returns the items that can be trained on, and a message for each readable item that cannot."""
    usable: list[Item] = []
    unfit: list[Message] = []
    for high, low in items:
        paths = [path for path in (high, low) if path]
        if any(path not in outcomes or outcomes[path].error for path in paths):
            continue
        reason = _unfit_reason(outcomes[high], outcomes[low] if low else None, data)
        if reason is None:
            usable.append((high, low))
        else:
            unfit.append(errors.summary(high, reason, message("it is skipped")))
    return usable, unfit


def _counts(found: int, unreadable: int, unfit: list[Message]) -> Message:
    """Returns how many files were found and why none of them can be trained on."""
    counts = message(
        "{found} found, {unreadable} unreadable, {unfit} unsuitable",
        found=found,
        unreadable=unreadable,
        unfit=len(unfit),
    )
    return message("{counts}, first: {first}", counts=counts, first=unfit[0]) if unfit else counts


def _unfit_reason(high: Outcome, low: Outcome | None, data: Data) -> Message | None:
    """Returns why a picture cannot be trained on; None if it can."""
    size = _size(high)
    if data.whole and low and not low.height == low.width == data.patch:
        return message("its input is {size}, not {side} px per side", size=_size(low), side=data.patch)
    if data.paired and low:
        scale = round(data.max_scale)
        if min(low.height, low.width) < data.patch:
            return message("its input of {size} is too small", size=_size(low))
        if high.height < scale * low.height or high.width < scale * low.width:
            return message(
                "{size} is less than {scale} times its input of {low}", size=size, scale=scale, low=_size(low)
            )
        return None
    return (
        message("{size} is too small", size=size)
        if min(high.height, high.width) < smallest_side(data)
        else None
    )


def _size(outcome: Outcome) -> str:
    return f"{outcome.width}x{outcome.height}"


def _requirement(data: Data) -> Message:
    """Returns which pictures a folder needs."""
    if data.paired:
        return message(
            "inputs of at least {side} px per side, and ground truths {scale:g} times as large",
            side=data.patch,
            scale=data.max_scale,
        )
    return message("images of at least {side} px per side", side=smallest_side(data))


def _cumulative_area(outcomes: Iterable[Outcome]) -> NDArray[np.float64]:
    area = np.array([outcome.height * outcome.width for outcome in outcomes], dtype=np.float64)
    cumulative: NDArray[np.float64] = np.cumsum(area / area.sum())
    cumulative /= cumulative[-1]
    return cumulative


def _fingerprint(root: Path, outcomes: Iterable[tuple[Path, Outcome]]) -> str:
    """Returns a hash of the files' names, relative to `root`, and their sizes."""
    digest = hashlib.sha256()
    for path, outcome in outcomes:
        name = path.relative_to(root) if root != path else Path(path.name)
        digest.update(os.fsencode(f"{name.as_posix()} {(outcome.height, outcome.width, 3)}"))
    return digest.hexdigest()
