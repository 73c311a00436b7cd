"""Writes TIFF files piece by piece as rows arrive, on all cores. Uses BigTIFF where four gigabytes may not suffice.

imagecodecs compresses the pieces, which are tiles or strips; tifffile writes them and the tables.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray

from engine.export import pyramid, tiff_tags
from engine.export.embedded import NOTHING
from engine.export.on_white import on_white
from engine.export.ordered_work import ordered
from engine.export.picture_head import PictureHead
from engine.export.row_groups import grouped
from engine.images.bit_depth import Raster

TILE = 256
"""Side of a tile, px."""
STRIP_BYTES = 1 << 18
"""About the bytes of a strip."""
MAX_CLASSIC_BYTES = (1 << 32) - (1 << 25)
"""Size of the raw pixels up to which a classic TIFF holds them and its tables, even if compression saves nothing."""
COMPRESSIONS = {"none": None, "lzw": "lzw", "deflate": "zlib", "zstd": "zstd", "jpeg": "jpeg"}
"""tifffile's names of the compressions."""
ENCODERS: dict[str, Callable[[Any], Any]] = {
    "none": np.ndarray.tobytes,
    "lzw": imagecodecs.lzw_encode,
    "deflate": imagecodecs.deflate_encode,  # libdeflate: three times as fast as zlib, for the same size
    "zstd": imagecodecs.zstd_encode,
}
PREDICTED = ("lzw", "deflate", "zstd")
"""Compressions before which a sample is replaced by its difference from the one on its left."""
JPEG_QUALITY = 90
COMPRESSION = "deflate"
"""Where none is given."""
PYRAMID_BYTES = 4 / 3
"""Bytes of a picture and all its copies, as a multiple of its own."""
REDUCED = 1
"""Type of a subfile that is a smaller copy."""

Piece = NDArray[Any]
"""A tile or a strip: (rows, columns, channels)."""


def write(path: Path, head: PictureHead, bands: Iterator[Raster]) -> None:
    """Writes bands of (rows, W, 3 or 4), from the top. Bits: 8, 16, or 32 for floats of 0 to 1.

    Memory: one band and a few rows of tiles.
    """
    big = head.raw_bytes * (PYRAMID_BYTES if head.options.pyramid else 1) > MAX_CLASSIC_BYTES
    with tifffile.TiffWriter(path, bigtiff=big, byteorder="<") as file:
        if head.options.pyramid:
            _write_pyramid(file, head, bands, path.parent)
        else:
            _write_picture(file, head, bands)
    tiff_tags.append_directories(path, head.embedded, big)


def _write_pyramid(
    file: tifffile.TiffWriter, head: PictureHead, bands: Iterator[Raster], folder: Path
) -> None:
    """Writes the picture and its copies, each half as large as the one before, in the way of libvips and GDAL.

    folder: for what is not written yet, at most a quarter of the pixels at once.
    """
    kind = "float32" if head.bits == 32 else f"uint{head.bits}"
    without = replace(NOTHING, icc=head.embedded.icc)
    sizes = pyramid.levels(head.height, head.width)
    with ExitStack() as copies:
        for number, (height, width) in enumerate(sizes):
            copy = copies.enter_context(pyramid.half_copy(folder))
            _write_picture(file, head, copy.collecting(bands), number > 0)
            head = replace(head, height=height, width=width, embedded=without)
            bands = copy.bands(width, head.channels, kind)
        _write_picture(file, head, bands, bool(sizes))


def _write_picture(
    file: tifffile.TiffWriter, head: PictureHead, bands: Iterator[Raster], reduced: bool = False
) -> None:
    """Writes one picture of the file. reduced: it is a smaller copy of the first."""
    options, embedded = head.options, head.embedded
    kind = options.compression or COMPRESSION
    jpeg = kind == "jpeg"
    channels = 3 if jpeg else head.channels
    file.write(
        _compressed(head, map(on_white, bands) if jpeg else bands),
        shape=(head.height, head.width, channels),
        dtype="float32" if head.bits == 32 else f"uint{head.bits}",
        photometric="ycbcr" if jpeg else "rgb",
        subsampling=(1, 1) if jpeg else None,
        extrasamples=("unassalpha",) if channels == 4 else (),
        compression=COMPRESSIONS[kind],
        predictor=kind in PREDICTED,
        subfiletype=REDUCED if reduced else 0,
        metadata=None,
        software=False,
        iccprofile=embedded.icc,
        resolution=(embedded.dpi, embedded.dpi) if embedded.dpi else None,
        resolutionunit="inch" if embedded.dpi else None,
        extratags=tiff_tags.extra_tags(embedded, file.tiff.is_bigtiff),
        **({"rowsperstrip": _rows(head)} if options.strips else {"tile": (TILE, TILE)}),
    )


def read_back(path: Path) -> tuple[int, int]:
    """Decodes the file's last tile or strip and returns (H, W). Raises what tifffile raises for a damaged file."""
    with tifffile.TiffFile(path) as file:
        page = file.pages.first
        last, decode = len(page.dataoffsets) - 1, page.decode  # which may move the file's position
        file.filehandle.seek(page.dataoffsets[last])
        decode(file.filehandle.read(page.databytecounts[last]), last)
        return page.imagelength, page.imagewidth


def _compressed(head: PictureHead, bands: Iterator[Raster]) -> Iterator[bytes]:
    """Yields the compressed pieces, tiles row by row."""
    kind = head.options.compression or COMPRESSION
    encode = (
        partial(_jpeg, head.options.quality or JPEG_QUALITY) if kind == "jpeg" else partial(_encode, kind)
    )
    yield from ordered(encode, _strips(head, bands) if head.options.strips else _tiles(bands))


def _encode(kind: str, piece: Piece) -> bytes:
    return bytes(ENCODERS[kind](_predicted(piece) if kind in PREDICTED else piece))


def _predicted(piece: Piece) -> Piece:
    """Returns differences from the left neighbour. numpy takes a tenth of the time of imagecodecs' delta_encode."""
    if piece.dtype == np.float32:
        floats: Piece = imagecodecs.floatpred_encode(piece, axis=-2)
        return floats
    differences = piece.copy()
    np.subtract(piece[:, 1:], piece[:, :-1], out=differences[:, 1:])
    return differences


def _jpeg(quality: int, piece: Piece) -> bytes:
    return bytes(
        imagecodecs.jpeg8_encode(piece, quality, colorspace="rgb", outcolorspace="ycbcr", subsampling=(1, 1))
    )


def _rows(head: PictureHead) -> int:
    """Returns the rows of a strip: a multiple of 16, the unit of a JPEG."""
    return max(16, STRIP_BYTES * head.height // head.raw_bytes // 16 * 16)


def _strips(head: PictureHead, bands: Iterator[Raster]) -> Iterator[Piece]:
    for strip in grouped(bands, _rows(head)):
        yield np.ascontiguousarray(strip)


def _tiles(bands: Iterator[Raster]) -> Iterator[Piece]:
    """Yields the tiles row by row. Those at the right and bottom borders are filled with the pixels at the border."""
    for strip in grouped(bands, TILE):
        for left in range(0, strip.shape[1], TILE):
            tile = strip[:, left : left + TILE]
            missing = [(0, TILE - tile.shape[0]), (0, TILE - tile.shape[1]), (0, 0)]
            yield np.ascontiguousarray(np.pad(tile, missing, "edge") if np.any(missing) else tile)
