"""Divides a row of pixels into blocks that each read few samples: what they read fits into a texture."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray


def pixel_blocks(first: NDArray[np.int64], most: int) -> Iterator[tuple[int, int, int, int]]:
    """Divides pixels so that each block reads at most `most` samples; a pixel reads two that follow each other.

    first: (C,) sorted, the lower sample of each pixel. Yields the pixels [left, right) of a block, its first sample and
    its number of samples.
    """
    left = 0
    while left < len(first):
        lowest = int(first[left])
        right = int(np.searchsorted(first, lowest + most - 1))
        yield left, right, lowest, int(first[right - 1]) - lowest + 2
        left = right
