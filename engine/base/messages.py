"""Messages as values: an English text with placeholders, and the values for the placeholders.

The command line prints a message with `str`. The window translates the text before it inserts the values
(viewer/base/language.py). Therefore each text is a literal in the source where it is used, never put together from
parts: tests/viewer/languages.py collects the literals for translation.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from engine.base.printable import file_name, one_line

PLACEHOLDER = re.compile(r"\{(\w+)(?::(,?(?:\.\d[fg%]|[g%])?))?\}")
"""{name}. For a number a format specification may follow: {name:,} {name:.1f}."""

MAX_DEPTH = 8
"""Messages inside each other that are read from JSON. Those of Unpixel need three."""
MAX_INTEGER = 1 << 63
"""Larger integers cannot be formatted as numbers with decimals."""
ELLIPSIS = "…"
"""Stands for a value that cannot be shown."""


@dataclass(frozen=True)
class Message:
    """text: contains placeholders such as {name}. values: by placeholder name; a value may be another message.

    Use `message` to create one. Only a text without words is created directly, because it needs no translation.
    """

    text: str
    values: "Mapping[str, Value]" = field(default_factory=dict)

    def __str__(self) -> str:
        return self.filled(str, format)

    def filled(self, translate: Callable[[str], str], format_number: Callable[[float, str], str]) -> str:
        """Returns the translated text with its values inserted. format_number: has the signature of `format`.

        It never fails for a message of `message` or `from_json`. A placeholder without a value stays in the text.
        """

        def fill(placeholder: re.Match[str]) -> str:
            value = self.values.get(placeholder[1], placeholder[0])
            if isinstance(value, Message):
                return value.filled(translate, format_number)
            return value if isinstance(value, str) else format_number(value, placeholder[2] or "")

        return PLACEHOLDER.sub(fill, translate(self.text))

    def to_json(self) -> dict[str, Any]:
        """Returns JSON values; `from_json` is the inverse."""
        return {
            "text": self.text,
            "values": {
                name: value.to_json() if isinstance(value, Message) else value
                for name, value in self.values.items()
            },
        }


Value: TypeAlias = str | int | float | Message


def message(text: str, /, **values: object) -> Message:
    """Creates a message. Numbers and messages are stored unchanged; other values become text of one line.

    A path becomes what `printable.file_name` returns.
    """
    return Message(text, {name: _value(value) for name, value in values.items()})


def mark(text: str) -> str:
    """Returns `text` unchanged. Marks a literal in a table for translation; it is translated where it is used."""
    return text


def from_json(data: object) -> Message | None:
    """Returns the message that `to_json` stored. The data may come from any source; nothing about it is trusted.

    A plain string, as older versions wrote it, is a message without values. Returns None for anything else and
    for an empty string.
    """
    return _from_json(data, MAX_DEPTH)


def _from_json(data: object, depth: int) -> Message | None:
    match data:
        case str() if data:
            return Message(data)
        case {"text": str(text), "values": dict(values)} if depth:
            return Message(
                text, {str(name): _value_from_json(value, depth - 1) for name, value in values.items()}
            )
    return None


def _value_from_json(value: object, depth: int) -> Value:
    if isinstance(value, dict | list):
        return _from_json(value, depth) or ELLIPSIS
    return _value(value)


def _value(value: object) -> Value:
    if isinstance(value, float | Message) or (isinstance(value, int) and abs(value) < MAX_INTEGER):
        return value
    if isinstance(value, int):
        return ELLIPSIS
    return file_name(value) if isinstance(value, Path) else one_line(str(value))
