"""Drawn picture files with what is right about them: what the tests open, and what docs/formats.md is made of."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 64, 48


@dataclass(frozen=True, eq=False)
class Case:
    """One drawn file.

    format: as in `Head.format`. name: says what is drawn. facts: its features, by the columns of the table of formats.
    draw: makes the file. right: (H, W, 3 or 4) uint8 or uint16 sRGB, as a viewer must show it; None if it is refused.
    tolerance: largest difference in values of 8 bits. needs: a package that reads it, if it is optional. notice: a part
    of what must be said, or of the refusal.
    """

    format: str
    name: str
    facts: dict[str, str]
    draw: Callable[[], bytes]
    right: NDArray[np.uint8 | np.uint16] | None
    tolerance: float = 0
    needs: str = ""
    notice: str = ""

    @property
    def label(self) -> str:
        """For the names of tests."""
        return f"{self.format} {self.name}"


def plain() -> NDArray[np.uint8]:
    """Returns RGB (48, 64, 3): ramps of red and green, and three squares."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    out = np.stack([x * 255 // 63, y * 255 // 47, np.full_like(x, 96)], -1).astype(np.uint8)
    for left, top, colour in ((8, 8, (220, 40, 40)), (28, 8, (40, 200, 60)), (8, 28, (128, 128, 128))):
        out[top : top + 12, left : left + 12] = colour
    return out


def deep() -> NDArray[np.uint16]:
    """Returns `plain` with steps finer than those of 8 bits."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    return (plain().astype(np.uint16) * 256 + ((x * 7 + y * 13) % 256)[..., None]).astype(np.uint16)


def gray() -> NDArray[np.uint8]:
    """Returns a slope (48, 64)."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    return ((x * 3 + y) * 255 // (63 * 3 + 47)).astype(np.uint8)


def deep_gray() -> NDArray[np.uint16]:
    """Returns a slope (48, 64) of 16 bits."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    return ((x * 3 + y) * 65535 // (63 * 3 + 47)).astype(np.uint16)


def alpha() -> NDArray[np.uint8]:
    """Returns alpha (48, 64) with invisible, half visible and opaque parts."""
    out = np.full((HEIGHT, WIDTH), 255, np.uint8)
    out[:, 20:40] = 128
    out[30:, :] = 64
    out[40:, 50:] = 0
    return out


def holes() -> NDArray[np.uint8]:
    """Returns alpha (48, 64) of 0 and 255."""
    return np.where(alpha() > 100, 255, 0).astype(np.uint8)


def as_rgb(samples: NDArray, mask: NDArray | None = None) -> NDArray:
    """Returns gray or RGB as RGB, or with alpha as RGBA."""
    colour = np.repeat(samples[..., None], 3, 2) if samples.ndim == 2 else samples
    return colour if mask is None else np.dstack([colour, mask])


def in_bits(samples: NDArray[np.uint16], bits: int) -> NDArray[np.uint16]:
    """Returns samples of 16 bits reduced to so many."""
    return (samples >> (16 - bits)).astype(np.uint16)


def from_bits(samples: NDArray, bits: int) -> NDArray:
    """Returns samples of so many bits in 8 or 16 bits, rounded."""
    most = (1 << bits) - 1
    kind, white = (np.uint8, 255) if bits <= 8 else (np.uint16, 65535)
    return np.rint(samples * (white / most)).astype(kind)


def encoded_srgb(light: NDArray) -> NDArray[np.float64]:
    """Returns linear light in [0, 1] in the curve of sRGB."""
    light = np.clip(np.asarray(light, np.float64), 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def shown_light(light: NDArray) -> NDArray[np.uint16]:
    """Returns linear light as sRGB of 16 bits."""
    return np.rint(encoded_srgb(light) * 65535).astype(np.uint16)
