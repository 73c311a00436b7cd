"""What to export, and how large. It only asks: the main window orders it from the engine."""

from dataclasses import dataclass
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
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.geometry.viewport import Region, Viewport, visible_region
from viewer.base import formatting
from viewer.base.language import tr

FORMATS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "TIFF": (".tif", ".tiff")}
BYTES = {"PNG": 1.6, "JPEG": 0.25, "TIFF": 1.8}
"""A pixel's share of the file at 8 bits a sample, roughly: what enlarged photos came to."""
BITS = {"PNG": 16, "JPEG": 8, "TIFF": 16}
"""That a sample may have; a picture is written with as many as it has."""
LONGEST = {"PNG": 1_000_000, "JPEG": 65_500, "TIFF": 1_000_000}
"""Px along a side. JPEG cannot hold more; the others' limit is what a spin box should offer."""


@dataclass(frozen=True)
class Wish:
    """An export as it was asked for. region: None is the whole picture. size: (width, height) px."""

    path: Path
    region: Region | None
    size: tuple[int, int]


class ExportDialog(QDialog):
    """Factor, width and height follow each other. `wish` is None until it was accepted. bits: of the picture."""

    def __init__(
        self,
        parent: QWidget,
        size: tuple[int, int],
        view: Viewport,
        near: Path,
        bits: int = 8,
        selection: Region | None = None,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.wish: Wish | None = None
        self._whole: Region = (Fraction(0), Fraction(0), Fraction(size[0]), Fraction(size[1]))
        self._seen = visible_region(view, size)
        self._selected = selection
        self._scale, self._near, self._bits = view.scale, near, bits
        self.note = QLabel(note, wordWrap=True)
        self._make_fields()
        self._lay_out()
        self.seen.setChecked(view.scale > 1)
        self.whole.setChecked(view.scale <= 1)
        self.selected.setVisible(selection is not None)
        self.selected.setChecked(selection is not None)
        self._choose_region()
        self.note.setVisible(bool(note))
        self.factor.setFocus()
        self.factor.selectAll()

    @property
    def region(self) -> Region:
        """What is to be written, source px."""
        if self._selected is not None and self.selected.isChecked():
            return self._selected
        return self._seen if self.seen.isChecked() else self._whole

    @property
    def size_px(self) -> tuple[int, int]:
        """Output px."""
        return self.wide.value(), self.high.value()

    def accept(self) -> None:
        """Asks where to; closes when that is known."""
        form = self.format.currentText()
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), str(self._suggested()), _filter(form))
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Accepts with a file; one without a suffix that is known gets the format's."""
        if not any(path.suffix.lower() in suffixes for suffixes in FORMATS.values()):
            path = path.with_name(path.name + FORMATS[self.format.currentText()][0])
        self.wish = Wish(path, None if self.whole.isChecked() else self.region, self.size_px)
        super().accept()

    def _make_fields(self) -> None:
        self.whole = QRadioButton(tr("The &whole picture"))
        self.seen = QRadioButton(tr("What the window &shows"))
        self.selected = QRadioButton(tr("What is se&lected"))
        self._what = QButtonGroup(self)
        for button in (self.whole, self.seen, self.selected):
            self._what.addButton(button)
        self._what.buttonClicked.connect(self._choose_region)
        self.factor = QDoubleSpinBox(decimals=3, minimum=0.001, maximum=1e13, prefix="×")
        self.factor.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.factor.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.factor.setAccessibleName(tr("Factor"))
        self.wide, self.high = QSpinBox(), QSpinBox()
        for box, name in ((self.wide, tr("Width in pixels")), (self.high, tr("Height in pixels"))):
            box.setRange(1, LONGEST["PNG"])
            box.setSuffix(" px")
            box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            box.setAccessibleName(name)
        self.factor.valueChanged.connect(self._follow_factor)
        self.wide.valueChanged.connect(self._follow_width)
        self.high.valueChanged.connect(self._follow_height)
        self.format = QComboBox()
        for field in (self.factor, self.wide, self.high, self.format):
            field.setMinimumHeight(28)
        self.format.addItems(list(FORMATS))
        self.format.setAccessibleName(tr("Format"))
        self.format.currentTextChanged.connect(self._tell)
        self.summary = QLabel(wordWrap=True)
        self.summary.setMinimumWidth(340)
        self.summary.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        what = QVBoxLayout()
        what.addWidget(self.whole)
        what.addWidget(self.seen)
        what.addWidget(self.selected)
        pixels = QHBoxLayout()
        pixels.addWidget(self.wide, 1)
        pixels.addWidget(QLabel("×"))
        pixels.addWidget(self.high, 1)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        form.addRow(tr("Export"), what)
        form.addRow(tr("&Factor"), self.factor)
        label = QLabel(tr("Si&ze"))
        label.setBuddy(self.wide)
        form.addRow(label, pixels)
        form.addRow(tr("For&mat"), self.format)
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("primary", True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(18)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addWidget(self.summary)
        column.addWidget(buttons)

    def _choose_region(self) -> None:
        # As the screen has it; the whole, or what the screen does not enlarge, at twice its size: what this is for.
        as_seen = self.seen.isChecked() or (self.selected.isChecked() and self._scale > 1)
        factor = self._scale if as_seen else 2.0
        self.factor.setValue(factor)
        self._follow_factor(factor)

    def _follow_factor(self, factor: float) -> None:
        self._set(self.wide, round(self.region[2] * Fraction(factor)))
        self._set(self.high, round(self.region[3] * Fraction(factor)))
        self._tell()

    def _follow_width(self, width: int) -> None:
        self._set(self.high, round(width * self.region[3] / self.region[2]))
        self._set(self.factor, float(width / self.region[2]))
        self._tell()

    def _follow_height(self, height: int) -> None:
        self._set(self.wide, round(height * self.region[2] / self.region[3]))
        self._set(self.factor, float(height / self.region[3]))
        self._tell()

    def _set(self, box: QSpinBox | QDoubleSpinBox, value: float) -> None:
        with QSignalBlocker(box):
            box.setValue(min(max(value, box.minimum()), box.maximum()))

    def _tell(self) -> None:
        width, height = self.size_px
        form = self.format.currentText()
        bits = min(self._bits, BITS[form])
        about = formatting.amount(width * height * BYTES[form] * bits / 8)
        kind = form if bits == 8 else tr("{format} of {bits} bits").format(format=form, bits=bits)
        text = tr("{size} px, {megapixels}\n{format}, about {amount}").format(
            size=formatting.size(width, height),
            megapixels=formatting.megapixels(width * height),
            format=kind,
            amount=about,
        )
        if max(width, height) > LONGEST[form]:
            text = tr(
                "{format} holds at most {most} px along a side: choose another format, or a smaller size."
            ).format(format=form, most=formatting.count(LONGEST[form]))
        self.save.setEnabled(max(width, height) <= LONGEST[form])
        self.summary.setText(text)

    def _suggested(self) -> Path:
        width, height = self.size_px
        return self._near.with_name(
            f"{self._near.stem} {width}x{height}{FORMATS[self.format.currentText()][0]}"
        )


def _filter(form: str) -> str:
    """The file dialog's formats, the chosen one first."""
    names = sorted(FORMATS, key=lambda name: name != form)
    return ";;".join(f"{name} ({' '.join('*' + suffix for suffix in FORMATS[name])})" for name in names)
