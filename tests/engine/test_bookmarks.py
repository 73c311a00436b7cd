"""Bookmarks: found again to the pixel, kept whole, readable after an upgrade, and commands that draw the same."""

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
from engine.images import image
from engine.images.picture import Picture
from engine.images.rotation import rotated


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def some(name="a view", scale=12.3, size=(64, 48)):
    there = panned(centred((40, 30), scale, *size), 31.5, -20)
    return bookmarks.from_view(name, "photo.png", "bicubic", there, orientation.LEFT)


@given(
    st.floats(MIN_SCALE, MAX_SCALE),
    st.fractions(0, 1),
    st.fractions(-1, 0),
    st.integers(1, 5000),
    st.integers(1, 5000),
)
def test_a_bookmark_finds_every_pixel_of_the_view_again(scale, x, y, width, height):
    left, top = (Fraction(round(at * 4000 * 2**100), 2**100) for at in (x, y))
    there = Viewport(left, top, scale, width, height)
    found = bookmarks.from_view("n", "f", "m", there, 0).view
    assert found.origin == there.origin
    assert (found.scale, found.width, found.height) == (scale, width, height)


def test_its_numbers_are_short_where_the_view_is_not_deep():
    bookmark = some()
    assert len(bookmark.x) <= 6 and len(bookmark.y) <= 6 and "e" not in bookmark.x


def test_they_are_kept_in_their_order(data):
    assert bookmarks.load() == []
    kept = [some("one"), some('zwei; "drei"'), some("四", 1e12)]
    bookmarks.save(kept)
    assert bookmarks.load() == kept
    assert [file.name for file in data.iterdir()] == ["bookmarks.json"]
    bookmarks.save(kept[1:])
    assert bookmarks.load() == kept[1:]


def test_what_a_later_version_adds_is_passed_over_and_what_it_leaves_out_has_a_default(data):
    entry = asdict(some()) | {"stars": 5}
    del entry["thumbnail"], entry["orientation"]
    data.mkdir()
    bookmarks.path().write_text(json.dumps({"version": 1, "bookmarks": [entry], "sorted": True}))
    [found] = bookmarks.load()
    assert (found.name, found.orientation, found.thumbnail) == ("a view", 0, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1, "bookmarks": [{"name": "a"}]}',
        '{"version": 1, "bookmarks": 3}',
        '{"version": "1", "bookmarks": []}',
        '{"version": 2, "bookmarks": []}',
        json.dumps({"version": 1, "bookmarks": [asdict(some()) | {"x": "left"}]}),
        json.dumps({"version": 1, "bookmarks": [asdict(some()) | {"scale": 0}]}),
        json.dumps({"version": 1, "bookmarks": [asdict(some()) | {"scale": float("nan")}]}),
        json.dumps({"version": 1, "bookmarks": [asdict(some()) | {"file": 7}]}),
    ],
)
def test_a_file_that_is_not_understood_is_told_of_in_one_line(data, text):
    data.mkdir()
    bookmarks.path().write_text(text)
    with pytest.raises(BookmarkError, match=r"bookmarks\.json: .*; .*move it away") as told:
        bookmarks.load()
    assert "\n" not in str(told.value)


def test_a_disk_that_fails_leaves_what_was_there(data, monkeypatch):
    bookmarks.save([some()])
    before = bookmarks.path().read_bytes()

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ExportError, match="No space left"):
        bookmarks.save([])
    assert bookmarks.path().read_bytes() == before
    assert [file.name for file in data.iterdir()] == ["bookmarks.json"]


@pytest.mark.parametrize("scale", [0.3, 1.0, 11.7, 1e9])
@pytest.mark.parametrize("lies", [orientation.UPRIGHT, orientation.RIGHT, 5])
def test_the_command_draws_what_the_view_shows(tmp_path, scale, lies):
    file = tmp_path / "a photo's.png"
    noise = np.random.default_rng(4).integers(0, 255, (90, 120, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save(file)
    picture = Picture(rotated(image.load(file), lies))
    there = panned(centred(picture.size, scale, 61, 47), 5, 3)
    bookmark = bookmarks.from_view("n", str(file), "bicubic", there, lies)
    python, program, *words = shlex.split(bookmarks.render_command(bookmark, str(tmp_path / "out.png")))
    assert (python, program) == ("python", "main.py")
    assert main.main(words) == 0
    place = tiling.visible_rect(there, picture.size)
    source = ContinuousImage(picture, library.bicubic(), device.choose())
    expected, _ = source.grid(place.rows, place.cols)
    assert (image.load(tmp_path / "out.png").pixels == expected).all()


def test_a_view_beside_the_picture_is_told_of(tmp_path, capsys):
    words = ["render", "demo", str(tmp_path / "o.png"), "--center=-900,20", "--scale", "2", "--size", "64x48"]
    assert main.main(words) == 1
    assert (
        "nothing of the picture of 640 x 480 px is in sight; give a --center inside"
        in capsys.readouterr().err
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
def test_a_centre_goes_with_a_scale_and_a_size(words):
    with pytest.raises(SystemExit) as ended:
        main.main(["render", "demo", "out.png", *words])
    assert ended.value.code == 2
