"""An export from its asking to its end, while viewing goes on. The window's thread."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QWidget

from engine.geometry.viewport import Region, Viewport
from engine.session.events import ExportCancelled, Exported, ExportProgress, PictureOpened
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr
from viewer.export.dialog import ExportDialog, Wish
from viewer.widgets.notice_bar import NoticeBar
from viewer.widgets.status_line import StatusLine


class Exporting:
    """One at a time: `action` cannot be triggered while one goes on."""

    def __init__(self, session: Session, status: StatusLine, notices: NoticeBar, action: QAction) -> None:
        self._session, self._status, self._notices, self._action = session, status, notices, action
        self._going = False
        status.cancelled.connect(session.cancel_export)

    def ask(
        self,
        parent: QWidget,
        opened: PictureOpened,
        view: Viewport,
        selection: Region | None = None,
        fidelity: float = 1.0,
        note: str = "",
    ) -> ExportDialog:
        """Shows the dialog; accepting it begins the export. fidelity: the model's share. note: of what it will be."""
        near = opened.path or Path.home() / opened.name
        dialog = ExportDialog(parent, opened.size, view, near, opened.bits, selection, note)
        dialog.accepted.connect(lambda: self._begin(dialog.wish, fidelity))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _begin(self, wish: Wish | None, fidelity: float) -> None:
        if wish is not None:
            self._going = True
            self.hold()
            self._notices.hide()
            self._status.exporting(wish.path.name)
            self._session.export(wish.path, wish.region, wish.size, fidelity)

    def hold(self) -> None:
        """Keeps the command from being given while an export goes on."""
        if self._going:
            self._action.setEnabled(False)

    def take(self, event: ExportProgress | Exported | ExportCancelled) -> None:
        """It goes on, is done, or was called off."""
        match event:
            case ExportProgress():
                self._status.export_progress(event)
            case Exported():
                self._finish(event)
            case ExportCancelled():
                self.stop()
                self._notices.tell(tr("The export was called off; nothing was written."))

    def _finish(self, exported: Exported) -> None:
        """The file is there, and was read back."""
        self.stop()
        folder = QUrl.fromLocalFile(str(exported.path.parent))
        size, took = formatting.size(*exported.size), formatting.milliseconds(exported.ms)
        offer = (tr("Show the folder"), lambda: QDesktopServices.openUrl(folder))
        told = tr("Saved {name}, {size} px, in {time}.").format(name=exported.path.name, size=size, time=took)
        self._notices.tell(told, offer)

    def stop(self) -> None:
        """It is over, in whichever way; another may begin."""
        self._going = False
        self._action.setEnabled(True)
        self._status.export_over()
