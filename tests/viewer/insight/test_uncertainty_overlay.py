"""The overlay overlay: it comes after the view, lies where it belongs, and says what it means."""

from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from waiting import WAIT, settle

from engine.decoding.uncertainty import UncertaintyKind, UncertaintyMap
from engine.geometry.viewport import Viewport
from engine.session.events import UncertaintyReady, ViewSettled
from viewer.insight.heat_map import HeatMap, coloured
from viewer.insight.uncertainty import SHALLOW


@pytest.fixture
def zoomed(window, qtbot):
    window.canvas.navigation.zoom_to(12.0)
    settle(qtbot, window)
    return window


def shown(qtbot, window):
    qtbot.waitUntil(lambda: window.insight.uncertainty.heat_map is not None, timeout=WAIT)
    return window.canvas.grab().toImage()


def test_it_comes_after_the_view_and_goes_again(zoomed, qtbot):
    plain = zoomed.canvas.grab().toImage()
    zoomed.actions_by_id["trust"].trigger()
    veiled = shown(qtbot, zoomed)
    assert veiled != plain
    kinds = [type(event) for event in zoomed.events if isinstance(event, UncertaintyReady | ViewSettled)]
    assert kinds[-1] is UncertaintyReady and ViewSettled in kinds
    assert zoomed.insight.uncertainty.legend.isVisible()
    assert "on average" in zoomed.insight.uncertainty.legend.state.text()
    zoomed.actions_by_id["trust"].trigger()
    assert zoomed.canvas.grab().toImage() == plain and zoomed.insight.uncertainty.legend.isHidden()


def test_each_kind_is_explained_as_a_heuristic_and_asked_for(zoomed, qtbot):
    overlay = zoomed.insight.uncertainty
    for kind, word in ((UncertaintyKind.SOURCE, "reduced"), (UncertaintyKind.SPREAD, "four latents")):
        zoomed.actions_by_id[f"trust-{kind.value}"].trigger()
        shown(qtbot, zoomed)
        assert overlay.on and overlay.kind is kind and zoomed.actions_by_id["trust"].isChecked()
        assert (
            overlay.legend.meaning.text().startswith("A heuristic") and word in overlay.legend.meaning.text()
        )
        assert overlay.legend.accessibleName() == overlay.legend.title.text()
        assert overlay.legend.state.text() in overlay.legend.accessibleDescription()
        # one value for each pixel of the source, or several
        assert (overlay.heat_map.doubts.step == 1) == (kind is UncertaintyKind.SOURCE)


def test_another_view_gets_its_own(zoomed, qtbot):
    zoomed.actions_by_id["trust"].trigger()
    shown(qtbot, zoomed)
    first = zoomed.insight.uncertainty.heat_map
    zoomed.canvas.navigation.pan(200, 0)
    qtbot.waitUntil(lambda: zoomed.insight.uncertainty.heat_map is not first, timeout=WAIT)
    assert zoomed.insight.uncertainty.heat_map.doubts.left > first.doubts.left


def test_where_the_source_itself_is_shown_there_is_no_doubt(window, qtbot):
    window.actions_by_id["trust"].trigger()
    assert window.insight.uncertainty.legend.state.text() == SHALLOW
    window.canvas.navigation.zoom_to(4.0)
    shown(qtbot, window)
    window.canvas.navigation.fit()
    qtbot.waitUntil(lambda: window.insight.uncertainty.legend.state.text() == SHALLOW, timeout=WAIT)
    assert window.insight.uncertainty.heat_map is None


def test_a_model_that_predicts_once_says_so(zoomed):
    zoomed.actions_by_id["trust"].trigger()
    overlay = zoomed.insight.uncertainty
    overlay.handle(UncertaintyReady(1, None))
    assert "predicts each place once" in overlay.legend.state.text() and overlay.heat_map is None


def test_an_answer_about_the_picture_before_is_dropped(zoomed):
    zoomed.actions_by_id["trust"].trigger()
    overlay = zoomed.insight.uncertainty
    overlay.forget()
    overlay.handle(
        UncertaintyReady(
            1,
            UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), np.ones((3, 3), np.float32)),
        )
    )
    assert overlay.heat_map is None


