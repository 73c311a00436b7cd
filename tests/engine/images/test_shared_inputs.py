"""The PNG, JPEG and BMP files of ../shared/inputs are shown as its README says. test_png_reading, test_bmp,
test_damaged_files and test_colours_of_formats draw such files themselves."""

from pathlib import Path

import numpy as np
import pytest

from engine.images.loading import load
from tests.engine.images import colour_arithmetic as judge

INPUTS = Path(__file__).resolve().parents[4] / "shared" / "inputs"
pytestmark = pytest.mark.skipif(not INPUTS.is_dir(), reason="there is no ../shared/inputs")


def plain():
    """Returns the picture that most of the files hold."""
    y, x = np.mgrid[:48, :64]
    pixels = np.stack([x * 255 // 63, y * 255 // 47, np.full_like(x, 96)], axis=-1)
    for (left, top), colour in (
        ((8, 8), (220, 40, 40)),
        ((28, 8), (40, 200, 60)),
        ((8, 28), (128, 128, 128)),
    ):
        pixels[top : top + 12, left : left + 12] = colour
    return pixels


def loaded(name):
    image = load(INPUTS / name)
    return image, image.eight_bits.astype(int), list(map(str, image.notices))


@pytest.mark.parametrize(
    "name",
    ["gama1_16.png", "crc_text.png", "crc_phys.png", "bigicc.png", "workflow.png", "rgba32_alpha0_v4.bmp"],
)
def test_files_of_the_plain_picture(name):
    image, pixels, _ = loaded(name)
    assert abs(pixels - plain()).max() <= 1 and image.alpha is None


def test_linear_samples_of_8_bits_are_as_exact_as_they_can_be():
    _, pixels, _ = loaded("gama1.png")
    stored = np.rint(255 * judge.srgb_light(plain() / 255))
    assert abs(pixels - 255 * judge.srgb_signal(stored / 255)).max() <= 1


def test_primaries_of_bt2020():
    _, pixels, _ = loaded("chrm2020.png")
    assert abs(pixels - 255 * judge.converted((plain() / 255) ** 2.2, judge.BT2020)).max() <= 1


def test_display_p3():
    _, pixels, _ = loaded("cicp_p3.png")
    assert abs(pixels[14, 14] - (240, 0, 21)).max() <= 1
    assert abs(pixels - 255 * judge.converted(judge.srgb_light(plain() / 255), judge.DISPLAY_P3)).max() <= 1


def test_the_transparent_square():
    image, _, _ = loaded("gray16_trns.png")
    hole = np.zeros((48, 64), bool)
    hole[8:40, 8:40] = True
    np.testing.assert_array_equal(image.alpha == 0, hole)


def test_the_profile_of_a_bmp():
    _, pixels, _ = loaded("v5icc.bmp")
    expected = judge.srgb_signal((plain() / 255) ** 2.2)[..., [1, 0, 2]]  # the profile's curve is an exponent
    assert abs(pixels - 255 * expected).max() <= 1


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("bigicc.png", "ICC profile larger than 4 MB ignored"),
        ("workflow.png", "text larger than 1 MB in the file ignored"),
        ("noeoi.jpg", "the file ends early, but no part of the picture is missing"),
        ("noeoi_prog.jpg", "the file ends early: fine details of the picture may be missing"),
        ("cut70.jpg", "the file is damaged or incomplete: 32.5 % of the picture is missing and shown gray"),
    ],
)
def test_what_is_said(name, notice):
    assert loaded(name)[2] == [notice]


def test_what_is_there_of_a_truncated_jpeg_is_shown():
    _, pixels, _ = loaded("cut70.jpg")
    _, whole, _ = loaded("noeoi.jpg")
    np.testing.assert_array_equal(pixels[:143], whole[:143])
    assert (pixels[-16:] == 128).all()
