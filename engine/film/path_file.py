"""The path of a film, a JSON file of few lines: bookmarks of one picture in their order, size, frame rate and speed.

{"version": 1, "size": [1920, 1080], "rate": 30, "speed": 1.0, "ease": 0.8, "keys": [{"hold": 1.0, …}, …]}
Each key has the fields of a bookmark (engine/bookmarks.py), and may have a hold in seconds. The rest is optional.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from math import isfinite
from pathlib import Path
from typing import Any

from engine.base import own_file, text_file
from engine.base.errors import ExportError
from engine.base.messages import Message, message
from engine.bookmarks import Bookmark
from engine.geometry.zoom_path import KeyView, Timing, ZoomPath

VERSION = 1
MAX_BYTES = 16 << 20
MOST_KEYS = 1000
MOST_SECONDS = 3600.0
"""Of a hold, and of a whole film."""
SIDES = 16, 8192
"""Smallest and largest side of a film, px: up to 8K."""
RATES = 1, 60
"""Frames a second."""
SPEEDS = 0.01, 100.0
EASES = 0.0, 60.0
DEFAULT_TIMING = Timing()


@dataclass(frozen=True)
class FilmPath:
    """keys: views of one picture, at least two. holds: seconds of rest at each. size: (width, height) px.

    rate: frames a second. timing: speed and easing. Raises ValueError if a value is out of its range.
    """

    keys: tuple[Bookmark, ...]
    holds: tuple[float, ...]
    size: tuple[int, int]
    rate: int = 30
    timing: Timing = DEFAULT_TIMING

    def __post_init__(self) -> None:
        if not 2 <= len(self.keys) == len(self.holds) <= MOST_KEYS:
            raise ValueError(f"a film has 2 to {MOST_KEYS} key views")
        if len({(key.file, key.orientation, key.page) for key in self.keys}) > 1:
            raise ValueError("the key views are of several pictures")
        ranges = (
            ("hold", (0.0, MOST_SECONDS), self.holds),
            ("side", SIDES, self.size),
            ("rate", RATES, (self.rate,)),
            ("speed", SPEEDS, (self.timing.speed,)),
            ("ease", EASES, (self.timing.ease,)),
        )
        for name, (least, most), values in ranges:
            if not all(isfinite(value) and least <= value <= most for value in values):
                raise ValueError(f"the {name} is not {least:g} to {most:g}")
        if self.zoom_path().seconds > MOST_SECONDS:
            raise ValueError(f"the film is longer than {MOST_SECONDS:g} seconds")

    def zoom_path(self, size: tuple[int, int] | None = None) -> ZoomPath:
        """Returns the views. size: of the views, by default that of the film.

        Each key view is shown as a whole: a view of another ratio gets some of what is beside it.
        """
        width, height = size or self.size
        keys = [
            KeyView(*key.centre, key.scale * min(width / key.width, height / key.height), hold)
            for key, hold in zip(self.keys, self.holds, strict=True)
        ]
        return ZoomPath(keys, self.timing, width, height)


def from_bookmarks(keys: Sequence[Bookmark], size: tuple[int, int], hold: float = 0.0) -> FilmPath:
    """Returns the path through bookmarks, with the same hold at each. Raises ValueError."""
    return FilmPath(tuple(keys), (hold,) * len(keys), size)


def read(path: Path) -> FilmPath:
    """Returns the path of a file. Raises ExportError if it is none."""
    try:
        return _parsed(own_file.read_json(path, MAX_BYTES))
    except FileNotFoundError as error:
        reason, remedy = message("there is no such file"), message("check the path")
        raise ExportError(path, reason, remedy) from error
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror or error)
        raise ExportError(path, reason, message("check the file")) from error
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise ExportError(path, *_no_path(error)) from error


def write(path: Path, film: FilmPath) -> None:
    """Writes a path file. Raises ExportError."""
    keys = [
        asdict(replace(key, thumbnail="")) | {"hold": hold}
        for key, hold in zip(film.keys, film.holds, strict=True)
    ]
    content = {"version": VERSION, "size": film.size, "rate": film.rate, **asdict(film.timing), "keys": keys}
    text_file.write(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def _parsed(content: dict[str, Any]) -> FilmPath:
    """Raises an error of several types if the content is no path."""
    if content["version"] != VERSION:
        raise ValueError("written by a newer version of Unpixel")
    known = {field.name for field in fields(Bookmark)}
    keys = tuple(
        Bookmark(**{name: value for name, value in key.items() if name in known}) for key in content["keys"]
    )
    width, height = content.get("size") or (keys[0].width, keys[0].height)
    if {type(width), type(height), type(content.get("rate", 30))} != {int}:
        raise ValueError("size and rate are whole numbers")
    default = DEFAULT_TIMING
    timing = Timing(float(content.get("speed", default.speed)), float(content.get("ease", default.ease)))
    holds = tuple(float(key.get("hold", 0.0)) for key in content["keys"])
    return FilmPath(keys, holds, (width, height), content.get("rate", 30), timing)


def _no_path(error: Exception) -> tuple[Message, Message]:
    why = f"no {error}" if isinstance(error, KeyError) else str(error)
    remedy = message("make it with File ▸ Export film…, or as README describes")
    return message("is no path of a film ({why})", why=why), remedy
