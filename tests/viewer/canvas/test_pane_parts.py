"""Flip, wipe, blend and difference are compared with arithmetic, px by px, as both painters draw them."""

from functools import cache, partial

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import centred
from engine.session.events import Grade, Tile, TilesReady
from viewer.canvas.comparison import GAINS, MODEL, Comparison, Mode
from viewer.canvas.graphics import Graphics
from viewer.canvas.layers import Layers
from viewer.canvas.pane_parts import parts
from viewer.canvas.raster import LINES_AT_ONCE, Raster, amplify_difference
from viewer.canvas.reference_layers import MAX_REFERENCES, ReferenceLayers

SIZE = (300, 200)
VIEW = centred(SIZE, 8.0, 200, 150)


@pytest.fixture(params=["processor", "graphics"])
def drawn_pane(request):
    """Returns a function that paints a pane: (h, w, 4) int. Bicubic is the reference."""
    by = by_processor if request.param == "processor" else request.getfixturevalue("graphics") and by_graphics
    return partial(paint_pane, by)


def by_processor(draw, *scene):
    Raster().paint(draw, *scene, 0.0)


graphics_painter = cache(Graphics)


def by_graphics(draw, view, shown, layers_of):
    for part in shown:
        if (drawn := graphics_painter().drawn(view, part, layers_of, 0.0, None, None)) is not None:
            draw.drawImage(drawn[0].topLeft(), drawn[1])


def noise(seed, alpha=255):
    """Returns random premultiplied pixels: (150, 200, 4) uint8."""
    pixels = np.random.default_rng(seed).integers(0, alpha + 1, (150, 200, 4), dtype=np.uint8)
    pixels[..., 3] = alpha
    return pixels


def tiles(pixels, reference=""):
    x, y = VIEW.origin
    return TilesReady(1, 1, (Tile(8.0, x, y, pixels, Grade.EXACT),), reference=reference)


def paint_pane(by, comparison, model, reference, pane=MODEL, alpha=255, view=VIEW):
    preview = np.full((200, 300, 4), alpha // 2, np.uint8)
    preview[..., 3] = alpha
    layers = Layers(SIZE, preview)
    references = ReferenceLayers(layers)
    layers.put(tiles(model).tiles[0])
    references.put(tiles(reference, "bicubic"), VIEW)
    image = QImage(view.width, view.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        by(draw, view, parts(view, pane, comparison), partial(references.layers_of, scale=view.scale))
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.height, view.width, 4).astype(int)


A, B = noise(1), noise(2)


@pytest.mark.parametrize(
    "comparison, pane, expected",
    [
        (Comparison(), MODEL, A),
        (Comparison(key_held=True), MODEL, B),
        (Comparison(mode=Mode.FLIP), MODEL, B),
        (Comparison(mode=Mode.FLIP, key_held=True), MODEL, A),
        (Comparison(mode=Mode.SIDE_BY_SIDE), MODEL, A),
        (Comparison(mode=Mode.SIDE_BY_SIDE), "bicubic", B),
        (Comparison(mode=Mode.DIFFERENCE, key_held=True), MODEL, B),
    ],
)
def test_a_pane_shows_the_model_or_the_reference(drawn_pane, comparison, pane, expected):
    assert (drawn_pane(comparison, A, B, pane) == expected).all()


@pytest.mark.parametrize("split", [0.0, 0.25, 0.5, 1.0])
def test_a_wipe_shows_the_reference_left_of_the_divider(drawn_pane, split):
    shown, at = drawn_pane(Comparison(mode=Mode.WIPE, split=split), A, B), round(split * 200)
    assert (shown[:, :at] == B[:, :at]).all() and (shown[:, at:] == A[:, at:]).all()


@pytest.mark.parametrize("fidelity", [0.0, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("alpha", [255, 128])
def test_fidelity_is_the_models_weight_in_each_px(drawn_pane, fidelity, alpha):
    model, bicubic = noise(1, alpha), noise(2, alpha)
    shown = drawn_pane(Comparison(blending=True, fidelity=fidelity), model, bicubic, alpha=alpha)
    expected = fidelity * model.astype(float) + (1 - fidelity) * bicubic
    assert np.abs(shown - expected).max() <= 2  # QPainter's opacities are 256ths
    alone = drawn_pane(Comparison(blending=False, fidelity=fidelity), model, bicubic, alpha=alpha)
    assert (alone == model).all()


@pytest.mark.parametrize("gain", GAINS)
def test_a_difference_is_the_absolute_difference_times_the_gain(drawn_pane, gain):
    shown = drawn_pane(Comparison(mode=Mode.DIFFERENCE, gain=gain), A, B)[..., :3]
    difference = np.abs(A.astype(int) - B)[..., :3]
    fits = difference <= 255 // gain
    assert (shown[fits] == difference[fits] * gain).all()
    assert (shown[~fits] >= 255 - gain).all()


def test_a_difference_is_opaque(drawn_pane):
    shown = drawn_pane(Comparison(mode=Mode.DIFFERENCE), A, B)
    assert (shown[..., 3] == 255).all()


def test_a_difference_of_equal_pictures_is_black_also_for_a_blend(drawn_pane):
    assert drawn_pane(Comparison(mode=Mode.DIFFERENCE, gain=64), A, A)[..., :3].max() == 0
    mixed = Comparison(mode=Mode.DIFFERENCE, gain=64, blending=True, fidelity=0.0)
    assert drawn_pane(mixed, A, B)[..., :3].max() == 0


def test_the_last_line_of_a_difference_is_computed():
    one, other = (
        np.zeros((LINES_AT_ONCE + 1, 5, 4), np.uint8),
        np.full((LINES_AT_ONCE + 1, 5, 4), 7, np.uint8),
    )
    amplify_difference(one, other, 4)
    assert (one == 28).all()


def test_a_reference_without_tiles_is_drawn_from_the_preview(drawn_pane):
    shown = drawn_pane(Comparison(mode=Mode.FLIP, reference="pixels"), A, B)
    assert (shown[..., :3] == 127).all()


def test_at_scales_up_to_one_model_and_references_are_the_same_picture(drawn_pane):
    view = centred(SIZE, 1.0, 200, 150)
    model = drawn_pane(Comparison(), A, B, view=view)
    assert (drawn_pane(Comparison(mode=Mode.FLIP), A, B, view=view) == model).all()
    assert drawn_pane(Comparison(mode=Mode.DIFFERENCE, gain=64), A, B, view=view)[..., :3].max() == 0


def test_only_the_most_recently_used_references_stay_cached():
    layers = Layers(SIZE, np.full((200, 300, 4), 255, np.uint8))
    references = ReferenceLayers(layers)
    for number in range(MAX_REFERENCES + 1):
        references.put(tiles(A, f"model {number}"), VIEW)
        references.layers_of("model 0", 8.0)
    assert references.layers_of("model 0", 8.0).tile_bytes == A.nbytes
    assert references.layers_of("model 1", 8.0).tile_bytes == 0
    assert layers.tile_bytes == 0
