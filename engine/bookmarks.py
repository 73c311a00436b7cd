"""Bookmarks of views: kept as a file that people can read, and each a `render` command. No torch, no Qt."""

import json
import os
import shlex
import subprocess
from dataclasses import asdict, dataclass, fields
from fractions import Fraction
from math import ceil, log10
from pathlib import Path
from typing import Any

from engine.base import text_file, user_data
from engine.base.errors import BookmarkError
from engine.base.messages import message
from engine.geometry.viewport import MAX_SCALE, MIN_SCALE, Viewport, centred_on

VERSION = 1
"""Of the file. It grows only when an older Unpixel would misread what a newer one writes: fields may be added."""
MEND = message("mend it, or move it away")
DEMO = "demo"
"""What stands for a file where the picture is the one that Unpixel draws."""


@dataclass(frozen=True)
class Bookmark:
    """A view of a picture under a model.

    file: a path, or DEMO. x, y: the view's middle as decimals, source px of the picture as it lies. scale: device px
    per source px. width, height: device px. orientation: engine/geometry/orientation.py. thumbnail: a PNG in base64, or "".
    """

    name: str
    file: str
    model: str
    x: str
    y: str
    scale: float
    width: int
    height: int
    orientation: int = 0
    thumbnail: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError or TypeError for what is no view."""
        texts = self.name, self.file, self.model, self.x, self.y, self.thumbnail
        sound = MIN_SCALE <= self.scale <= MAX_SCALE and min(self.width, self.height) > 0
        if not sound or self.orientation not in range(8) or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"{self.name} is no view")
        self.middle  # noqa: B018 - read to see that it can be

    @property
    def middle(self) -> tuple[Fraction, Fraction]:
        """The view's middle (x, y), source px, exact."""
        return Fraction(self.x), Fraction(self.y)

    @property
    def view(self) -> Viewport:
        """The view, as large as it was."""
        return centred_on(*self.middle, self.scale, self.width, self.height)


def from_view(
    name: str, file: str, model: str, view: Viewport, orientation: int, thumbnail: str = ""
) -> Bookmark:
    """The bookmark of a view: its decimals are as many as it takes to find each of its device px again."""
    digits = max(0, ceil(log10(view.scale)) + 1)
    scale = Fraction(view.scale)
    x, y = (
        _decimal((corner + Fraction(side, 2)) / scale, digits)
        for corner, side in zip(view.origin, (view.width, view.height), strict=True)
    )
    size = view.width, view.height
    return Bookmark(name, file, model, x, y, view.scale, *size, orientation, thumbnail)


def render_command(bookmark: Bookmark, out: str) -> str:
    """What to type to have the view as the file `out`: as much of the picture, in as many px."""
    words = ["python", "main.py", "render", bookmark.file, out]
    words += [f"--center={bookmark.x},{bookmark.y}", "--scale", repr(bookmark.scale)]
    words += ["--size", f"{bookmark.width}x{bookmark.height}"]
    words += ["--orientation", str(bookmark.orientation)] if bookmark.orientation else []
    words += ["--model", bookmark.model]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def path() -> Path:
    """Where they are kept."""
    return user_data.folder() / "bookmarks.json"


def load() -> list[Bookmark]:
    """The user's bookmarks, in their order; fields that are not known are passed over.

    Raises BookmarkError where the file is damaged, cannot be read, or is a newer Unpixel's.
    """
    try:
        text = path().read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise BookmarkError(path(), message("cannot be read ({why})", why=error), MEND) from error
    try:
        held = json.loads(text)
        newer = held["version"] > VERSION
        found = [] if newer else [_understood(entry) for entry in held["bookmarks"]]
    except (ValueError, TypeError, KeyError) as error:
        raise BookmarkError(path(), message("is damaged ({why})", why=repr(error)), MEND) from error
    if newer:
        remedy = message("update this one, or move it away")
        raise BookmarkError(path(), message("was written by a newer Unpixel"), remedy)
    return found


def save(bookmarks: list[Bookmark]) -> None:
    """Keeps these and no others, all of them or as it was. Raises ExportError where the disk does not take them."""
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = message("cannot be written ({why})", why=error.strerror)
        raise BookmarkError(path(), reason, message("make room, or set UNPIXEL_DATA")) from error
    held = {"version": VERSION, "bookmarks": [asdict(bookmark) for bookmark in bookmarks]}
    text_file.write(path(), json.dumps(held, indent=1, ensure_ascii=False) + "\n")


def _understood(entry: dict[str, Any]) -> Bookmark:
    known = {field.name for field in fields(Bookmark)}
    return Bookmark(**{name: value for name, value in entry.items() if name in known})


def _decimal(value: Fraction, digits: int) -> str:
    """The nearest decimal, without an exponent or idle zeros."""
    units = round(value * 10**digits)
    whole, part = divmod(abs(units), 10**digits)
    tail = f"{part:0{digits}d}".rstrip("0") if digits else ""
    return f"{'-' if units < 0 else ''}{whole}{'.' + tail if tail else ''}"
