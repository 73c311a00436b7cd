"""Waits for the events of a window. `window.events` lists the engine events that it received (conftest.py)."""

from engine.session.events import PictureOpened, ViewSettled
from engine.session.requests import Task

WAIT = 60_000
"""Timeout in ms; loading torch takes long on a shared machine."""


def opened(window):
    """Returns the PictureOpened events of a window, in order."""
    return [event for event in window.events if isinstance(event, PictureOpened)]


def settle(qtbot, window):
    """Waits until the newest view is complete and no animation runs."""

    def settled():
        canvas = window.canvas
        assert canvas.layers is not None
        assert canvas.is_idle
        newest = window.session.newest(Task.VIEW)
        assert any(isinstance(event, ViewSettled) and event.request == newest for event in window.events)

    qtbot.waitUntil(settled, timeout=WAIT)
