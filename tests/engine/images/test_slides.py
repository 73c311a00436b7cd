"""Slides of microscopes, by OpenSlide. The judge is openslide-python, which reads the same places."""

import shutil
from io import BytesIO

import numpy as np
import PIL.Image
import PIL.ImageCms
import pytest

from engine.base.errors import ImageError
from engine.images import isolated, loading, picture_job, plugins, source_file, suffixes
from engine.images.damage import part_missing
from engine.images.decoders import slide_kinds
from engine.images.image_file import TooLargeError, open_file
from engine.images.large import raster, slide_source
from engine.images.large.raster import LargeArea
from engine.images.metadata import Metadata
from engine.images.picture import Picture
from engine.images.rgb_profile import ADOBE_RGB, ADOBE_RGB_GAMMA, rgb_profile
from tests.engine.images.large_files import drawn, halved, write_pyramid
from tests.engine.images.slide_files import TILE, write_dicom, write_philips, write_ventana, write_vms

openslide = pytest.importorskip("openslide")
HEIGHT, WIDTH = 704, 912
PROFILE = rgb_profile(ADOBE_RGB, ADOBE_RGB_GAMMA)
WRITERS = {
    "Philips": lambda folder, pixels: write_philips(folder / "a.tiff", pixels),
    "Ventana": lambda folder, pixels: write_ventana(folder / "a.bif", pixels),
    "DICOM": write_dicom,
    "VMS": write_vms,
}


@pytest.fixture
def low_limit(monkeypatch):
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)


@pytest.fixture
def pixels():
    return drawn(HEIGHT, WIDTH)


def read_by_openslide(path, level=0):
    """Returns all of a level, (h, w, 4)."""
    with openslide.OpenSlide(path) as slide:
        return np.asarray(slide.read_region((0, 0), level, slide.level_dimensions[level]))


@pytest.mark.parametrize("kind", WRITERS)
def test_a_small_slide_is_decoded_whole(kind, tmp_path, pixels):
    path = WRITERS[kind](tmp_path, pixels)
    opened, expected = isolated.load(path), read_by_openslide(path)
    assert not isinstance(opened.pixels, LargeArea) and opened.alpha is None
    np.testing.assert_array_equal(opened.pixels, expected[..., :3])
    assert opened.file_info.format == "SLIDE" and opened.file_info.mode == "RGB"
    assert isolated.size(path) == (opened.width, opened.height)


@pytest.mark.parametrize("kind", WRITERS)
def test_a_large_slide_is_read_by_regions_and_levels(kind, tmp_path, pixels, low_limit):
    path = WRITERS[kind](tmp_path, pixels)
    opened, expected = isolated.load(path), read_by_openslide(path)
    facts = opened.pixels.cells.facts
    assert facts.levels[:2] == (0, 1)
    for place in [np.s_[:, :], np.s_[3:70, 5:90], np.s_[400:, 600:], np.s_[255:257, 255:514]]:
        np.testing.assert_array_equal(opened.pixels[place], expected[place][..., :3])
        alpha = np.full(expected.shape[:2], 255) if opened.alpha is None else opened.alpha
        np.testing.assert_array_equal(alpha[place], expected[place][..., 3])
    for times in range(facts.coarse + 1):
        found = opened.pixels.levels[times][:, :]
        level = read_by_openslide(path, times)[: found.shape[0], : found.shape[1], :3]
        np.testing.assert_array_equal(found[: level.shape[0], : level.shape[1]], level)
    assert Picture(opened).preview.shape[2] == 4


def test_what_is_beyond_a_level_that_was_rounded_down_repeats_its_last_row(tmp_path, low_limit):
    pixels = np.full((701, 903, 3), 200, np.uint8)
    opened = isolated.load(write_dicom(tmp_path, pixels))
    assert [each.shape for each in opened.pixels.levels[:2]] == [(701, 903, 3), (351, 452, 3)]
    for level, alpha in list(zip(opened.pixels.levels, opened.alpha.levels, strict=True))[:2]:
        assert (level[:, :] == 200).all() and (alpha[:, :] == 255).all()


