"""Antialiased bicubic resizing as matrix products, so that a batch is reduced on any device.

It equals Pillow's bicubic filter to one level of 255, to two where a tie is rounded differently. The kernel has
a = -0.5 and is widened by the scale when a picture shrinks. The weights are normalised over the pixels inside the
picture.
"""

from collections.abc import Sequence
from functools import lru_cache

import torch
from torch import Tensor


def kernel(x: Tensor) -> Tensor:
    """Returns the cubic convolution kernel with a = -0.5 at `x` (Keys 1981). It is 0 from |x| = 2 on."""
    x = x.abs()
    near = (1.5 * x - 2.5) * x * x + 1.0
    far = ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    return torch.where(x < 1.0, near, torch.where(x < 2.0, far, 0.0))


def matrices(sources: Sequence[int], targets: Sequence[int], device: torch.device | str = "cpu") -> Tensor:
    """Returns (B, T, S) float32; matrix b resizes a line of sources[b] px to targets[b] px.

    T and S are the largest target and source. Smaller matrices are padded with zeros.
    """
    source = torch.tensor(sources, device=device)[:, None, None]  # (B, 1, 1)
    target = torch.tensor(targets, device=device)[:, None, None]
    row = torch.arange(max(targets), device=device)[:, None]  # (T, 1)
    column = torch.arange(max(sources), device=device)  # (S,)
    scale = source.double() / target
    distance = (column + 0.5 - (row + 0.5) * scale) / scale.clamp(min=1.0)
    weights = torch.where((row < target) & (column < source), kernel(distance), 0.0)
    # rows of padding sum to 0 and are divided by 1 instead
    return (weights / weights.sum(2, keepdim=True).masked_fill(row >= target, 1.0)).float()


@lru_cache(maxsize=1024)
def matrix(source: int, target: int) -> Tensor:
    """Returns (target, source) float32, which resizes a line of `source` px to `target` px. Cached: do not modify."""
    return matrices([source], [target])[0]


def resize(pictures: Tensor, weights: Tensor) -> Tensor:
    """Resizes (…, 3, S, S) float32 in 0…255 by weights (…, 1, T, S) or (T, S). Returns (…, 3, T, T), whole levels.

    The order is Pillow's: resize along x, round and clip to 8 bits, then the same along y.
    """
    lines = (pictures @ weights.mT).round_().clamp_(0.0, 255.0)
    return (weights @ lines).round_().clamp_(0.0, 255.0)
