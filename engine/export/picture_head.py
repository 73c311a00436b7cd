"""What a writer knows of a picture before its first band."""

from dataclasses import dataclass

from engine.export.embedded import NOTHING, Embedded
from engine.export.options import DEFAULT, FileOptions


@dataclass(frozen=True)
class PictureHead:
    """height, width: px. channels: 3, or 4 with alpha, not premultiplied. bits: per sample, as in the bands."""

    height: int
    width: int
    channels: int
    bits: int
    options: FileOptions = DEFAULT
    embedded: Embedded = NOTHING

    @property
    def shape(self) -> tuple[int, int, int]:
        """(height, width, channels)."""
        return self.height, self.width, self.channels

    @property
    def raw_bytes(self) -> int:
        """Bytes of all pixels, not compressed."""
        return self.height * self.width * self.channels * self.bits // 8
