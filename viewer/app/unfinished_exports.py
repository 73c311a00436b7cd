"""Does exports again that ended with their process. In the window's thread."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from engine.base.printable import file_name
from engine.export.export_request import ExportRequest
from engine.session.requests import DEMO, ExportOrigin
from viewer.app.main_window import MainWindow
from viewer.base.language import tr
from viewer.export import records
from viewer.export.command_export import CommandExport
from viewer.export.records import CommandRecord, ExportRecord, Record


class UnfinishedExports(QObject):
    """found: the records of the exports, each with its file.

    A record is deleted when its export is added to the queue again, or when the window closes, because the user knows
    by then.
    """

    def __init__(self, window: MainWindow, found: Sequence[tuple[Path, Record]]) -> None:
        super().__init__(window)
        self._window = window
        self._found = found
        window.closing.connect(self._forget)

    @property
    def text(self) -> str:
        """One line that tells which files were not written."""
        names = tr("; ").join(_name(record) for _, record in self._found)
        return tr("The last run did not finish exporting {names}.").format(names=names)

    @property
    def repeatable(self) -> bool:
        """Whether a picture can be opened again; a pasted one is gone."""
        return any(_is_repeatable(record) for _, record in self._found)

    def start(self) -> None:
        """Adds the exports to the queue of the window, which goes on showing what it shows."""
        self._forget()
        for _, record in self._found:
            if isinstance(record, CommandRecord):
                self._window.exporting.add(CommandExport(record.arguments, record.target))
            elif record.source is not None:
                self._window.exporting.repeat(_request(record), _origin(record.source, record))

    @Slot()
    def _forget(self) -> None:
        for path, _ in self._found:
            records.remove(path)


def _is_repeatable(record: Record) -> bool:
    return isinstance(record, CommandRecord) or record.source is not None


def _request(record: ExportRecord) -> ExportRequest:
    what = record.target, record.region, record.size, record.options
    return ExportRequest(*what, record.fidelity, record.model)


def _origin(source: str, record: ExportRecord) -> ExportOrigin:
    return ExportOrigin(DEMO if source == DEMO else Path(source), record.page, record.orientation)


def _name(record: Record) -> str:
    target = file_name(record.target)
    if isinstance(record, CommandRecord) or record.source is None:
        return target
    return f"{file_name(Path(record.source).name)} → {target}"
