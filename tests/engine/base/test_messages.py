"""What is said is a value: it reads as English, travels as JSON, and every place in it has its value."""

import ast
import json
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base import errors, messages
from engine.base.errors import UnpixelError
from engine.base.messages import PLACE, Message, from_plain, message

ROOT = Path(__file__).resolve().parents[3]
CALLS = [
    (f"{path.relative_to(ROOT)}:{node.lineno}", node)
    for house in ("engine", "trainer")
    for path in sorted((ROOT / house).rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Call)
    and isinstance(node.func, ast.Name)
    and node.func.id in ("message", "Message")
]
"""Where something is said."""

values = st.text() | st.integers() | st.floats(allow_nan=False)
sentences = st.recursive(
    st.builds(Message, st.text(min_size=1), st.dictionaries(st.text(), values)),
    lambda inner: st.builds(Message, st.text(min_size=1), st.dictionaries(st.text(), values | inner)),
    max_leaves=5,
)


@pytest.mark.parametrize(("place", "node"), CALLS, ids=[place for place, _ in CALLS])
def test_every_place_has_its_value(place, node):
    text = node.args[0]
    if isinstance(text, ast.Constant):
        places = {found[1] for found in PLACE.finditer(text.value)}
        assert not re.search(r"[{}]", PLACE.sub("", text.value)), "a place that is not understood"
        if node.func.id == "message":
            assert places == {keyword.arg for keyword in node.keywords}
        else:
            assert not re.search(r"\w", PLACE.sub("", text.value)), (
                "text with words goes through message(), so that it is translated"
            )


def test_every_kind_of_error_is_raised_with_sentences():
    for kind in UnpixelError.__subclasses__():
        error = kind(
            Path("a\nb.png"), message("is {size:,} px", size=12345), message("give {other}", other="c.png")
        )
        assert str(error) == str(error.message) == "a b.png: is 12,345 px; give c.png"
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is kind and again.message == error.message and str(again) == str(error)


def test_values_are_written_as_their_places_say():
    said = message(
        "{a:.1f} {b:,} {c:.1%} {d:g} {e} {f}", a=1.25, b=1234, c=0.5, d=3.0, e=Path("x\ny"), f=(1, 2)
    )
    assert str(said) == "1.2 1,234 50.0% 3 x y (1, 2)"


def test_one_error_within_another_is_said_whole():
    inner = errors.line("b.png", message("is damaged ({why})", why="{why}"), message("try again"))
    told = str(message("none of them ({first})", first=inner))
    assert told == "none of them (b.png: is damaged ({why}); try again)"


def test_a_sentence_is_looked_up_before_it_is_filled_and_so_are_those_in_it():
    german = {"is {what}": "ist {what}", "a table": "eine Tabelle"}
    said = message("is {what}", what=message("a table"))
    assert said.filled(lambda text: german[text], format) == "ist eine Tabelle"


@given(sentences)
def test_json_brings_back_what_was_said(said):
    again = from_plain(json.loads(json.dumps(said.plain())))
    assert again is not None and str(again) == str(said)


@pytest.mark.parametrize("plain", [None, "", 3, [], {}, {"text": 1, "values": {}}, {"text": "a"}])
def test_what_is_no_sentence_is_none(plain):
    assert messages.from_plain(plain) is None


@pytest.mark.parametrize(
    "plain",
    [
        "a {place} that nobody fills",
        {"text": "{a", "values": {"a": 1}},
        {"text": "{a:.9f} {a!r} {a.b} {}", "values": {"a": None}},
        {"text": "{a}", "values": {"a": {"text": 1}}},
        {"text": "{a:,}", "values": {"a": ["no", "number"]}},
    ],
)
def test_what_somebody_else_wrote_is_said_all_the_same(plain):
    assert str(from_plain(plain))
