"""Opens the file of a picture, and says how large a picture may be. No decoder is imported."""

from pathlib import Path
from typing import BinaryIO

from engine.base import read_failure
from engine.base.errors import ImageError
from engine.base.regular_file import open_regular

BUDGET = 1 << 30
"""Bytes that one decoded picture may take."""
MOST_PIXELS = BUDGET // 4
"""Pillow stores colour in 4 bytes a pixel: 268 megapixels. With 16 bits a sample the limit is half of that."""


def open_source(path: Path) -> BinaryIO:
    """Opens the file of a picture, whatever is in it. Raises ImageError if there is none that can be read."""
    try:
        return open_regular(path)
    except OSError as error:
        raise ImageError(path, *read_failure.explained(error)) from error
