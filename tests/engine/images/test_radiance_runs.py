"""The first kind of runs of Radiance HDR, which no library here writes or reads."""

import imagecodecs
import numpy as np
import pytest

from engine.base.errors import ImageError
from engine.images.loading import load

HEAD = b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 20 +X 40\n"
GRAY, RED = (128, 128, 128, 128), (200, 10, 10, 128)


def run(pixel, count):
    """A pixel, and as many digits of 256 as the number of its repetitions needs."""
    digits, left = b"", count - 1
    while left:
        digits, left = digits + bytes((1, 1, 1, left % 256)), left // 256
    return bytes(pixel) + digits


def opened(tmp_path, data):
    (tmp_path / "a.hdr").write_bytes(HEAD + data)
    return load(tmp_path / "a.hdr")


@pytest.mark.parametrize("count", [1, 2, 40, 257, 700])
def test_runs(tmp_path, count):
    found = opened(tmp_path, run(RED, count) + run(GRAY, 800 - count))
    flat = np.array([RED] * count + [GRAY] * (800 - count), np.uint8).tobytes()
    light = imagecodecs.rgbe_decode(HEAD + flat)
    np.testing.assert_array_equal(found.values, light)


@pytest.mark.parametrize("data", [b"", b"\1\1\1\5", run(GRAY, 799), run(GRAY, 300)])
def test_runs_that_end_early(tmp_path, data):
    with pytest.raises(ImageError, match="damaged"):
        opened(tmp_path, data)


def test_a_run_longer_than_the_picture_ends_with_it(tmp_path):
    assert opened(tmp_path, run(GRAY, 1 << 31)).values.shape == (20, 40, 3)
