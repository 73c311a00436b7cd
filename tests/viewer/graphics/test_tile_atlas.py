"""The atlas keeps its budget: what was used least recently goes, and what is there is drawn right."""

from fractions import Fraction

import numpy as np
import pytest

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import tile_bytes
from viewer.graphics import polynomial_painter
from viewer.graphics.surface import Surface
from viewer.graphics.tile_atlas import SIDE, TILES_PER_LAYER, TileAtlas

ORDER = 3


def flat(level, height=SIDE, width=SIDE):
    """Returns the polynomials of a tile of one grey level, 0 to 255."""
    values = np.zeros((height, ORDER, width, 12), np.float16)
    values[:, 0, :, : 3 * ORDER : ORDER] = level / 127.5 - 1
    return values


def painted(graphics, atlas, rows, cols, size):
    """Returns the colours of a grid, (R, C, 4) uint8."""
    surface, pixels = Surface(graphics), np.empty((rows.count, cols.count, 4), np.uint8)
    surface.begin(cols.count, rows.count)
    painter = polynomial_painter.PolynomialPainter(graphics, ORDER)
    painter.paint(surface, atlas, rows, cols, size, EnsembleWeights.LINEAR)
    surface.read_into(pixels)
    return pixels


def test_the_budget_limits_the_texture_and_a_small_map_takes_less(graphics):
    budget = 2 * TILES_PER_LAYER * tile_bytes(ORDER)
    large, small = TileAtlas(graphics, ORDER, budget, 10_000), TileAtlas(graphics, ORDER, budget, 3)
    assert large.bytes == budget and large.capacity == 2 * TILES_PER_LAYER
    assert small.bytes == budget // 2
    assert large.texture.size[0] * large.texture.size[1] * large.texture.size[2] * 8 == budget


def test_the_least_recently_used_tiles_are_dropped(graphics):
    atlas = TileAtlas(graphics, ORDER, 1, 10_000)
    count = atlas.capacity
    atlas.put({(0, k): flat(0) for k in range(count)})
    assert len(atlas.held) == count
    assert (atlas.slots((0, 1), (0, 5)) >= 0).all()  # these five are used now
    atlas.put({(1, k): flat(0) for k in range(count - 5)})
    assert atlas.held == {(0, k) for k in range(5)} | {(1, k) for k in range(count - 5)}
    assert (atlas.slots((0, 1), (4, 7)) >= 0).tolist() == [[True, False, False]]


@pytest.mark.parametrize("round_", [0, 1])
def test_a_place_that_is_used_again_shows_the_new_tile(graphics, round_):
    atlas = TileAtlas(graphics, ORDER, 1, 10_000)
    for row in range(round_ + 1):
        atlas.put({(row, k): flat((37 * row + 3 * k) % 256) for k in range(atlas.capacity)})
    size = SIDE * (round_ + 1), SIDE * atlas.capacity
    rows = Axis(Fraction(SIDE * round_ + 8), Fraction(1), 16)
    cols = Axis(Fraction(0), Fraction(1), size[1])
    found = painted(graphics, atlas, rows, cols, size)
    middles = found[8, SIDE // 2 :: SIDE, 0]
    expected = [(37 * round_ + 3 * k) % 256 for k in range(atlas.capacity)]
    assert np.abs(middles.astype(int) - expected).max() <= 1


def test_a_tile_at_the_border_is_smaller(graphics):
    atlas = TileAtlas(graphics, ORDER, 1, 4)
    atlas.put({(0, 0): flat(10), (0, 1): flat(60, SIDE, 5), (1, 0): flat(110, 3), (1, 1): flat(200, 3, 5)})
    size = SIDE + 3, SIDE + 5
    rows, cols = (Axis(Fraction(0), Fraction(1), length) for length in size)
    found = painted(graphics, atlas, rows, cols, size)
    assert [found[y, x, 0] for y in (5, -1) for x in (5, -1)] == [10, 60, 110, 200]
