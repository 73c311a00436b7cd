"""Cropping and bicubic reduction for training and evaluation."""

import numpy as np
import PIL.Image
import pytest

from engine.images.lowres import crop_to_multiple, downscale

PIXELS = np.random.default_rng(0).integers(0, 256, (26, 35, 3), np.uint8)


@pytest.mark.parametrize(
    ("scale", "shape"), [(1, (26, 35, 3)), (2, (26, 34, 3)), (3, (24, 33, 3)), (26, (26, 26, 3))]
)
def test_cropping_keeps_the_top_left(scale, shape):
    cropped = crop_to_multiple(PIXELS, scale)
    assert cropped.shape == shape
    np.testing.assert_array_equal(cropped, PIXELS[: shape[0], : shape[1]])


def test_downscaling_is_pillows_bicubic():
    small = downscale(crop_to_multiple(PIXELS, 3), 3)
    expected = PIL.Image.fromarray(PIXELS[:24, :33].copy()).resize((11, 8), PIL.Image.Resampling.BICUBIC)
    np.testing.assert_array_equal(small, np.asarray(expected))


def test_sizes_that_are_no_multiple_are_refused():
    with pytest.raises(ValueError, match="35 x 26 px is no multiple of 3"):
        downscale(PIXELS, 3)
    with pytest.raises(ValueError, match="cannot be reduced 27 times"):
        crop_to_multiple(PIXELS, 27)
