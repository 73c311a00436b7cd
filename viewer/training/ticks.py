"""The range and the numbers of an axis of values. No Qt."""

from collections.abc import Sequence
from math import ceil, floor, log10

STEPS = (5.0, 2.0, 1.0)
"""Distances of numbers on an axis, times a power of ten."""
ROUNDING = 1e-6
"""Part of a step by which a number may lie outside of its range."""
SMALL, LARGE = 9e-6, 1e6
"""Least distance of numbers, and what they stay below, to be written without an exponent."""
DIGITS = 12
"""Most digits of a number on an axis."""


def value_range(values: Sequence[float]) -> tuple[float, float] | None:
    """Returns the least and the largest value that an axis shows; None without values.

    A single value is shown with 0, from which its size is seen.
    """
    if not values:
        return None
    least, most = min(values), max(values)
    smallest = max(abs(least), abs(most)) * 10.0 ** (3 - DIGITS)  # below it numbers would read alike
    if most - least > smallest:
        return least, most
    return (min(least, 0.0) * 2, max(most, 0.0) * 2) if least else (0.0, 1.0)


def ticks(least: float, most: float, room: int) -> list[tuple[float, str]]:
    """Returns the round values of a range and how they are written: at least two, if possible no more than `room`."""
    power = 10.0 ** floor(log10((most - least) / 2))
    step = next(step * power for step in STEPS if step * power <= (most - least) / 2)
    first, last = ceil(least / step - ROUNDING), floor(most / step + ROUNDING)
    every = max(1, -(-(last - first + 1) // max(room, 2)))
    if last - first < every:  # two remain
        every = max(1, last - first)
    values = [index * step for index in range(first, last + 1, every)]
    return list(zip(values, _texts(values, step), strict=True))


def _texts(values: Sequence[float], step: float) -> list[str]:
    """Writes the values of an axis, all in one notation, with as many digits as tell them apart."""
    largest = max(map(abs, values))
    if step >= SMALL and largest < LARGE:
        places = max(0, -floor(log10(step) + ROUNDING))
        return [f"{value:.{places}f}" for value in values]
    return [_scientific(value, step) for value in values]


def _scientific(value: float, step: float) -> str:
    if not value:
        return "0"
    digits = floor(log10(max(abs(value), step))) - floor(log10(step)) + 1
    return f"{value:.{max(digits - 1, 0)}e}".replace("e-0", "e-").replace("e+0", "e")
