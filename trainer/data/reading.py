"""Decodes image files into a store, each once, on all cores. Files that cannot be read are reported and left out."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tqdm import tqdm

from engine.base import messages
from engine.base.core_count import cores
from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.images import damage, loading
from trainer.data import cache
from trainer.data.store import Budget, Bytes, Location, Store, WriteAt, choose


@dataclass(frozen=True)
class Outcome:
    """Result of decoding one file: height and width in px and a digest of the pixels, or why there are none.

    notices: what was noticed about the file.
    """

    height: int
    width: int
    digest: str
    error: Message | None
    notices: tuple[Message, ...] = ()


Row = tuple[int, int, str, Any, list[Any]]
"""An outcome as JSON can store it."""


def read_sizes(files: Sequence[Path]) -> tuple[dict[Path, tuple[int, int]], list[Message]]:
    """Reads the headers of `files`: (width, height) as stored, before orientation, and the errors of the others."""
    sizes, errors = {}, []
    for path in files:
        try:
            sizes[path] = loading.size(path)
        except ImageError as error:
            errors.append(error.message)
    return sizes, errors


def decode_files(
    sizes: dict[Path, tuple[int, int]], root: Path, budget: Budget
) -> tuple[Store, list[Outcome]]:
    """Decodes files, given with their sizes, to the fastest location that has room.

    Returns the store and each file's outcome, in order. Raises DataError if there is no room for them.
    """
    ends = list(accumulate((3 * width * height for width, height in sizes.values()), initial=0))
    offsets, total = ends[:-1], ends[-1]
    location, host = choose(total, budget, root)

    def decode(write_at: WriteAt) -> list[Row]:
        rows = []
        with tqdm(total=len(sizes), unit="image", disable=None, leave=False) as bar:
            for offset, (pixels, outcome) in zip(offsets, _decoded(list(sizes.items())), strict=True):
                if pixels is not None:
                    write_at(offset, pixels)
                rows.append(_to_row(outcome))
                bar.update()
        return rows

    if host is Location.FILE:
        flat, rows = cache.load_or_create(budget.folder, root, list(sizes), total, decode)
    else:
        flat = np.empty(total, dtype=np.uint8)
        rows = decode(lambda offset, pixels: _write_to(flat, offset, pixels))
    outcomes = [_from_row(row) for row in rows]
    spans = [(offset, o.height, o.width) for offset, o in zip(offsets, outcomes, strict=True)]
    tensor = torch.from_numpy(flat)
    if location is Location.DEVICE:
        tensor = tensor.to(budget.device)
    return Store(location, tensor, np.array(spans, dtype=np.int64).reshape(-1, 3)), outcomes


def digests(files: Sequence[Path]) -> list[str]:
    """Returns a digest of each file's decoded pixels, in order; "" for a file that cannot be read."""
    sizes, _ = read_sizes(files)
    outcomes = [outcome for _, outcome in _decoded(list(sizes.items()))]
    by_path = {path: outcome.digest for path, outcome in zip(sizes, outcomes, strict=True)}
    return [by_path.get(path, "") for path in files]


def _to_row(outcome: Outcome) -> Row:
    error = outcome.error.to_json() if outcome.error is not None else None
    notices = [notice.to_json() for notice in outcome.notices]
    return outcome.height, outcome.width, outcome.digest, error, notices


def _from_row(row: Sequence[Any]) -> Outcome:
    height, width, digest, error, notices = row
    found = tuple(filter(None, map(messages.from_json, notices)))
    return Outcome(height, width, digest, messages.from_json(error), found)


def _write_to(flat: Bytes, offset: int, pixels: Bytes) -> None:
    """Copies a picture's planes (3, H, W) into the store's bytes, from `offset` on."""
    flat[offset : offset + pixels.size] = pixels.reshape(-1)


def _decoded(files: list[tuple[Path, tuple[int, int]]]) -> Iterator[tuple[Bytes | None, Outcome]]:
    """Decodes files in order, a few at a time, so that decoded pictures never pile up before they are stored."""
    count = 2 * cores()
    with ThreadPoolExecutor(cores()) as pool:
        for first in range(0, len(files), count):
            yield from pool.map(_decode, files[first : first + count])


def _decode(file: tuple[Path, tuple[int, int]]) -> tuple[Bytes | None, Outcome]:
    """Returns the upright planes (3, H, W) uint8 of a file, given with its size, and the outcome."""
    path, (width, height) = file
    try:
        opened = loading.load(path)
        if damage.is_incomplete(opened.notices):
            raise ImageError(
                path, message("is damaged or incomplete"), message("download or save the file again")
            )
        pixels = np.ascontiguousarray(opened.eight_bits.transpose(2, 0, 1))
        if pixels.size != 3 * width * height:
            reason = message("is not {width} x {height} px, as its header says", width=width, height=height)
            raise ImageError(path, reason, message("save the file again"))
    except ImageError as error:
        return None, Outcome(0, 0, "", error.message)
    # the shape is part of the digest: black pictures of 2 x 3 and of 3 x 2 px are not equal
    key = repr(pixels.shape).encode()
    digest = hashlib.blake2b(pixels.data, digest_size=16, key=key).hexdigest()
    return pixels, Outcome(pixels.shape[1], pixels.shape[2], digest, None, opened.notices)
