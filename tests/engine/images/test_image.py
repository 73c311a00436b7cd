"""Loading of image files: orientation, colour, alpha, and refusal of what is not allowed."""

import os
import threading

import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms, ImageOps

from engine.base.errors import ImageError
from engine.images import loading, rasters
from engine.images.image import from_array
from engine.images.loading import load
from tests.engine.image_files import FEW, png, saved, swapped_profile


def test_pixels_equal_those_of_the_file(tmp_path):
    loaded = load(saved(tmp_path, PIL.Image.fromarray(FEW)))
    np.testing.assert_array_equal(loaded.pixels, FEW)
    assert loaded.pixels.flags.c_contiguous
    assert loaded.alpha is None
    assert (loaded.height, loaded.width) == (3, 2)
    assert (loaded.name, loaded.path) == ("picture.png", tmp_path / "picture.png")
    assert loaded.notices == ()


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_loaded_upright(tmp_path, orientation, name):
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if name == "a.webp" else {}
    path = saved(tmp_path, PIL.Image.fromarray(FEW), name, exif=exif, **options)
    with PIL.Image.open(path) as file:
        expected = np.asarray(ImageOps.exif_transpose(file))
    assert expected.shape[0] == (3 if orientation < 5 else 2)
    np.testing.assert_array_equal(load(path).pixels, expected)


def test_an_invalid_orientation_is_ignored(tmp_path):
    exif = PIL.Image.Exif()
    exif[0x0112] = 77
    np.testing.assert_array_equal(load(saved(tmp_path, PIL.Image.fromarray(FEW), exif=exif)).pixels, FEW)


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp"])
def test_the_profile_is_applied(tmp_path, name):
    options = {"lossless": True} if name == "a.webp" else {}
    path = saved(tmp_path, PIL.Image.fromarray(FEW), name, icc_profile=swapped_profile(), **options)
    difference = load(path).pixels.astype(int) - FEW[..., [1, 0, 2]]
    assert abs(difference).max() <= 2


def test_the_profile_reaches_alpha_and_palette_pictures(tmp_path):
    profile = swapped_profile()
    alpha = PIL.Image.fromarray(np.dstack([FEW, np.full((3, 2), 90, np.uint8)]))
    for picture in (alpha, PIL.Image.fromarray(FEW).quantize(6)):
        loaded = load(saved(tmp_path, picture, icc_profile=profile))
        assert abs(loaded.pixels.astype(int) - FEW[..., [1, 0, 2]]).max() <= 2


def test_an_srgb_profile_changes_nothing(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    loaded = load(saved(tmp_path, PIL.Image.fromarray(pixels), icc_profile=profile))
    np.testing.assert_array_equal(loaded.pixels, pixels)


def test_a_gray_picture_with_an_rgb_profile_stays_gray(tmp_path):
    gray = np.arange(0, 256, 15, dtype=np.uint8)[None]
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    loaded = load(saved(tmp_path, PIL.Image.fromarray(gray), icc_profile=profile))
    assert abs(loaded.pixels.astype(int) - gray[..., None]).max() <= 1


@pytest.mark.parametrize(
    ("profile", "notice"),
    [
        (b"no profile at all", "unreadable ICC profile ignored"),
        (
            ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
            "ICC profile of class abst ignored",
        ),
        (bytes(5 << 20), "ICC profile larger than 4 MB ignored"),
    ],
)
def test_an_unusable_profile_is_ignored_and_reported(tmp_path, profile, notice):
    loaded = load(saved(tmp_path, PIL.Image.fromarray(FEW), "a.tif", icc_profile=profile))
    np.testing.assert_array_equal(loaded.pixels, FEW)
    assert len(loaded.notices) == 1
    assert str(loaded.notices[0]).startswith(notice)


def test_cmyk(tmp_path):
    inks = PIL.Image.fromarray(np.array([[[0, 0, 0, 0], [0, 255, 255, 0], [0, 0, 0, 255]]], np.uint8), "CMYK")
    loaded = load(saved(tmp_path, inks, "a.tif"))
    np.testing.assert_array_equal(loaded.pixels[0], [[255, 255, 255], [255, 0, 0], [0, 0, 0]])


def test_lab(tmp_path):
    lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    picture = ImageCms.applyTransform(PIL.Image.fromarray(FEW), lab)
    assert abs(load(saved(tmp_path, picture, "a.tif")).pixels.astype(int) - FEW).max() <= 12


def test_palette_with_transparency(tmp_path):
    picture = PIL.Image.fromarray(np.array([[0, 1, 2]], np.uint8), "P")
    picture.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255])
    loaded = load(saved(tmp_path, picture, transparency=bytes([255, 128, 0])))
    np.testing.assert_array_equal(loaded.alpha, [[255, 128, 0]])
    np.testing.assert_array_equal(loaded.pixels[0, :2], [[255, 0, 0], [0, 255, 0]])


