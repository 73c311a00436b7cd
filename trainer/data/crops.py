"""Cutting, turning and reducing the crops of a batch: on a CPU one by one, on another device all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from trainer.data import resize
from trainer.data.store import Bytes, Store, Where


@dataclass(frozen=True)
class Take:
    """A square of a picture: `picture` its place in the store; top, left, size in its px; target: px after resizing."""

    picture: int
    top: int
    left: int
    size: int
    target: int


@dataclass(frozen=True)
class Turn:
    """Flips along y and x, then a transpose: the eight symmetries of the square."""

    y: bool
    x: bool
    transposed: bool


def alone(store: Store, take: Take, turn: Turn) -> Tensor:
    """(3, size, size) float32 in 0…255, turned, not yet resized; of a store on this side of the device."""
    return torch.from_numpy(_cut(store, take, turn).astype(np.float32, order="C"))


def resized(crop: Tensor, target: int) -> Tensor:
    """(3, K, K) float32 in 0…255 -> (3, target, target)."""
    size = crop.shape[-1]
    return crop if size == target else resize.resize(crop, resize.matrix(size, target))


def together(store: Store, takes: Sequence[Take], turns: Sequence[Turn], device: torch.device) -> Tensor:
    """(B, 3, S, S) float32 in 0…255 on `device`, S the largest size; what lies beyond a crop's own has no meaning."""
    if store.where is Where.DEVICE:
        return _gathered(store, takes, turns).float()
    size = max(take.size for take in takes)
    crops = np.zeros((len(takes), 3, size, size), dtype=np.uint8)
    for crop, take, turn in zip(crops, takes, turns, strict=True):
        crop[:, : take.size, : take.size] = _cut(store, take, turn)
    return torch.from_numpy(crops).to(device).float()  # a quarter of the bytes cross


def resized_together(crops: Tensor, takes: Sequence[Take]) -> Tensor:
    """(B, 3, S, S) of `together` -> (B, 3, T, T), T the largest target; in two batched products."""
    if all(take.size == take.target for take in takes):
        return crops
    sizes, targets = [take.size for take in takes], [take.target for take in takes]
    weights = resize.matrices(sizes, targets, crops.device)  # (B, T, S), zeros beyond each crop
    return resize.resize(crops, weights[:, None])


def _cut(store: Store, take: Take, turn: Turn) -> Bytes:
    """(3, size, size), nothing copied."""
    crop = store.view(take.picture)[:, take.top : take.top + take.size, take.left : take.left + take.size]
    crop = crop[:, :: -1 if turn.y else 1, :: -1 if turn.x else 1]
    return crop.transpose(0, 2, 1) if turn.transposed else crop


def _gathered(store: Store, takes: Sequence[Take], turns: Sequence[Turn]) -> Tensor:
    """(B, 3, S, S) uint8 by one look-up in the store's bytes, flips and transposes being other orders of places."""
    rows = [
        (*store.spans[take.picture].tolist(), take.top, take.left, take.size, turn.y, turn.x, turn.transposed)
        for take, turn in zip(takes, turns, strict=True)
    ]
    numbers = torch.tensor(rows, dtype=torch.int64).to(store.flat.device, non_blocking=True)
    offset, height, width, top, left, size, flip_y, flip_x, transposed = numbers.T[..., None]  # each (B, 1)
    step = torch.arange(max(take.size for take in takes), device=store.flat.device)
    step = torch.minimum(step, size - 1)  # (B, S)
    y = top + torch.where(flip_y > 0, size - 1 - step, step)
    x = left + torch.where(flip_x > 0, size - 1 - step, step)
    place = y[:, :, None] * width[..., None] + x[:, None, :]  # (B, S, S)
    place = torch.where(transposed[..., None] > 0, place.mT, place) + offset[..., None]
    plane = torch.arange(3, device=store.flat.device)[:, None, None] * (height * width)[..., None, None]
    return store.flat[place[:, None] + plane]
