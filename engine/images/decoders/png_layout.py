"""How the pixels of a PNG are stored: its header, and the passes of interlacing."""

from dataclasses import dataclass

from engine.images.head import Alpha, Model

DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Allowed bits per sample, by colour type."""
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
MODELS = {0: Model.GRAY, 2: Model.RGB, 3: Model.PALETTE, 4: Model.GRAY, 6: Model.RGB}
PALETTE = 3


@dataclass(frozen=True)
class Pass:
    """One of the pictures that an interlaced PNG stores one after the other; of others, the whole.

    x, y: first column and row. dx, dy: steps to the next. wide, high: px that one stands for until later passes come.
    """

    x: int = 0
    y: int = 0
    dx: int = 1
    dy: int = 1
    wide: int = 1
    high: int = 1


WHOLE = (Pass(),)
ADAM7 = (
    Pass(0, 0, 8, 8, 8, 8),
    Pass(4, 0, 8, 8, 4, 8),
    Pass(0, 4, 4, 8, 4, 4),
    Pass(2, 0, 4, 4, 2, 4),
    Pass(0, 2, 2, 4, 2, 2),
    Pass(1, 0, 2, 2, 1, 2),
    Pass(0, 1, 1, 2, 1, 1),
)


@dataclass(frozen=True)
class Layout:
    """The fields of IHDR. width, height: px. bits: per sample. colours: the colour type."""

    width: int
    height: int
    bits: int
    colours: int
    interlaced: bool

    @property
    def model(self) -> Model:
        """What the colours are."""
        return MODELS[self.colours]

    @property
    def alpha(self) -> Alpha:
        """Whether the pixels have alpha themselves."""
        return Alpha.STRAIGHT if self.colours & 4 else Alpha.NONE

    @property
    def passes(self) -> tuple[Pass, ...]:
        """The passes that have pixels."""
        if not self.interlaced:
            return WHOLE
        return tuple(each for each in ADAM7 if each.x < self.width and each.y < self.height)

    def rows(self, of: Pass) -> int:
        """Returns the number of rows of a pass."""
        return -(-(self.height - of.y) // of.dy)

    def row_bytes(self, of: Pass) -> int:
        """Returns the bytes of a row of a pass, its filter's number included."""
        columns = -(-(self.width - of.x) // of.dx)
        return 1 + (columns * self.bits * CHANNELS[self.colours] + 7) // 8

    @property
    def bytes(self) -> int:
        """Bytes of all rows of all passes."""
        return sum(self.rows(each) * self.row_bytes(each) for each in self.passes)


def layout_of(header: bytes) -> Layout:
    """Returns the layout by the data of IHDR. Raises ValueError if it describes no PNG."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    bits, colours, compression, filters, interlacing = header[8:13].ljust(5, b"\xff")
    allowed = bits in DEPTHS.get(colours, ()) and not compression and not filters and interlacing < 2
    if not (0 < width < 1 << 31 and 0 < height < 1 << 31 and allowed):
        raise ValueError("the header of the PNG is damaged")
    return Layout(width, height, bits, colours, bool(interlacing))
