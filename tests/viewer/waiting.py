"""What a window was told, and waiting for it."""

from engine.session.events import PictureOpened, ViewSettled

WAIT = 60_000
"""Milliseconds: a shared machine may take its time to load torch."""


def opened(window):
    """The pictures that were opened, in order."""
    return [event for event in window.told if isinstance(event, PictureOpened)]


def settle(qtbot, window):
    """Waits for the view that was asked for last, until nothing moves or fades any more."""

    def settled():
        canvas = window.canvas
        assert canvas.layers is not None
        assert not canvas._asking.pending
        assert not canvas._animation.isActive() and not canvas._fading.isActive()
        assert any(isinstance(event, ViewSettled) and event.view == window._view for event in window.told)

    qtbot.waitUntil(settled, timeout=WAIT)
