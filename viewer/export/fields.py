"""Fields of forms: choices, numbers, switches and sliders of one height, each with a name for screen readers."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from viewer.commands import mnemonics
from viewer.widgets.focus_keys import Slider
from viewer.widgets.spin_padding import pad

FIELD_HEIGHT = 28
"""Logical px."""
LABEL = QFormLayout.ItemRole.LabelRole
SHORTEST = 8
"""Characters that a choice shows at least; a narrow window cuts longer ones."""


class Choice(QComboBox):
    """A choice of named values. `edited`: the user has chosen another one."""

    edited = Signal()

    def __init__(self, options: Iterable[tuple[str | int | None, str]] = ()) -> None:
        super().__init__()
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer(options)
        self.activated.connect(lambda _row: self.edited.emit())

    def offer(self, options: Iterable[tuple[str | int | None, str]]) -> None:
        """Replaces the options, pairs of value and text. The value stays if it is among them."""
        before = self.currentData()
        self.clear()
        for value, text in options:
            self.addItem(text, value)
        self.show_value(before)

    def show_value(self, value: str | int | None) -> None:
        """Chooses a value; the first one if it is not among the options."""
        self.setCurrentIndex(max(0, self.findData(value)))


class NumberField(QDoubleSpinBox):
    """A number that applies while it is typed."""

    def __init__(self, minimum: float, maximum: float, decimals: int, suffix: str = "") -> None:
        super().__init__(decimals=decimals, minimum=minimum, maximum=maximum, suffix=suffix)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setMinimumHeight(FIELD_HEIGHT)
        self.setMinimumWidth(60)
        pad(self)


class SliderField(QWidget):
    """A whole number as a slider and as a field. `edited`: the user has changed it."""

    edited = Signal()

    def __init__(self, minimum: int, maximum: int, suffix: str = "") -> None:
        super().__init__()
        self.slider, self.box = Slider(Qt.Orientation.Horizontal), QSpinBox(suffix=suffix)
        self.box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.box.setMinimumHeight(FIELD_HEIGHT)
        self.box.setFixedWidth(64)
        pad(self.box)
        for part in (self.slider, self.box):
            part.setRange(minimum, maximum)
        self.slider.setMinimumWidth(60)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.box)
        self.slider.valueChanged.connect(self.box.setValue)
        self.box.valueChanged.connect(self._follow)
        self.setFocusProxy(self.box)

    def _follow(self, value: int) -> None:
        self.slider.setValue(value)
        self.edited.emit()

    @property
    def value(self) -> int:
        """The number."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Sets the number."""
        self.box.setValue(value)

    def name(self, name: str) -> None:
        """Names both parts for screen readers."""
        for part in (self.slider, self.box):
            part.setAccessibleName(name)


def align(forms: Iterable[QFormLayout]) -> None:
    """Gives the labels of several forms the same width."""
    labels = [form.itemAt(row, LABEL) for form in forms for row in range(form.rowCount())]
    found = [item.widget() for item in labels if item is not None]
    width = max(label.sizeHint().width() for label in found)
    for label in found:
        label.setMinimumWidth(width)


def add_row(form: QFormLayout, text: str, field: QWidget) -> QLabel:
    """Adds a row. text: label with its mnemonic marked by &; it also names the field. Returns the label."""
    label = QLabel(text, minimumHeight=FIELD_HEIGHT)
    label.setBuddy(field.focusProxy() or field)
    name = mnemonics.plain(text)
    if isinstance(field, SliderField):
        field.name(name)
    else:
        field.setAccessibleName(name)
    form.addRow(label, field)
    return label
