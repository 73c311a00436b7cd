"""JSON of any origin: limits on depth, size of numbers and count of values, so that nothing hangs or overflows."""

import json
import re
from math import isfinite
from typing import Any

MAX_DEPTH = 32
"""Lists and objects inside each other. The files of Unpixel need 6; the interpreter's limit is a crash."""
MAX_VALUES = 1_000_000
"""Lists, objects and separators in one text. An empty list of 3 bytes takes 64 bytes of memory."""
MAX_DIGITS = 19
"""Of an integer: 64 bits."""
TOKENS = re.compile(r'\\.|["\[\]{}]', re.DOTALL)


def parse(text: str) -> Any:
    """Returns the value of a JSON text: its numbers are finite, no object has a key twice. Raises ValueError else."""
    _check_depth(text)
    return json.loads(
        text,
        parse_float=_finite,
        parse_int=_integer,
        parse_constant=_refuse,
        object_pairs_hook=_with_unique_keys,
    )


def _check_depth(text: str) -> None:
    if text.count("[") + text.count("{") + text.count(",") > MAX_VALUES:
        raise ValueError("too many values")
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth, in_string = 0, False
    for token in TOKENS.finditer(text):
        match token[0]:
            case '"':
                in_string = not in_string
            case "[" | "{" if not in_string:
                depth += 1
            case "]" | "}" if not in_string:
                depth -= 1
        if depth > MAX_DEPTH:
            raise ValueError("too deeply nested")


def _with_unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key occurs twice")
    return table


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError(f"{text[:20]} is too large a number")
    return value


def _integer(text: str) -> int:
    if len(text.lstrip("-")) > MAX_DIGITS:
        raise ValueError(f"{text[:20]}… is too large a number")
    return int(text)


def _refuse(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")
