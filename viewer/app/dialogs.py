"""The dialogs that a window opens beside itself, one of each kind. The window's thread."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from engine.bookmarks import Bookmark
from engine.export.export_request import ExportRequest
from engine.images import demo_photo
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.app.bridge import Bridge
from viewer.canvas.canvas import Canvas
from viewer.commands.actions import Handlers
from viewer.export.queued import QueuedExport
from viewer.export.subject import ExportSubject
from viewer.models.active_model import ActiveModel
from viewer.models.download import ModelDownload
from viewer.widgets.dialogs import show_single


class Dialogs:
    """Help, settings, models and log. Their modules are imported when they are first opened."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        session: Session,
        active_model: ActiveModel,
        download: ModelDownload,
        actions: Mapping[str, QAction],
    ) -> None:
        self._window, self._bridge, self._session = window, bridge, session
        self._active_model, self._download, self._actions = active_model, download, actions

    @property
    def handlers(self) -> Handlers:
        """The commands that open them."""
        return {
            "keys": self.show_keys,
            "palette": self.show_palette,
            "settings": self.show_settings,
            "models": self.show_models,
            "log": self.show_log,
            "manual": self.show_manual,
            "whats-new": self.show_changes,
            "about": self.show_about,
        }

    def show_keys(self) -> None:
        """The help sheet: all keys and gestures."""
        from viewer.commands.help_sheet import HelpSheet

        show_single(self._window, HelpSheet, lambda: HelpSheet(self._window))

    def show_palette(self) -> None:
        """The list of commands, in which one is found by typing."""
        from viewer.commands.palette import Palette

        show_single(self._window, Palette, lambda: Palette(self._window, self._actions))

    def show_settings(self) -> None:
        """The settings, which hear what the engine reports of itself."""
        from viewer.preferences.dialog import Preferences

        dialog = show_single(
            self._window, Preferences, lambda: Preferences(self._window, self._active_model.ready)
        )
        self._bridge.event.connect(dialog.handle, Qt.ConnectionType.UniqueConnection)

    def show_models(self) -> None:
        """The installed models, and those that can be downloaded; one can be chosen there."""
        from viewer.models.panel import Models

        active = self._active_model
        parts = self._session, active.ready, self._download, active.picture
        panel = show_single(self._window, Models, lambda: Models(self._window, *parts))
        self._bridge.event.connect(panel.handle, Qt.ConnectionType.UniqueConnection)
        panel.chosen.connect(self._active_model.use, Qt.ConnectionType.UniqueConnection)

    def ask_export(self, subject: ExportSubject, start: Callable[[ExportRequest | None, int], None]) -> None:
        """Asks what to export and where to. start: called with the choices and the number of the picture."""
        from viewer.export.dialog import ExportDialog

        session, picture = self._session, subject.opened.request
        dialog = ExportDialog(self._window, subject)
        dialog.preview_wanted.connect(lambda export, crop: session.preview_export(export, crop, picture))
        dialog.preview_dropped.connect(session.cancel_preview)
        dialog.speed_wanted.connect(lambda model: self._measure(model, dialog))
        self._bridge.event.connect(dialog.handle)
        dialog.accepted.connect(lambda: start(dialog.request, picture))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_print(
        self, subject: ExportSubject, origin: ExportOrigin | None, notify: Callable[[str], object]
    ) -> None:
        """Prints the picture. origin: what opens it again. notify: called with what was printed."""
        from viewer.export.print_dialog import PrintDialog
        from viewer.export.print_job import PrintJob

        def make_job(parent: QWidget) -> PrintJob:
            return PrintJob(self._session, self._bridge.event, subject, origin, parent)

        dialog = PrintDialog(self._window, subject, make_job)
        dialog.printed.connect(notify)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _measure(self, model: str, dialog: QDialog) -> None:
        """Measures a model once the engine is idle, until a dialog closes, unless another one is being measured."""
        if not self._session.measuring:
            self._session.measure_model(model)
            dialog.finished.connect(self._session.cancel_measurement)

    def ask_batch(self, near: Path | None, add: Callable[[QueuedExport], None]) -> None:
        """Asks which pictures to export. near: the open file; its folder is suggested. add: called with the export."""
        from viewer.export.batch_dialog import BatchDialog

        folder = None if near is None or near == demo_photo.PATH else near.parent
        dialog = BatchDialog(self._window, folder, self._active_model.model, self._active_model.names)
        dialog.accepted.connect(lambda: dialog.export is not None and add(dialog.export))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_film(
        self, canvas: Canvas, current: Callable[[], Bookmark | None], add: Callable[[QueuedExport], None]
    ) -> None:
        """Makes a film. current: returns the visible view. add: called with the export."""
        from viewer.export.command_export import CommandExport
        from viewer.export.film_dialog import FilmDialog

        def start(arguments: tuple[str, ...], target: Path) -> None:
            add(CommandExport(arguments, target))

        show_single(self._window, FilmDialog, lambda: FilmDialog(self._window, canvas, current, start))

    def show_log(self) -> None:
        """The log, as it is now."""
        from viewer.diagnostics.log_dialog import LogDialog

        show_single(self._window, LogDialog, lambda: LogDialog(self._window))

    def show_manual(self) -> None:
        """The manual, in the language of the window."""
        from viewer.help.manual import Manual

        show_single(self._window, Manual, lambda: Manual(self._window))

    def show_changes(self) -> None:
        """What the newest version changed."""
        from viewer.help.whats_new import WhatsNew

        show_single(self._window, WhatsNew, lambda: WhatsNew(self._window))

    def show_about(self) -> None:
        """The version and the licences."""
        from viewer.help.about import About

        ready = self._active_model.ready
        show_single(self._window, About, lambda: About(self._window, self._actions, ready))
