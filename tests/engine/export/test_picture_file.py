"""Written pictures read back exactly, and no error leaves a damaged or temporary file behind."""

import errno
import os
from collections import namedtuple

import numpy as np
import PIL.Image
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import ExportError, Superseded
from engine.export import preflight
from engine.export.picture_file import write


def picture(height, width, channels):
    return np.random.default_rng(height * width).integers(0, 256, (height, width, channels), np.uint8)


def bands_of(pixels, rows):
    return (pixels[top : top + rows] for top in range(0, len(pixels), rows))


def export(path, pixels, rows=7):
    write(path, pixels.shape[1], pixels.shape[0], bands_of(pixels, rows), pixels.shape[2] == 4)


def file_names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", [".png", ".tif", ".TIFF"])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize(("height", "width"), [(1, 1), (37, 53), (300, 1), (256, 512), (513, 259)])
def test_lossless_formats_return_the_same_pixels(tmp_path, suffix, channels, height, width):
    path, pixels = tmp_path / f"out{suffix}", picture(height, width, channels)
    export(path, pixels)
    with PIL.Image.open(path) as file:
        np.testing.assert_array_equal(np.asarray(file), pixels)
    assert file_names(tmp_path) == [path.name]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(1, 600), min_size=1, max_size=6), st.sampled_from([".png", ".tif"]))
def test_the_split_into_bands_does_not_change_the_file(tmp_path_factory, counts, suffix):
    path, pixels = tmp_path_factory.mktemp("bands") / f"out{suffix}", picture(sum(counts), 5, 3)
    ends = np.cumsum(counts)
    write(path, 5, len(pixels), (pixels[end - n : end] for end, n in zip(ends, counts, strict=True)), False)
    with PIL.Image.open(path) as file:
        np.testing.assert_array_equal(np.asarray(file), pixels)


def test_png_is_marked_as_srgb(tmp_path):
    export(tmp_path / "out.png", picture(4, 4, 3))
    with PIL.Image.open(tmp_path / "out.png") as file:
        assert file.info["srgb"] == 0


def test_bigtiff_is_used_only_above_the_classic_limit(tmp_path, monkeypatch):
    for limit, big in ((1 << 32, False), (100, True)):
        monkeypatch.setattr("engine.export.tiff_file.MAX_CLASSIC_BYTES", limit)
        export(tmp_path / "out.tif", picture(20, 20, 3))
        with tifffile.TiffFile(tmp_path / "out.tif") as file:
            assert file.is_bigtiff == big


@pytest.mark.parametrize("suffix", [".jpg", ".jpeg"])
def test_jpeg_is_close_to_the_original(tmp_path, suffix):
    y, x = np.mgrid[:61, :83]
    pixels = np.stack([3 * x, 4 * y, x + y], axis=-1).astype(np.uint8)
    export(tmp_path / f"out{suffix}", pixels)
    with PIL.Image.open(tmp_path / f"out{suffix}") as file:
        assert file.format == "JPEG"
        assert abs(np.asarray(file) - pixels.astype(int)).mean() < 1


def test_jpeg_blends_transparent_pixels_with_white(tmp_path):
    pixels = np.zeros((16, 48, 4), np.uint8)
    pixels[:, 16:32, 3], pixels[:, 32:, 3] = 51, 255
    export(tmp_path / "out.jpg", pixels)
    with PIL.Image.open(tmp_path / "out.jpg") as file:
        shown = np.asarray(file)[8, [8, 24, 40], 0].astype(int)
    assert abs(shown - (255, 204, 0)).max() <= 2


@pytest.mark.parametrize("name", ["out.gif", "out", "out.png.bak"])
def test_an_unknown_suffix_is_refused(tmp_path, name):
    with pytest.raises(ExportError, match=r"use a name that ends in one of \.png \.tif \.tiff \.jpg \.jpeg"):
        export(tmp_path / name, picture(2, 2, 3))
    assert file_names(tmp_path) == []


def test_sizes_beyond_the_formats_limits_are_refused(tmp_path):
    for width, height in ((65_501, 1), (0, 5)):
        with pytest.raises(ExportError, match=r"px exceeds|not a valid size"):
            write(tmp_path / "out.jpg", width, height, iter(()), False)
    assert file_names(tmp_path) == []


def test_too_little_free_space_is_refused(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(preflight.shutil, "disk_usage", lambda _: usage(10**9, 10**9, 3500))
    export(tmp_path / "fits.png", picture(30, 30, 3))
    with pytest.raises(ExportError, match=r"may need 0 MB, but 0 MB are free; free disk space"):
        export(tmp_path / "out.png", picture(32, 32, 3))
    assert file_names(tmp_path) == ["fits.png"]


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(ExportError, match=r"out\.png: there is no folder .*gone; make the folder"):
        export(tmp_path / "gone" / "out.png", picture(2, 2, 3))


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg"])
def test_a_cancelled_export_leaves_the_old_file(tmp_path, suffix):
    def bands():
        yield picture(300, 9, 3)
        raise Superseded

    path = tmp_path / f"out{suffix}"
    path.write_bytes(b"old")
    with pytest.raises(Superseded):
        write(path, 9, 600, bands(), False)
    assert path.read_bytes() == b"old"
    assert file_names(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg"])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_error_leaves_the_old_file(tmp_path, monkeypatch, suffix, call):
    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / f"out{suffix}"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(ExportError, match=r"the disk is full \(No space left on device\); free disk space"):
        export(path, picture(9, 9, 3))
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert file_names(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg"])
@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_a_file_that_is_damaged_on_the_disk_is_discarded(tmp_path, monkeypatch, suffix, damage):
    def lossy(descriptor, sync=os.fsync):
        sync(descriptor)
        size = os.fstat(descriptor).st_size
        if damage == "cut":
            os.ftruncate(descriptor, size // 2)
        else:
            os.pwrite(descriptor, b"\x55" * 64, size - 200)

    path = tmp_path / f"out{suffix}"
    monkeypatch.setattr(os, "fsync", lossy)
    with pytest.raises(ExportError, match=r"could not be read back from the disk \(.*\); check the disk"):
        export(path, picture(90, 90, 3))
    assert file_names(tmp_path) == []


@pytest.mark.parametrize("rows", [8, 12])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg"])
def test_bands_that_do_not_add_up_to_the_picture_raise(tmp_path, suffix, rows):
    with pytest.raises(ValueError, match="picture of"):
        write(tmp_path / f"out{suffix}", 5, 10, bands_of(picture(rows, 5, 3), 4), False)
    with pytest.raises(ValueError, match="a band of"):
        write(tmp_path / f"out{suffix}", 5, 10, bands_of(picture(10, 6, 3), 4), False)
    assert file_names(tmp_path) == []
