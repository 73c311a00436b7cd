"""The eight ways to lay a picture down: by quarter turns, and with a flip before them. No torch, no Qt.

An orientation is a number from 0 to 7, relative to the picture as its file has it upright: a flip from left to right
where it is 4 or more, and then o % 4 quarter turns clockwise.
"""

from fractions import Fraction

UPRIGHT, RIGHT, LEFT = 0, 1, 3
"""As stored; rotated clockwise by one quarter turn; by three."""
MIRRORED, UPSIDE_DOWN = 4, 6
"""Left and right exchanged; top and bottom exchanged."""


def composed(first: int, second: int) -> int:
    """The orientation that `second` makes of a picture that has `first` already."""
    quarters = second - first if second >= 4 else second + first
    return quarters % 4 + 4 * ((first >= 4) != (second >= 4))


def inverse(orientation: int) -> int:
    """What leads back from an orientation."""
    return orientation if orientation >= 4 else -orientation % 4


def rotated_size(orientation: int, of: tuple[int, int]) -> tuple[int, int]:
    """(width, height) of a picture of that (width, height) px, turned."""
    return of[::-1] if orientation % 2 else of


def rotated_point(
    orientation: int, of: tuple[int, int], x: Fraction, y: Fraction
) -> tuple[Fraction, Fraction]:
    """Where (x, y) source px of a picture of (width, height) px lies when that is turned, source px."""
    width, height = of
    if orientation >= 4:
        x = width - x
    for _ in range(orientation % 4):
        x, y, width, height = height - y, x, height, width
    return x, y
