"""Picture files that would cost far more than they are worth: refused, or opened as what little they hold, at once."""

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from engine.base.errors import ImageError
from engine.images.isolated import load
from engine.isolation import children
from tests.endurance import image_seeds
from tests.endurance.row import Row
from tests.engine.image_files import chunk, png

MB = 1 << 20


def case(seed: int, index: int, folder: Path) -> str:
    """Opens one bomb. The seed does not matter."""
    name, path = written_bombs()[index % len(written_bombs())]
    try:
        image = load(path)
    except ImageError as error:
        assert error.remedy and "\n" not in str(error) and len(str(error)) < 1000
        return "refused"
    assert image.pixels.size < 4 * MB, f"{name}: opened as {image.pixels.shape}"
    return "opened as what it holds"


@cache
def written_bombs() -> list[tuple[str, Path]]:
    """Writes all bombs before the first case, so that making them does not count."""
    image_seeds.formats()
    folder, written = Path(mkdtemp()), []
    for number, (name, suffix, make) in enumerate(_bombs()):
        path = folder / f"{number}.{suffix}"
        path.write_bytes(make())
        written.append((name, path))
    assert len(written) <= ROW.long
    return written


def _bombs() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    yield from _declared_sizes()
    yield from _profiles_and_texts()
    yield from _directories()
    yield from _many_parts()
    yield from _inflated_pixels()
    yield from _long_parsing()


def _declared_sizes() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Pixels that are declared and not there."""
    yield "PNG of 3.6 gigapixels", "png", lambda: png(60_000, 60_000, 8, 2, bytes(10 * MB))
    yield "JPEG of 4 gigapixels", "jpg", lambda: _patched_jpeg(65_500, 65_500)
    yield "BMP of 10 gigapixels", "bmp", lambda: _patched("BMP", 18, struct.pack("<ii", 100_000, 100_000))
    yield "GIF of 4 gigapixels", "gif", lambda: _patched("GIF", 6, b"\xff\xff\xff\xff")
    yield "PPM of 10 gigapixels", "ppm", lambda: b"P6\n100000 100000\n255\n" + bytes(1000)
    yield "PPM of digits without an end", "ppm", lambda: b"P6\n" + b"9" * (5 * MB)
    yield "TIFF of 10 gigapixels", "tif", lambda: _tiff({256: 100_000, 257: 100_000})
    yield "AVIF of 4 gigapixels", "avif", lambda: _patched_ispe("AVIF")
    if "HEIF" in image_seeds.formats():
        yield "HEIC of 4 gigapixels", "heic", lambda: _patched_ispe("HEIF")
    yield "TGA of 4 gigapixels", "tga", lambda: _patched("TGA", 12, b"\xff\xff\xff\xff")
    yield (
        "PCX of 4 gigapixels",
        "pcx",
        lambda: _patched("PCX", 8, b"\xff\xff\xff\xff" + bytes(54) + b"\xff\xff"),
    )
    yield "SGI of 4 gigapixels", "sgi", lambda: _patched("SGI", 6, b"\xff\xff\xff\xff")
    yield "QOI of 10 gigapixels", "qoi", lambda: _patched("QOI", 4, struct.pack(">II", 100_000, 100_000))
    yield "DDS of 10 gigapixels", "dds", lambda: _patched("DDS", 12, struct.pack("<II", 100_000, 100_000))
    yield "PSD of 900 megapixels", "psd", lambda: _patched("PSD", 14, struct.pack(">II", 30_000, 30_000))
    yield "JPEG 2000 of 10 gigapixels", "j2k", lambda: _jpeg2000(100_000)
    yield "EXR of 10 gigapixels", "exr", lambda: _exr(100_000)
    yield "FITS of 10 gigapixels", "fits", lambda: _fits(b"100000")
    yield "FITS with a head of 60 MB", "fits", lambda: _fits(b"10", b"COMMENT".ljust(80) * 750_000)
    yield (
        "ICO of 65,535 pictures",
        "ico",
        lambda: b"\0\0\1\0\xff\xff" + (bytes(8) + struct.pack("<II", 99, 22)) * 65_535,
    )


def _profiles_and_texts() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Metadata that inflates, or never ends."""
    yield "PNG with a profile of 500 MB", "png", lambda: _png_with(chunk(b"iCCP", b"a\0\0" + _zeros(500)))
    yield (
        "PNG with an iTXt of 500 MB",
        "png",
        lambda: _png_with(chunk(b"iTXt", b"a\0\1\0\0\0" + _zeros(500))),
    )
    yield "PNG with 300,000 texts", "png", lambda: _png_with(chunk(b"tEXt", b"a\0b") * 300_000)
    yield (
        "PNG with zTXt of 50 times 20 MB",
        "png",
        lambda: _png_with(chunk(b"zTXt", b"a\0\0" + _zeros(20)) * 50),
    )
    yield (
        "JPEG with 16 MB of profile",
        "jpg",
        lambda: _jpeg_with(
            b"".join(
                b"\xff\xe2\xff\xffICC_PROFILE\0" + bytes([k, 255]) + bytes(65_519) for k in range(1, 256)
            )
        ),
    )
    yield (
        "JPEG with 20 MB of comments",
        "jpg",
        lambda: _jpeg_with((b"\xff\xfe\xff\xff" + bytes(65_533)) * 320),
    )


