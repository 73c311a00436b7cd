"""Formats that need an optional package: HEIC, JPEG XL, raw photos of cameras, and slides of microscopes."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images.decoders.jxl_codestream import CODESTREAM, CONTAINER
from engine.images.decoders.raw_kinds import raw_kind

SLIDE = "SLIDE"


@dataclass(frozen=True)
class Plugin:
    """kind: common name of the format. package: what to install. module: what to import.

    signatures: possible first bytes of such a file, from byte `offset` on; raw photos are found by `raw_kind`, slides
    by engine/images/decoders/slide_kinds.py.
    """

    kind: str
    package: str
    module: str
    offset: int
    signatures: tuple[bytes, ...]


HEIF_BRANDS = ("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1")
PLUGINS = {
    "HEIF": Plugin(
        "HEIC", "pillow-heif", "pillow_heif", 4, tuple(f"ftyp{brand}".encode() for brand in HEIF_BRANDS)
    ),
    "JXL": Plugin("JPEG XL", "pillow-jxl-plugin", "pillow_jxl", 0, (CODESTREAM, CONTAINER)),
    "RAW": Plugin("raw photos", "rawpy", "rawpy", 0, ()),
    SLIDE: Plugin("slides of microscopes", "openslide-python openslide-bin", "openslide_bin", 0, ()),
}
"""By the names of the formats in the table of decoders."""


def installed(name: str) -> bool:
    """Whether the plugin for a format is installed."""
    return find_spec(PLUGINS[name].module) is not None


def missing() -> dict[str, str]:
    """Returns the packages that are not installed, by the kind of file that cannot be opened without them."""
    return {plugin.kind: plugin.package for name, plugin in PLUGINS.items() if not installed(name)}


def refuse_without(stream: BinaryIO, path: Path) -> None:
    """Raises ImageError, about `path`, if the file needs a plugin that is not installed."""
    stream.seek(0)
    start = stream.read(16)
    for name, plugin in PLUGINS.items():
        if start[plugin.offset :].startswith(plugin.signatures) and not installed(name):
            raise _missing(path, plugin.kind, plugin)
    if not installed("RAW") and (kind := raw_kind(stream)):
        raise _missing(path, kind, PLUGINS["RAW"])


def missing_slides(path: Path, kind: str) -> ImageError:
    """The error for a slide without OpenSlide."""
    reason = message("is {kind}, which needs {package}", kind=kind, package="OpenSlide")
    package = PLUGINS[SLIDE].package
    return ImageError(
        path, reason, message("install the extra “slides”: pip install {package}", package=package)
    )


def _missing(path: Path, kind: str, plugin: Plugin) -> ImageError:
    reason = message("is {kind}, which needs {package}", kind=kind, package=plugin.package)
    return ImageError(path, reason, message("install it with: pip install {package}", package=plugin.package))
