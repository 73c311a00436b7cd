"""Messages: their English text, their JSON form, and a value for each placeholder in the source code."""

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
from engine.base.messages import PLACEHOLDER, Message, from_json, message

ROOT = Path(__file__).resolve().parents[3]
CALLS = [
    (f"{path.relative_to(ROOT)}:{node.lineno}", node)
    for package in ("engine", "trainer")
    for path in sorted((ROOT / package).rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Call)
    and isinstance(node.func, ast.Name)
    and node.func.id in ("message", "Message")
]
"""Every call that creates a message: position in the source, syntax node."""

plain_values = st.text() | st.integers() | st.floats(allow_nan=False)
message_values = st.recursive(
    st.builds(Message, st.text(min_size=1), st.dictionaries(st.text(), plain_values)),
    lambda inner: st.builds(Message, st.text(min_size=1), st.dictionaries(st.text(), plain_values | inner)),
    max_leaves=5,
)


@pytest.mark.parametrize(("position", "node"), CALLS, ids=[position for position, _ in CALLS])
def test_every_placeholder_has_a_value(position, node):
    text = node.args[0]
    if isinstance(text, ast.Constant):
        names = {found[1] for found in PLACEHOLDER.finditer(text.value)}
        assert not re.search(r"[{}]", PLACEHOLDER.sub("", text.value)), "a brace that is no placeholder"
        if node.func.id == "message":
            assert names == {keyword.arg for keyword in node.keywords}
        else:
            assert not re.search(r"\w", PLACEHOLDER.sub("", text.value)), (
                "text with words goes through message(), so that it is translated"
            )


def test_every_kind_of_error_has_a_message_and_survives_pickling():
    for kind in UnpixelError.__subclasses__():
        error = kind(
            Path("a\nb.png"), message("is {size:,} px", size=12345), message("give {other}", other="c.png")
        )
        assert str(error) == str(error.message) == r"a\nb.png: is 12,345 px; give c.png"
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is kind and again.message == error.message and str(again) == str(error)


def test_values_are_formatted_as_their_placeholders_specify():
    created = message(
        "{a:.1f} {b:,} {c:.1%} {d:g} {e} {f}", a=1.25, b=1234, c=0.5, d=3.0, e=Path("x\ny"), f=(1, 2)
    )
    assert str(created) == r"1.2 1,234 50.0% 3 x\ny (1, 2)"


def test_a_message_inside_a_message_is_inserted_unchanged():
    inner = errors.summary("b.png", message("is damaged ({why})", why="{why}"), message("try again"))
    text = str(message("none of them ({first})", first=inner))
    assert text == "none of them (b.png: is damaged ({why}); try again)"


def test_a_message_and_the_messages_in_it_are_translated_before_values_are_inserted():
    german = {"is {what}": "ist {what}", "a table": "eine Tabelle"}
    created = message("is {what}", what=message("a table"))
    assert created.filled(lambda text: german[text], format) == "ist eine Tabelle"


@given(message_values)
def test_json_restores_a_message(original):
    again = from_json(json.loads(json.dumps(original.to_json())))
    assert again is not None and str(again) == str(original)


@pytest.mark.parametrize("data", [None, "", 3, [], {}, {"text": 1, "values": {}}, {"text": "a"}])
def test_data_that_is_no_message_is_none(data):
    assert messages.from_json(data) is None


@pytest.mark.parametrize(
    "data",
    [
        "a {placeholder} without a value",
        {"text": "{a", "values": {"a": 1}},
        {"text": "{a:.9f} {a!r} {a.b} {}", "values": {"a": None}},
        {"text": "{a}", "values": {"a": {"text": 1}}},
        {"text": "{a:,}", "values": {"a": ["no", "number"]}},
    ],
)
def test_a_malformed_message_still_has_a_text(data):
    assert str(from_json(data))


@pytest.mark.parametrize("text", ["{a}", "{a:,}", "{a:.1f}", "{a:g}", "{a:%}"])
@pytest.mark.parametrize(
    "value", [10**400, -(10**400), 1 << 63, (1 << 63) - 1, True, 1e308, [[]], {"x": {}}, None]
)
def test_any_value_from_json_can_be_shown(text, value):
    """A child process that reads files may send anything (engine/isolation)."""
    shown = str(from_json({"text": text, "values": {"a": value}}))
    assert shown and "\n" not in shown


@pytest.mark.parametrize("depth", [3, 100, 5000])
def test_messages_inside_each_other_are_read_to_a_limit(depth):
    data = {"text": "inner", "values": {}}
    for _ in range(depth):
        data = {"text": "{a}", "values": {"a": data}}
    assert str(from_json(data)) == ("inner" if depth == 3 else "…")
