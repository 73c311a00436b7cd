"""The row of named presets: choose, save under a name, remove. `render --preset` has the same."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QPushButton, QWidget

from engine import export_choices, render_presets
from engine.base.errors import ExportError
from engine.export_choices import ExportChoices
from viewer.base.language import tr, translated
from viewer.export.fields import FIELD_HEIGHT, Choice


class PresetRow(QWidget):
    """`chosen`: the ExportChoices of a preset. `wanted`: a name to save the present choices under. `failed`: a text."""

    chosen = Signal(object)
    wanted = Signal(str)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice()
        self.choice.setMinimumContentsLength(4)
        self.choice.setAccessibleName(tr("Preset"))
        self.save = _button(tr("&Save…"), tr("Save these settings as a preset"))
        self.remove = _button(tr("R&emove"), tr("Remove the preset"))
        label = QLabel(tr("&Preset"))
        label.setBuddy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.choice, 1)
        row.addWidget(self.save)
        row.addWidget(self.remove)
        self.choice.edited.connect(self._choose)
        self.save.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._remove)
        self._list("")

    def store(self, name: str, choices: ExportChoices) -> None:
        """Saves choices as a preset."""
        try:
            render_presets.save(name, export_choices.to_options(choices))
        except ExportError as error:
            self.failed.emit(translated(error.message))
        self._list(name)

    def leave(self) -> None:
        """The choices are not those of the preset any more."""
        self.choice.show_value("")
        self.remove.setEnabled(False)

    def _list(self, name: str) -> None:
        self.choice.offer([("", tr("None")), *((each, each) for each in render_presets.names())])
        self.choice.show_value(name)
        self.remove.setEnabled(bool(self.choice.currentData()))

    def _choose(self) -> None:
        name = self.choice.currentData()
        self.remove.setEnabled(bool(name))
        if name:
            try:
                self.chosen.emit(export_choices.preset(name))
            except ExportError as error:
                self.failed.emit(translated(error.message))

    def _ask_name(self) -> None:
        title, text = tr("Save preset"), tr("Name of the preset:")
        name, given = QInputDialog.getText(self, title, text, text=self.choice.currentData() or "")
        if given and name.strip():
            self.wanted.emit(name.strip())

    def _remove(self) -> None:
        try:
            render_presets.remove(self.choice.currentData())
        except ExportError as error:
            self.failed.emit(translated(error.message))
        self._list("")


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text, toolTip=tip, autoDefault=False)
    button.setMinimumHeight(FIELD_HEIGHT)
    return button
