"""Events that a window received, and waiting for them."""

from engine.session.events import PictureOpened, ViewSettled

WAIT = 60_000
"""Timeout in ms; loading torch takes long on a shared machine."""


def opened(window):
    """The PictureOpened events, in order."""
    return [event for event in window.events if isinstance(event, PictureOpened)]


def settle(qtbot, window):
    """Waits until the last requested view is settled and nothing moves or fades any more."""

    def settled():
        canvas = window.canvas
        assert canvas.layers is not None
        assert canvas.is_idle
        assert any(
            isinstance(event, ViewSettled) and event.request == window._view for event in window.events
        )

    qtbot.waitUntil(settled, timeout=WAIT)
