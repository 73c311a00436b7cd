"""Pictures that do not fit into memory: tiled TIFFs whose regions are read when they are needed.

Small files stand for large ones: the limit is lowered. The judge is the same file, read whole.
"""

import struct
from fractions import Fraction

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry.axis import Axis
from engine.geometry.orientation import composed
from engine.images import image, isolated, loading, source_file
from engine.images.area import samples_at
from engine.images.damage import part_missing
from engine.images.large import raster
from engine.images.large.raster import LargeArea, in_memory
from engine.images.picture import Picture, reduced, region_pixels
from engine.images.rgb_profile import ADOBE_RGB, ADOBE_RGB_GAMMA, rgb_profile
from engine.images.rotation import rotated
from tests.engine.images.large_files import drawn, halved, write_pyramid

LIMIT = 60_000
"""Pixels above which a picture of these tests is large."""
HEIGHT, WIDTH = 500, 723


def opened_large(path, monkeypatch, page=None):
    """Opens a file as a large picture."""
    with monkeypatch.context() as patch:
        patch.setattr(source_file, "MOST_PIXELS", LIMIT)
        opened = isolated.load(path, page=page)
    assert isinstance(opened.pixels, LargeArea)
    return opened


def kinds():
    """Yields names of kinds of tiled TIFFs, their pixels, and what tifffile writes them with."""
    rgb = drawn(HEIGHT, WIDTH)
    deep = rgb.astype(np.uint16) * 257 + 3
    alpha = np.dstack([rgb, np.where(rgb[..., :1] > 90, rgb[..., 1:2], 0)])
    yield "plain", rgb, {"photometric": "rgb"}
    yield "deflate", rgb, {"photometric": "rgb", "compression": "zlib", "predictor": True}
    yield "lzw", rgb, {"photometric": "rgb", "compression": "lzw"}
    yield "zstd", rgb, {"photometric": "rgb", "compression": "zstd"}
    yield "jpeg", rgb, {"photometric": "rgb", "compression": "jpeg"}
    yield "planes", np.moveaxis(rgb, 2, 0), {"photometric": "rgb", "planarconfig": "separate"}
    yield "profile", rgb, {"photometric": "rgb", "iccprofile": rgb_profile(ADOBE_RGB, ADOBE_RGB_GAMMA)}
    yield "deep profile", deep, {"photometric": "rgb", "iccprofile": rgb_profile(ADOBE_RGB, ADOBE_RGB_GAMMA)}
    yield "gray", rgb[..., 0], {"photometric": "minisblack"}
    yield "inverted", rgb[..., 0], {"photometric": "miniswhite"}
    yield "black and white", rgb[..., 0] > 128, {"photometric": "minisblack"}
    yield "sixteen bits", deep, {"photometric": "rgb", "compression": "zlib"}
    yield "twelve bits", deep[..., 0] >> 4, {"photometric": "minisblack", "bitspersample": 12}
    yield "alpha", alpha, {"photometric": "rgb", "extrasamples": ["unassalpha"]}
    yield "premultiplied", alpha, {"photometric": "rgb", "extrasamples": ["assocalpha"]}
    yield "inks", alpha, {"photometric": "separated"}
    yield "Lab", rgb, {"photometric": "cielab"}
    yield "palette", rgb[..., 0], {"photometric": "palette", "colormap": _palette()}
    yield "big tiles", rgb, {"photometric": "rgb", "tile": (512, 768)}
    yield "small tiles", rgb, {"photometric": "rgb", "tile": (16, 48)}
    yield "big-endian", deep, {"photometric": "rgb", "byteorder": ">"}
    yield from kinds_of_numbers(rgb)
    yield "no data", rgb, {"photometric": "rgb", "extratags": [(42113, "s", 0, "127", True)]}


