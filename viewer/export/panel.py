"""Dock panel with the exports of the window: how far each is, and buttons that act on the current one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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
from viewer.base.language import tr
from viewer.export import progress_text
from viewer.export.queue import ExportQueue
from viewer.export.queued import Phase, QueuedExport
from viewer.export.row_delegate import SHARE, STATE, RowDelegate
from viewer.widgets.focus_keys import DeleteKey
from viewer.widgets.qt_items import append_item
from viewer.widgets.scroll_column import ScrollColumn

EXPORT = Qt.ItemDataRole.UserRole
WIDTH = 280
"""Logical px of the dock."""
LEAST_HEIGHT = 110
"""Of the list in a low window, where the panel scrolls, logical px: two rows."""


class Panel(QDockWidget):
    """`requested_folder`, `requested_errors`: show where an export is, or what failed in it."""

    requested_folder = Signal(object)
    requested_errors = Signal(object)

    def __init__(self, parent: QWidget, queue: ExportQueue) -> None:
        super().__init__(tr("Exports"), parent, objectName="exports")
        self._queue = queue
        self.list = QListWidget(spacing=1)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setAccessibleName(tr("Exports"))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(LEAST_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel(
            tr("Nothing is being exported. Press Ctrl+S to export the picture."), wordWrap=True
        )
        self._empty.setProperty("faint", True)
        self._make_buttons()
        self._lay_out()
        self.list.currentItemChanged.connect(self._update_buttons)
        self.list.itemActivated.connect(self._activate)
        queue.listed.connect(self._fill)
        queue.changed.connect(self._show)
        queue.progressed.connect(self._show)
        self._fill()

    @property
    def current(self) -> QueuedExport | None:
        """The export of the current row."""
        item = self.list.currentItem()
        return None if item is None else item.data(EXPORT)

    def _make_buttons(self) -> None:
        # No Alt mnemonics: the menu bar uses those letters.
        self.pause = self._button(
            tr("Pause"), tr("Pause the export; the next one runs meanwhile"), self._pause
        )
        self.cancel = self._button(
            tr("Cancel"), tr("Cancel the export; no unfinished file is left (Del)"), self._cancel
        )
        self.up = self._button(
            tr("Up"), tr("Export this one earlier (Ctrl+Up)"), lambda each: self._queue.move(each, -1)
        )
        self.down = self._button(
            tr("Down"), tr("Export this one later (Ctrl+Down)"), lambda each: self._queue.move(each, 1)
        )
        self.folder = self._button(
            tr("Show in folder"), tr("Show the file in the file manager"), self.requested_folder.emit
        )
        self.errors = self._button(
            tr("Errors…"), tr("Show what could not be exported, and why"), self.requested_errors.emit
        )
        self.clear = QPushButton(
            tr("Clear list"), toolTip=tr("Remove the exports that have ended from this list")
        )
        self.clear.clicked.connect(self._queue.remove_ended)
        DeleteKey(self.list, self.cancel.click)
        for key, button in (("Ctrl+Up", self.up), ("Ctrl+Down", self.down)):
            QShortcut(QKeySequence(key), self.list, button.click, context=Qt.ShortcutContext.WidgetShortcut)

    def _button(self, text: str, tip: str, act: Callable[[QueuedExport], None]) -> QPushButton:
        """Creates a button that acts on the current export."""
        button = QPushButton(text, toolTip=tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: self.current is not None and act(self.current))
        return button

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(6)
        rows = (self.pause, self.cancel), (self.up, self.down), (self.folder,), (self.errors, self.clear)
        for row, parts in enumerate(rows):
            for column, button in enumerate(parts):
                buttons.addWidget(button, row, column, 1, 3 - len(parts))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 8, 14, 10)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.setWidget(ScrollColumn(body, WIDTH))

    def _fill(self) -> None:
        """Lists the exports anew. The current one stays so."""
        current = self.current
        self.list.blockSignals(True)
        self.list.clear()
        for export in self._queue.exports:
            item = append_item(self.list, file_name(export.target.name))
            item.setData(EXPORT, export)
            if export is current:
                self.list.setCurrentItem(item)
            self._show_in(item, export)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self._empty.setVisible(not self._queue.exports)
        self.list.setVisible(bool(self._queue.exports))
        self._update_buttons()

    def _show(self, export: QueuedExport) -> None:
        if export in self._queue.exports:
            item = self.list.item(self._queue.exports.index(export))
            if item is not None:
                self._show_in(item, export)
        if export is self.current:
            self._update_buttons()

    def _show_in(self, item: QListWidgetItem, export: QueuedExport) -> None:
        state = progress_text.of_row(export)
        item.setData(STATE, state)
        item.setData(SHARE, export.share if export.unfinished else None)
        item.setToolTip(f"{file_name(export.target)}\n{state}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state}")

    def _update_buttons(self) -> None:
        export, exports = self.current, self._queue.exports
        unfinished = export is not None and export.unfinished
        ended = export is not None and not export.unfinished
        paused = export is not None and export.phase is Phase.PAUSED
        self.pause.setText(tr("Resume") if paused else tr("Retry") if ended else tr("Pause"))
        self.pause.setEnabled(export is not None and export.phase is not Phase.FINISHED)
        self.cancel.setText(tr("Remove") if ended else tr("Cancel"))
        self.cancel.setEnabled(export is not None)
        self.up.setEnabled(unfinished and exports[0] is not export)
        self.down.setEnabled(unfinished and exports[-1] is not export)
        self.folder.setEnabled(export is not None and export.phase in (Phase.FINISHED, Phase.FAILED))
        self.errors.setEnabled(export is not None and export.phase is Phase.FAILED)
        self.clear.setEnabled(any(not each.unfinished for each in exports))

    def _pause(self, export: QueuedExport) -> None:
        """Pauses an export, lets it go on, or retries it."""
        if export.phase is Phase.PAUSED:
            self._queue.release(export)
        elif export.unfinished:
            export.pause()
        else:
            self._queue.retry(export)

    def _cancel(self, export: QueuedExport) -> None:
        if export.unfinished:
            export.cancel()
        else:
            self._queue.remove(export)

    def _activate(self) -> None:
        """A row was double-clicked, or Enter was pressed: shows the file, or what failed."""
        export = self.current
        if export is not None and export.phase is Phase.FINISHED:
            self.requested_folder.emit(export)
        elif export is not None and export.phase is Phase.FAILED:
            self.requested_errors.emit(export)
