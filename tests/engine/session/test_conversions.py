"""What a session tells of a picture that is being converted, and how it returns to the picture before."""

import numpy as np
import PIL.Image
import pytest

from engine.geometry import orientation
from engine.geometry.viewport import centred
from engine.images import source_file
from engine.images.image import from_array
from engine.session import events
from tests.engine.images.large_files import drawn
from tests.engine.session.recorder import PIXELS, assembled

SIZE = 433, 341
"""Width, height."""


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A picture that has to be converted."""
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    monkeypatch.setenv("UNPIXEL_CACHE", str(tmp_path / "cache"))
    PIL.Image.fromarray(drawn(*SIZE[::-1])).save(tmp_path / "large.png")
    return tmp_path / "large.png"


def test_the_copy_comes_before_the_picture(session, recorder, path):
    number = session.open(path, orientation.RIGHT)
    opened = recorder.wait(events.PictureOpened, request=number)
    recorder.wait(events.PictureSource, request=number)
    told = recorder.of(events.PictureConverting)
    assert told[0].preview is not None and told[0].name == "large.png"
    assert {(each.request, each.size) for each in told} == {(number, opened.size)}
    assert opened.size == SIZE[::-1] and told[0].preview.shape[0] > told[0].preview.shape[1]
    kinds = [type(each) for each in recorder.events]
    assert kinds.index(events.PictureOpened) > len(told) - 1


def held_at_the_copy(session, recorder, path):
    """Opens a small picture, and then the large one; returns their numbers while the copy is there."""
    before = session.open_image(from_array(PIXELS, "before"))
    recorder.wait(events.PictureSource, request=before)
    recorder.holds_at = events.PictureConverting
    recorder.gate.clear()
    number = session.open(path)
    recorder.wait(events.PictureConverting, request=number)
    recorder.events.clear()
    return before, number


def released(recorder):
    recorder.holds_at = None
    recorder.gate.set()


def test_the_picture_before_comes_back_when_the_opening_is_cancelled(session, recorder, path):
    before, number = held_at_the_copy(session, recorder, path)
    session.request_view(centred(SIZE, 1.0, *SIZE))  # of the picture that is not opened in the end
    session.cancel_open()
    released(recorder)
    recorder.wait(events.OpenCancelled, request=number)
    assert recorder.wait(events.PictureOpened).request == before
    assert recorder.wait(events.PictureSource).request == before
    assert recorder.of(events.TilesReady) == []
    view = centred((120, 90), 1.0, 120, 90)
    asked = session.request_view(view)
    recorder.wait(events.ViewSettled, request=asked)
    tiles = [each for each in recorder.of(events.TilesReady) if each.request == asked]
    np.testing.assert_array_equal(assembled(tiles, view)[..., 2::-1], PIXELS)


def test_the_picture_before_comes_back_when_a_newer_opening_fails(session, recorder, path, tmp_path):
    before, _ = held_at_the_copy(session, recorder, path)
    missing = session.open(tmp_path / "missing.png")
    released(recorder)
    recorder.wait(events.Failed, request=missing)
    assert [each.request for each in recorder.of(events.PictureOpened)] == [before]


def test_a_newer_picture_follows_the_copy_at_once(session, recorder, path):
    held_at_the_copy(session, recorder, path)
    newer = session.open_image(from_array(PIXELS[::-1], "newer"))
    released(recorder)
    recorder.wait(events.PictureSource, request=newer)
    assert [each.request for each in recorder.of(events.PictureOpened)] == [newer]
