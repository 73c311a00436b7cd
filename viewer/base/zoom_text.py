"""Reads a zoom that a user types. No widgets."""

import re
from math import isfinite

NUMBER = r"(\d{1,30}(?:[.,]\d{0,30})?|[.,]\d{1,30})"
PERCENT = re.compile(rf"{NUMBER} ?[%％]?")
FACTOR = re.compile(rf"[x×*] ?{NUMBER}|{NUMBER} ?[x×*]")
RATIO = re.compile(rf"{NUMBER} ?[:：/] ?{NUMBER}")


def scale(text: str) -> float | None:
    """Returns device px per source px: 3.5 for 350, 350 % or ×3.5, 0.5 for 1:2; None if the text is no zoom."""
    text = " ".join(text.split()).casefold()
    if found := PERCENT.fullmatch(text):
        value = _number(found[1]) / 100
    elif found := FACTOR.fullmatch(text):
        value = _number(found[1] or found[2])
    elif found := RATIO.fullmatch(text):
        below = _number(found[2])
        value = _number(found[1]) / below if below else 0.0
    else:
        return None
    return value if value > 0 and isfinite(value) else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
