"""Converts a picture that cannot be read by regions into a tiled TIFF with smaller copies. The child's side.

libvips (LGPL, by pyvips) streams: it holds some rows of the picture, whatever its size, on all cores. Pictures of
formats that its wheel does not read are decoded whole, in the memory of this process, if there is enough.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.messages import Message
from engine.images.colour_signals import decide
from engine.images.damage import part_missing
from engine.images.decoders import tiff, tiff_directories, tiff_numbers
from engine.images.head import Alpha, Head, Kind, Model
from engine.images.image_file import ImageFile
from engine.images.samples import Values
from engine.images.strips import strips
from engine.isolation.serving import Task

LOADERS = {"PNG": "pngload_source", "JPEG": "jpegload_source", "TIFF": "tiffload_source"}
"""libvips' loaders by format. They read rows from the top; JPEGs and PNGs that are stored from coarse to fine are held
in memory. Of the other formats its wheel has WebP and HEIF, which read a picture whole."""
TYPES = {
    **dict.fromkeys([(Kind.UNSIGNED, bits) for bits in (1, 2, 4, 8)], "uchar"),
    (Kind.UNSIGNED, 16): "ushort",
    (Kind.UNSIGNED, 32): "uint",
    (Kind.SIGNED, 8): "char",
    (Kind.SIGNED, 16): "short",
    (Kind.SIGNED, 32): "int",
    (Kind.FLOAT, 32): "float",
}
"""libvips' types of samples, by the kind and the bits of those of a file that it streams."""
NUMPY_TYPES = {"uint": "uint32", "char": "int8", "short": "int16", "int": "int32", "float": "float32"}
"""The same of numbers as numpy's."""
MODELS = (Model.GRAY, Model.RGB, Model.CMYK, Model.PALETTE)
DESCRIPTION = "image-description"
"""libvips' name of the text of a TIFF. It carries what is said of numbers, in a tag that libvips lacks."""
TILE_SIDE = 256
MOST_SHRINK = 8
"""How many times smaller a JPEG can be decoded, which takes a fraction of the time."""


def streams(file: ImageFile) -> bool:
    """Whether a picture is read row by row. Others have to fit into memory while they are converted."""
    head = file.head
    return file.decoder.format in LOADERS and (head.kind, head.bits) in TYPES and not _is_misread(file)


def _is_misread(file: ImageFile) -> bool:
    """Whether libvips reads a TIFF wrong, or not at all.

    It turns numbers whose least is white into others, mixes the rows of gray channels in planes of their own, and lacks
    tiles of such planes.
    """
    head = file.head
    if file.decoder.format != "TIFF":
        return False
    planes = tiff.has_planes(head) and (head.model is not Model.RGB or head.parsed.page.is_tiled)
    return planes or (head.has_values and tiff.is_inverted(head))


def can_convert(file: ImageFile) -> bool:
    """Whether a picture can be converted: not one of several frames."""
    head = file.head
    return head.model in MODELS and not head.pages.animated and head.alpha is not Alpha.PREMULTIPLIED


def channels(head: Head) -> int:
    """Returns how many samples a pixel of the converted picture has."""
    return head.model.channels + (head.alpha is not Alpha.NONE)


