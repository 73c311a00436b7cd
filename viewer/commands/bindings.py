"""Keyboard shortcuts of commands: defaults (table.py), replaced by those that the user has set."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QAction, QKeySequence

from viewer.base.language import tr
from viewer.commands.table import COMMANDS

Keys = Mapping[str, tuple[str, ...]]
"""Keys by command id, in the notation of the table: "Ctrl+O"."""

DEFAULTS: Keys = {command.id: command.keys for command in COMMANDS}


def current(user_keys: Keys) -> dict[str, tuple[str, ...]]:
    """Returns the keys of every command. A key that the user gave to one command is taken from its default command."""
    owners = {normal(key): id for id, keys in user_keys.items() if id in DEFAULTS for key in keys}
    return {
        id: tuple(key for key in user_keys.get(id, keys) if owners.get(normal(key), id) == id)
        for id, keys in DEFAULTS.items()
    }


def other_owner(user_keys: Keys, key: str, id: str) -> str | None:
    """Returns the id of the command other than `id` that has a key, or None."""
    wanted = normal(key)
    others = (
        other for other, keys in current(user_keys).items() if other != id and wanted in map(normal, keys)
    )
    return next(others, None)


def assigned(user_keys: Keys, id: str, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Returns the user's keys after `keys` become those of a command; other commands lose them.

    Duplicate and empty keys are ignored.
    """
    wanted = tuple(dict.fromkeys(normal(key) for key in keys if key))
    new = current(user_keys) | {id: wanted}
    for other, others_keys in new.items():
        if other != id:
            new[other] = tuple(key for key in others_keys if normal(key) not in wanted)
    return _overrides(new)


def reset(user_keys: Keys, id: str) -> dict[str, tuple[str, ...]]:
    """Returns the user's keys after a command gets its defaults back; other commands lose those keys."""
    return assigned(user_keys, id, DEFAULTS[id])


@cache
def normal(key: str) -> str:
    """Returns Qt's portable notation of a key, so that keys compare as strings."""
    return QKeySequence(key).toString()


def native(keys: tuple[str, ...]) -> list[str]:
    """Returns the keys in the notation of this system."""
    return [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]


def bind(actions: Mapping[str, QAction], user_keys: Keys) -> None:
    """Sets the keys of the actions, and names them in the tooltips."""
    keys = current(user_keys)
    for command in COMMANDS:
        action = actions[command.id]
        action.setShortcuts([QKeySequence(key) for key in keys[command.id]])
        names = ", ".join(native(keys[command.id]))
        tip = tr(command.tip)
        action.setToolTip(f"{tip} ({names})" if names else tip)


def _overrides(keys: Keys) -> dict[str, tuple[str, ...]]:
    """Returns the keys that differ from the defaults."""
    return {id: each for id, each in keys.items() if _normalized(each) != _normalized(DEFAULTS[id])}


def _normalized(keys: tuple[str, ...]) -> list[str]:
    return [normal(key) for key in keys]