def test_the_overlap_of_tiles_is_taken_away(tmp_path, pixels, low_limit):
    """The TIFF in the file has each tile's border twice."""
    path = write_ventana(tmp_path / "a.bif", pixels, overlap=12)
    opened = isolated.load(path)
    np.testing.assert_array_equal(opened.pixels[:, :], pixels[: opened.height, : opened.width])


def test_what_was_not_scanned_is_transparent(tmp_path, pixels, low_limit, monkeypatch):
    path = write_philips(tmp_path / "a.tiff", pixels, missing=[(1, 2), (1, 3)])
    hole = np.s_[TILE : 2 * TILE, 2 * TILE : 4 * TILE]
    large = isolated.load(path)
    monkeypatch.setattr(source_file, "MOST_PIXELS", 1 << 28)
    for opened in (large, isolated.load(path)):
        alpha = opened.alpha[:, :].copy()
        assert (alpha[hole] == 0).all()
        alpha[hole] = 255
        assert (alpha == 255).all()
        np.testing.assert_array_equal(opened.pixels[:, :][alpha > 0][:50], pixels.reshape(-1, 3)[:50])


@pytest.mark.parametrize("large", [True, False])
def test_colours_are_converted_from_the_profile_of_the_slide(large, tmp_path, pixels, monkeypatch):
    if large:
        monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    opened = isolated.load(write_dicom(tmp_path, pixels, profile=PROFILE))
    profile = PIL.ImageCms.ImageCmsProfile(BytesIO(PROFILE))
    srgb = PIL.ImageCms.createProfile("sRGB")
    expected = PIL.ImageCms.profileToProfile(PIL.Image.fromarray(pixels), profile, srgb)
    assert isinstance(opened.pixels, LargeArea) == large
    assert abs(opened.pixels[:, :].astype(int) - np.asarray(expected)).max() <= 1
    assert abs(opened.pixels[:, :].astype(int) - pixels).max() > 5


def test_any_file_of_a_slide_of_several_opens_all_of_it(tmp_path, pixels, low_limit):
    write_dicom(tmp_path, pixels)
    opened = isolated.load(tmp_path / "level2.dcm")
    assert (opened.width, opened.height) == (WIDTH, HEIGHT)
    np.testing.assert_array_equal(opened.pixels[:, :], pixels)