def kinds_of_numbers(rgb):
    """As `kinds`: floats, signed numbers, and those of more than 16 bits."""
    heights = rgb[..., 0] * np.float32(12.5) + 400
    holes = np.where(rgb[..., 1] > 200, np.float32(np.nan), heights)
    gray = {"photometric": "minisblack"}
    yield "floats up to one", rgb / np.float32(255), {"photometric": "rgb"}
    yield "heights", heights, gray | {"compression": "zlib", "predictor": 3}
    yield "heights with holes", holes, gray
    yield "heights and -9999", np.where(np.isnan(holes), -9999, heights), gray
    named = {"extratags": [(42113, "s", 0, "450", True)]}
    yield "heights and a number for no data", np.where(np.isnan(holes), 450, heights), gray | named
    yield "a number for no data that is not there", heights, gray | named
    yield "half floats", rgb.astype(np.float16) * 3, {"photometric": "rgb"}
    yield "doubles", heights.astype(np.float64) * 1e5, gray | {"byteorder": ">"}
    yield "floats of which the least is white", heights, {"photometric": "miniswhite"}
    yield "floats of four channels", np.moveaxis(np.dstack([rgb, holes]).astype(np.float32), 2, 0), gray
    yield (
        "floats with alpha",
        np.dstack([rgb, rgb[..., 1] // 2]).astype(np.float32) / 255,
        {"photometric": "rgb"},
    )
    yield (
        "floats of inks",
        np.dstack([rgb, rgb[..., 0]]).astype(np.float32) / 255,
        {"photometric": "separated"},
    )
    yield "signed", heights.astype(np.int16) - 2000, gray
    yield "signed and a placeholder", np.where(np.isnan(holes), -32768, heights).astype(np.int16), gray
    yield "signed bytes", rgb.view(np.int8), {"photometric": "rgb"}
    yield "whole range of 32 bits", rgb.astype(np.uint32) << 24, {"photometric": "rgb"}
    yield "counts of 32 bits", heights.astype(np.uint32), gray
    yield "wide and big-endian", heights.astype(np.int32), gray | {"byteorder": ">"}


def _palette():
    ramp = np.arange(256, dtype=np.uint16)
    return np.stack([ramp * 257, ramp[::-1] * 257, ramp * 128])


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind[0])
def test_regions_of_a_large_picture_are_those_of_the_whole_one(kind, tmp_path, monkeypatch):
    name, pixels, options = kind
    path = tmp_path / f"{name}.tif"
    tile, order = options.pop("tile", (64, 64)), options.pop("byteorder", "=")
    with tifffile.TiffWriter(path, byteorder=order) as file:
        file.write(pixels, tile=tile, metadata=None, **options)
    whole, large = loading.load(path), opened_large(path, monkeypatch)
    assert (large.bits, large.height, large.width) == (whole.bits, whole.height, whole.width)
    assert large.file_info == whole.file_info
    assert large.notices == whole.notices
    assert (large.values is None) == (whole.values is None)
    places = [(0, 0, 500, 723), (3, 5, 70, 90), (437, 600, 500, 723), (255, 255, 257, 514)]
    for top, left, bottom, right in places:
        place = slice(top, bottom), slice(left, right)
        expected = whole.pixels[place]
        visible = np.ones(expected.shape[:2], bool)
        if large.alpha is not None:
            alpha = np.full(visible.shape, 65535) if whole.alpha is None else whole.alpha[place]
            np.testing.assert_array_equal(large.alpha[place], alpha)
            visible = alpha > 0  # what is under full transparency depends on what is around it
        if whole.values is not None:
            np.testing.assert_array_equal(large.values[place], whole.values[place])
        np.testing.assert_array_equal(large.pixels[place][visible], expected[visible])


@pytest.fixture(scope="module")
def pyramid(tmp_path_factory):
    """A tiled picture of deflate with three copies."""
    path = tmp_path_factory.mktemp("pyramid") / "pyramid.tif"
    return write_pyramid(path, drawn(HEIGHT, WIDTH), tile=(64, 64), photometric="rgb", compression="zlib")


@pytest.fixture(scope="module")
def both(pyramid):
    """The picture, large and whole."""
    with pytest.MonkeyPatch.context() as patch:
        return opened_large(pyramid, patch), loading.load(pyramid)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_rectangle_is_read_in_any_orientation(both, data):
    large, whole = both
    by = data.draw(st.lists(st.integers(0, 7), max_size=3))
    for each in by:
        large, whole = rotated(large, each), rotated(whole, each)
    assert large.pixels.shape == whole.pixels.shape
    (top, bottom), (left, right) = (
        sorted(data.draw(st.tuples(st.integers(0, side - 1), st.integers(1, side + 9))))
        for side in whole.pixels.shape[:2]
    )
    place = slice(top, bottom), slice(left, right)
    np.testing.assert_array_equal(large.pixels[place], whole.pixels[place])


@pytest.mark.parametrize("number", range(1, 9))
def test_the_orientation_of_the_file_is_applied(number, tmp_path, monkeypatch):
    path = tmp_path / "turned.tif"
    tag = [(274, "H", 1, number, True)]
    tifffile.imwrite(path, drawn(300, 401), tile=(64, 64), photometric="rgb", extratags=tag, metadata=None)
    large = opened_large(path, monkeypatch)
    np.testing.assert_array_equal(large.pixels[:, :], loading.load(path).pixels)


@pytest.mark.parametrize("times", [(1, 2, 3), (2, 4), (3,)], ids=str)
@pytest.mark.parametrize("marked", [True, False], ids=["marked", "as Aperio writes"])
def test_reduced_views_are_those_of_the_whole_picture(times, marked, tmp_path, monkeypatch):
    """They come from copies in the file, which are averages: within a few levels of Lanczos."""
    path, pixels = tmp_path / "pyramid.tif", drawn(1003, 1301)
    write_pyramid(path, pixels, times, (64, 64), marked=marked, photometric="rgb", bigtiff=True)
    large, whole = Picture(opened_large(path, monkeypatch)), Picture(image.from_array(pixels, "whole"))
    assert [each.shape for each in large.colour_levels] == [each.shape for each in whole.colour_levels]
    for step in (Fraction(1), Fraction(5, 2), Fraction(4), Fraction(7), Fraction(20)):
        rows, cols = (Axis(Fraction(0), step, int(side / step)) for side in pixels.shape[:2])
        here, there = reduced(large, rows, cols)[0].astype(int), reduced(whole, rows, cols)[0]
        assert abs(here - there).mean() < 2


def test_a_copy_that_is_none_is_not_used(tmp_path, monkeypatch):
    """A label has another shape, a mask and a gray copy have other samples."""
    path, pixels = tmp_path / "others.tif", drawn(512, 512)
    options = {"tile": (64, 64), "metadata": None}
    with tifffile.TiffWriter(path) as file:
        file.write(pixels, photometric="rgb", **options)
        file.write(halved(pixels)[:100], photometric="rgb", **options)
        file.write(halved(pixels)[..., 0], photometric="minisblack", subfiletype=1, **options)
        file.write(halved(pixels, 2), photometric="rgb", subfiletype=1, **options)
    assert opened_large(path, monkeypatch, page=0).pixels.cells.facts.levels == (0, 2)


def test_what_is_beyond_a_copy_that_was_rounded_down_repeats_its_last_row(tmp_path, monkeypatch):
    pixels = np.full((513, 513, 3), 200, np.uint8)
    path = write_pyramid(tmp_path / "odd.tif", pixels, (1, 2), (64, 64), photometric="rgb")
    levels = opened_large(path, monkeypatch).pixels.levels
    assert levels[1].shape == (257, 257, 3)
    assert all((level[:, :] == 200).all() for level in levels)


def test_single_pixels_and_pixels_in_memory(pyramid, monkeypatch):
    large, whole = (
        rotated(opened_large(pyramid, monkeypatch), 5).pixels,
        rotated(loading.load(pyramid), 5).pixels,
    )
    assert in_memory(large, 700, 3) is None
    rows, columns = np.array([0, 700, 700, 3]), np.array([9, 3, 499, 256])
    np.testing.assert_array_equal(samples_at(large, rows, columns), whole[rows, columns])
    np.testing.assert_array_equal(in_memory(large, 700, 3), whole[700, 3])
    np.testing.assert_array_equal(in_memory(whole, 700, 3), whole[700, 3])


def test_pixels_of_a_region_are_copied(pyramid, monkeypatch):
    region = tuple(map(Fraction, (3, 5, 70, 60)))
    large, whole = (
        region_pixels(each, region) for each in (opened_large(pyramid, monkeypatch), loading.load(pyramid))
    )
    np.testing.assert_array_equal(large, whole)


def test_the_cache_keeps_its_budget(pyramid, monkeypatch):
    monkeypatch.setattr(raster, "BUDGET", 600_000)
    large, whole = opened_large(pyramid, monkeypatch).pixels, loading.load(pyramid).pixels
    for _ in range(2):
        np.testing.assert_array_equal(large[:, :], whole)
        assert 0 < large.cells.nbytes <= 600_000


def damage_tile(path, index):
    """Overwrites the data of a tile of the first page with ones."""
    with tifffile.TiffFile(path) as file:
        page = file.pages[0]
        offset, count = page.dataoffsets[index], page.databytecounts[index]
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(b"\xff" * count)


def test_a_damaged_tile_is_missed_and_said(pyramid, tmp_path, monkeypatch):
    path = tmp_path / "damaged.tif"
    path.write_bytes(pyramid.read_bytes())
    damage_tile(path, 14)  # the third of the second row
    large, whole = opened_large(path, monkeypatch), loading.load(pyramid)
    assert large.notices == ()
    pixels, expected = large.pixels[:, :], whole.pixels.copy()
    expected[64:128, 128:192] = 0
    np.testing.assert_array_equal(pixels, expected)
    assert raster.damage_found(large.pixels) == (part_missing(),)
    assert raster.damage_found(opened_large(pyramid, monkeypatch).pixels) == ()


def test_a_tile_that_declares_too_many_bytes_is_missed(pyramid, tmp_path, monkeypatch):
    """Its bytes would be read for each of its views."""
    path = tmp_path / "huge.tif"
    data = bytearray(pyramid.read_bytes())
    with tifffile.TiffFile(pyramid) as file:
        counts = file.pages[0].tags[325]
    wide = counts.dtype == 4
    struct.pack_into("<I" if wide else "<H", data, counts.valueoffset, 0xFFFFFFF if wide else 0xFFFF)
    path.write_bytes(data)
    large = opened_large(path, monkeypatch)
    np.testing.assert_array_equal(large.pixels[64:, 64:], loading.load(pyramid).pixels[64:, 64:])


def test_a_cut_file_shows_what_is_there_and_says_so_at_once(tmp_path, monkeypatch):
    pixels, path = drawn(700, 700), tmp_path / "cut.tif"
    with tifffile.TiffWriter(path) as file:
        file.write(halved(pixels), tile=(64, 64), photometric="rgb", subfiletype=1, metadata=None)
        file.write(pixels, tile=(64, 64), photometric="rgb", metadata=None)
    path.write_bytes(path.read_bytes()[: -64 * 64 * 3 * 20])
    large = opened_large(path, monkeypatch)
    assert part_missing() in large.notices
    np.testing.assert_array_equal(large.pixels[:576, :], pixels[:576])


def test_an_empty_tile_of_a_sparse_file_is_black_and_no_damage(tmp_path, monkeypatch):
    path = tmp_path / "sparse.tif"
    tile = np.full((256, 256, 3), 90, np.uint8)
    tiles = (None if number % 2 else tile for number in range(16))
    tifffile.imwrite(path, tiles, shape=(1024, 1024, 3), dtype=np.uint8, tile=(256, 256), photometric="rgb")
    opened = opened_large(path, monkeypatch)
    pixels = opened.pixels
    assert opened.notices == ()
    assert sorted(np.unique(pixels[:, :])) == [0, 90]
    assert raster.damage_found(pixels) == ()


def test_a_file_that_is_replaced_by_another_is_an_error(pyramid, tmp_path, monkeypatch):
    """The file that was opened stays open, whatever comes in its place."""
    path = tmp_path / "replaced.tif"
    path.write_bytes(pyramid.read_bytes())
    large = opened_large(path, monkeypatch)
    path.unlink()
    np.testing.assert_array_equal(large.pixels[:, :], loading.load(pyramid).pixels)


def test_four_hundred_megapixels_open_in_little_memory(tmp_path):
    path = tmp_path / "large.tif"
    tile = np.full((512, 512, 3), 90, np.uint8)
    with tifffile.TiffWriter(path) as file:
        for side, kind in ((20_480, 0), (2_560, 1)):
            last = (side // 512) ** 2 - 1
            tiles = (
                tile if number in (0, last) else None for number in range(last + 1)
            )  # the others are empty
            options = {
                "shape": (side, side, 3),
                "dtype": np.uint8,
                "compression": "zlib",
                "subfiletype": kind,
            }
            file.write(tiles, tile=(512, 512), photometric="rgb", metadata=None, **options)
    opened = isolated.load(path)
    assert (opened.width, opened.height) == (20_480, 20_480)
    assert (opened.pixels[20_000:, 20_000:20_100] == 90).all()
    assert Picture(opened).preview.shape == (2_560, 2_560, 4)
    assert Picture(opened).nbytes < 200e6


def test_orientations_are_composed(pyramid, monkeypatch):
    area = opened_large(pyramid, monkeypatch).pixels
    assert area.rotated(5).rotated(3).orientation == composed(5, 3)


def test_the_metadata_and_tags_of_a_picture_of_any_size_are_read(tmp_path):
    """Its head is too large for the limit of the child, which cannot be lowered."""
    path, profile = tmp_path / "large.tif", rgb_profile(ADOBE_RGB, ADOBE_RGB_GAMMA)
    options = {"shape": (20_480, 20_480, 3), "dtype": np.uint8, "tile": (512, 512), "photometric": "rgb"}
    options |= {
        "resolution": (300, 300),
        "resolutionunit": 2,
        "iccprofile": profile,
        "datetime": "2026:11:29 02:40:00",
    }
    tiles = (None if number else np.zeros((512, 512, 3), np.uint8) for number in range(1600))
    tifffile.imwrite(path, tiles, compression="zlib", metadata=None, **options)
    found = isolated.metadata(path)
    assert found == loading.metadata(path)
    assert found.dpi == (300, 300) and found.icc == profile and found.exif is not None
    assert ("DateTime", "2026:11:29 02:40:00") in [pair for _, pairs in isolated.tags(path) for pair in pairs]
