"""Exports of the shown picture, by the window's engine session. The window's thread."""

from engine.export.export_request import ExportRequest
from engine.session.events import ExportCancelled, Exported, ExportProgress, Failed
from engine.session.requests import ExportOrigin
from engine.session.session import Session
from viewer.base import formatting
from viewer.base.language import tr, translated
from viewer.export.queued import Phase, QueuedExport

ExportEvent = ExportProgress | Exported | ExportCancelled | Failed


class EngineExports:
    """Which request of the session is of which export. The session keeps the progress of one paused export."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._exports: dict[int, PictureExport] = {}
        self._suspended: PictureExport | None = None

    def begin(self, export: "PictureExport") -> int:
        """Requests an export. Returns the request's number."""
        number = self._session.export(export.request, export.picture, export.origin)
        self._exports[number] = export
        return number

    def suspend(self, export: "PictureExport") -> bool:
        """Pauses an export. Returns False if another one is paused already: then this one is cancelled.

        The session serves the next export within the one that is paused. With two paused ones, the first could only go
        on after the second.
        """
        if self._suspended is not None:
            self._session.cancel_export(export.number)
            self.forget(export)
            return False
        self._suspended = export
        self._session.pause_export(export.number)
        return True

    def resume(self, export: "PictureExport") -> None:
        """Lets the paused export go on."""
        self._suspended = None
        self._session.pause_export(export.number, False)

    def cancel(self, export: "PictureExport") -> None:
        """Requests that an export is cancelled."""
        self._session.cancel_export(export.number)

    def forget(self, export: "PictureExport") -> None:
        """Ignores what the session reports of an export from now on."""
        self._exports.pop(export.number, None)
        if self._suspended is export:
            self._suspended = None

    def handle(self, event: ExportEvent) -> None:
        """Hands an event to its export."""
        export = self._exports.get(event.request)
        if export is not None:
            if not isinstance(event, ExportProgress):
                self.forget(export)
            export.handle(event)


class PictureExport(QueuedExport):
    """picture: number of the picture in the session, if it is open there. origin: what opens it otherwise.

    number: of the request, once it has begun.
    """

    lane = "engine"
    unit = "px"

    def __init__(
        self, engine: EngineExports, request: ExportRequest, picture: int | None, origin: ExportOrigin | None
    ) -> None:
        super().__init__(request.path)
        self._engine = engine
        self.request, self.picture, self.origin = request, picture, origin
        self.number = 0

    def handle(self, event: ExportEvent) -> None:
        """Handles an event of this export."""
        match event:
            case ExportProgress():
                self.report(event.done, event.total)
            case Exported():
                size, took = formatting.size(*event.size), formatting.milliseconds(event.ms)
                self.end(Phase.FINISHED, tr("{size} px, in {time}").format(size=size, time=took))
            case ExportCancelled():
                self.end(Phase.CANCELLED)
            case Failed():
                self.end(Phase.FAILED, translated(event.message))

    def _start(self) -> None:
        self.number = self._engine.begin(self)

    def _suspend(self) -> bool:
        return self._engine.suspend(self)

    def _resume(self) -> None:
        self._engine.resume(self)

    def _abort(self) -> None:
        self._engine.cancel(self)

    def _forget(self) -> None:
        self._engine.forget(self)
