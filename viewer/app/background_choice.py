"""The commands that choose the background of the canvas. All windows follow the setting."""

from functools import partial

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget

from viewer.base import settings
from viewer.base.language import tr
from viewer.commands.actions import Handlers

NAMES = settings.CHOICES["background"]
OWN = "background-own"


def handlers(window: QWidget) -> Handlers:
    """The commands, by id. window: the parent of the dialog of colours."""
    named = {f"background-{name}": partial(settings.change, background=name) for name in NAMES}
    return {**named, OWN: lambda: choose_own(window)}


def checked(background: str) -> str:
    """Returns the id of the command whose background this is."""
    return f"background-{background}" if background in NAMES else OWN


def choose_own(window: QWidget) -> None:
    """Asks for a colour, which is seen at once; Cancel restores the background that was."""
    before = settings.read().background
    dialog = QColorDialog(QColor("#808080" if before in NAMES else before), window)
    dialog.setWindowTitle(tr("Background"))
    dialog.currentColorChanged.connect(lambda colour: settings.change(background=colour.name()))
    dialog.rejected.connect(lambda: settings.change(background=before))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
