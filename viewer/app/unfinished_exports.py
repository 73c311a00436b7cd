"""Does exports again that ended with their process: opens picture and model, then exports. In the window's thread."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from engine.base.printable import file_name
from engine.export.export_request import ExportRequest
from engine.geometry import orientation
from engine.session.events import Event, ModelReady, PictureOpened
from viewer.app.main_window import MainWindow
from viewer.base.language import tr
from viewer.export import records
from viewer.export.records import ExportRecord
from viewer.files.opening import DEMO, page_of, source_of


class UnfinishedExports(QObject):
    """found: the records of the exports, each with its file.

    A record is deleted when its export begins again, or when the window closes, because the user knows by then.
    """

    def __init__(self, window: MainWindow, found: Sequence[tuple[Path, ExportRecord]]) -> None:
        super().__init__(window)
        self._window = window
        self._found = found
        self._waiting = deque(each for each in found if each[1].source is not None)
        self._next: tuple[Path, ExportRecord] | None = None
        window.closing.connect(self._forget)

    @property
    def text(self) -> str:
        """One line that tells which files were not written."""
        names = tr("; ").join(_name(record) for _, record in self._found)
        return tr("The last run did not finish exporting {names}.").format(names=names)

    @property
    def repeatable(self) -> bool:
        """Whether a picture can be opened again; a pasted one is gone."""
        return bool(self._waiting)

    def start(self) -> None:
        """Does the exports again, one after the other."""
        self._window.bridge.event.connect(self._follow)
        self._window.exporting.ended.connect(self._proceed)
        self._proceed()

    @Slot()
    def _proceed(self) -> None:
        """Begins with the next export, or goes on with the one that waited for an export of the user."""
        if self._next is None:
            if not self._waiting:
                self._end()
                return
            self._next = self._waiting.popleft()
            self._prepare(self._next[1])
        self._approach()

    def _prepare(self, record: ExportRecord) -> None:
        opening, model = self._window.opening, self._window.active_model
        if model.requested != record.model:
            model.use(record.model)
        if record.source == DEMO:
            opening.open_demo()
        elif record.source is not None and not self._shown(record):
            opening.open(Path(record.source), page=record.page)

    @Slot(object)
    def _follow(self, event: Event) -> None:
        match event:
            case PictureOpened() if self._next is not None and not _is_of(event, self._next[1]):
                self._end()  # the user has opened another picture meanwhile
            case PictureOpened() | ModelReady():
                self._approach()

    def _approach(self) -> None:
        """Exports once the picture and the model are there and nothing else is exported; rotates the picture first."""
        if self._next is None or self._window.exporting.running:
            return
        (path, record), ready, opening = self._next, self._window.active_model.ready, self._window.opening
        if not self._shown(record) or ready is None or ready.requested != record.model:
            return
        if opening.shown_orientation != record.orientation:
            back = orientation.inverse(opening.shown_orientation)
            self._window.session.rotate(orientation.composed(back, record.orientation))
            return
        self._next = None
        records.remove(path)
        what = record.target, record.region, record.size, record.options
        self._window.exporting.start(ExportRequest(*what, record.fidelity, record.model))

    def _shown(self, record: ExportRecord) -> bool:
        opening = self._window.opening
        return (opening.shown_source, opening.shown_page) == (record.source, record.page)

    def _end(self) -> None:
        self._next = None
        self._waiting.clear()
        self._window.bridge.event.disconnect(self._follow)
        self._window.exporting.ended.disconnect(self._proceed)

    @Slot()
    def _forget(self) -> None:
        for path, _ in self._found:
            records.remove(path)


def _is_of(opened: PictureOpened, record: ExportRecord) -> bool:
    return (source_of(opened), page_of(opened)) == (record.source, record.page)


def _name(record: ExportRecord) -> str:
    target = file_name(record.target)
    return target if record.source is None else f"{file_name(Path(record.source).name)} → {target}"
