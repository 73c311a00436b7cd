"""Loading of PNG, TIFF and PGM with 16 bits a sample."""

import zlib

import numpy as np
import PIL.Image
import pytest
import tifffile
from PIL import ImageCms

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images.loading import load
from tests.engine.image_files import FEW, chunk, png, saved, swapped_profile


def test_sixteen_bit_gray_is_scaled(tmp_path):
    gray = np.array([[0, 257, 32896, 65535]], np.uint16)
    for loaded in (
        load(saved(tmp_path, PIL.Image.fromarray(gray))),
        load(saved(tmp_path, PIL.Image.fromarray(gray), "a.tif")),
        load(saved(tmp_path, PIL.Image.fromarray(gray.astype(np.int32)), "a.pgm")),
    ):
        np.testing.assert_array_equal(loaded.pixels[0, :, 1], gray[0])
        np.testing.assert_array_equal(loaded.eight_bits[0, :, 1], [0, 1, 128, 255])
        assert loaded.bits == 16 and loaded.notices == ()


def test_sixteen_bit_gray_with_white_at_zero(tmp_path):
    tifffile.imwrite(tmp_path / "a.tif", np.array([[0, 65535]], np.uint16), photometric="miniswhite")
    np.testing.assert_array_equal(load(tmp_path / "a.tif").pixels[0, :, 0], [65535, 0])


@pytest.mark.parametrize("channels", [3, 4])
def test_sixteen_bit_colour(tmp_path, channels):
    colour = np.random.default_rng(1).integers(0, 65536, (5, 4, channels), np.uint16)
    colour[..., 3:] = 30000
    tifffile.imwrite(
        tmp_path / "a.tif", colour, photometric="rgb", extrasamples=["unassalpha"][: channels - 3]
    )
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in colour)
    (tmp_path / "a.png").write_bytes(png(4, 5, 16, 2 if channels == 3 else 6, rows))
    for name in ("a.tif", "a.png"):
        loaded = load(tmp_path / name)
        np.testing.assert_array_equal(loaded.pixels, colour[..., :3])
        assert loaded.pixels.flags.c_contiguous
        assert abs(loaded.eight_bits - colour[..., :3] / 257).max() <= 0.5
        if channels == 4:
            np.testing.assert_array_equal(loaded.alpha, colour[..., 3])
        else:
            assert loaded.alpha is None


def deep(height, width, channels=3):
    return np.random.default_rng(height).integers(0, 65536, (height, width, channels), np.uint16)


def deep_png(colour, *chunks):
    """Returns a PNG of 16 bits, with extra chunks before its pixels."""
    height, width, channels = colour.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in colour)
    whole = png(width, height, 16, {2: 4, 3: 2, 4: 6}[channels], rows)
    return whole[:33] + b"".join(chunks) + whole[33:]


LAYOUTS = (
    {"byteorder": ">"},
    {"bigtiff": True},
    {"compression": "lzw"},
    {"compression": "zlib", "predictor": True},
)


@pytest.mark.parametrize("options", LAYOUTS)
@pytest.mark.parametrize("planar", ["contig", "separate"])
def test_sixteen_bit_tiff_of_every_layout(tmp_path, planar, options):
    colour = deep(37, 21)
    stored = np.moveaxis(colour, 2, 0) if planar == "separate" else colour
    kinds = {"photometric": "rgb", "planarconfig": planar} | options
    tifffile.imwrite(tmp_path / "a.tif", stored, **kinds)
    np.testing.assert_array_equal(load(tmp_path / "a.tif").pixels, colour)


def test_sixteen_bit_gray_with_alpha(tmp_path):
    both = deep(4, 5, 2)
    both[0, 0, 1] = 0
    (tmp_path / "a.png").write_bytes(deep_png(both))
    loaded, visible = load(tmp_path / "a.png"), both[..., 1] > 0
    np.testing.assert_array_equal(loaded.alpha, both[..., 1])
    np.testing.assert_array_equal(loaded.pixels[visible], np.repeat(both[visible][:, :1], 3, axis=1))


def test_invisible_pixels_of_sixteen_bits_take_the_colour_around_them(tmp_path):
    colour = np.full((9, 9, 4), (50000, 30000, 10001, 65535), np.uint16)
    colour[3:6, 3:6] = 0
    (tmp_path / "a.png").write_bytes(deep_png(colour))
    loaded = load(tmp_path / "a.png")
    assert abs(loaded.pixels.astype(int) - colour[0, 0, :3]).max() <= 257
    np.testing.assert_array_equal(loaded.pixels[0], colour[0, :, :3])


