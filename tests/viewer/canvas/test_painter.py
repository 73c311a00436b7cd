"""Painting of layers, compared with arithmetic. Sizes and positions in device px unless stated."""

from fractions import Fraction
from functools import cache
from math import inf
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import Viewport, centred, fitting, lattice, panned, zoomed
from engine.session.events import Grade, Tile
from viewer.canvas import layers as layers_module
from viewer.canvas import painter
from viewer.canvas.animation import FADE, FADE_STEPS
from viewer.canvas.comparison import MODEL
from viewer.canvas.graphics import Graphics
from viewer.canvas.layers import Layers
from viewer.canvas.pane_parts import Part

SIZE = (300, 200)
HOLE = (255, 0, 255)
USED = SimpleNamespace(paint=painter.paint)
"""The painter of the running test."""


def flat(height, width, value, alpha=255):
    pixels = np.full((height, width, 4), value, np.uint8)
    pixels[..., 3] = alpha
    return pixels


def tile(view, x, y, width, height, value, grade=Grade.EXACT):
    return Tile(view.scale, x, y, flat(height, width, value), grade)


def covering(view, value, side=64, grade=Grade.EXACT):
    """Yields the tiles that cover a view, cut at the picture's border."""
    x, y = view.origin
    right, bottom = lattice(SIZE[0], view.scale), lattice(SIZE[1], view.scale)
    for top in range(max(y, 0) // side * side, min(y + view.height, bottom), side):
        for left in range(max(x, 0) // side * side, min(x + view.width, right), side):
            yield tile(view, left, top, min(side, right - left), min(side, bottom - top), value, grade)


@pytest.fixture(scope="module", params=["processor", "graphics"], autouse=True)
def painting(request):
    """Has each test use one painter, then the other."""
    if request.param == "graphics":
        request.getfixturevalue("graphics")
    USED.paint = by_graphics if request.param == "graphics" else painter.paint


graphics_painter = cache(Graphics)


def by_graphics(draw, view, layers, now=inf, within=None):
    part = Part(QRect(0, 0, view.width, view.height) if within is None else within, MODEL)
    if (drawn := graphics_painter().drawn(view, part, lambda _: layers, now, None, None)) is not None:
        draw.drawImage(drawn[0].topLeft(), drawn[1])


def painted(view, layers, now=inf):
    """Paints a view: (h, w, 3) RGB uint8, HOLE where nothing was painted."""
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    with QPainter(image) as draw:
        USED.paint(draw, view, layers, now)
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.height, view.width, 4)[..., 2::-1].copy()


def holes(view, layers):
    """Counts the device px of the picture that were not painted, and those outside of it that were."""
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
def test_a_view_never_has_a_hole(scale, x, y, other_scales):
    view = panned(zoomed(fitting(SIZE, 400, 300), scale, x, y), x - 200, y - 150)
    layers = Layers(SIZE, flat(200, 300, 80))
    for octaves, skipped in other_scales:
        other = zoomed(view, min(scale * 2**octaves, 1e13), 200, 150)
        for number, one_tile in enumerate(covering(other, 120)):
            if number % 4 != skipped:
                layers.put(one_tile)
    assert holes(view, layers) == 0


@given(st.floats(1, 30), st.lists(st.tuples(st.floats(-2, 2), st.integers(0, 3)), min_size=1, max_size=3))
def test_drawing_a_pane_does_not_change_its_neighbour(scale, other_scales):
    view = centred(SIZE, scale, 150, 120)
    second = Layers(SIZE, flat(200, 300, 200))
    for octaves, skipped in other_scales:
        for number, one_tile in enumerate(covering(zoomed(view, scale * 2**octaves, 75, 60), 220)):
            if number % 4 != skipped:
                second.put(one_tile)
    first = Layers(SIZE, flat(200, 300, 80))
    for one_tile in covering(view, 80):
        first.put(one_tile)
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as draw:
        USED.paint(draw, view, first)
        draw.translate(150, 0)
        USED.paint(draw, view, second)
    values = np.frombuffer(image.constBits(), np.uint8).reshape(120, 300, 4)[..., 0]
    assert (values[:, :150] == 80).all()
    assert (values[:, 150:] >= 195).all()


@given(st.floats(0.1, 300), st.floats(-2, 2))
def test_pieces_do_not_overlap(scale, octaves):
    view = centred(SIZE, scale, 320, 240)
    layers = Layers(SIZE, flat(200, 300, 80))
    for one_tile in list(covering(centred(SIZE, scale * 2**octaves, 320, 240), 120))[::2]:
        layers.put(one_tile)
    pieces = painter.plan(view, layers)
    for number, one in enumerate(pieces):
        for other in pieces[number + 1 :]:
            assert (one.region & other.region).isEmpty()


@pytest.mark.parametrize("scale", [4.0, 37.3, 1e6, 1e9, 1e12])
def test_tiles_are_drawn_on_exactly_their_device_px(scale):
    view = panned(centred(SIZE, scale, 200, 100), 13, -7)
    x, y = view.origin
    random = np.random.default_rng(1).integers(0, 255, (100, 200, 4), dtype=np.uint8)
    random[..., 3] = 255
    layers = Layers(SIZE, flat(200, 300, 80))
    layers.put(Tile(scale, x, y, random, Grade.EXACT))
    assert (painted(view, layers) == random[..., 2::-1]).all()


@pytest.mark.parametrize("scale", [40.0, 1e3, 1e6, 1e9, 1e12])
def test_the_preview_is_interpolated_correctly_at_any_zoom(scale):
    ramp = flat(200, 300, 0)
    ramp[..., :3] = np.minimum(np.arange(300) * 20, 255)[None, :, None]
    layers = Layers(SIZE, ramp)
    # px 5 (100) and 6 (120) meet at x = 6; between their middles the colour rises evenly.
    view = Viewport(Fraction(6) - 50 / Fraction(scale), Fraction(100), scale, 100, 40)
    shown = painted(view, layers)[..., 0].astype(float)
    expected = 110 + 20 * (np.arange(100) + 0.5 - 50) / scale
    assert np.abs(shown - expected[None, :]).max() <= 1.01


@settings(max_examples=30, deadline=None)
# below 2**-2.4 the preview is drawn instead
@given(st.floats(-2.4, 4), st.integers(-40, 40), st.integers(-40, 40), st.sampled_from([16, 61, 64]))
def test_tiles_of_another_scale_are_smoothed_without_seams(octaves, dx, dy, side):
    density = 8.0
    view = panned(centred(SIZE, density * 2**octaves, 120, 90), dx, dy)
    first = np.floor([float((at / Fraction(view.scale)) * 8) - 3 for at in view.origin]).astype(int)
    count = np.ceil(np.array([view.width, view.height]) / 2**octaves).astype(int) + 6
    y, x = first[1] + np.arange(count[1])[:, None], first[0] + np.arange(count[0])
    waves = np.stack([np.rint(127 + 100 * np.sin(x / (5 + k)) * np.cos(y / 7)) for k in range(4)], -1)
    waves[..., 3] = 255
    layers = Layers(SIZE, flat(200, 300, 80))
    for top in range(0, count[1], side):
        for left in range(0, count[0], side):
            part = waves[top : top + side, left : left + side].astype(np.uint8)
            layers.put(Tile(density, int(first[0] + left), int(first[1] + top), part, Grade.EXACT))
    (piece,) = painter.plan(view, layers)
    assert piece.layer is not layers.preview

    def weights(length, corner, start, pixels):
        at = (corner + np.arange(length) + 0.5) / 2**octaves - start - 0.5
        return np.maximum(1 - np.abs(at[:, None] - np.arange(pixels)), 0)

    rows = weights(view.height, view.origin[1], first[1], count[1])
    cols = weights(view.width, view.origin[0], first[0], count[0])
    expected = np.einsum("yv,vuc,xu->yxc", rows, waves[..., :3], cols, optimize=True)
    # QPainter rounds weights to 1/256ths and cuts fractions off
    assert np.abs(painted(view, layers)[..., ::-1] - expected).max() < 3


@pytest.mark.parametrize("octaves", [-1.3, 0.7, 3.2])
def test_tiles_of_a_single_px_are_drawn(octaves):
    density = 5.0
    right, bottom = lattice(SIZE[0], density), lattice(SIZE[1], density)
    layers = Layers(SIZE, flat(200, 300, 80))
    for x, width in ((right - 65, 64), (right - 1, 1)):
        for y, height in ((bottom - 65, 64), (bottom - 1, 1)):
            layers.put(Tile(density, x, y, flat(height, width, 120), Grade.EXACT))
    scale = density * 2**octaves
    view = Viewport(Fraction(300 - 8), Fraction(200 - 6), scale, int(8 * scale), int(6 * scale))
    assert holes(view, layers) == 0
    assert (painted(view, layers) == 120).all()


def test_a_fading_tile_is_blended_with_the_opaque_layer_below():
    view = centred(SIZE, 8.0, 200, 160)
    layers = Layers(SIZE, flat(200, 300, 10))
    for one_tile in covering(view, 90):
        layers.put(one_tile, now=5.0)
    for now, weight in ((4.0, 0.0), (5.0, 0.0), (5.0 + FADE / 2 + 1e-9, 0.5), (5.0 + FADE, 1.0)):
        assert np.abs(painted(view, layers, now) - (10 + 80 * weight)).max() <= 1
    assert layers.fading(5.0 + FADE / 2) and not layers.fading(5.0 + FADE)
    layers.put(next(covering(view, 40)), now=6.0)
    assert painted(view, layers, 6.0).min() == 40  # it replaces an older tile, so it does not fade


def passing(view, value):
    """Returns a frame of a gesture: one tile over the whole view, at a quarter of its scale."""
    x, y = (corner // 4 for corner in view.origin)
    pixels = flat(view.height // 4 + 2, view.width // 4 + 2, value)
    return Tile(view.scale / 4, x, y, pixels, Grade.PASSING)


def test_the_frames_of_a_pan_continue_one_fade():
    view = centred(SIZE, 8.0, 200, 160)
    layers = Layers(SIZE, flat(200, 300, 10))
    for frame in range(12):
        now = 5.0 + FADE * frame / 10
        view = panned(view, 12, 6)
        layers.put(passing(view, 90), now)
        weight = min(frame / 10, 1.0)
        assert np.abs(painted(view, layers, now) - (10 + 80 * weight)).max() <= 80 / FADE_STEPS + 1
    assert len(painter.plan(view, layers, now)) == 1  # the layers below are hidden
    layers.settle()
    layers.put(passing(view, 60), 8.0)
    assert (painted(view, layers, 8.0) == 60).all()  # the next gesture continues at full opacity


def test_the_best_layer_is_drawn_and_worse_tiles_change_nothing():
    view = centred(SIZE, 8.0, 200, 160)
    layers = Layers(SIZE, flat(200, 300, 10))
    values = []
    for one_tile in covering(centred(SIZE, 4.0, 200, 160), 40):
        layers.put(one_tile)
    values.append(painted(view, layers).min())
    for one_tile in covering(view, 30, grade=Grade.SKETCH):
        layers.put(one_tile)
    values.append(painted(view, layers).min())
    for one_tile in covering(view, 80):
        layers.put(one_tile)
        values.append(painted(view, layers).min())
    assert min(values) == 40  # the sketch of 30 is never drawn
    assert (painted(view, layers) == 80).all()


def test_outdated_tiles_are_drawn_until_the_new_models_arrive():
    view = centred(SIZE, 8.0, 200, 160)
    layers = Layers(SIZE, flat(200, 300, 10))
    for one_tile in covering(view, 50):
        layers.put(one_tile)
    layers.mark_outdated()
    for one_tile in covering(view, 20, grade=Grade.SKETCH):
        layers.put(one_tile)
    assert (painted(view, layers) == 50).all()
    for one_tile in covering(view, 90):
        layers.put(one_tile)
    assert (painted(view, layers) == 90).all()
    layers.settle()
    assert (painted(view, layers) == 90).all()
    assert layers.tile_bytes == sum(one_tile.pixels.nbytes for one_tile in covering(view, 90))


def test_transparent_px_are_drawn_once():
    half = flat(200, 300, 60, alpha=128)
    layers = Layers(SIZE, half)
    assert not layers.opaque
    view = centred(SIZE, 3.0, 200, 160)
    x, y = view.origin
    layers.put(Tile(3.0, x + 40, y + 40, flat(64, 64, 60, alpha=128), Grade.EXACT))
    image = QImage(200, 160, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        USED.paint(draw, view, layers)
    alpha = np.frombuffer(image.constBits(), np.uint8).reshape(160, 200, 4)[..., 3]
    assert alpha.min() >= 127 and alpha.max() <= 129


def test_pruning_bounds_the_memory_and_keeps_the_visible_tiles(monkeypatch):
    monkeypatch.setattr(layers_module, "BUDGET", 60 * 64 * 64 * 4)
    layers = Layers(SIZE, flat(200, 300, 10))
    view = centred(SIZE, 16.0, 200, 160)
    for scale in (4.0, 6.0, 8.0, 12.0, 16.0):
        for dx in (-900, 0, 900):
            for one_tile in covering(panned(centred(SIZE, scale, 200, 160), dx, 0), 70):
                layers.put(one_tile)
    for one_tile in covering(view, 90):
        layers.put(one_tile)
    layers.prune(view)
    assert layers.tile_bytes <= layers_module.BUDGET
    assert (painted(view, layers) == 90).all()


def test_a_very_long_picture_has_a_preview():
    layers = Layers((60_000, 20), flat(20, 60_000, 70))
    assert (painted(Viewport(Fraction(59_000), Fraction(0), 1.0, 400, 20), layers) == 70).all()
