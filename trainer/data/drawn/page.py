"""Composes pages of motifs: a function of the seed and the page's number."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from trainer.data.drawn import lines, shapes, text
from trainer.data.drawn.sheet import OVERSAMPLING, Colour, Sheet, blank

SIDE = 576
"""Side of a page, px: crops of 64 px inputs at ×8 have 512."""
MOTIFS: tuple[tuple[float, Callable[[Sheet], None]], ...] = (
    (6, text.paragraph),
    (2, text.headline),
    (2, text.table),
    (2, text.labels),
    (2, lines.fan),
    (1, lines.rings),
    (2, lines.hatching),
    (2, lines.strokes),
    (2, lines.cables),
    (2, lines.curves),
    (2, lines.drawing),
    (1, shapes.bars),
    (1, shapes.plot),
    (3, shapes.interface),
    (2, shapes.comic),
    (1, shapes.halftone),
    (1, shapes.gradient),
    (1, shapes.checks),
)
"""What a panel of a page shows, with relative frequencies."""
BILEVEL, SUBPIXEL = 0.06, 0.12
"""Shares of the pages without anti-aliasing, and of those anti-aliased for the stripes of an LCD."""
FILTER = (1 / 9, 2 / 9, 3 / 9, 2 / 9, 1 / 9)
"""Weights of neighbouring stripes when a page is anti-aliased for an LCD, similar to FreeType's default filter."""


def page(seed: int, number: int) -> NDArray[np.uint8]:
    """Draws page `number`: (3, SIDE, SIDE) sRGB. It depends on the seed, the number and this machine's fonts only."""
    random = np.random.default_rng((seed, number))
    whole = PIL.Image.new("RGB", (SIDE * OVERSAMPLING, SIDE * OVERSAMPLING))
    for x, y, width, height in _panels(random):
        sheet = blank(width, height, *_palette(random), random)
        weights = np.array([weight for weight, _ in MOTIFS])
        for _ in range(1 + (random.random() < 0.25)):
            MOTIFS[random.choice(len(MOTIFS), p=weights / weights.sum())][1](sheet)
        whole.paste(sheet.image, (x * OVERSAMPLING, y * OVERSAMPLING))
    return np.ascontiguousarray(_reduce(whole, random.random()).transpose(2, 0, 1))


def _panels(random: np.random.Generator) -> list[tuple[int, int, int, int]]:
    """Divides the page into 1 to 9 rectangles, (x, y, width, height) px, some with a margin."""
    columns, rows = (
        sorted({0, SIDE, *random.integers(60, SIDE - 60, random.integers(0, 3)).tolist()}) for _ in "xy"
    )
    return [(x, y, right - x, bottom - y) for x, right in pairwise(columns) for y, bottom in pairwise(rows)]


def _palette(random: np.random.Generator) -> tuple[Colour, tuple[Colour, ...]]:
    """Returns the colours of a paper and its inks: dark on light, light on dark, or saturated."""
    kind = random.random()
    if kind < 0.5:
        paper, inks = random.integers(225, 256, 3), random.integers(0, 90, (5, 3))
        if kind < 0.3:
            paper, inks[0] = np.full(3, 255), 0
    elif kind < 0.8:
        paper, inks = random.integers(0, 50, 3), random.integers(150, 256, (5, 3))
    else:
        paper, inks = random.integers(0, 256, 3), random.integers(0, 256, (5, 3))
    inks[-2:] = random.integers(0, 256, (2, 3))
    return _colour(paper), tuple(map(_colour, inks))


def _colour(values: NDArray[np.int64]) -> Colour:
    red, green, blue = map(int, values)
    return red, green, blue


def _reduce(drawn: PIL.Image.Image, choice: float) -> NDArray[np.uint8]:
    """Reduces a page to (SIDE, SIDE, 3) with one of three kinds of edges. choice: in [0, 1)."""
    if choice < BILEVEL:
        return np.asarray(drawn.resize((SIDE, SIDE), PIL.Image.Resampling.NEAREST))
    if choice < BILEVEL + SUBPIXEL:
        return _reduce_for_lcd(drawn)
    return np.asarray(drawn.reduce(OVERSAMPLING))


def _reduce_for_lcd(drawn: PIL.Image.Image) -> NDArray[np.uint8]:
    """Reduces a page so that each colour of a px is sampled at its own stripe: red left, blue right of the middle."""
    stripes = np.asarray(drawn.resize((3 * SIDE, SIDE), PIL.Image.Resampling.BOX), dtype=np.float32)
    padded = np.pad(stripes, ((0, 0), (2, 2), (0, 0)), mode="edge")
    smooth = np.zeros_like(stripes)
    for offset, weight in enumerate(FILTER):
        smooth += np.float32(weight) * padded[:, offset : offset + 3 * SIDE]
    colours = [smooth[:, channel::3, channel] for channel in range(3)]
    out: NDArray[np.uint8] = np.rint(np.stack(colours, -1)).astype(np.uint8)
    return out
