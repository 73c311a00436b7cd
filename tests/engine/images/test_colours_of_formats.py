"""Colour signals of JPEG, WebP, TIFF, GIF, AVIF and JPEG XL, converted as the definitions say."""

import io
import struct

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile

from engine.images.cicp import Coding
from engine.images.decoders import jxl_colours
from engine.images.decoders.jxl_bits import Bits
from engine.images.decoders.jxl_colours import Colours
from engine.images.loading import load
from tests.engine.image_files import chunk, swapped_profile
from tests.engine.images import colour_arithmetic as judge
from tests.engine.images.png_files import colours_of, png_file

FLAT = np.full((16, 32, 3), (200, 120, 60), np.uint8)
SWAPPED = FLAT[..., [1, 0, 2]]


def loaded(tmp_path, data, name="a"):
    path = tmp_path / name
    path.write_bytes(data)
    return load(path)


def saved(name, picture=FLAT, mode=None, **options):
    out = io.BytesIO()
    PIL.Image.fromarray(picture, mode).save(out, name, **options)
    return out.getvalue()


def notices(image):
    return list(map(str, image.notices))


def adobe_exif(index="R03", space=0xFFFF):
    exif = PIL.Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = space
    if index:
        exif.get_ifd(0x8769)[0xA005] = {1: index}
    return exif


ADOBE = 255 * judge.converted((FLAT[0, 0] / 255) ** (563 / 256), judge.ADOBE_RGB)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("JPEG", {"quality": 100, "subsampling": 0}),
        ("PNG", {}),
        ("WEBP", {"lossless": True}),
    ],
)
@pytest.mark.parametrize(
    ("index", "space", "adobe"), [("R03", 0xFFFF, True), ("R98", 1, False), (None, 2, True)]
)
def test_adobe_rgb_by_the_exif(tmp_path, name, options, index, space, adobe):
    image = loaded(tmp_path, saved(name, exif=adobe_exif(index, space).tobytes(), **options))
    assert abs(image.pixels[5, 5].astype(int) - (ADOBE if adobe else FLAT[5, 5])).max() <= (
        1 if name in ("PNG", "WEBP") else 4
    )
    assert image.file_info.profile == ("Adobe RGB (1998)" if adobe else None)


def test_a_profile_outranks_the_exif(tmp_path):
    data = saved("PNG", exif=adobe_exif().tobytes(), icc_profile=swapped_profile())
    assert abs(loaded(tmp_path, data).pixels.astype(int) - SWAPPED).max() <= 2


def with_profile_parts(numbers, total=3, profile=None):
    """Returns a JPEG whose profile is in parts of these numbers."""
    whole, profile = saved("JPEG", quality=100, subsampling=0), profile or swapped_profile()
    step = -(-len(profile) // total)
    segments = b""
    for number in numbers:
        data = b"ICC_PROFILE\0" + bytes([number, total]) + profile[(number - 1) * step : number * step]
        segments += b"\xff\xe2" + struct.pack(">H", len(data) + 2) + data
    return whole[:2] + segments + whole[2:]


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2)])
def test_a_profile_in_parts(tmp_path, order):
    image = loaded(tmp_path, with_profile_parts(order))
    assert abs(image.pixels.astype(int) - SWAPPED).max() <= 4 and image.notices == ()


@pytest.mark.parametrize("order", [(1, 3), (2, 3), (1, 1, 2, 3)])
def test_a_profile_whose_parts_do_not_fit_is_said(tmp_path, order):
    image = loaded(tmp_path, with_profile_parts(order))
    assert abs(image.pixels.astype(int) - FLAT).max() <= 4
    assert notices(image) == ["unreadable ICC profile ignored"]


def test_a_profile_of_inks_in_a_picture_of_light_is_said(tmp_path):
    data = bytearray(swapped_profile())
    data[16:20] = b"CMYK"
    image = loaded(tmp_path, saved("WEBP", lossless=True, icc_profile=bytes(data)))
    np.testing.assert_array_equal(image.pixels, FLAT)
    assert notices(image) == ["CMYK ICC profile ignored in a picture of mode RGB"]


