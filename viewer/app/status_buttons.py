"""What the buttons of the status line open: the list of zooms, and the menu of models."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engine.base.messages import mark
from viewer.base.language import tr
from viewer.canvas.canvas import Canvas
from viewer.commands import menus, table
from viewer.widgets.status_line import StatusLine

LISTED = ("fit", "fit-fill", "actual")
"""Commands at the top of the list of zooms."""
WORDS = {"fit": mark("fit"), "fit-fill": mark("fill"), "fit-width": mark("width")}
"""What can be typed as a zoom instead of a number, by the id of the command."""


def connect(status: StatusLine, actions: dict[str, QAction], models: QMenu, canvas: Canvas) -> None:
    """Gives the buttons their lists. Called once."""
    status.model.setMenu(models)
    listed = [actions[id] for id in LISTED] + menus.entries(table.PERCENT, actions)
    words = {word.casefold(): actions[id] for id, text in WORDS.items() for word in (text, tr(text))}
    status.zoom.offer(listed, words)
    status.zoom.chosen.connect(canvas.navigation.zoom_to)
