"""The user's settings, stored in a file; all windows are notified of changes. The window's thread."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.base import user_data
from engine.base.resources import Resources
from engine.geometry.fit import Fit
from engine.images.folder import Order
from viewer.base import stored_values

MB = 1 << 20
CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark", "black"),
    "wheel": ("zoom", "pan", "next"),
    "wheel_ctrl": ("zoom", "pan", "next"),
    "double_click": ("fit", "fullscreen", "nothing"),
    "middle_click": ("fit", "fullscreen", "nothing"),
    "title": ("name", "position", "path"),
    "screen": ("srgb", "display-p3"),
    "fit": tuple(Fit),
    "sort": tuple(Order),
    "background": ("theme", "black", "white", "checkerboard"),
    "painter": ("auto", "processor", "graphics"),
    "device": ("auto", "cpu", "cuda"),
    "precision": ("auto", "fp32", "bf16", "fp16"),
}
"""Allowed values of the settings that are words. The background may also be a colour of the form #rrggbb, the screen
the path of a profile."""
COLOUR = re.compile("#[0-9a-f]{6}")
MAX_THREADS = 256
MAX_CACHE_MB = 1 << 16
MAX_SECONDS = 3600
LIMITS = {"threads": (0, MAX_THREADS), "slideshow_seconds": (1, MAX_SECONDS)}
LIMITS |= {"thumbnail_width": (96, 352), "zoom_steps": (1, 16)}
LIMITS |= dict.fromkeys(("tiles", "codes", "prepared", "samples"), (0, MAX_CACHE_MB))
"""Smallest and largest values of the settings that are numbers."""
MAX_KEYS = 8
"""Keys of one command."""


@dataclass(frozen=True)
class Settings:
    """All settings, with their defaults.

    exact_at_rest: whether the full model finishes a resting view even where an approximation looks the same.
    language: "system", or a code such as de. wheel: what the mouse wheel does. fit: how new pictures are
    fitted to the window (engine/geometry/fit.py). keep_view: show other pictures at the same scale and place instead.
    background: around the picture (viewer/canvas/background.py). screen: whose colours are painted
    (viewer/canvas/screen_colours.py). slideshow_seconds: how long it shows a picture.
    sort, sort_reversed, subfolders: of the pictures in a folder (engine/images/folder.py). loop: whether the first
    picture follows the last one.
    thumbnail_width: of the overview, logical px. double_click, middle_click, wheel_ctrl: what they do, as `wheel`.
    zoom_steps: notches of the wheel, or keys, that double the scale. title: what the title bar says. information:
    whether the name and the size are shown over the picture. toolbar: whether there is one.
    restore_session: reopen the last picture and view at the start. confirm_trash: ask before a file is moved to the
    trash. notify_exports: tell that exports have ended while
    the user works in another program. check_versions: ask the package index for a newer version at each start.

    painter: what draws the picture (viewer/app/graphics_choice.py).
    device, precision, threads: of the engine; 0 threads: the engine chooses. tiles, codes, prepared, samples: sizes of
    the engine's caches in MiB. keys: the user's keys by command id, where they differ from the table
    (viewer/commands/bindings.py).
    """

    exact_at_rest: bool = False
    language: str = "system"
    theme: str = "system"
    wheel: str = "zoom"
    fit: str = Fit.WHOLE.value
    keep_view: bool = False
    background: str = "theme"
    screen: str = "srgb"
    slideshow_seconds: int = 5
    sort: str = Order.NAME.value
    sort_reversed: bool = False
    subfolders: bool = False
    loop: bool = False
    thumbnail_width: int = 160
    double_click: str = "fit"
    middle_click: str = "nothing"
    wheel_ctrl: str = "zoom"
    zoom_steps: int = 4
    title: str = "name"
    information: bool = False
    toolbar: bool = False
    restore_session: bool = True
    confirm_trash: bool = True
    notify_exports: bool = True
    check_versions: bool = False
    painter: str = "auto"
    device: str = "auto"
    precision: str = "auto"
    threads: int = 0
    tiles: int = 96
    codes: int = 160
    prepared: int = 128
    samples: int = 96
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def resources(self) -> Resources:
        """The settings that concern the engine, cache sizes in bytes."""
        cache_bytes = (size * MB for size in (self.tiles, self.codes, self.prepared, self.samples))
        return Resources(self.device, self.precision, self.threads, *cache_bytes)


DEFAULTS = Settings()


class Notifier(QObject):
    """`changed`: the Settings before and after a change."""

    changed = Signal(object, object)


notifier = Notifier()
"""Emits the changes of the settings, of whichever window."""


def read() -> Settings:
    """Returns the stored settings. Missing or invalid values get their defaults."""
    return parsed(stored_values.read(_file()))


def parsed(stored: Mapping[str, object]) -> Settings:
    """Returns the settings of a file. Missing or invalid values get their defaults."""
    return Settings(**{each.name: _parsed(each.name, stored.get(each.name)) for each in fields(Settings)})


def change(**changes: Any) -> None:
    """Changes settings by name, stores them and notifies all windows. Defaults are not written to the file."""
    before = read()
    now = replace(before, **changes)
    if now == before:
        return
    kept = {name: getattr(now, name) for name in changes if getattr(now, name) != getattr(DEFAULTS, name)}
    stored_values.update(_file(), kept, removed=changes.keys() - kept.keys())
    notifier.changed.emit(before, now)


def _parsed(name: str, value: object) -> Any:
    """Returns the value of a setting, or its default where the stored value is invalid."""
    default = getattr(DEFAULTS, name)
    if name == "keys":
        return _keys(value)
    if type(value) is not type(default):
        return default
    if name in CHOICES and value not in CHOICES[name]:
        colour = name == "background" and COLOUR.fullmatch(value)
        profile = name == "screen" and Path(value).is_absolute() and "\0" not in value
        return value if colour or profile else default
    least, most = LIMITS[name] if type(value) is int else (0, 0)
    return min(max(value, least), most) if type(value) is int else value


def _keys(value: object) -> dict[str, tuple[str, ...]]:
    entries = value.items() if isinstance(value, dict) else ()
    return {str(id): tuple(map(str, keys))[:MAX_KEYS] for id, keys in entries if isinstance(keys, list)}


def _file() -> Path:
    return user_data.settings_folder() / "settings.json"
