"""The dialog of a file's properties."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from engine.base import write_failure
from engine.base.errors import FileError
from engine.base.printable import file_name
from engine.images.file_info import FileInfo
from engine.session.events import PictureOpened
from viewer.base import formatting
from viewer.base.language import tr
from viewer.widgets.elided_label import ElidedLabel

WIDTH = 440
"""Logical px."""


@dataclass(frozen=True)
class OnDisk:
    """What the disk says of a file. size: bytes. allocated: bytes that it takes, if the system tells."""

    size: int
    allocated: int | None
    changed: datetime
    made: datetime | None


def read(path: Path) -> OnDisk:
    """Asks the disk. Raises FileError."""
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(path, *write_failure.explained(error, path)) from error
    blocks, made = getattr(status, "st_blocks", None), getattr(status, "st_birthtime", None)
    return OnDisk(
        status.st_size,
        None if blocks is None else 512 * blocks,
        datetime.fromtimestamp(status.st_mtime),
        None if made is None else datetime.fromtimestamp(made),
    )


class Properties(QDialog):
    """info: facts that the engine found in the file, if they are known by now."""

    def __init__(self, window: QWidget, opened: PictureOpened, info: FileInfo | None, disk: OnDisk) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Properties"))
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        for text, value in _lines(opened, info, disk):
            name, shown = QLabel(text), ElidedLabel(value)
            name.setProperty("faint", True)
            shown.setAccessibleName(text)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(name, shown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        self.resize(WIDTH, self.sizeHint().height())


def _lines(opened: PictureOpened, info: FileInfo | None, disk: OnDisk) -> list[tuple[str, str]]:
    assert opened.path is not None
    width, height = opened.size
    pixels = f"{formatting.size(width, height)} px ({formatting.megapixels(width * height)})"
    lines = [
        (tr("Name"), file_name(opened.path.name)),
        (tr("Folder"), file_name(opened.path.parent)),
        (tr("Size"), _bytes(disk.size)),
        (tr("On the disk"), "" if disk.allocated is None else _bytes(disk.allocated)),
        (tr("Pixels"), pixels),
        (tr("Pages"), formatting.count(opened.pages.count) if opened.pages.count > 1 else ""),
        (tr("Changed"), _date(disk.changed)),
        (tr("Made"), "" if disk.made is None else _date(disk.made)),
    ]
    if info is not None:
        lines += [
            (tr("Format"), info.format),
            (tr("Bits per sample"), formatting.count(info.bits)),
            (tr("Colours"), info.mode),
            (tr("Colour profile"), info.profile or tr("sRGB")),
        ]
    return [(name, value) for name, value in lines if value]


def _bytes(size: int) -> str:
    return tr("{amount} ({count} bytes)").format(amount=formatting.amount(size), count=formatting.count(size))


def _date(when: datetime) -> str:
    seconds = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(seconds, QLocale.FormatType.ShortFormat)
