"""A second file is compared with the picture: both show the same place, whatever their sizes."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import drawn, saved
from PySide6.QtWidgets import QFileDialog
from screenshots import rendered, screen
from waiting import WAIT, settle

from engine.geometry.viewport import Viewport, centred_on
from engine.session.events import Grade, Tile
from viewer.app.second_file import linked_view, placed_tile
from viewer.base.display_names import FILE
from viewer.canvas.comparison import Mode

SIDES = st.integers(1, 30_000)


@given(SIDES, SIDES, SIDES, SIDES, st.floats(0.01, 1e6), st.fractions(0, 1), st.fractions(0, 1))
def test_linked_views_have_the_same_middle_and_the_same_width(w1, h1, w2, h2, scale, x, y):
    view = centred_on(x * w1, y * h1, scale, 800, 600)
    linked = linked_view(view, (w1, h1), (w2, h2))
    middle, other = (each.source(400, 300) for each in (view, linked))
    factor = Fraction(w1, w2)
    assert other[0] / w2 == pytest.approx(float(middle[0] / w1), abs=1e-6 / w1 + 1e-9)
    assert float((other[1] - Fraction(h2, 2)) * factor) == pytest.approx(
        float(middle[1] - Fraction(h1, 2)), abs=1e-6 * max(h1, h2)
    )
    assert linked.scale * w2 == pytest.approx(view.scale * w1)


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9), st.sampled_from([1, 2, 4]))
def test_a_tile_has_the_same_place_in_both_views(x, y, reduction):
    view = Viewport(Fraction(x), Fraction(y), 4.0, 800, 600)
    linked = linked_view(view, (160, 100), (320, 200))
    corner = (linked.origin[0] // reduction, linked.origin[1] // reduction)
    tile = Tile(linked.scale / reduction, *corner, np.zeros((1, 1, 4), np.uint8), Grade.EXACT)
    placed = placed_tile(tile, view, linked)
    assert placed.scale == view.scale / reduction
    assert abs(placed.x - view.origin[0] / reduction) <= 1 and abs(placed.y - view.origin[1] / reduction) <= 1


@pytest.fixture
def compared(window, qtbot, tmp_path, monkeypatch):
    """A window that compares its picture with one of twice its size, by a wipe."""
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    other = saved(tmp_path / "other.png", drawn(320, 200)[::-1].copy())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(other)], ""))
    window.actions_by_id["compare-file"].trigger()
    qtbot.waitUntil(lambda: window.canvas.comparison.reference == FILE + "other.png")
    window.other = other
    return window


def left_part(pixels):
    """The middle of the left half of a canvas, or of a view."""
    height, width = pixels.shape[:2]
    return pixels[height // 2 - 60 : height // 2 + 60, width // 4 - 60 : width // 4 + 60].astype(int)


@pytest.mark.action("compare-file")
@pytest.mark.parametrize("scale", [4.0, 1.0])
def test_a_wipe_shows_the_other_file_at_the_same_place(compared, qtbot, scale):
    canvas = compared.canvas
    assert canvas.comparison.mode is Mode.WIPE
    canvas.navigation.jump_to(80, 50, 4.0)
    canvas.navigation.jump_to(80, 50, scale)
    settle(qtbot, compared)
    linked = linked_view(canvas.view, (160, 100), (320, 200))
    assert linked.scale == scale / 2
    if scale > 1:
        expected = left_part(rendered(compared.other, "bicubic", linked))
        qtbot.waitUntil(lambda: np.abs(left_part(screen(canvas)) - expected).max() <= 2)
    texts = [label.text() for label in compared.compare.captions.labels if label.isVisible()]
    assert [text.split()[0] for text in texts] == ["other.png", "a2.png"] and "same" not in texts[0]


def test_it_ends_with_the_comparison_and_follows_other_pictures(compared, qtbot, photo):
    compared.actions_by_id["escape"].trigger()
    assert not compared.canvas.comparison.shows_file
    compared.actions_by_id["side-by-side"].trigger()
    assert compared.canvas.comparison.pane_names[0] == FILE + "other.png"
    compared.opening.go(1)
    qtbot.waitUntil(lambda: compared.windowTitle() == "a10.png")
    layers = compared.canvas._references.layers_of(FILE + "other.png", 1.0)
    assert layers.size == (90, 100) and layers is not compared.canvas.layers
    compared.actions_by_id["reference-next"].trigger()
    assert not compared.canvas.comparison.shows_file


def test_a_file_that_does_not_open_changes_nothing(window, qtbot, photo):
    window.second_file.open(photo.with_name("note.txt"))
    qtbot.waitUntil(lambda: "note.txt" in window.notices.text)
    assert window.canvas.comparison.mode is Mode.NONE
