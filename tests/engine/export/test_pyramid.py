"""Pyramids in TIFF files: their copies are averages, in bands as in one piece, and other programs find them."""

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.export import pyramid
from engine.export.options import FileOptions
from engine.export.picture_file import write
from tests.engine.export import sources


def export(path, pixels, rows=100, **options):
    bands = (pixels[top : top + rows] for top in range(0, len(pixels), rows))
    height, width, channels = pixels.shape
    file_options = FileOptions(pyramid=True, **options)
    write(path, width, height, bands, channels == 4, 8 * pixels.itemsize, options=file_options)


@pytest.mark.parametrize("strips", [False, True])
@pytest.mark.parametrize("bits, channels", [(8, 3), (16, 4), (32, 3)])
def test_the_copies_are_half_as_large_each(tmp_path, bits, channels, strips):
    pixels = sources.pixels(701, 1100, channels, 16)
    pixels = pixels / np.float32(65535) if bits == 32 else (pixels >> (16 - bits)).astype(f"uint{bits}")
    export(tmp_path / "a.tif", pixels, strips=strips)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        found = [(page.shape[:2], int(page.subfiletype)) for page in file.pages]
        assert found == [((701, 1100), 0), ((351, 550), 1), ((176, 275), 1), ((88, 138), 1)]
        np.testing.assert_array_equal(file.pages[0].asarray(), pixels)
        for before, after in ((0, 1), (1, 2), (2, 3)):
            large, small = file.pages[before].asarray(), file.pages[after].asarray()
            height, width = (side // 2 * 2 for side in large.shape[:2])
            means = large[:height, :width].reshape(height // 2, 2, width // 2, 2, channels).mean((1, 3))
            if channels == 3:
                tolerance = 1e-6 if bits == 32 else 0.5001
                np.testing.assert_allclose(small[: height // 2, : width // 2], means, atol=tolerance)
        assert file.pages[3].asarray().mean() == pytest.approx(pixels.mean(), rel=0.02)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=5), st.integers(1, 600))
def test_the_bands_do_not_change_the_file(tmp_path_factory, counts, width):
    folder, pixels = tmp_path_factory.mktemp("bands"), sources.pixels(sum(counts), max(width, 2))
    ends = np.cumsum(counts)
    bands = (pixels[end - n : end] for end, n in zip(ends, counts, strict=True))
    write(folder / "a.tif", pixels.shape[1], len(pixels), bands, False, options=FileOptions(pyramid=True))
    export(folder / "b.tif", pixels, len(pixels))
    assert (folder / "a.tif").read_bytes() == (folder / "b.tif").read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["a.tif", "b.tif"]


def test_transparent_pixels_do_not_colour_their_neighbours():
    pixels = np.zeros((2, 4, 4), np.uint8)
    pixels[:, ::2] = (200, 100, 50, 255)
    pixels[:, 1::2, 0] = 255
    assert pyramid.halved(pixels).tolist() == [[[200, 100, 50, 128]] * 2]


def test_a_small_picture_has_no_copies(tmp_path):
    export(tmp_path / "a.tif", sources.pixels(256, 100))
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert len(file.pages) == 1
