"""Images are drawn by shaders as arithmetic says, whatever their number of blocks; textures keep their budget."""

from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.geometry.axis import Axis
from viewer.graphics import block_atlas, image_painter
from viewer.graphics.image_painter import ImagePainter, Placed
from viewer.graphics.pixel_blocks import pixel_blocks
from viewer.graphics.surface import Surface


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Blocks and sheets are so small that each picture has several."""
    monkeypatch.setattr(image_painter, "SIDE", 64)
    monkeypatch.setattr(block_atlas, "SIDE", 64)
    monkeypatch.setattr(image_painter, "SHEET", 48)


def noise(height, width, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)


def painted(graphics, images, rows, cols, opacity=1.0, opaque=False, before=0):
    """Returns the grid rows x cols (px of the images) over a target of one value, (R, C, 4) int."""
    painter, target = ImagePainter(graphics), Surface(graphics)
    target.begin(cols.count, rows.count)
    background = Placed(0, 0, np.full((rows.count, cols.count, 4), before, np.uint8))
    there = (Axis(Fraction(0), Fraction(1), axis.count) for axis in (rows, cols))
    whole = [(0, 0, cols.count, rows.count)]
    painter.paint(target, [background], *there, whole, False)
    painter.paint(target, images, rows, cols, whole, opaque, opacity)
    pixels = np.empty((rows.count, cols.count, 4), np.uint8)
    target.read_into(pixels)
    return pixels.astype(int)


def interpolated(image, axis, along):
    """Interpolates an image linearly at the positions of an axis; its last px continue beyond its ends."""
    at = np.array([float(axis.start + (2 * j + 1) * axis.step / 2) for j in range(axis.count)]) - 0.5
    lower = np.floor(at).astype(int)
    weight = (at - lower).reshape([-1 if k == along else 1 for k in range(3)])
    before, after = (
        image.take(np.clip(lower + k, 0, image.shape[along] - 1), axis=along).astype(float) for k in (0, 1)
    )
    return before + (after - before) * weight


def test_an_image_at_its_own_scale_is_copied(graphics):
    image = noise(150, 170)
    rows, cols = Axis(Fraction(100 + 31), Fraction(1), 90), Axis(Fraction(200 + 17), Fraction(1), 120)
    found = painted(graphics, [Placed(200, 100, image)], rows, cols)
    assert (found == image[31:121, 17:137]).all()
    assert (painted(graphics, [Placed(200, 100, image)], rows, cols, opaque=True)[..., 3] == 255).all()


@pytest.mark.parametrize(
    "step", [Fraction(1, 7), Fraction(3, 10), Fraction(13, 8), Fraction(5), Fraction(1, 10**6)]
)
@pytest.mark.parametrize("start", [0, 41])
def test_an_image_at_another_scale_is_interpolated_across_its_blocks(graphics, step, start):
    image = noise(150, 170)
    count = min(110, int((150 - start) / step))
    rows, cols = (Axis(start + step / 3, step, count) for _ in range(2))
    expected = interpolated(interpolated(image, rows, 0), cols, 1)
    found = painted(graphics, [Placed(0, 0, image)], rows, cols)
    assert np.abs(found - expected).max() <= 0.51


def test_neighbouring_images_are_one_picture(graphics):
    whole = noise(100, 140)
    images = [
        Placed(x, y, np.ascontiguousarray(whole[y : y + 50, x : x + 70])) for y in (0, 50) for x in (0, 70)
    ]
    rows, cols = (Axis(Fraction(1), Fraction(3, 7), 220) for _ in range(2))
    expected = interpolated(interpolated(whole, rows, 0), cols, 1)
    assert np.abs(painted(graphics, images, rows, cols) - expected).max() <= 0.51


@pytest.mark.parametrize("step", [Fraction(1), Fraction(2, 3)])
def test_opacity_blends_with_what_is_there(graphics, step):
    image = noise(80, 80)
    image[..., 3] = 255
    rows, cols = (Axis(Fraction(0), step, 80) for _ in range(2))
    alone = painted(graphics, [Placed(0, 0, image)], rows, cols)
    found = painted(graphics, [Placed(0, 0, image)], rows, cols, opacity=0.25, before=200)
    assert np.abs(found[..., :3] - (0.25 * alone + 0.75 * 200)[..., :3]).max() <= 1


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60).map(np.cumsum), st.integers(45, 90))
def test_blocks_cover_each_px_once_and_read_few_samples(first, most):
    blocks = list(pixel_blocks(first, most))
    assert [block[0] for block in blocks] == [0, *(block[1] for block in blocks[:-1])]
    assert blocks[-1][1] == len(first)
    for left, right, lowest, count in blocks:
        assert left < right and count <= most
        assert lowest <= first[left] and first[right - 1] + 1 < lowest + count


def test_an_atlas_keeps_the_blocks_that_were_used_last(graphics):
    atlas = block_atlas.BlockAtlas(graphics, budget=3 * 4 * 64 * 64)
    image, other = noise(64, 256), noise(64, 64, 1)
    first, second, third, fourth = block_atlas.blocks(image)
    layers = [atlas.layer(block) for block in (first, second, third)]
    assert atlas.capacity == 3 and sorted(layers) == [0, 1, 2]
    assert atlas.layer(first) == layers[0]
    assert atlas.layer(fourth) == layers[1]  # in the place of the second
    assert atlas.layer((other, 0, 0)) == layers[2] and atlas.layer(first) == layers[0]


def test_more_blocks_than_the_atlas_has_are_drawn(graphics, monkeypatch):
    monkeypatch.setattr(image_painter, "BlockAtlas", partial(block_atlas.BlockAtlas, budget=2 * 4 * 64 * 64))
    image = noise(150, 170)
    rows, cols = (Axis(Fraction(0), Fraction(1), length) for length in image.shape[:2])
    assert (painted(graphics, [Placed(0, 0, image)], rows, cols) == image).all()
