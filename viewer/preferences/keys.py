"""The page of the keys: every command of the table with its keys, each of which can be another."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.base import settings
from viewer.base.language import tr
from viewer.commands import bindings
from viewer.commands.table import COMMANDS, Command

PLACES = max(len(command.keys) for command in COMMANDS)
"""How many keys a command may have."""


class KeysPage(QWidget):
    """A key that another command has is not taken from it before the user has said so."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Keys"))
        self.edits: dict[str, list[QKeySequenceEdit]] = {}
        self.resets: dict[str, QPushButton] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._asked: tuple[str, tuple[str, ...]] | None = None  # what would take a key from another command
        self.search = QLineEdit(placeholderText=tr("Look for a command or a key"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Look for a command or a key"))
        self.search.setMinimumHeight(28)
        self.search.textChanged.connect(self._filter)
        self.reset_all = QPushButton(tr("Reset a&ll"), toolTip=tr("All keys back to how they are at first"))
        self.reset_all.clicked.connect(lambda: settings.change(keys={}))
        self._lay_out()
        settings.notifier.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.reset_all)
        inner = QWidget()
        self._table = QGridLayout(inner)
        self._table.setContentsMargins(0, 0, 12, 0)
        self._table.setVerticalSpacing(5)
        self._table.setColumnStretch(0, 1)
        for line, command in enumerate(COMMANDS):
            self._add(line, command)
        self._table.setRowStretch(len(COMMANDS), 1)
        scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 8, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addWidget(self._make_question())

    def _make_question(self) -> QWidget:
        self.question = QFrame(objectName="notice")
        self.question.setProperty("failure", False)
        self._asks = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.give, self.leave = QPushButton(tr("&Take it over")), QPushButton(tr("Lea&ve it"))
        self.give.clicked.connect(self._give)
        self.leave.clicked.connect(self._leave)
        line = QHBoxLayout(self.question)
        line.addWidget(self._asks, 1)
        line.addWidget(self.give)
        line.addWidget(self.leave)
        self.question.hide()
        return self.question

    def _add(self, line: int, command: Command) -> None:
        named = tr(command.text)
        text = QLabel(named, toolTip=tr(command.tip))
        self._table.addWidget(text, line, 0)
        self.edits[command.id] = []
        for place in range(PLACES):
            edit = QKeySequenceEdit(maximumSequenceLength=1, clearButtonEnabled=True)
            edit.setMinimumHeight(28)
            edit.setFixedWidth(150)
            name = tr("{command}: key {number}").format(command=named, number=place + 1)
            edit.setAccessibleName(name)
            edit.setToolTip(tr("Press the key that is to give this command"))
            line_edit = edit.findChild(QLineEdit)
            line_edit.setAccessibleName(name)
            edit.editingFinished.connect(lambda id=command.id: self._edited(id))
            self._table.addWidget(edit, line, 1 + place)
            self.edits[command.id].append(edit)
        reset = QPushButton(tr("Reset"), flat=True)
        reset.setToolTip(tr("{command}: its keys as they are at first").format(command=named))
        reset.setAccessibleName(tr("Reset: {name}").format(name=named))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        reset.clicked.connect(lambda _checked=False, id=command.id: self._reset(id))
        self._table.addWidget(reset, line, 1 + PLACES)
        self.resets[command.id] = reset
        self._rows[command.id] = [text, *self.edits[command.id], reset]

    def _edited(self, id: str) -> None:
        own = settings.read().keys
        keys = tuple(edit.keySequence().toString() for edit in self.edits[id])
        for key in filter(None, keys):
            other = bindings.other_owner(own, key, id)
            if other is not None:
                self._ask(id, keys, key, other)
                return
        self._asked = None
        self.question.hide()
        settings.change(keys=bindings.assigned(own, id, keys))

    def _reset(self, id: str) -> None:
        settings.change(keys=bindings.reset(settings.read().keys, id))

    def _ask(self, id: str, keys: tuple[str, ...], key: str, other: str) -> None:
        self._asked = id, keys
        named = {command.id: tr(command.text) for command in COMMANDS}
        shown = bindings.native((key,))[0]
        asks = tr("{key} gives “{other}”. Is it to give “{command}” instead?")
        self._asks.setText(asks.format(key=shown, other=named[other], command=named[id]))
        self.question.setAccessibleName(self._asks.text())
        self.question.show()

    def _give(self) -> None:
        if self._asked is not None:
            (id, keys), self._asked = self._asked, None
            settings.change(keys=bindings.assigned(settings.read().keys, id, keys))
            self._show()

    def _leave(self) -> None:
        self._asked = None
        self._show()

    def _show(self, *_settings: object) -> None:
        """The keys as they are; a question about them is over."""
        own = settings.read().keys
        if self._asked is None:
            self.question.hide()
        for id, keys in bindings.current(own).items():
            for place, edit in enumerate(self.edits[id]):
                with QSignalBlocker(edit):
                    edit.setKeySequence(QKeySequence(keys[place] if place < len(keys) else ""))
                    edit.findChild(QLineEdit).setPlaceholderText("")  # Qt says there that one may press a key
        self.reset_all.setEnabled(bool(own))
        self._filter(self.search.text())

    def _filter(self, wanted: str) -> None:
        own = settings.read().keys
        keys = bindings.current(own)
        for command in COMMANDS:
            told = " ".join((tr(command.text), tr(command.tip), *bindings.native(keys[command.id])))
            found = wanted.strip().casefold() in told.casefold()
            for widget in self._rows[command.id]:
                widget.setVisible(found)
            self.resets[command.id].setVisible(found and command.id in own)
