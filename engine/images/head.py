"""What the head of an image file declares about the picture in it. It is read before a pixel is decoded."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from engine.base.messages import Message
from engine.images.colour_signals import ColourSignals
from engine.images.pages import SINGLE, Pages


class Kind(StrEnum):
    """What a stored sample is."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"
    FLOAT = "float"


class Model(StrEnum):
    """What the colour channels mean. A palette's entries are RGB."""

    GRAY = "gray"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    PALETTE = "palette"

    @property
    def channels(self) -> int:
        """How many channels of colour the samples have after decoding."""
        return {Model.GRAY: 1, Model.CMYK: 4}.get(self, 3)

    @property
    def pillow_mode(self) -> str:
        """Pillow's name of the colours of 8 bits after decoding."""
        return {Model.GRAY: "L", Model.CMYK: "CMYK", Model.LAB: "LAB"}.get(self, "RGB")


class Alpha(StrEnum):
    """Whether pixels may be transparent, and whether alpha is multiplied into the stored colours."""

    NONE = "none"
    STRAIGHT = "straight"
    PREMULTIPLIED = "premultiplied"


@dataclass(frozen=True)
class Head:
    """The declaration of one picture of a file.

    format: Pillow's name, such as PNG. width, height: px, as the decoder returns them. bits: per stored sample.
    orientation: EXIF's number; it is applied after decoding, unless the decoder itself does (`decoder_orients`).
    pages: which picture of the file it is. notices: what reading the head found that the user might not expect.
    present: which fraction of the picture the file can hold, as far as the head tells.
    parsed: what the decoder keeps of the head for itself.
    """

    format: str
    width: int
    height: int
    bits: int = 8
    kind: Kind = Kind.UNSIGNED
    model: Model = Model.RGB
    alpha: Alpha = Alpha.NONE
    orientation: int = 1
    decoder_orients: bool = False
    pages: Pages = SINGLE
    signals: ColourSignals = field(default_factory=ColourSignals)
    notices: tuple[Message, ...] = ()
    present: float = 1.0
    parsed: Any = field(default=None, repr=False, compare=False)

    @property
    def deep(self) -> bool:
        """Whether the decoded samples must have 16 bits."""
        return self.bits > 8

    @property
    def has_values(self) -> bool:
        """Whether the stored numbers are no samples from black to white: floats, signed ones, more than 16 bits."""
        return self.kind is not Kind.UNSIGNED or self.bits > 16

    @property
    def size(self) -> tuple[int, int]:
        """(width, height), px."""
        return self.width, self.height

    @property
    def mode(self) -> str:
        """The colours in the manner of Pillow's modes: 1, L, LA, P, RGB, RGBA, CMYK, LAB."""
        if self.model is Model.GRAY and self.bits == 1:
            return "1"
        name = {Model.GRAY: "L", Model.PALETTE: "P"}.get(self.model, self.model.upper())
        return name if self.alpha is Alpha.NONE or self.model is Model.PALETTE else f"{name}A"
