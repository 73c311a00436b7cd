"""The user's settings, stored in a file; all windows are notified of changes. The window's thread."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from engine.base.resources import Resources

MB = 1 << 20
CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "wheel": ("zoom", "pan", "next"),
    "device": ("auto", "cpu", "cuda"),
    "precision": ("auto", "fp32", "bf16", "fp16"),
}
"""Allowed values of the settings that are words."""


@dataclass(frozen=True)
class Settings:
    """All settings, with their defaults.

    exact_at_rest: whether the full model finishes a resting view that a faster approximation already shows.
    language: "system", or a code such as de. wheel: what the mouse wheel does. keep_view: show the next picture at the
    same scale and place instead of fitting it. restore_session: reopen the last picture and view at the start.

    device, precision, threads: of the engine; 0 threads: the engine chooses. tiles, codes, prepared, samples: sizes of
    the engine's caches in MiB. keys: the user's keys by command id, where they differ from the table
    (viewer/commands/bindings.py).
    """

    exact_at_rest: bool = True
    language: str = "system"
    theme: str = "system"
    wheel: str = "zoom"
    keep_view: bool = False
    restore_session: bool = True
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
    file = _file()
    return Settings(**{each.name: _parsed(each.name, file.value(each.name)) for each in fields(Settings)})


def change(**changes: Any) -> None:
    """Changes settings by name, stores them and notifies all windows. Defaults are not written to the file."""
    before, file = read(), _file()
    now = replace(before, **changes)
    if now == before:
        return
    for name in changes:
        value = getattr(now, name)
        if value == getattr(DEFAULTS, name):
            file.remove(name)
        else:
            file.setValue(name, json.dumps(value))
    notifier.changed.emit(before, now)


def _parsed(name: str, stored: object) -> Any:
    """Returns the value of a setting from its JSON in the file, or its default where that is invalid."""
    default = getattr(DEFAULTS, name)
    try:
        value = json.loads(stored) if isinstance(stored, str) else None
    except ValueError:
        return default
    if name == "keys":
        return _keys(value)
    if type(value) is not type(default) or (name in CHOICES and value not in CHOICES[name]):
        return default
    return max(value, 0) if type(value) is int else value


def _keys(value: object) -> dict[str, tuple[str, ...]]:
    entries = value.items() if isinstance(value, dict) else ()
    return {str(id): tuple(map(str, keys)) for id, keys in entries if isinstance(keys, list)}


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "unpixel", "settings")
