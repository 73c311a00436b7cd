"""Which of a file's colour signals is believed, and that it is converted as the definitions say."""

import numpy as np
import pytest
from PIL import ImageCms

from engine.images.cicp import Coding
from engine.images.colour import deep_srgb_converter
from engine.images.colour_signals import ColourSignals, ColourSpace, decide
from engine.images.rgb_profile import Primaries
from tests.engine.image_files import swapped_profile
from tests.engine.images import colour_arithmetic as judge

P3, SRGB_CODES, UNKNOWN, UNSPECIFIED = Coding(12, 13), Coding(1, 13), Coding(77, 13), Coding(2, 2)
LINEAR = {"curve": 1.0}
SWAPPED = swapped_profile()
COLOURS = np.stack(np.meshgrid(*[np.linspace(0, 1, 9)] * 3), axis=-1).reshape(1, -1, 3)


def changed(profile, at, value):
    return profile[:at] + value + profile[at + len(value) :]


def lab_profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def shown(signals, mode="RGB", colours=COLOURS):
    """Converts colours in [0, 1] as `load` would."""
    space = decide(signals, mode, [])
    samples = np.rint(colours * 65535).astype(np.uint16)
    return deep_srgb_converter(samples.shape[2], space.profile)(samples) / 65535


@pytest.mark.parametrize(
    ("signals", "space", "light"),
    [
        ({"coding": P3}, judge.DISPLAY_P3, judge.srgb_light),
        ({"coding": Coding(9, 1)}, judge.BT2020, judge.srgb_light),
        ({"coding": Coding(9, 8)}, judge.BT2020, lambda v: v),
        ({"coding": Coding(1, 4)}, judge.SRGB, lambda v: v**2.2),
        ({"later_coding": P3}, judge.DISPLAY_P3, judge.srgb_light),
        (LINEAR, judge.SRGB, lambda v: v),
        ({"curve": 1.8}, judge.SRGB, lambda v: v**1.8),
        ({"primaries": Primaries(*judge.BT2020)}, judge.BT2020, judge.srgb_light),
        ({"primaries": Primaries(*judge.BT2020), "curve": 2.2}, judge.BT2020, lambda v: v**2.2),
        ({"primaries": Primaries(*judge.PROPHOTO), "curve": 1.8}, judge.PROPHOTO, lambda v: v**1.8),
        ({"adobe_rgb": True}, judge.ADOBE_RGB, lambda v: v ** (563 / 256)),
        (
            {"curve": np.linspace(0, 1, 256)[None] ** np.array([[1.0], [2.0], [3.0]])},
            judge.SRGB,
            lambda v: v ** (1, 2, 3),
        ),
    ],
)
def test_a_signal_is_converted_as_the_definitions_say(signals, space, light):
    expected = judge.converted(light(COLOURS), space)
    assert abs(shown(ColourSignals(**signals)) - expected).max() <= 0.2 / 255


@pytest.mark.parametrize("exponent", [1.0, 1.8, 2.5])
def test_gray_follows_the_curve(exponent):
    gray = np.linspace(0, 1, 200)[None, :, None]
    expected = judge.srgb_signal(gray**exponent)
    result = shown(ColourSignals(curve=exponent, primaries=Primaries(*judge.BT2020)), "L", gray)
    assert abs(result - expected).max() <= 0.2 / 255


def test_the_order_of_the_signals():
    """Each signal hides those after it. All name different colours."""
    order = [
        {"coding": P3},
        {"icc": SWAPPED},
        {"later_coding": Coding(9, 8)},
        {"srgb": True},
        {"primaries": Primaries(*judge.PROPHOTO), "curve": 1.8},
        {"adobe_rgb": True},
    ]
    for first in range(len(order)):
        together = {name: value for signal in order[first:] for name, value in signal.items()}
        assert decide(ColourSignals(**together), "RGB", []) == decide(
            ColourSignals(**order[first]), "RGB", []
        )
    alone = [decide(ColourSignals(**signal), "RGB", []).profile for signal in order]
    assert len(set(alone)) == len(order)


@pytest.mark.parametrize(
    ("icc", "notice"),
    [
        (b"no profile at all", "unreadable ICC profile ignored"),
        (bytes(5 << 20), "ICC profile larger than 4 MB ignored"),
        (lab_profile(), "ICC profile of class abst ignored"),
        (changed(SWAPPED, 12, b"link"), "ICC profile of class link ignored"),
        (changed(SWAPPED, 16, b"CMYK"), "CMYK ICC profile ignored in a picture of mode RGB"),
        (changed(SWAPPED, 128, bytes(4)), "invalid ICC profile ignored"),
    ],
)
def test_a_profile_that_cannot_be_used_is_reported_and_the_next_signal_is_used(icc, notice):
    notices = []
    assert decide(ColourSignals(icc=icc, curve=1.0), "RGB", notices) == decide(
        ColourSignals(curve=1.0), "RGB", []
    )
    (text,) = map(str, notices)
    assert text.startswith(notice)


def test_code_numbers_that_are_unknown_or_say_nothing_are_passed_over():
    notices = []
    assert decide(ColourSignals(coding=UNKNOWN, icc=SWAPPED), "RGB", notices).profile == SWAPPED
    assert list(map(str, notices)) == ["unknown colour codes (77, 13) ignored"]
    assert decide(ColourSignals(coding=UNSPECIFIED, icc=SWAPPED), "RGB", notices).profile == SWAPPED
    assert len(notices) == 1


@pytest.mark.parametrize(
    ("signals", "notice"),
    [
        ({"curve": 0.0}, "gamma of 0 ignored"),
        ({"curve": float("inf")}, "gamma of inf ignored"),
        (
            {"primaries": Primaries(judge.D65, *[(0.3, 0.3)] * 3)},
            "primary colours that span no colour space ignored",
        ),
        (
            {"primaries": Primaries((0.3, 0.0), *judge.SRGB[1:])},
            "primary colours that span no colour space ignored",
        ),
    ],
)
def test_numbers_that_are_no_colours_are_reported_and_ignored(signals, notice):
    notices = []
    assert decide(ColourSignals(**signals), "RGB", notices) == ColourSpace()
    assert list(map(str, notices)) == [notice]


def test_what_stands_for_srgb_is_not_converted():
    for signals in (
        {},
        {"coding": SRGB_CODES, "icc": SWAPPED},
        {"srgb": True, "curve": 1.0},
        {"curve": 1 / 0.45455},
        {"curve": 1 / 0.45455, "primaries": Primaries(*judge.SRGB)},
    ):
        assert decide(ColourSignals(**signals), "RGB", []).profile is None


def test_only_a_profile_describes_inks():
    everything = ColourSignals(coding=P3, later_coding=P3, curve=1.0, adobe_rgb=True)
    assert decide(everything, "CMYK", []) == decide(everything, "LAB", []) == ColourSpace()


def test_names():
    names = [
        (ColourSignals(coding=P3), "Display P3"),
        (ColourSignals(curve=1.0), "gamma 1"),
        (ColourSignals(primaries=Primaries(*judge.BT2020)), "calibrated"),
        (ColourSignals(primaries=Primaries(*judge.BT2020), curve=1.8), "gamma 1.8, calibrated"),
        (ColourSignals(adobe_rgb=True), "Adobe RGB (1998)"),
        (ColourSignals(), None),
    ]
    assert [decide(signals, "RGB", []).name for signals, _ in names] == [name for _, name in names]
