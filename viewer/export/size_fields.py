"""Fields of the size of an exported picture: the rule and its numbers. Every rule keeps the ratio of the sides."""

from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from engine.base.argument_values import MM
from engine.base.messages import mark
from engine.export.output_size import MM_PER_INCH, PRINT_DPI, OutputSize, Rule
from viewer.base.language import tr
from viewer.export.fields import Choice, NumberField, add_row

RULES: tuple[tuple[Rule, str], ...] = (
    ("scale", mark("Factor")),
    ("width", mark("Width")),
    ("height", mark("Height")),
    ("longest", mark("Longest side")),
    ("megapixels", mark("Megapixels")),
    ("fit", mark("Fit into a box")),
    ("print", mark("Print size")),
)
PAIRS = ("fit", "print")
"""Rules of two numbers."""
DECIMALS = {"scale": 3, "megapixels": 2, "print": 2}
"""Of a rule's numbers; px have none."""
MAX_FACTOR, MAX_PX, MAX_MEGAPIXELS, MAX_SHEET = 1e13, (1 << 31) - 1, 1e9, 1e5
"""Largest numbers. Any of them may give a size that the format does not hold: that is said, and nothing is clamped."""
UNITS = (("mm", mark("mm")), ("cm", mark("cm")), ("in", mark("inch")))


class SizeFields(QWidget):
    """`changed`: the size is another one.

    The factor that a view has is kept exactly until it is edited, though the field shows three decimals.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rule = Choice((rule, tr(text)) for rule, text in RULES)
        self.first, self.second = NumberField(0, MAX_FACTOR, 3), NumberField(0, MAX_FACTOR, 3)
        self.unit = Choice((unit, tr(text)) for unit, text in UNITS)
        self.unit.setMinimumContentsLength(3)
        self._region, self._dpi = (Fraction(1), Fraction(1)), None
        self._size = OutputSize("scale", Fraction(2))
        self._lay_out()
        self.rule.edited.connect(self._change_rule)
        self.unit.edited.connect(lambda: self.show_size(self._size))
        for field in (self.first, self.second):
            field.valueChanged.connect(lambda _value: self._edit())
        self.show_size(self._size)

    def _lay_out(self) -> None:
        self._times = QLabel("×")
        row = QHBoxLayout()
        for widget, stretch in ((self.first, 1), (self._times, 0), (self.second, 1), (self.unit, 0)):
            row.addWidget(widget, stretch)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(form, tr("Si&ze by"), self.rule)
        form.addRow(QLabel(), row)

    @property
    def size(self) -> OutputSize:
        """The chosen size."""
        return self._size

    def px(self) -> tuple[int, int]:
        """Returns (width, height) of the file, px."""
        return self._size.px(*self._region, self._dpi)[0]

    def set_region(self, width: Fraction, height: Fraction) -> None:
        """Sets the size of the region, source px."""
        self._region = width, height
        self.changed.emit()

    def set_dpi(self, dpi: float | None) -> None:
        """Sets the resolution of a print, px per inch; None is PRINT_DPI."""
        if dpi != self._dpi:
            self._dpi = dpi
            self.changed.emit()

    def show_size(self, size: OutputSize) -> None:
        """Shows a size. One that sets both sides is shown as the box that they are."""
        self._size = OutputSize("fit", size.value) if size.rule == "size" else size
        with QSignalBlocker(self.first), QSignalBlocker(self.second):
            self._shape_fields()
            for field, value in zip(self._fields, self._values, strict=True):
                field.setValue(float(value))
        self.changed.emit()

    @property
    def _fields(self) -> list[NumberField]:
        return [self.first, self.second] if self._size.rule in PAIRS else [self.first]

    @property
    def _values(self) -> list[Fraction]:
        """The numbers as the fields show them."""
        value = self._size.value
        numbers = list(value) if isinstance(value, tuple) else [value]
        return [number / self._per_unit for number in numbers]

    @property
    def _per_unit(self) -> Fraction:
        return MM[self.unit.currentData()] if self._size.rule == "print" else Fraction(1)

    def _shape_fields(self) -> None:
        """Gives the fields the range, the decimals and the name of the rule's numbers."""
        rule = self._size.rule
        self.rule.show_value(rule)
        pair = rule in PAIRS
        self._times.setVisible(pair)
        self.second.setVisible(pair)
        self.unit.setVisible(rule == "print")
        most = {"scale": MAX_FACTOR, "megapixels": MAX_MEGAPIXELS, "print": MAX_SHEET}.get(rule, MAX_PX)
        suffix = {"scale": "", "megapixels": " MP", "print": ""}.get(rule, " px")
        decimals = DECIMALS.get(rule, 0)
        for field, side in zip((self.first, self.second), (tr("Width"), tr("Height")), strict=True):
            field.setDecimals(decimals)
            field.setRange(10.0**-decimals, most)
            field.setSuffix(suffix)
            field.setPrefix("×" if rule == "scale" else "")
            field.setAccessibleName(side if pair else self.rule.currentText())

    def _edit(self) -> None:
        """Takes what the user has typed: exactly the decimal number that is shown."""
        places = DECIMALS.get(self._size.rule, 0)
        numbers = [Fraction(f"{field.value():.{places}f}") * self._per_unit for field in self._fields]
        value = (numbers[0], numbers[1]) if len(numbers) == 2 else numbers[0]
        self._size = OutputSize(self._size.rule, value)
        self.changed.emit()

    def _change_rule(self) -> None:
        """Expresses the present size by another rule."""
        rule, (width, height) = self.rule.currentData(), self.px()
        self.show_size(OutputSize(rule, self._value_of(rule, Fraction(width), Fraction(height))))

    def _value_of(
        self, rule: Rule, width: Fraction, height: Fraction
    ) -> Fraction | tuple[Fraction, Fraction]:
        sides = {"width": width, "height": height, "longest": max(width, height)}
        if rule in sides:
            return sides[rule]
        if rule == "fit":
            return width, height
        if rule == "print":
            mm = MM_PER_INCH / Fraction(self._dpi or PRINT_DPI)
            return width * mm, height * mm
        if rule == "megapixels":
            return max(Fraction(1, 100), width * height / 1_000_000)
        return width / self._region[0]
