"""The file cache of decoded pictures is reused until it is damaged or a source file changes."""

import numpy as np
import pytest

from engine.base.errors import DataError
from tests.trainer.folders import saved
from trainer.data import cache


@pytest.fixture
def files(tmp_path):
    return [saved(tmp_path / "photos" / f"{name}.png", 4, 4) for name in "ab"]


class Decoder:
    """Writes the bytes 0 … 9 and counts its calls."""

    calls = 0

    def __call__(self, write_at):
        self.calls += 1
        write_at(4, np.arange(4, 10, dtype=np.uint8))
        write_at(0, np.arange(4, dtype=np.uint8))
        return ["note", self.calls]


def cached(tmp_path, files, decode):
    pixels, note = cache.load_or_create(tmp_path / "cache", tmp_path / "photos", files, 10, decode)
    assert pixels.tolist() == list(range(10))
    return note


def test_a_picture_is_decoded_once(tmp_path, files):
    decode = Decoder()
    assert cached(tmp_path, files, decode) == cached(tmp_path, files, decode) == ["note", 1]


def test_a_changed_source_is_decoded_again(tmp_path, files):
    decode = Decoder()
    cached(tmp_path, files, decode)
    saved(files[1], 5, 5)
    assert cached(tmp_path, files, decode) == ["note", 2]
    assert cached(tmp_path, files[:1], decode) == ["note", 3]


@pytest.mark.parametrize("damage", ["byte", "short", "note", "gone"])
def test_a_damaged_cache_is_decoded_again(tmp_path, files, damage):
    decode = Decoder()
    cached(tmp_path, files, decode)
    (pixels,), (note,) = (tmp_path / "cache").glob("*.pixels"), (tmp_path / "cache").glob("*.json")
    if damage == "byte":
        pixels.write_bytes(bytes([9, *range(1, 10)]))
    elif damage == "short":
        pixels.write_bytes(bytes(range(9)))
    elif damage == "note":
        note.write_text(note.read_text()[:-5])
    else:
        pixels.unlink()
    assert cached(tmp_path, files, decode) == ["note", 2]


def test_a_failed_decode_leaves_no_file(tmp_path, files):
    def fail(write_at):
        write_at(0, np.zeros(3, dtype=np.uint8))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cached(tmp_path, files, fail)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_reported(tmp_path, files):
    (tmp_path / "cache").write_text("a file instead of the folder")
    with pytest.raises(DataError, match="is not a folder"):
        cached(tmp_path, files, Decoder())
