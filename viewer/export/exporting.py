"""The exports of a window: adds them to the queue, and reports how they end, while viewing continues."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from engine.base.paths import is_folder
from engine.base.printable import file_name
from engine.export.export_request import ExportRequest
from engine.images.suffixes import suffixes
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.base import background, desktop, formatting, settings
from viewer.base.language import tr
from viewer.export import closing, progress_text
from viewer.export.closing import Choice
from viewer.export.failures_dialog import show_failures
from viewer.export.panel import Panel
from viewer.export.picture_export import EngineExports, ExportEvent, PictureExport
from viewer.export.queue import ExportQueue
from viewer.export.queued import Phase, QueuedExport
from viewer.export.saved_queue import SavedQueue
from viewer.files.opening import Opening
from viewer.models.active_model import ActiveModel
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine

NOT_OPEN = 0
"""Number of no request: of a picture that this session has never opened."""


class Exporting(QObject):
    """`ended`: no export is left that waits, runs or is paused. in_background: they run without their window."""

    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        opening: Opening,
        active_model: ActiveModel,
        status: StatusLine,
        notices: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._window, self._opening, self._active_model = window, opening, active_model
        self._status, self._notices = status, notices
        self.in_background = False
        self.queue = ExportQueue(self)
        self._saved = SavedQueue(self.queue)
        self._engine = EngineExports(session)
        self._ended_since_idle: list[QueuedExport] = []
        self.queue.changed.connect(self._follow)
        self.queue.progressed.connect(self._show_status)
        self.queue.listed.connect(self._show_status)
        status.cancelled.connect(self._cancel_shown)

    @property
    def running(self) -> bool:
        """Whether an export waits, runs or is paused."""
        return bool(self.queue.unfinished)

    def start(self, request: ExportRequest | None, picture: int | None = None) -> None:
        """Adds an export of the shown picture. None does nothing: the dialog was cancelled.

        picture: PictureOpened.request of the picture that is meant; None for the shown one. The export keeps its
        picture and its model, whatever the window shows and uses when its turn comes.
        """
        if request is not None:
            picture = self._opening.shown_number if picture is None else picture
            request = replace(request, model=request.model or self._active_model.model)
            self.add(PictureExport(self._engine, request, picture, self._opening.origin_of(picture)))

    def add(self, export: QueuedExport) -> None:
        """Adds an export, which starts when its turn comes."""
        self._notices.clear()
        self._saved.add(export)
        self.queue.add(export)

    def repeat(self, request: ExportRequest, origin: ExportOrigin) -> None:
        """Adds an export that an earlier process did not finish."""
        self.add(PictureExport(self._engine, request, NOT_OPEN, origin))

    def handle(self, event: ExportEvent) -> None:
        """Handles an event of an export, also its failure."""
        self._engine.handle(event)

    def show_in_folder(self, export: QueuedExport) -> None:
        """Shows what an export has written in the file manager."""
        if background.soon(partial(is_folder, export.target), False):
            desktop.open_folder(export.target)
        else:
            desktop.show_in_folder(export.target, self)

    def _open(self, export: QueuedExport) -> None:
        """Opens what an export has written: pictures and folders here, other files with the system's program."""
        target = export.target
        if target.suffix.lower() in suffixes() or background.soon(partial(is_folder, target), False):
            self._opening.open(target)
        else:
            desktop.open_with_default(target)

    def make_panel(self) -> QDockWidget:
        """Creates the panel that lists the exports."""
        panel = Panel(self._window, self.queue)
        panel.requested_folder.connect(self.show_in_folder)
        panel.requested_errors.connect(lambda export: show_failures(self._window, export))
        return panel

    def may_close(self, window: QWidget) -> bool:
        """Asks what to do with the exports that are not finished. Returns whether the window may close."""
        if not self.running:
            return True
        choice = closing.ask(window, self._names())
        # They may have ended while the question was open.
        self.in_background = self.running and choice is Choice.KEEP_RUNNING
        self._saved.keeps_failed = self.in_background
        if self.in_background:
            self.queue.release_all()
        if choice is Choice.CANCEL:
            self.queue.cancel_all()
            self._saved.forget_all()
        return choice is not Choice.STAY

    def may_end_session(self, window: QWidget) -> bool:
        """Asks whether the user's session may end while exports run. The records stay: the next start tells."""
        return not self.running or closing.may_end_session(window, self._names())

    def return_to_window(self) -> None:
        """The window of exports in the background is shown again."""
        self.in_background = self._saved.keeps_failed = False

    def _names(self) -> list[str]:
        return [export.target.name for export in self.queue.unfinished]

    def _cancel_shown(self) -> None:
        """Cancels the export that the status line shows."""
        shown = self._shown()
        if shown is not None:
            shown.cancel()

    def _shown(self) -> QueuedExport | None:
        """The export that the status line shows: the first that runs."""
        return next(iter(self.queue.running), None)

    def _show_status(self) -> None:
        export = self._shown()
        if export is None:
            self._status.end_export()
        else:
            others = len(self.queue.unfinished) - 1
            self._status.show_export(progress_text.of_status(export, others), export.share)

    def _follow(self, export: QueuedExport) -> None:
        self._show_status()
        if export.unfinished:
            return
        self._report(export)
        self._ended_since_idle.append(export)
        if not self.running:
            ended, self._ended_since_idle = self._ended_since_idle, []
            self._notify(ended)
            self.in_background = False
            self.ended.emit()

    def _report(self, export: QueuedExport) -> None:
        """Shows in the notice bar how an export has ended. The engine has already read a finished file back."""
        name = file_name(export.target.name)
        match export.phase:
            case Phase.FINISHED:
                text = tr("Saved {name}, {about}.").format(name=name, about=export.message)
                opens = tr("Open"), partial(self._open, export)
                self._notices.notify(
                    text, opens, (tr("Show in folder"), partial(self.show_in_folder, export))
                )
            case Phase.CANCELLED:
                self._notices.notify(progress_text.of_cancelled(export))
            case Phase.FAILED if export.failures:
                text = f"{name}: {export.message}"
                show = (tr("Show errors…"), lambda: show_failures(self._window, export))
                self._notices.keep(text, show, failure=True)
            case Phase.FAILED:
                self._notices.show_error(export.message)

    def _notify(self, ended: list[QueuedExport]) -> None:
        """Tells a user who works in another program that nothing is left to export."""
        told = [export for export in ended if export.phase is not Phase.CANCELLED]
        if not told or not settings.read().notify_exports:
            return
        failed = sum(export.phase is Phase.FAILED for export in told)
        text = tr("Exports finished: {count}").format(count=formatting.count(len(told) - failed))
        if failed:
            text += "\n" + tr("Exports failed: {count}").format(count=formatting.count(failed))
        desktop.notify(self._window, "Unpixel", text)
