"""Two pictures of a view brought together, px for px, against arithmetic."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from engine.geometry.viewport import centred
from engine.session.events import Grade, Tile, TilesReady
from viewer.canvas.comparison import GAINS, MODEL, Comparison, Mode
from viewer.canvas.comparison_drawing import LINES_AT_ONCE, ComparisonDrawing, amplify_difference
from viewer.canvas.layers import Layers
from viewer.canvas.reference_layers import MAX_REFERENCES, ReferenceLayers

SIZE = (300, 200)
VIEW = centred(SIZE, 8.0, 200, 150)


def noise(seed, alpha=255):
    """(150, 200, 4) premultiplied."""
    pixels = np.random.default_rng(seed).integers(0, alpha + 1, (150, 200, 4), dtype=np.uint8)
    pixels[..., 3] = alpha
    return pixels


def tiles(pixels, reference=""):
    x, y = VIEW.origin
    return TilesReady(1, 1, (Tile(8.0, x, y, pixels, Grade.EXACT),), reference=reference)


def drawn(seen, model, reference, pane=MODEL, alpha=255, view=VIEW):
    """(h, w, 4) of a pane; bicubic is the reference."""
    floor = np.full((200, 300, 4), alpha // 2, np.uint8)
    floor[..., 3] = alpha
    layers = Layers(SIZE, floor)
    references = ReferenceLayers(layers)
    layers.put(tiles(model).tiles[0])
    references.put(tiles(reference, "bicubic"), VIEW)
    image = QImage(view.width, view.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        ComparisonDrawing().paint(
            draw, view, pane, seen, lambda name: references.layers_of(name, view.scale), 0.0
        )
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.height, view.width, 4).astype(int)


A, B = noise(1), noise(2)


@pytest.mark.parametrize(
    "seen, pane, expected",
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
def test_one_or_the_other(seen, pane, expected):
    assert (drawn(seen, A, B, pane) == expected).all()


@pytest.mark.parametrize("split", [0.0, 0.25, 0.5, 1.0])
def test_a_wipe_has_the_reference_to_its_left(split):
    shown, at = drawn(Comparison(mode=Mode.WIPE, split=split), A, B), round(split * 200)
    assert (shown[:, :at] == B[:, :at]).all() and (shown[:, at:] == A[:, at:]).all()


@pytest.mark.parametrize("fidelity", [0.0, 0.3, 0.5, 1.0])
@pytest.mark.parametrize("alpha", [255, 128])
def test_fidelity_is_the_models_share_of_each_px(fidelity, alpha):
    model, bicubic = noise(1, alpha), noise(2, alpha)
    shown = drawn(Comparison(blending=True, fidelity=fidelity), model, bicubic, alpha=alpha)
    expected = fidelity * model.astype(float) + (1 - fidelity) * bicubic
    assert np.abs(shown - expected).max() <= 2  # QPainter's opacities are 256ths
    alone = drawn(Comparison(blending=False, fidelity=fidelity), model, bicubic, alpha=alpha)
    assert (alone == model).all()


@pytest.mark.parametrize("gain", GAINS)
def test_a_difference_is_each_colours_distance_times_the_gain(gain):
    shown = drawn(Comparison(mode=Mode.DIFFERENCE, gain=gain), A, B)[..., :3]
    apart = np.abs(A.astype(int) - B)[..., :3]
    fits = apart <= 255 // gain
    assert (shown[fits] == apart[fits] * gain).all()
    assert (shown[~fits] >= 255 - gain).all()


def test_a_difference_with_itself_is_black_and_one_of_the_mixture_is_of_the_mixture():
    assert drawn(Comparison(mode=Mode.DIFFERENCE, gain=64), A, A)[..., :3].max() == 0
    mixed = Comparison(mode=Mode.DIFFERENCE, gain=64, blending=True, fidelity=0.0)
    assert drawn(mixed, A, B)[..., :3].max() == 0


def test_a_difference_is_right_to_its_last_line():
    one, other = (
        np.zeros((LINES_AT_ONCE + 1, 5, 4), np.uint8),
        np.full((LINES_AT_ONCE + 1, 5, 4), 7, np.uint8),
    )
    amplify_difference(one, other, 4)
    assert (one == 28).all()


def test_a_reference_of_which_nothing_came_yet_is_the_floor_and_no_hole():
    shown = drawn(Comparison(mode=Mode.FLIP, reference="pixels"), A, B)
    assert (shown[..., :3] == 127).all()


def test_up_to_one_to_one_all_are_the_same_picture():
    view = centred(SIZE, 1.0, 200, 150)
    model = drawn(Comparison(), A, B, view=view)
    assert (drawn(Comparison(mode=Mode.FLIP), A, B, view=view) == model).all()
    assert drawn(Comparison(mode=Mode.DIFFERENCE, gain=64), A, B, view=view)[..., :3].max() == 0


def test_only_a_few_references_are_kept_and_those_that_were_seen_last():
    layers = Layers(SIZE, np.full((200, 300, 4), 255, np.uint8))
    references = ReferenceLayers(layers)
    for number in range(MAX_REFERENCES + 1):
        references.put(tiles(A, f"model {number}"), VIEW)
        references.layers_of("model 0", 8.0)
    assert references.layers_of("model 0", 8.0).tile_bytes == A.nbytes
    assert references.layers_of("model 1", 8.0).tile_bytes == 0
    assert layers.tile_bytes == 0
