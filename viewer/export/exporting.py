"""Runs an export from the dialog to the final message, while viewing continues. Runs in the window's thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QWidget

from engine.base import owner
from engine.base.printable import file_name
from engine.export.export_request import ExportRequest
from engine.session.events import ExportCancelled, Exported, ExportProgress
from engine.session.session import Session
from viewer.base import formatting, local_files
from viewer.base.language import tr
from viewer.export import closing, records
from viewer.export.closing import Choice
from viewer.export.records import ExportRecord
from viewer.files.opening import Opening
from viewer.models.active_model import ActiveModel
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine


class Exporting(QObject):
    """Starts and follows one export at a time. `action` is disabled while an export runs.

    `ended`: an export finished, failed or was cancelled. running: whether an export waits or runs. in_background: it
    runs without its window.
    """

    ended = Signal()

    def __init__(
        self,
        session: Session,
        opening: Opening,
        active_model: ActiveModel,
        status: StatusLine,
        notices: NoticeBar,
        action: QAction,
    ) -> None:
        super().__init__(action)
        self._session, self._opening, self._active_model = session, opening, active_model
        self._status, self._notices, self._action = status, notices, action
        self.running = self.in_background = False
        self._name = ""
        self._record: Path | None = None
        status.cancelled.connect(session.cancel_export)

    def start(self, request: ExportRequest | None, picture: int | None = None) -> None:
        """Starts an export. None does nothing: the dialog was cancelled. picture: see Session.export."""
        if request is None:
            return
        self.running, self._name = True, request.path.name
        self._record = records.add(self._described(request))
        self.keep_disabled()
        self._notices.clear()
        self._status.start_export(request.path.name)
        self._session.export(request, picture)

    def _described(self, request: ExportRequest) -> ExportRecord:
        return ExportRecord(
            self._opening.shown_source,
            self._opening.shown_orientation,
            request.model or self._active_model.model,
            request.path,
            request.region,
            request.size,
            request.fidelity,
            *owner.this_process(),
            self._opening.shown_page,
            request.options,
        )

    def may_close(self, window: QWidget) -> bool:
        """Asks what to do with a running export. Returns whether the window may close."""
        if not self.running:
            return True
        choice = closing.ask(window, self._name)
        # It may have ended while the question was open.
        self.in_background = self.running and choice is Choice.KEEP_RUNNING
        if choice is Choice.CANCEL:
            self._session.cancel_export()
            self._forget_record()
        return choice is not Choice.STAY

    def may_end_session(self, window: QWidget) -> bool:
        """Asks whether the user's session may end while an export runs. The record stays: the next start tells."""
        return not self.running or closing.may_end_session(window, self._name)

    def keep_disabled(self) -> None:
        """Disables the command again if an export runs. Call this after commands were enabled."""
        if self.running:
            self._action.setEnabled(False)

    def handle(self, event: ExportProgress | Exported | ExportCancelled) -> None:
        """Handles an event of the running export."""
        match event:
            case ExportProgress():
                self._status.show_export_progress(event)
            case Exported():
                self._finish(event)
            case ExportCancelled():
                self.end()
                self._notices.notify(tr("The export was cancelled. No file was written."))

    def _finish(self, exported: Exported) -> None:
        """Reports the finished file. The engine has already read it back to verify it."""
        self.end()
        folder = local_files.url_of(exported.path.parent)
        size, took = formatting.size(*exported.size), formatting.milliseconds(exported.ms)
        offer = (tr("Show in folder"), lambda: QDesktopServices.openUrl(folder))
        text = tr("Saved {name}, {size} px, in {time}.").format(
            name=file_name(exported.path.name), size=size, time=took
        )
        self._notices.notify(text, offer)

    def end(self) -> None:
        """Allows the next export: this one finished, failed or was cancelled."""
        self.running = self.in_background = False
        self._forget_record()
        self._action.setEnabled(True)
        self._status.end_export()
        self.ended.emit()

    def fail(self) -> None:
        """The export failed. In the background nobody reads the message, so its record stays for the next start."""
        if self.in_background:
            self._record = None
        self.end()

    def _forget_record(self) -> None:
        if self._record is not None:
            records.remove(self._record)
            self._record = None
