"""BMP: every header, palette, bit field and run, against what was written and, where it can, against Pillow."""

import io
import struct

import numpy as np
import PIL.Image
import pytest

from engine.base.errors import ImageError
from engine.images.loading import load
from tests.engine.image_files import swapped_profile
from tests.engine.images import colour_arithmetic as judge
from tests.engine.images.bmp_files import (
    CALIBRATED,
    EMBEDDED,
    LINKED,
    SRGB,
    bmp_file,
    core_header,
    info_header,
    palette,
    ramp,
    runs,
    v4_header,
    whole,
)

RNG = np.random.default_rng(8)
COLOURS = RNG.integers(0, 256, (5, 7, 3), np.uint8)


def loaded(tmp_path, data):
    path = tmp_path / "a.bmp"
    path.write_bytes(data)
    return load(path)


def judged(tmp_path):
    """Returns what Pillow reads."""
    return np.asarray(PIL.Image.open(tmp_path / "a.bmp").convert("RGB"))


def notices(image):
    return list(map(str, image.notices))


@pytest.mark.parametrize("from_top", [False, True])
@pytest.mark.parametrize("bits", [1, 2, 4, 8])
def test_palettes(tmp_path, bits, from_top):
    numbers, colours = RNG.integers(0, 1 << bits, (5, 7)), ramp(1 << bits)
    image = loaded(tmp_path, bmp_file(numbers, bits, from_top, between=palette(colours)))
    np.testing.assert_array_equal(image.pixels, colours[numbers])
    assert image.file_info.bits == bits and image.notices == ()
    if bits != 2:
        np.testing.assert_array_equal(image.pixels, judged(tmp_path))


@pytest.mark.parametrize("declared", [3, 256, 300, 5000])
def test_a_palette_of_another_length(tmp_path, declared):
    """It may be shorter than the numbers, or longer than any pixel can name."""
    numbers, colours = RNG.integers(0, 16, (5, 7)), ramp(max(declared, 16))
    stored = palette(ramp(256)[np.arange(declared) % 256])
    image = loaded(tmp_path, bmp_file(numbers, 4, header=info_header(7, 5, 4, 0, declared), between=stored))
    expected = np.where((numbers < declared)[..., None], ramp(256)[numbers], 0)
    np.testing.assert_array_equal(image.pixels, expected)
    assert len(colours)


@pytest.mark.parametrize("bits", [1, 4, 8, 24])
def test_headers_of_os2(tmp_path, bits):
    numbers = COLOURS if bits == 24 else RNG.integers(0, 1 << bits, (5, 7))
    colours = ramp(1 << min(bits, 8))
    for size, entry in ((12, 3), (16, 4), (64, 4)):
        head = (
            core_header(7, 5, bits)
            if size == 12
            else info_header(7, 5, bits, size=size).ljust(64, b"\0")[:size]
        )
        between = b"" if bits == 24 else palette(colours, entry)
        image = loaded(tmp_path, bmp_file(numbers, bits, header=head, between=between))
        np.testing.assert_array_equal(image.pixels, numbers if bits == 24 else colours[numbers])


FIELDS = [
    (16, (0xF800, 0x07E0, 0x001F, 0)),
    (16, (0x7C00, 0x03E0, 0x001F, 0)),
    (16, (0x00F0, 0x0F00, 0x000F, 0xF000)),
    (16, (0xC000, 0x3800, 0x07FF, 0)),
    (32, (0x3FF00000, 0x000FFC00, 0x000003FF, 0)),
    (32, (0x000003FF, 0x000FFC00, 0x3FF00000, 0xC0000000)),
    (32, (0xFF000000, 0x00FF0000, 0x0000FF00, 0x000000FF)),
    (32, (0x0000001F, 0x000007C0, 0x00FE0000, 0)),
    (32, (0xFFFF0000, 0x0000FF00, 0x000000FF, 0)),
    (32, (0x00FF0000, 0, 0x000000FF, 0)),
]


