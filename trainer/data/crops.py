"""Cuts, augments and reduces the crops of a batch: one by one on a CPU, all together on a GPU."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from trainer.data import resize
from trainer.data.store import Bytes, Location, Store


@dataclass(frozen=True)
class CropBox:
    """A square part of a picture.

    picture: index in the store. top, left, size: the square in the picture's px. target: side after resizing, px.
    """

    picture: int
    top: int
    left: int
    size: int
    target: int


@dataclass(frozen=True)
class Augmentation:
    """A flip along y, a flip along x, then a transpose. Together they are the eight symmetries of the square."""

    flip_y: bool
    flip_x: bool
    transpose: bool


def cut(store: Store, box: CropBox, augmentation: Augmentation) -> Tensor:
    """Returns the augmented crop, not yet resized: (3, size, size) float32 in 0…255. Not for a store on a GPU."""
    return torch.from_numpy(_crop_view(store, box, augmentation).astype(np.float32, order="C"))


def resized(crop: Tensor, target: int) -> Tensor:
    """Returns a crop (3, K, K) as (3, target, target), float32 in 0…255."""
    size = crop.shape[-1]
    return crop if size == target else resize.resize(crop, resize.matrix(size, target))


def cut_batch(
    store: Store, boxes: Sequence[CropBox], augmentations: Sequence[Augmentation], device: torch.device
) -> Tensor:
    """Returns the augmented crops of a batch, not yet resized: (B, 3, S, S) float32 in 0…255 on `device`.

    S is the largest size. Crop b occupies [:, :size, :size] of its slot; the rest has no meaning.
    """
    if store.location is Location.DEVICE:
        return _gather(store, boxes, augmentations).float()
    size = max(box.size for box in boxes)
    crops = np.zeros((len(boxes), 3, size, size), dtype=np.uint8)
    for crop, box, augmentation in zip(crops, boxes, augmentations, strict=True):
        crop[:, : box.size, : box.size] = _crop_view(store, box, augmentation)
    return torch.from_numpy(crops).to(device).float()  # copied as uint8, a quarter of the bytes of float32


def resized_batch(crops: Tensor, boxes: Sequence[CropBox]) -> Tensor:
    """Returns the crops (B, 3, S, S) of `cut_batch` as (B, 3, T, T), T the largest target, in two batched products."""
    if all(box.size == box.target for box in boxes):
        return crops
    sizes, targets = [box.size for box in boxes], [box.target for box in boxes]
    weights = resize.matrices(sizes, targets, crops.device)  # (B, T, S), zero outside each crop
    return resize.resize(crops, weights[:, None])


def _crop_view(store: Store, box: CropBox, augmentation: Augmentation) -> Bytes:
    """Returns the augmented crop (3, size, size) as a view, without copying."""
    crop = store.view(box.picture)[:, box.top : box.top + box.size, box.left : box.left + box.size]
    crop = crop[:, :: -1 if augmentation.flip_y else 1, :: -1 if augmentation.flip_x else 1]
    return crop.transpose(0, 2, 1) if augmentation.transpose else crop


def _gather(store: Store, boxes: Sequence[CropBox], augmentations: Sequence[Augmentation]) -> Tensor:
    """Returns the augmented crops (B, 3, S, S) uint8 by one indexing of the store's bytes on its device.

    Flips and transposes only change the order of the indices.
    """
    rows = [
        (*store.spans[box.picture].tolist(), box.top, box.left, box.size, a.flip_y, a.flip_x, a.transpose)
        for box, a in zip(boxes, augmentations, strict=True)
    ]
    numbers = torch.tensor(rows, dtype=torch.int64).to(store.flat.device, non_blocking=True)
    offset, height, width, top, left, size, flip_y, flip_x, transpose = numbers.T[..., None]  # each (B, 1)
    step = torch.arange(max(box.size for box in boxes), device=store.flat.device)
    step = torch.minimum(step, size - 1)  # (B, S)
    y = top + torch.where(flip_y > 0, size - 1 - step, step)
    x = left + torch.where(flip_x > 0, size - 1 - step, step)
    index = y[:, :, None] * width[..., None] + x[:, None, :]  # (B, S, S)
    index = torch.where(transpose[..., None] > 0, index.mT, index) + offset[..., None]
    plane = torch.arange(3, device=store.flat.device)[:, None, None] * (height * width)[..., None, None]
    return store.flat[index[:, None] + plane]
