"""Pictures of a folder: orders, suffixes."""

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.birth_time import birth_time
from engine.base.errors import ImageError
from engine.images.folder import Listing, Order, collected, images, listed
from engine.images.suffixes import suffixes

NAMES = ["1.png", "2.JPG", "10.webp", "a2b1.tif", "A2b03.tif", "a2b11.tif", "b.bmp"]


@pytest.fixture
def folder(tmp_path):
    for name in [*reversed(NAMES), "notes.txt", ".hidden.png", "drawing.eps", "11"]:
        (tmp_path / name).touch()
    (tmp_path / "folder.png").mkdir()
    return tmp_path


def test_pictures_come_in_natural_order(folder):
    assert [path.name for path in images(folder)] == NAMES


def test_a_missing_folder_is_an_error_with_its_name(tmp_path):
    with pytest.raises(ImageError, match=r"gone: cannot be read .*; check"):
        images(tmp_path / "gone")


def test_suffixes_belong_to_the_allow_list():
    assert {
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".tif",
        ".tiff",
        ".bmp",
        ".gif",
        ".ppm",
        ".avif",
        ".jp2",
        ".psd",
    } <= set(suffixes())
    assert not {".eps", ".pdf", ".wmf", ".ps"} & set(suffixes())


def test_files_and_folders_are_collected_once_in_natural_order(folder, tmp_path):
    other = tmp_path / "folder.png"
    (other / "3.png").touch()
    paths = (
        folder / "b.bmp",
        folder / "10.webp",
        folder / "2.JPG",
        folder / "notes.txt",
        other,
        folder / "b.bmp",
    )
    assert [path.name for path in collected(paths)] == ["2.JPG", "10.webp", "b.bmp", "3.png"]
    assert collected((folder,)) == images(folder)
    assert collected((folder / "notes.txt",)) == []


@given(st.lists(st.text("ab019 ²٢", min_size=1, max_size=6), min_size=2, max_size=2))
def test_numbers_in_names_are_compared_as_numbers(names):
    def parts(name):
        texts = re.split(r"(\d+)", f"{name}.png")
        return [int(part) if index % 2 else part for index, part in enumerate(texts)], f"{name}.png"

    paths = tuple(Path("/none") / f"{name}.png" for name in names)
    by_parts = sorted(set(names), key=parts)
    assert [path.stem for path in collected(paths)] == by_parts


def test_pictures_are_sorted_by_date_size_and_type_and_reversed(tmp_path):
    for name, size, date in (("b.png", 3, 10), ("a.tif", 1, 30), ("c.png", 2, 20), ("a10.gif", 2, 20)):
        (tmp_path / name).write_bytes(b"x" * size)
        os.utime(tmp_path / name, (date, date))

    def names(order, reverse=False):
        return [Path(path).name for path in listed((tmp_path,), Listing(order, reverse))]

    assert names(Order.NAME) == ["a10.gif", "a.tif", "b.png", "c.png"]
    assert names(Order.DATE) == ["b.png", "a10.gif", "c.png", "a.tif"]
    assert names(Order.SIZE) == ["a.tif", "a10.gif", "c.png", "b.png"]
    assert names(Order.TYPE) == ["a10.gif", "b.png", "c.png", "a.tif"]
    assert names(Order.DATE, reverse=True) == names(Order.DATE)[::-1]


def test_the_order_of_creation_does_not_follow_later_changes(tmp_path):
    for name in ("b.png", "a.png", "c.png"):
        (tmp_path / name).write_bytes(b"x")
        time.sleep(0.02)  # the clock of a file system is coarse
    os.utime(tmp_path / "b.png")
    (tmp_path / "a.png").write_bytes(b"changed")
    names = [Path(path).name for path in listed((tmp_path,), Listing(Order.CREATED))]
    if not _knows_creation(tmp_path / "b.png"):
        pytest.skip("this file system does not keep when a file was created")
    assert names == ["b.png", "a.png", "c.png"]


def _knows_creation(path):
    before = birth_time(path, path.stat())
    os.utime(path, (1, 1))
    return birth_time(path, path.stat()) == before


def test_a_time_of_creation_lies_between_the_moments_around_it(tmp_path):
    path, began = tmp_path / "a.png", time.time_ns()
    path.write_bytes(b"x")
    assert began - 10**9 < birth_time(path, path.stat()) < time.time_ns() + 10**9


def test_a_random_order_is_the_same_for_the_same_seed_only(tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.png").write_bytes(b"")
    first, again, other = (listed((tmp_path,), Listing(Order.RANDOM, seed=seed)) for seed in (1, 1, 2))
    by_name = listed((tmp_path,))
    assert first == again != other and first != by_name and sorted(first) == sorted(by_name)
    (tmp_path / "7.png").unlink()
    assert listed((tmp_path,), Listing(Order.RANDOM, seed=1)) == [
        each for each in first if not each.endswith("/7.png")
    ]


def test_pictures_of_subfolders_are_listed_by_folder_and_each_once(tmp_path):
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("2.png", "10.png", "b/1.png", "b/deep/3.jpg", "b/note.txt"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "again").symlink_to(tmp_path / "b")
    found = [Path(path).relative_to(tmp_path).as_posix() for path in listed((tmp_path,), Listing(deep=True))]
    assert found == ["2.png", "10.png", "b/1.png", "b/deep/3.jpg"]


def test_a_hundred_thousand_files_are_listed_quickly(tmp_path):
    for number in range(100_000):
        os.close(os.open(tmp_path / f"IMG_{number}.jpg", os.O_CREAT))
    suffixes()
    began = time.process_time()
    found = listed((tmp_path,))
    assert len(found) == 100_000 and found[-1].endswith("IMG_99999.jpg")
    assert time.process_time() - began < 5, "1 s on a machine of 2020; this leaves room for a busy one"
