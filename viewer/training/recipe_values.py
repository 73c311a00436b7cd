"""Fields for the values of a recipe that people change most, each with a sentence; and a line for all the others."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.base import toml_text
from engine.base.messages import mark
from viewer.base.language import tr
from viewer.training import run_request


@dataclass(frozen=True)
class Value:
    """A number of a recipe. key: section.key. label: with its mnemonic. about: what it does, in one sentence."""

    key: str
    label: str
    about: str


NUMBERS = (
    Value("train.steps", mark("S&teps"), mark("How often the weights are changed.")),
    Value(
        "train.rate",
        mark("Lear&ning rate"),
        mark("How far a step changes the weights. If the loss jumps, take less."),
    ),
    Value(
        "data.patch",
        mark("Crop si&ze, px"),
        mark("Side of the pieces of a picture that the model learns from."),
    ),
    Value("train.batch", mark("&Batch size"), mark("Pieces in a step. More need more memory and time.")),
)
TEACHER = "train.teacher"
STEPS = "train.steps"


class RecipeValues(QWidget):
    """Empty fields leave the recipe as it is. `changed`: a value has changed. The fields are hidden until asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.more = QToolButton(
            text=tr("M&ore settings"),
            checkable=True,
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setAutoRaise(True)
        self.numbers = {value.key: _line(value) for value in NUMBERS}
        self.teacher = QComboBox()
        self.teacher.setMinimumHeight(28)
        self.teacher.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.teacher.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.others = QLineEdit(placeholderText="train.seed=2  run.save=100")
        self.others.setMinimumHeight(28)
        self._fields = QWidget()
        self._lay_out()
        self.offer(())
        self.more.toggled.connect(self._show_fields)
        for line in (*self.numbers.values(), self.others):
            line.textChanged.connect(self.changed)
        self.teacher.currentIndexChanged.connect(self.changed)

    @property
    def overrides(self) -> list[str]:
        """Overrides `section.key=value` of the recipe; those of the line come last, so that they win."""
        found = [
            f"{key}={line.text().strip()}"
            for key, line in self.numbers.items()
            if line.text().strip() and line.isEnabled()
        ]
        if self.teacher.currentData():
            found.append(f"{TEACHER}={toml_text.quoted(self.teacher.currentData())}")
        return [*found, *run_request.split(self.others.text())]

    def offer(self, models: tuple[str, ...]) -> None:
        """Lists the models that can be the teacher. The current choice stays."""
        current = self.teacher.currentData()
        self.teacher.blockSignals(True)
        self.teacher.clear()
        self.teacher.addItem(tr("As in the recipe"), "")
        for name in models:
            self.teacher.addItem(name, name)
        self.teacher.setCurrentIndex(max(self.teacher.findData(current), 0))
        self.teacher.blockSignals(False)

    def leave_steps(self, to_the_time: bool) -> None:
        """Disables the number of steps where the time of the run decides it."""
        self.numbers[STEPS].setEnabled(not to_the_time)

    def _lay_out(self) -> None:
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(4)
        about = tr("A model that this one learns from, instead of the pictures alone.")
        rest = tr("Any value of the recipe: section.key=value, separated by spaces.")
        for label, field, text in (
            *((tr(value.label), self.numbers[value.key], tr(value.about)) for value in NUMBERS),
            (tr("Te&acher"), self.teacher, about),
            (tr("Other val&ues"), self.others, rest),
        ):
            name = QLabel(label)
            name.setBuddy(field)
            name.setContentsMargins(0, 9, 0, 0)
            field.setAccessibleName(label.replace("&", ""))
            field.setToolTip(text)
            note = QLabel(text, wordWrap=True)
            note.setProperty("faint", True)
            for widget in (name, field, note):
                fields.addWidget(widget)
        self._fields.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)

    def _show_fields(self, shown: bool) -> None:
        self._fields.setVisible(shown)
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)


def _line(value: Value) -> QLineEdit:
    line = QLineEdit(placeholderText=tr("As in the recipe"))
    line.setMinimumHeight(28)
    return line
