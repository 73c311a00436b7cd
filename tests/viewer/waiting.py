"""What a window was told, and waiting for it."""

from engine.events import Opened, Settled

WAIT = 60_000
"""Milliseconds: a shared machine may take its time to load torch."""


def opened(window):
    """The pictures that were opened, in order."""
    return [event for event in window.told if isinstance(event, Opened)]


def settle(qtbot, window):
    """Waits for the view that was asked for last."""

    def settled():
        canvas = window.canvas
        assert (
            not canvas._animation.isActive() and not canvas._request.isActive() and canvas.layers is not None
        )
        assert any(isinstance(event, Settled) and event.view == window._view for event in window.told)

    qtbot.waitUntil(settled, timeout=WAIT)
