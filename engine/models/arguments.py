"""Reads the arguments of a model from an untrusted file: known names, expected types, bounded values."""

from collections.abc import Sequence
from reprlib import Repr

from engine.base.errors import ModelError
from engine.base.messages import Message, message

SHORT = Repr()
"""Writes values for messages. The whole of a nested one could be larger than the memory."""
SHORT.maxlevel = 1
FOREIGN = message("the file is damaged or of another kind")


class Arguments:
    """A table of arguments that is read key by key. `done` then refuses the keys that nothing has read.

    subject: the model or part that the arguments are for, named in errors. Every method raises ModelError for a value
    of another type or out of range. With a default of None, the key is required.
    """

    def __init__(self, subject: str, table: object) -> None:
        if not isinstance(table, dict) or not all(isinstance(key, str) for key in table):
            raise ModelError(subject, message("its arguments are not a table with names"), FOREIGN)
        self.subject = subject
        self._left: dict[str, object] = dict(table)

    def has(self, key: str) -> bool:
        """Returns whether the key is there and not yet read."""
        return key in self._left

    def integer(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Reads a whole number in [low, high]."""
        value = self._take(key, default)
        if type(value) is not int or not low <= value <= high:
            raise self._wrong(key, value, message("a whole number from {low} to {high}", low=low, high=high))
        return value

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """Reads a number in [low, high]."""
        value = self._take(key, default)
        if not isinstance(value, int | float) or type(value) is bool or not low <= value <= high:
            raise self._wrong(key, value, message("a number from {low} to {high}", low=low, high=high))
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        """Reads true or false."""
        value = self._take(key, default)
        if type(value) is not bool:
            raise self._wrong(key, value, message("true or false"))
        return value

    def choice(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """Reads one of the `known` words."""
        value = self._take(key, default)
        if not isinstance(value, str) or value not in known:
            raise self._wrong(key, value, message("one of {names}", names=", ".join(known)))
        return value

    def text(self, key: str, max_length: int, default: str | None = None) -> str:
        """Reads a text of at most `max_length` characters."""
        value = self._take(key, default)
        if not isinstance(value, str) or len(value) > max_length:
            raise self._wrong(key, value, message("a text of at most {most} characters", most=max_length))
        return value

    def table(self, key: str) -> dict[str, object]:
        """Reads a nested table."""
        value = self._take(key, None)
        if not isinstance(value, dict):
            raise self._wrong(key, value, message("a table"))
        return value

    def integers(self, key: str, max_count: int, low: int, high: int) -> list[int]:
        """Reads 1 to `max_count` whole numbers in [low, high]."""
        value = self._take(key, None)
        if (
            not isinstance(value, list | tuple)
            or not 1 <= len(value) <= max_count
            or not all(type(each) is int and low <= each <= high for each in value)
        ):
            expected = message(
                "1 to {most} whole numbers from {low} to {high}", most=max_count, low=low, high=high
            )
            raise self._wrong(key, value, expected)
        return list(value)

    def spec(self, key: str) -> tuple[str, object] | None:
        """Reads the official description of a part, {'name', 'args'}, as (name, args). None if the key has no value."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        inner = Arguments(f"{self.subject} {key}", value)
        name, args = inner._take("name", None), inner._take("args", {})
        inner.done()
        if not isinstance(name, str):
            raise inner._wrong("name", name, message("a name"))
        return name, args

    def done(self) -> None:
        """Call after the last key: raises ModelError if any key was not read."""
        if self._left:
            names = ", ".join(sorted(self._left))[:80]
            reason = message("unknown arguments: {names}", names=names)
            raise ModelError(self.subject, reason, message("they may need a newer version of Unpixel"))

    def _take(self, key: str, default: object) -> object:
        if key not in self._left and default is None:
            raise ModelError(self.subject, message("lacks the argument {key}", key=key), FOREIGN)
        return self._left.pop(key, default)

    def _wrong(self, key: str, value: object, expected: Message) -> ModelError:
        reason = message("{key} is {value}", key=key, value=SHORT.repr(value)[:40])
        return ModelError(self.subject, reason, message("it must be {right}", right=expected))
