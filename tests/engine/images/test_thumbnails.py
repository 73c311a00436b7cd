"""Thumbnails in the cache that is shared with other programs: made, read, fresh, and never wrong."""

import hashlib
import os
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
import tifffile

from engine.base.errors import ImageError
from engine.images import source_file, thumbnails
from engine.images.isolated import never_cancel
from engine.isolation import children
from tests.engine.images.large_files import drawn


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "thumbnails"


@pytest.fixture
def picture(tmp_path) -> Path:
    path = tmp_path / "a ü.png"
    PIL.Image.fromarray(np.full((300, 600, 3), (200, 40, 10), np.uint8)).save(path)
    return path


def load(path, side=256):
    return thumbnails.load(path, side, never_cancel)


def test_a_thumbnail_is_made_and_kept_as_the_standard_says(picture, cache):
    made = load(picture)
    assert made.shape == (128, 256, 3) and (made == (200, 40, 10)).all()
    name = hashlib.md5(picture.as_uri().encode()).hexdigest()
    kept = PIL.Image.open(cache / "large" / f"{name}.png")
    assert kept.size == (256, 128)
    assert kept.text["Thumb::URI"] == picture.as_uri()
    assert kept.text["Thumb::MTime"] == str(int(picture.stat().st_mtime))
    if os.name != "nt":
        assert (cache / "large" / f"{name}.png").stat().st_mode & 0o777 == 0o600


def test_a_fresh_one_of_another_program_is_read_and_an_old_one_is_not(picture, cache):
    load(picture)
    kept = thumbnails.cached(picture, 256)
    texts = PIL.PngImagePlugin.PngInfo()
    texts.add_text("Thumb::URI", picture.as_uri())
    texts.add_text("Thumb::MTime", str(int(picture.stat().st_mtime)))
    PIL.Image.new("RGB", (256, 128), (0, 255, 0)).save(kept, pnginfo=texts)
    assert (load(picture) == (0, 255, 0)).all()
    os.utime(picture, (1, 1))
    assert thumbnails.cached(picture, 256) is None
    assert (load(picture) == (200, 40, 10)).all()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"x" * 100, None])
def test_a_damaged_one_is_made_again(picture, content):
    load(picture)
    kept = thumbnails.cached(picture, 256)
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) - 40] if content is None else content)
    assert load(picture).shape == (128, 256, 3)


def test_a_file_that_is_no_picture_raises_and_keeps_nothing(tmp_path, cache):
    path = tmp_path / "a.png"
    path.write_bytes(b"nothing")
    with pytest.raises(ImageError):
        load(path)
    assert not list(cache.rglob("*.png"))


def test_a_cache_that_cannot_be_written_is_no_failure(picture, tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert load(picture).shape == (128, 256, 3)


@pytest.mark.skipif(not children.SUPPORTED, reason="pictures are decoded in this process")
def test_a_thumbnail_can_be_cancelled(picture):
    class Cancelled(Exception):
        pass

    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        thumbnails.load(picture, 128, cancel)


def test_alpha_is_kept(tmp_path):
    path = tmp_path / "a.png"
    PIL.Image.new("RGBA", (20, 10), (9, 8, 7, 100)).save(path)
    assert load(path, 128).tolist()[0][0] == [9, 8, 7, 100]


@pytest.mark.skipif(not children.SUPPORTED, reason="pictures are decoded in this process")
@pytest.mark.parametrize("number", [1, 6, 8])
def test_a_large_picture_has_a_thumbnail_that_is_upright(number, tmp_path, monkeypatch):
    path, pixels = tmp_path / "large.tif", drawn(600, 900)
    tag = [(274, "H", 1, number, True)]
    tifffile.imwrite(path, pixels, tile=(64, 64), photometric="rgb", extratags=tag, metadata=None)
    whole = load(path)
    path.touch()
    os.utime(path, (1, 1))
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    assert abs(load(path).astype(int) - whole).mean() < 4
