"""Dock panel that lists the bookmarks. It only displays and emits requests; `BookmarksController` holds the logic."""

from base64 import b64decode
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QDockWidget,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.printable import file_name
from engine.bookmarks import Bookmark
from viewer.base import formatting
from viewer.base.display_names import model_title
from viewer.base.language import tr
from viewer.widgets.focus_keys import DeleteKey
from viewer.widgets.qt_items import append_item
from viewer.widgets.scroll_column import ScrollColumn

WIDTH = 280
"""Preferred width of the panel, in logical px."""
THUMBNAIL = QSize(96, 64)
"""Largest size of a thumbnail, in logical px."""


class Panel(QDockWidget):
    """The list of bookmarks and its buttons.

    The signals `requested_go`, `requested_command`, `requested_removal` carry the bookmark. `renamed` also carries the
    new name. `requested_add` has no argument: the view that is shown is to be saved.
    """

    requested_add = Signal()
    requested_go = Signal(object)
    requested_command = Signal(object)
    requested_removal = Signal(object)
    renamed = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Bookmarks"), parent, objectName="bookmarks")
        self._list = QListWidget(iconSize=THUMBNAIL, spacing=2)
        self._list.setAccessibleName(tr("Bookmarks"))
        self._list.setUniformItemSizes(True)
        self._empty = QLabel(tr("No bookmarks yet. Press Ctrl+D to add the current view."), wordWrap=True)
        self._empty.setProperty("faint", True)
        self._about = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._about.setProperty("faint", True)
        self._about.setAccessibleName(tr("Bookmark details"))
        self._lay_out()
        self._list.itemActivated.connect(lambda item: self.requested_go.emit(_bookmark(item)))
        self._list.itemChanged.connect(lambda item: self.renamed.emit(_bookmark(item), item.text()))
        self._list.currentItemChanged.connect(self._update)
        DeleteKey(self._list, self._remove.click)

    def show_all(self, bookmarks: list[Bookmark]) -> None:
        """Replaces the list's bookmarks. The current row stays the same where possible."""
        row = self._list.currentRow()
        self._list.blockSignals(True)
        self._list.clear()
        for bookmark in bookmarks:
            _fill(append_item(self._list, bookmark.name), bookmark)
        self._list.setCurrentRow(min(max(row, 0), len(bookmarks) - 1))
        self._list.blockSignals(False)
        self._empty.setVisible(not bookmarks)
        self._list.setVisible(bool(bookmarks))
        self._update()

    def choose_last(self) -> None:
        """Selects the last bookmark, which is the newest, and takes the focus."""
        self._list.setCurrentRow(self._list.count() - 1)
        self.take_focus()

    def take_focus(self) -> None:
        """Moves the keyboard focus to the list. Does nothing while the list is empty and hidden."""
        if self._list.isVisible():
            self._list.setFocus()

    def _lay_out(self) -> None:
        # No Alt mnemonics: the menu bar uses those letters.
        self._go = _button(tr("Go"), tr("Go to this view (Enter or double click)"))
        self._add = _button(tr("Add"), tr("Bookmark the current view (Ctrl+D)"))
        self._rename = _button(tr("Rename"), tr("Rename the bookmark (F2)"))
        self._command = _button(tr("Copy command"), tr("Copy a command that renders this view to a file"))
        self._remove = _button(tr("Remove"), tr("Remove the bookmark (Del)"))
        self._add.clicked.connect(self.requested_add)
        self._rename.clicked.connect(lambda: self._list.editItem(self._list.currentItem()))
        for button, signal in (
            (self._go, self.requested_go),
            (self._command, self.requested_command),
            (self._remove, self.requested_removal),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: self._request(signal))
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for index, button in enumerate((self._go, self._add, self._rename, self._remove)):
            buttons.addWidget(button, index // 2, index % 2)
        buttons.addWidget(self._command, 2, 0, 1, 2)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 8, 14, 10)
        for widget in (self._empty, self._list, self._about):
            column.addWidget(widget)
        column.addStretch()
        column.setStretchFactor(self._list, 1)
        column.addLayout(buttons)
        self.setWidget(ScrollColumn(body, WIDTH))

    def _request(self, signal: SignalInstance) -> None:
        """Emits a signal with the current bookmark, if there is one."""
        if self._list.currentItem() is not None:
            signal.emit(_bookmark(self._list.currentItem()))

    def _update(self) -> None:
        """Enables the buttons and describes the current bookmark."""
        item = self._list.currentItem()
        for button in (self._go, self._rename, self._command, self._remove):
            button.setEnabled(item is not None)
        self._about.setText("" if item is None else _description(_bookmark(item)))


def _fill(item: QListWidgetItem, bookmark: Bookmark) -> None:
    """Gives an editable list item its thumbnail and bookmark."""
    thumbnail = QPixmap()
    thumbnail.loadFromData(b64decode(bookmark.thumbnail))
    icon = QIcon(thumbnail)
    icon.addPixmap(
        thumbnail, QIcon.Mode.Selected
    )  # without it the style tints the thumbnail of a selected item
    item.setIcon(icon)
    item.setData(Qt.ItemDataRole.UserRole, bookmark)
    item.setToolTip(file_name(bookmark.file))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)


def _bookmark(item: QListWidgetItem) -> Bookmark:
    """Returns the bookmark that an item displays."""
    bookmark: Bookmark = item.data(Qt.ItemDataRole.UserRole)
    return bookmark


def _description(bookmark: Bookmark) -> str:
    """Returns one line of text: picture, zoom and model."""
    return tr("{picture}, {zoom}, {model}").format(
        picture=file_name(Path(bookmark.file).name),
        zoom=formatting.zoom(bookmark.scale),
        model=model_title(bookmark.model),
    )


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text, toolTip=tip)
    button.setAccessibleDescription(tip)
    return button
