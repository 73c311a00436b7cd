"""Layers and what is painted of them: device px, of views given as data."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from engine.events import Tile
from engine.viewport import Viewport, centred, fitting, lattice, panned, zoomed
from viewer import layers as layers_module
from viewer import painter
from viewer.layers import Layers

SIZE = (300, 200)
HOLE = (255, 0, 255)


def flat(height, width, value, alpha=255):
    pixels = np.full((height, width, 4), value, np.uint8)
    pixels[..., 3] = alpha
    return pixels


def tile(view, x, y, width, height, value, sketch=False):
    return Tile(view.scale, x, y, flat(height, width, value), sketch)


def covering(view, value, side=64, sketch=False):
    """Tiles over all that a view shows."""
    x, y = view.origin
    right, bottom = lattice(SIZE[0], view.scale), lattice(SIZE[1], view.scale)
    for top in range(max(y, 0) // side * side, min(y + view.height, bottom), side):
        for left in range(max(x, 0) // side * side, min(x + view.width, right), side):
            yield tile(view, left, top, min(side, right - left), min(side, bottom - top), value, sketch)


def painted(view, layers):
    """(h, w, 3) red, green, blue of the view, HOLE where nothing was painted."""
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    with QPainter(image) as draw:
        painter.paint(draw, view, layers)
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.height, view.width, 4)[..., 2::-1].copy()


def holes(view, layers):
    """Device px within the picture that nothing was painted on, or px outside that something was."""
    rect = painter.picture_rect(view, layers.size)
    inside = np.zeros((view.height, view.width), bool)
    inside[rect.top() : rect.top() + rect.height(), rect.left() : rect.left() + rect.width()] = True
    return int(((painted(view, layers) == HOLE).all(-1) == inside).sum())


@given(
    st.floats(-3, 40).map(lambda octaves: 2.0**octaves),
    st.integers(0, 400),
    st.integers(0, 300),
    st.lists(st.tuples(st.floats(-4, 4), st.integers(0, 3)), max_size=4),
)
def test_there_is_never_a_hole(scale, x, y, others):
    view = panned(zoomed(fitting(SIZE, 400, 300), scale, x, y), x - 200, y - 150)
    layers = Layers(SIZE, flat(200, 300, 80))
    for octaves, skipped in others:
        other = zoomed(view, min(scale * 2**octaves, 1e13), 200, 150)
        for number, piece in enumerate(covering(other, 120)):
            if number % 4 != skipped:
                layers.put(piece)
    assert holes(view, layers) == 0


@given(st.floats(0.1, 300), st.floats(-2, 2))
def test_pieces_do_not_overlap(scale, octaves):
    view = centred(SIZE, scale, 320, 240)
    layers = Layers(SIZE, flat(200, 300, 80))
    for piece in list(covering(centred(SIZE, scale * 2**octaves, 320, 240), 120))[::2]:
        layers.put(piece)
    pieces = painter.plan(view, layers)
    for number, one in enumerate(pieces):
        for other in pieces[number + 1 :]:
            assert (one.region & other.region).isEmpty()


@pytest.mark.parametrize("scale", [4.0, 37.3, 1e6, 1e9, 1e12])
def test_tiles_land_on_their_own_device_px(scale):
    view = panned(centred(SIZE, scale, 200, 100), 13, -7)
    x, y = view.origin
    random = np.random.default_rng(1).integers(0, 255, (100, 200, 4), dtype=np.uint8)
    random[..., 3] = 255
    layers = Layers(SIZE, flat(200, 300, 80))
    layers.put(Tile(scale, x, y, random, False))
    assert (painted(view, layers) == random[..., 2::-1]).all()


@pytest.mark.parametrize("scale", [40.0, 1e3, 1e6, 1e9, 1e12])
def test_the_floor_is_smooth_and_right_however_deep(scale):
    ramp = flat(200, 300, 0)
    ramp[..., :3] = np.minimum(np.arange(300) * 20, 255)[None, :, None]
    layers = Layers(SIZE, ramp)
    # px 5 (100) and 6 (120) meet at x = 6; between their middles the colour rises evenly.
    view = Viewport(Fraction(6) - 50 / Fraction(scale), Fraction(100), scale, 100, 40)
    shown = painted(view, layers)[..., 0].astype(float)
    expected = 110 + 20 * (np.arange(100) + 0.5 - 50) / scale
    assert np.abs(shown - expected[None, :]).max() <= 1.01


def test_the_best_layer_wins_and_nothing_falls_back():
    view = centred(SIZE, 8.0, 200, 160)
    layers = Layers(SIZE, flat(200, 300, 10))
    values = []
    for piece in covering(centred(SIZE, 4.0, 200, 160), 40):
        layers.put(piece)
    values.append(painted(view, layers).min())
    for piece in covering(view, 30, sketch=True):
        layers.put(piece)
    values.append(painted(view, layers).min())
    for piece in covering(view, 80):
        layers.put(piece)
        values.append(painted(view, layers).min())
    assert min(values) == 40  # the sketch of 30 stays below
    assert (painted(view, layers) == 80).all()


def test_a_new_model_replaces_the_old_ones_tiles_without_a_flash():
    view = centred(SIZE, 8.0, 200, 160)
    layers = Layers(SIZE, flat(200, 300, 10))
    for piece in covering(view, 50):
        layers.put(piece)
    layers.leave_model()
    for piece in covering(view, 20, sketch=True):
        layers.put(piece)
    assert (painted(view, layers) == 50).all()
    for piece in covering(view, 90):
        layers.put(piece)
    assert (painted(view, layers) == 90).all()
    layers.settle()
    assert (painted(view, layers) == 90).all()
    assert layers.held == sum(piece.pixels.nbytes for piece in covering(view, 90))


def test_transparency_is_laid_on_once():
    half = flat(200, 300, 60, alpha=128)
    layers = Layers(SIZE, half)
    assert not layers.opaque
    view = centred(SIZE, 3.0, 200, 160)
    x, y = view.origin
    layers.put(Tile(3.0, x + 40, y + 40, flat(64, 64, 60, alpha=128), False))
    image = QImage(200, 160, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        painter.paint(draw, view, layers)
    alpha = np.frombuffer(image.constBits(), np.uint8).reshape(160, 200, 4)[..., 3]
    assert alpha.min() >= 127 and alpha.max() <= 129


def test_memory_is_bounded_and_what_is_seen_stays(monkeypatch):
    monkeypatch.setattr(layers_module, "BUDGET", 60 * 64 * 64 * 4)
    layers = Layers(SIZE, flat(200, 300, 10))
    view = centred(SIZE, 16.0, 200, 160)
    for scale in (4.0, 6.0, 8.0, 12.0, 16.0):
        for dx in (-900, 0, 900):
            for piece in covering(panned(centred(SIZE, scale, 200, 160), dx, 0), 70):
                layers.put(piece)
    for piece in covering(view, 90):
        layers.put(piece)
    layers.prune(view)
    assert layers.held <= layers_module.BUDGET
    assert (painted(view, layers) == 90).all()


def test_a_very_long_picture_has_a_floor():
    layers = Layers((60_000, 20), flat(20, 60_000, 70))
    assert (painted(Viewport(Fraction(59_000), Fraction(0), 1.0, 400, 20), layers) == 70).all()
