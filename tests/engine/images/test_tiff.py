"""TIFFs of real programs: each opens as what it holds, or says why not. The files are drawn here."""

import io
import struct
import tracemalloc
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile
from PIL import ImageCms

from engine.base.errors import ImageError
from engine.images import isolated, loading
from engine.images.decoders import table
from engine.images.loading import load
from engine.images.pages import Kind, Pages
from tests.engine.image_files import swapped_profile
from tests.engine.images.tiff_files import LONG, RATIONAL, SHORT, tiff

INPUTS = Path(__file__).parents[4] / "shared" / "inputs"
Y, X = np.mgrid[:48, :64]
RAMP = X * 255 // 63
PLAIN = np.stack([RAMP, Y * 255 // 47, np.full_like(X, 96)], axis=2).astype(np.uint8)
"""Red to the right, green downwards."""


def opened(tmp_path, data, name="a.tif"):
    (tmp_path / name).write_bytes(data)
    return load(tmp_path / name)


def by_tifffile(array, **options):
    stream = io.BytesIO()
    tifffile.imwrite(stream, array, metadata=None, **options)
    return stream.getvalue()


def packed(values, bits):
    """Packs (H, W) into rows of whole bytes, the highest bit first."""
    rows = (values[..., None] >> np.arange(bits - 1, -1, -1)) & 1
    return np.packbits(rows.reshape(len(values), -1).astype(np.uint8), axis=1).tobytes()


def assert_gray_ramp(found, inverted=False):
    wanted = 255 - RAMP if inverted else RAMP
    assert abs(found.eight_bits.astype(int) - wanted[..., None]).max() <= 1


@pytest.mark.parametrize("bits", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
@pytest.mark.parametrize("photometric", [0, 1])
@pytest.mark.parametrize("fill_order", [1, 2])
def test_gray_of_every_depth(tmp_path, bits, photometric, fill_order):
    values = np.rint(X / 63 * ((1 << bits) - 1)).astype(np.uint32)
    order = ">" if bits == 16 else "<"
    data = packed(values, bits)
    if fill_order == 2:
        data = imagecodecs.bitorder_decode(data)
    found = opened(tmp_path, tiff(64, 48, bits, photometric, data, order=order, t266=(SHORT, [fill_order])))
    wanted = values / ((1 << bits) - 1)
    wanted = 1 - wanted if photometric == 0 else wanted
    white = np.iinfo(found.pixels.dtype).max
    assert abs(found.pixels / white - wanted[..., None]).max() <= 0.5 / white
    assert found.file_info.bits == bits and not found.notices


@pytest.mark.parametrize("bits", [24, 32])
def test_wide_integers_have_a_known_white(tmp_path, bits):
    white = (1 << bits) - 1
    for share, brightness in ((1, 255), (0.5, 128)):  # half as much is half as bright
        values = np.rint(X / 63 * white * share).astype(np.uint32)
        found = opened(tmp_path, tiff(64, 48, bits, 1, packed(values, bits), order=">"))
        assert abs(found.eight_bits[..., 0].astype(int) - X / 63 * brightness).max() <= 1
        assert not found.notices
        assert found.values.max() == pytest.approx(white * share, rel=1e-6)


@pytest.mark.parametrize("order", ["<", ">"])
def test_numbers_of_three_bytes_follow_the_order_of_the_file(tmp_path, order):
    values = np.random.default_rng(24).integers(0, 1 << 24, (48, 64))
    four = values.astype(order + "u4").view(np.uint8).reshape(48, 64, 4)
    three = four[..., :3] if order == "<" else four[..., 1:]
    found = opened(tmp_path, tiff(64, 48, 24, 1, three.tobytes(), order=order))
    np.testing.assert_array_equal(found.values, values)


def no_data(text):
    return {"extratags": [(42113, 2, len(text) + 1, text, True)]}


@pytest.mark.parametrize(("kind", "missing"), [("i2", -9999), ("i2", -32768), ("i4", -2147483648)])
@pytest.mark.parametrize("named", [False, True])
def test_what_is_no_data_does_not_count_for_the_range_of_integers(tmp_path, kind, missing, named):
    heights = np.rint(450 + 100 * X / 63).astype(kind)
    heights[:8, :8] = missing
    found = opened(tmp_path, by_tifffile(heights, **(no_data(str(missing)) if named else {})))
    assert not found.alpha[:8, :8].any() and found.alpha[8:].all()
    assert found.eight_bits[20, 0, 0] == 0 and found.eight_bits[20, 63, 0] == 255
    assert "values from 450 to 550 scaled to black and white" in map(str, found.notices)


@pytest.mark.parametrize(("kind", "missing"), [("u1", 255), ("u1", 0), ("u2", 65535)])
@pytest.mark.parametrize("photometric", ["minisblack", "rgb", "palette"])
def test_unsigned_samples_that_are_no_data_are_transparent(tmp_path, kind, missing, photometric):
    samples = np.full((48, 64, 3) if photometric == "rgb" else (48, 64), 100, kind)
    samples[:8, :8] = missing
    if photometric == "rgb":
        samples[20, 20, 0] = missing  # one channel alone is a colour
    colours = (
        {"colormap": np.zeros((3, 1 << 8 * samples.itemsize), np.uint16)} if photometric == "palette" else {}
    )
    found = opened(
        tmp_path, by_tifffile(samples, photometric=photometric, **colours, **no_data(str(missing)))
    )
    assert not found.alpha[:8, :8].any() and (found.alpha == 0).sum() == 64
    assert [str(told) for told in found.notices] == ["pixels without a value are transparent"]


@pytest.mark.parametrize("kind", [1, 2])
def test_indices_of_a_palette_have_no_sign(tmp_path, kind):
    colours = np.random.default_rng(0).integers(0, 256, (3, 256)) * 257
    colours = (SHORT, colours.ravel().tolist())
    indices = (4 * X + Y).astype(np.uint8)
    found = opened(tmp_path, tiff(64, 48, 8, 3, indices.tobytes(), t320=colours, t339=(SHORT, [kind])))
    np.testing.assert_array_equal(found.pixels, np.array(colours[1]).reshape(3, 256).T[indices] // 257)


def test_a_mask_alone_is_a_picture(tmp_path):
    found = opened(tmp_path, tiff(64, 48, 8, 4, RAMP.astype(np.uint8).tobytes()))
    assert_gray_ramp(found)


def test_signed_integers_of_the_whole_range_are_not_stretched(tmp_path):
    values = (X * 800 - 25000).astype(np.int16)
    found = opened(tmp_path, by_tifffile(values, photometric="minisblack"))
    np.testing.assert_array_equal(found.pixels[..., 0], values.astype(int) + 32768)
    assert not found.notices


def test_wide_integers_that_are_all_dark_are_stretched(tmp_path):
    found = opened(tmp_path, by_tifffile((X * 10).astype(np.uint32), photometric="minisblack"))
    assert_gray_ramp(found)
    assert [str(told) for told in found.notices] == ["values from 0 to 630 scaled to black and white"]


@pytest.mark.parametrize("kind", ["i1", "i2", "i4"])
def test_signed_integers_are_stretched(tmp_path, kind):
    values = (X * 4 - 128 + (X == 63) * 3).astype(kind)
    found = opened(tmp_path, by_tifffile(values, photometric="minisblack"))
    assert abs(found.eight_bits[..., 0].astype(int) - (values.astype(int) + 128)).max() <= 1
    np.testing.assert_array_equal(found.values, values.astype(np.float32))


@pytest.mark.parametrize("kind", ["f2", "f4", "f8"])
@pytest.mark.parametrize("channels", [1, 3])
def test_floats_between_0_and_1_keep_their_brightness(tmp_path, kind, channels):
    values = (PLAIN / 255 / 2).astype(kind) if channels == 3 else (X / 126).astype(kind)
    values[0, 0] = -0.0001
    found = opened(tmp_path, by_tifffile(values, photometric="rgb" if channels == 3 else "minisblack"))
    wanted = np.clip(values.astype(float), 0, 1)
    wanted = wanted if channels == 3 else wanted[..., None]
    assert abs(found.pixels / 65535 - wanted).max() <= 1 / 65535
    np.testing.assert_allclose(found.values, values.astype(np.float32))


def test_float24(tmp_path):
    values = (X / 63).astype(np.float32)
    data = imagecodecs.float24_encode(values)
    found = opened(tmp_path, tiff(64, 48, 24, 1, data, t339=(SHORT, [3])))
    assert_gray_ramp(found)


def lab_as_littlecms_converts(lightness, a, b):
    """Returns one colour of Lab (D50) in sRGB, [0, 255]."""
    pixel = PIL.Image.new("LAB", (1, 1), (round(lightness * 2.55), a + 128, b + 128))
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
    )
    return np.array(ImageCms.applyTransform(pixel, transform).getpixel((0, 0)))


@pytest.mark.parametrize("photometric", [8, 9])
@pytest.mark.parametrize("bits", [8, 16])
def test_lab(tmp_path, photometric, bits):
    colours = [(40, 20, -30), (60, -50, 40), (100, 0, 0), (0, 0, 0)]
    stored = []
    for lightness, a, b in colours:
        if photometric == 8:
            top = 255 if bits == 8 else 65535
            stored.append([round(lightness / 100 * top), *((v << bits - 8) & top for v in (a, b))])
        else:  # ICC's, version 2
            white = 255 if bits == 8 else 65280
            stored.append([round(lightness / 100 * white), (a + 128) << bits - 8, (b + 128) << bits - 8])
    array = np.repeat(np.array(stored, f"u{bits // 8}")[:, None], 3, axis=1)
    data = tiff(3, 4, bits, photometric, array.tobytes(), channels=3)
    found = opened(tmp_path, data).eight_bits[:, 1]
    for one, colour in zip(found, colours, strict=True):
        assert abs(one.astype(int) - lab_as_littlecms_converts(*colour)).max() <= 2


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("alpha", [1, 2])
def test_gray_with_alpha(tmp_path, bits, alpha):
    white = (1 << bits) - 1
    opacity = np.full_like(X, white // 2)
    gray = X * white // 63 if alpha == 2 else X * (white // 2) // 63
    array = np.stack([gray, opacity], 2).astype(f"u{bits // 8}")
    found = opened(tmp_path, tiff(64, 48, bits, 1, array.tobytes(), channels=2, t338=(SHORT, [alpha])))
    assert_gray_ramp(found)
    assert abs(found.alpha / np.iinfo(found.alpha.dtype).max - 0.5).max() < 0.01


def test_planes_of_gray_are_channels(tmp_path):
    planes = np.stack([X * 1000, Y * 1000, X * 0 + 30000]).astype(np.uint16)
    (tmp_path / "a.tif").write_bytes(by_tifffile(planes, photometric="minisblack", planarconfig="separate"))
    for page in (None, 0, 1, 2):
        found = load(tmp_path / "a.tif", page)
        np.testing.assert_array_equal(found.pixels[..., 0], planes[page or 0])
        assert found.pages == Pages(page or 0, 3, Kind.CHANNELS)
        assert [str(told) for told in found.notices] == (
            [] if page is not None else ["the first of 3 channels"]
        )
    with pytest.raises(ImageError, match="has no page 4"):
        load(tmp_path / "a.tif", 3)


def test_further_channels_of_a_colour_picture_are_said(tmp_path):
    array = np.dstack([PLAIN, PLAIN[..., 0], PLAIN[..., 1]])
    found = opened(tmp_path, by_tifffile(array, photometric="rgb", extrasamples=[0, 0]))
    np.testing.assert_array_equal(found.pixels, PLAIN)
    assert [str(told) for told in found.notices] == ["further channels are not shown: 2"]


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
@pytest.mark.parametrize("scale", [1, 256, 257])
def test_palettes_of_8_and_of_16_bits(tmp_path, bits, scale):
    colours = np.random.default_rng(bits).integers(0, 256, (3, 1 << bits))
    colours[0, 0] = 255
    indices = (X + Y) % (1 << bits)
    data = tiff(64, 48, bits, 3, packed(indices, bits), t320=(SHORT, (colours * scale).ravel().tolist()))
    found = opened(tmp_path, data)
    np.testing.assert_array_equal(found.pixels, colours.T[indices])
    assert found.file_info.mode == "P"


@pytest.mark.parametrize("groups", [(1, 1), (2, 1), (2, 2), (4, 2)])
@pytest.mark.parametrize("compression", [1, 5])
def test_ycbcr_without_jpeg(tmp_path, groups, compression):
    across, down = groups
    colours = np.array(PIL.Image.fromarray(PLAIN).convert("YCbCr"))
    blocks = colours.reshape(48 // down, down, 64 // across, across, 3).swapaxes(1, 2)
    luma = blocks[..., 0].reshape(*blocks.shape[:2], -1)
    chroma = blocks[..., 1:].mean(axis=(2, 3)).round().astype(np.uint8)
    data = np.concatenate([luma, chroma], axis=2).tobytes()
    stored = data if compression == 1 else imagecodecs.lzw_encode(data)
    found = opened(
        tmp_path, tiff(64, 48, 8, 6, stored, 3, t530=(SHORT, list(groups)), t259=(SHORT, [compression]))
    )
    assert abs(found.pixels.astype(int) - PLAIN).mean() < 3


def test_ycbcr_of_studio_range(tmp_path):
    data = np.array([[[16, 128, 128], [235, 128, 128]]], np.uint8).tobytes()
    reference = [number for value in (16, 235, 128, 240, 128, 240) for number in (value, 1)]
    found = opened(tmp_path, tiff(2, 1, 8, 6, data, 3, t530=(SHORT, [1, 1]), t532=(RATIONAL, reference)))
    np.testing.assert_array_equal(found.pixels[0], [[0, 0, 0], [255, 255, 255]])


@pytest.mark.parametrize("bits", [8, 12])
@pytest.mark.parametrize("tile", [None, (32, 16)])
@pytest.mark.parametrize("colours", ["rgb", "minisblack"])
def test_jpeg_inside(tmp_path, bits, tile, colours):
    array = PLAIN if bits == 8 else PLAIN.astype(np.uint16) * 16
    array = array if colours == "rgb" else array[..., 0].copy()
    options = {"compression": "jpeg", "compressionargs": {"level": 98}, "tile": tile, "bitspersample": bits}
    found = opened(tmp_path, by_tifffile(array, photometric=colours, **options))
    wanted = PLAIN if colours == "rgb" else RAMP[..., None]
    assert abs(found.eight_bits.astype(int) - wanted).mean() < 3
    assert found.bits == (8 if bits == 8 else 16)


def test_jpeg_inside_with_reduced_colours(tmp_path):
    picture = PIL.Image.fromarray(PLAIN).convert("YCbCr")
    picture.save(tmp_path / "a.tif", compression="jpeg", quality=95)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.pages[0].photometric == 6
    assert abs(load(tmp_path / "a.tif").pixels.astype(int) - PLAIN).mean() < 3


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_ccitt"])
@pytest.mark.parametrize("inverted", [False, True])
def test_fax(tmp_path, compression, inverted):
    black_and_white = PIL.Image.fromarray(((X // 3 + Y // 5) % 2 * 255).astype(np.uint8)).convert("1")
    options = {"tiffinfo": {262: 0 if inverted else 1}}
    black_and_white.save(tmp_path / "a.tif", compression=compression, **options)
    with PIL.Image.open(tmp_path / "a.tif") as file:
        wanted = np.asarray(file.convert("RGB"))
    np.testing.assert_array_equal(load(tmp_path / "a.tif").pixels, wanted)


def test_a_profile_is_applied_at_8_and_at_16_bits(tmp_path):
    profile = swapped_profile()
    for array in (PLAIN, PLAIN.astype(np.uint16) * 257):
        found = opened(tmp_path, by_tifffile(array, photometric="rgb", iccprofile=profile))
        assert abs(found.eight_bits[..., [1, 0, 2]].astype(int) - PLAIN).max() <= 1


# Which picture of the file


def several(path, *pictures):
    """Writes pictures, each an array and its options."""
    with tifffile.TiffWriter(path) as writer:
        for array, options in pictures:
            writer.write(array, metadata=None, photometric="rgb", **options)
    return path


THUMBNAIL, PHOTO = PLAIN[::4, ::4].copy(), np.repeat(np.repeat(PLAIN, 5, 0), 5, 1)


@pytest.mark.parametrize(
    "pictures",
    [
        [(THUMBNAIL, {"subifds": 1, "subfiletype": 1}), (PHOTO, {})],
        [(THUMBNAIL, {"subifds": 1}), (PHOTO, {})],
        [(THUMBNAIL, {"subfiletype": 1}), (PHOTO, {})],
        [(THUMBNAIL, {}), (PHOTO, {})],
        [(PHOTO, {}), (THUMBNAIL, {"subfiletype": 1})],
        [(PHOTO, {"subifds": 1}), (PHOTO[::2, ::2].copy(), {"subfiletype": 1})],
        [(THUMBNAIL, {"subfiletype": 1}), (PHOTO, {"subfiletype": 1})],
    ],
    ids=["sub-directory", "unsaid", "page", "page, unsaid", "after", "pyramid", "all reduced"],
)
def test_the_photo_is_shown_and_not_its_thumbnail(tmp_path, pictures):
    path = several(tmp_path / "a.tif", *pictures)
    np.testing.assert_array_equal(load(path).pixels, PHOTO)
    assert loading.size(path) == (320, 240)


def test_pages_of_different_sizes_are_pages(tmp_path):
    other = np.repeat(PHOTO, 2, axis=1)
    path = several(tmp_path / "a.tif", (PHOTO, {}), (other, {}))
    assert load(path).pixels.shape == PHOTO.shape and load(path).pages.count == 2
    assert load(path, 1).pixels.shape == other.shape


def test_smaller_copies_are_no_pages(tmp_path):
    path = several(tmp_path / "a.tif", (PHOTO, {}), (PHOTO[::2, ::2].copy(), {"subfiletype": 1}))
    assert load(path).pages.count == 1 and not load(path).notices


def mosaic(path, *before):
    with tifffile.TiffWriter(path) as writer:
        for array, options in before:
            writer.write(array, metadata=None, photometric="rgb", **options)
        cfa = {
            "photometric": "cfa",
            "extratags": [(33421, 3, 2, (2, 2), True), (33422, 1, 4, b"\0\1\1\2", True)],
        }
        writer.write((X * 100).astype(np.uint16), metadata=None, **cfa)
    return path


@pytest.fixture
def without_raw_photos(monkeypatch):
    """An installation without LibRaw."""
    others = tuple(name for name in table.formats() if name != "RAW")
    monkeypatch.setattr(table, "formats", lambda: others)


@pytest.mark.usefixtures("without_raw_photos")
def test_a_raw_photo_alone_says_what_it_is(tmp_path):
    with pytest.raises(ImageError, match="a raw photo: nothing but the data of a sensor"):
        load(mosaic(tmp_path / "a.dng"))


@pytest.mark.usefixtures("without_raw_photos")
def test_the_preview_of_a_raw_photo_is_shown_and_said(tmp_path):
    found = load(mosaic(tmp_path / "a.dng", (THUMBNAIL, {"subfiletype": 1})))
    np.testing.assert_array_equal(found.pixels, THUMBNAIL)
    assert [str(told) for told in found.notices] == ["the preview of a raw photo, not the photo itself"]


def test_the_preview_of_a_raw_photo_that_libraw_does_not_know(tmp_path):
    found = load(mosaic(tmp_path / "a.tif", (PHOTO, {"subfiletype": 1})))
    np.testing.assert_array_equal(found.pixels, PHOTO)


def test_a_preview_in_jpeg_of_the_old_kind(tmp_path):
    stream = io.BytesIO()
    PIL.Image.fromarray(PHOTO).save(stream, "JPEG", quality=95)
    whole = tiff(
        64, 48, 8, 6, stream.getvalue(), 3,
        t254=(LONG, [1]), t259=(SHORT, [6]), t513=(LONG, [0]), t514=(LONG, [len(stream.getvalue())]),
    )  # fmt: skip
    at = whole.index(b"\xff\xd8\xff")
    for tag in (256, 257, 273, 277, 278, 279):  # previews have no tags but those of the JPEG
        entry = tag.to_bytes(2, "little")
        assert entry in whole
    place = whole.index((513).to_bytes(2, "little") + b"\4\0")
    patched = whole[: place + 8] + at.to_bytes(4, "little") + whole[place + 12 :]
    found = opened(tmp_path, patched)
    assert found.pixels.shape == PHOTO.shape and abs(found.pixels.astype(int) - PHOTO).mean() < 3


# Damaged and hostile files


MISSING = "part of the picture is missing: the file is damaged or incomplete"
LAYOUTS = [{"rowsperstrip": 4}, {"rowsperstrip": 48}, {"tile": (16, 16)}]


@pytest.mark.parametrize("compression", [None, "lzw", "zlib", "packbits", "jpeg"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=["strips", "one strip", "tiles"])
def test_a_truncated_file_is_shown_as_far_as_it_goes(tmp_path, compression, layout):
    lossy = compression == "jpeg"
    whole = by_tifffile(PLAIN, photometric="rgb", compression=compression, **layout)
    found = opened(tmp_path, whole[: len(whole) * 7 // 10])
    assert [str(told) for told in found.notices] == [MISSING]
    top = abs(found.pixels[:16].astype(int) - PLAIN[:16])
    if not lossy:
        assert not top.any() and not found.pixels[47, 63].any()
    elif layout != LAYOUTS[1]:  # the only strip may end within its first blocks
        assert top.mean() < 4


@pytest.mark.parametrize("predictor", [1, 2])
@pytest.mark.parametrize("fill_order", [1, 2])
def test_a_wrong_byte_in_the_only_strip_leaves_what_is_before_it(tmp_path, predictor, fill_order):
    rows = np.diff(PLAIN, axis=1, prepend=np.zeros((48, 1, 3), np.uint8)) if predictor == 2 else PLAIN
    data = bytearray(zlib.compress(rows.tobytes(), 0))
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    stored = imagecodecs.bitorder_decode(bytes(data)) if fill_order == 2 else bytes(data)
    tags = {"t259": (SHORT, [8]), "t266": (SHORT, [fill_order]), "t317": (SHORT, [predictor])}
    found = opened(tmp_path, tiff(64, 48, 8, 2, stored, channels=3, **tags))
    np.testing.assert_array_equal(found.pixels[:23], PLAIN[:23])
    assert MISSING in map(str, found.notices)


@pytest.mark.parametrize(
    ("compression", "predictor", "deep"),
    [
        ("jpeg", False, False),
        *(
            (name, predictor, deep)
            for name in ("lzw", "zlib")
            for predictor in (False, True)
            for deep in (False, True)
        ),
    ],
)
def test_a_single_strip_that_is_cut_off_is_shown_as_far_as_it_goes(tmp_path, compression, predictor, deep):
    noise = np.random.default_rng(3).integers(0, 65536, (48, 64, 3), np.uint16)
    pixels = noise if deep else (noise >> 8).astype(np.uint8)
    whole = by_tifffile(
        pixels, photometric="rgb", compression=compression, predictor=predictor, rowsperstrip=48
    )
    found = opened(tmp_path, whole[: len(whole) * 7 // 10])
    assert [str(told) for told in found.notices] == [
        "part of the picture is missing: the file is damaged or incomplete"
    ]
    if compression != "jpeg":
        np.testing.assert_array_equal(found.pixels[:24], pixels[:24])
    assert not found.pixels[-1].any() or compression == "jpeg"


@pytest.mark.parametrize("compression", ["zstd", "lzma"])
def test_a_cut_strip_of_a_stream_in_blocks_is_shown_up_to_its_last_whole_block(tmp_path, compression):
    noise = np.random.default_rng(3).integers(0, 256, (600, 400, 3), np.uint8)
    whole = by_tifffile(noise, photometric="rgb", compression=compression, rowsperstrip=600)
    found = opened(tmp_path, whole[: len(whole) * 7 // 10])
    assert [str(told) for told in found.notices] == [MISSING]
    np.testing.assert_array_equal(found.pixels[:300], noise[:300])
    assert not found.pixels[450:].any()


def test_a_short_table_of_strips_is_said(tmp_path):
    whole = by_tifffile(PLAIN, photometric="rgb", compression="zlib", rowsperstrip=4)
    count = (
        whole.index((273).to_bytes(2, "little") + b"\4\0") + 4,
        whole.index((279).to_bytes(2, "little")) + 4,
    )
    for at in count:
        assert whole[at] == 12
        whole = whole[:at] + b"\6" + whole[at + 1 :]
    found = opened(tmp_path, whole)
    np.testing.assert_array_equal(found.pixels[:24], PLAIN[:24])
    assert "part of the picture is missing" in str(found.notices[0])


def test_threads_that_cannot_start_change_nothing(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(tifffile.TiffPage, "asarray", refuse)
    found = opened(tmp_path, by_tifffile(PLAIN, photometric="rgb", compression="zlib", rowsperstrip=4))
    np.testing.assert_array_equal(found.pixels, PLAIN)
    assert not found.notices


def test_a_file_without_its_pixels_is_refused(tmp_path):
    whole = by_tifffile(np.tile(PLAIN, (10, 10, 1)), photometric="rgb")
    with pytest.raises(ImageError, match="is incomplete"):
        opened(tmp_path, whole[: len(whole) // 100])


@pytest.mark.parametrize(
    "tags", [{"t277": (SHORT, [5])}, {"t258": (SHORT, [8, 16, 8])}, {"t339": (SHORT, [6] * 3)}]
)
def test_what_no_program_shows_is_an_error(tmp_path, tags):
    with pytest.raises(ImageError):
        opened(tmp_path, tiff(64, 48, 8, 2, PLAIN.tobytes()[:-100], 3, **tags))


def test_other_inks_are_not_supported(tmp_path):
    with pytest.raises(ImageError, match="inks other than those of CMYK"):
        opened(tmp_path, tiff(64, 48, 8, 5, PLAIN.tobytes(), 3))


def test_a_file_that_ends_before_its_table_says_so(tmp_path):
    whole = tiff(64, 48, 8, 2, PLAIN.tobytes(), 3)
    moved = whole[:4] + len(whole).to_bytes(4, "little") + whole[8:]
    with pytest.raises(ImageError, match="the table of its pictures is missing"):
        opened(tmp_path, moved)


@pytest.mark.parametrize("compression", ["jpeg", "jpeg2000", "jpegxl", "webp", "png"])
def test_a_part_that_is_larger_than_the_picture_is_refused(tmp_path, compression):
    large = by_tifffile(
        np.zeros((1100, 1100, 3), np.uint8), photometric="rgb", compression=compression, rowsperstrip=1100
    )
    small = large
    for tag in (256, 257, 278):
        for entry in (struct.pack("<HHII", tag, 4, 1, 1100), struct.pack("<HHIHH", tag, 3, 1, 1100, 0)):
            small = small.replace(entry, struct.pack("<HHII", tag, 4, 1, 48))
    assert load_size(tmp_path, small) == (48, 48)
    with pytest.raises(ImageError, match="a part of it is larger than the whole"):
        opened(tmp_path, small)


def load_size(tmp_path, data):
    (tmp_path / "a.tif").write_bytes(data)
    return loading.size(tmp_path / "a.tif")


def test_damaged_tags_never_end_in_another_error(tmp_path):
    random = np.random.default_rng(0)
    whole = bytearray(by_tifffile(PLAIN, photometric="rgb", compression="lzw", tile=(16, 16)))
    for _ in range(80):
        copy = bytearray(whole)
        for at in random.integers(0, 400, 3):
            copy[at] = random.integers(0, 256)
        try:
            opened(tmp_path, bytes(copy))
        except ImageError as error:
            assert "\n" not in str(error)


def test_the_child_returns_the_values(tmp_path):
    values = (X * 3.5 + Y - 20).astype(np.float32)
    (tmp_path / "a.tif").write_bytes(
        by_tifffile(values, photometric="minisblack", extratags=[(274, 3, 1, 6, True)])
    )
    here, there = load(tmp_path / "a.tif"), isolated.load(tmp_path / "a.tif")
    np.testing.assert_array_equal(there.values, np.rot90(values, -1))
    np.testing.assert_array_equal(here.pixels, there.pixels)
    assert not there.values.flags.writeable


# Files as people have them


def near(pixels, wanted, most=1):
    return abs(pixels.astype(int) - wanted).max() <= most


def handed(name):
    if not INPUTS.is_dir():
        pytest.skip("../shared/inputs is not there")
    return load(INPUTS / name)


def plain_picture():
    picture = PLAIN.copy()
    for x, y, colour in ((8, 8, (220, 40, 40)), (28, 8, (40, 200, 60)), (8, 28, (128, 128, 128))):
        picture[y : y + 12, x : x + 12] = colour
    return picture


@pytest.mark.parametrize("name", ["c_jpeg2000", "c16_jpegxl", "c_webp", "rgb_f32"])
def test_handed_pictures_with_squares(name):
    assert near(handed(f"{name}.tif").eight_bits, plain_picture(), 3)


@pytest.mark.parametrize("name", ["gray12", "gray14", "gray_u32", "gray_f16", "gray_f64"])
def test_handed_gray_ramps(name):
    assert_gray_ramp(handed(f"{name}.tif"))


def test_other_handed_files():
    assert handed("scan_o6.tif").pixels.shape == (140, 200, 3)
    stored = X * 40000 // 63 + Y * 20000 // 47
    assert near(handed("gray16_o6.tif").pixels // 256, np.rot90(stored, -1)[..., None] // 256)
    assert near(handed("gray8_o5.tif").pixels, stored.T[..., None] // 256)
    palette = np.stack([RAMP, 255 - RAMP], 2)
    assert near(handed("pal8_o6.tif").pixels[..., :2], np.rot90(palette, -1))
    assert near(handed("cmap8.tif").pixels, np.dstack([palette, np.full_like(X, 80)]))
    rgba = handed("rgba8_o6.tif")
    assert (rgba.alpha == 200).all() and rgba.pixels.shape == (64, 48, 3)
    assert handed("photo_thumb_first.tif").pixels.shape == (240, 320, 3)
    half = handed("f32_half.tif")
    assert near(half.eight_bits[..., 0], RAMP / 2, 2)
    assert np.ptp(handed("float_extremes.tif").eight_bits) > 240
    relief = handed("dem_nodata.tif")
    assert (relief.alpha == 0).any() and np.ptp(relief.eight_bits[relief.alpha > 0]) > 240
    gray = handed("gray_alpha16.tif")
    assert near(gray.eight_bits[1:, :, 0], plain_picture()[1:, :, 0])
    assert near(gray.alpha // 257, plain_picture()[..., 1])
    assert handed("planar3_gray16.tif").pages == Pages(0, 3, Kind.CHANNELS)
    for x, lightness in ((0, 0), (32, 50.8), (63, 100)):
        assert near(handed("lab16.tif").eight_bits[5, x], lab_as_littlecms_converts(lightness, 20, -30), 3)


@pytest.mark.parametrize("photometric", [2, 6])
def test_bytes_that_a_file_does_not_have_cost_no_memory(tmp_path, photometric):
    """A strip that declares 2 GB: the rows that are there are shown."""
    data = bytes(range(240)) * 3
    path = tmp_path / "a.tif"
    more = {"t530": (SHORT, [1, 1])} if photometric == 6 else {}
    path.write_bytes(tiff(16, 30, 8, photometric, data, 3, t279=(LONG, [2**31 - 1]), **more))
    tracemalloc.start()
    loaded = load(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20e6
    assert loaded.pixels.shape == (30, 16, 3) and loaded.pixels[:14].std() > 0
    assert (loaded.pixels[16:] == loaded.pixels[-1, -1]).all() and len(loaded.notices) == 1
