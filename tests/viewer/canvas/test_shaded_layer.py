"""Which px a graphics card draws: those whose latents' tiles are all there; the other layers draw the rest."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import TILE_LATENTS
from engine.geometry.viewport import centred, lattice_axis
from engine.session.events import CoefficientsReady
from viewer.canvas import shaded_layer
from viewer.canvas.graphics import Graphics
from viewer.canvas.layers import Layers

SIZE = 150, 110  # 5 x 4 tiles


class Held:
    """Stands in for an atlas that has some tiles."""

    def __init__(self, tiles):
        self.tiles = tiles

    def slots(self, down, across):
        found = [[0 if (row, col) in self.tiles else -1 for col in range(*across)] for row in range(*down)]
        return np.array(found)


@settings(deadline=None, max_examples=60)
@given(
    tiles=st.sets(st.tuples(st.integers(0, 3), st.integers(0, 4))),
    scale=st.floats(1.01, 30),
    corner=st.tuples(st.floats(0, 0.95), st.floats(0, 0.95)),
)
def test_a_px_is_covered_if_all_its_latents_are_there(tiles, scale, corner):
    starts = [int(part * (length * scale - 40)) for part, length in zip(corner, SIZE[::-1], strict=True)]
    rows, cols = (lattice_axis(max(start, 0), 40, scale) for start in starts)
    region = shaded_layer._covered((Held(tiles),), rows, cols, SIZE[::-1])
    first = [axis.neighbours(length)[0] for axis, length in zip((rows, cols), SIZE[::-1], strict=True)]
    for y in range(0, 40, 3):
        for x in range(0, 40, 3):
            latents = [(first[0][y] + i, first[1][x] + j) for i in (0, 1) for j in (0, 1)]
            there = all((r // TILE_LATENTS, c // TILE_LATENTS) in tiles for r, c in latents)
            assert region.contains(QPoint(x, y)) == there


@pytest.fixture
def grey(graphics):
    """Layers with a black preview, where the graphics card has white polynomials of the left tiles."""
    layers = Layers(SIZE, np.full((*SIZE[::-1], 4), (0, 0, 0, 255), np.uint8))
    layers.shaded = shaded_layer.ShadedLayer(SIZE, pytest.fail)
    values = np.zeros((TILE_LATENTS, 3, TILE_LATENTS, 12), np.float16)
    values[:, 0, :, :9:3] = 1
    tiles = {
        (row, col): values[: min(TILE_LATENTS, SIZE[1] - TILE_LATENTS * row)]
        for row in range(4)
        for col in range(3)
    }
    layers.shaded.put(CoefficientsReady(1, 1, 7, SIZE[::-1], 3, EnsembleWeights.LINEAR, tiles))
    return layers


def test_what_the_graphics_card_lacks_is_drawn_from_the_other_layers(grey):
    view = centred(SIZE, 4.0, 4 * SIZE[0], 4 * SIZE[1])
    found = Graphics().pixels(view, grey, QRect(0, 0, view.width, view.height))[..., :3]
    # px right of it also need the first latent of the missing tiles
    edge = round(4 * (3 * TILE_LATENTS - 0.5))
    assert (found[:, :edge] == 255).all() and (found[:, edge:] == 0).all()


def test_a_part_of_a_view_is_the_same_as_in_the_whole(grey):
    view = centred(SIZE, 4.0, 4 * SIZE[0], 4 * SIZE[1])
    whole = Graphics().pixels(view, grey, QRect(0, 0, view.width, view.height))
    for rect in (QRect(50, 60, 20, 10), QRect(370, 200, 40, 9), QRect(599, 439, 1, 1)):
        part = Graphics().pixels(view, grey, rect)
        assert np.array_equal(part, whole[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1])


def test_below_full_size_polynomials_draw_nothing(grey):
    view = centred(SIZE, 1.0, *SIZE)
    assert grey.shaded.covered(view, QRect(0, 0, *SIZE)).isEmpty()
    assert Graphics().pixels(view, grey, QRect(0, 0, *SIZE))[..., :3].max() == 0
    assert grey.shaded.held[0].map == 7 and len(grey.shaded.held[0].tiles) == 12