@pytest.mark.parametrize("levels", [1, 3])
def test_a_slide_without_a_small_level_gets_one_by_averages(levels, tmp_path, pixels, low_limit, monkeypatch):
    """The child has its own limits: the source is made here."""
    monkeypatch.setattr(slide_source, "MOST_COARSE", 4_000)
    path = write_dicom(tmp_path, pixels, levels)
    with path.open("rb") as stream:
        source = slide_source.slide_source(open_file(stream, path, None, None), [])
        assert source.coarse == 4 and source.levels == tuple(sorted({*range(levels), 4}))
        _, samples, damaged = source.samples(4, [(0, 0)], (HEIGHT // 16, WIDTH // 16))
    colours = samples.read(slice(0, samples.height))[0]
    assert damaged == 0 and colours.shape == (HEIGHT // 16, WIDTH // 16, 3)
    assert abs(colours.astype(int) - halved(pixels, 4)).max() <= 2


def damaged_slide(tmp_path, pixels):
    """Returns a Philips slide of which the tile in the second row and third column is damaged."""
    import tifffile

    path = write_philips(tmp_path / "a.tiff", pixels)
    with tifffile.TiffFile(path) as file:
        page = file.pages[0]
        index = 1 * -(-WIDTH // TILE) + 2
        offset, count = page.dataoffsets[index], page.databytecounts[index]
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(b"\xff" * count)
    return path


def test_a_damaged_part_is_missed_and_said(tmp_path, pixels, low_limit):
    opened = isolated.load(damaged_slide(tmp_path, pixels))
    assert opened.notices == ()
    found = opened.pixels[:, :]
    np.testing.assert_array_equal(found[512:], pixels[512:])  # other cells are read on
    assert raster.damage_found(opened.pixels) == (part_missing(),)


def test_a_small_slide_with_a_damaged_part_opens_and_says_so(tmp_path, pixels):
    assert part_missing() in isolated.load(damaged_slide(tmp_path, pixels)).notices


def test_the_resolution_is_known(tmp_path, pixels):
    path = write_philips(tmp_path / "a.tiff", pixels)
    assert isolated.metadata(path) == Metadata(dpi=(25_400 / 0.25, 25_400 / 0.25))


def test_plain_tiffs_stay_with_the_tiff_decoder(tmp_path, pixels, low_limit):
    """Aperio's, and any tiled one: OpenSlide would read them, too."""
    path = tmp_path / "a.svs"
    write_pyramid(path, pixels, marked=False, photometric="rgb", description="Aperio Image Library v1.0.0")
    assert openslide.OpenSlide.detect_format(path) == "aperio"
    opened = isolated.load(path)
    assert opened.file_info.format == "TIFF" and isinstance(opened.pixels, LargeArea)


def test_a_slide_that_lacks_its_other_files_is_an_error(tmp_path, pixels):
    path = tmp_path / "a.mrxs"
    PIL.Image.fromarray(pixels).save(path, "JPEG")
    with pytest.raises(ImageError, match="its other files may be missing"):
        isolated.load(path)


@pytest.mark.parametrize("name", ["a.czi", "a.vms", "a.dcm"])
def test_a_slide_that_openslide_does_not_open_is_an_error_of_one_line(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(STARTS[name])
    with pytest.raises(ImageError, match="OpenSlide") as raised:
        isolated.load(path)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_replaced_while_it_is_opened_is_an_error(tmp_path, pixels):
    path = write_dicom(tmp_path, pixels)
    with path.open("rb") as stream:
        shutil.copy(path, tmp_path / "b.dcm")
        (tmp_path / "b.dcm").replace(path)
        with pytest.raises(ImageError, match="another file"):
            loading.decode(stream, path)


@pytest.fixture
def without_openslide(monkeypatch):
    monkeypatch.setattr(plugins, "find_spec", lambda module: None if module == "openslide_bin" else object())


STARTS = {
    "a.czi": b"ZISRAWFILE" + bytes(500),
    "a.vms": b"[Virtual Microscope Specimen]\nNoLayers=1\n",
    "a.vmu": b"[Uncompressed Virtual Microscope Specimen]\n",
    "a.svslide": b"SQLite format 3\0" + bytes(500),
    "a.mrxs": b"\xff\xd8\xff\xe0" + bytes(500),
    "a.dcm": bytes(128) + b"DICM" + b"\2\0\2\0UI\x1e\x001.2.840.10008.5.1.4.1.1.77.1.6",
}


@pytest.mark.parametrize("name", STARTS)
def test_without_the_library_the_error_names_the_extra(name, tmp_path, without_openslide):
    path = tmp_path / name
    path.write_bytes(STARTS[name])
    with path.open("rb") as stream:
        kind = slide_kinds.slide_kind(stream, path)
    with pytest.raises(ImageError) as raised:
        loading.load(path)
    assert str(raised.value) == (
        f"{path}: is {kind}, which needs OpenSlide; install the extra “slides”: "
        "pip install openslide-python openslide-bin"
    )


@pytest.mark.parametrize("kind", ["Philips", "Ventana"])
def test_without_the_library_a_small_tiff_opens_as_one(kind, tmp_path, pixels, without_openslide):
    assert loading.load(WRITERS[kind](tmp_path, pixels)).file_info.format == "TIFF"


def test_without_the_library_a_slide_that_would_be_converted_names_the_extra(
    tmp_path, pixels, without_openslide
):
    path = WRITERS["Philips"](tmp_path, pixels)
    with path.open("rb") as stream:
        with pytest.raises(TooLargeError) as refusal:
            loading.decode(stream, path, most_pixels=60_000)
        with pytest.raises(ImageError, match="extra “slides”"):
            picture_job._convertible(None, refusal.value)


def test_the_names_of_slides_are_listed_with_the_library_alone(monkeypatch):
    suffixes.suffixes.cache_clear()
    assert {".ndpi", ".mrxs", ".czi", ".svs"} <= set(suffixes.suffixes())
    suffixes.suffixes.cache_clear()
    monkeypatch.setattr(plugins, "find_spec", lambda module: None if module == "openslide_bin" else object())
    assert not {".ndpi", ".mrxs", ".czi"} & set(suffixes.suffixes()) and ".svs" in suffixes.suffixes()
    suffixes.suffixes.cache_clear()
