"""Floats, signed and wide integers in a TIFF: what they mean, and samples made of them."""

import struct
from typing import Any, BinaryIO

import numpy as np
import tifffile
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import value_range
from engine.images.decoders.interleaved import from_scaled
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.samples import Samples, Values
from engine.images.value_range import Scale

WHITE_IS_ZERO, DESCRIPTION, NO_DATA = 0, 270, 42113
SCALE = 65142
"""Unpixel's tag of the scale of numbers, in files of its own."""
BRIGHT = 256
"""A wide integer is taken for a part of its whole range if the brightest is at least that range over this."""


def samples(colour: NDArray[Any], alpha: NDArray[Any] | None, head: Head, notices: list[Message]) -> Samples:
    """Makes samples of floats, signed or wide integers, (h, w, n), and alpha (h, w)."""
    values, opacity = numbers(colour, alpha, head)
    found = head.parsed.scale or scale(values, head, notices)
    mask = None if opacity is None else np.rint(opacity * 65535).astype(np.uint16)
    return from_scaled(values, head, notices, found, mask)


def numbers(colour: NDArray[Any], alpha: NDArray[Any] | None, head: Head) -> tuple[Values, Values | None]:
    """Returns stored floats, signed or wide integers as floats, not premultiplied, and alpha in [0, 1]."""
    with np.errstate(over="ignore"):  # what float32 cannot hold becomes infinite, which is no data
        values: Values = colour.astype(np.float32)
    opacity = None if alpha is None else _opacity(alpha, head)
    if opacity is not None and head.alpha is Alpha.PREMULTIPLIED:
        values /= np.where(opacity > 0, opacity, 1)[..., None]
    return values, opacity


def scale(values: Values, head: Head, notices: list[Message]) -> Scale:
    """Returns the scale of a picture of such numbers."""
    return scale_of_parts(head, lambda: value_range.parts(values), values.size, notices)


def scale_of_parts(head: Head, read: value_range.Parts, size: int, notices: list[Message]) -> Scale:
    """Returns the scale of a picture of `size` floats, signed or wide integers, which is read in parts."""
    measured = value_range.measure(read, size, head.parsed.no_data)
    declared = value_range.UNIT if head.kind is Kind.FLOAT else _integer_range(measured.extent, head)
    return measured.scale(declared, int(head.parsed.page.photometric) == WHITE_IS_ZERO, notices)


def _opacity(alpha: NDArray[Any], head: Head) -> Values:
    """Returns alpha in [0, 1]."""
    if head.kind is Kind.FLOAT:
        fraction = np.nan_to_num(alpha.astype(np.float32))
    else:
        least = 1 << head.bits - 1 if head.kind is Kind.SIGNED else 0
        fraction = ((alpha.astype(np.float64) + least) / ((1 << head.bits) - 1)).astype(np.float32)
    return np.clip(fraction, 0, 1)


def _integer_range(extent: value_range.Extent, head: Head) -> value_range.Range | None:
    """Returns the whole range of integers, if the picture's data uses it.

    Unsigned ones do not if only the darkest part of it is used, signed ones if it is less than half: these are counts
    or heights. Inks are fractions of the range.
    """
    signed = head.kind is Kind.SIGNED
    low = -float(1 << head.bits - 1) if signed else 0.0
    high = low + (1 << head.bits) - 1
    used = extent.most - extent.least if signed else extent.most
    whole = head.model is Model.CMYK or used >= (high - low) / (2 if signed else BRIGHT)
    return (low, high) if whole else None


def known_scale(page: Any) -> Scale | None:
    """Returns the scale of a picture that was converted into this one (engine/images/large/pyramid_job.py)."""
    text = page.tags.valueof(SCALE)
    try:
        return value_range.from_text(text) if isinstance(text, str) else None
    except (ValueError, TypeError, LookupError):
        return None


def no_data(page: Any) -> float | None:
    """Returns the value that stands for no data (GDAL), if the file names one."""
    text = page.tags.valueof(NO_DATA)
    try:
        return float(str(text).strip("\0 ")) if text is not None else None
    except ValueError:
        return None


def rename_description(file: BinaryIO, tag: int) -> None:
    """Makes the description of a TIFF, the one text that libvips writes, another tag."""
    with tifffile.TiffFile(file, name="picture.tif") as opened:
        order, entry = opened.byteorder, opened.pages.first.tags[DESCRIPTION].offset
    file.seek(entry)
    file.write(struct.pack(f"{order}H", tag))
    file.flush()
