"""Antialiased bicubic resizing as matrices, so that a batch is reduced by products on any device.

Pillow's kernel: a = -0.5, widened by the scale where a picture shrinks, weights normalised over what lies inside it.
"""

from collections.abc import Sequence
from functools import lru_cache

import torch
from torch import Tensor


def kernel(x: Tensor) -> Tensor:
    """The cubic convolution kernel with a = -0.5 (Keys 1981), support 2."""
    x = x.abs()
    near = (1.5 * x - 2.5) * x * x + 1.0
    far = ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    return torch.where(x < 1.0, near, torch.where(x < 2.0, far, 0.0))


def matrices(sources: Sequence[int], targets: Sequence[int], device: torch.device | str = "cpu") -> Tensor:
    """(B, T, S) float32: lines of sources[b] px resized to targets[b]; T, S the largest, zeros beyond each own."""
    source = torch.tensor(sources, device=device)[:, None, None]  # (B, 1, 1)
    target = torch.tensor(targets, device=device)[:, None, None]
    row = torch.arange(max(targets), device=device)[:, None]  # (T, 1)
    column = torch.arange(max(sources), device=device)  # (S,)
    scale = source.double() / target
    distance = (column + 0.5 - (row + 0.5) * scale) / scale.clamp(min=1.0)
    weights = torch.where((row < target) & (column < source), kernel(distance), 0.0)
    # a row of zeros stays one
    return (weights / weights.sum(2, keepdim=True).masked_fill(row >= target, 1.0)).float()


@lru_cache(maxsize=1024)
def matrix(source: int, target: int) -> Tensor:
    """(target, source) float32: a line of `source` px resized to `target`. Kept: do not write to it."""
    return matrices([source], [target])[0]


def resize(pictures: Tensor, weights: Tensor) -> Tensor:
    """(…, 3, S, S) float32 in 0…255 by weights (…, 1, T, S) or (T, S) -> (…, 3, T, T), in the 8 bits of a file.

    Pillow's order: along x, rounded and clipped, then along y.
    """
    lines = (pictures @ weights.mT).round_().clamp_(0.0, 255.0)
    return (weights @ lines).round_().clamp_(0.0, 255.0)
