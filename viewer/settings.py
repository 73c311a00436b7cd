"""What the user chose, kept from one run to the next. The window's thread."""

import json
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QSettings


@dataclass(frozen=True)
class Settings:
    """exact_at_rest: whether a view that rests is finished by the model itself, where what stands in for it is close
    already. keep_view: at the next picture, instead of fitting it. restore_session: whether an empty start shows what
    the last window did.
    """

    exact_at_rest: bool = True
    keep_view: bool = False
    restore_session: bool = True


DEFAULTS = Settings()


def read() -> Settings:
    """As they were kept; what is not there, or makes no sense, is as it is at first."""
    file = _file()
    return Settings(**{each.name: _understood(each.name, file.value(each.name)) for each in fields(Settings)})


def keep(**changes: Any) -> None:
    """Keeps some for the next run; one that is as it is at first is not written down."""
    now, file = replace(read(), **changes), _file()
    for name in changes:
        value = getattr(now, name)
        if value == getattr(DEFAULTS, name):
            file.remove(name)
        else:
            file.setValue(name, json.dumps(value))


def _understood(name: str, kept: object) -> Any:
    """A value from the file, or the default's."""
    default = getattr(DEFAULTS, name)
    try:
        value = json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        return default
    return value if type(value) is type(default) else default


def _file() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "unpixel", "settings")
