"""PNG: every kind of pixels, transparency and colour signal, and files with errors that cost no pixels."""

import io
import struct
import zlib

import numpy as np
import PIL.Image
import pytest

from engine.base.errors import ImageError
from engine.images.loading import load
from tests.engine.image_files import chunk, png, swapped_profile
from tests.engine.images import colour_arithmetic as judge
from tests.engine.images.png_files import (
    COLOURS,
    END,
    SIGNATURE,
    colours_of,
    header,
    png_file,
    raw_rows,
    wrong_checksum,
)

RGB = colours_of(8, 3)
PALETTE = bytes(np.random.default_rng(5).integers(0, 256, 3 * 256, np.uint8))
KINDS = [(bits, kind) for kind in (0, 2, 4, 6) for bits in (8, 16)] + [(1, 0), (2, 0), (4, 0)]


def loaded(tmp_path, data):
    path = tmp_path / "a.png"
    path.write_bytes(data)
    return load(path)


def notices(image):
    return list(map(str, image.notices))


def in_full(values, bits, most):
    """Scales stored values to [0, most]."""
    return np.rint(values.astype(float) * (most / ((1 << bits) - 1)))


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize(("bits", "kind"), KINDS)
def test_every_kind_of_pixels(tmp_path, bits, kind, interlaced):
    samples = colours_of(bits, COLOURS[kind])
    image = loaded(tmp_path, png_file(samples, bits, kind, interlaced=interlaced))
    most = 65535 if bits == 16 else 255
    expected = in_full(samples, bits, most)
    colour = np.broadcast_to(expected[..., : 1 if kind in (0, 4) else 3], (24, 40, 3))
    visible = np.ones((24, 40), bool) if image.alpha is None else image.alpha > 0
    np.testing.assert_array_equal(image.pixels[visible], colour[visible])
    assert image.bits == (16 if bits == 16 else 8) and image.notices == ()
    if kind in (4, 6):
        np.testing.assert_array_equal(image.alpha, expected[..., -1])
    else:
        assert image.alpha is None


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_palettes_and_their_transparency(tmp_path, bits):
    numbers = colours_of(bits, 1)
    colours = np.frombuffer(PALETTE, np.uint8).reshape(-1, 3)[: 1 << bits]
    palette, alpha = chunk(b"PLTE", PALETTE[: 3 << bits]), chunk(b"tRNS", b"\x80\xff")
    image = loaded(tmp_path, png_file(numbers, bits, 3, palette, alpha))
    np.testing.assert_array_equal(image.pixels, colours[numbers[..., 0]])
    np.testing.assert_array_equal(image.alpha, np.where(numbers[..., 0] == 0, 0x80, 255))
    assert image.file_info.mode == "P" and image.file_info.bits == bits
    judged = np.asarray(PIL.Image.open(tmp_path / "a.png").convert("RGBA"))
    np.testing.assert_array_equal(np.dstack([image.pixels, image.alpha]), judged)


@pytest.mark.parametrize(("bits", "kind"), [(1, 0), (4, 0), (8, 0), (16, 0), (8, 2), (16, 2)])
def test_one_transparent_colour(tmp_path, bits, kind):
    samples = colours_of(bits, COLOURS[kind])
    hole = samples[5, 7]
    image = loaded(tmp_path, png_file(samples, bits, kind, chunk(b"tRNS", hole.astype(">u2").tobytes())))
    transparent = (samples == hole).all(axis=2)
    np.testing.assert_array_equal(image.alpha == 0, transparent)
    assert set(np.unique(image.alpha)) == {0, 65535 if bits == 16 else 255}


def test_oversized_palettes_are_cut_to_what_pixels_can_name(tmp_path):
    numbers = colours_of(2, 1)
    image = loaded(
        tmp_path, png_file(numbers, 2, 3, chunk(b"PLTE", PALETTE), chunk(b"tRNS", bytes([255]) * 256))
    )
    np.testing.assert_array_equal(
        image.pixels, np.frombuffer(PALETTE, np.uint8).reshape(-1, 3)[numbers[..., 0]]
    )


CHRM = [int(100_000 * value) for point in judge.BT2020 for value in point]
CICP_P3, CHRM_2020 = chunk(b"cICP", bytes([12, 13, 0, 1])), chunk(b"cHRM", struct.pack(">8I", *CHRM))
SRGB = chunk(b"sRGB", b"\0")


def gama(exponent):
    return chunk(b"gAMA", round(100_000 / exponent).to_bytes(4, "big"))


def iccp(profile):
    return chunk(b"iCCP", b"x\0\0" + zlib.compress(profile))


SIGNALS = [
    ((CICP_P3, SRGB, iccp(swapped_profile())), judge.DISPLAY_P3, judge.srgb_light),
    ((chunk(b"cICP", bytes([9, 8, 0, 1])),), judge.BT2020, lambda v: v),
    ((gama(1.0),), judge.SRGB, lambda v: v),
    ((gama(1.8),), judge.SRGB, lambda v: v**1.8),
    ((gama(2.2), CHRM_2020), judge.BT2020, lambda v: v ** (1 / 0.45455)),
    ((CHRM_2020,), judge.BT2020, judge.srgb_light),
    ((gama(1.0), CHRM_2020, SRGB), judge.SRGB, judge.srgb_light),
    ((iccp(b"nothing"), gama(1.0)), judge.SRGB, lambda v: v),
]


