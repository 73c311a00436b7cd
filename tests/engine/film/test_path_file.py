"""The path file of a film is a small file of any origin."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import ExportError
from engine.film import path_file

KEY = {
    "name": "",
    "file": "demo",
    "model": "live",
    "x": "9.5",
    "y": "7",
    "scale": 2.0,
    "width": 64,
    "height": 48,
}
DEEP = KEY | {"scale": 64.0}
PATH = {"version": 1, "keys": [KEY, DEEP | {"hold": 2}]}


def parsed(tmp_path, content):
    file = tmp_path / "path.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path_file.read(file)


def test_all_but_the_keys_is_optional_and_bookmarks_are_keys(tmp_path):
    film = parsed(tmp_path, PATH | {"later": "field"})
    assert film.size == (64, 48) and film.rate == 30 and film.holds == (0, 2)
    assert film.zoom_path().view(99).scale == 64


def test_a_view_of_another_ratio_is_shown_as_a_whole(tmp_path):
    film = parsed(tmp_path, PATH | {"size": [128, 64]})
    assert film.zoom_path().view(0).scale == pytest.approx(2.0 * 64 / 48)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "[" * 5000,
        {},
        {"version": 2, "keys": [KEY, DEEP]},
        PATH | {"keys": [KEY]},
        PATH | {"keys": [KEY] * 1001},
        PATH | {"keys": [KEY, KEY | {"file": "other"}]},
        PATH | {"keys": [KEY, DEEP | {"hold": -1}]},
        PATH | {"keys": [KEY, DEEP | {"hold": 1e300}]},
        PATH | {"keys": [KEY, DEEP | {"scale": 1e300}]},
        PATH | {"keys": [KEY, DEEP | {"x": "1e99999999"}]},
        PATH | {"keys": [KEY, 3]},
        PATH | {"size": [1 << 40, 64]},
        PATH | {"size": [64.5, 64]},
        PATH | {"size": [64]},
        PATH | {"rate": 0},
        PATH | {"rate": "30"},
        PATH | {"speed": 0},
        PATH | {"ease": 1e9},
        PATH | {"speed": 0.01, "keys": [KEY, KEY | {"x": "99999999"}]},
        json.dumps(PATH).replace("2.0", "NaN"),
    ],
)
def test_what_is_no_path_is_refused_in_one_line(tmp_path, content):
    with pytest.raises(ExportError, match="is no path of a film") as refusal:
        parsed(tmp_path, content)
    assert "\n" not in str(refusal.value) and "path.json" in str(refusal.value)


def test_a_missing_path_and_a_folder(tmp_path):
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(ExportError):
            path_file.read(path)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from((*PATH, *KEY, "size")), inner, max_size=5)
        ),
    )
)
def test_any_json_is_a_path_or_refused(tmp_path_factory, value):
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(ExportError):
        path_file.read(file)