@pytest.mark.parametrize("marked", [True, False])
def test_inks_of_a_jpeg_are_inverted(tmp_path, marked):
    """As Adobe writes them, and as Pillow, ImageMagick and browsers read them even without its mark."""
    inks = np.zeros((16, 32, 4), np.uint8)
    inks[..., 0], inks[:, 16:, 3] = 255, 255
    data = saved("JPEG", inks, "CMYK", quality=100, subsampling=0)
    if not marked:
        at = data.index(b"\xff\xee")
        data = data[:at] + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]
    image = loaded(tmp_path, data)
    assert abs(image.pixels[5, 4].astype(int) - (0, 255, 255)).max() <= 3
    assert image.pixels[5, 28].max() <= 3
    judged = np.asarray(PIL.Image.open(io.BytesIO(data)).convert("RGB")).astype(int)
    assert abs(image.pixels - judged).max() <= 3


def test_inks_with_luminance(tmp_path):
    """YCCK, as Photoshop writes it."""
    inks = np.tile(np.uint8([[[20, 120, 200, 40]]]), (16, 32, 1))
    data = imagecodecs.jpeg8_encode(
        inks, level=100, colorspace="cmyk", outcolorspace="ycck", subsampling="444"
    )
    image = loaded(tmp_path, data)
    judged = np.asarray(PIL.Image.open(io.BytesIO(data)).convert("RGB")).astype(int)
    assert abs(image.pixels - judged).max() <= 3


WHITE, PRIMARIES, TRANSFER = 318, 319, 301
FRACTION = 5


def fractions(values):
    return [part for value in values for part in (round(value * 10_000), 10_000)]


def tiff(samples, *tags, photometric="rgb"):
    out = io.BytesIO()
    tifffile.imwrite(out, samples, photometric=photometric, extratags=tags)
    return out.getvalue()


def calibration(space):
    corners = [value for point in space[1:] for value in point]
    return (WHITE, FRACTION, 2, fractions(space[0]), True), (PRIMARIES, FRACTION, 6, fractions(corners), True)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("exponents", [None, (1.8,), (1.0, 1.8, 2.4)])
def test_a_calibrated_tiff(tmp_path, bits, exponents):
    samples = colours_of(bits, 3).astype(np.uint8 if bits == 8 else np.uint16)
    most = (1 << bits) - 1
    tags = calibration(judge.BT2020)
    if exponents:
        ramp = np.linspace(0, 1, most + 1)
        tables = np.concatenate([np.rint(65535 * ramp**exponent) for exponent in exponents]).astype(int)
        tags = (*tags, (TRANSFER, 3, len(tables), tables.tolist(), True))
    image = loaded(tmp_path, tiff(samples, *tags))
    expected = judge.converted((samples / most) ** (exponents or (2.2,)), judge.BT2020)
    assert abs(image.pixels / most - expected).max() <= 1.01 / 255


def test_a_gray_tiff_with_a_transfer_function(tmp_path):
    gray = np.arange(256, dtype=np.uint8)[None].repeat(4, 0)
    tables = np.rint(np.arange(256) * (65535 / 255)).astype(int).tolist()
    image = loaded(tmp_path, tiff(gray, (TRANSFER, 3, 256, tables, True), photometric="minisblack"))
    assert abs(image.pixels[0, :, 0] / 255 - judge.srgb_signal(gray[0] / 255)).max() <= 1.01 / 255


@pytest.mark.parametrize(
    "tag",
    [
        (TRANSFER, 3, 5, [0, 1, 2, 3, 4], True),
        (WHITE, FRACTION, 2, [1, 0, 1, 0], True),
        (PRIMARIES, FRACTION, 6, [0, 1] * 6, True),
        (WHITE, FRACTION, 1, [3127, 10_000], True),
    ],
)
def test_a_calibration_that_makes_no_sense_is_ignored(tmp_path, tag):
    np.testing.assert_array_equal(loaded(tmp_path, tiff(FLAT, tag)).pixels, FLAT)


def test_a_profile_outranks_a_calibration(tmp_path):
    out = io.BytesIO()
    tags = calibration(judge.BT2020)
    tifffile.imwrite(out, FLAT, photometric="rgb", extratags=tags, iccprofile=swapped_profile())
    assert abs(loaded(tmp_path, out.getvalue()).pixels.astype(int) - SWAPPED).max() <= 2


