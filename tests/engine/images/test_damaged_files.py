"""Truncated and damaged files show what is there of them, with a notice, or are refused with a typed error."""

import io
import tracemalloc
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import PIL.Image
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.base.errors import ImageError
from engine.images.decoders import png_chunks
from engine.images.decoders.gif_blocks import compressed, first_frame
from engine.images.decoders.gif_salvage import salvage
from engine.images.loading import load
from tests.engine.images.bmp_files import bmp_file, runs
from tests.engine.images.png_files import png_file

HEIGHT, WIDTH = 48, 80


@cache
def photo():
    """Returns smooth noise, (HEIGHT, WIDTH, 3)."""
    noise = np.random.default_rng(3).integers(0, 256, (12, 20, 3), np.uint8)
    return np.asarray(PIL.Image.fromarray(noise).resize((WIDTH, HEIGHT), PIL.Image.Resampling.BICUBIC))


def deep_photo(channels):
    """Returns noise of 16 bits, (HEIGHT, WIDTH, channels), whose alpha is never 0."""
    random = np.random.default_rng(4)
    return random.integers(1, 65536, (HEIGHT, WIDTH, channels)) // 64 * 64 + 1


def saved(name, picture=None, **options):
    out = io.BytesIO()
    (picture or PIL.Image.fromarray(photo())).save(out, name, **options)
    return out.getvalue()


def few_colours():
    return PIL.Image.fromarray(photo()).quantize(64)


FILES = {
    "png": lambda: png_file(photo(), 8, 2, parts=3),
    "interlaced png": lambda: png_file(photo(), 8, 2, interlaced=True),
    "deep png": lambda: png_file(deep_photo(3), 16, 2),
    "deep png with alpha": lambda: png_file(deep_photo(4), 16, 6),
    "interlaced deep png": lambda: png_file(deep_photo(1), 16, 0, interlaced=True),
    "bilevel png": lambda: png_file(deep_photo(1) >> 15, 1, 0),
    "jpeg": lambda: saved("JPEG", quality=90),
    "progressive jpeg": lambda: saved("JPEG", progressive=True),
    "gray jpeg": lambda: saved("JPEG", PIL.Image.fromarray(photo()).convert("L")),
    "cmyk jpeg": lambda: saved("JPEG", PIL.Image.fromarray(photo()).convert("CMYK")),
    "webp": lambda: saved("WEBP", quality=80),
    "lossless webp": lambda: saved("WEBP", lossless=True),
    "gif": lambda: saved("GIF", few_colours(), interlace=0),
    "interlaced gif": lambda: saved("GIF", few_colours(), interlace=1),
    "bmp": lambda: saved("BMP"),
    "top-down bmp": lambda: bmp_file(photo(), 24, from_top=True),
    "rle bmp": lambda: runs(np.asarray(few_colours())),
}
EXACT = [name for name in FILES if "jpeg" not in name]


@cache
def whole(name):
    """Returns the bytes of a file, and its picture."""
    data = FILES[name]()
    return data, opened(data)


def opened(data):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(data)
        return load(path)


def visible(image):
    return np.ones(image.pixels.shape[:2], bool) if image.alpha is None else image.alpha > 0


@pytest.mark.parametrize("name", list(FILES))
@pytest.mark.parametrize("kept", [0.5, 0.8, 0.95])
def test_a_truncated_file_shows_what_is_there_and_says_how_much_is_not(name, kept):
    data, full = whole(name)
    image = opened(data[: int(len(data) * kept)])
    assert image.pixels.shape == full.pixels.shape
    (notice,) = map(str, image.notices)
    assert "% of the picture is" in notice or "fine details" in notice
    if name in EXACT:
        there = visible(image)
        assert 0.15 < there.mean() <= 1 and ("transparent" in notice or "less detail" in notice)
        if name not in ("interlaced png", "interlaced deep png"):
            np.testing.assert_array_equal(image.pixels[there], full.pixels[there])
    elif "progressive" not in name:
        rows = np.flatnonzero((image.pixels == full.pixels).all(axis=(1, 2)))
        assert len(rows) >= (8 if kept > 0.5 else 0) and "gray" in notice


