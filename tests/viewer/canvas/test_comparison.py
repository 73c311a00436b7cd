"""What is on the screen, as a value."""

from dataclasses import replace

import pytest

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
    "seen, wanted",
    [
        (Comparison(), ()),
        (Comparison(key_held=True), ("bicubic",)),
        (Comparison(mode=Mode.WIPE, reference="pixels"), ("pixels",)),
        (Comparison(mode=Mode.DIFFERENCE, reference="bicubic", blending=True), ("bicubic",)),
        (Comparison(blending=True), ("bicubic",)),
        (Comparison(mode=Mode.SIDE_BY_SIDE, extra_references=("lanczos", "bicubic")), ("bicubic", "lanczos")),
    ],
)
def test_only_what_is_seen_is_asked_of_the_engine_and_once(seen, wanted):
    assert seen.references == wanted


def test_what_is_held_is_the_other_one():
    assert Comparison(key_held=True).flipped and Comparison(mode=Mode.FLIP).flipped
    assert not Comparison(mode=Mode.FLIP, key_held=True).flipped and not Comparison().flipped


def test_a_model_is_not_compared_with_itself():
    assert available_references(("bicubic", "edsr", "live"), "live") == (*CLASSICAL, "edsr")
    assert available_references(("bicubic", "live"), "bicubic") == ("pixels", "bilinear", "lanczos", "live")


def test_gains_end_where_they_end():
    assert [next_gain(gain, 1) for gain in GAINS] == [2, 4, 8, 16, 32, 64, 64]
    assert [next_gain(gain, -1) for gain in GAINS] == [1, 1, 2, 4, 8, 16, 32]


def test_panes_become_more_each_with_something_else_and_two_again():
    seen, shown = Comparison(), []
    for _ in range(4):
        seen = with_another_pane(seen, NAMES)
        shown.append(seen.pane_names)
    assert shown == [
        ("bicubic", MODEL),
        ("bicubic", "pixels", MODEL),
        ("bicubic", "pixels", "bilinear", MODEL),
        ("bicubic", MODEL),
    ]


def test_each_pane_has_its_own_reference():
    seen = Comparison(mode=Mode.SIDE_BY_SIDE, extra_references=("pixels", "bilinear"))
    assert with_reference(seen, "edsr", 0).pane_names == ("edsr", "pixels", "bilinear", MODEL)
    assert with_reference(seen, "edsr", 1).pane_names == ("bicubic", "edsr", "bilinear", MODEL)
    assert with_reference(seen, "edsr", 2).pane_names == ("bicubic", "pixels", "edsr", MODEL)
    assert with_reference(replace(seen, mode=Mode.WIPE), "edsr", 0).reference == "edsr"


def test_what_is_gone_is_replaced_everywhere():
    seen = Comparison(mode=Mode.SIDE_BY_SIDE, reference="edsr", extra_references=("edsr", "pixels"))
    assert with_available(seen, CLASSICAL).pane_names == ("bicubic", "bicubic", "pixels", MODEL)
    assert with_available(Comparison(), ("pixels", "bilinear")).reference == "pixels"


def texts(seen, **more):
    return [each.text for each in captions(seen, "live", **({"identical": False, "pending": False} | more))]


def test_the_labels_say_what_is_where():
    wipe = Comparison(mode=Mode.WIPE)
    assert texts(Comparison()) == []
    assert texts(wipe) == ["Bicubic", "Live"]
    assert [each.right for each in captions(wipe, "live", False, False)] == [False, True]
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


def test_the_labels_say_where_there_is_nothing_to_be_compared_and_what_is_on_its_way():
    assert texts(Comparison(mode=Mode.FLIP), identical=True) == ["Bicubic (same up to 100 %)"]
    assert "are the same" in texts(Comparison(mode=Mode.DIFFERENCE), identical=True)[0]
    assert texts(Comparison(mode=Mode.FLIP), pending=True) == ["Bicubic, refining…"]
    assert texts(Comparison(mode=Mode.DIFFERENCE), pending=True) == ["Live − Bicubic, ×8, refining…"]
