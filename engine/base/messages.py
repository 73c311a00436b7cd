"""What the engine and the trainer say, as a value: a text in English, and the values for the places in it.

The command line has it as it is, by `str`. A window looks the text up in another language before it puts the values
in (viewer/base/language.py), so a text is written out where it is said, never put together: tests/viewer/languages.py
finds it there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

PLACE = re.compile(r"\{(\w+)(?::(,?(?:\.\d[fg%]|[g%])?))?\}")
"""{name}, or of a number also how `format` is to write it: {name:,} {name:.1f}."""


@dataclass(frozen=True)
class Message:
    """text: with places such as {name}. values: by the names of their places; a sentence may stand in another.

    Made directly only of a text that has no words; else by `say`.
    """

    text: str
    values: "Mapping[str, Value]" = field(default_factory=dict)

    def __str__(self) -> str:
        return self.filled(str, format)

    def filled(self, look_up: Callable[[str], str], number: Callable[[float, str], str]) -> str:
        """The text with its values. look_up: the text in the language that is spoken. number: as `format` does.

        It never fails, whatever the text and the values: a place without a value stays as it is.
        """

        def fill(place: re.Match[str]) -> str:
            value = self.values.get(place[1], place[0])
            if isinstance(value, Message):
                return value.filled(look_up, number)
            return value if isinstance(value, str) else number(value, place[2] or "")

        return PLACE.sub(fill, look_up(self.text))

    def plain(self) -> dict[str, Any]:
        """As JSON can have it; `read` takes it back."""
        return {
            "text": self.text,
            "values": {
                name: value.plain() if isinstance(value, Message) else value
                for name, value in self.values.items()
            },
        }


Value: TypeAlias = str | int | float | Message


def message(text: str, /, **values: object) -> Message:
    """A sentence. Of values, numbers and sentences stay what they are; all else becomes text, of one line."""
    return Message(text, {name: _value(value) for name, value in values.items()})


def mark(text: str) -> str:
    """The text as it is: words in a table, to be said when they are used."""
    return text


def from_plain(plain: object) -> Message | None:
    """What `plain` made, from nobody knows where. A text alone, as older versions wrote, is one without values.

    None for anything else, and for nothing.
    """
    match plain:
        case str() if plain:
            return Message(plain)
        case {"text": str(text), "values": dict(values)}:
            return Message(text, {str(name): _read_value(value) for name, value in values.items()})
    return None


def _read_value(value: object) -> Value:
    inner = from_plain(value) if isinstance(value, dict) else None
    return _value(value) if inner is None else inner


def _value(value: object) -> Value:
    if isinstance(value, int | float | Message):
        return value
    return str(value).replace("\n", " ")
