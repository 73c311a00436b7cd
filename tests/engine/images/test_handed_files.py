"""The small files of ../shared/inputs that are no TIFFs, as its README says (test_tiff.py has the TIFFs)."""

import io
import struct
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms

from engine.images.loading import load
from tests.engine.images.drawn.case import plain, shown_light

INPUTS = Path(__file__).parents[4] / "shared" / "inputs"
pytestmark = pytest.mark.skipif(not INPUTS.is_dir(), reason="no folder shared/inputs beside the project")

BT2020_TO_SRGB = np.array(
    [[1.660491, -0.587641, -0.072850], [-0.124550, 1.132900, -0.008349], [-0.018151, -0.100579, 1.118730]]
)
"""Linear light of BT.2020 in that of sRGB (ITU-R BT.2087)."""


def opened(name):
    image = load(INPUTS / name)
    return image, " | ".join(map(str, image.notices))


def difference(image, right):
    return np.abs(image.eight_bits.astype(int) - right).max()


@pytest.mark.parametrize(
    ("name", "tolerance", "notice"),
    [
        ("gama1.png", 7, ""),  # dark samples of 8 bits are coarse in linear light
        ("gama1_16.png", 1, ""),
        ("crc_text.png", 0, ""),
        ("crc_phys.png", 0, ""),
        ("bigicc.png", 0, "profile"),
        ("rgba32_alpha0_v4.bmp", 0, ""),
    ],
)
def test_files_with_the_plain_picture(name, tolerance, notice):
    image, said = opened(name)
    assert image.alpha is None
    assert difference(image, plain()) <= tolerance
    assert notice in said and (notice or not said)


def test_a_jpeg_of_12_bits():
    image, said = opened("jpeg12.jpg")
    assert image.bits == 16 and not said
    # its colours are stored at half the resolution, which the borders of the squares show
    assert np.abs(image.eight_bits.astype(int) - plain()).mean() <= 3


def test_colours_told_by_a_png():
    assert np.abs(opened("cicp_p3.png")[0].eight_bits[12, 12].astype(int) - (240, 0, 21)).max() <= 1
    # the file's curve is a power of 2.2; two of 255 values are what the rounding of dark samples makes of it
    light = (plain() / 255) ** 2.2 @ BT2020_TO_SRGB.T
    assert difference(opened("chrm2020.png")[0], np.rint(shown_light(light) / 257)) <= 1


def test_a_hole_in_gray_of_16_bits():
    alpha = opened("gray16_trns.png")[0].alpha
    hole = np.zeros((48, 64), bool)
    hole[8:40, 8:40] = True
    assert (alpha == np.where(hole, 0, 65535)).all()


def test_the_profile_of_a_bitmap_is_applied():
    with PIL.Image.open(INPUTS / "v5icc.bmp") as file:
        stored = file.convert("RGB")
    data = (INPUTS / "v5icc.bmp").read_bytes()
    offset, size = struct.unpack_from("<II", data, 14 + 112)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(data[14 + offset : 14 + offset + size]))
    right = ImageCms.profileToProfile(stored, profile, ImageCms.createProfile("sRGB"))
    image = opened("v5icc.bmp")[0]
    assert difference(image, np.asarray(right).astype(int)) <= 1
    assert difference(image, plain()[..., [1, 0, 2]]) <= 10


@pytest.mark.parametrize(
    ("name", "notice"),
    [("noeoi.jpg", "ends early"), ("noeoi_prog.jpg", "ends early"), ("cut70.jpg", "incomplete")],
)
def test_jpegs_that_end_early_are_shown_as_far_as_they_go(name, notice):
    image, said = opened(name)
    assert image.pixels.shape == (240, 320, 3)
    assert image.pixels[:60].std() > 10
    assert notice in said


@pytest.mark.parametrize("name", ["anim.gif", "anim.png", "anim.webp"])
def test_animations_say_so(name):
    assert "animation of 4" in opened(name)[1]


def test_the_main_picture_of_a_heic():
    pytest.importorskip("pillow_heif")
    image, said = opened("multi_primary3.heic")
    assert image.pixels.shape == (64, 96, 3)
    assert "animation" not in said
    assert (image.pixels.argmax(2) == 2).all()
