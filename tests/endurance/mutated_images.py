"""Mutated images: each is a picture or a typed error, within limits of time and memory."""

from pathlib import Path

import numpy as np

from engine.base.errors import ImageError
from engine.images.isolated import load
from engine.isolation import children
from tests.endurance import image_seeds
from tests.endurance.mutation import mutated
from tests.endurance.row import Row

SUFFIXES = {"JPEG": "jpg", "TIFF": "tif", "HEIF": "heic"}
FORMATS = 22


def case(seed: int, index: int, folder: Path) -> str:
    """Opens one damaged file. The formats take turns."""
    formats = image_seeds.formats()
    name = formats[index % len(formats)]
    path = folder / f"a.{SUFFIXES.get(name, name.lower())}"
    path.write_bytes(mutated(np.random.default_rng([seed, index]), image_seeds.seeds(name)))
    try:
        image = load(path)
    except ImageError as error:
        assert error.subject == str(path) and error.remedy
        assert "\n" not in str(error)
        return "typed error"
    assert image.pixels.ndim == 3 and image.pixels.shape[2] == 3 and image.pixels.size
    assert image.pixels.dtype in (np.uint8, np.uint16)
    assert image.alpha is None or image.alpha.shape == image.pixels.shape[:2]
    return "image"


ROW = Row(
    name="mutated-images",
    fault="mutated images, all formats",
    expected="a typed error or an image; 10 s, 1 GB",
    case=case,
    end=children.SHARED.end_all,
    ci=30 * FORMATS,
    long=5_000 * FORMATS,
    seconds=10,
    memory_mb=1000,
)
