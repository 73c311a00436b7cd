"""The badge on the picture: what it says of the zoom, and to whom."""

from fractions import Fraction

import pytest

from engine.base.messages import Message
from engine.geometry.viewport import Viewport
from engine.session.events import ModelReady
from viewer.insight.badge import Badge


def at(scale, cell=1.0):
    return Viewport(Fraction(0), Fraction(0), scale, 640, 480, cell)


@pytest.fixture
def badge(window):
    shown = window.findChild(Badge)
    window.insight.model_changed(ModelReady(1, "a model", 4.0, Message("cpu"), "fp32", "a model", True))
    return shown


def test_beyond_the_trained_scale_it_says_so_clearly_and_in_words(badge, qtbot):
    badge.show_view(at(37.0))
    qtbot.waitUntil(lambda: badge.text() == "×37.0, trained to ×4")
    assert badge.accessibleName() == "Zoom ×37.0, trained to ×4"
    assert "trained up to ×4" in badge.toolTip() and "trained up to ×4" in badge.accessibleDescription()
    clear = badge.grab().toImage()
    badge.show_view(at(3.0))
    qtbot.waitUntil(lambda: badge.text() == "×3.00")
    assert "trained" not in badge.toolTip() + badge.accessibleName()
    assert badge.grab().toImage().pixelColor(3, 12) != clear.pixelColor(3, 12)


def test_it_is_never_seen_without_a_text(badge):
    badge.show_view(at(1.0))
    badge.show_view(at(8.0))
    assert badge.isVisible() and badge.text() == "×8.00, trained to ×4"


def test_another_model_is_told_of_at_the_same_zoom(window, badge, qtbot):
    window.canvas.navigation.show(at(10.0))
    qtbot.waitUntil(lambda: badge.text() == "×10.0, trained to ×4")
    window.insight.model_changed(ModelReady(1, "bicubic", 0.0, Message("cpu"), "fp32", "bicubic", True))
    assert badge.text() == "×10.0"


def test_it_is_there_only_where_a_model_has_a_say(badge):
    badge.show_view(at(1.0))
    assert badge.isHidden()
    badge.show_view(at(1.01))
    assert not badge.isHidden()


def test_a_cell_that_does_not_match_is_told_of(badge, qtbot):
    badge.show_view(at(37.0, 2.0))
    qtbot.waitUntil(lambda: badge.text() == "×37.0, trained to ×4 · cell ×2")
    badge.show_view(at(3.0, 0.25))
    qtbot.waitUntil(lambda: badge.text() == "×3.00 · cell ×1/4")
