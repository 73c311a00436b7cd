"""The kind of the open picture: when it is told, and when it is kept."""

import numpy as np
import pytest

from engine.session.events import PictureOpened, PictureSource
from viewer.models import open_picture
from viewer.models.open_picture import OpenPicture

PIXELS = np.zeros((4, 4, 3), np.uint8)


class InFile:
    """Pixels of a large picture, which are in its file."""

    shape, dtype, nbytes = (10**6, 10**6, 3), np.dtype(np.uint8), 3 * 10**12

    def __getitem__(self, _place):
        raise AssertionError("nothing is read")


@pytest.fixture
def told(monkeypatch):
    """The pixels that a kind was told of: each its own."""
    told = []
    monkeypatch.setattr(open_picture, "kind_of", lambda pixels: told.append(pixels) or f"kind {len(told)}")
    return told


def show(picture, number, pixels=PIXELS, rotated=False):
    opened = PictureOpened(number, (4, 4), "a.png", None, (), PIXELS, rotated=rotated)
    for event in (opened, PictureSource(number, pixels, None, None)):
        picture.handle(event)


def test_a_kind_is_told_once_when_it_is_asked_for(told):
    picture = OpenPicture()
    assert picture.kind is None
    show(picture, 1)
    assert not told
    assert [picture.kind, picture.kind] == ["kind 1"] * 2
    show(picture, 2)
    assert picture.kind == "kind 2"


def test_a_rotated_picture_keeps_its_kind(told):
    picture = OpenPicture()
    show(picture, 1)
    show(picture, 2, rotated=True)
    assert picture.kind == "kind 1"
    show(picture, 3, rotated=True)
    assert picture.kind == "kind 1" and len(told) == 1


def test_a_large_picture_has_no_kind(told):
    picture = OpenPicture()
    show(picture, 1)
    assert picture.kind == "kind 1"
    show(picture, 2, InFile())
    assert picture.kind is None and len(told) == 1