@pytest.mark.parametrize("name", list(FILES))
def test_the_percentage_is_that_of_the_missing_pixels(name):
    if name not in EXACT or name in ("interlaced png", "interlaced deep png"):
        pytest.skip("missing pixels are gray or coarse, not transparent")
    data, full = whole(name)
    image = opened(data[: int(len(data) * 0.7)])
    missing = 100 * (visible(full) & ~visible(image)).mean()
    said = float(str(image.notices[0]).split(": ")[1].split(" %")[0])
    assert abs(said - missing) <= 0.06 or (missing == 0 and said == 0.1)


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_that_is_whole_has_no_notice(name):
    assert whole(name)[1].notices == ()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_without_its_end_mark_is_complete(progressive):
    data = saved("JPEG", progressive=progressive)
    image = opened(data[:-2])
    np.testing.assert_array_equal(image.pixels, opened(data).pixels)
    assert len(image.notices) == 1 and str(image.notices[0]).startswith("the file ends early")


@given(st.sampled_from(list(FILES)), st.floats(0, 1, exclude_max=True))
@example("webp", 0.999)
def test_a_file_cut_anywhere(name, fraction):
    data, full = whole(name)
    try:
        image = opened(data[: int(len(data) * fraction)])
    except ImageError as error:
        assert error.remedy and "\n" not in str(error)
        return
    assert image.pixels.shape == full.pixels.shape
    assert image.notices or np.array_equal(image.pixels, full.pixels)


@given(st.sampled_from(list(FILES)), st.floats(0.05, 1, exclude_max=True), st.integers(0, 7))
def test_one_wrong_bit_anywhere(name, fraction, bit):
    damaged = bytearray(whole(name)[0])
    damaged[int(len(damaged) * fraction)] ^= 1 << bit
    try:
        assert opened(bytes(damaged)).pixels.size
    except ImageError as error:
        assert error.remedy and "\n" not in str(error)


@given(st.integers(1, 8), st.integers(1, 40), st.integers(1, 3000), st.booleans(), st.integers(0, 99))
def test_pixels_of_a_whole_gif_are_those_of_pillow(bits, width, count, interlaced, seed):
    """Long enough for tables of strings that are full."""
    height = -(-count // width)
    random = np.random.default_rng(seed)
    numbers = np.repeat(random.integers(0, 1 << bits, (height, width), np.uint8), 1 + seed % 3, axis=1)
    picture = PIL.Image.fromarray(numbers, "P")
    picture.putpalette(list(range(256)) * 3)
    stream = io.BytesIO(saved("GIF", picture, interlace=interlaced, optimize=False))
    frame = first_frame(stream)
    found, missing = salvage(frame, compressed(stream, frame, 1 << 20))
    np.testing.assert_array_equal(found, numbers)
    assert not missing.any()


@given(st.data())
def test_one_wrong_checksum_anywhere_in_a_png(data):
    whole_file, full = whole("png")
    chunks = list(png_chunks.chunks(io.BytesIO(whole_file)))
    chosen = data.draw(st.sampled_from(chunks))
    damaged = bytearray(whole_file)
    damaged[chosen.start + chosen.length + data.draw(st.integers(0, 3))] ^= data.draw(st.integers(1, 255))
    image = opened(bytes(damaged))
    np.testing.assert_array_equal(image.pixels, full.pixels)
    assert image.alpha is None and len(image.notices) == (chosen.kind != b"IEND")


@pytest.mark.parametrize("name", ["png", "deep png", "interlaced png", "jpeg", "gif", "lossless webp"])
def test_damage_in_the_middle_is_never_silent(name):
    data, full = whole(name)
    middle = len(data) * 6 // 10
    image = opened(data[:middle] + b"\xff" * 40 + data[middle + 40 :])
    assert not np.array_equal(image.pixels, full.pixels) or image.alpha is not None
    assert image.notices


def test_a_chunk_of_a_webp_that_declares_gigabytes_costs_nothing(tmp_path):
    stream = io.BytesIO()
    exif = PIL.Image.Exif()
    exif[305] = "a writer"
    PIL.Image.new("RGB", (48, 32), "teal").save(stream, "WEBP", exif=exif)
    whole = stream.getvalue()
    at = whole.index(b"EXIF") + 4
    path = tmp_path / "a.webp"
    path.write_bytes(whole[:at] + (1 << 31).to_bytes(4, "little") + whole[at + 4 :])
    tracemalloc.start()
    found = load(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.pixels.shape == (32, 48, 3) and found.alpha is None
    assert "ends early" in str(found.notices[0]) and peak < 10e6