def painted(veil, scale, left=0):
    image = QImage(240, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as draw:
        veil.paint(draw, Viewport(Fraction(left), Fraction(0), scale, 240, 120))
    return np.frombuffer(image.constBits(), np.uint8).reshape(120, 240, 4).astype(int)


@pytest.mark.parametrize("scale", [20.0, 60.0])
def test_values_lie_on_their_own_pixels_at_any_scale(scale):
    values = np.zeros((6, 12), np.float32)
    values[0, 1] = 3.0
    veil = HeatMap(UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), values), scale, 16.0)
    side = int(scale)
    found = painted(veil, scale)[..., 3] > 0
    expected = np.zeros_like(found)
    expected[:side, side : 2 * side] = True
    assert (found == expected).all()
    # another view of the same answer: a pixel farther right
    assert (painted(veil, scale, 1)[..., 3] > 0)[:side, :side].all()


@pytest.mark.parametrize("scale", [20.0, 60.0])
def test_much_doubt_is_hatched_and_more_is_denser(scale):
    values = np.repeat(np.array([[2.0, 6.0, 8.0, 40.0]], np.float32), 2, 0)
    side = int(scale)
    found = painted(
        HeatMap(UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), values), scale, 16.0), scale
    )
    cells = [found[:side, k * side : (k + 1) * side] for k in range(4) if (k + 1) * side <= 240]
    assert [len(np.unique(cell[..., 3])) > 1 for cell in cells] == [False, False, True, True]
    densities = [cell[..., 3].max() if k < 2 else np.median(cell[..., 3]) for k, cell in enumerate(cells)]
    assert densities == sorted(densities) and densities[0] < densities[1] < densities[3]


def test_the_veil_is_premultiplied_as_qt_wants_it():
    pixels = coloured(np.linspace(0, 1, 50, dtype=np.float32)[None])
    assert (pixels[..., :3] <= pixels[..., 3:]).all()


def test_a_huge_square_is_painted_as_far_as_it_is_in_view():
    values = np.full((2, 2), 4.0, np.float32)
    veil = HeatMap(UncertaintyMap(Fraction(0), Fraction(0), Fraction(1), values), 1e12, 16.0)
    assert (painted(veil, 1e12)[..., 3] > 0).all()


def laid_over(canvas):
    """What is laid over each pane."""
    images = []
    for pane in canvas.comparison.shown:
        image = QImage(canvas.view.width, canvas.view.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as draw:
            for lay in canvas.overlays:
                lay(draw, canvas.view, pane)
        images.append(image)
    return images


def test_side_by_side_only_the_model_is_veiled(zoomed, qtbot):
    zoomed.actions_by_id["beside"].trigger()
    settle(qtbot, zoomed)
    zoomed.actions_by_id["trust"].trigger()
    qtbot.waitUntil(lambda: zoomed.insight.uncertainty.heat_map is not None, timeout=WAIT)
    veiled = laid_over(zoomed.canvas)
    zoomed.actions_by_id["trust"].trigger()
    plain = laid_over(zoomed.canvas)
    assert [before != after for before, after in zip(veiled, plain, strict=True)] == [False, True]


@pytest.mark.parametrize(("mode", "veiled"), [("wipe", [False, True]), ("difference", [False, False])])
def test_what_is_not_the_model_alone_is_not_veiled(zoomed, qtbot, mode, veiled):
    zoomed.actions_by_id["trust"].trigger()
    qtbot.waitUntil(lambda: zoomed.insight.uncertainty.heat_map is not None, timeout=WAIT)
    zoomed.actions_by_id[mode].trigger()
    (image,) = laid_over(zoomed.canvas)
    half, height = image.width() // 2, image.height()
    halves = image.copy(0, 0, half, height), image.copy(half, 0, half, height)
    nothing = QImage(half, height, image.format())
    nothing.fill(0)
    assert [part != nothing for part in halves] == veiled
