"""Image files become a store: each decoded once, on all cores; what cannot be read is told and left out."""

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
from engine.base.errors import ImageError
from engine.base.messages import Message, message
from engine.compute import device
from engine.images import image
from trainer.data import cache
from trainer.data.store import Budget, Bytes, Put, Store, Where, choose


@dataclass(frozen=True)
class Outcome:
    """Of one file: its picture's size, and a digest of its pixels; or why there is none."""

    height: int
    width: int
    digest: str
    error: Message | None


def sizes(files: Sequence[Path]) -> tuple[dict[Path, tuple[int, int]], list[Message]]:
    """(width, height) of each file whose head can be read, not yet upright, and what is wrong with the others."""
    known, wrong = {}, []
    for path in files:
        try:
            known[path] = image.size(path)
        except ImageError as error:
            wrong.append(error.message)
    return known, wrong


def decode_files(
    files: dict[Path, tuple[int, int]], root: Path, within: Budget
) -> tuple[Store, list[Outcome]]:
    """Decodes `files`, given with their sizes, to where there is room: the store, and each file's outcome in order.

    Raises DataError where there is no room for them.
    """
    ends = list(accumulate((3 * width * height for width, height in files.values()), initial=0))
    offsets, total = ends[:-1], ends[-1]
    where, host = choose(total, within, root)

    def fill(put: Put) -> list[tuple[int, int, str, Any]]:
        rows = []
        with tqdm(total=len(files), unit="image", disable=None, leave=False) as bar:
            for offset, (pixels, outcome) in zip(offsets, _decoded(list(files.items())), strict=True):
                if pixels is not None:
                    put(offset, pixels)
                rows.append(_row(outcome))
                bar.update()
        return rows

    if host is Where.FILE:
        flat, rows = cache.mapped(within.folder, root, list(files), total, fill)
    else:
        flat = np.empty(total, dtype=np.uint8)
        rows = fill(lambda offset, pixels: _put(flat, offset, pixels))
    outcomes = [
        Outcome(height, width, digest, messages.from_json(error)) for height, width, digest, error in rows
    ]
    spans = [(offset, o.height, o.width) for offset, o in zip(offsets, outcomes, strict=True)]
    held = torch.from_numpy(flat)
    if where is Where.DEVICE:
        held = held.to(within.device)
    return Store(where, held, np.array(spans, dtype=np.int64).reshape(-1, 3)), outcomes


def digests(files: Sequence[Path]) -> list[str]:
    """Of each file's decoded pixels, in order; empty where it cannot be read."""
    known, _ = sizes(files)
    outcomes = [outcome for _, outcome in _decoded(list(known.items()))]
    found = {path: outcome.digest for path, outcome in zip(known, outcomes, strict=True)}
    return [found.get(path, "") for path in files]


def _row(outcome: Outcome) -> tuple[int, int, str, Any]:
    """As a file keeps it."""
    error = outcome.error.to_json() if outcome.error is not None else None
    return outcome.height, outcome.width, outcome.digest, error


def _put(flat: Bytes, offset: int, pixels: Bytes) -> None:
    flat[offset : offset + pixels.size] = pixels.reshape(-1)


def _decoded(files: list[tuple[Path, tuple[int, int]]]) -> Iterator[tuple[Bytes | None, Outcome]]:
    """In order, a few at a time: decoding must not run ahead of where the pictures go."""
    count = 2 * device.cores()
    with ThreadPoolExecutor(device.cores()) as pool:
        for first in range(0, len(files), count):
            yield from pool.map(_decode, files[first : first + count])


def _decode(file: tuple[Path, tuple[int, int]]) -> tuple[Bytes | None, Outcome]:
    path, (width, height) = file
    try:
        pixels = np.ascontiguousarray(image.load(path).eight_bits.transpose(2, 0, 1))
        if pixels.size != 3 * width * height:
            reason = message("is not {width} x {height} px, as its head says", width=width, height=height)
            raise ImageError(path, reason, message("save the file again"))
    except ImageError as error:
        return None, Outcome(0, 0, "", error.message)
    # the shape is a part of it: black pictures of 2 x 3 and 3 x 2 px are not the same
    key = repr(pixels.shape).encode()
    digest = hashlib.blake2b(pixels.data, digest_size=16, key=key).hexdigest()
    return pixels, Outcome(pixels.shape[1], pixels.shape[2], digest, None)
