"""Keeps the records of the queue's exports (records.py) as they change, so that the next start can offer them again."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from engine.base import owner
from engine.session.requests import DEMO
from viewer.export import records
from viewer.export.command_export import CommandExport
from viewer.export.picture_export import PictureExport
from viewer.export.queue import ExportQueue
from viewer.export.queued import Phase, QueuedExport
from viewer.export.records import CommandRecord, ExportRecord, Record

PERIOD_MS = 1000
"""Milliseconds from a change of the order until it is saved. New exports are saved at once."""


class SavedQueue(QObject):
    """keeps_failed: whether the record of an export that fails stays, because nobody sees the message."""

    def __init__(self, queue: ExportQueue) -> None:
        super().__init__(queue)
        self._queue = queue
        self._kept: dict[QueuedExport, tuple[Path, Record]] = {}
        self.keeps_failed = False
        self._timer = QTimer(self, singleShot=True, interval=PERIOD_MS)
        self._timer.timeout.connect(self._save_order)
        queue.listed.connect(self._timer.start)
        queue.changed.connect(self._follow)

    def add(self, export: QueuedExport) -> None:
        """Stores the record of an export."""
        record = _record_of(export, len(self._queue.exports))
        path = records.add(record)
        if path is not None:
            self._kept[export] = path, record

    def forget(self, export: QueuedExport) -> None:
        """Deletes the record of an export."""
        if export in self._kept:
            records.remove(self._kept.pop(export)[0])

    def forget_all(self) -> None:
        """Deletes all records: the user has cancelled what is left."""
        for export in tuple(self._kept):
            self.forget(export)

    def _follow(self, export: QueuedExport) -> None:
        if export.unfinished:
            if export not in self._kept:
                self.add(export)
        elif export.phase is Phase.FAILED and self.keeps_failed:
            self._kept.pop(export, None)
        else:
            self.forget(export)

    def _save_order(self) -> None:
        for place, export in enumerate(self._queue.exports):
            if export in self._kept and self._kept[export][1].place != place:
                path, record = self._kept[export]
                self._kept[export] = path, replace(record, place=place)
                records.replace(path, self._kept[export][1])


def _record_of(export: QueuedExport, place: int) -> Record:
    process = owner.this_process()
    if isinstance(export, CommandExport):
        return CommandRecord(export.arguments, export.target, *process, place)
    assert isinstance(export, PictureExport)
    request, origin = export.request, export.origin
    source = origin.source if origin is not None else None
    return ExportRecord(
        str(source) if isinstance(source, Path) or source == DEMO else None,
        0 if origin is None else origin.orientation,
        request.model or "",
        request.path,
        request.region,
        request.size,
        request.fidelity,
        *process,
        None if origin is None else origin.page,
        request.options,
        place,
    )
