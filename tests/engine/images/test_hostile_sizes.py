"""Pictures that their file or the memory cannot hold, and heads that never end, are refused before decoding."""

import io
import resource
import struct
import time

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile

from engine.base import free_memory
from engine.base.errors import ImageError
from engine.images import bounded_reads, plausible_size
from engine.images.loading import load
from tests.engine.image_files import chunk, png

LONG = 8 << 20
"""Bytes of a hostile head: parsers that take a step per byte need seconds for it."""
GIF_PIXEL = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00\x3b"


def patched_jpeg(side):
    data = io.BytesIO()
    PIL.Image.new("RGB", (16, 16)).save(data, "JPEG")
    return data.getvalue().replace(struct.pack(">HH", 16, 16), struct.pack(">HH", side, side), 1)


def gif(side, before_frame=b""):
    return b"GIF89a" + struct.pack("<HHBBB", side, side, 0x80, 0, 0) + bytes(6) + before_frame + GIF_PIXEL


def webp():
    data = io.BytesIO()
    PIL.Image.new("RGB", (1, 1)).save(data, "WEBP", lossless=True)
    whole = bytearray(data.getvalue())
    at = whole.index(b"VP8L") + 9  # 14 bits each of width - 1 and height - 1
    bits = int.from_bytes(whole[at : at + 4], "little") & ~((1 << 28) - 1)
    whole[at : at + 4] = (bits | 16_000 | 16_000 << 14).to_bytes(4, "little")
    return bytes(whole)


def avif():
    data = imagecodecs.avif_encode(np.zeros((16, 16, 3), np.uint8))
    at = data.index(b"ispe") + 8
    return data[:at] + struct.pack(">II", 16_000, 16_000) + data[at + 8 :]


def tiff(compression):
    data = io.BytesIO()
    tifffile.imwrite(
        data, np.zeros((64, 64, 3), np.uint16), compression=compression, photometric="rgb", rowsperstrip=8
    )
    whole = data.getvalue()
    for tag in (256, 257):  # width and height of 64, as SHORT
        old = struct.pack("<HHII", tag, 4, 1, 64), struct.pack("<HHIHH", tag, 3, 1, 64, 0)
        whole = whole.replace(old[0], struct.pack("<HHII", tag, 4, 1, 8000))
        whole = whole.replace(old[1], struct.pack("<HHIHH", tag, 3, 1, 8000, 0))
    return whole


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", patched_jpeg(16_000)),
        ("a.gif", gif(16_000)),
        ("a.webp", webp()),
        ("a.avif", avif()),
        ("a.tif", tiff(None)),
        ("b.tif", tiff("zlib")),
        ("a.png", png(16_000, 16_000, 8, 2, bytes(1000))),
        ("a.ppm", b"P6 16000 16000 255\nabc"),
    ],
)
def test_more_pixels_than_the_file_can_hold_are_refused_at_once(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(
        ImageError, match=r"is incomplete: \d+ x \d+ px do not fit into its [\d,]+ bytes; download"
    ):
        load(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10


@pytest.mark.parametrize(
    "options", [{"compression": "tiff_lzw"}, {"compression": "group4"}, {}, {"tile": True}]
)
def test_a_plain_tiff_opens(tmp_path, options):
    path, mode = tmp_path / "a.tif", "1" if options.get("compression") == "group4" else "RGB"
    if options.get("tile"):
        tifffile.imwrite(path, np.zeros((300, 200, 3), np.uint8), tile=(64, 64), photometric="rgb")
    else:
        PIL.Image.new(mode, (200, 300)).save(path, **options)
    assert load(path).pixels.shape == (300, 200, 3)


def test_a_plain_picture_of_an_ordinary_size_opens(tmp_path):
    PIL.Image.new("RGB", (3840, 2160), "red").save(tmp_path / "a.webp", lossless=True)
    assert (tmp_path / "a.webp").stat().st_size < 1000
    assert load(tmp_path / "a.webp").width == 3840


def test_a_picture_above_the_free_memory_is_refused_with_both_numbers(tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    PIL.Image.new("RGB", (100, 100)).save(path)
    monkeypatch.setattr(plausible_size, "UNCHECKED_BYTES", 50_000)
    monkeypatch.setattr(free_memory, "available_bytes", lambda: 60_000)
    with pytest.raises(ImageError, match="needs 0 MB of memory to open, and 0 MB are free; close"):
        load(path)
    monkeypatch.setattr(free_memory, "available_bytes", lambda: 1_000_000)
    load(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("comment.ppm", b"P6\n#" + b"x" * LONG + b"\n1 1\n255\nabc"),
        ("blanks.ppm", b"P6" + b" " * LONG + b"1 1\n255\nabc"),
        ("segments.jpg", b"\xff\xd8" + b"\xff\xfe\x00\x02" * (LONG // 4) + b"\xff\xd9"),
        ("fill.jpg", b"\xff\xd8" + b"\xff" * LONG + b"\xff\xd9"),
        ("comments.gif", gif(1, b"\x21\xfe\x01x\0" * (LONG // 5))),
        (
            "texts.png",
            png(1, 1, 8, 0, b"\0\0")[:33] + chunk(b"tEXt", b"a\0b") * (LONG // 15) + png(1, 1, 8, 0)[33:],
        ),
        ("boxes.avif", b"\0\0\0\x14ftypavif\0\0\0\0avif" + b"\0\0\0\x08free" * (LONG // 8)),
        ("boxes.jxl", b"\x00\x00\x00\x0cJXL \r\n\x87\n" + b"\0\0\0\x08jxlp" * (LONG // 8)),
    ],
)
def test_a_head_that_never_ends_is_refused(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    begin = time.process_time()
    with pytest.raises(ImageError):
        load(path)
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    ("name", "options"), [("a.gif", {}), ("a.png", {"compress_level": 0}), ("a.jpg", {"quality": 100})]
)
def test_a_long_file_may_have_many_parts(tmp_path, monkeypatch, name, options):
    noise = np.random.default_rng(0).integers(0, 256, (700, 700), np.uint8)
    PIL.Image.fromarray(noise).save(tmp_path / name, **options)
    monkeypatch.setattr(bounded_reads, "MOST_READS", 400)  # far fewer than a GIF of this length has blocks
    assert load(tmp_path / name).width == 700


UPRIGHT = {
    1: lambda stored: stored,
    2: lambda stored: stored[:, ::-1],
    3: lambda stored: stored[::-1, ::-1],
    4: lambda stored: stored[::-1],
    5: lambda stored: stored.swapaxes(0, 1),
    6: lambda stored: stored[::-1].swapaxes(0, 1),
    7: lambda stored: stored[::-1, ::-1].swapaxes(0, 1),
    8: lambda stored: stored[:, ::-1].swapaxes(0, 1),
}
"""The upright picture by the orientation in the file (TIFF 6.0, tag 274)."""


@pytest.mark.parametrize("orientation", UPRIGHT)
@pytest.mark.parametrize("rows", [1, 8, 30])
def test_a_whole_tiff_opens_whatever_its_orientation(tmp_path, orientation, rows):
    """The table of strips covers the picture as it is stored, which is not its upright size."""
    stored = np.random.default_rng(orientation).integers(0, 256, (30, 70, 3), dtype=np.uint8)
    path = tmp_path / "a.tif"
    tifffile.imwrite(
        path, stored, photometric="rgb", rowsperstrip=rows, extratags=[(274, 3, 1, orientation, True)]
    )
    assert np.array_equal(load(path).pixels, UPRIGHT[orientation](stored))
