"""Paths on their way through Qt, whose texts cannot hold names that are no text. No widgets.

A QString drops what Python makes of a byte that is no UTF-8 (a lone surrogate), and what Qt makes of such a byte is
U+FFFD. Therefore a path crosses Qt as a URL with its bytes, or as a Python object (`Signal(object)`), never as a text.
"""

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl

from engine.base.printable import CONTROLS, is_text

UNKNOWN = re.compile("\ufffd+")
"""What Qt shows in place of bytes that are no text."""


def url_of(path: Path) -> QUrl:
    """Returns the URL of a path, with all its bytes."""
    return QUrl.fromEncoded(path.absolute().as_uri().encode())


def path_of(url: QUrl) -> Path | None:
    """Returns the path of a URL; None if it is of no local file."""
    if not url.isLocalFile():
        return None
    if os.name == "nt" or url.host():
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def paths_of(data: QMimeData) -> tuple[Path, ...]:
    """Returns the local files and folders of dropped or pasted data."""
    return tuple(path for path in map(path_of, data.urls()) if path is not None)


def on_disk(text: str) -> Path:
    """Returns the path that a dialog of Qt means: U+FFFD in a name stands for bytes that are no text."""
    path = Path(text)
    if "\ufffd" not in text or os.path.lexists(path):
        return path
    found = Path(path.anchor)
    for name in path.parts[1:] if path.anchor else path.parts:
        found /= _name_on_disk(found, name)
    return found


def for_dialog(path: Path) -> str:
    """Returns a path as a dialog of Qt can take it: in the nearest folder with a name, under a name that is text."""
    folder = path.parent
    while not is_text(str(folder)):
        folder = folder.parent
    return str(folder / CONTROLS.sub("_", path.name))


def _name_on_disk(folder: Path, name: str) -> str:
    """Returns the name in a folder that Qt shows as `name`; `name` itself if there is none."""
    if "\ufffd" not in name:
        return name
    try:
        entries = sorted(path.name for path in folder.iterdir())
    except OSError:
        return name
    return next((entry for entry in entries if _shown(entry) == UNKNOWN.sub("\ufffd", name)), name)


def _shown(name: str) -> str:
    return UNKNOWN.sub("\ufffd", os.fsencode(name).decode("utf-8", errors="replace"))