@pytest.mark.parametrize(("chunks", "space", "light"), SIGNALS)
@pytest.mark.parametrize("kind", ["rgb", "rgb16", "gray", "palette"])
def test_colour_signals(tmp_path, chunks, space, light, kind):
    bits = 16 if kind == "rgb16" else 8
    samples = colours_of(bits, 1 if kind in ("gray", "palette") else 3)
    most = (1 << bits) - 1
    stored, more = samples / most, ()
    if kind == "palette":
        stored, more = (
            np.frombuffer(PALETTE, np.uint8).reshape(-1, 3)[samples[..., 0]] / 255,
            (chunk(b"PLTE", PALETTE),),
        )
    colours = {"palette": 3, "gray": 0}.get(kind, 2)
    image = loaded(tmp_path, png_file(samples, bits, colours, *chunks, *more))
    expected = judge.converted(light(np.broadcast_to(stored, (24, 40, 3))), space)
    assert abs(image.pixels / most - expected).max() <= (0.25 if bits == 16 else 1.01) / 255


@pytest.mark.parametrize("bits", [8, 16])
def test_the_narrow_range_is_widened(tmp_path, bits):
    unit = np.linspace(-0.05, 1.05, 40)
    stored = np.rint((16 + 219 * unit) * (1 << (bits - 8)))[None, :, None].repeat(3, 2).repeat(4, 0)
    image = loaded(
        tmp_path, png_file(stored.astype(np.uint16), bits, 2, chunk(b"cICP", bytes([1, 13, 0, 0])))
    )
    assert (
        abs(image.pixels[0, :, 0] / ((1 << bits) - 1) - np.clip(unit, 0, 1)).max() <= 0.5 / 219 + 0.51 / 255
    )


def test_hdr_is_said(tmp_path):
    image = loaded(tmp_path, png_file(colours_of(16, 3), 16, 2, chunk(b"cICP", bytes([9, 16, 0, 1]))))
    assert notices(image) == ["HDR (PQ) compressed to the screen's range: bright areas are darker"]
    assert image.file_info.profile == "BT.2020 PQ"


def test_colour_codes_with_a_matrix_are_refused(tmp_path):
    image = loaded(tmp_path, png_file(RGB, 8, 2, chunk(b"cICP", bytes([12, 13, 1, 1]))))
    assert notices(image) == ["colour codes with matrix 1 ignored: a PNG has none"]
    np.testing.assert_array_equal(image.pixels, RGB)


LONG = b'{"graph": "' + bytes(range(32, 127)) * 60_000 + b'"}'
"""5.7 MB of text, as workflow tools write it."""


