"""What draws the curves is loaded while nothing else is to be done."""

import pytest
from waiting import WAIT

from viewer.base import plotting


@pytest.fixture
def loaded(monkeypatch):
    """The parts that were loaded, in order."""
    found = []
    monkeypatch.setattr(plotting, "load", found.append)
    return found


def test_it_is_there_before_it_is_asked_for(make_window, qtbot, photo, loaded):
    window = make_window(photo)
    qtbot.waitUntil(lambda: tuple(loaded) == plotting.PARTS, timeout=WAIT)
    assert window._settled_view and window.decoder.ready is not None, "these are first"


def test_a_wish_for_another_view_puts_it_off(make_window, qtbot, photo, loaded):
    window = make_window(photo)
    qtbot.waitUntil(window._ahead._rest.isActive, timeout=WAIT)
    window._look(window.canvas.view, False)
    assert not window._ahead._rest.isActive() and len(loaded) < len(plotting.PARTS)
    qtbot.waitUntil(window._ahead._rest.isActive, timeout=WAIT)
