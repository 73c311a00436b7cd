"""Comparison values: references, panes, gains and labels."""

from dataclasses import replace

import pytest

from viewer.base.display_names import FILE
from viewer.canvas.comparison import (
    CLASSICAL,
    GAINS,
    MODEL,
    Comparison,
    Mode,
    available_references,
    next_gain,
    with_another_pane,
    with_available,
    with_reference,
)
from viewer.compare.captions import captions

NAMES = (*CLASSICAL, "edsr")


@pytest.mark.parametrize(
    "comparison, references",
    [
        (Comparison(), ()),
        (Comparison(key_held=True), ("bicubic",)),
        (Comparison(mode=Mode.WIPE, reference="pixels"), ("pixels",)),
        (Comparison(mode=Mode.DIFFERENCE, reference="bicubic", blending=True), ("bicubic",)),
        (Comparison(blending=True), ("bicubic",)),
        (Comparison(mode=Mode.SIDE_BY_SIDE, extra_references=("lanczos", "bicubic")), ("bicubic", "lanczos")),
    ],
)
def test_only_visible_references_are_requested_each_once(comparison, references):
    assert comparison.references == references


def test_holding_the_key_reverses_a_flip():
    assert Comparison(key_held=True).flipped and Comparison(mode=Mode.FLIP).flipped
    assert not Comparison(mode=Mode.FLIP, key_held=True).flipped and not Comparison().flipped


def test_a_model_is_not_compared_with_itself():
    assert available_references(("bicubic", "edsr", "live"), "live") == (*CLASSICAL, "edsr")
    assert available_references(("bicubic", "live"), "bicubic") == ("pixels", "bilinear", "lanczos", "live")


def test_gains_are_clamped_at_both_ends():
    assert [next_gain(gain, 1) for gain in GAINS] == [2, 4, 8, 16, 32, 64, 64]
    assert [next_gain(gain, -1) for gain in GAINS] == [1, 1, 2, 4, 8, 16, 32]


def test_each_added_pane_has_an_unused_reference_and_after_the_last_there_are_two_panes():
    comparison, panes = Comparison(), []
    for _ in range(4):
        comparison = with_another_pane(comparison, NAMES)
        panes.append(comparison.pane_names)
    assert panes == [
        ("bicubic", MODEL),
        ("bicubic", "pixels", MODEL),
        ("bicubic", "pixels", "bilinear", MODEL),
        ("bicubic", MODEL),
    ]


def test_each_pane_has_its_own_reference():
    comparison = Comparison(mode=Mode.SIDE_BY_SIDE, extra_references=("pixels", "bilinear"))
    assert with_reference(comparison, "edsr", 0).pane_names == ("edsr", "pixels", "bilinear", MODEL)
    assert with_reference(comparison, "edsr", 1).pane_names == ("bicubic", "edsr", "bilinear", MODEL)
    assert with_reference(comparison, "edsr", 2).pane_names == ("bicubic", "pixels", "edsr", MODEL)
    assert with_reference(replace(comparison, mode=Mode.WIPE), "edsr", 0).reference == "edsr"


def test_unavailable_references_are_replaced_in_every_pane():
    comparison = Comparison(mode=Mode.SIDE_BY_SIDE, reference="edsr", extra_references=("edsr", "pixels"))
    assert with_available(comparison, CLASSICAL).pane_names == ("bicubic", "bicubic", "pixels", MODEL)
    assert with_available(Comparison(), ("pixels", "bilinear")).reference == "pixels"


def texts(comparison, **more):
    return [
        caption.text
        for caption in captions(
            comparison, "live", "photo.png", **({"identical": False, "pending": False} | more)
        )
    ]


def test_the_labels_name_what_each_part_shows():
    wipe = Comparison(mode=Mode.WIPE)
    assert texts(Comparison()) == []
    assert texts(wipe) == ["Bicubic", "Live"]
    assert [each.right for each in captions(wipe, "live", "photo.png", False, False)] == [False, True]
    assert texts(replace(wipe, key_held=True)) == ["Bicubic"]
    assert texts(Comparison(mode=Mode.FLIP)) == ["Bicubic"]
    assert texts(Comparison(mode=Mode.FLIP, key_held=True)) == ["Live"]
    assert texts(Comparison(mode=Mode.SIDE_BY_SIDE, extra_references=("pixels",))) == [
        "Bicubic",
        "Pixels",
        "Live",
    ]
    assert texts(Comparison(mode=Mode.DIFFERENCE, gain=4)) == ["Live − Bicubic, ×4"]
    assert texts(replace(wipe, blending=True, fidelity=0.3)) == ["Bicubic", "30 % Live, 70 % bicubic"]


def test_beside_a_second_file_both_labels_name_their_pictures():
    wipe = Comparison(mode=Mode.WIPE, reference=FILE + "other.png")
    assert texts(wipe) == ["other.png", "photo.png"]
    assert texts(replace(wipe, mode=Mode.SIDE_BY_SIDE)) == ["other.png", "photo.png"]
    assert texts(replace(wipe, mode=Mode.FLIP, key_held=True)) == ["photo.png"]
    assert texts(replace(wipe, mode=Mode.DIFFERENCE, gain=4)) == ["photo.png − other.png, ×4"]
    assert texts(replace(wipe, blending=True, fidelity=0.3))[1] == "photo.png, 30 % Live, 70 % bicubic"


def test_the_labels_report_identical_pictures_and_incomplete_references():
    assert texts(Comparison(mode=Mode.FLIP), identical=True) == ["Bicubic (same up to 100 %)"]
    assert "are the same" in texts(Comparison(mode=Mode.DIFFERENCE), identical=True)[0]
    assert texts(Comparison(mode=Mode.FLIP), pending=True) == ["Bicubic, refining…"]
    assert texts(Comparison(mode=Mode.DIFFERENCE), pending=True) == ["Live − Bicubic, ×8, refining…"]
