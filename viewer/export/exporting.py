"""Runs an export from the dialog to the final message, while viewing continues. Runs in the window's thread."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QWidget

from engine.geometry.viewport import Region, Viewport
from engine.session.events import ExportCancelled, Exported, ExportProgress, PictureOpened
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr
from viewer.export.dialog import ExportDialog, ExportRequest
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine


class Exporting:
    """Starts and follows one export at a time. `action` is disabled while an export runs."""

    def __init__(self, session: Session, status: StatusLine, notices: NoticeBar, action: QAction) -> None:
        self._session, self._status, self._notices, self._action = session, status, notices, action
        self._running = False
        status.cancelled.connect(session.cancel_export)

    def open_dialog(
        self,
        parent: QWidget,
        opened: PictureOpened,
        view: Viewport,
        selection: Region | None = None,
        fidelity: float = 1.0,
        note: str = "",
    ) -> ExportDialog:
        """Opens the export dialog. The export starts when the dialog is accepted.

        fidelity: weight of the model's output in the mixture with the reference, 0 to 1.
        note: text that tells how the exported picture differs from the screen; empty for none.
        """
        near = opened.path or Path.home() / opened.name
        dialog = ExportDialog(parent, opened.size, view, near, opened.bits, selection, note)
        dialog.accepted.connect(lambda: self.start(dialog.request, fidelity))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def start(self, request: ExportRequest | None, fidelity: float) -> None:
        """Starts an export. None does nothing: the dialog was cancelled."""
        if request is not None:
            self._running = True
            self.keep_disabled()
            self._notices.hide()
            self._status.start_export(request.path.name)
            self._session.export(request.path, request.region, request.size, fidelity)

    def keep_disabled(self) -> None:
        """Disables the command again if an export runs. Call this after commands were enabled."""
        if self._running:
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
        folder = QUrl.fromLocalFile(str(exported.path.parent))
        size, took = formatting.size(*exported.size), formatting.milliseconds(exported.ms)
        offer = (tr("Show in folder"), lambda: QDesktopServices.openUrl(folder))
        text = tr("Saved {name}, {size} px, in {time}.").format(name=exported.path.name, size=size, time=took)
        self._notices.notify(text, offer)

    def end(self) -> None:
        """Allows the next export: this one finished, failed or was cancelled."""
        self._running = False
        self._action.setEnabled(True)
        self._status.end_export()