def _directories() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Directories of a TIFF or an EXIF that point at themselves or are endless."""
    yield "TIFF whose directory follows itself", "tif", lambda: _tiff({}, after=8)
    yield "TIFF with a chain of 200,000 directories", "tif", _tiff_chain
    yield "TIFF whose EXIF is its own directory", "tif", lambda: _tiff({34665: 8})
    yield "TIFF with 2 ** 31 strips", "tif", lambda: _tiff({273: 8}, count=1 << 31)
    yield (
        "JPEG whose EXIF is a loop",
        "jpg",
        lambda: _jpeg_with(_segment(b"Exif\0\0" + _tiff({34665: 8}, after=8))),
    )


def _many_parts() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Thousands of frames, pages and boxes."""
    yield "GIF of 10,000 frames", "gif", _gif_frames
    yield (
        "PNG of 10,000 frames",
        "png",
        lambda: _png_with(chunk(b"acTL", struct.pack(">II", 10_000, 0)) + chunk(b"fcTL", bytes(26)) * 10_000),
    )
    yield (
        "AVIF with 1,000,000 empty boxes",
        "avif",
        lambda: image_seeds.seeds("AVIF")[0] + b"\0\0\0\x08free" * 1_000_000,
    )
    yield "AVIF with boxes before", "avif", lambda: _after_ftyp(b"\0\0\0\x08free" * 1_000_000)


def _inflated_pixels() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """A few pixels whose stream inflates to far more."""
    yield "PNG of 4 px with 500 MB of rows", "png", lambda: _small_png(_zeros(500))
    yield "TIFF of 4 px with 500 MB of rows", "tif", lambda: _tiff({259: 8}, data=_zeros(500))


def _long_parsing() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """What a parser walks through piece by piece."""
    yield "JPEG with 1,000,000 empty segments", "jpg", lambda: _jpeg_with(b"\xff\xef\0\2" * 1_000_000)
    yield "PPM with a comment of 60 MB", "ppm", lambda: b"P6\n#" + b"x" * (60 * MB) + b"\n1 1\n255\nabc"
    yield "PPM with 10,000,000 comments", "ppm", lambda: b"P6\n" + b"#\n" * 10_000_000 + b"1 1\n255\nabc"
    if "JXL" in image_seeds.formats():
        yield "JPEG XL with 1,000,000 empty boxes", "jxl", _jxl_boxes


