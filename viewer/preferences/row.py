"""A line of the settings: what is set, by what, what that means, and the way back to how it is at first."""

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

NOTE_WIDTH = 300
"""Logical px of a note's lines, at least."""


@dataclass(frozen=True)
class Control:
    """value: what it says. show: has it say something else. edited: by the user."""

    widget: QWidget
    value: Callable[[], Any]
    show: Callable[[Any], None]
    edited: SignalInstance


def choice(options: tuple[tuple[str, str], ...]) -> Control:
    """One of some words of the settings, each with what it is called; one that is none of them is added as it is."""
    combo = QComboBox()
    combo.setMinimumHeight(28)
    for value, text in options:
        combo.addItem(text, value)

    def show(value: str) -> None:
        if combo.findData(value) < 0:
            combo.addItem(value, value)
        combo.setCurrentIndex(combo.findData(value))

    return Control(combo, combo.currentData, show, combo.activated)


def switch(text: str) -> Control:
    """On or off."""
    box = QCheckBox(text)
    return Control(box, box.isChecked, box.setChecked, box.clicked)


def number(least: int, most: int, step: int, suffix: str, at_zero: str = "") -> Control:
    """A whole number, which counts when it has been typed in full. at_zero: what 0 is called."""
    box = QSpinBox(minimum=least, maximum=most, singleStep=step, suffix=suffix, keyboardTracking=False)
    box.setSpecialValueText(at_zero)
    box.setMinimumHeight(28)
    return Control(box, box.value, box.setValue, box.valueChanged)


class Page(QScrollArea):
    """Lines of settings, one below the other; it follows the settings, whoever changes them."""

    def __init__(self, name: str) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.resets: dict[str, QPushButton] = {}
        settings.notifier.changed.connect(self._follow)

    def add(self, name: str, text: str, control: Control, note: str) -> None:
        """name: of the field of Settings. text: with the letter to jump to it marked; note: what it means."""
        line = 2 * len(self.controls)
        plain = mnemonics.plain(text)
        label = QLabel(text)
        label.setBuddy(control.widget)
        control.widget.setAccessibleName(plain)
        control.widget.setAccessibleDescription(note)
        reset = QPushButton(tr("Reset"), flat=True)
        reset.setToolTip(tr("{name}: back to how it is at first").format(name=plain))
        reset.setAccessibleName(tr("Reset: {name}").format(name=plain))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        reset.clicked.connect(lambda: settings.change(**{name: getattr(settings.DEFAULTS, name)}))
        self._grid.addWidget(label, line, 0)
        self._grid.addWidget(control.widget, line, 1)
        self._grid.addWidget(reset, line, 2)
        about = faint(note)
        about.setContentsMargins(0, 0, 0, 12)
        self._grid.addWidget(about, line + 1, 1, 1, 2)
        self.controls[name], self.resets[name] = control, reset
        control.edited.connect(lambda: settings.change(**{name: control.value()}))
        self._show(name, getattr(settings.read(), name))

    def _follow(self, _before: object, now: settings.Settings) -> None:
        for name in self.controls:
            self._show(name, getattr(now, name))

    def _show(self, name: str, value: object) -> None:
        control = self.controls[name]
        with QSignalBlocker(control.widget):
            control.show(value)
        at_first = value == getattr(settings.DEFAULTS, name)
        if at_first and self.resets[name].hasFocus():
            control.widget.setFocus()
        self.resets[name].setVisible(not at_first)


def faint(text: str) -> QLabel:
    """A note of as many lines as it takes."""
    note = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    note.setProperty("faint", True)
    note.setMinimumWidth(NOTE_WIDTH)
    return note
