"""Decoding a folder: every file left out is named once, and a folder without usable pictures is refused."""

import hashlib

import numpy as np
import pytest
import torch
from PIL import Image

from engine.base.errors import DataError
from tests.trainer.folders import saved
from trainer.data import dataset, pictures
from trainer.data.store import Budget, Location
from trainer.recipe import Data


@pytest.fixture
def budget(tmp_path):
    return Budget(torch.device("cpu"), 0, 1 << 30, 1 << 30, tmp_path / "cache")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Two pictures and three files that are none. Nothing is held out."""
    monkeypatch.setattr(dataset, "HELD_OUT_FROM", 6)
    saved(tmp_path / "photos" / "a.png", 230, 220)
    saved(tmp_path / "photos" / "deep" / "b.bmp", 260, 240)
    saved(tmp_path / "photos" / "tiny.png", 20, 20)
    (tmp_path / "photos" / "broken.png").write_bytes(b"no picture")
    whole = (tmp_path / "photos" / "a.png").read_bytes()
    (tmp_path / "photos" / "short.png").write_bytes(whole[: len(whole) // 2])
    return tmp_path / "photos"


def test_a_tree_is_decoded_and_each_file_left_out_is_named_once(root, budget):
    found = pictures.load(Data(root=str(root)), budget)
    assert len(found.high) == 2
    np.testing.assert_array_equal(
        found.store.view(found.high[0]).transpose(1, 2, 0), np.asarray(Image.open(root / "a.png"))
    )
    notices = list(map(str, found.notices))
    assert notices[0].startswith("2 pictures")
    assert notices[0].endswith("memory")
    for name in ("broken.png", "short.png", "tiny.png"):
        assert sum(name in notice for notice in notices) == 1
    assert len(notices) == 4
    assert found.cumulative_area.tolist() == pytest.approx([230 * 220 / (230 * 220 + 260 * 240), 1.0])


def test_the_fingerprint_hashes_names_and_sizes(root, budget):
    expected = hashlib.sha256(b"a.png (220, 230, 3)deep/b.bmp (240, 260, 3)").hexdigest()
    assert pictures.load(Data(root=str(root)), budget).fingerprint == expected


def test_a_photo_with_an_orientation_tag_is_stored_upright(tmp_path, budget):
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = Image.fromarray(np.random.default_rng(1).integers(0, 256, (100, 120, 3), dtype=np.uint8))
    picture.save(tmp_path / "phone.png", exif=exif)
    found = pictures.load(Data(root=str(tmp_path)), budget)
    assert found.store.view(0).shape == (3, 120, 100)


def test_without_enough_memory_the_same_pictures_are_stored_in_a_file(root, budget):
    small = Budget(budget.device, 0, 1000, 1 << 30, budget.folder)
    data = Data(root=str(root))
    in_memory, in_file, again = (pictures.load(data, each) for each in (budget, small, small))
    assert (in_memory.store.location, in_file.store.location) == (Location.MEMORY, Location.FILE)
    for found in (in_file, again):
        assert found.fingerprint == in_memory.fingerprint
        assert found.unreadable == in_memory.unreadable
        for index in found.high:
            np.testing.assert_array_equal(found.store.view(index), in_memory.store.view(index))


def test_duplicates_are_found_across_formats(root, budget):
    Image.open(root / "a.png").save(root / "copy.tif")
    found = pictures.load(Data(root=str(root)), budget)
    assert found.duplicates == ((root / "a.png", root / "copy.tif"),)
    assert sum("the same picture" in str(notice) for notice in found.notices) == 1


def test_a_single_picture(root, budget):
    found = pictures.load(Data(root=str(root / "a.png")), budget)
    assert found.store.view(found.high[0]).shape == (3, 220, 230)
    assert found.fingerprint == hashlib.sha256(b"a.png (220, 230, 3)").hexdigest()


def test_inputs_that_the_folder_provides(tmp_path, budget):
    for name in ("a", "b", "c"):
        saved(tmp_path / "HR" / f"{name}.png", 120, 120)
    saved(tmp_path / "LR" / "a.png", 60, 60)
    saved(tmp_path / "LR" / "b.png", 61, 60)  # twice its width is more than b has
    saved(tmp_path / "LR" / "c.png", 20, 60)
    data = Data(root=str(tmp_path), patch=48, min_scale=2, max_scale=2, paired=True)
    found = pictures.load(data, budget)
    assert len(found.high) == len(found.low) == 1
    assert found.store.view(found.low[0]).shape == (3, 60, 60)
    assert [("b.png" in line, "c.png" in line) for line in map(str, found.unfit)] == [
        (True, False),
        (False, True),
    ]


def test_missing_inputs_are_reported(root, budget):
    with pytest.raises(DataError, match=r"has no inputs .* at ×4; set data\.low to the folder of inputs"):
        pictures.load(Data(root=str(root), paired=True), budget)


def test_folders_without_usable_pictures_are_refused(tmp_path, budget):
    with pytest.raises(DataError, match="no such folder"):
        pictures.load(Data(root=str(tmp_path / "none")), budget)
    with pytest.raises(DataError, match=r"no image to train on \(0 found"):
        pictures.load(Data(root=str(tmp_path)), budget)
    saved(tmp_path / "a.png", 90, 300)
    with pytest.raises(DataError, match=r"a\.png: 90x300 is too small.*at least 96 px per side"):
        pictures.load(Data(root=str(tmp_path)), budget)
    with pytest.raises(DataError, match=r"90x300 is too small.*images of at least 128 px"):
        pictures.load(Data(root=str(tmp_path), patch=64, max_scale=2, whole=True), budget)
