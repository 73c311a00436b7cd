"""The uncertainty overlay: requested after the view is complete, drawn at the right px, and explained by its legend."""

from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from waiting import WAIT, settle

from engine.decoding.uncertainty import UncertaintyKind, UncertaintyMap
from engine.geometry.viewport import Viewport
from engine.session.events import UncertaintyReady, ViewSettled
from viewer.insight.heat_map import HeatMap, to_pixels
from viewer.insight.uncertainty import ZOOM_IN_HINT


@pytest.fixture
def zoomed(window, qtbot):
    window.canvas.navigation.zoom_to(12.0)
    settle(qtbot, window)
    return window


def wait_for_heat_map(qtbot, window):
    qtbot.waitUntil(lambda: window.insight.uncertainty.heat_map is not None, timeout=WAIT)
    return window.canvas.grab().toImage()


def test_it_appears_after_the_view_is_complete_and_is_switched_off(zoomed, qtbot):
    plain = zoomed.canvas.grab().toImage()
    zoomed.actions_by_id["uncertainty"].trigger()
    with_overlay = wait_for_heat_map(qtbot, zoomed)
    assert with_overlay != plain
    kinds = [type(event) for event in zoomed.events if isinstance(event, UncertaintyReady | ViewSettled)]
    assert kinds[-1] is UncertaintyReady and ViewSettled in kinds
    assert zoomed.insight.uncertainty.legend.isVisible()
    assert "mean" in zoomed.insight.uncertainty.legend.state.text()
    zoomed.actions_by_id["uncertainty"].trigger()
    assert zoomed.canvas.grab().toImage() == plain and zoomed.insight.uncertainty.legend.isHidden()


def test_each_kind_is_requested_and_explained_as_a_heuristic(zoomed, qtbot):
    overlay = zoomed.insight.uncertainty
    for kind, word in ((UncertaintyKind.SOURCE, "downscaled"), (UncertaintyKind.SPREAD, "four nearest")):
        zoomed.actions_by_id[f"uncertainty-{kind.value}"].trigger()
        wait_for_heat_map(qtbot, zoomed)
        assert overlay.on and overlay.kind is kind and zoomed.actions_by_id["uncertainty"].isChecked()
        assert overlay.legend.meaning.text().startswith("Heuristic") and word in overlay.legend.meaning.text()
        assert overlay.legend.accessibleName() == overlay.legend.title.text()
        assert overlay.legend.state.text() in overlay.legend.accessibleDescription()
        # the source error has one value per source px, the spread several
        assert (overlay.heat_map.uncertainty.step == 1) == (kind is UncertaintyKind.SOURCE)


def test_another_view_gets_its_own_heat_map(zoomed, qtbot):
    zoomed.actions_by_id["uncertainty"].trigger()
    wait_for_heat_map(qtbot, zoomed)
    first = zoomed.insight.uncertainty.heat_map
    zoomed.canvas.navigation.pan(200, 0)
    qtbot.waitUntil(lambda: zoomed.insight.uncertainty.heat_map is not first, timeout=WAIT)
    assert zoomed.insight.uncertainty.heat_map.uncertainty.left > first.uncertainty.left


def test_at_one_to_one_there_is_no_heat_map(window, qtbot):
    window.actions_by_id["uncertainty"].trigger()
    assert window.insight.uncertainty.legend.state.text() == ZOOM_IN_HINT
    window.canvas.navigation.zoom_to(4.0)
    wait_for_heat_map(qtbot, window)
    window.canvas.navigation.fit()
    qtbot.waitUntil(lambda: window.insight.uncertainty.legend.state.text() == ZOOM_IN_HINT, timeout=WAIT)
    assert window.insight.uncertainty.heat_map is None


def test_the_legend_says_that_a_model_predicts_each_place_once(zoomed):
    zoomed.actions_by_id["uncertainty"].trigger()
    overlay = zoomed.insight.uncertainty
    overlay.handle(UncertaintyReady(1, None))
    assert "one prediction per position" in overlay.legend.state.text() and overlay.heat_map is None


def test_a_late_result_for_the_previous_picture_is_ignored(zoomed):
    zoomed.actions_by_id["uncertainty"].trigger()
    overlay = zoomed.insight.uncertainty
    overlay.forget()
    overlay.handle(
        UncertaintyReady(
            1,
            UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), np.ones((3, 3), np.float32)),
        )
    )
    assert overlay.heat_map is None


