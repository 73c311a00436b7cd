"""A settings page: rows of label, control, reset button and explanatory note."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from viewer.base import settings
from viewer.base.language import tr
from viewer.commands import mnemonics
from viewer.widgets.spin_padding import pad

NOTE_WIDTH = 300
"""Smallest width of a note, in logical px."""
FIELD_HEIGHT, CHOICE_WIDTH = 28, 180
"""Height of a field, and the least width of a list: in a narrow dialog it is narrower than its longest entry, so that
the reset button beside it is not cut off. Logical px."""


@dataclass(frozen=True)
class Control:
    """A widget that edits one setting.

    value: returns the current value. show: displays a value. edited: emitted after an edit by the user. text: what the
    widget says, for the search.
    """

    widget: QWidget
    value: Callable[[], Any]
    show: Callable[[Any], None]
    edited: SignalInstance
    text: str = ""


def choice(options: tuple[tuple[str, str], ...]) -> Control:
    """Creates a combo box. options: pairs of value and text. Another value in the settings is added as it is."""
    combo = QComboBox()
    combo.setMinimumHeight(FIELD_HEIGHT)
    combo.setMinimumWidth(CHOICE_WIDTH)
    for value, text in options:
        combo.addItem(text, value)

    def show(value: str) -> None:
        if combo.findData(value) < 0:
            combo.addItem(value, value)
        combo.setCurrentIndex(combo.findData(value))

    return Control(combo, combo.currentData, show, combo.activated, " ".join(text for _, text in options))


def switch(text: str) -> Control:
    """Creates a check box."""
    box = QCheckBox(text)
    return Control(box, box.isChecked, box.setChecked, box.clicked, text)


def number(minimum: int, maximum: int, step: int, suffix: str, minimum_text: str = "") -> Control:
    """Creates a spin box. Its value applies when the editing is finished. minimum_text: shown for the minimum."""
    box = QSpinBox(minimum=minimum, maximum=maximum, singleStep=step, suffix=suffix, keyboardTracking=False)
    box.setSpecialValueText(minimum_text)
    pad(box)
    box.setMinimumHeight(FIELD_HEIGHT)
    return Control(box, box.value, box.setValue, box.valueChanged)


class SettingsPage(QScrollArea):
    """A column of rows. It follows the settings, whoever changes them.

    controls, resets: by the name of the field of Settings.
    """

    def __init__(self, name: str) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(24, 18, 20, 12)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.column.addStretch()
        self.setWidget(inner)
        self.controls: dict[str, Control] = {}
        self._rows: list[tuple[str, tuple[QWidget, ...]]] = []  # texts of each row, and its parts
        self.resets: dict[str, QPushButton] = {}
        settings.notifier.changed.connect(self._follow)

    def add(self, name: str, text: str, control: Control, note: str) -> None:
        """Adds a row. name: field of Settings. text: label with its mnemonic marked by &. note: explanation below."""
        row = 2 * len(self.controls)
        plain = mnemonics.plain(text)
        label = QLabel(text)
        label.setBuddy(control.widget)
        control.widget.setAccessibleName(plain)
        control.widget.setAccessibleDescription(note)
        reset = reset_button(plain, tr("{name}: reset to default").format(name=plain))
        reset.clicked.connect(lambda: settings.change(**{name: getattr(settings.DEFAULTS, name)}))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control.widget, row, 1)
        self._grid.addWidget(reset, row, 2)
        explanation = note_label(note)
        explanation.setContentsMargins(0, 0, 0, 12)
        self._grid.addWidget(explanation, row + 1, 1, 1, 2)
        self.controls[name], self.resets[name] = control, reset
        self._rows.append(
            (f"{plain} {control.text} {note}".casefold(), (label, control.widget, reset, explanation))
        )
        control.edited.connect(lambda: settings.change(**{name: control.value()}))
        self._show(name, getattr(settings.read(), name))

    def filter(self, words: list[str]) -> bool:
        """Shows the rows that have all words. Returns whether there are any."""
        found = False
        for text, parts in self._rows:
            shown = all(word in text for word in words)
            found |= shown
            for part in parts:
                part.setVisible(shown)
        for name in self.controls:
            self._show(name, getattr(settings.read(), name))
        self.verticalScrollBar().setValue(0)
        return found

    def _follow(self, _before: object, now: settings.Settings) -> None:
        for name in self.controls:
            self._show(name, getattr(now, name))

    def _show(self, name: str, value: object) -> None:
        """Displays a value without the control's signal. The reset button is hidden for the default value."""
        control = self.controls[name]
        with QSignalBlocker(control.widget):
            control.show(value)
        is_default = value == getattr(settings.DEFAULTS, name)
        if is_default and self.resets[name].hasFocus():
            control.widget.setFocus()
        show_reset(self.resets[name], control.widget.isHidden(), not is_default)


def reset_button(name: str, tooltip: str) -> QPushButton:
    """Creates a flat reset button, for `show_reset`. name: what it resets."""
    button = QPushButton(tr("Reset"), flat=True)
    button.setToolTip(tooltip)
    button.setAccessibleName(tr("Reset: {name}").format(name=name))
    return button


def show_reset(button: QPushButton, row_hidden: bool, changed: bool) -> None:
    """Shows a reset button beside a changed value. It keeps its space beside others, but none in a hidden row."""
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(not row_hidden)
    button.setSizePolicy(policy)
    button.setVisible(changed and not row_hidden)


def note_label(text: str) -> QLabel:
    """Creates a wrapped label in the secondary text colour."""
    note = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    note.setProperty("faint", True)
    note.setMinimumWidth(NOTE_WIDTH)
    return note
