"""Which keys give which command: the table's (viewer/commands/actions.py), and over them the user's own."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QAction, QKeySequence

from viewer.base.language import tr
from viewer.commands.table import COMMANDS

Keys = Mapping[str, tuple[str, ...]]
"""Keys by a command's id, as the table writes them."""

TABLE: Keys = {command.id: command.keys for command in COMMANDS}


def bound(own: Keys) -> dict[str, tuple[str, ...]]:
    """The keys of every command. What the user has given to one is no other's, also where the table says so."""
    given = {normal(key): id for id, keys in own.items() if id in TABLE for key in keys}
    return {
        id: tuple(key for key in own.get(id, keys) if given.get(normal(key), id) == id)
        for id, keys in TABLE.items()
    }


def holder(own: Keys, key: str, but: str) -> str | None:
    """The id of the command that has a key; None if there is none but `but`."""
    wanted = normal(key)
    found = (id for id, keys in bound(own).items() if id != but and wanted in map(normal, keys))
    return next(found, None)


def rebound(own: Keys, id: str, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The user's own keys after giving a command these, in place of those that it had; others that had them lose them.

    Doubles and empty ones count for nothing.
    """
    wanted = tuple(dict.fromkeys(normal(key) for key in keys if key))
    new = bound(own) | {id: wanted}
    for other, held in new.items():
        if other != id:
            new[other] = tuple(key for key in held if normal(key) not in wanted)
    return _own(new)


def reset(own: Keys, id: str) -> dict[str, tuple[str, ...]]:
    """The user's own keys after giving a command those of the table back."""
    return rebound(own, id, TABLE[id])


@cache
def normal(key: str) -> str:
    """One way to write a key: + for Plus, Shift+/ as it is."""
    return QKeySequence(key).toString()


def shown(keys: tuple[str, ...]) -> list[str]:
    """As this system writes them."""
    return [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]


def bind(actions: Mapping[str, QAction], own: Keys) -> None:
    """Gives actions, by id, their keys, and tells of them in their tooltips."""
    keys = bound(own)
    for command in COMMANDS:
        action = actions[command.id]
        action.setShortcuts([QKeySequence(key) for key in keys[command.id]])
        names = ", ".join(shown(keys[command.id]))
        tip = tr(command.tip)
        action.setToolTip(f"{tip} ({names})" if names else tip)


def _own(keys: Keys) -> dict[str, tuple[str, ...]]:
    """Those that are not the table's."""
    return {id: held for id, held in keys.items() if _set(held) != _set(TABLE[id])}


def _set(keys: tuple[str, ...]) -> list[str]:
    return [normal(key) for key in keys]
