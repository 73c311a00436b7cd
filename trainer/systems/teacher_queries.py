"""The positions at which a teacher is asked for colours: a square grid on each crop, moved at random."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.geometry.axis import Axis

JITTER_UNITS = 1000
"""The jitter of the query grid is an integer number of 1/1000 of the distance between two queries."""
JITTER_STREAM = 3
"""Appended to the seed of the random numbers that draw the jitter. Other numbers choose crops, pixels and targets."""


def queries_per_side(patch: int) -> int:
    """Returns the number of teacher queries along one side of a crop of `patch` latents: about 5/4 per latent.

    Because of the added 1, positions hardly repeat relative to their latents; with 48 and 64 latents they never do.
    """
    return patch * 5 // 4 + 1


def query_axis(patch: int, jitter: int, size: int) -> Axis:
    """Returns the teacher's query positions along one axis, in latents of the crop.

    jitter: offset of all positions in 1 / JITTER_UNITS of their distance, at most half of it in either direction.
    size: side of the crop before it was reduced to `patch`, px. The cell, which is the width of the queried pixel, is
    `patch` / `size` latents.
    """
    step = Fraction(patch, queries_per_side(patch))
    return Axis(Fraction(jitter, JITTER_UNITS) * step, step, queries_per_side(patch), Fraction(patch, size))


def draw_jitter(seed: int, step: int, index: int) -> NDArray[np.int64]:
    """Returns the jitter of sample `index` of a step, along y and x: (2,) in [-JITTER_UNITS / 2, JITTER_UNITS / 2)."""
    # numpy ignores zeros at the end of a seed, so the stream's number comes last
    random = np.random.default_rng((seed, step, index, JITTER_STREAM))
    return random.integers(-JITTER_UNITS // 2, JITTER_UNITS // 2, 2)
