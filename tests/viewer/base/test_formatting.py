"""Numbers formatted for people: scales, sizes, durations."""

from fractions import Fraction

import pytest

from viewer.base import formatting


@pytest.mark.parametrize(
    ("scale", "text"),
    [
        (0.42, "42 %"),
        (0.0123, "1.23 %"),
        (1.0, "100 %"),
        (3.7, "×3.70"),
        (37.04, "×37.0"),
        (999.4, "×999"),
        (1234.5, "×1,234"),
        (2.5e9, "×2.5·10⁹"),
        (1e12, "×1.0·10¹²"),
    ],
)
def test_zoom(scale, text):
    assert formatting.zoom(scale) == text


def test_the_badge_names_the_trained_scale_only_beyond_it():
    assert formatting.badge(37.0, 4) == "×37.0, trained to ×4"
    assert formatting.badge(3.0, 4) == "×3.00"
    assert formatting.badge(37.0, 0) == "×37.0"


@pytest.mark.parametrize(
    ("sides", "text"),
    [
        ((64, 48), "4:3"),
        ((1920, 1080), "16:9"),
        ((Fraction(3, 2), 1), "3:2"),
        ((185, 100), "1.85:1"),
        ((1, 200), "1:200.00"),
    ],
)
def test_the_ratio_of_its_sides(sides, text):
    assert formatting.ratio(*map(Fraction, sides)) == text


def test_amounts():
    assert formatting.amount(840_000) == "840 kB"
    assert formatting.amount(12_300_000) == "12 MB"
    assert formatting.amount(3.14e9) == "3.1 GB"
    assert formatting.megapixels(24_000_000) == "24 MP"
    assert formatting.megapixels(307_200) == "0.31 MP"
    assert formatting.size(1234, 56) == "1\u202f234 × 56"


def test_spans():
    assert formatting.span(0.2) == "1 s"
    assert formatting.span(200) == "3 min"
    assert formatting.span(7500) == "2 h 5 min"
    assert formatting.milliseconds(14.2) == "14 ms"
    assert formatting.milliseconds(2310) == "2.3 s"


def test_factors():
    assert [formatting.factor(2 ** (k / 2)) for k in (-4, -1, 0, 1, 4)] == [
        "×1/4",
        "×0.707",
        "×1",
        "×1.41",
        "×4",
    ]
