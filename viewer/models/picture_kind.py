"""Tells what kind of picture pixels are: a photo, something drawn, or a photo that was saved as JPEG. No Qt, no torch.

In a drawn page one colour ends and another begins within a px or two, in a photo colours pass into each other. A JPEG
has steps between its blocks of 8 x 8 px. How often that is right: trainer/recipes/LIVE.md.
"""

import numpy as np
from numpy.typing import NDArray

PHOTO, DRAWN, JPEG = "photo", "drawn", "JPEG photo"
"""The kinds, as model cards name them (card_scores.KINDS)."""
SIDE, PLACES = 192, 3
"""Side of the patches that are read of a large picture, px, and how many there are along each of its sides."""
BLOCK = 8
"""Side of a JPEG's blocks, px."""
SLOPE, EDGE = 20, 56
"""Differences of neighbouring px, of 255, above which they belong to a slope, and to an edge."""
DRAWN_SHARE = 0.36
"""Share of the slopes that are edges, from which on a picture is drawn."""
SMALL = 8
"""Largest difference, of 255, in which blocks are looked for: larger ones are edges of what the picture shows."""
BLOCK_RATIO = 1.05
"""Mean small difference across the borders of blocks, relative to that inside them, from which on there are blocks."""
LEAST_PAIRS = 200
"""Pairs of px that differ, without which nothing can be told."""
LEAST_SIDE = 128
"""Side of a picture, px, below which chance looks like blocks."""

Samples = NDArray[np.uint8]


def kind_of(pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> str | None:
    """Returns the kind of a picture; None if nothing can be told, as of a blank one. pixels: (H, W, 3) sRGB.

    It reads up to 9 patches of 192 x 192 px, in a few milliseconds.
    """
    patches = _patches(pixels)
    down = _differences(patches[:, :, :-1], patches[:, :, 1:])  # (3, N, h - 1, w)
    across = _differences(patches[..., :-1], patches[..., 1:])  # (3, N, h, w - 1)
    if _is_drawn(down.max(axis=0), across.max(axis=0)):
        return DRAWN
    green_down, green_across = down[1].swapaxes(1, 2), across[1]
    different = np.count_nonzero(green_down) + np.count_nonzero(green_across)
    if different < LEAST_PAIRS or min(pixels.shape[:2]) < LEAST_SIDE:
        return None
    return JPEG if _has_blocks(green_down) and _has_blocks(green_across) else PHOTO


def _patches(pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> Samples:
    """Returns patches that are spread over the picture, or the whole of a small one: (3, N, h, w)."""
    rows, columns = (_spans(size) for size in pixels.shape[:2])
    read = np.stack([pixels[row, column] for row in rows for column in columns])
    eight_bits = read if read.dtype == np.uint8 else (read >> 8).astype(np.uint8)
    return np.ascontiguousarray(eight_bits.transpose(3, 0, 1, 2))


def _spans(size: int) -> list[slice]:
    """Returns what is read along a side of `size` px, all spans of one length. They begin where blocks do."""
    room = size - SIDE
    if size <= SIDE * PLACES:
        return [slice(0, size)]
    starts = [room * place // (PLACES - 1) // BLOCK * BLOCK for place in range(PLACES)]
    return [slice(start, start + SIDE) for start in starts]


def _differences(these: Samples, those: Samples) -> Samples:
    """Returns the absolute differences. In bytes this takes a fifth of the time that integers take."""
    return np.maximum(these, those) - np.minimum(these, those)


def _is_drawn(*differences: Samples) -> bool:
    """Whether enough of the slopes are edges. differences: the largest of the three colours'."""
    slopes = sum(np.count_nonzero(each > SLOPE) for each in differences)
    edges = sum(np.count_nonzero(each > EDGE) for each in differences)
    return slopes >= LEAST_PAIRS and edges >= DRAWN_SHARE * slopes


def _has_blocks(differences: Samples) -> bool:
    """Whether small differences are larger at every eighth place. differences: (N, lines, places)."""
    small = differences <= SMALL
    sums = np.where(small, differences, 0).sum(axis=(0, 1), dtype=np.float64)
    counts = small.sum(axis=(0, 1))
    means = [sums[k::BLOCK].sum() / max(counts[k::BLOCK].sum(), 1) for k in range(BLOCK)]
    *inside, border = sorted(means)
    return bool(border >= BLOCK_RATIO * np.median(inside) > 0)
