"""What the user chose, kept from one run to the next, and told of to every window. The window's thread."""

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
"""What the words among the settings may be."""


@dataclass(frozen=True)
class Settings:
    """exact_at_rest: whether a view that rests is finished by the model itself, where what stands in for it is close
    already. language: system, or a code such as de. keep_view: at the next picture, instead of fitting it.

    threads: of the engine; 0 is its own choice. tiles, codes, prepared, samples: MB that it may keep of each. keys: by
    a command's id, where they are not the table's (viewer/commands/bindings.py).
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
        """What of the machine the engine may use."""
        room = (each * MB for each in (self.tiles, self.codes, self.prepared, self.samples))
        return Resources(self.device, self.precision, self.threads, *room)


DEFAULTS = Settings()


class Teller(QObject):
    """`changed`: the Settings before, and those from now on."""

    changed = Signal(object, object)


notifier = Teller()


def read() -> Settings:
    """As they were kept; what is not there, or makes no sense, is as it is at first."""
    file = _file()
    return Settings(**{each.name: _understood(each.name, file.value(each.name)) for each in fields(Settings)})


def change(**changes: Any) -> None:
    """Keeps some for the next run, and tells of them; one that is as it is at first is not written down."""
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


def _understood(name: str, kept: object) -> Any:
    """A value from the file, or the default's."""
    default = getattr(DEFAULTS, name)
    try:
        value = json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        return default
    if name == "keys":
        return _keys(value)
    if type(value) is not type(default) or (name in CHOICES and value not in CHOICES[name]):
        return default
    return max(value, 0) if type(value) is int else value


def _keys(value: object) -> dict[str, tuple[str, ...]]:
    found = value.items() if isinstance(value, dict) else ()
    return {str(id): tuple(map(str, keys)) for id, keys in found if isinstance(keys, list)}


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "unpixel", "settings")
