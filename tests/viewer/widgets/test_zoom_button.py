"""The zoom and the model in the status line are buttons: a zoom is typed, a model is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from waiting import WAIT, settle


def type_zoom(qtbot, window, text):
    zoom = window.status.zoom
    zoom.menu().popup(zoom.mapToGlobal(zoom.rect().topLeft()))
    qtbot.waitUntil(zoom.field.isVisible)
    zoom.field.clear()
    qtbot.keyClicks(zoom.field, text)
    qtbot.keyClick(zoom.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("text", "scale"), [("350", 3.5), ("×12", 12.0), ("1:2", 0.5), ("350 %", 3.5)])
def test_a_typed_zoom_is_shown(window, qtbot, text, scale):
    type_zoom(qtbot, window, text)
    settle(qtbot, window)
    assert window.canvas.view.scale == scale and window.status.zoom.menu().isHidden()


def test_fit_and_fill_are_typed_as_words(window, qtbot):
    type_zoom(qtbot, window, "x9")
    settle(qtbot, window)
    type_zoom(qtbot, window, "Fit")
    settle(qtbot, window)
    assert window.canvas.fitted
    type_zoom(qtbot, window, "fill")
    settle(qtbot, window)
    view, (width, height) = window.canvas.view, window.canvas.layers.size
    assert view.scale == pytest.approx(max(view.width / width, view.height / height))


def test_what_is_no_zoom_is_said_and_changes_nothing(window, qtbot):
    before = window.canvas.view
    type_zoom(qtbot, window, "much")
    zoom = window.status.zoom
    assert "much" in zoom.complaint.text() and zoom.menu().isVisible()
    assert zoom.field.height() >= zoom.field.sizeHint().height()  # an open menu has no more room than before
    assert window.canvas.view == before
    window.status.zoom.menu().close()


def test_the_models_name_opens_the_menu_of_models(window, qtbot):
    qtbot.waitUntil(lambda: window.status.model.text().startswith("Bicubic"), timeout=WAIT)
    button = window.status.model
    assert isinstance(button, QToolButton) and button.menu() is window.models
    next(action for action in button.menu().actions() if action.text() == "Live").trigger()
    qtbot.waitUntil(lambda: window.active_model.ready.requested == "live", timeout=WAIT)
    assert button.text().startswith("Live ·")