@pytest.mark.parametrize(("bits", "masks"), FIELDS)
@pytest.mark.parametrize("header", ["v4", "info"])
def test_bit_fields(tmp_path, bits, masks, header):
    words = RNG.integers(0, 1 << bits, (5, 7), np.uint32)
    if header == "v4":
        data = bmp_file(words, bits, header=v4_header(7, 5, bits, masks))
    else:
        data = bmp_file(words, bits, header=info_header(7, 5, bits, 6), between=struct.pack("<4I", *masks))
    image = loaded(tmp_path, data)
    planes = [field(words, mask) for mask in masks]
    deep = max(mask.bit_count() for mask in masks) > 8
    most = 65535 if deep else 255
    assert image.bits == (16 if deep else 8)
    alpha = np.ones(words.shape) if not masks[3] else planes[3]
    there = alpha > 0
    np.testing.assert_array_equal(image.pixels[there], np.rint(np.stack(planes[:3], -1) * most)[there])
    if masks[3]:
        np.testing.assert_array_equal(image.alpha, np.rint(alpha * most))


def field(words, mask):
    """Returns the values of a field in [0, 1]."""
    lowest = (mask & -mask) or 1
    return (words & mask) / mask if mask else words * 0.0 + 0 * lowest


@pytest.mark.parametrize("bits", [16, 32])
def test_words_without_masks(tmp_path, bits):
    words = RNG.integers(0, 1 << bits, (5, 7), np.uint32)
    image = loaded(tmp_path, bmp_file(words, bits))
    masks = (0x7C00, 0x3E0, 0x1F) if bits == 16 else (0xFF0000, 0xFF00, 0xFF)
    np.testing.assert_array_equal(
        image.pixels, np.rint(np.stack([field(words, mask) for mask in masks], -1) * 255)
    )
    assert image.alpha is None


@pytest.mark.parametrize("header", ["fields", "v4", "v5", "plain"])
@pytest.mark.parametrize("alpha", [0, 1, 128, 255])
def test_alpha_that_is_zero_everywhere_is_none(tmp_path, header, alpha):
    masks = (0xFF0000, 0xFF00, 0xFF, 0xFF000000)
    words = RNG.integers(0, 1 << 24, (5, 7), np.uint32) | alpha << 24
    heads = {
        "fields": (info_header(7, 5, 32, 6), struct.pack("<4I", *masks)),
        "v4": (v4_header(7, 5, 32, masks), b""),
        "v5": (v4_header(7, 5, 32, masks, profile=(0, 0)), b""),
        "plain": (info_header(7, 5, 32), b""),
    }
    head, between = heads[header]
    image = loaded(tmp_path, bmp_file(words, 32, header=head, between=between))
    if alpha in (0, 255) or header == "plain":
        assert image.alpha is None
    else:
        assert (image.alpha == alpha).all()
    np.testing.assert_array_equal(
        image.pixels, np.stack([words >> 16 & 255, words >> 8 & 255, words & 255], -1)
    )


def test_runs(tmp_path):
    numbers = np.repeat(RNG.integers(0, 256, (40, 20), np.uint8), 3, axis=1)
    image = loaded(tmp_path, runs(numbers))
    np.testing.assert_array_equal(image.pixels, ramp()[numbers])
    np.testing.assert_array_equal(image.pixels, judged(tmp_path))


def test_runs_of_four_bits_with_jumps(tmp_path):
    coded = bytes([5, 0x12, 0, 2, 1, 1, 0, 3, 0x34, 0x50, 0, 0, 2, 0x77, 0, 1])
    image = loaded(tmp_path, whole(info_header(10, 4, 4, 2), palette(ramp(16)), coded))
    numbers = np.zeros((4, 10), int)
    numbers[3, :5] = 1, 2, 1, 2, 1
    numbers[2, 6:9] = 3, 4, 5
    numbers[1, :2] = 7
    np.testing.assert_array_equal(image.pixels, ramp(16)[numbers])


