"""The version of Unpixel. This is the one place: pyproject.toml, the bundles and the packages read it from here."""

import re

VERSION = "0.1.0"


def as_numbers(version: str) -> tuple[int, ...]:
    """Returns the numbers of a version, which can be compared: 1.10.0 -> (1, 10), zeros at the end do not count.

    Raises ValueError for anything else than numbers and dots.
    """
    return tuple(map(int, re.sub(r"(\.0+)+$", "", version).split(".")))
