"""Pages, frames and sizes of a file: each opens by its number, in this process and in the child."""

import numpy as np
import PIL.Image
import pytest
import tifffile

from engine.base.errors import ImageError
from engine.images import isolated, loading
from engine.images.pages import Kind, Pages

COLOURS = ((250, 0, 0), (0, 250, 0), (0, 0, 250))


def colour_of(opened):
    return tuple(opened.pixels[opened.height // 2, opened.width // 2].tolist())


def several(path, **options):
    """Writes three pictures, each of one colour and each wider than the one before."""
    pictures = [PIL.Image.new("RGB", (6 + 2 * at, 4), colour) for at, colour in enumerate(COLOURS)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], **options)
    return path


@pytest.mark.parametrize(
    ("name", "kind"), [("a.tif", Kind.PAGES), ("a.png", Kind.FRAMES), ("a.webp", Kind.FRAMES)]
)
@pytest.mark.parametrize("load", [loading.load, isolated.load])
def test_each_page_opens_by_its_number(tmp_path, name, kind, load):
    pictures = [PIL.Image.new("RGB", (8, 4), colour) for colour in COLOURS]
    path = tmp_path / name
    options = {} if name == "a.tif" else {"loop": 3, "lossless": True}
    pictures[0].save(path, save_all=True, append_images=pictures[1:], **options)
    for page, colour in enumerate(COLOURS):
        opened = load(path, page=page)
        assert colour_of(opened) == colour
        assert opened.pages == Pages(page, 3, kind, 0 if name == "a.tif" else 3)
        assert not opened.notices  # it was chosen: nothing surprises


@pytest.mark.parametrize("bits", [8, 16])
def test_pages_of_a_tiff_have_their_own_sizes_and_depths(tmp_path, bits):
    path = tmp_path / "a.tif"
    planes = [np.full((4 + page, 6, 3), 40 * page + 9, np.uint8) for page in range(3)]
    with tifffile.TiffWriter(path) as writer:
        for page, plane in enumerate(planes):
            deep = bits == 16 and page == 1
            writer.write(plane.astype(np.uint16) * 257 if deep else plane, photometric="rgb")
    for page in range(3):
        opened = loading.load(path, page)
        assert (opened.height, opened.bits) == (4 + page, bits if page == 1 else 8)
        assert (opened.eight_bits == 40 * page + 9).all()


def test_a_page_that_nobody_chose_is_said(tmp_path):
    assert [str(told) for told in loading.load(several(tmp_path / "a.tif")).notices] == ["first of 3 pages"]
    animation = PIL.Image.new("RGB", (6, 4))
    others = [PIL.Image.new("RGB", (6, 4), colour) for colour in COLOURS]
    animation.save(tmp_path / "a.gif", save_all=True, append_images=others)
    (told,) = loading.load(tmp_path / "a.gif").notices
    assert str(told) == "first frame of an animation of 4"


def test_an_album_opens_with_its_main_picture(tmp_path):
    path = several(tmp_path / "a.heic", primary_index=2, quality=-1)
    opened = loading.load(path)
    assert opened.pages == Pages(2, 3, Kind.PICTURES)
    assert opened.width == 10
    assert [str(told) for told in opened.notices] == ["picture 3 of 3, the main one"]
    assert loading.load(path, 0).width == 6


@pytest.mark.parametrize("page", [3, 4_000_000_000, -1])
@pytest.mark.parametrize("load", [loading.load, isolated.load])
def test_a_page_that_is_not_there_is_refused(tmp_path, page, load):
    path = several(tmp_path / "a.tif")
    with pytest.raises(ImageError, match=f"a.tif: has no page {page + 1}; choose a page from 1 to 3$"):
        load(path, page=page)


def test_a_child_that_names_no_page_is_not_believed(tmp_path):
    for answer in ([3, 3, "pages", 0], [0, 1, "leaves", 0], [0, 1, "pages"], [0, 1 << 40, "pages", 0]):
        with pytest.raises(ValueError):
            isolated._pages(answer)


def test_pictures_of_a_camera_file_open_by_their_numbers(tmp_path):
    """An MPO, as cameras with two lenses write it: the first is the photo, and nothing is to be said."""
    path = tmp_path / "a.jpg"
    pictures = [PIL.Image.new("RGB", (16, 8), colour) for colour in COLOURS]
    pictures[0].save(path, "MPO", save_all=True, append_images=pictures[1:], quality=95)
    assert not loading.load(path).notices
    for page, colour in enumerate(COLOURS):
        opened = isolated.load(path, page=page)
        assert opened.pages == Pages(page, 3, Kind.VIEWS)
        assert np.abs(np.subtract(colour_of(opened), colour)).max() <= 6


def test_sizes_of_an_icon_open_by_their_numbers(tmp_path):
    path = tmp_path / "a.ico"
    PIL.Image.new("RGBA", (64, 64), (250, 0, 0, 255)).save(path, sizes=[(16, 16), (64, 64), (32, 32)])
    opened = loading.load(path)
    assert (opened.width, opened.pages) == (64, Pages(0, 3, Kind.SIZES))
    assert [str(told) for told in opened.notices] == ["the largest of 3 sizes"]
    assert sorted(loading.load(path, page).width for page in range(3)) == [16, 32, 64]
