"""The eight orientations: their arithmetic, and that pixels, points, views and renders agree."""

from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

import main
from engine.geometry import orientation, viewport
from engine.geometry.viewport import centred, panned
from engine.images import loading
from engine.images.image import from_array
from engine.images.picture import Picture
from engine.images.rotation import rotated

ORIENTATIONS = range(8)
BY_PILLOW = {
    orientation.RIGHT: PIL.Image.Transpose.ROTATE_270,
    2: PIL.Image.Transpose.ROTATE_180,
    orientation.LEFT: PIL.Image.Transpose.ROTATE_90,
    orientation.MIRRORED: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    orientation.UPSIDE_DOWN: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSVERSE,
    7: PIL.Image.Transpose.TRANSPOSE,
}
"""Pillow's names of the seven that change the picture."""


def noise(width=7, height=5, alpha=True):
    return from_array(
        np.random.default_rng(2).integers(0, 255, (height, width, 4 if alpha else 3), dtype=np.uint8), "noise"
    )


@pytest.mark.parametrize("number", BY_PILLOW)
def test_each_orientation_equals_pillows(number):
    picture = noise()
    result = rotated(picture, number)
    for plane, before in ((result.pixels, picture.pixels), (result.alpha, picture.alpha)):
        assert (plane == np.asarray(PIL.Image.fromarray(before).transpose(BY_PILLOW[number]))).all()
        assert plane.flags.c_contiguous


@pytest.mark.parametrize("first", ORIENTATIONS)
@pytest.mark.parametrize("second", ORIENTATIONS)
def test_two_rotations_equal_their_composition(first, second):
    picture = noise()
    both = rotated(rotated(picture, first), second)
    once = rotated(picture, orientation.composed(first, second))
    assert (both.pixels == once.pixels).all() and (both.alpha == once.alpha).all()


@pytest.mark.parametrize("number", ORIENTATIONS)
def test_each_orientation_has_an_inverse_and_four_quarter_turns_change_nothing(number):
    assert orientation.composed(number, orientation.inverse(number)) == orientation.UPRIGHT
    result = number
    for _ in range(4):
        result = orientation.composed(result, orientation.RIGHT)
    assert result == number and orientation.composed(number, orientation.UPRIGHT) == number


@given(st.sampled_from(ORIENTATIONS), st.integers(0, 6), st.integers(0, 4))
def test_a_rotated_point_is_at_the_rotated_pixel(number, x, y):
    picture = noise()
    result = rotated(picture, number)
    assert (result.width, result.height) == orientation.rotated_size(number, (7, 5))
    half = Fraction(1, 2)
    new_x, new_y = orientation.rotated_point(number, (7, 5), x + half, y + half)
    assert (result.pixels[int(new_y), int(new_x)] == picture.pixels[y, x]).all()


@given(st.sampled_from(ORIENTATIONS), st.floats(0.01, 1e9), st.floats(-90, 90), st.floats(-90, 90))
def test_a_rotated_view_keeps_its_middle_and_can_be_rotated_back(number, scale, dx, dy):
    size = (400, 300)
    view = panned(centred(size, scale, 641, 480), dx, dy)
    result = viewport.rotated(view, number, size)
    middle = orientation.rotated_point(number, size, *view.source(320.5, 240))
    assert all(
        abs(a - b) <= Fraction(1, 2**98) for a, b in zip(result.source(320.5, 240), middle, strict=True)
    )
    assert (result.scale, result.width, result.height) == (view.scale, view.width, view.height)
    back = viewport.rotated(result, orientation.inverse(number), orientation.rotated_size(number, size))
    assert abs(back.left - view.left) <= Fraction(1, 2**98)


def test_an_opaque_picture_stays_opaque():
    assert rotated(noise(alpha=False), orientation.RIGHT).alpha is None
    assert Picture(rotated(noise(), orientation.RIGHT)).preview.shape == (7, 5, 4)


@pytest.mark.parametrize("number", [0, 1, 6, 7])
def test_a_rotated_render_equals_the_render_of_the_rotated_picture(number, tmp_path):
    source, source_rotated = tmp_path / "source.png", tmp_path / "rotated.png"
    picture = noise(24, 18, alpha=False)
    PIL.Image.fromarray(picture.pixels).save(source)
    PIL.Image.fromarray(rotated(picture, number).pixels).save(source_rotated)
    options = ["--scale", "3.5", "--region", "2,3,12.5,9"]
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    assert main.main(["render", str(source), str(one), *options, "--orientation", str(number)]) == 0
    assert main.main(["render", str(source_rotated), str(other), *options]) == 0
    assert (loading.load(one).pixels == loading.load(other).pixels).all()