def test_gray_with_alpha(tmp_path):
    picture = PIL.Image.fromarray(np.array([[[10, 255], [200, 100]]], np.uint8), "LA")
    loaded = load(saved(tmp_path, picture))
    np.testing.assert_array_equal(loaded.alpha, [[255, 100]])
    np.testing.assert_array_equal(loaded.pixels, [[[10] * 3, [200] * 3]])


def test_one_transparent_colour(tmp_path):
    loaded = load(saved(tmp_path, PIL.Image.fromarray(FEW), transparency=(255, 255, 255)))
    np.testing.assert_array_equal(loaded.alpha, [[255, 255], [255, 255], [255, 0]])


def test_opaque_alpha_becomes_none(tmp_path):
    opaque = np.dstack([FEW, np.full((3, 2), 255, np.uint8)])
    assert load(saved(tmp_path, PIL.Image.fromarray(opaque))).alpha is None
    assert from_array(opaque, "pasted").alpha is None


@pytest.mark.parametrize(("height", "width"), [(64, 64), (37, 53), (1, 9)])
def test_invisible_pixels_take_the_colour_around_them(height, width):
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[height // 2, width // 3] = (200, 100, 50, 255)
    pixels[height // 2, width // 3 + 1] = (200, 100, 50, 1)
    picture = from_array(pixels, "dot")
    assert abs(picture.pixels.astype(int) - (200, 100, 50)).max() <= 4
    np.testing.assert_array_equal(picture.alpha, pixels[..., 3])
    np.testing.assert_array_equal(picture.pixels[height // 2, width // 3], (200, 100, 50))


def test_visible_pixels_stay_and_invisible_ones_take_the_nearest_colour():
    pixels = np.zeros((8, 64, 4), np.uint8)
    pixels[:, :8], pixels[:, 56:] = (255, 0, 0, 255), (0, 0, 255, 40)
    picture = from_array(pixels, "two")
    visible = pixels[..., 3] > 0
    np.testing.assert_array_equal(picture.pixels[visible], pixels[visible, :3])
    assert picture.pixels[4, 10, 0] - 140.0 > picture.pixels[4, 10, 2]
    assert picture.pixels[4, 53, 2] - 140.0 > picture.pixels[4, 53, 0]


def test_an_invisible_picture():
    assert from_array(np.zeros((5, 4, 4), np.uint8), "nothing").pixels.shape == (5, 4, 3)


@pytest.mark.parametrize(
    "pixels", [np.zeros((4, 4, 3)), np.zeros((4, 4), np.uint8), np.zeros((0, 4, 3), np.uint8)]
)
def test_other_arrays_are_refused(pixels):
    with pytest.raises(ValueError, match="no picture"):
        from_array(pixels, "x")


def test_float_gray(tmp_path):
    unit = np.array([[0, 0.5, 1]], np.float32)
    loaded = load(saved(tmp_path, PIL.Image.fromarray(unit), "a.tif"))
    np.testing.assert_array_equal(loaded.pixels[0, :, 0], [0, 32768, 65535])
    assert loaded.notices == ()
    loaded = load(saved(tmp_path, PIL.Image.fromarray(unit * 2000 - 500), "a.tif"))
    np.testing.assert_array_equal(loaded.pixels[0, :, 0], [0, 32768, 65535])
    (notice,) = loaded.notices
    assert str(notice) == "values from -500 to 1500 scaled to black and white"
    loaded = load(saved(tmp_path, PIL.Image.fromarray(np.array([[np.nan, np.inf, 1]], np.float32)), "a.tif"))
    np.testing.assert_array_equal(loaded.alpha[0], [0, 0, 65535])
    (notice,) = loaded.notices
    assert str(notice) == "pixels without a value are transparent"


def test_one_bit(tmp_path):
    bits = PIL.Image.fromarray(np.array([[0, 255, 0]], np.uint8)).convert("1")
    for name in ("a.png", "a.tif", "a.pbm"):
        np.testing.assert_array_equal(load(saved(tmp_path, bits, name)).pixels[0, :, 2], [0, 255, 0])


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png", "a.tif"])
def test_the_first_of_several_frames(tmp_path, name):
    frames = [PIL.Image.new("RGB", (6, 4), colour) for colour in ((255, 0, 0), (0, 0, 255))]
    loaded = load(saved(tmp_path, frames[0], name, save_all=True, append_images=frames[1:]))
    assert abs(loaded.pixels.astype(int) - (255, 0, 0)).max() <= 4
    (notice,) = loaded.notices
    assert str(notice) == ("first of 2 pages" if name == "a.tif" else "first frame of an animation of 2")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.bmp", "a.gif", "a.ppm", "a.avif"])
def test_a_truncated_file_is_refused_by_name(tmp_path, name):
    pixels = np.random.default_rng(2).integers(0, 256, (40, 40, 3), np.uint8)
    path = saved(tmp_path, PIL.Image.fromarray(pixels), name)
    assert load(path).pixels.shape == (40, 40, 3)
    whole = path.read_bytes()
    shown_in_part = name[2:] in ("png", "jpg", "webp", "bmp", "gif")
    for kept in (40, 9) if shown_in_part else (len(whole) // 2, 40, 9):
        path.write_bytes(whole[:kept])
        with pytest.raises(ImageError, match=f"{name}: .*; .*") as raised:
            load(path)
        assert "\n" not in str(raised.value)


def test_a_declared_gigapixel_is_refused_before_decoding(tmp_path):
    path = tmp_path / "bomb.png"
    path.write_bytes(png(60_000, 60_000, 8, 2, bytes(1000)))
    with pytest.raises(ImageError, match=r"60000 x 60000 px, more than 268 megapixels; downscale"):
        load(path)


def test_pillows_own_size_warning_is_off(tmp_path):
    path = tmp_path / "large.png"
    path.write_bytes(png(12_000, 8_000, 8, 0, b"too few"))
    with pytest.raises(ImageError, match="incomplete") as raised:
        load(path)
    assert "bomb" not in str(raised.value)


def test_running_out_of_memory_is_an_image_error(tmp_path, monkeypatch):
    path = saved(tmp_path, PIL.Image.fromarray(FEW))
    monkeypatch.setattr(rasters, "srgb_converter", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(ImageError, match="does not fit into memory; close"):
        load(path)


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(ImageError, match=r"gone\.png: there is no such file; check"):
        load(tmp_path / "gone.png")
    with pytest.raises(ImageError, match="is a folder; open"):
        load(tmp_path)
    with pytest.raises(ImageError, match="too long"):
        load(tmp_path / ("x" * 300))


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(ImageError, match="not a file"):
        load(tmp_path / "pipe.png")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission(tmp_path):
    path = saved(tmp_path, PIL.Image.fromarray(FEW))
    path.chmod(0)
    with pytest.raises(ImageError, match="cannot be read: permission denied"):
        load(path)


def test_many_threads_load_at_once(tmp_path):
    pixels = np.random.default_rng(3).integers(0, 256, (200, 200, 3), np.uint8)
    path = saved(tmp_path, PIL.Image.fromarray(pixels), icc_profile=swapped_profile())
    expected, loaded = load(path).pixels, []
    threads = [threading.Thread(target=lambda: loaded.append(load(path).pixels)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loaded) == 8
    for one in loaded:
        np.testing.assert_array_equal(one, expected)


def test_a_size_is_read_without_decoding(tmp_path):
    path = tmp_path / "a.png"
    PIL.Image.new("RGB", (70, 50)).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])  # keeps the head and cuts off pixels
    assert loading.size(path) == (70, 50)
    with pytest.raises(ImageError, match="no such file"):
        loading.size(tmp_path / "none.png")
