"""Plotting is imported while the window is idle."""

import pytest
from waiting import WAIT

from engine.session.events import ViewSettled
from viewer.base import idle_import


@pytest.fixture
def loaded(monkeypatch):
    """The imported modules, in order."""
    names = []
    monkeypatch.setattr(idle_import, "load", names.append)
    return names


def test_all_modules_are_imported_after_the_first_view(make_window, qtbot, photo, loaded):
    window = make_window(photo)
    qtbot.waitUntil(lambda: tuple(loaded) == idle_import.MODULES, timeout=WAIT)
    settled = any(isinstance(event, ViewSettled) for event in window.events)
    assert settled and window.active_model.ready is not None, "the view and the model come first"


def test_a_new_view_postpones_the_import(make_window, qtbot, photo, loaded):
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.imports.waiting, timeout=WAIT)
    window._request_view(window.canvas.view, False)
    assert not window.imports.waiting and len(loaded) < len(idle_import.MODULES)
    qtbot.waitUntil(lambda: window.imports.waiting, timeout=WAIT)
