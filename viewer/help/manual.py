"""The manual in a window of its own: contents, text, and a field that finds words in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from viewer.base.language import tr
from viewer.help.manual_view import ManualView
from viewer.widgets.listed_pages import ListedPages

SIZE = (860, 640)
"""Logical px."""
LIST_WIDTH = 240
"""Of the contents, logical px."""


class Manual(QDialog):
    """Not modal, so that what it says can be tried beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        self.search = QLineEdit(placeholderText=tr("Find in the manual"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Find in the manual"))
        self.view = ManualView()
        self.contents = ListedPages(tr("Contents"), LIST_WIDTH, self.view)
        self.contents.add(*(section.title for section in self.view.sections))
        self.contents.mark(0)
        self.previous_button = _arrow(Qt.ArrowType.UpArrow, tr("Previous place (Shift+F3)"))
        self.next_button = _arrow(Qt.ArrowType.DownArrow, tr("Next place (F3)"))
        self.nothing = QLabel(tr("The manual does not say that."), wordWrap=True)
        self.nothing.setProperty("faint", True)
        self.nothing.hide()
        self._lay_out()
        self._connect()
        self.resize(*SIZE)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for part in (self.search, self.previous_button, self.next_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.contents, 1)

    def _connect(self) -> None:
        self.contents.chosen.connect(self.view.show_section)
        self.view.section_changed.connect(self.contents.mark)
        self.search.textChanged.connect(lambda _text: self.find(again=False))
        self.search.returnPressed.connect(self.find)
        self.next_button.clicked.connect(lambda _checked: self.find())
        self.previous_button.clicked.connect(lambda _checked: self.find(backward=True))
        for key, act in (
            (QKeySequence.StandardKey.Find, self._begin_search),
            (QKeySequence.StandardKey.FindNext, self.find),
            (QKeySequence.StandardKey.FindPrevious, lambda: self.find(backward=True)),
        ):
            QShortcut(key, self).activated.connect(act)

    def find(self, backward: bool = False, again: bool = True) -> None:
        """Shows the next place that has the text of the field, or that there is none."""
        self.nothing.setHidden(self.view.find_text(self.search.text(), backward, again))

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _arrow(arrow: Qt.ArrowType, name: str) -> QToolButton:
    """Creates a button without a text. name: its tool tip, and for screen readers."""
    button = QToolButton(arrowType=arrow, autoRaise=True, toolTip=name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
