"""The commands that choose the colours of the screen. All windows follow the setting."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from engine.base.errors import FileError
from viewer.base import settings
from viewer.base.language import tr, translated
from viewer.canvas import screen_colours
from viewer.canvas.canvas import Canvas
from viewer.commands.actions import Handlers
from viewer.widgets import file_dialogs
from viewer.widgets.notice_bar import NoticeBar

NAMES = settings.CHOICES["screen"]
FILE = "screen-file"


def handlers(window: QWidget, notices: NoticeBar) -> Handlers:
    """The commands, by id. window: the parent of the dialog."""
    named: dict[str, Callable[[], object]] = {
        f"screen-{name}": partial(settings.change, screen=name) for name in NAMES
    }
    return {**named, FILE: lambda: _choose_file(window, notices)}


def checked(screen: str) -> str:
    """Returns the id of the command whose screen this is."""
    return f"screen-{screen}" if screen in NAMES else FILE


def apply(canvas: Canvas, screen: str, notices: NoticeBar) -> None:
    """Paints for a screen. A profile that cannot be used gives a message, and leaves sRGB."""
    try:
        canvas.set_screen(screen_colours.screen(screen))
    except FileError as error:
        canvas.set_screen(None)
        notices.show_error(translated(error.message))


def _choose_file(window: QWidget, notices: NoticeBar) -> None:
    """Asks for a profile; one that cannot be used changes nothing."""
    chosen = file_dialogs.open_file(window, tr("Profile of the screen"), tr("Colour profiles (*.icc *.icm)"))
    if chosen is not None:
        try:
            screen_colours.screen(str(chosen))
        except FileError as error:
            notices.show_error(translated(error.message))
        else:
            settings.change(screen=str(chosen))
    settings.notifier.changed.emit(settings.read(), settings.read())  # the menu shows what holds
