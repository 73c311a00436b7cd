"""The table of file formats: what each can hold, which options it has, what writes it and what reads it back."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import PIL.Image

from engine.base import atomic_file
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.export import deep_zoom, jpeg_file, jxl_file, options, png_file, tiff_file, whole_file
from engine.export.picture_head import PictureHead
from engine.images.bit_depth import Raster

# Written files are read back, whatever their size: Pillow's limit is for files of others.
PIL.Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True)
class Format:
    """Functions and limits of a file format.

    write: returns the CRC-32 of the file if nothing in the file says whether it is intact.
    read_back: decodes a written file as far as needed to trust it, and returns (H, W). bits: per sample, that a file
    can have. max_side: px. bytes_per_sample: most bytes that an 8-bit sample takes in the file. options: names of the
    FileOptions that it has. alpha: whether it holds transparency. carries: names of what it can embed (Embedded).
    says_srgb: whether it says so by other means than a profile.
    quality, compression: where none is given.
    memory: bytes a px that its writer takes, measured; 0 if it writes rows as they arrive.
    pillow: Pillow's name, if it is the writer. package: what must be installed. module: that it has to bring.
    replacing: yields the path for `write`, and replaces an older file. tile: the format of its parts, if it has tiles.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Path, PictureHead, Iterator[Raster]], int | None]
    read_back: Callable[[Path], tuple[int, int]]
    bits: tuple[int, ...]
    max_side: int
    bytes_per_sample: float
    options: frozenset[str]
    alpha: bool = True
    carries: frozenset[str] = frozenset(("exif", "xmp", "icc"))
    says_srgb: bool = False
    compressions: tuple[str, ...] = ()
    quality: int | None = None
    compression: str | None = None
    memory: int = 0
    pillow: str | None = None
    package: str | None = None
    module: str | None = None
    replacing: Callable[[Path, Callable[[Path], None]], AbstractContextManager[Path]] = atomic_file.replacing
    tile: "Format | None" = None


EVERYTHING = frozenset(("exif", "xmp", "iptc", "comment", "icc", "dpi"))

PNG = Format(
    "PNG",
    (".png",),
    png_file.write,
    png_file.read_back,
    (8, 16),
    (1 << 31) - 1,
    1,
    frozenset(("compression", "bits")),
    carries=EVERYTHING,
    says_srgb=True,
    compressions=options.PNG_COMPRESSIONS,
    compression=str(png_file.LEVEL),
)
TIFF = Format(
    "TIFF",
    (".tif", ".tiff"),
    tiff_file.write,
    tiff_file.read_back,
    (8, 16, 32),
    (1 << 31) - 1,
    1.1,  # LZW may enlarge noise
    frozenset(("compression", "bits", "quality", "strips", "pyramid")),
    carries=EVERYTHING,
    compressions=options.TIFF_COMPRESSIONS,
    quality=tiff_file.JPEG_QUALITY,
    compression=tiff_file.COMPRESSION,
)
JPEG = Format(
    "JPEG",
    (".jpg", ".jpeg"),
    jpeg_file.write,
    jpeg_file.read_back,
    (8,),
    65_500,
    0.6,
    frozenset(("quality", "subsampling", "progressive")),
    alpha=False,
    carries=EVERYTHING,
    quality=jpeg_file.QUALITY,
)
WEBP = Format(
    "WebP",
    (".webp",),
    partial(whole_file.write, format_name="WEBP"),
    partial(whole_file.read_back, format_name="WEBP"),
    (8,),
    16_383,
    1,
    frozenset(("quality", "lossless")),
    quality=whole_file.QUALITIES["WEBP"],
    memory=24,
    pillow="WEBP",
)
AVIF = Format(
    "AVIF",
    (".avif",),
    partial(whole_file.write, format_name="AVIF"),
    partial(whole_file.read_back, format_name="AVIF"),
    (8,),
    65_535,
    0.6,
    frozenset(("quality", "subsampling")),
    says_srgb=True,
    quality=whole_file.QUALITIES["AVIF"],
    memory=56,
    pillow="AVIF",
)
HEIC = Format(
    "HEIC",
    (".heic", ".heif"),
    partial(whole_file.write, format_name="HEIF"),
    partial(whole_file.read_back, format_name="HEIF"),
    (8,),
    16_384,
    0.6,
    frozenset(("quality", "subsampling")),
    says_srgb=True,
    quality=whole_file.QUALITIES["HEIF"],
    memory=40,
    pillow="HEIF",
    package="pillow-heif",
)
JXL = Format(
    "JPEG XL",
    (".jxl",),
    jxl_file.write,
    jxl_file.read_back,
    (8, 16),
    (1 << 30) - 1,
    1.1,
    frozenset(("quality", "lossless", "bits")),
    carries=frozenset(("exif", "xmp")),
    quality=jxl_file.QUALITY,
    memory=26,
)


def _tiled(name: str, suffix: str, layout: str) -> Format:
    return Format(
        name,
        (suffix,),
        partial(deep_zoom.write, layout=layout),
        partial(deep_zoom.read_back, layout=layout),
        (8,),
        10_000_000,  # libvips' limit
        2,  # the picture waits uncompressed
        frozenset(("quality", "lossless")),
        alpha=False,
        carries=frozenset(),
        says_srgb=True,
        quality=deep_zoom.QUALITY,
        package="pyvips-binary",
        module="pyvips",
        replacing=deep_zoom.replacing,
        tile=JPEG,
    )


DEEP_ZOOM = _tiled("Deep Zoom", ".dzi", deep_zoom.DEEP_ZOOM)
IIIF = _tiled("IIIF", ".iiif", deep_zoom.IIIF)

FORMATS = (PNG, TIFF, JPEG, WEBP, AVIF, JXL, HEIC, DEEP_ZOOM, IIIF)
BY_SUFFIX = {suffix: kind for kind in FORMATS for suffix in kind.suffixes}


def format_of(path: Path) -> Format:
    """Returns the format of the suffix. Raises ExportError if it is unknown or not installed."""
    kind = BY_SUFFIX.get(path.suffix.lower())
    if kind is None:
        named = path.suffix or message("a name without a suffix")
        reason = message("{suffix} is not a supported format", suffix=named)
        remedy = message("use a name that ends in one of {suffixes}", suffixes=" ".join(BY_SUFFIX))
        raise ExportError(path, reason, remedy)
    if not is_installed(kind):
        reason = message(
            "is {kind}, which needs {package}", kind=kind.name, package=kind.package or kind.name
        )
        remedy = message("install it with: pip install {package}", package=kind.package or "pillow")
        raise ExportError(path, reason, remedy)
    return kind


def is_installed(kind: Format) -> bool:
    """Returns whether this installation writes a format."""
    if kind.module is not None:
        return find_spec(kind.module) is not None
    return kind.pillow is None or whole_file.is_installed(kind.pillow)


def written_bytes(path: Path) -> int:
    """Returns the bytes of a written file, with those of its tiles."""
    tiled = BY_SUFFIX[path.suffix.lower()].tile is not None
    return deep_zoom.written_bytes(path) if tiled else path.stat().st_size
