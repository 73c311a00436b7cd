"""Arguments of the command line: parses their values, and adds those that several commands share.

Parsers raise ArgumentTypeError with the form that they expect.
"""

from argparse import ArgumentParser, ArgumentTypeError
from fractions import Fraction

from engine.base import exact_number
from engine.base.resources import DEVICES

MAX_DIGITS = 20
"""Of a number of px."""
MM = {"mm": Fraction(1), "cm": Fraction(10), "in": Fraction(254, 10)}
"""Millimetres of a unit."""


def positive(text: str) -> Fraction:
    """Returns a number greater than 0, such as 2.5 or 7/3."""
    value = _fraction(text)
    if value <= 0:
        raise ArgumentTypeError(f"{text} is not greater than 0")
    return value


def share(text: str) -> float:
    """Returns a number from 0 to 1."""
    value = _fraction(text)
    if not 0 <= value <= 1:
        raise ArgumentTypeError(f"{text} is not between 0 and 1")
    return float(value)


def _fraction(text: str) -> Fraction:
    try:
        return exact_number.fraction(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a number") from None


def page(text: str) -> int:
    """Returns the index, from 0, of a page number such as 3, which counts from 1."""
    if not (text.isdecimal() and int(text)):
        raise ArgumentTypeError(f"{text} is not a page number, which counts from 1")
    return int(text) - 1


def size(text: str) -> tuple[int, int]:
    """Returns (width, height) of a text such as 1920x1080."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise ArgumentTypeError(f"{text} is not of the form 1920x1080")
    return int(width), int(height)


def sides(text: str) -> tuple[int, int]:
    """Returns the first and the last number of px of a text such as 32-640."""
    first, _, last = text.partition("-")
    if not (
        first.isdecimal() and last.isdecimal() and int(first[:MAX_DIGITS]) > 0 and int(last[:MAX_DIGITS]) > 0
    ):
        raise ArgumentTypeError(f"{text} is not of the form 32-640")
    return pixels(first), pixels(last)


def pixels(text: str) -> int:
    """Returns a number of px such as 1920."""
    if not (text.isdecimal() and len(text) < MAX_DIGITS and int(text)):
        raise ArgumentTypeError(f"{text} is not a number of px")
    return int(text)


def sheet(text: str) -> tuple[Fraction, Fraction]:
    """Returns (width, height) in mm of a text such as 10x15cm, 100x150mm or 4x6in."""
    number, unit = text[:-2].lower(), text[-2:].lower()
    width, _, height = number.partition("x")
    try:
        sides = exact_number.fraction(width), exact_number.fraction(height)
    except ValueError:
        sides = Fraction(0), Fraction(0)
    if unit not in MM or min(sides) <= 0:
        raise ArgumentTypeError(f"{text} is not of the form 10x15cm, 100x150mm or 4x6in")
    return sides[0] * MM[unit], sides[1] * MM[unit]


def region(text: str) -> tuple[Fraction, ...]:
    """Returns x, y, width, height of a text such as 10,20.5,64,48."""
    parts = tuple(_fraction(part) for part in text.split(","))
    if len(parts) != 4 or parts[2] <= 0 or parts[3] <= 0:
        raise ArgumentTypeError(f"{text} is not of the form X,Y,W,H with W and H greater than 0")
    return parts


def point(text: str) -> tuple[Fraction, ...]:
    """Returns x, y of a text such as 10,20.5."""
    parts = tuple(_fraction(part) for part in text.split(","))
    if len(parts) != 2:
        raise ArgumentTypeError(f"{text} is not of the form X,Y")
    return parts


def counts(text: str) -> tuple[int, ...]:
    """Returns whole numbers from 1 on of a text such as 10,100."""
    return tuple(pixels(word) for word in text.split(","))


def names(text: str) -> tuple[str, ...]:
    """Returns the words of a text such as jpg,png."""
    return tuple(word for word in text.split(",") if word)


def scales(text: str) -> list[int]:
    """Returns whole scales of a text such as 2,3,4 or 2-30, in order, without repetition."""
    found: dict[int, None] = {}
    for part in text.split(","):
        first, dash, last = part.partition("-")
        ends = [first, last] if dash else [first, first]
        if not all(end.isdecimal() for end in ends) or not 2 <= int(ends[0]) <= int(ends[1]):
            raise ArgumentTypeError(f"{text} is not a list of whole scales from 2 on, such as 2,3,4 or 2-30")
        found |= dict.fromkeys(range(int(ends[0]), int(ends[1]) + 1))
    return list(found)


def add_compute(command: ArgumentParser) -> None:
    """Adds --device and --precision."""
    command.add_argument("--device", choices=DEVICES, default="auto")
    command.add_argument("--precision", choices=("auto", "fp32", "bf16", "fp16"), default="auto")
