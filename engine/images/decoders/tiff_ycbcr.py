"""YCbCr in a TIFF without JPEG: luma of each pixel, colours of groups of pixels (TIFF 6.0, section 21)."""

from typing import Any

import numpy as np
import tifffile
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import damage
from engine.images.decoders import tiff_bytes

YCBCR = 6
JPEGS = (6, 7, 33003, 33005, 33007, 34712, 34892, 34933, 50001, 50002)
"""Compressions that convert or know their own colours."""
COEFFICIENTS, SUBSAMPLING, REFERENCES = 529, 530, 532
BT601 = (0.299, 0.587, 0.114)
FULL_RANGE = (0.0, 255.0, 128.0, 255.0, 128.0, 255.0)


def is_stored_so(page: Any) -> bool:
    """Whether a page has this kind of colours, 8 bits each, in one plane."""
    plain = int(page.compression) not in JPEGS and page.bitspersample == 8 and page.samplesperpixel == 3
    return int(page.photometric) == YCBCR and plain and page.planarconfig == 1 and not page.is_tiled


def read(page: Any, notices: list[Message]) -> NDArray[np.uint8]:
    """Returns RGB, (H, W, 3). Rows that are missing are black and noticed. Raises whatever the decoders raise."""
    across, down = page.tags.valueof(SUBSAMPLING, default=(2, 2))
    if across not in (1, 2, 4) or down not in (1, 2, 4):
        raise ValueError(f"groups of {across} x {down} pixels")
    height, width = page.imagelength, page.imagewidth
    out: NDArray[np.uint8] = np.zeros((height, width, 3), np.uint8)
    missing = False
    for index, count in enumerate(tiff_bytes.bytes_in_file(page)):
        first = index * page.rowsperstrip
        rows = min(page.rowsperstrip, height - first)
        if rows <= 0:
            break
        needed = -(-rows // down) * -(-width // across) * (across * down + 2)
        data = _unpacked(page, tiff_bytes.read(page, index, count), needed)
        missing = missing or len(data) < needed
        units = np.frombuffer(data.ljust(needed, b"\0")[:needed], np.uint8)
        out[first : first + rows] = _rgb(page, units, (rows, width), (across, down))
    if missing:
        notices.append(damage.part_missing())
    return out


def _unpacked(page: Any, data: bytes, size: int) -> bytes:
    if int(page.compression) == 1:
        return data
    return bytes(tifffile.TIFF.DECOMPRESSORS[int(page.compression)](data, out=size))


def _rgb(
    page: Any, units: NDArray[np.uint8], size: tuple[int, int], group: tuple[int, int]
) -> NDArray[np.uint8]:
    """Converts groups, each of across * down lumas and two colours, to rows of RGB."""
    (rows, width), (across, down) = size, group
    groups = units.reshape(-(-rows // down), -(-width // across), across * down + 2)
    luma = groups[..., :-2].reshape(*groups.shape[:2], down, across).swapaxes(1, 2)
    luma = luma.reshape(groups.shape[0] * down, groups.shape[1] * across)[:rows, :width]
    blue, red = (np.repeat(np.repeat(groups[..., at], down, 0), across, 1)[:rows, :width] for at in (-2, -1))
    return _converted(page, *(plane.astype(np.float32) for plane in (luma, blue, red)))


def _converted(page: Any, luma: Any, blue: Any, red: Any) -> NDArray[np.uint8]:
    numbers = [_fraction(page, REFERENCES, at, FULL_RANGE) for at in range(6)]
    kr, kg, kb = (_fraction(page, COEFFICIENTS, at, BT601) for at in range(3))
    y = (luma - numbers[0]) * (255 / (numbers[1] - numbers[0] or 1))
    cb = (blue - numbers[2]) * (127 / (numbers[3] - numbers[2] or 1))
    cr = (red - numbers[4]) * (127 / (numbers[5] - numbers[4] or 1))
    r = y + cr * (2 - 2 * kr)
    b = y + cb * (2 - 2 * kb)
    g = (y - kr * r - kb * b) / (kg or 1)
    out: NDArray[np.uint8] = np.rint(np.clip(np.stack([r, g, b], axis=2), 0, 255)).astype(np.uint8)
    return out


def _fraction(page: Any, tag: int, index: int, default: tuple[float, ...]) -> float:
    """Returns a number of a tag of fractions, which tifffile reads as numerators and denominators."""
    numbers = page.tags.valueof(tag, default=())
    if len(numbers) < 2 * len(default):
        return default[index]
    return float(numbers[2 * index]) / (float(numbers[2 * index + 1]) or 1.0)
