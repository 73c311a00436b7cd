"""The eight orientations of a picture: quarter turns, with or without a flip. No torch, no Qt.

An orientation is a number from 0 to 7, relative to the upright picture of the file. Numbers from 4 on flip left and
right first; then follow o % 4 clockwise quarter turns.
"""

from fractions import Fraction

UPRIGHT, RIGHT, LEFT = 0, 1, 3
"""Unchanged; one quarter turn clockwise; three quarter turns clockwise."""
MIRRORED, UPSIDE_DOWN = 4, 6
"""Left and right exchanged; top and bottom exchanged."""


def composed(first: int, second: int) -> int:
    """Returns the orientation that results from `first`, then `second`."""
    quarters = second - first if second >= 4 else second + first
    return quarters % 4 + 4 * ((first >= 4) != (second >= 4))


def inverse(orientation: int) -> int:
    """Returns the orientation that undoes `orientation`."""
    return orientation if orientation >= 4 else -orientation % 4


def rotated_size(orientation: int, size: tuple[int, int]) -> tuple[int, int]:
    """Returns (width, height) px of a picture of `size` (width, height) px after rotation."""
    return size[::-1] if orientation % 2 else size


def rotated_point(
    orientation: int, size: tuple[int, int], x: Fraction, y: Fraction
) -> tuple[Fraction, Fraction]:
    """Returns the new position of point (x, y) after a picture of `size` (width, height) px is rotated, source px."""
    width, height = size
    if orientation >= 4:
        x = width - x
    for _ in range(orientation % 4):
        x, y, width, height = height - y, x, height, width
    return x, y
