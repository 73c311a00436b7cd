"""The size of an exported picture in px. Every rule but "size" keeps the ratio of the sides."""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Literal

Rule = Literal["scale", "size", "width", "height", "longest", "megapixels", "fit", "print"]
RULES: tuple[Rule, ...] = ("scale", "size", "width", "height", "longest", "megapixels", "fit", "print")
MM_PER_INCH = Fraction(254, 10)
PRINT_DPI = 300
"""Resolution of a print, where none is given."""


@dataclass(frozen=True)
class OutputSize:
    """rule: what is given. value: a number, for "size", "fit" and "print" a width and a height.

    scale: output px per source px. size, width, height, longest (side), fit (a box that the picture fills as far as it
    can): px. megapixels. print: a sheet in mm, turned as the picture is, that the picture fills as far as it can.
    """

    rule: Rule
    value: Fraction | tuple[Fraction, Fraction]

    def px(
        self, width: Fraction, height: Fraction, dpi: float | None = None
    ) -> tuple[tuple[int, int], Fraction]:
        """Returns (width, height) of the output, and output px per source px along x.

        width, height: of the source's region, px. dpi: px per inch of a print.
        """
        if self.rule == "size":
            across, down = self._pair
            return (int(across), int(down)), across / width
        scale = self._scale(width, height, dpi)
        return (max(1, round(width * scale)), max(1, round(height * scale))), scale

    def _scale(self, width: Fraction, height: Fraction, dpi: float | None) -> Fraction:
        sides = {"width": width, "height": height, "longest": max(width, height)}
        if self.rule in sides:
            return self._number / sides[self.rule]
        if self.rule == "megapixels":
            return _root(self._number * 1_000_000 / (width * height))
        if self.rule == "fit":
            return min(self._pair[0] / width, self._pair[1] / height)
        if self.rule == "print":
            per_mm = Fraction(dpi or PRINT_DPI) / MM_PER_INCH
            short, long = sorted(side * per_mm for side in self._pair)
            return min(short / min(width, height), long / max(width, height))
        return self._number

    @property
    def _number(self) -> Fraction:
        assert isinstance(self.value, Fraction)
        return self.value

    @property
    def _pair(self) -> tuple[Fraction, Fraction]:
        assert isinstance(self.value, tuple)
        return self.value


def _root(square: Fraction) -> Fraction:
    """Returns the square root, rounded down to 2**-32 parts of a px per px."""
    return Fraction(isqrt(int(square * (1 << 64))), 1 << 32)
