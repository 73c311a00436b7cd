"""Bookmarks of views, stored in a readable JSON file. Each can be exported as a `render` command. No torch, no Qt."""

import json
import os
import shlex
import string
import subprocess
from dataclasses import asdict, dataclass, fields
from fractions import Fraction
from math import ceil, log10
from pathlib import Path
from typing import Any

from engine.base import own_file, text_file, user_data, write_failure
from engine.base.errors import BookmarkError
from engine.base.exact_number import fraction
from engine.base.messages import message
from engine.base.printable import CONTROLS
from engine.geometry.viewport import MAX_SCALE, MIN_SCALE, Viewport, centred_on
from engine.images.pages import MOST_PAGES

VERSION = 1
"""Version of the file format. It changes only if an older Unpixel would misread a newer file; fields may be added."""
MAX_BYTES = 64 << 20
"""Largest file: about a thousand bookmarks with their thumbnails."""
_EMPTY: tuple[int, list[Any]] = (VERSION, [])
MAX_SIDE = 1_000_000
"""Largest width and height of a view, device px."""
PLAIN = string.ascii_letters + string.digits + "/._-+=,: "
"""What stands as it is between the quotes of a word with escapes."""
DEMO = "demo"
"""Value of `file` for the demo picture, which Unpixel draws itself."""


@dataclass(frozen=True)
class Bookmark:
    """A view of a picture under a model.

    file: a path, or DEMO. model: a name or path. x, y: the view's centre as decimal strings, source px of the picture
    in its orientation. scale: device px per source px. width, height: device px.
    orientation: 0…7, see engine/geometry/orientation.py. thumbnail: a PNG in base64, or "". page: of the file, from 0;
    None for the one that it shows first.
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
    page: int | None = None

    def __post_init__(self) -> None:
        """Raises ValueError or TypeError if the fields describe no view."""
        texts = self.name, self.file, self.model, self.x, self.y, self.thumbnail
        valid = MIN_SCALE <= self.scale <= MAX_SCALE and {type(self.width), type(self.height)} == {int}
        valid = valid and min(self.width, self.height) > 0 and max(self.width, self.height) <= MAX_SIDE
        valid = valid and (self.page is None or (type(self.page) is int and 0 <= self.page < MOST_PAGES))
        if not valid or self.orientation not in range(8) or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"{self.name} is no view")
        self.centre  # noqa: B018 - raises if x or y is no number

    @property
    def centre(self) -> tuple[Fraction, Fraction]:
        """The view's exact centre (x, y), source px."""
        return fraction(self.x), fraction(self.y)

    @property
    def view(self) -> Viewport:
        """The view at its original size."""
        return centred_on(*self.centre, self.scale, self.width, self.height)


def from_view(
    name: str,
    file: str,
    model: str,
    view: Viewport,
    orientation: int,
    thumbnail: str = "",
    page: int | None = None,
) -> Bookmark:
    """Returns the bookmark of a view. Its centre has as many decimals as restoring each device px exactly needs."""
    digits = max(0, ceil(log10(view.scale)) + 1)
    scale = Fraction(view.scale)
    x, y = (
        _decimal((corner + Fraction(side, 2)) / scale, digits)
        for corner, side in zip(view.origin, (view.width, view.height), strict=True)
    )
    size = view.width, view.height
    return Bookmark(name, file, model, x, y, view.scale, *size, orientation, thumbnail, page)


def render_command(bookmark: Bookmark, out: str) -> str:
    """Returns the command line that renders the view, at its size in px, into the file `out`."""
    words = ["python", "main.py", "render", bookmark.file, out]
    words += [f"--center={bookmark.x},{bookmark.y}", "--scale", repr(bookmark.scale)]
    words += ["--size", f"{bookmark.width}x{bookmark.height}"]
    words += ["--orientation", str(bookmark.orientation)] if bookmark.orientation else []
    words += ["--page", str(bookmark.page + 1)] if bookmark.page is not None else []
    words += ["--model", bookmark.model]
    return subprocess.list2cmdline(words) if os.name == "nt" else " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """Returns a word as a shell reads it; bytes and characters that cannot be shown as bash and zsh escape them."""
    if not CONTROLS.search(word):
        return shlex.quote(word)
    plain = "".join(chr(byte) if chr(byte) in PLAIN else f"\\x{byte:02x}" for byte in os.fsencode(word))
    return f"$'{plain}'"


def path() -> Path:
    """Returns the path of the bookmarks file."""
    return user_data.folder() / "bookmarks.json"


def load() -> list[Bookmark]:
    """Returns the user's bookmarks in their order. Ignores unknown fields.

    A file that cannot be read is set aside and reported; if only some entries are damaged, the others are stored again.
    Raises BookmarkError if the file was written by a newer Unpixel, and what `save` raises.
    """
    version, entries = own_file.load(path(), MAX_BYTES, _checked, _EMPTY)
    if version > VERSION:
        remedy = message("update Unpixel, or remove the file")
        raise BookmarkError(path(), message("was written by a newer version of Unpixel"), remedy)
    parsed = [bookmark for bookmark in map(_parsed, entries) if bookmark is not None]
    damaged = len(entries) - len(parsed)
    if damaged and own_file.set_aside(path(), f"{damaged} of {len(entries)} entries are damaged"):
        save(parsed)
    return parsed


def _checked(content: Any) -> tuple[int, list[Any]]:
    """Returns the version and the entries. Raises an error of several types if the content is of another form."""
    if not isinstance(content["version"], int) or not isinstance(content["bookmarks"], list):
        raise ValueError("not a list of bookmarks")
    return content["version"], content["bookmarks"]


def save(bookmarks: list[Bookmark]) -> None:
    """Replaces the stored bookmarks atomically. Raises ExportError or BookmarkError if it cannot be written."""
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BookmarkError(path(), *write_failure.explained(error, path().parent)) from error
    content = {"version": VERSION, "bookmarks": [asdict(bookmark) for bookmark in bookmarks]}
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    if 4 * len(text) > MAX_BYTES and len(text.encode(errors="backslashreplace")) > MAX_BYTES:
        reason = message("would be larger than {limit} MB", limit=MAX_BYTES >> 20)
        raise BookmarkError(path(), reason, message("remove bookmarks that you no longer need"))
    text_file.write(path(), text)


def _parsed(entry: Any) -> Bookmark | None:
    """Converts one entry of the file. Returns None if it is damaged."""
    known = {field.name for field in fields(Bookmark)}
    try:
        return Bookmark(**{name: value for name, value in entry.items() if name in known})
    except (TypeError, ValueError, AttributeError):
        return None


def _decimal(value: Fraction, digits: int) -> str:
    """Formats the nearest decimal without an exponent and without trailing zeros."""
    units = round(value * 10**digits)
    whole, part = divmod(abs(units), 10**digits)
    tail = f"{part:0{digits}d}".rstrip("0") if digits else ""
    return f"{'-' if units < 0 else ''}{whole}{'.' + tail if tail else ''}"
