"""Fields of the exported file: its format, exactly the options that the format has, and what every file has."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from engine.base.messages import mark
from engine.export import formats
from engine.export.formats import PNG, TIFF, Format
from engine.export.options import METADATA, PROFILES, SUBSAMPLINGS, FileOptions
from viewer.base.language import tr
from viewer.export.fields import Choice, NumberField, SliderField, add_row

SUBSAMPLING_TEXTS = (
    mark("4:4:4, full resolution"),
    mark("4:2:2, half the width"),
    mark("4:2:0, half the width and height"),
)
METADATA_TEXTS = (mark("Keep all"), mark("Keep all but the location"), mark("Remove all"))
PROFILE_TEXTS = (mark("sRGB"), mark("As in the source"), mark("Display P3"))
COMPRESSION_TEXTS = {"none": mark("None"), "jpeg": mark("JPEG, lossy")}
"""The others have their names."""
MAX_DPI = 10_000


class FileFields(QWidget):
    """`changed`: another format or option is chosen. Each format remembers its own options."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = PNG
        self._chosen: dict[str, FileOptions] = {}
        self._make_fields()
        self._lay_out()
        self._connect()
        self._show_kind()

    def _make_fields(self) -> None:
        installed = filter(formats.is_installed, formats.FORMATS)
        self.format = Choice((kind.name, kind.name) for kind in installed)
        self.quality = SliderField(1, 100)
        self.subsampling = Choice(
            (value, tr(text)) for value, text in zip(SUBSAMPLINGS, SUBSAMPLING_TEXTS, strict=True)
        )
        self.compression, self.bits = Choice(), Choice()
        self.progressive = QCheckBox(tr("Pro&gressive: shown coarse first"))
        self.lossless = QCheckBox(tr("L&ossless"))
        self.strips = QCheckBox(tr("Strips instead of &tiles"))
        self.pyramid = QCheckBox(tr("With smaller copies (p&yramid)"))
        self.metadata = Choice(
            (value, tr(text)) for value, text in zip(METADATA, METADATA_TEXTS, strict=True)
        )
        self.profile = Choice((value, tr(text)) for value, text in zip(PROFILES, PROFILE_TEXTS, strict=True))
        self.dpi = NumberField(0, MAX_DPI, 2)
        self.dpi.setSpecialValueText(tr("As in the source"))

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(self._form, tr("For&mat"), self.format)
        add_row(self._form, tr("&Quality"), self.quality)
        add_row(self._form, tr("Colour &resolution"), self.subsampling)
        add_row(self._form, tr("&Compression"), self.compression)
        add_row(self._form, tr("&Bits per sample"), self.bits)
        for box in self._switches.values():
            self._form.addRow("", box)
        add_row(self._form, tr("Met&adata"), self.metadata)
        add_row(self._form, tr("Colo&urs"), self.profile)
        add_row(self._form, tr("px per &inch"), self.dpi)

    def _connect(self) -> None:
        self.format.edited.connect(self._change_kind)
        for field in (
            self.quality,
            self.subsampling,
            self.compression,
            self.bits,
            self.metadata,
            self.profile,
        ):
            field.edited.connect(self._edit)
        for box in self._switches.values():
            box.clicked.connect(lambda _checked: self._edit())
        self.dpi.valueChanged.connect(lambda _value: self._edit())

    @property
    def _switches(self) -> dict[str, QCheckBox]:
        return {name: getattr(self, name) for name in ("progressive", "lossless", "strips", "pyramid")}

    @property
    def kind(self) -> Format:
        """The chosen format."""
        return self._kind

    @property
    def options(self) -> FileOptions:
        """The chosen options: those of the format, and those of every format."""
        chosen = {name: value for name, value in self._values.items() if name in self._used}
        return FileOptions(
            **chosen,
            profile=self.profile.currentData(),
            metadata=self.metadata.currentData(),
            dpi=self.dpi.value() or None,
        )

    @property
    def _values(self) -> dict[str, object]:
        """What the fields of the format's options say, by name; None where that is the format's default."""
        compression, quality = self.compression.currentData(), self.quality.value
        return {
            "quality": None if quality == self._kind.quality else quality,
            "subsampling": None if self.subsampling.currentIndex() == 0 else self.subsampling.currentData(),
            "compression": None if compression == self._kind.compression else compression,
            "bits": self.bits.currentData(),
            **{name: box.isChecked() for name, box in self._switches.items()},
        }

    @property
    def _used(self) -> frozenset[str]:
        """Names of the options that take effect."""
        used = set(self._kind.options)
        jpeg_in_tiff = self.compression.currentData() == "jpeg"
        if (self._kind is TIFF and not jpeg_in_tiff) or ("lossless" in used and self.lossless.isChecked()):
            used.discard("quality")
        if self._kind is TIFF and jpeg_in_tiff:
            used.discard("bits")
        return frozenset(used)

    def show_file(self, kind: Format, options: FileOptions) -> None:
        """Shows a format, and options; those that it does not have are left out."""
        self._chosen[kind.name] = options
        self._kind = kind
        for field, value in ((self.metadata, options.metadata), (self.profile, options.profile)):
            field.show_value(value)
        self.dpi.blockSignals(True)
        self.dpi.setValue(options.dpi or 0)
        self.dpi.blockSignals(False)
        self._show_kind()
        self.changed.emit()

    def choose(self, kind: Format) -> None:
        """Chooses a format, with the options that it had last."""
        if kind is not self._kind:
            self._chosen[self._kind.name] = self.options
            self._kind = kind
            self._show_kind()
            self.changed.emit()

    def _change_kind(self) -> None:
        self.choose(next(kind for kind in formats.FORMATS if kind.name == self.format.currentData()))

    def _edit(self) -> None:
        self._show_used()
        self.changed.emit()

    def _show_kind(self) -> None:
        """Shows the options of the format as they were chosen last."""
        kind, options = self._kind, self._chosen.get(self._kind.name, FileOptions())
        self.format.show_value(kind.name)
        self.compression.offer(_compressions(kind))
        self.compression.show_value(options.compression or kind.compression)
        self.bits.offer(_bits(kind))
        self.bits.show_value(options.bits)
        self.subsampling.show_value(options.subsampling)
        self.quality.blockSignals(True)
        self.quality.show_value(options.quality or kind.quality or 90)
        self.quality.blockSignals(False)
        for name, box in self._switches.items():
            box.setChecked(bool(getattr(options, name)))
        self._show_used()

    def _show_used(self) -> None:
        """Hides the fields that have no effect."""
        used = self._used
        fields = {name: getattr(self, name) for name in ("quality", "subsampling", "compression", "bits")}
        for name, field in (fields | self._switches).items():
            self._form.setRowVisible(field, name in used)
        self._form.setRowVisible(self.profile, "icc" in self._kind.carries)


def _compressions(kind: Format) -> list[tuple[str, str]]:
    if kind is not PNG:
        texts = {name: COMPRESSION_TEXTS.get(name, name) for name in kind.compressions}
        return [(name, tr(text)) for name, text in texts.items()]
    ends = {"0": tr("0, none"), "1": tr("1, quickest"), "9": tr("9, smallest")}
    return [(level, ends.get(level, level)) for level in kind.compressions]


def _bits(kind: Format) -> list[tuple[int | None, str]]:
    texts = {32: tr("32, floating point")}
    return [(None, tr("As in the source")), *((bits, texts.get(bits, str(bits))) for bits in kind.bits)]