def bytes_of_samples(file: ImageFile) -> int:
    """Returns the bytes of all samples of the converted picture."""
    head = file.head
    wide = head.has_values and not streams(
        file
    )  # its samples have 16 bits, and it may have pixels without a value
    bits = 16 if wide else max(head.bits, 8)
    return head.width * head.height * (channels(head) + wide) * -(-bits // 8)


def convert(file: ImageFile, task: Task, notices: list[Message]) -> None:
    """Writes the converted picture into the file of the task. It has the colours of the file, and a profile of them.

    Floats, signed and wide numbers that are streamed keep their type. What cannot be decoded is left out, and noticed.
    Raises whatever libvips raises.
    """
    import pyvips

    if not streams(file):
        _write(*_decoded(file, notices), task)
        return
    text = _text(file, task, notices)
    try:
        _write(opened(file, task.source.fileno(), "warning"), file.head, task, text)
    except pyvips.Error:
        os.ftruncate(task.output.fileno(), 0)
        _write(opened(file, task.source.fileno(), "none"), file.head, task, text)
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
    picture = _shown_channels(picture, file)
    size = tuple(side // shrink for side in head.size)  # libvips leaves out what fills no pixel
    found = (picture.width, picture.height, picture.bands, picture.format)
    expected = (*size, channels(head), TYPES[head.kind, head.bits])
    if found != expected:
        raise ValueError(f"decoded as {found}, declared as {expected}")
    if shrink > 1:
        picture = picture.embed(0, 0, *(-(-side // shrink) for side in head.size), extend="copy")
    rest = reduced // shrink
    return picture if rest == 1 else picture.shrink(rest, rest, ceil=True)


def _shown_channels(picture: Any, file: ImageFile) -> Any:
    """Returns a picture without the channels of a TIFF that are not shown."""
    numbers = tiff.channels(file.head) if file.decoder.format == "TIFF" else None
    if numbers is None or numbers == list(range(picture.bands)):
        return picture
    shown = picture[numbers[0]].bandjoin([picture[number] for number in numbers[1:]])
    return shown.copy(interpretation=picture.interpretation)


def _text(file: ImageFile, task: Task, notices: list[Message]) -> tuple[int, str] | None:
    """Returns what the converted picture says of its numbers, a tag and its text: their scale, or which is no data.

    The scale depends on all of them, which are read once more for it.
    """
    head = file.head
    if not head.has_values:
        no_data = tiff.no_data(head) if file.decoder.format == "TIFF" else None
        return None if no_data is None else (tiff_numbers.NO_DATA, repr(no_data))
    size = head.width * head.height * head.model.channels
    scale = tiff_numbers.scale_of_parts(head, lambda: _numbers(file, task.source.fileno()), size, notices)
    return tiff_numbers.SCALE, scale.to_text()


def _numbers(file: ImageFile, descriptor: int) -> Iterator[Values]:
    """Yields the numbers of the colours of a picture from the top, (h, W, n)."""
    import pyvips

    picture, head = opened(file, descriptor, "none"), file.head
    region, kind = pyvips.Region.new(picture), NUMPY_TYPES[picture.format]
    for rows in strips(head.height, head.width * head.model.channels):
        count = min(rows.stop, head.height) - rows.start
        stored = np.frombuffer(region.fetch(0, rows.start, head.width, count), kind)
        yield stored.reshape(count, head.width, picture.bands)[..., : head.model.channels].astype(np.float32)


def _write(picture: Any, head: Head, task: Task, text: tuple[int, str] | None = None) -> None:
    """Writes a picture of libvips as a tiled TIFF with smaller copies. head: says what its colours mean.

    text: what it says of its numbers, with the tag for it.

    libvips keeps the smaller copies aside until the picture is written: in memory for a target without a name (a third
    of all samples), in a temporary file for one with a name.
    """
    picture = picture.copy()
    _set_profile(picture, head)
    _set(picture, DESCRIPTION, "gstr_type", None if text is None else text[1])
    _report_progress(picture, task)
    target = f"/dev/fd/{task.output.fileno()}"
    os.environ["TMPDIR"] = task.arguments["folder"]  # /tmp may lie in memory, or be small
    picture.tiffsave(
        target,
        tile=True,
        tile_width=TILE_SIDE,
        tile_height=TILE_SIDE,
        pyramid=True,
        bigtiff=True,
        keep="icc:other",
        # averages would mix heights with the numbers that stand for no data
        region_shrink="mean" if text is None else "median",
    )
    if text is not None:
        with Path(target).open("r+b") as file:
            tiff_numbers.rename_description(file, text[0])


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
    _set(picture, "orientation", "gint_type", None)  # the app knows the orientation
    _set(picture, "icc-profile-data", "blob_type", decide(head.signals, head.model.pillow_mode, []).profile)


def _set(picture: Any, name: str, kind: str, value: Any) -> None:
    """Gives a picture of libvips something to write beside its pixels; None removes it. kind: of pyvips.GValue."""
    import pyvips

    if picture.get_typeof(name):
        picture.remove(name)
    if value is not None:
        picture.set_type(getattr(pyvips.GValue, kind), name, value)


def _directory(file: ImageFile) -> int:
    """Returns the number of a TIFF's page among its directories."""
    return tiff_directories.number_of(file.stream, file.head.parsed.page.offset)
