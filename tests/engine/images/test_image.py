"""Loading of image files: orientation, colour, alpha, depth, and refusal of what is not allowed."""

import os
import struct
import threading
import zlib
from io import BytesIO

import numpy as np
import PIL.Image
import pytest
import tifffile
from PIL import ImageCms, ImageOps

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.images import image, image_file
from engine.images.image import from_array, load

FEW = np.array(
    [[[200, 30, 40], [20, 180, 60]], [[10, 60, 220], [240, 240, 10]], [[0, 0, 0], [255, 255, 255]]]
)
FEW = FEW.astype(np.uint8)


def saved(tmp_path, picture, name="picture.png", **options):
    path = tmp_path / name
    picture.save(path, **options)
    return path


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, kind, rows=b""):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def swapped_profile():
    """Returns sRGB with red and green primaries exchanged: every conversion must exchange the channels."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {profile[at : at + 4].decode(): at for at in range(132, 132 + 12 * profile[131], 12)}
    red, green = (slice(tags[name] + 4, tags[name] + 12) for name in ("rXYZ", "gXYZ"))
    profile[red], profile[green] = profile[green], profile[red]
    return bytes(profile)


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
            "ICC profile for Lab in a picture of RGB",
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
def test_a_truncated_file_of_sixteen_bits_is_refused(tmp_path, name):
    if name == "a.png":
        (tmp_path / name).write_bytes(deep_png(deep(40, 40)))
    else:
        tifffile.imwrite(tmp_path / name, deep(40, 40), photometric="rgb", compression="zlib")
    whole = (tmp_path / name).read_bytes()
    for kept in (len(whole) // 2, 40):
        (tmp_path / name).write_bytes(whole[:kept])
        with pytest.raises(ImageError, match=f"{name}: .*; .*"):
            load(tmp_path / name)


def test_the_size_limit_is_half_at_sixteen_bits(tmp_path):
    for channels, refused in ((2, False), (6, True)):
        path = tmp_path / "a.png"
        path.write_bytes(png(15_000, 10_000, 16 if refused else 8, channels, b"few"))
        with pytest.raises(ImageError, match="more than 134 megapixels" if refused else "cut short"):
            load(path)


def test_float_gray(tmp_path):
    unit = np.array([[0, 0.5, 1]], np.float32)
    loaded = load(saved(tmp_path, PIL.Image.fromarray(unit), "a.tif"))
    np.testing.assert_array_equal(loaded.pixels[0, :, 0], [0, 32768, 65535])
    assert loaded.notices == ()
    loaded = load(saved(tmp_path, PIL.Image.fromarray(unit * 2000 - 500), "a.tif"))
    np.testing.assert_array_equal(loaded.pixels[0, :, 0], [0, 32768, 65535])
    (notice,) = loaded.notices
    assert str(notice) == "values from -500 to 1500 stretched to black and white"
    loaded = load(saved(tmp_path, PIL.Image.fromarray(np.array([[np.nan, np.inf, 1]], np.float32)), "a.tif"))
    np.testing.assert_array_equal(loaded.pixels[0, :, 0], [0, 0, 65535])


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
    assert str(notice) == ("first page of several" if name == "a.tif" else "first frame of an animation")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.tif", "a.bmp", "a.gif", "a.ppm", "a.avif"])
def test_a_truncated_file_is_refused_by_name(tmp_path, name):
    pixels = np.random.default_rng(2).integers(0, 256, (40, 40, 3), np.uint8)
    path = saved(tmp_path, PIL.Image.fromarray(pixels), name)
    assert load(path).pixels.shape == (40, 40, 3)
    whole = path.read_bytes()
    for kept in (len(whole) // 2, 40, 9):
        path.write_bytes(whole[:kept])
        with pytest.raises(ImageError, match=f"{name}: .*; .*") as raised:
            load(path)
        assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"<svg/>"]
)
def test_a_file_that_is_no_picture_is_refused(tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(ImageError, match=r"a\.png: is not a picture.*; open one of PNG, JPEG"):
        load(tmp_path / "a.png")


def test_a_declared_gigapixel_is_refused_before_decoding(tmp_path):
    path = tmp_path / "bomb.png"
    path.write_bytes(png(60_000, 60_000, 8, 2, bytes(1000)))
    with pytest.raises(ImageError, match=r"60000 x 60000 px, more than 268 megapixels; reduce"):
        load(path)


def test_pillows_own_size_warning_is_off(tmp_path, monkeypatch):
    path = tmp_path / "large.png"
    path.write_bytes(png(12_000, 8_000, 8, 0, b"too few"))
    with pytest.raises(ImageError, match="cut short") as raised:
        load(path)
    assert "bomb" not in str(raised.value)
    monkeypatch.setattr(image_file, "MOST_PIXELS", 95_000_000)
    with pytest.raises(ImageError, match="more than 95 megapixels"):
        load(path)


def test_running_out_of_memory_is_an_image_error(tmp_path, monkeypatch):
    path = saved(tmp_path, PIL.Image.fromarray(FEW))
    monkeypatch.setattr(image, "to_srgb", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(ImageError, match="does not fit into memory; close"):
        load(path)


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(ImageError, match=r"gone\.png: there is no such file; check"):
        load(tmp_path / "gone.png")
    with pytest.raises(ImageError, match="is a folder or a device, not a file; open"):
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
    with pytest.raises(ImageError, match="may not be read"):
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


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.gif", "a.webp", "a.bmp"])
def test_a_damaged_file_is_a_picture_or_a_typed_error(tmp_path, name):
    buffer = BytesIO()
    pixels = np.random.default_rng(4).integers(0, 256, (24, 24, 3), np.uint8)
    PIL.Image.fromarray(pixels).save(buffer, PIL.Image.registered_extensions()[f".{name[2:]}"])
    whole, random = np.frombuffer(buffer.getvalue(), np.uint8), np.random.default_rng(5)
    for _ in range(40):
        damaged = whole.copy()
        damaged[random.integers(0, min(len(whole), 300), 4)] = random.integers(0, 256, 4)
        (tmp_path / name).write_bytes(damaged.tobytes())
        try:
            assert load(tmp_path / name).pixels.dtype == np.uint8
        except ImageError as error:
            assert name in str(error)


def test_a_size_is_read_without_decoding(tmp_path):
    path = tmp_path / "a.png"
    PIL.Image.new("RGB", (70, 50)).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])  # keeps the head and cuts off pixels
    assert image.size(path) == (70, 50)
    with pytest.raises(ImageError, match="no such file"):
        image.size(tmp_path / "none.png")
