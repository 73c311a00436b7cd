"""Follows changes on the disk: the list of pictures, and the shown picture. Runs in the window's thread.

A file that was overwritten is loaded again, with its view. One that is gone stays on the screen: it may be the last
copy that the user sees of it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.base.printable import file_name
from engine.session.events import PictureOpened
from viewer.base import settings
from viewer.base.language import tr
from viewer.files.folder_index import FolderIndex
from viewer.files.watch import Watch

if TYPE_CHECKING:
    from viewer.files.opening import Opening


class DiskChanges(QObject):
    """Connects a watch with the opening and its list, which also follows the order in the settings."""

    def __init__(self, opening: "Opening", index: FolderIndex) -> None:
        super().__init__(opening)
        self._opening, self._index = opening, index
        self._watch = Watch()
        self._watch.folders_changed.connect(index.read_again)
        self._watch.overwritten.connect(self._reload)
        self._watch.gone.connect(self._tell)
        opening.shown.connect(self._look)
        settings.notifier.changed.connect(self._sort)

    def expect(self) -> None:
        """The shown file is about to go by a command: that is no news."""
        self._watch.look_at(self._index.sources, None)

    def close(self) -> None:
        """Ends the watch; returns at once."""
        self._watch.close()

    def _look(self, opened: PictureOpened) -> None:
        folders = () if opened.path is None else (opened.path.parent,)
        self._watch.look_at(self._index.sources or folders, opened.path)

    def _reload(self, path: Path) -> None:
        opening = self._opening
        if path == opening.current == opening.wanted and not opening.slow.running:
            opening.reload()
            opening.overwritten.emit(path)

    def _tell(self, path: Path) -> None:
        if path == self._opening.current:
            told = tr("“{name}” was deleted or moved.").format(name=file_name(path.name))
            following = self._index.neighbour(path, 1) is not None
            self._opening.noticed.emit(
                told, (tr("Next picture"), lambda: self._opening.go(1)) if following else None
            )

    def _sort(self, before: settings.Settings, now: settings.Settings) -> None:
        names = "sort", "sort_reversed", "subfolders"
        if any(getattr(before, name) != getattr(now, name) for name in names):
            self._index.read_again()
