import pytest

from engine.base.errors import ImageError
from engine.images.folder import collected, images, neighbour, suffixes

NAMES = ["1.png", "2.JPG", "10.webp", "a2b1.tif", "A2b03.tif", "a2b11.tif", "b.bmp"]


@pytest.fixture
def folder(tmp_path):
    for name in [*reversed(NAMES), "notes.txt", ".hidden.png", "drawing.svg", "11"]:
        (tmp_path / name).touch()
    (tmp_path / "folder.png").mkdir()
    return tmp_path


def test_pictures_come_in_natural_order(folder):
    assert [path.name for path in images(folder)] == NAMES


def test_neighbours_end_at_the_ends(folder):
    assert neighbour(folder / "2.JPG", 1) == folder / "10.webp"
    assert neighbour(folder / "2.JPG", -1) == folder / "1.png"
    assert neighbour(folder / "1.png", 3) == folder / "a2b1.tif"
    assert neighbour(folder / "1.png", -1) is None
    assert neighbour(folder / "b.bmp", 1) is None


def test_a_deleted_file_keeps_its_neighbours(folder):
    (folder / "10.webp").unlink()
    assert neighbour(folder / "10.webp", 1) == folder / "a2b1.tif"
    assert neighbour(folder / "10.webp", -1) == folder / "2.JPG"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ImageError, match=r"gone: cannot be read .*; check"):
        neighbour(tmp_path / "gone" / "1.png", 1)


def test_suffixes_are_those_of_the_allow_list():
    assert {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".ppm", ".avif"} <= set(
        suffixes()
    )
    assert not {".eps", ".psd", ".svg", ".pdf", ".jp2", ".ico"} & set(suffixes())


def test_what_is_opened_together_is_gathered_once_in_natural_order(folder, tmp_path):
    other = tmp_path / "folder.png"
    (other / "3.png").touch()
    places = (
        folder / "b.bmp",
        folder / "10.webp",
        folder / "2.JPG",
        folder / "notes.txt",
        other,
        folder / "b.bmp",
    )
    assert [path.name for path in collected(places)] == ["2.JPG", "10.webp", "b.bmp", "3.png"]
    assert collected((folder,)) == images(folder)
    assert collected((folder / "notes.txt",)) == []
