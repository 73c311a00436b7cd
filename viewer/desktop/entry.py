"""Installs Unpixel in the desktop of one user, and removes it: entry, icon, kinds of files, thumbnails. Linux alone.

The files lie in assets/desktop; the .deb installs the same ones for all users. XDG_DATA_HOME says where.
"""

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from engine.base import text_file
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.base.own_command import lasting_command

SOURCE = Path(__file__).resolve().parents[2] / "assets" / "desktop"
PLACES = {
    "unpixel.desktop": "applications/unpixel.desktop",
    "unpixel.svg": "icons/hicolor/scalable/apps/unpixel.svg",
    "unpixel-mime.xml": "mime/packages/unpixel-mime.xml",
    "unpixel.thumbnailer": "thumbnailers/unpixel.thumbnailer",
    "app.unpixel.Unpixel.metainfo.xml": "metainfo/app.unpixel.Unpixel.metainfo.xml",
}
"""Files of SOURCE and their places in a folder such as /usr/share."""
DATABASES = {"applications": "update-desktop-database", "mime": "update-mime-database"}
"""Folders that the desktop reads through a database, and the program that renews it."""


def install() -> list[Path]:
    """Writes the files. Returns their paths. Raises ExportError."""
    folder, program = _folder(), lasting_command([])
    written = []
    for name, place in PLACES.items():
        target = folder / place
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = message("cannot be created ({why})", why=str(error.strerror))
            raise ExportError(
                target.parent, reason, message("set XDG_DATA_HOME to another folder")
            ) from error
        text_file.write(target, with_program((SOURCE / name).read_text(encoding="utf-8"), program))
        written.append(target)
    _renew(folder)
    return written


def uninstall() -> list[Path]:
    """Deletes the files that `install` wrote. Returns the paths of those that were there. Raises ExportError."""
    folder = _folder()
    found = [folder / place for place in PLACES.values() if (folder / place).exists()]
    for path in found:
        try:
            path.unlink()
        except OSError as error:
            reason = message("cannot be deleted ({why})", why=str(error.strerror))
            raise ExportError(path, reason, message("delete it by hand")) from error
    _renew(folder)
    return found


def with_program(entry: str, program: list[str]) -> str:
    """Returns the text of an entry whose keys Exec and TryExec name `program` instead of the command unpixel."""
    starts = {"Exec=": f"Exec={' '.join(map(quoted, program))}", "TryExec=": f"TryExec={program[0]}"}
    for key, start in starts.items():
        entry = re.sub(f"^{key}unpixel", lambda _, start=start: start, entry, flags=re.MULTILINE)
    return entry


def quoted(word: str) -> str:
    """Quotes a word of an Exec key, as the Desktop Entry Specification says: quoting first, then escaping."""
    inner = "".join(f"\\{each}" if each in '"`$\\' else each for each in word.replace("%", "%%"))
    return f'"{inner}"'.replace("\\", "\\\\")


def _folder() -> Path:
    if sys.platform != "linux":
        remedy = message("the installers for Windows and macOS make the entry")
        raise ExportError("--install-desktop", message("is for Linux"), remedy)
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if given.startswith("/") else Path.home() / ".local" / "share"


def _renew(folder: Path) -> None:
    """Renews the databases. A desktop without these programs reads the files themselves."""
    for name, program in DATABASES.items():
        if (folder / name).is_dir():
            with suppress(OSError):
                subprocess.run([program, folder / name], capture_output=True, check=False)
