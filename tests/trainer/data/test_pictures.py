"""A folder's files become pictures; what is left out is named once, and nothing starts on a folder that cannot work."""

import hashlib

import numpy as np
import pytest
import torch
from PIL import Image

from engine.base.errors import DataError
from tests.trainer.folders import saved
from trainer.data import pictures
from trainer.data.store import Budget, Where
from trainer.recipe import Data


@pytest.fixture
def room(tmp_path):
    return Budget(torch.device("cpu"), 0, 1 << 30, 1 << 30, tmp_path / "cache")


@pytest.fixture
def root(tmp_path):
    saved(tmp_path / "photos" / "a.png", 230, 220)
    saved(tmp_path / "photos" / "deep" / "b.bmp", 260, 240)
    saved(tmp_path / "photos" / "tiny.png", 20, 20)
    (tmp_path / "photos" / "broken.png").write_bytes(b"no picture")
    whole = (tmp_path / "photos" / "a.png").read_bytes()
    (tmp_path / "photos" / "short.png").write_bytes(whole[: len(whole) // 2])
    return tmp_path / "photos"


def test_a_tree_is_read_and_each_file_left_out_is_named_once(root, room):
    found = pictures.load(Data(root=str(root)), room)
    assert len(found.high) == 2
    np.testing.assert_array_equal(
        found.store.view(found.high[0]).transpose(1, 2, 0), np.asarray(Image.open(root / "a.png"))
    )
    told = list(map(str, found.notices))
    assert told[0].startswith("2 pictures")
    assert told[0].endswith("memory")
    for name in ("broken.png", "short.png", "tiny.png"):
        assert sum(name in notice for notice in told) == 1
    assert len(told) == 4
    assert found.reach.tolist() == pytest.approx([230 * 220 / (230 * 220 + 260 * 240), 1.0])


def test_the_fingerprint_is_of_names_and_sizes(root, room):
    expected = hashlib.sha256(b"a.png (220, 230, 3)deep/b.bmp (240, 260, 3)").hexdigest()
    assert pictures.load(Data(root=str(root)), room).fingerprint == expected


def test_a_photo_on_its_side_is_held_upright(tmp_path, room):
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = Image.fromarray(np.random.default_rng(1).integers(0, 256, (100, 120, 3), dtype=np.uint8))
    picture.save(tmp_path / "phone.png", exif=exif)
    found = pictures.load(Data(root=str(tmp_path)), room)
    assert found.store.view(0).shape == (3, 120, 100)


def test_without_memory_they_are_held_in_a_file_alike(root, room):
    small = Budget(room.device, 0, 1000, 1 << 30, room.folder)
    asked = Data(root=str(root))
    in_memory, in_file, again = (pictures.load(asked, where) for where in (room, small, small))
    assert (in_memory.store.where, in_file.store.where) == (Where.MEMORY, Where.FILE)
    for found in (in_file, again):
        assert found.fingerprint == in_memory.fingerprint
        assert found.unreadable == in_memory.unreadable
        for place in found.high:
            np.testing.assert_array_equal(found.store.view(place), in_memory.store.view(place))


def test_equal_pictures_are_told_in_whatever_format(root, room):
    Image.open(root / "a.png").save(root / "copy.tif")
    found = pictures.load(Data(root=str(root)), room)
    assert found.equal == ((root / "a.png", root / "copy.tif"),)
    assert sum("one and the same picture" in str(notice) for notice in found.notices) == 1


def test_one_picture_alone(root, room):
    found = pictures.load(Data(root=str(root / "a.png")), room)
    assert found.store.view(found.high[0]).shape == (3, 220, 230)
    assert found.fingerprint == hashlib.sha256(b"a.png (220, 230, 3)").hexdigest()


def test_inputs_that_a_folder_brings(tmp_path, room):
    for name in ("a", "b", "c"):
        saved(tmp_path / "HR" / f"{name}.png", 120, 120)
    saved(tmp_path / "LR" / "a.png", 60, 60)
    saved(tmp_path / "LR" / "b.png", 61, 60)  # twice that is more than b has
    saved(tmp_path / "LR" / "c.png", 20, 60)
    asked = Data(root=str(tmp_path), patch=48, min_scale=2, max_scale=2, paired=True)
    found = pictures.load(asked, room)
    assert len(found.high) == len(found.low) == 1
    assert found.store.view(found.low[0]).shape == (3, 60, 60)
    assert [("b.png" in line, "c.png" in line) for line in map(str, found.unfit)] == [
        (True, False),
        (False, True),
    ]


def test_inputs_that_are_not_there_are_asked_for(root, room):
    with pytest.raises(DataError, match=r"brings no inputs .* at ×4; give the inputs' folder as data\.low"):
        pictures.load(Data(root=str(root), paired=True), room)


def test_folders_that_cannot_work_are_refused(tmp_path, room):
    with pytest.raises(DataError, match="no such folder"):
        pictures.load(Data(root=str(tmp_path / "none")), room)
    with pytest.raises(DataError, match=r"no image to train on \(0 found"):
        pictures.load(Data(root=str(tmp_path)), room)
    saved(tmp_path / "a.png", 90, 300)
    with pytest.raises(DataError, match=r"a\.png: 90x300 is too small.*at least 96 px a side"):
        pictures.load(Data(root=str(tmp_path)), room)
    with pytest.raises(DataError, match=r"90x300 is too small.*images of at least 128 px"):
        pictures.load(Data(root=str(tmp_path), patch=64, max_scale=2, whole=True), room)
