"""Fields of a batch: which pictures, where to, under which names, and what happens to files that exist."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from engine import batch_items
from engine.base.argument_values import names
from engine.base.errors import ExportError
from engine.base.paths import is_folder
from engine.base.printable import file_name
from engine.images.suffixes import patterns
from viewer.base import background, formatting
from viewer.base.language import tr, translated
from viewer.export.fields import FIELD_HEIGHT, Choice, add_row
from viewer.widgets import file_dialogs
from viewer.widgets.path_field import PathField

OUT_NAME = "exported"
"""Name of the folder, within that of the pictures, that is suggested to write to."""
SOURCE_NAME = 40
"""Characters of the name of the pictures' folder."""


class BatchFields(QWidget):
    """`changed`: another choice was made. sources: files and folders."""

    changed = Signal()

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self._suggested_out = ""
        self.sources: tuple[Path, ...] = ()
        self._are_folders = False
        self._make_fields()
        self._lay_out()
        self._connect()
        if folder is not None:
            self.set_sources(folder)

    def _make_fields(self) -> None:
        self.shown = QLabel(wordWrap=True)
        self.choose_folder = _button(tr("&Folder…"), tr("Choose a folder of pictures"))
        self.choose_files = _button(tr("Fi&les…"), tr("Choose single pictures"))
        self.below = QCheckBox(tr("&With the folders below it"), checked=True)
        self.types = _line(tr("all"), tr("Suffixes of the pictures, such as jpg, png"))
        self.out = PathField(tr("Export into"), tr("A folder"), self._choose_out)
        self.name = _line(
            "", tr("{names} stand for those of the picture").format(names=batch_items.PLACEHOLDERS)
        )
        self.name.setText("{name}")
        self.example = QLabel(wordWrap=True)
        self.example.setProperty("faint", True)
        self.existing = Choice(((False, tr("Skip it")), (True, tr("Replace it"))))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_folder)
        buttons.addWidget(self.choose_files)
        buttons.addStretch()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(QLabel(tr("Pictures"), minimumHeight=FIELD_HEIGHT), self.shown)
        form.addRow(QLabel(), buttons)
        form.addRow(QLabel(), self.below)
        add_row(form, tr("Only these &kinds"), self.types)
        add_row(form, tr("E&xport into"), self.out)
        add_row(form, tr("File &names"), self.name)
        form.addRow(QLabel(), self.example)
        add_row(form, tr("W&hen a file exists"), self.existing)

    def _connect(self) -> None:
        self.choose_folder.clicked.connect(self._choose_folder)
        self.choose_files.clicked.connect(self._choose_files)
        for line in (self.types, self.name):
            line.textChanged.connect(self.changed)
        for field in (self.out.changed, self.below.toggled, self.existing.edited):
            field.connect(self.changed)

    def set_sources(self, *sources: Path) -> None:
        """Sets the folder, or the files. Suggests a folder beside them to write to, unless the user has chosen one."""
        self.sources = sources
        self._are_folders = background.soon(partial(is_folder, sources[0]), not sources[0].suffix)
        folder = sources[0] if self._are_folders else sources[0].parent
        if self.out.path in ("", self._suggested_out):
            self.out.set_path(folder / OUT_NAME)
            self._suggested_out = self.out.path
        single = file_name(sources[0].name or str(sources[0]), SOURCE_NAME)
        count = tr("Files: {count}").format(count=formatting.count(len(sources)))
        self.shown.setText(single if len(sources) == 1 else count)
        self.shown.setToolTip(file_name(folder))
        self.below.setVisible(self._are_folders)
        self.changed.emit()

    @property
    def refusal(self) -> str:
        """Why the batch cannot start; empty if nothing hinders it."""
        if not self.sources:
            return tr("Choose the pictures.")
        if not self.out.path:
            return tr("Choose a folder to export into.")
        try:
            self._named()
        except ExportError as error:
            return translated(error.message)
        return ""

    def show_example(self, suffix: str) -> None:
        """Shows what a picture becomes. suffix: of the files that are written."""
        try:
            text = tr("For example: {name}").format(name=f"{self._named()}{suffix}") if self.sources else ""
        except ExportError:
            text = ""
        self.example.setText(text)

    @property
    def words(self) -> list[str]:
        """Words of a command line, without the sources and the folder that is written to."""
        found = [f"--name={self.name.text()}"]
        if types := [each.strip() for each in names(self.types.text())]:
            found.append(f"--types={','.join(types)}")
        if self.existing.currentData():
            found.append("--overwrite")
        if not self.below.isHidden() and not self.below.isChecked():
            found.append("--flat")
        return found

    def _named(self) -> str:
        """Returns the name that one of the pictures gets, without its suffix. Raises ExportError."""
        first = self.sources[0]
        example = first / "photo.jpg" if self._are_folders else first
        return batch_items.named(self.name.text(), example, 1, Path(self.out.path or "."))

    def _choose_folder(self) -> None:
        path = file_dialogs.folder(self, tr("Folder of pictures"), self._start)
        if path is not None:
            self.set_sources(path)

    def _choose_files(self) -> None:
        kinds = tr("Pictures ({suffixes});;All files (*)").format(suffixes=patterns())
        if found := file_dialogs.open_files(self, tr("Pictures"), self._start, kinds):
            self.set_sources(*found)

    @property
    def _start(self) -> Path | None:
        """Where a dialog begins."""
        if not self.sources:
            return None
        return self.sources[0] if self._are_folders else self.sources[0].parent

    def _choose_out(self) -> Path | None:
        return file_dialogs.folder(self, tr("Export into"), self._start)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text, toolTip=tip, autoDefault=False)
    button.setMinimumHeight(FIELD_HEIGHT)
    return button


def _line(hint: str, tip: str) -> QLineEdit:
    line = QLineEdit(placeholderText=hint, toolTip=tip)
    line.setMinimumHeight(FIELD_HEIGHT)
    return line
