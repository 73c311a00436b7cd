"""Exact numbers from text of any origin."""

import re
from fractions import Fraction

MAX_LENGTH = 2000
"""Characters. The centre of the deepest view has about 60."""
MAX_EXPONENT = 400
"""Of ten. 1e99999999 is short, and takes hours and gigabytes as a fraction."""
EXPONENT = re.compile(r"[eE]([+-]?[0-9_]+)\s*$")


def fraction(text: str) -> Fraction:
    """Returns the number that a text such as 2.5, 1e-3 or 7/3 stands for. Raises ValueError for anything else."""
    if len(text) > MAX_LENGTH:
        raise ValueError("a number of too many digits")
    exponent = EXPONENT.search(text)
    if exponent is not None and (len(exponent[1]) > 5 or abs(int(exponent[1])) > MAX_EXPONENT):
        raise ValueError(f"{text[:40]} is too large or too small a number")
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        raise ValueError(f"{text[:40]} divides by zero") from error
