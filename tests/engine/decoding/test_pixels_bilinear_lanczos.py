"""Pixels, bilinear and Lanczos agree with their definitions, computed in exact fractions, at any zoom."""

from fractions import Fraction
from math import floor

import numpy as np
import PIL.Image
import pytest

from engine.checkpoints import library
from engine.compute.device import choose
from engine.decoding import pixels_bilinear_lanczos
from engine.decoding.continuous_image import ContinuousImage
from engine.decoding.pixels_bilinear_lanczos import InterpolatedImage
from engine.geometry.axis import Axis, whole
from engine.geometry.viewport import centred, lattice_axis
from engine.images.image import from_array
from engine.images.picture import Picture

PIXELS = np.random.default_rng(3).integers(0, 256, (30, 40, 3), dtype=np.uint8)


def middles(axis):
    return [axis.start + (j + Fraction(1, 2)) * axis.step for j in range(axis.count)]


def lanczos(distance):
    x = float(distance)
    return np.sinc(x) * np.sinc(x / 3) if abs(x) < 3 else 0.0


def bilinear(distance):
    return max(1.0 - abs(float(distance)), 0.0)


def expected_weights(axis, size, kernel):
    """Weights (count, size): the kernel at the exact distance of each pixel's centre; the border is repeated."""
    matrix = np.zeros((axis.count, size))
    for j, middle in enumerate(middles(axis)):
        for i in range(floor(middle) - 4, floor(middle) + 5):
            matrix[j, min(max(i, 0), size - 1)] += kernel(middle - i - Fraction(1, 2))
    return matrix / matrix.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("scale", [1.5, 3.7, 41.0, 1e6, 1e9])
@pytest.mark.parametrize("name, kernel", [("bilinear", bilinear), ("lanczos", lanczos)])
def test_a_kernel_agrees_with_its_definition_at_any_zoom(scale, name, kernel):
    view = centred((40, 30), scale, 150, 140)
    x, y = (max(corner, 0) for corner in view.origin)
    rows, cols = lattice_axis(y, min(140, round(30 * scale)), scale), lattice_axis(x, 60, scale)
    shown = pixels_bilinear_lanczos.interpolate(PIXELS, rows, cols, name)
    expected = np.einsum(
        "ri,cj,ijk->rck",
        expected_weights(rows, 30, kernel),
        expected_weights(cols, 40, kernel),
        PIXELS,
        optimize=True,
    )
    assert np.abs(shown - np.clip(expected, 0, 255)).max() <= 0.51


@pytest.mark.parametrize("scale", [2.0, 3.7, 1e6])
def test_a_source_pixel_is_a_sharp_square(scale):
    border = round(20 * scale)  # between the pixels 19 and 20
    rows, cols = lattice_axis(round(15 * scale), 20, scale), lattice_axis(border - 100, 200, scale)
    if border < 100:
        cols = lattice_axis(0, round(40 * scale), scale)
    shown = pixels_bilinear_lanczos.interpolate(PIXELS, rows, cols, "pixels")
    for j, x in enumerate(middles(cols)):
        if x != floor(x):
            assert (shown[:, j] == PIXELS[[floor(y) for y in middles(rows)], floor(x)]).all()
    assert {len(set(map(tuple, row))) for row in shown} <= {2, 40}


def test_lanczos_equals_pillows_away_from_the_border():
    low_contrast = PIXELS // 3 + 80  # Pillow rounds and clips between its two passes
    ours = pixels_bilinear_lanczos.interpolate(
        low_contrast, whole(30, 150), whole(40, 200), "lanczos"
    ).astype(int)
    theirs = PIL.Image.fromarray(low_contrast).resize((200, 150), PIL.Image.Resampling.LANCZOS)
    inner = slice(20, -20), slice(20, -20)
    assert np.abs(ours - np.asarray(theirs))[inner].max() <= 2


@pytest.mark.parametrize("scale", [1.5, 7.3, 1e6])
@pytest.mark.parametrize("name", ["bilinear", "lanczos"])
def test_a_ramp_is_at_the_same_position_as_in_the_models_image(scale, name):
    """All methods reproduce a ramp exactly, so a shift by a tenth of a device px would fail the test."""
    ramp = np.broadcast_to((np.arange(40) * 6)[None, :, None], (30, 40, 3)).astype(np.uint8)
    picture = Picture(from_array(ramp, "ramp"))
    view = centred((40, 30), scale, 40, 20)
    x, y = view.origin
    grid = lattice_axis(y, 20, scale), lattice_axis(x, 40, scale)
    model = ContinuousImage(picture, library.bicubic(), choose("cpu", "fp32")).grid(*grid)[0].astype(int)
    assert np.abs(InterpolatedImage(picture, name).grid(*grid)[0] - model).max() <= 2


def test_alpha_is_interpolated_too_and_scales_of_one_and_below_use_the_pyramid():
    picture = Picture(from_array(np.dstack([PIXELS, PIXELS[..., 0]]), "veil"))
    source = InterpolatedImage(picture, "pixels")
    _, alpha = source.grid(lattice_axis(0, 60, 2.0), lattice_axis(0, 80, 2.0))
    assert (alpha == np.repeat(np.repeat(PIXELS[..., 0], 2, 0), 2, 1)).all()
    axes = Axis(Fraction(0), Fraction(2), 15), Axis(Fraction(0), Fraction(2), 20)
    model = ContinuousImage(picture, library.bicubic(), choose("cpu"))
    assert (source.grid(*axes)[0] == model.grid(*axes)[0]).all()
