"""Decoded pictures in a file are used again while they are what they were."""

import numpy as np
import pytest

from engine.base.errors import DataError
from tests.trainer.folders import saved
from trainer.data import cache


@pytest.fixture
def files(tmp_path):
    return [saved(tmp_path / "photos" / f"{name}.png", 4, 4) for name in "ab"]


class Maker:
    """Puts 0 … 9 into place, and counts how often it had to."""

    times = 0

    def __call__(self, put):
        self.times += 1
        put(4, np.arange(4, 10, dtype=np.uint8))
        put(0, np.arange(4, dtype=np.uint8))
        return ["note", self.times]


def mapped(tmp_path, files, make):
    pixels, note = cache.mapped(tmp_path / "cache", tmp_path / "photos", files, 10, make)
    assert pixels.tolist() == list(range(10))
    return note


def test_it_is_made_once(tmp_path, files):
    make = Maker()
    assert mapped(tmp_path, files, make) == mapped(tmp_path, files, make) == ["note", 1]


def test_a_source_that_changed_makes_it_anew(tmp_path, files):
    make = Maker()
    mapped(tmp_path, files, make)
    saved(files[1], 5, 5)
    assert mapped(tmp_path, files, make) == ["note", 2]
    assert mapped(tmp_path, files[:1], make) == ["note", 3]


@pytest.mark.parametrize("damage", ["byte", "short", "note", "gone"])
def test_a_damaged_one_is_made_anew(tmp_path, files, damage):
    make = Maker()
    mapped(tmp_path, files, make)
    (pixels,), (note,) = (tmp_path / "cache").glob("*.pixels"), (tmp_path / "cache").glob("*.json")
    if damage == "byte":
        pixels.write_bytes(bytes([9, *range(1, 10)]))
    elif damage == "short":
        pixels.write_bytes(bytes(range(9)))
    elif damage == "note":
        note.write_text(note.read_text()[:-5])
    else:
        pixels.unlink()
    assert mapped(tmp_path, files, make) == ["note", 2]


def test_a_making_that_fails_leaves_nothing(tmp_path, files):
    def fail(put):
        put(0, np.zeros(3, dtype=np.uint8))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mapped(tmp_path, files, fail)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path, files):
    (tmp_path / "cache").write_text("a file, where the folder should be")
    with pytest.raises(DataError, match="cannot hold"):
        mapped(tmp_path, files, Maker())
