"""Bookmarks restore a view to the device px, survive upgrades and disk errors, and render the same as the view."""

import json
import shlex
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

import main
from engine import bookmarks
from engine.base.errors import BookmarkError, ExportError
from engine.checkpoints import library
from engine.compute import device
from engine.decoding.continuous_image import ContinuousImage
from engine.geometry import orientation, tiling
from engine.geometry.viewport import MAX_SCALE, MIN_SCALE, Viewport, centred, panned
from engine.images import loading
from engine.images.picture import Picture
from engine.images.rotation import rotated


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def bookmark_named(name="a view", scale=12.3, size=(64, 48)):
    view = panned(centred((40, 30), scale, *size), 31.5, -20)
    return bookmarks.from_view(name, "photo.png", "bicubic", view, orientation.LEFT)


@given(
    st.floats(MIN_SCALE, MAX_SCALE),
    st.fractions(0, 1),
    st.fractions(-1, 0),
    st.integers(1, 5000),
    st.integers(1, 5000),
)
def test_a_bookmark_restores_every_device_px_of_the_view(scale, x, y, width, height):
    left, top = (Fraction(round(part * 4000 * 2**100), 2**100) for part in (x, y))
    view = Viewport(left, top, scale, width, height)
    restored = bookmarks.from_view("n", "f", "m", view, 0).view
    assert restored.origin == view.origin
    assert (restored.scale, restored.width, restored.height) == (scale, width, height)


def test_the_decimals_are_short_at_moderate_scales():
    bookmark = bookmark_named()
    assert len(bookmark.x) <= 6 and len(bookmark.y) <= 6 and "e" not in bookmark.x


def test_bookmarks_are_stored_in_their_order(data):
    assert bookmarks.load() == []
    stored = [bookmark_named("one"), bookmark_named('zwei; "drei"'), bookmark_named("四", 1e12)]
    bookmarks.save(stored)
    assert bookmarks.load() == stored
    assert [file.name for file in data.iterdir()] == ["bookmarks.json"]
    bookmarks.save(stored[1:])
    assert bookmarks.load() == stored[1:]


def test_unknown_fields_are_ignored_and_missing_ones_have_defaults(data):
    entry = asdict(bookmark_named()) | {"stars": 5}
    del entry["thumbnail"], entry["orientation"]
    data.mkdir()
    bookmarks.path().write_text(json.dumps({"version": 1, "bookmarks": [entry], "sorted": True}))
    [loaded] = bookmarks.load()
    assert (loaded.name, loaded.orientation, loaded.thumbnail) == ("a view", 0, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1, "bookmarks": 3}',
        '{"version": "1", "bookmarks": []}',
        '{"version": 1e999, "bookmarks": []}',
        "[" * 100_000,
        '{"version": 1, "bookmarks": ' + "[" * 100 + "]" * 100 + "}",
        "\xff",
    ],
)
def test_a_damaged_file_is_set_aside_and_reported_once(data, capsys, text):
    data.mkdir()
    bookmarks.path().write_text(text, encoding="latin-1")
    assert bookmarks.load() == [] and bookmarks.load() == []
    reports = capsys.readouterr().err.splitlines()
    assert len(reports) == 1 and "set aside as bookmarks.json.unusable-1" in reports[0]
    assert (data / "bookmarks.json.unusable-1").read_text(encoding="latin-1") == text
    bookmarks.save([bookmark_named()])
    assert bookmarks.load() == [bookmark_named()]


@pytest.mark.parametrize(
    "changes",
    [
        {"x": "left"},
        {"x": "1e99999999"},
        {"y": "1/0"},
        {"x": "9" * 10_000},
        {"scale": 0},
        {"scale": 1e300},
        {"width": 10**9},
        {"height": 2.5},
        {"file": 7},
        {"orientation": 9},
    ],
)
def test_a_damaged_entry_is_left_out_and_the_file_is_kept(data, capsys, changes):
    data.mkdir()
    entries = [asdict(bookmark_named("one")), asdict(bookmark_named("two")) | changes]
    text = json.dumps({"version": 1, "bookmarks": entries})
    bookmarks.path().write_text(text)
    for _ in range(2):
        assert bookmarks.load() == [bookmark_named("one")]
    assert capsys.readouterr().err.count("1 of 2 entries are damaged") == 1
    assert (data / "bookmarks.json.unusable-1").read_text() == text


def test_a_newer_file_is_left_alone(data):
    data.mkdir()
    bookmarks.path().write_text('{"version": 2, "bookmarks": []}')
    with pytest.raises(BookmarkError, match=r"bookmarks\.json: .*newer.*; .*remove the file"):
        bookmarks.load()
    assert [path.name for path in data.iterdir()] == ["bookmarks.json"]


def test_more_bookmarks_than_can_be_read_again_are_not_saved(data, monkeypatch):
    bookmarks.save([bookmark_named()])
    monkeypatch.setattr(bookmarks, "MAX_BYTES", 1000)
    with pytest.raises(BookmarkError, match="would be larger"):
        bookmarks.save([bookmark_named()] * 10)
    assert bookmarks.load() == [bookmark_named()]


def test_a_disk_error_leaves_the_old_file(data, monkeypatch):
    bookmarks.save([bookmark_named()])
    before = bookmarks.path().read_bytes()

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportError, match="No space left"):
        bookmarks.save([])
    assert bookmarks.path().read_bytes() == before
    assert [file.name for file in data.iterdir()] == ["bookmarks.json"]


@pytest.mark.parametrize("scale", [0.3, 1.0, 11.7, 1e9])
@pytest.mark.parametrize("turned", [orientation.UPRIGHT, orientation.RIGHT, 5])
def test_the_render_command_draws_what_the_view_shows(tmp_path, scale, turned):
    file = tmp_path / "a photo's.png"
    noise = np.random.default_rng(4).integers(0, 255, (90, 120, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save(file)
    picture = Picture(rotated(loading.load(file), turned))
    view = panned(centred(picture.size, scale, 61, 47), 5, 3)
    bookmark = bookmarks.from_view("n", str(file), "bicubic", view, turned)
    python, program, *words = shlex.split(bookmarks.render_command(bookmark, str(tmp_path / "out.png")))
    assert (python, program) == ("python", "main.py")
    assert main.main(words) == 0
    rect = tiling.visible_rect(view, picture.size)
    source = ContinuousImage(picture, library.bicubic(), device.choose())
    expected, _ = source.grid(rect.rows, rect.cols)
    assert (loading.load(tmp_path / "out.png").pixels == expected).all()


def test_a_view_outside_the_picture_is_refused(tmp_path, capsys):
    words = ["render", "demo", str(tmp_path / "o.png"), "--center=-900,20", "--scale", "2", "--size", "64x48"]
    assert main.main(words) == 1
    assert (
        "contains nothing of the picture of 640 x 480 px; choose a --center inside" in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--center", "1,2", "--scale", "3"],
        ["--center", "1,2", "--size", "3x3"],
        ["--center", "1", "--size", "3x3", "--scale", "2"],
        ["--center", "1,2", "--size", "3x3", "--scale", "2", "--region", "1,1,1,1"],
        ["--scale", "2", "--size", "3x3"],
    ],
)
def test_a_centre_needs_both_a_scale_and_a_size(words):
    with pytest.raises(SystemExit) as exited:
        main.main(["render", "demo", "out.png", *words])
    assert exited.value.code == 2
