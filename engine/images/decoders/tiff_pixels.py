"""The stored numbers of a TIFF's page, as an array."""

import logging
import os
from math import prod
from typing import Any, BinaryIO

import numpy as np
import tifffile
from numpy.typing import NDArray

from engine.base.messages import Message
from engine.images import damage
from engine.images.decoders import tiff_bytes, tiff_parts, tiff_salvage, tiff_ycbcr

# tifffile prints what it finds odd in a file. Errors are raised or noticed here.
logging.getLogger("tifffile").addHandler(logging.NullHandler())
logging.getLogger("tifffile").propagate = False

OLD_JPEG = 6
"""The compression of TIFF 6.0 that other JPEGs have replaced."""
MOST_THREADS = 4
"""Threads that decode one picture. Each takes addresses of the child, which are limited."""
SEPARATE = 2
"""The planar configuration of channels that lie one behind the other."""


def open_page(stream: BinaryIO, offset: int) -> Any:
    """Returns tifffile's page of the directory at an offset. Raises whatever tifffile raises."""
    stream.seek(0)
    # A stream made of a descriptor has a number as its name, which tifffile cannot use.
    file = tifffile.TiffFile(stream, name="picture.tif")
    file.filehandle.seek(offset)
    return tifffile.TiffPage(file, 0)


def is_decodable(page: Any) -> bool:
    """Whether tifffile has the compression of a page."""
    compression = int(page.compression)
    return compression == 1 or (compression != OLD_JPEG and compression in tifffile.TIFF.DECOMPRESSORS)


def present(page: Any) -> float:
    """Returns which fraction of the picture the file has, by its table of strips or tiles and by its length."""
    if int(page.compression) != 1:
        return listed(page)
    bits = page.bitspersample if isinstance(page.bitspersample, int) else max(page.bitspersample)
    stored: float = page.imagewidth * page.imagelength * page.samplesperpixel * bits / 8
    return min(listed(page), float(page.parent.filehandle.size / max(1, stored)))


def listed(page: Any) -> float:
    """Returns which fraction of the picture is in its table of strips or tiles; the empty ones of sparse files are."""
    planes = page.samplesperpixel if page.planarconfig == SEPARATE else 1
    if page.is_tiled:
        sides = (page.imagewidth, page.tilewidth), (page.imagelength, page.tilelength)
    else:
        sides = (1, 1), (page.imagelength, page.rowsperstrip)
    needed = planes * prod(-(-whole // max(1, part)) for whole, part in sides)
    fraction: float = min(1.0, len(page.dataoffsets) / max(1, needed))
    return fraction


def read(page: Any, notices: list[Message]) -> NDArray[Any]:
    """Returns the stored numbers, (H, W, channels), in the page's type, the first layer of a volume.

    What a truncated or damaged file lacks is 0 and noticed. Raises ValueError if nothing can be decoded, and
    whatever the decoders raise.
    """
    if tiff_ycbcr.is_stored_so(page):
        return tiff_ycbcr.read(page, notices)
    tiff_parts.refuse_larger(page)
    whole = present(page) == 1 and not is_cut(page)
    declared, page.databytecounts = page.databytecounts, tiff_bytes.bytes_in_file(page)
    try:
        stored = page.asarray(squeeze=False, maxworkers=min(MOST_THREADS, os.cpu_count() or 1))
    except (OSError, ValueError, RuntimeError, tifffile.TiffFileError) as error:
        page.databytecounts = declared
        stored, missing = _parts(page, error)
        whole = whole and not missing
    if not whole:
        notices.append(damage.part_missing())
    return _by_pixel(unpacked(page, stored).reshape(page.shaped))


def is_cut(page: Any) -> bool:
    """Whether the file ends before a strip or tile does. Some decoders say nothing of it."""
    end = page.parent.filehandle.size
    return any(
        offset + count > end for offset, count in zip(page.dataoffsets, page.databytecounts, strict=False)
    )


def unpacked(page: Any, decoded: NDArray[Any]) -> NDArray[Any]:
    """Returns the numbers that tifffile has decoded, those of 24 bits corrected.

    tifffile unpacks them as if their first byte were the highest one. In a file whose numbers are stored from the
    highest byte on, it also leaves the result in the order of the file.
    """
    if page.bitspersample != 24 or decoded.dtype.kind != "u":
        return decoded
    return decoded.byteswap() if page.parent.byteorder == ">" else decoded.byteswap() >> 8


def _by_pixel(stored: NDArray[Any]) -> NDArray[Any]:
    """Returns (H, W, channels) of tifffile's (planes, depth, H, W, channels)."""
    return np.moveaxis(stored[:, 0, :, :, 0], 0, 2) if len(stored) > 1 else stored[0, 0]


def _parts(page: Any, error: Exception) -> tuple[NDArray[Any], int]:
    """Decodes strip by strip or tile by tile. Returns the numbers, and how many parts are missing or damaged.

    error: raised if all are.
    """
    out = np.zeros(page.shaped, page.dtype)
    decoded, missing = 0, 0
    for index, (count, there) in enumerate(
        zip(page.databytecounts, tiff_bytes.bytes_in_file(page), strict=False)
    ):
        if not count:  # an empty part of a sparse file
            continue
        data = tiff_bytes.read(page, index, there)
        whole = len(data) == count and _place(page, index, data, out)
        decoded += whole or (
            bool(data) and _place(page, index, tiff_salvage.decodable(page, index, data), out)
        )
        missing += not whole
    if not decoded:
        raise error
    return out, missing


def _place(page: Any, index: int, data: bytes, out: NDArray[Any]) -> bool:
    """Decodes one strip or tile into its place. Returns whether it could."""
    try:
        segment, (plane, depth, y, x, _), shape = page.decode(data, index, jpegtables=page.jpegtables)
    except (OSError, ValueError, RuntimeError, tifffile.TiffFileError):
        return False
    if segment is None:
        return False
    place = out[plane, depth : depth + shape[0], y : y + shape[1], x : x + shape[2]]
    place[...] = segment[: place.shape[0], : place.shape[1], : place.shape[2]]
    return True