def _zeros(megabytes: int) -> bytes:
    """Returns a zlib stream of so many megabytes of zeros."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MB)) for _ in range(megabytes)) + packer.flush()


def _png_with(chunks: bytes) -> bytes:
    whole = png(2, 2, 8, 2, bytes(14))
    return whole[:33] + chunks + whole[33:]


def _small_png(stream: bytes) -> bytes:
    whole = png(2, 2, 8, 2, bytes(14))
    return whole[:33] + chunk(b"IDAT", stream) + chunk(b"IEND", b"")


def _segment(content: bytes, kind: int = 0xE1) -> bytes:
    return b"\xff" + bytes([kind]) + struct.pack(">H", len(content) + 2) + content


def _jpeg_with(segments: bytes) -> bytes:
    whole = image_seeds.seeds("JPEG")[3]
    return whole[:2] + segments + whole[2:]


def _patched(name: str, at: int, value: bytes) -> bytes:
    whole = image_seeds.seeds(name)[0]
    return whole[:at] + value + whole[at + len(value) :]


def _patched_jpeg(width: int, height: int) -> bytes:
    whole = image_seeds.seeds("JPEG")[3]
    at = whole.index(b"\xff\xc0") + 5
    return whole[:at] + struct.pack(">HH", height, width) + whole[at + 4 :]


def _patched_ispe(name: str) -> bytes:
    whole = image_seeds.seeds(name)[0]
    at = whole.index(b"ispe") + 8
    return whole[:at] + struct.pack(">II", 65_535, 65_535) + whole[at + 8 :]


def _after_ftyp(boxes: bytes) -> bytes:
    whole = image_seeds.seeds("AVIF")[0]
    end = int.from_bytes(whole[:4], "big")
    return whole[:end] + boxes + whole[end:]


def _jpeg2000(side: int) -> bytes:
    whole = image_seeds.seeds("JPEG2000")[1]
    at = whole.index(b"\xff\x51") + 6
    return whole[:at] + struct.pack(">II", side, side) + whole[at + 8 :]


def _exr(side: int) -> bytes:
    whole = image_seeds.seeds("EXR")[0]
    at = whole.index(b"dataWindow") + len(b"dataWindow\0box2i\0") + 4
    return whole[:at] + struct.pack("<4i", 0, 0, side - 1, side - 1) + whole[at + 16 :]


def _fits(side: bytes, cards: bytes = b"") -> bytes:
    axes = b"NAXIS1  = " + side.rjust(20), b"NAXIS2  = " + side.rjust(20)
    lines = b"SIMPLE  = T", b"BITPIX  = 8", b"NAXIS   = 2", *axes
    return b"".join(line.ljust(80) for line in lines) + cards + b"END".ljust(80) + bytes(5000)


def _jxl_boxes() -> bytes:
    signature = b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0\0\0\x14ftypjxl \0\0\0\0jxl "
    return signature + b"\0\0\0\x08free" * 1_000_000


def _gif_frames() -> bytes:
    frame = b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + frame * 10_000 + b"\x3b"


def _tiff(changes: dict[int, int], after: int = 0, count: int = 1, data: bytes = bytes(4)) -> bytes:
    """Returns a gray TIFF of 2 x 2 px with changed tags. after: offset of the next directory. count: of each value."""
    tags = {256: 2, 257: 2, 258: 8, 259: 1, 262: 1, 273: 0, 277: 1, 278: 2, 279: len(data)} | changes
    end = 8 + 2 + 12 * len(tags) + 4
    if 273 not in changes:
        tags[273] = end
    entries = b"".join(struct.pack("<HHII", tag, 4, count, value) for tag, value in sorted(tags.items()))
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + struct.pack("<I", after) + data


def _tiff_chain() -> bytes:
    """A TIFF whose directories, each of no entries, point one to the next."""
    first = _tiff({}, after=0)
    start = len(first)
    links = b"".join(struct.pack("<HI", 0, start + 6 * (k + 1)) for k in range(200_000))
    at = first.index(struct.pack("<I", 0), 8 + 2 + 12 * 9)
    return first[:at] + struct.pack("<I", start) + first[at + 4 :] + links


ROW = Row(
    name="bombs",
    fault="bombs: pixels, profiles, EXIF loops, texts, directories, frames",
    expected="refused, or opened as what they hold; 1 s, 100 MB",
    case=case,
    end=children.SHARED.end_all,
    ci=42,
    long=42,
    prepare=written_bombs,
    seconds=1,
    memory_mb=100,
    jobs=1,
)