def test_the_profile_of_a_gif(tmp_path):
    data = saved("GIF", FLAT[:, :, 0])
    profile = swapped_profile()
    blocks = b"".join(
        bytes([len(part)]) + part for part in (profile[at : at + 255] for at in range(0, len(profile), 255))
    )
    palette = 3 << (data[10] & 7) + 1
    coloured = bytearray(data)
    coloured[13 : 13 + palette] = bytes(FLAT[0, 0]) * (palette // 3)
    at = 13 + palette
    data = bytes(coloured[:at]) + b"\x21\xff\x0bICCRGBG1012" + blocks + b"\0" + bytes(coloured[at:])
    image = loaded(tmp_path, data)
    assert abs(image.pixels.astype(int) - SWAPPED).max() <= 2
    assert image.file_info.profile


def test_the_profile_of_an_avif_outranks_its_code_numbers(tmp_path):
    data = saved("AVIF", quality=100, icc_profile=swapped_profile())
    assert abs(loaded(tmp_path, data).pixels.astype(int) - SWAPPED).max() <= 6


def test_a_gain_map_is_said(tmp_path):
    mark = b"http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version='1.0'/>"
    whole = saved("JPEG", quality=100)
    image = loaded(tmp_path, whole[:2] + b"\xff\xe1" + struct.pack(">H", len(mark) + 2) + mark + whole[2:])
    assert notices(image) == ["the map of areas brighter than white (HDR) is ignored"]


@pytest.mark.parametrize("channels", [1, 3])
def test_a_jpeg_of_12_bits(tmp_path, channels):
    samples = colours_of(12, channels)
    samples = samples[..., 0] if channels == 1 else samples
    data = imagecodecs.jpeg8_encode(samples, level=100, bitspersample=12, subsampling="444")
    image = loaded(tmp_path, data)
    expected = np.broadcast_to(samples.reshape(24, 40, -1) / 4095, (24, 40, 3))
    assert image.bits == 16 and image.file_info.bits == 12
    assert abs(image.pixels / 65535 - expected).mean() <= 0.01


def bits_of(*fields):
    """Packs (value, bits) from the lowest bit on."""
    total, at = 0, 0
    for value, count in fields:
        total, at = total | value << at, at + count
    return Bits(total.to_bytes(64, "little"))


def enum(value):
    """The fields of an Enum of the standard."""
    if value < 2:
        return ((value, 2),)
    return ((2, 2), (value - 2, 4)) if value < 18 else ((3, 2), (value - 18, 6))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (((1, 1),), Colours()),
        (((0, 1), (1, 1), *enum(0)), Colours()),
        (
            ((0, 1), (0, 1), *enum(0), *enum(1), *enum(9), (0, 1), *enum(16)),
            Colours(False, Coding(9, 16)),
        ),
        (
            ((0, 1), (0, 1), *enum(0), *enum(1), *enum(11), (0, 1), *enum(13)),
            Colours(False, Coding(12, 13)),
        ),
        (
            ((0, 1), (0, 1), *enum(0), *enum(11), *enum(11), (0, 1), *enum(17)),
            Colours(False, Coding(11, 17)),
        ),
        (((0, 1), (0, 1), *enum(1), *enum(1), (0, 1), *enum(18)), Colours(True, Coding(1, 18))),
        (((0, 1), (0, 1), *enum(0), *enum(1), *enum(1), (1, 1), (0, 24)), Colours()),
        (((0, 1), (0, 1), *enum(0), *enum(10), *enum(1), (0, 1), *enum(13)), Colours()),
        (
            ((0, 1), (0, 1), *enum(0), *enum(2), *((0, 2), (5, 19)) * 2, *enum(9), (0, 1), *enum(8)),
            Colours(),
        ),
    ],
)
def test_the_colour_encoding_of_a_jpeg_xl(fields, expected):
    assert jxl_colours.read(bits_of(*fields)) == expected


def test_png_exif_keeps_its_order(tmp_path):
    """sRGB outranks the EXIF."""
    exif = adobe_exif().tobytes()[6:]
    image = loaded(tmp_path, png_file(FLAT, 8, 2, chunk(b"sRGB", b"\0"), chunk(b"eXIf", exif)))
    np.testing.assert_array_equal(image.pixels, FLAT)
