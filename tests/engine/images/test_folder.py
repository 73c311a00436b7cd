"""Pictures of a folder: natural order, neighbours, suffixes."""

import pytest

from engine.base.errors import ImageError
from engine.images.decoders.table import suffixes
from engine.images.folder import collected, images, neighbour

NAMES = ["1.png", "2.JPG", "10.webp", "a2b1.tif", "A2b03.tif", "a2b11.tif", "b.bmp"]


@pytest.fixture
def folder(tmp_path):
    for name in [*reversed(NAMES), "notes.txt", ".hidden.png", "drawing.svg", "11"]:
        (tmp_path / name).touch()
    (tmp_path / "folder.png").mkdir()
    return tmp_path


def test_pictures_come_in_natural_order(folder):
    assert [path.name for path in images(folder)] == NAMES


def test_there_is_no_neighbour_past_either_end(folder):
    assert neighbour(folder / "2.JPG", 1) == folder / "10.webp"
    assert neighbour(folder / "2.JPG", -1) == folder / "1.png"
    assert neighbour(folder / "1.png", 3) == folder / "a2b1.tif"
    assert neighbour(folder / "1.png", -1) is None
    assert neighbour(folder / "b.bmp", 1) is None


def test_a_deleted_file_keeps_its_neighbours(folder):
    (folder / "10.webp").unlink()
    assert neighbour(folder / "10.webp", 1) == folder / "a2b1.tif"
    assert neighbour(folder / "10.webp", -1) == folder / "2.JPG"


def test_a_missing_folder_is_an_error_with_its_name(tmp_path):
    with pytest.raises(ImageError, match=r"gone: cannot be read .*; check"):
        neighbour(tmp_path / "gone" / "1.png", 1)


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
    assert not {".eps", ".svg", ".pdf", ".wmf", ".ps"} & set(suffixes())


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
