"""How an exported picture is written: the options of all formats, and which format takes which."""

from dataclasses import dataclass, fields
from typing import Literal

Subsampling = Literal["4:4:4", "4:2:2", "4:2:0"]
Metadata = Literal["keep", "no-location", "strip"]
Profile = Literal["srgb", "source", "display-p3"]

SUBSAMPLINGS: tuple[Subsampling, ...] = ("4:4:4", "4:2:2", "4:2:0")
METADATA: tuple[Metadata, ...] = ("keep", "no-location", "strip")
PROFILES: tuple[Profile, ...] = ("srgb", "source", "display-p3")
TIFF_COMPRESSIONS = ("none", "lzw", "deflate", "zstd", "jpeg")
PNG_COMPRESSIONS = tuple(map(str, range(10)))


@dataclass(frozen=True)
class FileOptions:
    """Options of a file format. None is the format's own default.

    quality: 1 to 100. subsampling: of the colour of a JPEG. progressive: a JPEG that is shown coarse first.
    lossless: WebP and JPEG XL. compression: a level 0 to 9 of a PNG; one of TIFF_COMPRESSIONS. bits: per sample; 8, 16,
    or 32 for floats; None takes those of the picture, as far as the format has them.
    strips: a TIFF in strips instead of tiles. pyramid: a TIFF with its smaller copies.
    """

    quality: int | None = None
    subsampling: Subsampling | None = None
    progressive: bool = False
    lossless: bool = False
    compression: str | None = None
    bits: int | None = None
    strips: bool = False
    pyramid: bool = False

    @property
    def given(self) -> tuple[str, ...]:
        """Names of the options that differ from the defaults."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name) != each.default)


DEFAULT = FileOptions()
