"""The dialogs for files and folders. Each returns paths as they are on the disk, or none if it was cancelled.

Qt's dialogs ask the disk in the window's thread, already when they begin: for their folder, and for the one that the
last dialog was in. Both are replaced by the user's folder if their disk does not answer.
"""

from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.base import paths
from viewer.base import background, local_files

ASSETS = Path(__file__).resolve().parents[2] / "assets"
QT_SETTINGS, LAST_FOLDER = "QtProject", "FileDialog/lastVisited"
"""Where Qt keeps the folder of the last dialog, for all programs."""
_latest: list[Path] = []
"""The folder of the last chosen file, for dialogs that have no better place to begin."""


def open_file(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """Asks for a file. kinds: Qt's name filters."""
    name, _ = QFileDialog.getOpenFileName(parent, title, _start(None), kinds)
    return _chosen(name)


def open_files(parent: QWidget | None, title: str, folder: Path | None, kinds: str) -> list[Path]:
    """Asks for files. folder: where to begin. The suffixes in `kinds` are not shown: there are too many."""
    hidden = QFileDialog.Option.HideNameFilterDetails
    names, _ = QFileDialog.getOpenFileNames(parent, title, _start(folder), kinds, options=hidden)
    return [path for path in map(_chosen, names) if path is not None]


def save_file(parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    """Asks for a file to write."""
    start = str(Path(_start(suggested.parent)) / Path(local_files.for_dialog(suggested)).name)
    name, _ = QFileDialog.getSaveFileName(parent, title, start, kinds)
    return _chosen(name)


def folder(parent: QWidget | None, title: str, start: Path | None) -> Path | None:
    """Asks for a folder. start: where to begin."""
    name = QFileDialog.getExistingDirectory(parent, title, _start(start))
    return local_files.on_disk(name) if name else None


def _chosen(name: str) -> Path | None:
    if not name:
        return None
    path = local_files.on_disk(name)
    _latest[:] = [path.parent]
    return path


def _start(folder: Path | None) -> str:
    """Returns where a dialog begins: in a folder whose disk answers. Qt forgets the place of the last dialog."""
    wanted = [_of_the_user(each) for each in (folder, *_latest) if each is not None][:1]
    start = wanted[0] if wanted and background.soon(partial(paths.exists, wanted[0]), False) else Path.home()
    _reset_last_folder()
    # with a name below it, which is cut off again: only the folders above a name are kept as they are
    return str(Path(local_files.for_dialog(start / "x")).parent)


def _of_the_user(folder: Path) -> Path:
    """Returns the folder; the user's pictures instead of a folder that came with Unpixel, such as the demo's."""
    if folder.is_relative_to(ASSETS):
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    return folder


def _reset_last_folder() -> None:
    """Lets the next dialog of Qt begin without a look at the folder of the one before."""
    _keeper().setDirectoryUrl(QUrl.fromLocalFile(str(Path.home())))


@cache
def _keeper() -> QFileDialog:
    """Returns a dialog that is never shown: only a dialog can change the place that Qt keeps for the next one."""
    stored = QSettings(QSettings.Scope.UserScope, QT_SETTINGS)
    last = QUrl(stored.value(LAST_FOLDER, ""))
    path = local_files.path_of(last)
    if path is not None and not background.soon(partial(paths.exists, path), False):
        stored.setValue(LAST_FOLDER, QUrl.fromLocalFile(str(Path.home())).toString())
        stored.sync()
    return QFileDialog()
