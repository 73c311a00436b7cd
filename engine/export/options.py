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
OF_EVERY_FORMAT = ("profile", "metadata", "dpi")
PNG_COMPRESSIONS = tuple(map(str, range(10)))


@dataclass(frozen=True)
class FileOptions:
    """Options of a file format. None is the format's own default.

    quality: 1 to 100. subsampling: of the colours of JPEG, AVIF and HEIC. progressive: a JPEG that is shown
    coarse first. lossless: WebP and JPEG XL. compression: a level 0 to 9 of a PNG; one of
    TIFF_COMPRESSIONS. bits: per sample; 8, 16, or 32 for floats; None takes those of the picture, as far as the
    format has them.
    strips: a TIFF in strips instead of tiles. pyramid: a TIFF with its smaller copies.
    profile: of the colours; "source" is that of the file that the picture came from. metadata: of that file; EXIF, XMP,
    IPTC and comment. dpi: px per inch; None keeps that of the file.
    """

    quality: int | None = None
    subsampling: Subsampling | None = None
    progressive: bool = False
    lossless: bool = False
    compression: str | None = None
    bits: int | None = None
    strips: bool = False
    pyramid: bool = False
    profile: Profile = "srgb"
    metadata: Metadata = "keep"
    dpi: float | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """Names of the options that differ from the defaults, without those that every format has."""
        names = (each.name for each in fields(self) if getattr(self, each.name) != each.default)
        return tuple(name for name in names if name not in OF_EVERY_FORMAT)


DEFAULT = FileOptions()
