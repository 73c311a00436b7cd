"""Identifies the decoded pixels of an export: equal identities mean equal pixels."""

import hashlib
from collections.abc import Hashable
from pathlib import Path

import numpy as np

from engine.base.file_stamp import stamp_of
from engine.base.version import VERSION
from engine.geometry.axis import Axis
from engine.images.area import Area
from engine.images.image import Image
from engine.images.large.raster import LargeArea


def identity(
    decoder: Hashable, image: Image, rows: Axis, cols: Axis, bits: int, piece_side: int | None
) -> str:
    """Returns a hash of all that the pixels depend on.

    decoder: identifies the model and how it computes. The others: as in region_export. It reads all pixels of a picture
    in memory: 12 megapixels take some 30 ms.
    """
    areas = [None if area is None else _content(area, image.path) for area in (image.pixels, image.alpha)]
    facts = VERSION, decoder, image.pages.page, areas, rows, cols, bits, piece_side
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _content(area: Area, path: Path | None) -> tuple[object, ...]:
    """Identifies pixels by themselves; those of a large picture by its file's stamp and the copy in memory.

    Not by its path: machines that share a folder may have it at different places.
    """
    facts = area.shape, str(area.dtype)
    if not isinstance(area, LargeArea):
        return *facts, _digest(area[:, :])
    stamp = None if path is None else stamp_of(path)
    return *facts, stamp, area.orientation, _digest(area.coarse)


def _digest(pixels: np.ndarray) -> str:
    return hashlib.blake2b(np.ascontiguousarray(pixels).data, digest_size=16).hexdigest()
