"""The dialogs for files and folders. Each returns paths as they are on the disk, or none if it was cancelled."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.base import local_files


def open_file(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """Asks for a file. kinds: Qt's name filters."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return local_files.on_disk(name) if name else None


def open_files(parent: QWidget | None, title: str, folder: Path | None, kinds: str) -> list[Path]:
    """Asks for files. folder: where to begin. The suffixes in `kinds` are not shown: there are too many."""
    hidden = QFileDialog.Option.HideNameFilterDetails
    names, _ = QFileDialog.getOpenFileNames(parent, title, _start(folder), kinds, options=hidden)
    return list(map(local_files.on_disk, names))


def save_file(parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    """Asks for a file to write."""
    name, _ = QFileDialog.getSaveFileName(parent, title, local_files.for_dialog(suggested), kinds)
    return local_files.on_disk(name) if name else None


def folder(parent: QWidget | None, title: str, start: Path | None) -> Path | None:
    """Asks for a folder. start: where to begin."""
    name = QFileDialog.getExistingDirectory(parent, title, _start(start))
    return local_files.on_disk(name) if name else None


def _start(folder: Path | None) -> str:
    # with a name below it, which is cut off again: only the folders above a name are kept as they are
    return str(Path(local_files.for_dialog(folder / "x")).parent) if folder is not None else ""
