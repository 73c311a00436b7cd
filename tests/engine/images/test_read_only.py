"""Arrays that several threads use cannot be written to."""

from fractions import Fraction

import imagecodecs
import numpy as np
import PIL.Image
import pytest

from engine.geometry import orientation
from engine.images.demo import demo
from engine.images.image import Image, from_array
from engine.images.loading import load
from engine.images.picture import Picture, region_pixels, to_screen
from engine.images.rotation import rotated

NOISE = np.random.default_rng(0).integers(0, 256, (20, 30, 4), np.uint8)


def write(array):
    array[0, 0] = 0


def loaded(tmp_path, deep, alpha):
    pixels = np.ascontiguousarray(NOISE if alpha else NOISE[..., :3])
    path = tmp_path / "a.png"
    if deep:
        path.write_bytes(imagecodecs.png_encode(pixels * np.uint16(257)))
    else:
        PIL.Image.fromarray(pixels).save(path)
    return load(path)


@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize("deep", [False, True])
def test_no_array_of_a_picture_can_be_written_to(tmp_path, deep, alpha):
    image = loaded(tmp_path, deep, alpha)
    assert image.bits == (16 if deep else 8) and (image.alpha is not None) == alpha
    for each in (image, rotated(image, orientation.RIGHT), from_array(image.pixels, "again")):
        picture = Picture(each)
        arrays = [each.pixels, picture.preview, *picture.colour_levels]
        if each.alpha is not None:
            arrays += [each.alpha, *picture.alpha_levels]
        arrays.append(to_screen(each.pixels, each.alpha))
        arrays.append(region_pixels(each, (Fraction(1), Fraction(2), Fraction(3), Fraction(4))))
        for array in arrays:
            with pytest.raises(ValueError, match="read-only"):
                write(array)
            with pytest.raises(ValueError, match="read-only"):
                write(array[:5])


def test_the_demo_is_read_only():
    with pytest.raises(ValueError, match="read-only"):
        write(demo().pixels)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_an_image_from_an_array_does_not_follow_its_later_changes(kind):
    for channels in (3, 4):
        source = NOISE[..., :channels].astype(kind)
        image = from_array(source, "pasted")
        before = image.pixels.copy()
        source[:] = 1  # the caller's own array stays writable
        np.testing.assert_array_equal(image.pixels, before)


def test_making_an_image_read_only_copies_nothing():
    pixels = NOISE[..., :3].copy()
    assert np.shares_memory(Image(pixels, None, "x").pixels, pixels)
    write(pixels)
