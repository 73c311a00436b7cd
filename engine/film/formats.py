"""The table of film formats, and their limits."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from engine.base.errors import ExportError
from engine.base.messages import message
from engine.film import path_file, video_file
from engine.film.video_file import Codec

PACKAGE = "unpixel[film]"
"""What must be installed for videos."""


@dataclass(frozen=True)
class FilmFormat:
    """suffix: of the file; "" for a folder. quality: default, 1 to 100. codec: None for numbered PNG files."""

    name: str
    suffix: str
    codec: Codec | None
    quality: int = 0


MP4 = FilmFormat("MP4 (H.264)", ".mp4", video_file.H264, 70)
WEBM = FilmFormat("WebM (VP9)", ".webm", video_file.VP9, 65)
WEBP = FilmFormat("WebP", ".webp", video_file.WEBP, 85)
AVIF = FilmFormat("AVIF", ".avif", video_file.AV1, 65)
PNG_FILES = FilmFormat("PNG", "", None)
FORMATS = (MP4, WEBM, WEBP, AVIF, PNG_FILES)
BY_SUFFIX = {kind.suffix: kind for kind in FORMATS}


def format_of(path: Path, size: tuple[int, int], quality: int | None) -> FilmFormat:
    """Returns the format of a film's file or folder. Raises ExportError if it is unknown or cannot hold the film."""
    kind = BY_SUFFIX.get(path.suffix.lower())
    if kind is None:
        reason = message("{suffix} is not a format of films", suffix=path.suffix)
        names = " ".join(filter(None, BY_SUFFIX))
        remedy = message("use a name that ends in one of {names}, or a folder for numbered PNGs", names=names)
        raise ExportError(path, reason, remedy)
    _check_quality(path, kind, quality)
    _check_size(path, kind, size)
    if kind.codec is not None and not is_installed():
        reason = message("is {kind}, which needs {package}", kind=kind.name, package="PyAV")
        raise ExportError(path, reason, message("install it with: pip install {package}", package=PACKAGE))
    return kind


def is_installed() -> bool:
    """Returns whether this installation writes videos: the extra `film`."""
    return find_spec("av") is not None


def _check_quality(path: Path, kind: FilmFormat, quality: int | None) -> None:
    if quality is None:
        return
    if kind.codec is None:
        reason = message("{format} has no option {option}", format=kind.name, option="quality")
        raise ExportError(path, reason, message("leave the option out, or choose another format"))
    if not 1 <= quality <= 100:
        reason = message("{quality} is no quality", quality=quality)
        raise ExportError(path, reason, message("choose 1 to 100"))


def _check_size(path: Path, kind: FilmFormat, size: tuple[int, int]) -> None:
    width, height = size
    least, most = path_file.SIDES
    if not least <= min(size) <= max(size) <= most:
        reason = message("{width} x {height} px is not a size of films", width=width, height=height)
        raise ExportError(path, reason, message("choose {least} to {most} px a side", least=least, most=most))
    if kind.codec is not None and (width % 2 or height % 2):
        reason = message(
            "{width} x {height} px: a video has even sides, for its colours", width=width, height=height
        )
        even = f"{width + width % 2}x{height + height % 2}"
        raise ExportError(path, reason, message("choose {size}", size=even))
