"""Formats that Pillow opens by a plugin, which not everybody has: HEIC, as telephones write it, and JPEG XL."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from engine.base.errors import ImageError
from engine.base.messages import message


@dataclass(frozen=True)
class Plugin:
    """kind: what people call the format. package: what to install. module: what is imported then.

    heads: what files begin with, from the byte `at` on.
    """

    kind: str
    package: str
    module: str
    at: int
    heads: tuple[bytes, ...]


HEIF_BRANDS = ("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1")
PLUGINS = {
    "HEIF": Plugin(
        "HEIC", "pillow-heif", "pillow_heif", 4, tuple(f"ftyp{brand}".encode() for brand in HEIF_BRANDS)
    ),
    "JXL": Plugin(
        "JPEG XL", "pillow-jxl-plugin", "pillow_jxl", 0, (b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n")
    ),
}
"""By Pillow's names of the formats."""


def there(name: str) -> bool:
    """Whether the plugin for a format is installed."""
    return find_spec(PLUGINS[name].module) is not None


def missing() -> dict[str, str]:
    """The package to install, by the kind of file that cannot be opened without."""
    return {plugin.kind: plugin.package for name, plugin in PLUGINS.items() if not there(name)}


def refuse_without(path: Path) -> None:
    """Raises ImageError for a file, which may be read, that would open if a plugin were there."""
    with path.open("rb") as file:
        head = file.read(16)
    for name, plugin in PLUGINS.items():
        if head[plugin.at :].startswith(plugin.heads) and not there(name):
            reason = message("is {kind}, which needs {package}", kind=plugin.kind, package=plugin.package)
            remedy = message("install it with: pip install {package}", package=plugin.package)
            raise ImageError(path, reason, remedy)