def paint(heat_map, scale, left=0):
    """Paints a heat map into an empty view. Returns (120, 240, 4) premultiplied BGRA."""
    image = QImage(240, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        heat_map.paint(draw, Viewport(Fraction(left), Fraction(0), scale, 240, 120))
    return np.frombuffer(image.constBits(), np.uint8).reshape(120, 240, 4).astype(int)


@pytest.mark.parametrize("scale", [20.0, 60.0])
def test_values_are_drawn_on_their_own_source_px_at_any_scale(scale):
    values = np.zeros((6, 12), np.float32)
    values[0, 1] = 3.0
    heat_map = HeatMap(UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), values), scale, 16.0)
    side = int(scale)
    covered = paint(heat_map, scale)[..., 3] > 0
    expected = np.zeros_like(covered)
    expected[:side, side : 2 * side] = True
    assert (covered == expected).all()
    # the same heat map in a view that starts one source px farther right
    assert (paint(heat_map, scale, 1)[..., 3] > 0)[:side, :side].all()


@pytest.mark.parametrize("scale", [20.0, 60.0])
def test_high_uncertainty_is_hatched_and_higher_is_denser(scale):
    values = np.repeat(np.array([[2.0, 6.0, 8.0, 40.0]], np.float32), 2, 0)
    side = int(scale)
    pixels = paint(HeatMap(UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), values), scale, 16.0), scale)
    squares = [pixels[:side, k * side : (k + 1) * side] for k in range(4) if (k + 1) * side <= 240]
    assert [len(np.unique(square[..., 3])) > 1 for square in squares] == [False, False, True, True]
    densities = [
        square[..., 3].max() if k < 2 else np.median(square[..., 3]) for k, square in enumerate(squares)
    ]
    assert densities == sorted(densities) and densities[0] < densities[1] < densities[3]


def test_the_pixels_are_premultiplied_as_qt_expects():
    pixels = to_pixels(np.linspace(0, 1, 50, dtype=np.float32)[None])
    assert (pixels[..., :3] <= pixels[..., 3:]).all()


def test_a_huge_square_is_clipped_to_the_view():
    values = np.full((2, 2), 4.0, np.float32)
    heat_map = HeatMap(UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), values), 1e12, 16.0)
    assert (paint(heat_map, 1e12)[..., 3] > 0).all()


def paint_overlays(canvas):
    """Paints the canvas's overlays alone. Returns one image per pane."""
    images = []
    for pane in canvas.comparison.pane_names:
        image = QImage(canvas.view.width, canvas.view.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as draw:
            for paint_overlay in canvas.overlays:
                paint_overlay(draw, canvas.view, pane)
        images.append(image)
    return images


def test_side_by_side_only_the_models_pane_is_covered(zoomed, qtbot):
    zoomed.actions_by_id["side-by-side"].trigger()
    settle(qtbot, zoomed)
    zoomed.actions_by_id["uncertainty"].trigger()
    qtbot.waitUntil(lambda: zoomed.insight.uncertainty.heat_map is not None, timeout=WAIT)
    with_heat_map = paint_overlays(zoomed.canvas)
    zoomed.actions_by_id["uncertainty"].trigger()
    plain = paint_overlays(zoomed.canvas)
    assert [before != after for before, after in zip(with_heat_map, plain, strict=True)] == [False, True]


@pytest.mark.parametrize(("mode", "covered"), [("wipe", [False, True]), ("difference", [False, False])])
def test_only_the_part_that_shows_the_model_alone_is_covered(zoomed, qtbot, mode, covered):
    zoomed.actions_by_id["uncertainty"].trigger()
    qtbot.waitUntil(lambda: zoomed.insight.uncertainty.heat_map is not None, timeout=WAIT)
    zoomed.actions_by_id[mode].trigger()
    (image,) = paint_overlays(zoomed.canvas)
    half, height = image.width() // 2, image.height()
    halves = image.copy(0, 0, half, height), image.copy(half, 0, half, height)
    empty = QImage(half, height, image.format())
    empty.fill(0)
    assert [part != empty for part in halves] == covered
