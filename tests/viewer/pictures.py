"""Draws test pictures and saves them."""

from pathlib import Path

import numpy as np
import PIL.Image


def drawn(width, height, alpha=False):
    """Draws smooth waves with fine noise: (H, W, 3) uint8; with alpha (H, W, 4), fading out to the right."""
    y, x = np.mgrid[:height, :width]
    waves = [127 + 90 * np.sin(x / 9 + k) * np.cos(y / 7 - k) for k in range(3)]
    noise = np.random.default_rng(5).integers(-20, 20, (height, width, 3))
    pixels = np.clip(np.stack(waves, -1) + noise, 0, 255).astype(np.uint8)
    if alpha:
        fading = np.broadcast_to(np.linspace(255, 0, width).astype(np.uint8)[:, None], (height, width, 1))
        pixels = np.concatenate([pixels, fading], -1)
    return pixels


def saved(path: Path, pixels) -> Path:
    """Saves pixels, (H, W, C) uint8, as an image file. Returns its path."""
    PIL.Image.fromarray(pixels).save(path)
    return path
