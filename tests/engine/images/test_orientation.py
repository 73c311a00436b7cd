"""Pictures turned and flipped: the arithmetic of the eight, and that everything sees them alike."""

from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

import main
from engine.geometry import orientation
from engine.geometry.viewport import centred, panned, turned
from engine.images import image
from engine.images.image import from_array
from engine.images.picture import Picture
from engine.images.rotation import rotated

EIGHT = range(8)
# What Pillow calls each of them.
BY_PILLOW = {
    orientation.RIGHT: PIL.Image.Transpose.ROTATE_270,
    2: PIL.Image.Transpose.ROTATE_180,
    orientation.LEFT: PIL.Image.Transpose.ROTATE_90,
    orientation.MIRRORED: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    orientation.UPSIDE_DOWN: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSVERSE,
    7: PIL.Image.Transpose.TRANSPOSE,
}


def noise(width=7, height=5, alpha=True):
    return from_array(
        np.random.default_rng(2).integers(0, 255, (height, width, 4 if alpha else 3), dtype=np.uint8), "noise"
    )


@pytest.mark.parametrize("lies", BY_PILLOW)
def test_each_is_what_pillow_makes_of_it(lies):
    picture = noise()
    turned = rotated(picture, lies)
    for plane, before in ((turned.pixels, picture.pixels), (turned.alpha, picture.alpha)):
        assert (plane == np.asarray(PIL.Image.fromarray(before).transpose(BY_PILLOW[lies]))).all()
        assert plane.flags.c_contiguous


@pytest.mark.parametrize("first", EIGHT)
@pytest.mark.parametrize("second", EIGHT)
def test_one_after_the_other_is_one(first, second):
    picture = noise()
    both = rotated(rotated(picture, first), second)
    once = rotated(picture, orientation.composed(first, second))
    assert (both.pixels == once.pixels).all() and (both.alpha == once.alpha).all()


@pytest.mark.parametrize("lies", EIGHT)
def test_each_can_be_undone_and_four_quarters_are_none(lies):
    assert orientation.composed(lies, orientation.inverse(lies)) == orientation.UPRIGHT
    for _ in range(4):
        lies = orientation.composed(lies, orientation.RIGHT)
    assert lies in EIGHT and orientation.composed(lies, orientation.UPRIGHT) == lies


@given(st.sampled_from(EIGHT), st.integers(0, 6), st.integers(0, 4))
def test_a_pixel_is_where_its_place_is(lies, x, y):
    picture = noise()
    turned = rotated(picture, lies)
    assert (turned.width, turned.height) == orientation.rotated_size(lies, (7, 5))
    half = Fraction(1, 2)
    there_x, there_y = orientation.rotated_point(lies, (7, 5), x + half, y + half)
    assert (turned.pixels[int(there_y), int(there_x)] == picture.pixels[y, x]).all()


@given(st.sampled_from(EIGHT), st.floats(0.01, 1e9), st.floats(-90, 90), st.floats(-90, 90))
def test_the_views_middle_stays_and_four_turns_lead_back(lies, scale, dx, dy):
    size = (400, 300)
    view = panned(centred(size, scale, 641, 480), dx, dy)
    there = turned(view, lies, size)
    middle = orientation.rotated_point(lies, size, *view.source(320.5, 240))
    assert all(
        abs(a - b) <= Fraction(1, 2**98) for a, b in zip(there.source(320.5, 240), middle, strict=True)
    )
    assert (there.scale, there.width, there.height) == (view.scale, view.width, view.height)
    back = turned(there, orientation.inverse(lies), orientation.rotated_size(lies, size))
    assert abs(back.left - view.left) <= Fraction(1, 2**98)


def test_an_opaque_picture_stays_one():
    assert rotated(noise(alpha=False), orientation.RIGHT).alpha is None
    assert Picture(rotated(noise(), orientation.RIGHT)).preview.shape == (7, 5, 4)


@pytest.mark.parametrize("lies", [0, 1, 6, 7])
def test_a_turned_render_is_the_render_of_the_turned_picture(lies, tmp_path):
    source, turned = tmp_path / "source.png", tmp_path / "turned.png"
    picture = noise(24, 18, alpha=False)
    PIL.Image.fromarray(picture.pixels).save(source)
    PIL.Image.fromarray(rotated(picture, lies).pixels).save(turned)
    wanted = ["--scale", "3.5", "--region", "2,3,12.5,9"]
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    assert main.main(["render", str(source), str(one), *wanted, "--orientation", str(lies)]) == 0
    assert main.main(["render", str(turned), str(other), *wanted]) == 0
    assert (image.load(one).pixels == image.load(other).pixels).all()
