"""Waits for the events of a window. `window.events` lists the engine events that it received (conftest.py)."""

import threading

from engine.session.events import PictureOpened, ViewSettled
from engine.session.requests import Task
from engine.session.session import THREAD

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


def engines_end():
    """Waits until the engine's threads of closed windows have ended."""
    engines = [thread for thread in threading.enumerate() if thread.name == THREAD]
    for engine in engines:
        engine.join(WAIT / 1000)
    assert not any(engine.is_alive() for engine in engines)
