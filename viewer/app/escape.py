"""What the key Esc ends: one thing at a time, in a fixed order."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow


def end_one(window: "MainWindow") -> None:
    """Cancels a slow opening; else leaves overview, selection, comparison or full screen, the message, the tour."""
    parts = window.opening.cancel, window.thumbnails.leave, window.selection.drop, window.compare.leave
    if any(leave() for leave in (*parts, window.look.leave)):
        return
    if window.notices.isHidden():
        window.introduction.leave_tour()
    else:
        window.notices.dismiss()
