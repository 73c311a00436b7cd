"""What is there of a strip or tile of a TIFF that is cut off or damaged."""

import lzma
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from math import prod
from typing import Any

import imagecodecs

NONE, LZW, DEFLATE, OLD_DEFLATE, PACKBITS, LZMA, ZSTD = 1, 5, 8, 32946, 32773, 34925, 50000
"""TIFF's compressions."""
LONGEST_RUN = 128
"""Bytes that one head of PackBits stands for, at most."""
REVERSED = 2
"""The fill order of bytes whose bits are stored from the lowest on."""
PIECE = 512
"""Bytes that are inflated at once: what stands before a damaged piece is kept."""


def decodable(page: Any, index: int, data: bytes) -> bytes:
    """Returns a strip or tile that decodes, of its stored bytes; what is missing becomes 0.

    Compressions that cannot be continued are returned as they are: decoders of JPEG accept a part.
    """
    if int(page.compression) == NONE:
        return data.ljust(min(page.databytecounts[index], _size(page)), b"\0")
    if page.fillorder == REVERSED:
        return bytes(imagecodecs.bitorder_encode(_completed(page, bytes(imagecodecs.bitorder_decode(data)))))
    return _completed(page, data)


def _completed(page: Any, data: bytes) -> bytes:
    """`decodable` of compressed data whose bits are in the usual order."""
    compression, size = int(page.compression), _size(page)
    if compression in STREAMS:
        inflater, encode = STREAMS[compression]
        found = _inflated(inflater(), data, size)
        return bytes(encode(found.ljust(size, b"\0"))) if found else data
    if compression == LZW:
        with suppress(imagecodecs.LzwError):
            return bytes(imagecodecs.lzw_encode(imagecodecs.lzw_decode(data)[:size].ljust(size, b"\0")))
    if compression == PACKBITS:
        return _packbits(data, size)
    return data


def _packbits(data: bytes, size: int) -> bytes:
    """Zeros complete a run that is cut off. The further ones are pairs of head and byte: one more makes them even."""
    for zeros in (LONGEST_RUN, LONGEST_RUN + 1):
        with suppress(imagecodecs.PackbitsError):
            found = bytes(imagecodecs.packbits_decode(data + bytes(zeros)))
            return bytes(imagecodecs.packbits_encode(found[:size].ljust(size, b"\0")))
    return data


def _size(page: Any) -> int:
    """Returns the bytes of a whole decoded strip or tile."""
    rows, *rest = page.chunks
    bits = page.bitspersample if isinstance(page.bitspersample, int) else max(page.bitspersample)
    return int(rows * -(-prod(rest) * bits // 8))


def _inflated(inflater: Any, data: bytes, most: int) -> bytes:
    """Inflates up to the first error, or to `most` bytes or a little more."""
    out = bytearray()
    with suppress(zlib.error, lzma.LZMAError, EOFError, *_zstd_errors()):
        for at in range(0, len(data), PIECE):
            out += inflater.decompress(data[at : at + PIECE])
            if len(out) >= most:
                break
    return bytes(out[:most])


def _zstd() -> Any:
    # zstandard (BSD-3) inflates a part of a frame, imagecodecs only a whole one. It is needed for damaged files only.
    from zstandard import ZstdDecompressor

    return ZstdDecompressor().decompressobj()


def _zstd_errors() -> tuple[type[Exception], ...]:
    from zstandard import ZstdError

    return (ZstdError,)


STREAMS: dict[int, tuple[Callable[[], Any], Callable[[bytes], bytes | bytearray]]] = {
    DEFLATE: (zlib.decompressobj, partial(zlib.compress, level=1)),
    OLD_DEFLATE: (zlib.decompressobj, partial(zlib.compress, level=1)),
    LZMA: (lzma.LZMADecompressor, partial(lzma.compress, preset=0)),
    ZSTD: (_zstd, imagecodecs.zstd_encode),
}
"""By compression: makes an object that inflates a stream in pieces; compresses."""
