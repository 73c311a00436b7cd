"""The line of exports of a window: which one runs, which wait, and which have ended. The window's thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from viewer.export.queued import Phase, QueuedExport


class ExportQueue(QObject):
    """exports: in the order in which they run; those that have ended stay until they are removed.

    `listed`: exports were added, removed or moved. `changed`, `progressed`: an export has.
    """

    listed = Signal()
    changed = Signal(object)
    progressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.exports: list[QueuedExport] = []

    @property
    def unfinished(self) -> list[QueuedExport]:
        """The exports that wait, run or are paused."""
        return [each for each in self.exports if each.unfinished]

    @property
    def running(self) -> list[QueuedExport]:
        """The exports that run: one of each lane at most."""
        return [each for each in self.exports if each.phase is Phase.RUNNING]

    def add(self, export: QueuedExport) -> None:
        """Appends an export. It starts at once if its lane is free."""
        export.setParent(self)
        export.changed.connect(partial(self._follow, export))
        export.progressed.connect(partial(self.progressed.emit, export))
        self.exports.append(export)
        self.listed.emit()
        self._proceed()

    def move(self, export: QueuedExport, places: int) -> None:
        """Moves an export down in the line, or up for a negative number."""
        at = self.exports.index(export)
        to = min(max(at + places, 0), len(self.exports) - 1)
        if to != at:
            self.exports.insert(to, self.exports.pop(at))
            self.listed.emit()

    def release(self, export: QueuedExport) -> None:
        """Lets a paused export go on, as soon as its lane is free."""
        export.release()
        self._proceed()

    def release_all(self) -> None:
        """Lets all paused exports go on."""
        for export in self.exports:
            if export.phase is Phase.PAUSED:
                self.release(export)

    def cancel_all(self) -> None:
        """Cancels all unfinished exports: first those that wait, so that none of them starts."""
        for export in reversed(self.unfinished):
            export.cancel()

    def retry(self, export: QueuedExport) -> None:
        """Lets an export that has ended wait again, behind the others."""
        self.exports.append(self.exports.pop(self.exports.index(export)))
        export.retry()
        self.listed.emit()
        self._proceed()

    def remove(self, export: QueuedExport) -> None:
        """Removes an export that has ended from the list."""
        self.exports.remove(export)
        export.deleteLater()
        self.listed.emit()

    def remove_ended(self) -> None:
        """Removes all exports that have ended."""
        for export in [each for each in self.exports if not each.unfinished]:
            self.remove(export)

    def _follow(self, export: QueuedExport) -> None:
        self.changed.emit(export)
        self._proceed()

    def _proceed(self) -> None:
        """Starts the first waiting export of each lane that is free."""
        busy = {each.lane for each in self.running}
        for export in self.exports:
            if export.phase is Phase.WAITING and export.lane not in busy:
                busy.add(export.lane)
                export.start()
                return self._proceed()
        return None
