"""EXIF as text for people: names of tags and their values."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice

import numpy as np
from PIL import ExifTags

from engine.base.printable import one_line
from engine.images import exif_tags
from engine.images.exif_tags import Entry, Order

MOST_PAIRS = 200
MOST_CHARACTERS = 200
MOST_VALUES = 16
"""Of one tag."""
NUMBERS = {
    1: "u1",
    3: "u2",
    4: "u4",
    6: "i1",
    8: "i2",
    9: "i4",
    11: "f4",
    12: "f8",
    13: "u4",
    16: "u8",
    17: "i8",
    18: "u8",
}
"""numpy's types, by the number of the type."""
RATIONALS = {5: "u4", 10: "i4"}
TEXTS = (2, 129)
COMMENT_CODES = 8
"""Bytes before a user's comment that name its encoding."""
USER_COMMENT = 0x9286


def pairs(exif: bytes | None) -> list[tuple[str, str]]:
    """Returns names and values of the tags, without those whose name or value has no meaning for people.

    exif: a TIFF structure, from any source. At most MOST_PAIRS, each of one line.
    """
    with suppress(ValueError):
        return list(islice(_pairs(exif or b""), MOST_PAIRS))
    return []


def _pairs(data: bytes) -> Iterator[tuple[str, str]]:
    exif = exif_tags.read(BytesIO(data))
    directories = (
        (exif.main, ExifTags.TAGS),
        (exif.photo, ExifTags.TAGS),
        (exif.gps, ExifTags.GPSTAGS),
    )
    for directory, names in directories:
        for tag, entry in sorted(directory.items()):
            if tag in names and (text := _text(tag, entry, exif.order)):
                yield names[tag], one_line(text, MOST_CHARACTERS)


def _text(tag: int, entry: Entry, order: Order) -> str:
    """Returns the value as text; an empty one for bytes without a known meaning."""
    data = entry.data
    if tag == USER_COMMENT:
        return data[COMMENT_CODES:].decode("utf-8", "replace").strip("\0 ")
    if entry.kind in TEXTS:
        return data.decode("utf-8", "replace").strip("\0 ")
    if entry.kind in NUMBERS:
        values = np.frombuffer(data, f"{order}{NUMBERS[entry.kind]}", min(entry.count, MOST_VALUES))
        return ", ".join(f"{value:g}" for value in values.tolist())
    if entry.kind in RATIONALS:
        numbers = np.frombuffer(data, f"{order}{RATIONALS[entry.kind]}", 2 * min(entry.count, MOST_VALUES))
        return ", ".join(_ratio(*pair) for pair in numbers.reshape(-1, 2).tolist())
    return ""


def _ratio(numerator: int, denominator: int) -> str:
    """Exposure times are read as a fraction of one second, all else as a decimal number."""
    if numerator == 1 and denominator > 1:
        return f"1/{denominator}"
    return f"{numerator / denominator:.6g}" if denominator else "—"
