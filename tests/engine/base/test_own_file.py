"""Files of Unpixel's own: nothing that stands in their place hangs, fills the memory, or is lost."""

import json
import os
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base import bounded_json, exact_number, own_file
from tests import unusable_files

LIMIT = 1000
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


TEXTS = {
    "deep": "[" * LIMIT,
    "number": '{"a": 1e99999999}',
    "not a number": '{"a": NaN}',
    "digits": f'{{"a": {"9" * 900}}}',
    "refused": '{"refused": 1}',
}


def put(path, kind):
    """Puts something unusable in the place of a JSON file."""
    if kind == "bytes":
        path.write_bytes(b"\xff\xfe\0")
    else:
        unusable_files.put(path, TEXTS.get(kind, kind))


KINDS = ("pipe", "folder", "loop", "large", "bytes", *TEXTS)


def parsed(content):
    if "refused" in content:
        raise KeyError("refused")
    return content


@posix
@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_used_is_set_aside_and_reported_once(tmp_path, capsys, kind):
    path = tmp_path / "a.json"
    for number in (1, 2):
        put(path, kind)
        before = path.lstat()
        assert own_file.load(path, LIMIT, parsed, "default") == "default"
        assert own_file.load(path, LIMIT, parsed, "default") == "default"
        aside = tmp_path / f"a.json.unusable-{number}"
        assert aside.lstat().st_ino == before.st_ino and not os.path.lexists(path)
        assert capsys.readouterr().err.count(f"it was set aside as {aside.name}") == 1


def test_a_missing_file_is_not_reported(tmp_path, capsys):
    assert own_file.load(tmp_path / "missing", LIMIT, parsed, {}) == {}
    assert own_file.load(tmp_path / "missing" / "a", LIMIT, parsed, {}) == {}
    assert capsys.readouterr().err == ""


def test_a_file_that_cannot_be_renamed_is_reported_once(tmp_path, capsys, monkeypatch):
    path = tmp_path / "a.json"
    path.write_text("{")
    monkeypatch.setattr(own_file.Path, "rename", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))
    for _ in range(3):
        assert own_file.load(path, LIMIT, parsed, {}) == {}
    assert path.read_text() == "{"
    assert capsys.readouterr().err.count("cannot be set aside either (no)") == 1


def test_the_ends_of_a_large_file_are_read_without_the_rest(tmp_path):
    path = tmp_path / "log"
    with path.open("wb") as file:
        file.write(b"first")
        file.seek(1 << 40)
        file.write(b"last")
    assert own_file.read_start(path, 5) == b"first" and own_file.read_end(path, 4) == b"last"


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_ordinary_json_is_read_as_it_was_written(value):
    assert bounded_json.parse(json.dumps(value)) == value


@given(st.integers(1, 100), st.text('[]{}"\\ a', max_size=20))
def test_depth_is_limited_whatever_strings_contain(depth, text):
    value = text
    for _ in range(depth):
        value = [value]
    if depth <= bounded_json.MAX_DEPTH:
        assert bounded_json.parse(json.dumps(value)) == value
    else:
        with pytest.raises(ValueError, match="deeply"):
            bounded_json.parse(json.dumps(value))


@pytest.mark.parametrize(
    "text", ["[" * 10**6, '"' + '\\"' * 10**6, '{"a":' * 10**5, "[1," * 10**6, "[]," * 10**6, "-" * 10**6]
)
def test_hostile_json_is_refused_at_once(text):
    began = time.process_time()
    with pytest.raises(ValueError):
        bounded_json.parse(text)
    assert time.process_time() - began < 5


@given(
    st.fractions() | st.decimals(allow_nan=False, allow_infinity=False, places=8) | st.floats(1e-300, 1e300)
)
def test_exact_numbers_are_read_exactly(number):
    assert exact_number.fraction(str(number)) == Fraction(str(number))


@pytest.mark.parametrize(
    "text", ["1e99999999", "1e-99999999", "1E+401", "9" * 5000, "1/0", "nan", "inf", "", "1_0e9_9_9_9"]
)
def test_numbers_that_take_for_ever_are_refused(text):
    with pytest.raises(ValueError):
        exact_number.fraction(text)
