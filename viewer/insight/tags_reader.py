"""Reads the tags of the shown file in the background: the child process decodes them. The window's thread."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.base.errors import UnpixelError
from engine.base.messages import Message
from engine.images import isolated
from engine.images.isolated import TagGroups
from engine.session.events import PictureOpened

INTERVAL = 30
"""Milliseconds between two looks at whether a file is read."""


class _Reading:
    """One file that a thread reads. found: None until it is read, or if that failed."""

    def __init__(self, path: Path, page: int) -> None:
        self._path, self._page = path, page
        self.found: TagGroups | None = None
        self.failure: Message | None = None
        self.thread = threading.Thread(target=self._read, name="tags", daemon=True)
        self.thread.start()

    def _read(self) -> None:
        try:
            self.found = isolated.tags(self._path, self._page)
        except UnpixelError as error:
            self.failure = error.message


class TagsReader(QObject):
    """`read`: the number of a picture, and its TagGroups; or the Message why it cannot be read."""

    read = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = 0  # PictureOpened.request
        self._reading: _Reading | None = None
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._look)

    def request(self, opened: PictureOpened) -> None:
        """Reads the tags of a picture's file, unless they are known. A picture without a file has none."""
        if opened.path is None:
            self.read.emit(opened.request, [])
            return
        if opened.request != self._wanted:
            self._wanted, self._reading = opened.request, _Reading(opened.path, opened.pages.page)
        self._timer.start()

    def _look(self) -> None:
        if self._reading is not None and not self._reading.thread.is_alive():
            self._timer.stop()
            found = self._reading.found
            self.read.emit(self._wanted, self._reading.failure if found is None else found)
