"""Large pictures whose regions cannot be read are converted into a tiled TIFF in the cache folder.

Small files stand for large ones: the limit is lowered. The judge is the same file, decoded as always.
"""

import os
from dataclasses import replace

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile

from engine.base.errors import ImageError, Superseded
from engine.images import isolated, loading, source_file
from engine.images.damage import is_incomplete
from engine.images.large import converting, pyramid_cache
from engine.images.large.raster import LargeArea
from engine.images.rgb_profile import ADOBE_RGB, ADOBE_RGB_GAMMA, rgb_profile
from engine.isolation import children
from tests.engine import warm_child
from tests.engine.images.large_files import drawn

SIDES = 341, 433


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache folder of its own, and a low limit. Returns the folder."""
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    monkeypatch.setattr(children, "run", warm_child.run)
    monkeypatch.setattr(converting, "LOWER", 0)
    monkeypatch.setenv("UNPIXEL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pictures"


def deep(pixels):
    return pixels.astype(np.uint16) * 257 + 5


def png(mode=None, **options):
    return lambda pixels, path: converted_to(pixels, mode).save(path, "PNG", compress_level=1, **options)


def converted_to(pixels, mode):
    picture = PIL.Image.fromarray(pixels)
    return picture if mode is None else picture.convert(mode)


def jpeg(mode=None, **options):
    return lambda pixels, path: converted_to(pixels, mode).save(path, "JPEG", quality=90, **options)


def transparent(pixels, path):
    PIL.Image.fromarray(np.dstack([pixels, pixels[..., 0]])).save(path, "PNG", compress_level=1)


def oriented(pixels, path):
    exif = PIL.Image.Exif()
    exif[274] = 6
    PIL.Image.fromarray(pixels).save(path, "JPEG", quality=90, exif=exif)


def encoded(encode):
    return lambda pixels, path: path.write_bytes(encode(pixels))


PROFILE = rgb_profile(ADOBE_RGB, ADOBE_RGB_GAMMA)
WRITERS = {
    "PNG": png(),
    "PNG gray": png("L"),
    "PNG palette": png("P"),
    "PNG black and white": png("1"),
    "PNG with a profile": png(icc_profile=PROFILE),
    "PNG with alpha": transparent,
    "PNG of 16 bits": encoded(lambda pixels: imagecodecs.png_encode(deep(pixels))),
    "JPEG": jpeg(),
    "JPEG gray": jpeg("L"),
    "JPEG with a profile": jpeg(icc_profile=PROFILE),
    "JPEG of inks": jpeg("CMYK"),
    "JPEG without halved colours": jpeg(subsampling=0),
    "JPEG on its side": oriented,
    "TIFF in strips": lambda pixels, path: tifffile.imwrite(
        path, pixels, photometric="rgb", compression="lzw"
    ),
    "TIFF of 16 bits": lambda pixels, path: tifffile.imwrite(
        path, deep(pixels), photometric="rgb", rowsperstrip=9
    ),
}


def ppm(pixels, path):
    path.write_bytes(b"P6 %d %d 65535\n" % SIDES[::-1] + deep(pixels).astype(">u2").tobytes())


def pam(pixels, path):
    head = b"P7\nWIDTH %d\nHEIGHT %d\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n" % SIDES[::-1]
    path.write_bytes(head + np.dstack([pixels, pixels[..., 0]]).tobytes())


WHOLE = {
    "PPM of 16 bits": ppm,
    "PAM with alpha": pam,
    "JPEG 2000": encoded(lambda pixels: imagecodecs.jpeg2k_encode(pixels, level=0)),
    "JPEG 2000 of 16 bits": encoded(lambda pixels: imagecodecs.jpeg2k_encode(deep(pixels), level=0)),
    "JPEG XL": encoded(lambda pixels: imagecodecs.jpegxl_encode(pixels, lossless=True)),
    "WebP": lambda pixels, path: PIL.Image.fromarray(pixels).save(path, "WEBP", lossless=True),
    "BMP": lambda pixels, path: PIL.Image.fromarray(pixels).save(path, "BMP"),
    "QOI": encoded(imagecodecs.qoi_encode),
}
"""Files of formats that libvips does not read row by row."""


@pytest.mark.parametrize("kind", [*WRITERS, *WHOLE])
def test_a_converted_picture_is_the_one_that_is_decoded(kind, tmp_path, cache):
    path = tmp_path / "picture"
    (WRITERS | WHOLE)[kind](drawn(*SIDES), path)
    whole, large = loading.load(path), isolated.load(path)
    assert isinstance(large.pixels, LargeArea)
    np.testing.assert_array_equal(large.pixels[:, :], whole.pixels)
    assert (large.alpha is None) == (whole.alpha is None)
    if whole.alpha is not None:
        np.testing.assert_array_equal(large.alpha[:, :], whole.alpha)
    if kind == "JPEG XL":  # only decoding it finds out what its colours are
        large = replace(large, file_info=replace(large.file_info, profile=whole.file_info.profile))
    facts = [
        (each.name, each.path, each.file_info, each.pages, each.notices, each.bits) for each in (large, whole)
    ]
    assert facts[0] == facts[1]
    assert len(list(cache.iterdir())) == 1


def test_a_picture_is_converted_once_for_as_long_as_its_file_stays(tmp_path, cache):
    path = tmp_path / "picture.png"
    png()(drawn(*SIDES), path)
    isolated.load(path)
    (first,) = cache.iterdir()
    made = first.stat().st_ino
    isolated.load(path)
    assert [each.stat().st_ino for each in cache.iterdir()] == [made]
    png()(255 - drawn(*SIDES), path)
    os.utime(path, ns=(1, 1))
    np.testing.assert_array_equal(isolated.load(path).pixels[:, :], 255 - drawn(*SIDES))
    assert len(list(cache.iterdir())) == 2


def test_the_file_that_was_not_used_for_longest_is_deleted(tmp_path, cache, monkeypatch):
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        png()(drawn(*SIDES, seed=number), path)
    first, second = isolated.load(paths[0]), isolated.load(paths[1])
    used = sorted(cache.iterdir(), key=lambda each: each.stat().st_mtime_ns)
    os.utime(used[1], ns=(1, 1))  # the second was not used since long ago
    monkeypatch.setattr(pyramid_cache, "BUDGET", 5 * first.width * first.height * 3)
    isolated.load(paths[2])
    assert used[0].exists() and not used[1].exists()
    np.testing.assert_array_equal(second.pixels[:, :], drawn(*SIDES, seed=1))  # it is open


def test_a_cancelled_conversion_leaves_nothing(tmp_path, cache):
    path = tmp_path / "picture.png"
    png()(drawn(*SIDES), path)

    def check():
        if cache.exists() and any(cache.iterdir()):
            raise Superseded

    with pytest.raises(Superseded):
        isolated.load(path, check)
    assert list(cache.iterdir()) == []


def test_a_picture_for_which_there_is_no_room_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "picture.png"
    png()(drawn(*SIDES), path)
    monkeypatch.setattr(pyramid_cache, "BUDGET", 100_000)
    with pytest.raises(ImageError, match="GB on the disk to be converted"):
        isolated.load(path)


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path, monkeypatch):
    path = tmp_path / "picture.png"
    png()(drawn(*SIDES), path)
    monkeypatch.setenv("UNPIXEL_CACHE", str(path))
    with pytest.raises(ImageError, match="has to be converted"):
        isolated.load(path)


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_cut_file_shows_what_is_there_and_says_so_each_time(suffix, tmp_path):
    path = tmp_path / f"cut.{suffix}"
    {"png": png(), "jpg": jpeg()}[suffix](drawn(*SIDES), path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    for _ in range(2):
        opened = isolated.load(path)
        assert is_incomplete(opened.notices)
        assert abs(opened.pixels[:150, :].astype(int) - drawn(*SIDES)[:150]).mean() < 12


def test_a_picture_that_is_decoded_whole_needs_the_memory_for_it(tmp_path):
    path = tmp_path / "picture.jp2"
    path.write_bytes(imagecodecs.jpeg2k_encode(np.zeros((6000, 6000), np.uint8), level=0))
    sides = (6000).to_bytes(4, "big"), (200_000).to_bytes(4, "big")
    path.write_bytes(path.read_bytes().replace(*sides))  # 40 gigapixels
    os.truncate(path, 100 << 20)  # a file that could hold them, as far as its length tells
    with pytest.raises(ImageError, match="MB of memory to open"):
        isolated.load(path)


def numbers():
    """Yields names of kinds of numbers, the numbers, and what tifffile writes them with."""
    rgb = drawn(*SIDES)
    heights = rgb[..., 0] * np.float32(12.5) + 400
    holes = rgb[..., 1] > 200
    named = {"extratags": [(42113, "s", 0, "450", True)]}
    yield "floats up to one", rgb / np.float32(255), {"photometric": "rgb"}
    yield "heights", heights, {"compression": "zlib", "predictor": 3}
    yield "heights with holes", np.where(holes, np.float32(np.nan), heights), {}
    yield "heights and a number for no data", np.where(holes, np.float32(450), heights), named
    yield "heights and -9999", np.where(holes, np.float32(-9999), heights), {"byteorder": ">"}
    yield "signed", heights.astype(np.int16) - 2000, {}
    yield "signed bytes", rgb.view(np.int8), {"photometric": "rgb"}
    yield "counts of 32 bits", heights.astype(np.uint32), {}
    yield "signed of 32 bits", heights.astype(np.int32), {}
    yield (
        "the second of four channels",
        np.dstack([heights, heights[::-1], heights, heights]),
        {"planarconfig": "contig"},
    )
    yield "samples and a number for no data", rgb[..., 0], {"extratags": [(42113, "s", 0, "127", True)]}
    yield (
        "sixteen bits in four channels",
        np.dstack([deep(rgb), deep(rgb)[..., 0]]),
        {
            "photometric": "rgb",
            "extrasamples": ["unspecified"],
        },
    )


@pytest.mark.parametrize("kind", list(numbers()), ids=lambda kind: kind[0])
def test_numbers_are_converted_in_their_own_type(kind, tmp_path):
    name, pixels, options = kind
    path, page = tmp_path / "numbers.tif", 1 if name.startswith("the second") else None
    order = options.pop("byteorder", "=")
    options = {"photometric": "minisblack", "rowsperstrip": 16, "metadata": None} | options
    tifffile.imwrite(path, pixels, byteorder=order, **options)
    whole, large = loading.load(path, page=page), isolated.load(path, page=page)
    assert isinstance(large.pixels, LargeArea)
    assert large.notices == whole.notices
    assert large.file_info == whole.file_info
    seen = np.ones(SIDES, bool) if whole.alpha is None else whole.alpha > 0
    np.testing.assert_array_equal(large.pixels[:, :][seen], whole.pixels[seen])
    if large.alpha is not None:
        np.testing.assert_array_equal(large.alpha[:, :] > 0, seen)
    if whole.values is not None:
        np.testing.assert_array_equal(large.values[:, :], whole.values)


def half(pixels, path):
    heights = np.where(pixels[..., 1] > 200, np.nan, pixels[..., 0] * 12.5).astype(np.float16)
    tifffile.imwrite(path, heights, photometric="minisblack", rowsperstrip=16, metadata=None)


def twelve(pixels, path):
    tifffile.imwrite(path, deep(pixels)[..., 0] >> 4, photometric="minisblack", bitspersample=12)


def pfm(pixels, path):
    path.write_bytes(b"PF\n%d %d\n-1.0\n" % SIDES[::-1] + (pixels / np.float32(255)).astype("<f4").tobytes())


def inverted(pixels, path):
    heights = pixels[..., 0] * np.float32(12.5)
    tifffile.imwrite(path, heights, photometric="miniswhite", rowsperstrip=16, metadata=None)


def planes(pixels, path):
    options = {"photometric": "minisblack", "planarconfig": "separate", "rowsperstrip": 16, "metadata": None}
    tifffile.imwrite(path, np.moveaxis(deep(pixels), 2, 0), **options)


@pytest.mark.parametrize("write", [half, twelve, pfm, inverted, planes])
def test_numbers_that_libvips_does_not_read_are_converted_as_the_picture_shows_them(write, tmp_path):
    path = tmp_path / "picture"
    write(drawn(*SIDES), path)
    whole = loading.load(path)
    for _ in range(2):  # the second time it is in the cache
        large = isolated.load(path)
        assert isinstance(large.pixels, LargeArea)
        assert large.notices == whole.notices
        np.testing.assert_array_equal(large.alpha is None, whole.alpha is None)
        seen = np.ones(SIDES, bool) if whole.alpha is None else whole.alpha > 0
        np.testing.assert_array_equal(large.pixels[:, :][seen], whole.pixels[seen])


def test_a_range_is_that_of_all_numbers_also_when_it_comes_from_the_cache(tmp_path):
    """The extremes are single pixels, which no smaller copy has."""
    heights = drawn(*SIDES)[..., 0] * np.float32(2)
    heights[100, 100], heights[200, 201] = -90, 700
    path = tmp_path / "heights.tif"
    tifffile.imwrite(path, heights, photometric="minisblack", rowsperstrip=16, metadata=None)
    whole = loading.load(path)
    for _ in range(2):
        large = isolated.load(path)
        assert large.notices == whole.notices
        assert str(large.notices[0]) == "values from -90 to 700 scaled to black and white"
        np.testing.assert_array_equal(large.pixels[:, :], whole.pixels)


def test_no_data_is_not_mixed_into_the_smaller_copies(tmp_path):
    """Averages of heights and of the number for no data would be heights that are nowhere."""
    heights = np.full((1100, 1100), 500, np.float32)
    heights[150:801, 207:713] = -9999
    heights[:450, 800:] = 520
    path = tmp_path / "heights.tif"
    tifffile.imwrite(path, heights, photometric="minisblack", rowsperstrip=64, metadata=None)
    large = isolated.load(path)
    tile = next(pyramid_cache.folder().glob("*.tif"))
    with tifffile.TiffFile(tile) as file:
        assert len(file.pages) > 2
        for page in file.pages:
            assert set(np.unique(page.asarray())) <= {-9999, 500, 520}
    assert [str(each) for each in large.notices] == [
        "values from 500 to 520 scaled to black and white",
        "pixels without a value are transparent",
    ]
