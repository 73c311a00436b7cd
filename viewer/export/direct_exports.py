"""Exports for the program's own use, outside of the queue: to be printed, or to become the wallpaper."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from engine.export.export_request import ExportRequest
from engine.session.events import ExportCancelled, Exported, ExportProgress, Failed
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.base.language import translated


@dataclass(frozen=True)
class DirectExport:
    """picture, origin: as in Session.export."""

    request: ExportRequest
    picture: int | None
    origin: ExportOrigin | None


class DirectExports(QObject):
    """Writes files one after the other.

    `progressed`: share that is done, 0 to 1. `finished`: all files are written. `failed`: one line; the rest is left.
    events: what the engine emits.
    """

    progressed = Signal(float)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, events: SignalInstance, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: list[DirectExport] = []
        self._number = self._done = self._count = 0
        events.connect(self._handle)

    @property
    def running(self) -> bool:
        """Whether files are being written."""
        return self._number != 0

    def start(self, exports: list[DirectExport]) -> None:
        """Begins to write files. Those that are being written are given up."""
        self.cancel()
        self._waiting, self._done, self._count = list(exports), 0, len(exports)
        self._next()

    def cancel(self) -> None:
        """Gives up: neither `finished` nor `failed` follows."""
        self._waiting.clear()
        if self._number:
            self._session.cancel_export(self._number)
            self._number = 0

    def _next(self) -> None:
        self._number = 0
        if self._waiting:
            export = self._waiting.pop(0)
            self._number = self._session.export(export.request, export.picture, export.origin)
        else:
            self.finished.emit()

    @Slot(object)
    def _handle(self, event: object) -> None:
        answers = ExportProgress | Exported | ExportCancelled | Failed
        if not isinstance(event, answers) or event.request != self._number or not self._number:
            return
        match event:
            case ExportProgress():
                self.progressed.emit((self._done + event.done / max(event.total, 1)) / self._count)
            case Exported():
                self._done += 1
                self._next()
            case Failed():
                self._waiting.clear()
                self._number = 0
                self.failed.emit(translated(event.message))
            case ExportCancelled():
                self._waiting.clear()
                self._number = 0
