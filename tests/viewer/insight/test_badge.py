"""The badge on the canvas: its text, tool tip, accessible description and visibility."""

from fractions import Fraction

import pytest

from engine.base.messages import Message
from engine.geometry.viewport import Viewport
from engine.session.events import ModelReady
from viewer.insight.badge import Badge


def viewport(scale, cell=1.0):
    return Viewport(Fraction(0), Fraction(0), scale, 640, 480, cell)


@pytest.fixture
def badge(window):
    found = window.findChild(Badge)
    window.insight.model_changed(ModelReady(1, "a model", 4.0, Message("cpu"), "fp32", "a model", True))
    return found


def test_beyond_the_training_scale_it_stands_out_and_explains_why(badge, qtbot):
    badge.show_view(viewport(37.0))
    qtbot.waitUntil(lambda: badge.text() == "×37.0, trained to ×4")
    assert badge.accessibleName() == "Zoom ×37.0, trained to ×4"
    assert "trained up to ×4" in badge.toolTip() and "trained up to ×4" in badge.accessibleDescription()
    highlighted = badge.grab().toImage()
    badge.show_view(viewport(3.0))
    qtbot.waitUntil(lambda: badge.text() == "×3.00")
    assert "trained" not in badge.toolTip() + badge.accessibleName()
    assert badge.grab().toImage().pixelColor(3, 12) != highlighted.pixelColor(3, 12)


def test_it_has_its_text_as_soon_as_it_is_visible(badge):
    badge.show_view(viewport(1.0))
    badge.show_view(viewport(8.0))
    assert badge.isVisible() and badge.text() == "×8.00, trained to ×4"


def test_another_model_changes_the_text_at_the_same_zoom(window, badge, qtbot):
    window.canvas.navigation.show(viewport(10.0))
    qtbot.waitUntil(lambda: badge.text() == "×10.0, trained to ×4")
    window.insight.model_changed(ModelReady(1, "bicubic", 0.0, Message("cpu"), "fp32", "bicubic", True))
    assert badge.text() == "×10.0"


def test_it_is_visible_only_above_one_to_one(badge):
    badge.show_view(viewport(1.0))
    assert badge.isHidden()
    badge.show_view(viewport(1.01))
    assert not badge.isHidden()


def test_it_shows_a_cell_other_than_the_matching_one(badge, qtbot):
    badge.show_view(viewport(37.0, 2.0))
    qtbot.waitUntil(lambda: badge.text() == "×37.0, trained to ×4 · cell ×2")
    badge.show_view(viewport(3.0, 0.25))
    qtbot.waitUntil(lambda: badge.text() == "×3.00 · cell ×1/4")
