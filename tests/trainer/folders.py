"""Writes small image files to train on."""

from pathlib import Path

import numpy as np
from PIL import Image


def saved(path: Path, width: int, height: int, seed: int | None = None) -> Path:
    """Writes a picture of noise to `path`, creating its folders. `seed` replaces the seed made from the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(list(path.name.encode()) if seed is None else seed)
    Image.fromarray(random.integers(0, 256, (height, width, 3), dtype=np.uint8)).save(path)
    return path
