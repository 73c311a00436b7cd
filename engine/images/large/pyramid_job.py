"""Converts a picture that cannot be read by regions into a tiled TIFF with smaller copies. The child's side.

libvips (LGPL, by pyvips) streams: it holds some rows of the picture, whatever its size, on all cores. Pictures of
formats that its wheel does not read are decoded whole, in the memory of this process, if there is enough.
"""

import os
from typing import Any

import numpy as np

from engine.base.messages import Message
from engine.images.colour_signals import decide
from engine.images.damage import part_missing
from engine.images.decoders import tiff_directories
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.image_file import ImageFile
from engine.isolation.serving import Task

LOADERS = {"PNG": "pngload_source", "JPEG": "jpegload_source", "TIFF": "tiffload_source"}
"""libvips' loaders by format. They read rows from the top; JPEGs and PNGs that are stored from coarse to fine are held
in memory. Of the other formats its wheel has WebP and HEIF, which read a picture whole."""
MODELS = (Model.GRAY, Model.RGB, Model.CMYK, Model.PALETTE)
TILE_SIDE = 256
MOST_SHRINK = 8
"""How many times smaller a JPEG can be decoded, which takes a fraction of the time."""


def streams(file: ImageFile) -> bool:
    """Whether a picture is read row by row. Others have to fit into memory while they are converted."""
    return file.decoder.format in LOADERS


def can_convert(file: ImageFile) -> bool:
    """Whether a picture can be converted: one of unsigned samples, not one of several frames."""
    head = file.head
    bits = head.bits in (1, 2, 4, 8, 16) if streams(file) else head.bits <= 16
    plain = head.kind is Kind.UNSIGNED and bits and head.model in MODELS
    return plain and not head.pages.animated and head.alpha is not Alpha.PREMULTIPLIED


def channels(head: Head) -> int:
    """Returns how many samples a pixel of the converted picture has."""
    return head.model.channels + (head.alpha is not Alpha.NONE)


def convert(file: ImageFile, task: Task, notices: list[Message]) -> None:
    """Writes the converted picture into the file of the task. It has the colours of the file, and a profile of them.

    What cannot be decoded is left out, and noticed. Raises whatever libvips raises.
    """
    import pyvips

    if not streams(file):
        _write(*_decoded(file, notices), task)
        return
    try:
        _write(opened(file, task.source.fileno(), "warning"), file.head, task)
    except pyvips.Error:
        os.ftruncate(task.output.fileno(), 0)
        _write(opened(file, task.source.fileno(), "none"), file.head, task)
        notices.append(part_missing())


def _decoded(file: ImageFile, notices: list[Message]) -> tuple[Any, Head]:
    """Returns libvips' picture of a file that is decoded whole, and the head as decoding completed it."""
    import pyvips

    head, samples = file.decode(notices)
    colour, alpha = samples.read(slice(0, samples.height))
    stored = np.ascontiguousarray(colour if alpha is None else np.dstack([colour, alpha]))
    kind = "ushort" if stored.dtype == np.uint16 else "uchar"
    height, width, bands = stored.shape
    return pyvips.Image.new_from_memory(stored.data, width, height, bands, kind), head


def opened(file: ImageFile, descriptor: int, fail_on: str, reduced: int = 1) -> Any:
    """Returns libvips' picture of a file, to be read once from the top. It is as the head declares.

    fail_on: how severe a fault of the file must be to raise an error. reduced: how many times smaller along a side, a
    power of two. Raises whatever libvips raises, and ValueError for a picture that is not as declared.
    """
    import pyvips

    head, shrink = file.head, min(reduced, MOST_SHRINK) if file.decoder.format == "JPEG" else 1
    # libvips has limits of its own, which are smaller
    options: dict[str, Any] = {"access": "sequential", "fail_on": fail_on, "unlimited": True}
    if file.decoder.format == "TIFF":
        options["page"] = _directory(file)
    if shrink > 1:
        options["shrink"] = shrink
    source = pyvips.Source.new_from_descriptor(descriptor)
    picture = getattr(pyvips.Image, LOADERS[file.decoder.format])(source, **options)
    size = tuple(side // shrink for side in head.size)  # libvips leaves out what fills no pixel
    found = (picture.width, picture.height, picture.bands, picture.format)
    expected = (*size, channels(head), "ushort" if head.deep else "uchar")
    if found != expected:
        raise ValueError(f"decoded as {found}, declared as {expected}")
    if shrink > 1:
        picture = picture.embed(0, 0, *(-(-side // shrink) for side in head.size), extend="copy")
    rest = reduced // shrink
    return picture if rest == 1 else picture.shrink(rest, rest, ceil=True)


def _write(picture: Any, head: Head, task: Task) -> None:
    """Writes a picture of libvips as a tiled TIFF with smaller copies. head: says what its colours mean.

    libvips keeps the smaller copies aside until the picture is written: in memory for a target without a name (a third
    of all samples), in a temporary file for one with a name.
    """
    picture = picture.copy()
    _set_profile(picture, head)
    _report_progress(picture, task)
    os.environ["TMPDIR"] = task.arguments["folder"]  # /tmp may lie in memory, or be small
    picture.tiffsave(
        f"/dev/fd/{task.output.fileno()}",
        tile=True,
        tile_width=TILE_SIDE,
        tile_height=TILE_SIDE,
        pyramid=True,
        bigtiff=True,
        keep="icc",
    )


def _report_progress(picture: Any, task: Task) -> None:
    """Reports each percent of a picture that is about to be written."""
    reported = 0

    def report(_picture: Any, progress: Any) -> None:
        nonlocal reported
        if progress.percent > reported:
            reported = progress.percent
            task.report(min(reported, 100) / 100)

    picture.set_progress(True)
    picture.signal_connect("eval", report)


def _set_profile(picture: Any, head: Head) -> None:
    """Gives a picture the profile that its file's colour signals mean."""
    import pyvips

    name = "icc-profile-data"
    for each in (name, "orientation"):  # the app knows the orientation
        if picture.get_typeof(each):
            picture.remove(each)
    profile = decide(head.signals, head.model.pillow_mode, []).profile
    if profile is not None:
        picture.set_type(pyvips.GValue.blob_type, name, profile)


def _directory(file: ImageFile) -> int:
    """Returns the number of a TIFF's page among its directories."""
    return tiff_directories.number_of(file.stream, file.head.parsed.page.offset)
