"""A reduced copy of a large picture is shown while it is converted. The judge is the same file, decoded as always."""

import socket
import threading

import numpy as np
import PIL.Image
import pytest

from engine.base.errors import Superseded
from engine.geometry.orientation import UPRIGHT, inverse
from engine.images import isolated, loading, source_file
from engine.images.area import turned
from engine.images.image_file import open_file
from engine.images.large import preview_job
from engine.images.large.opening import ORIENTATIONS
from engine.images.picture import to_screen
from engine.isolation import shared_memory
from engine.isolation.serving import Task
from engine.isolation.shared_memory import Output
from tests.engine.images.large_files import drawn
from tests.engine.images.test_converted_pictures import WRITERS, jpeg, png

SIDES = 700, 901


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    monkeypatch.setenv("UNPIXEL_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pictures"


def whole_turn(kind):
    """The copy is not turned."""
    return ORIENTATIONS[6] if kind == "JPEG on its side" else UPRIGHT


@pytest.mark.parametrize("factor", [8, 16])
@pytest.mark.parametrize("kind", WRITERS)
def test_a_copy_is_the_picture_reduced(kind, factor, tmp_path):
    path, (ours, theirs) = tmp_path / "picture", socket.socketpair()
    WRITERS[kind](drawn(*SIDES), path)
    with path.open("rb") as source, ours, theirs:
        task = Task({"factor": factor}, source, Output(shared_memory.create()), ours)
        copy = preview_job.decode(open_file(source, path, None, None), task)
        assert b'"done": 0.0' in theirs.recv(1000)
    whole = loading.load(path)
    stored = turned(to_screen(whole.pixels, whole.alpha), inverse(whole_turn(kind)))
    expected = np.asarray(PIL.Image.fromarray(stored).reduce(factor))
    assert copy.shape == expected.shape
    # where the border cuts a pixel, it is reduced from fewer
    difference = abs(copy.astype(int) - expected)[1:-1, 1:-1]
    # the colours of a profile are converted after they are reduced
    assert difference.max() <= (40 if "profile" in kind else 8) and difference.mean() < 1.5


@pytest.mark.parametrize("writer", [png(), jpeg()], ids=["PNG", "JPEG"])
def test_a_conversion_is_followed(writer, tmp_path):
    path = tmp_path / "picture"
    writer(drawn(*SIDES), path)
    reports = []
    opened = isolated.load(path, report=reports.append)
    assert all(each.size == (opened.width, opened.height) for each in reports)
    done = [each.done for each in reports]
    assert reports[0].preview is not None and done == sorted(done) and 0.5 < done[-1] <= 1
    assert not any(each.name == "preview" for each in threading.enumerate())
    count = len(reports)
    isolated.load(path, report=reports.append)
    assert len(reports) == count, "it was converted before"


def interlaced(pixels, path):
    import pyvips

    pyvips.Image.new_from_array(pixels).pngsave(str(path), interlace=True)


@pytest.mark.parametrize("writer", [interlaced, jpeg(progressive=True)], ids=["PNG", "JPEG"])
def test_a_file_without_first_rows_has_no_copy(writer, tmp_path):
    path = tmp_path / "picture"
    writer(drawn(*SIDES), path)
    reports = []
    opened = isolated.load(path, report=reports.append)
    np.testing.assert_array_equal(opened.pixels[:, :], loading.load(path).pixels)
    assert reports and all(each.preview is None for each in reports)


def test_cancelling_at_the_copy_leaves_nothing(tmp_path, cache):
    path = tmp_path / "picture.png"
    png()(drawn(*SIDES), path)
    begun = threading.Event()

    def check():
        if begun.is_set():
            raise Superseded

    with pytest.raises(Superseded):
        isolated.load(path, check, report=lambda _: begun.set())
    assert list(cache.iterdir()) == []
    assert not any(each.name == "preview" for each in threading.enumerate())
