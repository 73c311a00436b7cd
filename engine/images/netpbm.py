"""PPM and PGM whose white is above 255: Pillow keeps 8 bits of colour, and reads both one sample at a time."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import PIL.ImageFile
from numpy.typing import NDArray

from engine.images.depth import scale_to_16_bits

COMMENT = re.compile(rb"#[^\r\n]*")


def white(file: PIL.ImageFile.ImageFile) -> int:
    """The value of white in a PPM or PGM that Pillow has opened and not yet loaded; 0 in one of bits or of floats."""
    tile: Any = file.tile[0]
    if tile.codec_name in ("ppm", "ppm_plain"):
        return 0 if file.mode == "1" else int(tile.args[1])
    return {"I;16B": 65535, "L": 255, "RGB": 255}.get(str(tile.args), 0)


def samples(path: Path, file: PIL.ImageFile.ImageFile) -> NDArray[np.uint16]:
    """(H, W, 1 or 3) of that file, white at 65535. Raises ValueError where it is cut short or malformed."""
    tile: Any = file.tile[0]
    channels = len(file.getbands())
    count = file.width * file.height * channels
    with path.open("rb") as stream:
        stream.seek(tile.offset)
        found = (
            _plain(stream.read(), count) if tile.codec_name == "ppm_plain" else _raw(stream.read(2 * count))
        )
    if len(found) != count:
        raise ValueError(f"{len(found)} of {count} samples are there")
    return scale_to_16_bits(found.reshape(file.height, file.width, channels), white(file))


def _raw(data: bytes) -> NDArray[np.uint16]:
    return np.frombuffer(data[: len(data) // 2 * 2], ">u2").astype(np.uint16)


def _plain(text: bytes, count: int) -> NDArray[np.uint16]:
    """Of decimal numbers."""
    # of blanks alone numpy makes one zero
    found = np.fromstring(COMMENT.sub(b" ", text).strip(), np.int64, sep=" ")[:count]
    return np.clip(found, 0, 65535).astype(np.uint16)
