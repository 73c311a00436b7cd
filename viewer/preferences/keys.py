"""The page Keys of the settings dialog: every command with its keys, which can be changed."""

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
from viewer.preferences.settings_page import FIELD_HEIGHT, reset_button, show_reset

MAX_KEYS = max(len(command.keys) for command in COMMANDS)
"""Number of keys that a command can have."""


LEAST_WIDTH, LEAST_HEIGHT = 110, 40
"""Logical px: of the name of a command in a narrow dialog; of the table above the question in a low one."""


class KeysPage(QWidget):
    """Edits the keys of the commands. Asks before it takes a key from another command.

    edits, resets: by command id. `_pending`: the command id and its new keys, while the question is open.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.edits: dict[str, list[QKeySequenceEdit]] = {}
        self.resets: dict[str, QPushButton] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._pending: tuple[str, tuple[str, ...]] | None = None
        self.search = QLineEdit(placeholderText=tr("Search for a command or key"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search for a command or key"))
        self.search.setMinimumHeight(FIELD_HEIGHT)
        self.search.textChanged.connect(self._search)
        self.reset_all = QPushButton(tr("Reset a&ll"), toolTip=tr("Reset all shortcuts to their defaults"))
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
        for row, command in enumerate(COMMANDS):
            self._add(row, command)
        self._table.setRowStretch(len(COMMANDS), 1)
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(LEAST_HEIGHT)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 8, 6)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._make_question())

    def _make_question(self) -> QWidget:
        self.question = QFrame(objectName="notice")
        self.question.setProperty("failure", False)
        self.question_text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.give, self.leave = QPushButton(tr("&Reassign")), QPushButton(tr("&Keep"))
        self.give.clicked.connect(self._take_over)
        self.leave.clicked.connect(self._dismiss)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.give)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self.question)
        column.addWidget(self.question_text)
        column.addLayout(buttons)
        self.question.hide()
        return self.question

    def _add(self, row: int, command: Command) -> None:
        """Adds a command's row: name, key fields and reset button."""
        title = tr(command.text)
        label = QLabel(title, toolTip=tr(command.tip), wordWrap=True)
        label.setMinimumWidth(LEAST_WIDTH)
        self._table.addWidget(label, row, 0)
        self.edits[command.id] = []
        for index in range(MAX_KEYS):
            edit = _key_field(tr("{command}: shortcut {number}").format(command=title, number=index + 1))
            edit.editingFinished.connect(lambda id=command.id: self._apply(id))
            self._table.addWidget(edit, row, 1 + index)
            self.edits[command.id].append(edit)
        reset = reset_button(title, tr("{command}: reset to default").format(command=title))
        reset.clicked.connect(lambda _checked=False, id=command.id: self._reset(id))
        self._table.addWidget(reset, row, 1 + MAX_KEYS)
        self.resets[command.id] = reset
        self._rows[command.id] = [label, *self.edits[command.id], reset]

    def _apply(self, id: str) -> None:
        """Saves the edited keys of a command, or asks first if one belongs to another command."""
        changed = settings.read().keys
        keys = tuple(edit.keySequence().toString() for edit in self.edits[id])
        for key in filter(None, keys):
            other = bindings.other_owner(changed, key, id)
            if other is not None:
                self._ask(id, keys, key, other)
                return
        self._pending = None
        self.question.hide()
        settings.change(keys=bindings.assigned(changed, id, keys))

    def _reset(self, id: str) -> None:
        settings.change(keys=bindings.reset(settings.read().keys, id))

    def _ask(self, id: str, keys: tuple[str, ...], key: str, other: str) -> None:
        """Shows the question whether `key` moves from the command `other` to the command `id`."""
        self._pending = id, keys
        titles = {command.id: tr(command.text) for command in COMMANDS}
        native = bindings.native((key,))[0]
        question = tr("{key} is assigned to “{other}”. Assign it to “{command}” instead?")
        self.question_text.setText(question.format(key=native, other=titles[other], command=titles[id]))
        self.question.setAccessibleName(self.question_text.text())
        self.question.show()

    def _take_over(self) -> None:
        """Answers the question with yes: the key moves to the edited command."""
        if self._pending is not None:
            (id, keys), self._pending = self._pending, None
            settings.change(keys=bindings.assigned(settings.read().keys, id, keys))
            self._show()

    def _dismiss(self) -> None:
        """Answers the question with no: shows the saved keys again."""
        self._pending = None
        self._show()

    def _show(self, *_settings: object) -> None:
        """Shows the keys of the settings. Hides the question unless it is still open."""
        changed = settings.read().keys
        if self._pending is None:
            self.question.hide()
        for id, keys in bindings.current(changed).items():
            for index, edit in enumerate(self.edits[id]):
                with QSignalBlocker(edit):
                    edit.setKeySequence(QKeySequence(keys[index] if index < len(keys) else ""))
                    edit.findChild(QLineEdit).setPlaceholderText("")  # Qt's placeholder asks to press a key
        self.reset_all.setEnabled(bool(changed))
        self._filter(self.search.text())

    def filter(self, text: str) -> bool:
        """Searches for a text. Returns whether a command has it."""
        self.search.setText(text)
        return any(not widgets[0].isHidden() for widgets in self._rows.values())

    def _search(self, text: str) -> None:
        self._filter(text)
        self._scroll.verticalScrollBar().setValue(0)

    def _filter(self, text: str) -> None:
        """Shows the commands whose name, description or key contains the text."""
        changed = settings.read().keys
        keys = bindings.current(changed)
        for command in COMMANDS:
            searched = " ".join((tr(command.text), tr(command.tip), *bindings.native(keys[command.id])))
            found = text.strip().casefold() in searched.casefold()
            for widget in self._rows[command.id]:
                widget.setVisible(found)
            show_reset(self.resets[command.id], not found, command.id in changed)


def _key_field(name: str) -> QKeySequenceEdit:
    """Creates a field for one key. name: for screen readers."""
    edit = QKeySequenceEdit(maximumSequenceLength=1, clearButtonEnabled=True)
    edit.setMinimumHeight(FIELD_HEIGHT)
    edit.setFixedWidth(164)
    edit.setAccessibleName(name)
    edit.setToolTip(tr("Press the new key for this command"))
    edit.findChild(QLineEdit).setAccessibleName(name)
    return edit
