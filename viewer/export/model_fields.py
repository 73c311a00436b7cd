"""Fields of what decodes an export: the model, and its weight against bicubic."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from viewer.base.display_names import model_title
from viewer.base.language import tr
from viewer.export.fields import Choice, SliderField, add_row
from viewer.export.subject import ExportSubject

BICUBIC = "bicubic"


class ModelFields(QWidget):
    """`changed`: another model or weight is chosen. At first they are those of the view."""

    changed = Signal()

    def __init__(self, subject: ExportSubject) -> None:
        super().__init__()
        names = [(name, model_title(name)) for name in subject.models]
        if subject.model not in subject.models:
            names.insert(0, (subject.model, model_title(subject.model)))
        self.choice, self.weight = Choice(names), SliderField(0, 100, " %")
        self.choice.show_value(subject.model)
        self.weight.show_value(round(100 * subject.fidelity))
        self._exact = subject.fidelity
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(self._form, tr("Mo&del"), self.choice)
        add_row(self._form, tr("&Fidelity"), self.weight)
        self.weight.setToolTip(tr("Weight of the model; the rest is bicubic"))
        self._show_weight()
        self.choice.edited.connect(self._edit)
        self.weight.edited.connect(self._edit)

    @property
    def model(self) -> str | None:
        """Name or path of the model; None for the one that decodes."""
        return self.choice.currentData() or None

    @property
    def fidelity(self) -> float:
        """Weight of the model, 0 to 1: exactly that of the view until it is changed."""
        return self._exact if self.weight.value == round(100 * self._exact) else self.weight.value / 100

    def _edit(self) -> None:
        self._show_weight()
        self.changed.emit()

    def _show_weight(self) -> None:
        self._form.setRowVisible(self.weight, self.model != BICUBIC)
