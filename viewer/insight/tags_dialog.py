"""The dialog with all tags of a file: searched by name and value, and copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import Message
from engine.images.isolated import TagGroups
from engine.session.events import PictureOpened
from viewer.base.language import tr, translated
from viewer.insight.tags_reader import TagsReader
from viewer.widgets.qt_items import append_row

SIZE = (640, 560)
"""Logical px."""
NAME_WIDTH = 220
"""Logical px of the column of names."""


class TagsDialog(QDialog):
    """Not modal: it follows the window's picture. current: returns the picture that is shown."""

    def __init__(
        self, parent: QWidget, reader: TagsReader, current: Callable[[], PictureOpened | None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        self._reader, self._current = reader, current
        self.search = QLineEdit(placeholderText=tr("Search names and values"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search"))
        self.search.textChanged.connect(self._filter)
        self.tree = _Tree()
        self.tree.itemSelectionChanged.connect(self._enable)
        self.note = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.note.setProperty("faint", True)
        self.copy_button, self.copy_all_button = QPushButton(tr("Copy value")), QPushButton(tr("Copy all"))
        self.copy_button.clicked.connect(self.tree.copy_values)
        self.copy_all_button.clicked.connect(self._copy_all)
        self._lay_out()
        self.resize(*SIZE)
        reader.read.connect(self._show)
        self.follow()

    def _lay_out(self) -> None:
        close = QPushButton(tr("Close"), default=True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.copy_button, self.copy_all_button, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        for part in (self.search, self.tree, self.note):
            column.addWidget(part)
        column.addLayout(row)

    def follow(self) -> None:
        """Shows the tags of the window's picture."""
        opened = self._current()
        self.tree.clear()
        self.note.setText(tr("Reading…") if opened is not None else tr("No picture is open."))
        self._enable()
        if opened is not None:
            self.setWindowTitle(tr("Tags of {name}").format(name=opened.name))
            self._reader.request(opened)

    def _show(self, picture: int, found: TagGroups | Message) -> None:
        opened = self._current()
        if opened is None or opened.request != picture:
            return
        self.tree.clear()
        if isinstance(found, Message):
            self.note.setText(translated(found))
        else:
            self.tree.show_groups(found)
            self._filter(self.search.text())
        self._enable()

    def _filter(self, wanted: str) -> None:
        shown, total = self.tree.filter(wanted)
        found = tr("{shown} of {total} tags").format(shown=shown, total=total)
        self.note.setText(found if total else tr("The file has no tags."))

    def _enable(self) -> None:
        self.copy_button.setEnabled(bool(self.tree.values()))
        self.copy_all_button.setEnabled(self.tree.topLevelItemCount() > 0)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.tree.text())


class _Tree(QTreeWidget):
    """Groups, and below them names and values. Those that are filtered out are hidden."""

    def __init__(self) -> None:
        super().__init__(columnCount=2, alternatingRowColors=True, uniformRowHeights=True)
        self.setHeaderLabels([tr("Name"), tr("Value")])
        self.setAccessibleName(tr("Tags"))
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().resizeSection(0, NAME_WIDTH)

    def show_groups(self, groups: TagGroups) -> None:
        for name, pairs in groups:
            group = append_row(self)
            group.setText(0, name)
            group.setFirstColumnSpanned(True)
            for pair in pairs:
                row = append_row(self, group)
                for column, text in enumerate(pair):
                    row.setText(column, text)
                row.setToolTip(1, pair[1])
        self.expandAll()

    def filter(self, wanted: str) -> tuple[int, int]:
        """Hides rows without the wanted words. Returns how many are shown, and how many there are."""
        words, shown = wanted.casefold().split(), 0
        for group in self._groups():
            rows = [group.child(number) for number in range(group.childCount())]
            matching = [row for row in rows if all(word in _folded(row) for word in words)]
            kept = set(map(id, matching))
            for row in rows:
                row.setHidden(id(row) not in kept)
            group.setHidden(not matching)
            shown += len(matching)
        return shown, sum(group.childCount() for group in self._groups())

    def values(self) -> list[str]:
        """Returns the values of the selected rows."""
        return [row.text(1) for row in self.selectedItems() if row.parent() is not None]

    def copy_values(self) -> None:
        if values := self.values():
            QGuiApplication.clipboard().setText("\n".join(values))

    def text(self) -> str:
        """Returns all rows that are shown as lines of group, name and value."""
        lines = []
        for group in self._groups():
            rows = [group.child(number) for number in range(group.childCount())]
            lines += [f"{group.text(0)}\t{row.text(0)}\t{row.text(1)}" for row in rows if not row.isHidden()]
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_values()
        else:
            super().keyPressEvent(event)

    def _groups(self) -> list[QTreeWidgetItem]:
        return [self.topLevelItem(number) for number in range(self.topLevelItemCount())]


def _folded(row: QTreeWidgetItem) -> str:
    return f"{row.text(0)} {row.text(1)}".casefold()
