"""The export dialog: region, size, format and file. It only collects choices; `Exporting` starts the export."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.base import paths
from engine.export.export_request import ExportRequest
from engine.export.options import DEFAULT
from engine.geometry.viewport import Region, Viewport, visible_region
from viewer.base import formatting
from viewer.base.language import tr
from viewer.widgets import file_dialogs

FORMATS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "TIFF": (".tif", ".tiff")}
BYTES = {"PNG": 1.6, "JPEG": 0.25, "TIFF": 1.8}
"""Rough file size in bytes per pixel at 8 bits per sample, measured on enlarged photos."""
MAX_BITS = {"PNG": 16, "JPEG": 8, "TIFF": 16}
"""Most bits per sample of a format. A file gets the bits of its picture, up to this."""
MAX_SIDE = {"PNG": 1_000_000, "JPEG": 65_500, "TIFF": 1_000_000}
"""Largest width and height in px. JPEG cannot hold more; for the others it is a sensible limit of a spin box."""

FIELD_HEIGHT = 28
"""Logical px."""


class ExportDialog(QDialog):
    """Lets the user choose what to export. The fields factor, width and height follow each other.

    size: (width, height) of the picture in px. view: the visible viewport. near: file beside which to save.
    bits: per sample of the picture. selection: selected region in source px, if there is one. note: text to show.
    request: the choices; None until the dialog is accepted.
    """

    def __init__(
        self,
        parent: QWidget,
        size: tuple[int, int],
        view: Viewport,
        near: Path,
        bits: int = 8,
        selection: Region | None = None,
        note: str = "",
        fidelity: float = 1.0,
        model: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.request: ExportRequest | None = None
        self._whole: Region = (Fraction(0), Fraction(0), Fraction(size[0]), Fraction(size[1]))
        self._visible = visible_region(view, size)
        self._selected = selection
        self._scale, self._near, self._bits = view.scale, near, bits
        self._model_and_fidelity = fidelity, model
        self.note = QLabel(note, wordWrap=True)
        self._make_region_buttons()
        self._make_size_fields()
        self._make_format_field()
        self._lay_out()
        self.visible_part.setChecked(view.scale > 1)
        self.whole.setChecked(view.scale <= 1)
        self.selected.setVisible(selection is not None)
        self.selected.setChecked(selection is not None)
        self._choose_region()
        self.note.setVisible(bool(note))
        self.factor.setFocus()
        self.factor.selectAll()

    @property
    def region(self) -> Region:
        """The chosen region, in source px."""
        if self._selected is not None and self.selected.isChecked():
            return self._selected
        return self._visible if self.visible_part.isChecked() else self._whole

    @property
    def size_px(self) -> tuple[int, int]:
        """(width, height) of the file, in px."""
        return self.wide.value(), self.high.value()

    def accept(self) -> None:
        """Asks for the file. The dialog closes once there is one."""
        form = self.format.currentText()
        path = file_dialogs.save_file(self, tr("Export"), self._suggested(), _filter(form))
        if path is not None:
            self.set_path(path)

    def set_path(self, path: Path) -> None:
        """Accepts the dialog with a file. Appends the format's suffix unless the path has the suffix of some format."""
        if not any(path.suffix.lower() in suffixes for suffixes in FORMATS.values()):
            path = path.with_name(path.name + FORMATS[self.format.currentText()][0])
        region = None if self.whole.isChecked() else self.region
        self.request = ExportRequest(path, region, self.size_px, DEFAULT, *self._model_and_fidelity)
        super().accept()

    def _make_region_buttons(self) -> None:
        self.whole = QRadioButton(tr("&Whole picture"))
        self.visible_part = QRadioButton(tr("&Visible area"))
        self.selected = QRadioButton(tr("Se&lection"))
        self._regions = QButtonGroup(self)
        for button in (self.whole, self.visible_part, self.selected):
            self._regions.addButton(button)
        self._regions.buttonClicked.connect(self._choose_region)

    def _make_size_fields(self) -> None:
        self.factor = QDoubleSpinBox(decimals=3, minimum=0.001, maximum=1e13, prefix="×")
        self.factor.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.factor.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.factor.setAccessibleName(tr("Factor"))
        self.wide, self.high = QSpinBox(), QSpinBox()
        for box, name in ((self.wide, tr("Width in pixels")), (self.high, tr("Height in pixels"))):
            box.setRange(1, MAX_SIDE["PNG"])
            box.setSuffix(" px")
            box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            box.setAccessibleName(name)
        self.factor.valueChanged.connect(self._follow_factor)
        self.wide.valueChanged.connect(self._follow_width)
        self.high.valueChanged.connect(self._follow_height)
        for field in (self.factor, self.wide, self.high):
            field.setMinimumHeight(FIELD_HEIGHT)

    def _make_format_field(self) -> None:
        self.format = QComboBox()
        self.format.setMinimumHeight(FIELD_HEIGHT)
        self.format.addItems(list(FORMATS))
        self.format.setAccessibleName(tr("Format"))
        self.format.currentTextChanged.connect(self._update_summary)
        self.summary = QLabel(wordWrap=True)
        self.summary.setMinimumWidth(340)
        self.summary.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(18)
        column.addLayout(self._form())
        column.addWidget(self.note)
        column.addWidget(self.summary)
        column.addWidget(self._buttons())

    def _form(self) -> QFormLayout:
        regions = QVBoxLayout()
        for button in self._regions.buttons():
            regions.addWidget(button)
        pixels = QHBoxLayout()
        pixels.addWidget(self.wide, 1)
        pixels.addWidget(QLabel("×"))
        pixels.addWidget(self.high, 1)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        form.addRow(tr("Export"), regions)
        form.addRow(tr("&Factor"), self.factor)
        label = QLabel(tr("Si&ze"))
        label.setBuddy(self.wide)
        form.addRow(label, pixels)
        form.addRow(tr("For&mat"), self.format)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("primary", True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _choose_region(self) -> None:
        """Sets the default factor of the chosen region."""
        # An enlarged view is exported as the screen shows it. Everything else gets twice its size: enlarging is the
        # purpose of an export.
        as_shown = self.visible_part.isChecked() or (self.selected.isChecked() and self._scale > 1)
        factor = self._scale if as_shown else 2.0
        self.factor.setValue(factor)
        self._follow_factor(factor)

    def _follow_factor(self, factor: float) -> None:
        self._set_quietly(self.wide, round(self.region[2] * Fraction(factor)))
        self._set_quietly(self.high, round(self.region[3] * Fraction(factor)))
        self._update_summary()

    def _follow_width(self, width: int) -> None:
        self._set_quietly(self.high, round(width * self.region[3] / self.region[2]))
        self._set_quietly(self.factor, float(width / self.region[2]))
        self._update_summary()

    def _follow_height(self, height: int) -> None:
        self._set_quietly(self.wide, round(height * self.region[2] / self.region[3]))
        self._set_quietly(self.factor, float(height / self.region[3]))
        self._update_summary()

    def _set_quietly(self, box: QSpinBox | QDoubleSpinBox, value: float) -> None:
        """Sets a field, clamped to its range, without its signal: the other fields must not follow again."""
        with QSignalBlocker(box):
            box.setValue(min(max(value, box.minimum()), box.maximum()))

    def _update_summary(self) -> None:
        width, height = self.size_px
        form = self.format.currentText()
        bits = min(self._bits, MAX_BITS[form])
        about = formatting.amount(width * height * BYTES[form] * bits / 8)
        kind = form if bits == 8 else tr("{format}, {bits} bits").format(format=form, bits=bits)
        text = tr("{size} px, {megapixels}\n{format}, about {amount}").format(
            size=formatting.size(width, height),
            megapixels=formatting.megapixels(width * height),
            format=kind,
            amount=about,
        )
        if max(width, height) > MAX_SIDE[form]:
            text = tr(
                "{format} allows at most {most} px per side; choose another format or a smaller size."
            ).format(format=form, most=formatting.count(MAX_SIDE[form]))
        self.save.setEnabled(max(width, height) <= MAX_SIDE[form])
        self.summary.setText(text)

    def _suggested(self) -> Path:
        """Returns the suggested file: the picture's name with the size of the export."""
        width, height = self.size_px
        ending = f" {width}x{height}{FORMATS[self.format.currentText()][0]}"
        return self._near.with_name(paths.name_of(self._near.stem, ending))


def _filter(form: str) -> str:
    """Returns the name filters of the file dialog, the chosen format first."""
    names = sorted(FORMATS, key=lambda name: name != form)
    return ";;".join(f"{name} ({' '.join('*' + suffix for suffix in FORMATS[name])})" for name in names)
