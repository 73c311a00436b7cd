"""The form of a run and the run: beside each other, or one above the other in a narrow window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from viewer.training.column_area import ColumnArea

FORM_WIDTH, RUN_WIDTH = 330, 220
"""Logical px of the form beside a run, and the least that is left for the run there."""


class Columns(QWidget):
    """The foot with its buttons never scrolls: it is below the form, or below both in a narrow window."""

    def __init__(self, form: QWidget, foot: QWidget, run: QWidget) -> None:
        super().__init__()
        self.form, self.run, self.foot = ColumnArea(form, FORM_WIDTH), ColumnArea(run, RUN_WIDTH), foot
        self.form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side = QFrame(objectName="side")
        self._left = _column(self._side, self.form)
        both = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._side)
        self._box.addWidget(self.run, 1)
        around = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setWidget(both)
        self._outer = _column(self, around)
        self._stack(False)

    def _stack(self, stacked: bool) -> None:
        """Shows the run below the form, or beside it. The form is wider there where its foot needs it."""
        way, policy = QBoxLayout.Direction, QSizePolicy.Policy
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._side.setSizePolicy(policy.Preferred if stacked else policy.Fixed, policy.Preferred)
        (self._outer if stacked else self._left).addWidget(self.foot)
        for column in (self.form, self.run):
            column.show_whole(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < FORM_WIDTH + RUN_WIDTH
        if stacked is not self.form.whole:
            self._stack(stacked)


def _column(parent: QWidget, first: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first, 1)
    return column
