"""Scores by kind of picture: read from cards, which are untrusted, and shown as bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.checkpoints import library
from trainer.evaluation import kinds
from trainer.evaluation.validation import SCALES
from viewer.models import card_scores
from viewer.models.score_bars import STEPS, ScoreBars


def rows(model, **gains):
    """What `evaluate --kinds` measured: a base of 20 dB and each kind's gain."""
    return [
        {"model": model, "kind": kind.replace("_", " "), "psnr": {str(s): 20.0 + gain + s for s in SCALES}}
        for kind, gain in gains.items()
    ]


def card(**gains):
    """A card with the table that the command prints."""
    flat = dict.fromkeys(gains, 0.0)
    table = kinds.text([*rows("mine", **gains), *rows("bicubic", **flat)])
    return f"# mine\n\nText.\n\n## Scores by kind\n\n{table}\n\n| | ×2 |\n|---|---|\n| Set5, mine | 37.60 |\n"


def test_gains_are_those_of_the_commands_table():
    found = card_scores.gains(card(photo=2.5, drawn=-0.25, JPEG_photo=0.5))
    assert found == {
        kind: pytest.approx(gain) for kind, gain in zip(card_scores.KINDS, (2.5, -0.25, 0.5), strict=True)
    }
    assert set(card_scores.KINDS) <= set(kinds.KINDS)


def test_a_kind_without_a_baseline_has_no_score():
    lines = [line for line in card(photo=2.5, drawn=1.0).splitlines() if line[:16] != "| drawn, bicubic"]
    assert [*card_scores.gains("\n".join(lines))] == ["photo"]


@pytest.mark.all_cases
@pytest.mark.parametrize("name", ["live", "live-edsr", "live-photo"])
def test_the_cards_of_the_shipped_models_have_every_kind(name):
    found = card_scores.gains(library.card(name))
    assert [*found] == [*card_scores.KINDS] and min(found.values()) > 0


def test_the_best_model_of_a_kind_has_the_largest_gain():
    cards = {"one": card(photo=2.5, drawn=1.0), "other": card(photo=2.0, drawn=1.5), "none": "# none"}
    assert [card_scores.best_model(cards, kind) for kind in card_scores.KINDS] == ["one", "other", None]


@given(st.text(alphabet="| photo,bicubic0123456789.\n-", max_size=300))
def test_any_text_is_a_card(text):
    assert all(isinstance(gain, float) for gain in card_scores.gains(text).values())


def test_a_full_bar_is_the_best_model(qtbot):
    bars = ScoreBars()
    qtbot.addWidget(bars)
    bars.show_gains({"photo": 1.0, "drawn": -0.5}, {"photo": 2.0, "drawn": 3.0, "JPEG photo": 1.0})
    assert [bar.value() for bar in bars.bars.values()] == [STEPS // 2, 0, 0]
    assert [label.text() for label in bars.values.values()] == [
        "+1.00 dB over bicubic",
        "−0.50 dB over bicubic",
        "not measured",
    ]
    assert bars.bars["photo"].accessibleName() == "Photos: +1.00 dB over bicubic"
    assert not bars.isHidden()
    bars.show_gains({}, {"photo": 2.0})
    assert bars.isHidden()
