"""What the app knows of a large picture whose pixels the child reads."""

from dataclasses import asdict, dataclass
from typing import Any

from engine.isolation.channel import Json

MOST_SIDE = 1 << 24
"""Px. Larger numbers are no picture's."""
COLOURS, ALPHA, VALUES = range(3)
"""Planes of a large picture. Values are the file's own numbers, if the samples are not."""


@dataclass(frozen=True)
class LargeFacts:
    """width, height: px as stored, before `orientation`, EXIF's number. bits: of a sample, 8 or 16.

    alpha: whether its regions have alpha. values: how many numbers a pixel has beside its samples: 0, 1 or 3.
    levels: how often each copy in the file is halved, ascending from 0. coarse: how often the one is that is kept in
    memory. cell: (height, width) px that are read at once.
    """

    width: int
    height: int
    bits: int
    alpha: bool
    values: int
    orientation: int
    levels: tuple[int, ...]
    coarse: int
    cell: tuple[int, int]

    def to_json(self) -> Json:
        """Returns the facts as a message holds them."""
        return asdict(self)

    def plane(self, number: int) -> tuple[tuple[int, ...], str]:
        """Returns the shape of a pixel and the type of a plane: of colours (0), alpha (1) or values (2)."""
        if number == VALUES:
            return ((self.values,) if self.values > 1 else ()), "float32"
        return ((3,) if number == COLOURS else ()), f"uint{self.bits}"

    @property
    def planes(self) -> tuple[int, ...]:
        """The planes that there are, ascending."""
        return COLOURS, *[ALPHA] * self.alpha, *[VALUES] * bool(self.values)

    def level_shape(self, times: int) -> tuple[int, int]:
        """Returns (height, width) px of the picture halved so often, rounded up."""
        return -(-self.height >> times), -(-self.width >> times)


def from_json(value: Any) -> LargeFacts:
    """Returns the facts in a message that is not to be trusted. Raises ValueError, TypeError or LookupError."""
    match value:
        case {
            "width": int(width),
            "height": int(height),
            "bits": 8 | 16 as bits,
            "alpha": bool(alpha),
            "values": 0 | 1 | 3 as values,
            "orientation": int(orientation),
            "levels": [0, *_] as levels,
            "coarse": int(coarse),
            "cell": [int(down), int(across)],
        }:
            sound = 0 < width < MOST_SIDE and 0 < height < MOST_SIDE
            sound = sound and all(type(each) is int and 0 <= each < 25 for each in levels)
            sound = sound and sorted(set(levels)) == levels and coarse in levels
            if sound and 16 <= down <= MOST_CELL and 16 <= across <= MOST_CELL and 1 <= orientation <= 8:
                cell = down, across
                return LargeFacts(
                    width, height, bits, alpha, values, orientation, tuple(levels), coarse, cell
                )
    raise ValueError("no facts about a large picture")


MOST_CELL = 2048
"""Px along a side of a cell."""