def test_premultiplied_alpha_of_sixteen_bits_is_divided_out(tmp_path):
    kinds = {"photometric": "rgb", "extrasamples": ["assocalpha"]}
    tifffile.imwrite(tmp_path / "a.tif", np.array([[[10000, 20000, 30000, 30000]]], np.uint16), **kinds)
    loaded = load(tmp_path / "a.tif")
    np.testing.assert_array_equal(loaded.pixels[0, 0], [21845, 43690, 65535])
    assert loaded.alpha[0, 0] == 30000


def test_sixteen_bit_inks(tmp_path):
    inks = np.array([[[0, 0, 0, 0], [0, 65535, 65535, 0], [0, 0, 0, 65535], [257, 0, 0, 0]]], np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", inks, photometric="separated")
    expected = [[65535] * 3, [65535, 0, 0], [0, 0, 0], [65278, 65535, 65535]]
    np.testing.assert_array_equal(load(tmp_path / "a.tif").pixels[0], expected)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_sixteen_bits_are_loaded_upright_like_eight(tmp_path, orientation):
    few = np.dstack([FEW, np.arange(6, dtype=np.uint8).reshape(3, 2) * 40 + 3])
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    expected = load(saved(tmp_path, PIL.Image.fromarray(few), exif=exif))
    (tmp_path / "a.png").write_bytes(deep_png(few * np.uint16(257), chunk(b"eXIf", exif.tobytes()[6:])))
    extra = [(274, "H", 1, orientation, True)]
    kinds = {"photometric": "rgb", "extrasamples": ["unassalpha"], "extratags": extra}
    tifffile.imwrite(tmp_path / "a.tif", few * np.uint16(257), **kinds)
    for name in ("a.png", "a.tif"):
        loaded = load(tmp_path / name)
        np.testing.assert_array_equal(loaded.eight_bits, expected.pixels)
        np.testing.assert_array_equal(loaded.alpha, expected.alpha * np.uint16(257))


def test_the_profile_is_applied_at_sixteen_bits(tmp_path):
    y, x = np.mgrid[:16, :1000]
    ramp = np.stack([20000 + 7 * x, 40000 + y, 30000 - 11 * x], axis=-1).astype(np.uint16)
    packed = b"x\0\0" + zlib.compress(swapped_profile())
    (tmp_path / "a.png").write_bytes(deep_png(ramp, chunk(b"iCCP", packed)))
    tifffile.imwrite(tmp_path / "a.tif", ramp, photometric="rgb", iccprofile=swapped_profile())
    for name in ("a.png", "a.tif"):
        loaded = load(tmp_path / name)
        assert abs(loaded.pixels.astype(int) - ramp[..., [1, 0, 2]]).max() <= 60, (
            "a quarter of a step of 8 bits"
        )
        assert (np.diff(loaded.pixels[0, :, 1].astype(int)) > 0).all(), "steps of 7 of 65535 stay visible"


def test_a_gray_profile_at_sixteen_bits(tmp_path):
    gray = np.arange(0, 65536, 255, dtype=np.uint16)[None]
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    loaded = load(saved(tmp_path, PIL.Image.fromarray(gray), "a.tif", icc_profile=profile))
    assert abs(loaded.pixels.astype(int) - gray[..., None]).max() <= 2


def test_an_unusable_profile_is_ignored_and_reported_at_sixteen_bits(tmp_path):
    colour = deep(3, 4)
    tifffile.imwrite(tmp_path / "a.tif", colour, photometric="rgb", iccprofile=b"no profile at all")
    loaded = load(tmp_path / "a.tif")
    np.testing.assert_array_equal(loaded.pixels, colour)
    assert loaded.notices == (message("unreadable ICC profile ignored"),)


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_a_file_of_sixteen_bits_that_ends_before_its_pixels_is_refused(tmp_path, name):
    if name == "a.png":
        (tmp_path / name).write_bytes(deep_png(deep(40, 40)))
    else:
        tifffile.imwrite(tmp_path / name, deep(40, 40), photometric="rgb", compression="zlib")
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[:40])
    with pytest.raises(ImageError, match=f"{name}: .*; .*"):
        load(tmp_path / name)


def test_the_size_limit_is_half_at_sixteen_bits(tmp_path):
    for channels, refused in ((2, False), (6, True)):
        path = tmp_path / "a.png"
        path.write_bytes(png(15_000, 10_000, 16 if refused else 8, channels, b"few"))
        with pytest.raises(ImageError, match="more than 134 megapixels" if refused else "incomplete"):
            load(path)
