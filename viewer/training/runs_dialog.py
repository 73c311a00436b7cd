"""The dialog of all runs: a table, and the curves of the chosen ones laid over each other."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.base.messages import mark
from engine.base.printable import file_name
from viewer.base import formatting
from viewer.base.language import tr
from viewer.training.plots import HUES, Plot, pen
from viewer.training.run import Curve, Run, mean_gain
from viewer.training.run_list import RunList

LEAST_PLOT = 40
"""Least height of the curves, in logical px: two of them fit a screen of 300 px."""
LOOK_MS = 50
"""Milliseconds between two looks whether the logs have been read."""
SHOWN = 3
"""Runs whose curves are shown at first, the newest."""
COLUMNS = (mark("Run"), mark("Recipe"), mark("State"), mark("Steps"), mark("Gain, dB"), mark("Size"))
EMPTY = mark("There is no run yet.")
Index = QModelIndex | QPersistentModelIndex


class RunTable(QAbstractTableModel):
    """Runs as rows; the first column has a box that chooses whose curves are shown. `chosen_changed`: by a box."""

    chosen_changed = Signal()

    def __init__(self, runs: tuple[Run, ...], sizes: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.runs, self._sizes = runs, sizes
        self.chosen = set(range(min(SHOWN, len(runs))))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:
        named = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return tr(COLUMNS[section]) if named else None

    def data(self, index: Index, role: int = 0) -> Any:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(self.runs[row], self._sizes[row], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return file_name(self.runs[row].out)
        if index.column() == 0 and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row in self.chosen else Qt.CheckState.Unchecked
        if index.column() == 0 and role == Qt.ItemDataRole.DecorationRole and row in self.chosen:
            return hue(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        checked = Qt.CheckState(value) is Qt.CheckState.Checked
        (self.chosen.add if checked else self.chosen.discard)(index.row())
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else found


class RunsDialog(QDialog):
    """`opened`: the folder of the run that the user wants to follow."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, other: Callable[[], None]) -> None:
        """other: called by the button that looks for a run elsewhere."""
        super().__init__(parent)
        self.setWindowTitle(tr("Runs"))
        self.table = QTableView(selectionBehavior=QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("Runs"))
        self.note = QLabel(tr("Reading the runs…"))
        self.note.setProperty("faint", True)
        self.loss, self.gain = Plot(tr("Loss")), Plot(tr("PSNR gain, dB"))
        self.gain.setToolTip(tr("PSNR over bicubic, mean of the scales"))
        for plot in (self.loss, self.gain):
            plot.area.setMinimumHeight(LEAST_PLOT)
        self.follow = self._lay_out(other)
        self.table.doubleClicked.connect(lambda _: self._open())
        self._reading = RunList()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show_if_read)
        self._look.start()
        self.resize(980, 560)

    def _lay_out(self, other: Callable[[], None]) -> QWidget:
        buttons = QDialogButtonBox()
        chosen = buttons.addButton(tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        chosen.setProperty("primary", True)
        chosen.setEnabled(False)
        elsewhere = buttons.addButton(tr("Another folder…"), QDialogButtonBox.ButtonRole.ActionRole)
        elsewhere.clicked.connect(self.reject)
        elsewhere.clicked.connect(other)
        buttons.addButton(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.accepted.connect(self._open)
        buttons.rejected.connect(self.reject)
        curves = QVBoxLayout()
        curves.addWidget(self.loss, 1)
        curves.addWidget(self.gain, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.table, 3)
        row.addLayout(curves, 2)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self.note)
        column.addWidget(buttons)
        return chosen

    def _show_if_read(self) -> None:
        if not self._reading.done:
            return
        self._look.stop()
        runs = self._reading.runs
        free = self._reading.free
        left = "" if free is None else tr("{size} free on this disk").format(size=formatting.amount(free))
        self.note.setText(left if runs else tr(EMPTY))
        self.model = RunTable(runs, self._reading.sizes, self)
        self.model.chosen_changed.connect(self._draw)
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.follow.setEnabled(bool(runs))
        if runs:
            self.table.selectRow(0)
        self._draw()

    def _draw(self) -> None:
        chosen = sorted(self.model.chosen)
        losses = {str(row): (self.model.runs[row].curves.get("loss", ()), row) for row in chosen}
        gains = {str(row): (mean_gain(self.model.runs[row]), row) for row in chosen}
        for plot, curves, digits in ((self.loss, losses, 4), (self.gain, gains, 2)):
            drawn = {name: (curve, pen(hue(row), 1.8)) for name, (curve, row) in curves.items() if curve}
            latest = [(_latest(curve, digits), hue(row)) for curve, row in curves.values() if curve]
            plot.draw(drawn, latest)

    def _open(self) -> None:
        rows = self.table.selectionModel().selectedRows() if self.table.selectionModel() else []
        if rows:
            self.opened.emit(Path(self.model.runs[rows[0].row()].out))
            self.accept()


def hue(row: int) -> QColor:
    """Returns the colour of a run's curves."""
    return QColor(HUES[row % len(HUES)])


def _text(run: Run, size: int, column: int) -> str:
    gain = mean_gain(run)
    steps = tr("{step} of {steps}").format(step=formatting.count(run.step), steps=formatting.count(run.steps))
    values = (file_name(run.out.name), file_name(run.recipe), tr(run.phase.value), steps)
    return (*values, _latest(gain, 2), formatting.amount(size))[column]


def _latest(curve: Curve, digits: int) -> str:
    return formatting.decimal(float(curve[-1][1]), digits) if curve else "—"
