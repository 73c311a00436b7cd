"""The dialog that exports many pictures: which, where to, how large, as which files. `Exporting` starts the export."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine import export_choices, render_presets
from engine.export_choices import ExportChoices
from viewer.base import state
from viewer.base.display_names import model_title
from viewer.base.language import tr
from viewer.export.batch_fields import BatchFields
from viewer.export.command_export import CommandExport
from viewer.export.fields import Choice, add_row, align
from viewer.export.file_fields import FileFields
from viewer.export.preset_row import PresetRow
from viewer.export.size_fields import SizeFields

SIZE = QSize(480, 720)
"""Preferred size of the dialog, in logical px."""
SAMPLE = Fraction(4000), Fraction(3000)
"""Size of a picture, px, that a number of one rule is expressed for when the user changes to another."""
LAST = "batch"
"""Name of the last choices in the state."""


class BatchDialog(QDialog):
    """folder: of the pictures at first. model: the one that decodes; models: those that are installed.

    export: the accepted choices, ready for the queue; None until then.
    """

    def __init__(self, parent: QWidget, folder: Path | None, model: str, models: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export folder"))
        self.export: CommandExport | None = None
        self.batch, self.presets = BatchFields(folder), PresetRow()
        self.sizes, self.file = SizeFields(), FileFields()
        self.sizes.set_region(*SAMPLE)
        listed = models if model in models else (model, *models)
        self.model = Choice((each, model_title(each)) for each in listed)
        self.model.show_value(model)
        self.refusal = QLabel(wordWrap=True)
        self.refusal.setProperty("faint", True)
        self._lay_out()
        self._show(self._last())
        self._connect()
        self._update()
        self.batch.choose_folder.setFocus()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    @property
    def choices(self) -> ExportChoices:
        """Size, format and options of the files."""
        return ExportChoices(self.sizes.size, self.file.kind, self.file.options)

    def accept(self) -> None:
        """Accepts the dialog, unless something is missing."""
        if self.batch.refusal:
            return
        options = export_choices.to_options(self.choices)
        state.store(LAST, options)
        out = Path(self.batch.out.path)
        words = [*render_presets.as_words(options), *self.batch.words, f"--model={self.model.currentData()}"]
        self.export = CommandExport((*words, *map(str, self.batch.sources), str(out)), out)
        super().accept()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def _last(self) -> ExportChoices:
        """Returns the choices that were accepted last."""
        options = state.read(LAST)
        try:
            return export_choices.from_options(options) if isinstance(options, dict) else ExportChoices()
        except ValueError:  # of another version, or changed by hand
            return ExportChoices()

    def _show(self, choices: ExportChoices) -> None:
        self.sizes.show_size(choices.size)
        self.file.show_file(choices.kind, choices.options)

    def _lay_out(self) -> None:
        last = QWidget()
        form = QFormLayout(last)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(form, tr("Mo&del"), self.model)
        inner = QWidget()
        fields = QVBoxLayout(inner)
        fields.setContentsMargins(8, 8, 4, 8)
        fields.setSpacing(12)
        for part in (self.batch, self.presets, self.sizes, self.file, last):
            fields.addWidget(part)
        fields.addStretch()
        align(part.layout() for part in (self.batch, self.sizes, self.file, last))
        self.scroll_area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 10)
        column.addWidget(self.scroll_area, 1)
        column.addWidget(self.refusal)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.start = buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setProperty("primary", True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.batch.changed.connect(self._update)
        for part in (self.sizes, self.file):
            part.changed.connect(self._change)
        self.presets.chosen.connect(self._use)
        self.presets.wanted.connect(lambda name: self.presets.store(name, self.choices))
        self.presets.failed.connect(self.refusal.setText)

    def _change(self) -> None:
        self.presets.leave()
        self._update()

    def _use(self, choices: ExportChoices) -> None:
        """Shows a preset, which stays the chosen one."""
        for part in (self.sizes, self.file):
            part.blockSignals(True)
        self._show(choices)
        for part in (self.sizes, self.file):
            part.blockSignals(False)
        self._update()

    def _update(self) -> None:
        self.sizes.set_dpi(self.file.options.dpi)
        self.batch.show_example(self.file.kind.suffixes[0])
        self.refusal.setText(self.batch.refusal)
        self.refusal.setVisible(bool(self.batch.refusal))
        self.start.setEnabled(not self.batch.refusal)
