"""Pictures are converted in strips: the result is that of the whole picture at once, and the memory is bounded."""

import subprocess
import sys

import numpy as np
import PIL.Image
import pytest

from engine.images import mip
from engine.images.strips import strips
from engine.images.transparency import fill_invisible

NOISE = np.random.default_rng(0)

PEAK = """
import resource, sys
from pathlib import Path
from engine.images.loading import load
from engine.images.decoders.table import formats
from engine.images.picture import Picture
formats()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
picture = Picture(load(Path(sys.argv[1])))
picture.make_ready()
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / (picture.size[0] * picture.size[1]))
"""
"""Prints the bytes per pixel that loading and reducing a picture took at most."""


def halves_at_once(pixels):
    height, width = pixels.shape[:2]
    even = np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), "edge")
    planes = [PIL.Image.fromarray(plane) for plane in np.moveaxis(even, 2, 0)]
    size = even.shape[1] // 2, even.shape[0] // 2
    return np.stack(
        [np.asarray(plane.resize(size, PIL.Image.Resampling.LANCZOS)) for plane in planes], axis=2
    )


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(1, 9), (13, 12), (100, 75), (257, 200)])
def test_halves_made_in_strips_equal_halves_of_the_whole(monkeypatch, shape, kind):
    monkeypatch.setattr(mip, "STRIP_SAMPLES", 1000)
    pixels = NOISE.integers(0, np.iinfo(kind).max, (*shape, 3), kind, endpoint=True)
    np.testing.assert_array_equal(mip.pyramid(pixels)[1], halves_at_once(pixels))


@pytest.mark.parametrize("multiple", [1, 2, 8])
@pytest.mark.parametrize("height", [1, 7, 64, 1001])
def test_strips_cover_each_row_once(height, multiple):
    rows = list(strips(height, 30, 200, multiple))
    assert [row for part in rows for row in range(part.start, part.stop)] == list(range(height))
    assert all(part.start % multiple == 0 for part in rows)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_invisible_pixels_are_filled_across_strips(monkeypatch, kind):
    white = np.iinfo(kind).max
    pixels = np.zeros((501, 301, 3), kind)
    alpha = np.zeros((501, 301), kind)
    alpha[::5, ::7] = white
    pixels[::5, ::7] = (white, 0, white)
    fill_invisible(pixels, alpha)
    np.testing.assert_array_equal(pixels, np.broadcast_to(np.array([white, 0, white], kind), pixels.shape))


def picture(kind):
    side = 3000
    rows, cols = np.mgrid[:side, :side]
    colour = np.stack([rows % 256, cols % 256, (rows + cols) % 256], axis=2).astype(np.uint8)
    if kind == "alpha":
        alpha = np.where((rows // 100 + cols // 100) % 2, 0, 200).astype(np.uint8)
        return PIL.Image.fromarray(np.dstack([colour, alpha]))
    return PIL.Image.fromarray(colour)


@pytest.mark.skipif(sys.platform == "win32", reason="no getrusage")
@pytest.mark.parametrize(
    ("name", "kind", "most"),
    [
        (
            "a.jpg",
            "plain",
            13,
        ),  # the pixels and their copies alone take 8 bytes, Pillow's picture 4 at a time
        ("rotated.jpg", "rotated", 13),
        ("a.tif", "plain", 13),
        ("a.png", "alpha", 16),
        ("a.bmp", "plain", 13),
    ],
)
def test_the_peak_is_below_two_copies_of_the_picture(tmp_path, name, kind, most):
    path, exif = tmp_path / name, PIL.Image.Exif()
    exif[0x112] = 6 if kind == "rotated" else 1
    picture(kind).save(path, **({"exif": exif} if path.suffix == ".jpg" else {}))
    command = [sys.executable, "-c", PEAK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert float(done.stdout) < most
