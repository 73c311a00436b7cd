"""Antialiased bicubic reduction as a matrix, so that a batch is reduced by products on any device.

Pillow's kernel: a = -0.5, widened by the scale, weights normalised over what lies inside the picture.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


def kernel(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cubic convolution kernel with a = -0.5 (Keys 1981), support 2."""
    x = np.abs(x)
    near = (1.5 * x - 2.5) * x * x + 1.0
    far = ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    return np.where(x < 1.0, near, np.where(x < 2.0, far, 0.0))


def matrix(source: int, target: int) -> Tensor:
    """(target, source) float32, source >= target: a line of `source` px reduced to `target`."""
    scale = source / target
    centre = (np.arange(target) + 0.5) * scale
    distance = (np.arange(source)[None, :] + 0.5 - centre[:, None]) / scale
    weights = kernel(distance)
    return torch.from_numpy((weights / weights.sum(axis=1, keepdims=True)).astype(np.float32))


def lower(crop: Tensor, size: int) -> Tensor:
    """(3, K, K) float32 in 0…255 -> (3, size, size), in the 8 bits that an input file has.

    Pillow's order: along x, rounded and clipped, then along y.
    """
    weights = matrix(crop.shape[-1], size).to(crop.device)
    narrow = (crop @ weights.T).round_().clamp_(0.0, 255.0)
    return (weights @ narrow).round_().clamp_(0.0, 255.0)
