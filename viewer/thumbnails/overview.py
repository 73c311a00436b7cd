"""The overview: all pictures of the folder in the whole window, or those whose names hold a text."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from viewer.base import settings
from viewer.base.language import tr
from viewer.thumbnails.list_view import ThumbnailList
from viewer.widgets.focus_keys import DeleteKey

STEP = 32
"""Logical px by which one notch of the wheel, or one key, changes the width of the thumbnails."""
LARGER, SMALLER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus,)
MARGIN = 6
"""Logical px around the field."""


class Overview(ThumbnailList):
    """A grid. Enter opens the chosen picture. Ctrl+wheel, + and - change the size of the thumbnails, a setting."""

    def __init__(self) -> None:
        super().__init__(_size(settings.read().thumbnail_width), named=True, rows=True, at_once=False)
        self.setAccessibleName(tr("Overview"))
        settings.notifier.changed.connect(self._follow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn:
            _enlarge(1 if turn > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*LARGER, *SMALLER):
            _enlarge(1 if event.key() in LARGER else -1)
        else:
            super().keyPressEvent(event)

    @Slot(object, object)
    def _follow(self, before: settings.Settings, now: settings.Settings) -> None:
        if now.thumbnail_width != before.thumbnail_width:
            self.use_size(_size(now.thumbnail_width))


class OverviewPage(QWidget):
    """The grid below a field that finds pictures by name. `removal`: the path of a picture that Delete was pressed on.

    The chosen picture stays chosen while the list changes; where it leaves, its successor is chosen.
    """

    removal = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list, self.field = Overview(), QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(tr("Find by name"))
        self.field.setAccessibleName(tr("Find by name"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._choose)
        self._files: Sequence[str] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QVBoxLayout()
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        DeleteKey(self.list, lambda: self.list.current and self.removal.emit(self.list.current))

    def begin(self, files: Sequence[str], current: str | None) -> None:
        """Shows all files, with one of them chosen."""
        self._files = files
        self.field.clear()
        self.list.show_files(files, current)

    def follow(self, files: Sequence[str]) -> None:
        """Shows another list."""
        if files is not self._files:
            self._files = files
            self._filter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field, the arrow key down leads to the pictures."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _filter(self) -> None:
        text, chosen, row = self.field.text().casefold(), self.list.current, self.list.currentIndex().row()
        found = (
            [path for path in self._files if text in PurePath(path).name.casefold()] if text else self._files
        )
        if chosen not in found:
            chosen = found[min(max(row, 0), len(found) - 1)] if found else None
        self.list.show_files(found, chosen)

    def _choose(self) -> None:
        if self.list.current is not None:
            self.list.chosen.emit(self.list.current)


def _size(width: int) -> QSize:
    """Returns the size of a thumbnail, logical px."""
    return QSize(width, width * 3 // 4)


def _enlarge(steps: int) -> None:
    """Changes the setting by some steps, within its limits."""
    least, most = settings.LIMITS["thumbnail_width"]
    settings.change(thumbnail_width=min(max(settings.read().thumbnail_width + steps * STEP, least), most))