@pytest.mark.parametrize(
    "text",
    [
        chunk(b"tEXt", b"workflow\0" + LONG),
        chunk(b"zTXt", b"workflow\0\0" + zlib.compress(LONG)),
        chunk(b"iTXt", b"workflow\0\0\0\0\0" + LONG),
        chunk(b"iTXt", b"workflow\0\1\0\0\0" + zlib.compress(LONG)),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_oversized_texts_are_left_out_and_said(tmp_path, text, before):
    data = png_file(RGB, 8, 2, text) if before else png_file(RGB, 8, 2, after=(text,))
    image = loaded(tmp_path, data)
    np.testing.assert_array_equal(image.pixels, RGB)
    assert notices(image) == ["text larger than 1 MB in the file ignored"]


def test_an_oversized_profile_is_left_out_and_said(tmp_path):
    image = loaded(tmp_path, png_file(RGB, 8, 2, iccp(bytes(5 << 20)), gama(1.0)))
    assert notices(image) == ["ICC profile larger than 4 MB ignored"]
    expected = judge.converted(RGB / 255, judge.SRGB)
    assert abs(image.pixels / 255 - expected).max() <= 1.01 / 255


EXTRA = {
    b"tEXt": chunk(b"tEXt", b"a\0b"),
    b"pHYs": chunk(b"pHYs", bytes(9)),
    b"tIME": chunk(b"tIME", bytes(7)),
    b"gAMA": gama(1.0),
    b"abCd": chunk(b"abCd", b"unknown"),
}


@pytest.mark.parametrize("kind", list(EXTRA))
def test_a_wrong_checksum_in_a_chunk_without_pixels_costs_that_chunk_alone(tmp_path, kind):
    image = loaded(tmp_path, wrong_checksum(png_file(RGB, 8, 2, EXTRA[kind]), kind))
    np.testing.assert_array_equal(image.pixels, RGB)
    assert notices(image) == (["gAMA with a wrong checksum ignored"] if kind == b"gAMA" else [])


@pytest.mark.parametrize("kind", [b"IHDR", b"PLTE", b"IDAT", b"IEND"])
def test_a_wrong_checksum_of_what_pixels_need_is_said(tmp_path, kind):
    numbers = colours_of(8, 1)
    image = loaded(tmp_path, wrong_checksum(png_file(numbers, 8, 3, chunk(b"PLTE", PALETTE)), kind))
    np.testing.assert_array_equal(
        image.pixels, np.frombuffer(PALETTE, np.uint8).reshape(-1, 3)[numbers[..., 0]]
    )
    assert image.alpha is None
    assert len(image.notices) == (kind != b"IEND")


def test_chunks_in_any_order(tmp_path):
    numbers = colours_of(8, 1)
    pixels = chunk(b"IDAT", zlib.compress(raw_rows(numbers, 8)))
    half = len(pixels) // 2
    split = zlib.compress(raw_rows(numbers, 8))
    parts = [
        chunk(b"tRNS", b"\0"),
        chunk(b"IDAT", split[:half]),
        chunk(b"tEXt", b"a\0b"),
        chunk(b"IDAT", split[half:]),
        chunk(b"PLTE", PALETTE),
    ]
    image = loaded(
        tmp_path, b"".join((SIGNATURE, header(40, 24, 8, 3), *parts, END, b"something else" * 100))
    )
    assert image.notices == ()
    np.testing.assert_array_equal(image.alpha, np.where(numbers[..., 0] == 0, 0, 255))


def test_a_file_without_its_end(tmp_path):
    image = loaded(tmp_path, png_file(RGB, 8, 2)[: -len(END)])
    np.testing.assert_array_equal(image.pixels, RGB)
    assert notices(image) == ["the file ends early, but no part of the picture is missing"]


@pytest.mark.parametrize("where", ["chunk", "after pixels", "text", "xmp"])
def test_the_orientation(tmp_path, where):
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    data = exif.tobytes()
    if where == "text":
        lines = data.hex()
        raw = b"Raw profile type exif\0\nexif\n%8d\n" % len(data) + lines.encode()
        image = loaded(tmp_path, png_file(RGB, 8, 2, chunk(b"tEXt", raw)))
    elif where == "xmp":
        xmp = b'XML:com.adobe.xmp\0\0\0\0\0<rdf:Description tiff:Orientation="6"/>'
        image = loaded(tmp_path, png_file(RGB, 8, 2, chunk(b"iTXt", xmp)))
    else:
        part = chunk(b"eXIf", data[6:])
        image = loaded(
            tmp_path, png_file(RGB, 8, 2, part) if where == "chunk" else png_file(RGB, 8, 2, after=(part,))
        )
    np.testing.assert_array_equal(image.pixels, np.rot90(RGB, -1))


@pytest.mark.parametrize(
    "content", [END, header(4, 4, 8, 2) + END, header(4, 4, 7, 2), header(4, 4, 8, 3) + chunk(b"IDAT", b"")]
)
def test_what_is_no_png(tmp_path, content):
    with pytest.raises(ImageError, match=r"a\.png: is damaged or incomplete"):
        loaded(tmp_path, SIGNATURE + content)


def animation(**changes):
    """An animated PNG of three frames by Pillow, whose chunks of a kind are changed."""
    frames = [PIL.Image.new("RGB", (8, 6), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    data, position, parts = out.getvalue(), 8, []
    while position < len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind, content = data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        parts.append(changes.get(kind.decode(), chunk)(kind, content))
        position += 12 + length
    return SIGNATURE + b"".join(parts)


@pytest.mark.parametrize(
    "changes",
    [
        {"fcTL": lambda kind, data: chunk(kind, b"\0\0\0\x07" + data[4:])},
        {"fdAT": lambda kind, data: chunk(kind, b"\0\0\0\x07" + data[4:])},
        {"fdAT": lambda kind, data: b""},
        {"acTL": lambda kind, data: chunk(kind, bytes(8))},
        {"acTL": lambda kind, data: chunk(kind, b"\0\0\0\x09" + data[4:])},
    ],
)
def test_an_animation_with_errors_shows_its_first_picture(tmp_path, changes):
    image = loaded(tmp_path, animation(**changes))
    assert (image.pixels == (255, 0, 0)).all()
    assert len(image.notices) == 1 and "animation" in str(image.notices[0])


@pytest.mark.all_cases
@pytest.mark.parametrize("level, excess", [(0, 200_000), (9, 40_000_000), (9, 200_000_000)])
def test_rows_beyond_the_picture_change_nothing(tmp_path, level, excess):
    """With (0, …) and the last, they are more bytes than the rows of the picture need; with the other they are not."""
    pixels = np.random.default_rng(3).integers(0, 256, (9, 7, 3), np.uint8)
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    image = loaded(
        tmp_path, png(7, 9, 8, 2)[:33] + chunk(b"IDAT", zlib.compress(rows + bytes(excess), level)) + END
    )
    np.testing.assert_array_equal(image.pixels, pixels)
