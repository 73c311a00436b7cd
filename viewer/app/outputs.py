"""The commands that write, print or use what a window shows. The window's thread."""

from typing import TYPE_CHECKING

from viewer.commands.actions import Handlers
from viewer.export.subject import ExportSubject
from viewer.export.wallpaper import Wallpaper

if TYPE_CHECKING:
    from viewer.app.main_window import MainWindow


class Outputs:
    """window: all of its parts are there when a command is used."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._wallpaper: Wallpaper | None = None

    @property
    def handlers(self) -> Handlers:
        """The commands, by id."""
        window = self._window
        return {
            "export": self.ask_export,
            "export-folder": lambda: window.dialogs.ask_batch(window.opening.current, window.exporting.add),
            "export-film": self.ask_film,
            "exports": lambda: window.docks.toggle("exports"),
            "print": self.ask_print,
            "wallpaper": self.make_wallpaper,
        }

    def ask_export(self) -> None:
        """Asks what to export and where to; the export then runs in the background."""
        if (subject := self._subject()) is not None:
            self._window.dialogs.ask_export(subject, self._window.exporting.start)

    def ask_film(self) -> None:
        """Opens the dialog of films, which stays open while the picture is zoomed."""
        window = self._window
        window.dialogs.show_film(window.canvas, window.bookmarks.current_view, window.exporting.add)

    def ask_print(self) -> None:
        """Asks how to print the picture."""
        if (subject := self._subject()) is not None:
            origin = self._window.opening.origin_of(subject.opened.request)
            self._window.dialogs.ask_print(subject, origin, self._window.notices.notify)

    def make_wallpaper(self) -> None:
        """Makes what is seen the wallpaper."""
        window, subject = self._window, self._subject()
        if subject is None:
            return
        if self._wallpaper is None:
            self._wallpaper = Wallpaper(window.session, window.bridge.event, window.notices, window)
        self._wallpaper.make(subject, window.opening.origin_of(subject.opened.request))

    def _subject(self) -> ExportSubject | None:
        """Returns what is shown; None if there is no picture."""
        window, opened = self._window, self._window.opened
        if opened is None:
            return None
        window.active_model.prepare()
        fidelity = 1 - window.canvas.comparison.bicubic_weight
        shown = window.canvas.view, window.selection.region, fidelity, window.compare.export_note
        return ExportSubject(opened, *shown, window.active_model.model, window.active_model.names)
