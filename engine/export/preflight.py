"""Checks before an export begins: what the format, the disk and the memory cannot hold is refused."""

import shutil
from pathlib import Path

from engine.base import free_memory
from engine.base.errors import ExportError
from engine.base.messages import Message, message
from engine.export.formats import JPEG, Format
from engine.export.options import FileOptions
from engine.export.picture_head import PictureHead

PYRAMID_SPACE = 5 / 3
"""Of the file with all smaller copies, and those that wait for being written, as a multiple of the picture alone."""
SPACE_MARGIN = 1.2
"""Required free space, as a multiple of the largest size that the file can have."""
PROGRESSIVE_MEMORY = 16
"""Bytes a px of a progressive JPEG: the picture, and twice two bytes of coefficients for each sample."""


def refusal(path: Path, kind: Format, head: PictureHead) -> tuple[Message, Message] | None:
    """Returns why a file cannot be written, and the remedy; None if no check of this module hinders it."""
    try:
        check_options(path, kind, head.options)
        check_size(path, kind, head)
        if path.parent.is_dir():
            check_free_space(path, kind, head)
    except ExportError as error:
        return error.reason, error.remedy
    return None


def check_options(path: Path, kind: Format, options: FileOptions) -> None:
    """Raises ExportError for an option that the format does not have, or a value that it does not know."""
    if wrong := [name for name in options.given if name not in kind.options]:
        reason = message("{format} has no option {option}", format=kind.name, option=wrong[0])
        raise ExportError(path, reason, message("leave the option out, or choose another format"))
    if options.compression not in (None, *kind.compressions):
        reason = message("{format} has no compression {name}", format=kind.name, name=options.compression)
        remedy = message("choose one of {names}", names=", ".join(kind.compressions))
        raise ExportError(path, reason, remedy)
    if options.bits not in (None, *kind.bits):
        reason = message("{format} has no {bits} bits per sample", format=kind.name, bits=options.bits)
        remedy = message("choose one of {names}", names=", ".join(map(str, kind.bits)))
        raise ExportError(path, reason, remedy)
    if options.quality is not None and not 1 <= options.quality <= 100:
        reason = message("{quality} is no quality", quality=options.quality)
        raise ExportError(path, reason, message("choose 1 to 100"))
    if options.compression == "jpeg" and options.bits not in (None, 8):
        reason = message("a JPEG compressed TIFF has 8 bits per sample, not {bits}", bits=options.bits)
        raise ExportError(path, reason, message("choose another compression, or 8 bits"))


def check_size(path: Path, kind: Format, head: PictureHead) -> None:
    """Raises ExportError if the format cannot hold a picture of this size, or its writer needs too much memory."""
    height, width = head.height, head.width
    if min(height, width) < 1:
        reason = message("{width} x {height} px is not a valid size", width=width, height=height)
        raise ExportError(path, reason, message("choose at least one pixel"))
    if max(height, width) > kind.max_side:
        reason = message(
            "{width} x {height} px exceeds the format's limit of {limit}",
            width=width,
            height=height,
            limit=message("{side} px per side", side=kind.max_side),
        )
        raise ExportError(path, reason, message("use a .tif or a .png"))
    need, free = writer_memory(kind, head), free_memory.available_bytes()
    if need > free:
        reason = message(
            "{format} needs about {need:,.0f} MB of memory for {width} x {height} px, but {free:,.0f} MB are free",
            format=kind.name,
            need=need / 1e6,
            free=free / 1e6,
            width=width,
            height=height,
        )
        raise ExportError(path, reason, message("use a .tif or a .png"))


def check_free_space(path: Path, kind: Format, head: PictureHead, scratch: int = 0) -> None:
    """Raises ExportError if the largest possible file and `scratch` bytes beside it do not fit on the disk."""
    need = SPACE_MARGIN * kind.bytes_per_sample * head.raw_bytes
    need *= PYRAMID_SPACE if head.options.pyramid else 1
    need += scratch
    free = shutil.disk_usage(path.parent).free
    if need > free:
        reason = message(
            "may need {need:,.0f} MB, but {free:,.0f} MB are free", need=need / 1e6, free=free / 1e6
        )
        raise ExportError(path, reason, message("free disk space, or choose another disk"))


def writer_memory(kind: Format, head: PictureHead) -> int:
    """Returns the bytes that the writer takes at once beyond a few bands."""
    per_pixel = PROGRESSIVE_MEMORY if kind is JPEG and head.options.progressive else kind.memory
    return per_pixel * head.height * head.width * head.bits // 8