def test_runs_of_24_bits(tmp_path):
    coded = bytes([3, 10, 20, 30, 0, 3, *range(9), 0, 0, 1])
    head = info_header(6, 2, 24, 4, size=64).ljust(64, b"\0")
    image = loaded(tmp_path, whole(head, b"", coded))
    expected = np.zeros((2, 6, 3), int)
    expected[1] = [[30, 20, 10]] * 3 + [[2, 1, 0], [5, 4, 3], [8, 7, 6]]
    np.testing.assert_array_equal(image.pixels, expected)


@pytest.mark.parametrize(("name", "number"), [("JPEG", 4), ("PNG", 5)])
def test_an_embedded_file(tmp_path, name, number):
    inner = io.BytesIO()
    PIL.Image.fromarray(COLOURS).save(inner, name)
    image = loaded(tmp_path, whole(info_header(7, 5, 0, number), b"", inner.getvalue()))
    np.testing.assert_array_equal(image.pixels, np.asarray(PIL.Image.open(inner)))


def test_an_embedded_profile(tmp_path):
    profile, head = swapped_profile(), v4_header(7, 5, 24, kind=EMBEDDED, profile=(0, 0))
    plain = bmp_file(COLOURS, header=head)
    place = (len(plain) - 14, len(profile))
    image = loaded(
        tmp_path, bmp_file(COLOURS, header=v4_header(7, 5, 24, kind=EMBEDDED, profile=place)) + profile
    )
    assert abs(image.pixels.astype(int) - COLOURS[..., [1, 0, 2]]).max() <= 2 and image.notices == ()


def test_a_linked_profile_is_said(tmp_path):
    image = loaded(tmp_path, bmp_file(COLOURS, header=v4_header(7, 5, 24, kind=LINKED, profile=(124, 8))))
    np.testing.assert_array_equal(image.pixels, COLOURS)
    assert notices(image) == ["the ICC profile in another file is not read"]


def xyz_ends(space):
    """Returns the end points in XYZ."""
    return judge.to_xyz(space).T.ravel()


def chromatic_ends(space):
    """Returns the end points as chromaticities (x, y, z)."""
    return [value for x, y in space[1:] for value in (x, y, 1 - x - y)]


@pytest.mark.parametrize("ends", [xyz_ends, chromatic_ends])
@pytest.mark.parametrize("gammas", [(2.2, 2.2, 2.2), (1.0, 1.0, 1.0), (1.0, 1.8, 2.4)])
def test_calibrated_colours(tmp_path, ends, gammas):
    head = v4_header(7, 5, 24, kind=CALIBRATED, ends=ends(judge.BT2020), gammas=gammas)
    image = loaded(tmp_path, bmp_file(COLOURS, header=head))
    expected = judge.converted((COLOURS / 255) ** gammas, judge.BT2020)
    assert abs(image.pixels / 255 - expected).max() <= 1.01 / 255


@pytest.mark.parametrize("kind", [CALIBRATED, SRGB, 0x57696E20])
def test_zeros_in_place_of_a_calibration_say_nothing(tmp_path, kind):
    image = loaded(tmp_path, bmp_file(COLOURS, header=v4_header(7, 5, 24, kind=kind)))
    np.testing.assert_array_equal(image.pixels, COLOURS)
    assert image.notices == () and image.file_info.profile is None


@pytest.mark.parametrize(
    "head",
    [
        info_header(7, 5, 3),
        info_header(0, 5, 24),
        info_header(7, 0, 24),
        info_header(7, 5, 24, 77),
        info_header(7, 5, 8, 2),
        b"\x07\0\0\0\x05\0\0\0",
        b"\xff\xff\0\0" * 10,
    ],
)
def test_what_is_no_bitmap(tmp_path, head):
    with pytest.raises(ImageError, match=r"a\.bmp: .*; .*"):
        loaded(tmp_path, whole(head, b"", bytes(100)))
