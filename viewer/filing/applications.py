"""The programs that can open a kind of file, from the desktop entries of freedesktop.org. No Qt.

Other systems have no list that a program can read; there a program is chosen as a file.
"""

import configparser
import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import FileError
from engine.base.messages import message

SECTION = "Desktop Entry"
MAX_LISTED = 12
"""Programs in the menu."""
SOON = 5.0
"""Seconds: a program that ends within this time with a status could not open the file."""


@dataclass(frozen=True)
class Application:
    """name: for people. command: as a desktop entry writes it, with codes such as %f for the file."""

    name: str
    command: tuple[str, ...]

    def arguments(self, path: Path) -> list[str]:
        """Returns the command that opens a file."""
        codes = {"%f": str(path), "%F": str(path), "%u": path.as_uri(), "%U": path.as_uri(), "%c": self.name}
        parts = [
            codes.get(part, part.replace("%%", "%")) for part in self.command if part not in ("%i", "%k")
        ]
        opens = any(part in ("%f", "%F", "%u", "%U") for part in self.command)
        return parts if opens else [*parts, str(path)]


def listed(types: Sequence[str], language: str) -> list[Application]:
    """Returns the programs for a file, the user's choices first. Reads many files.

    types: names of the file's MIME type and of more general ones. language: code of the names, such as de.
    """
    if sys.platform in ("win32", "darwin"):
        return []
    entries = dict(_entries())
    associations = list(_associations())
    names = dict.fromkeys(name for kind in types for name in _chosen(kind, associations))
    names |= dict.fromkeys(name for kind in types for name in entries if kind in _types(entries[name]))
    removed = {name for kind in types for name in _named(associations, "Removed Associations", kind)}
    found = [
        _application(entries[name], language) for name in names if name in entries and name not in removed
    ]
    return [each for each in dict.fromkeys(found) if each is not None][:MAX_LISTED]


def of_program(path: Path) -> Application:
    """Returns a program that the user chose as a file."""
    return Application(path.stem, ("open", "-a", str(path)) if sys.platform == "darwin" else (str(path),))


def open_with(application: Application, path: Path) -> None:
    """Opens a file with a program. Raises FileError if it cannot be started, or fails soon. Takes up to SOON s."""
    command = application.arguments(path)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        reason = message("cannot be started ({why})", why=why)
        raise FileError(application.name, reason, message("choose another program")) from error
    try:
        status = process.wait(SOON)
    except subprocess.TimeoutExpired:
        # Someone has to wait for its end: until then the system keeps its number.
        threading.Thread(target=process.wait, name="program", daemon=True).start()
        return
    if status:
        reason = message("ended with {status}", status=status)
        raise FileError(application.name, reason, message("choose another program"))


def _data_folders() -> list[Path]:
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    others = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(folder) / "applications" for folder in (home, *others.split(":")) if folder]


def _entries() -> Iterator[tuple[str, configparser.SectionProxy]]:
    """Yields the names and the main sections of the desktop entries; of one name, those of the user come last."""
    for folder in reversed(_data_folders()):
        for file in sorted(folder.rglob("*.desktop")):
            parsed = _parsed(file)
            if parsed.has_section(SECTION):
                yield "-".join(file.relative_to(folder).parts), parsed[SECTION]


def _associations() -> Iterator[configparser.RawConfigParser]:
    """Yields what the user, then the system, has chosen for kinds of files."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    others = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    for folder in (*(Path(each) for each in (home, *others.split(":")) if each), *_data_folders()):
        yield _parsed(folder / "mimeapps.list")


def _parsed(file: Path) -> configparser.RawConfigParser:
    """Returns what is in a file of sections; nothing if it cannot be read."""
    parser = configparser.RawConfigParser(delimiters="=", comment_prefixes="#", strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names such as Exec and exec differ
    try:
        parser.read_string(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, configparser.Error):
        return configparser.RawConfigParser()
    return parser


def _chosen(kind: str, associations: list[configparser.RawConfigParser]) -> list[str]:
    sections = ("Default Applications", "Added Associations")
    return [name for section in sections for name in _named(associations, section, kind)]


def _named(associations: list[configparser.RawConfigParser], section: str, kind: str) -> list[str]:
    values = (parser.get(section, kind, fallback="") for parser in associations)
    return [name for value in values for name in value.split(";") if name]


def _types(entry: configparser.SectionProxy) -> list[str]:
    return entry.get("MimeType", "").split(";")


def _application(entry: configparser.SectionProxy, language: str) -> Application | None:
    """Returns the program of an entry; None if it cannot be used here."""
    name = entry.get(f"Name[{language}]") or entry.get("Name", "")
    try:
        command = tuple(shlex.split(entry.get("Exec", "")))
    except ValueError:
        return None
    unusable = "true" in (entry.get("Hidden"), entry.get("Terminal")) or not name or not command
    if unusable or Path(command[0]).stem == "unpixel":
        return None
    needed = entry.get("TryExec") or command[0]
    return Application(name, command) if shutil.which(needed) else None
