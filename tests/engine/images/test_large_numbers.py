"""Large pictures of floats, signed and wide numbers: one range serves all of their regions and copies.

Small files stand for large ones: the limit is lowered. The judge is the same file, read whole.
"""

import numpy as np
import pytest
import tifffile

from engine.images import isolated, loading, source_file
from engine.images.large.raster import LargeArea, in_memory
from engine.images.rotation import rotated
from tests.engine.images.large_files import drawn, halved, write_pyramid

SIDE = 512
COPY = "the range of values is that of a smaller copy; values outside of it are clipped"


@pytest.fixture(autouse=True)
def low_limit(monkeypatch):
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)


def heights():
    """Heights whose extremes fill blocks, so that halved copies have them, too."""
    found = drawn(SIDE, SIDE)[..., 0] * np.float32(12.5) + 400
    found[:64, :64], found[64:128, :64] = 0, 4000
    return found


def opened(path, page=None):
    large, whole = isolated.load(path, page=page), loading.load(path, page=page)
    assert isinstance(large.pixels, LargeArea)
    return large, whole


@pytest.mark.parametrize("kind", ["float32", "float16", "float64", "int16", "int32", "uint32"])
def test_a_range_that_the_smaller_copy_has_gives_the_colours_of_the_whole_picture(kind, tmp_path):
    path = write_pyramid(
        tmp_path / "a.tif",
        heights().astype(kind),
        tile=(64, 64),
        photometric="minisblack",
        compression="zlib",
    )
    large, whole = opened(path)
    assert large.pixels.cells.facts.levels == (0, 1, 2, 3)
    assert [str(each) for each in large.notices] == [*map(str, whole.notices), COPY]
    np.testing.assert_array_equal(large.pixels[:, :], whole.pixels)
    np.testing.assert_array_equal(large.values[100:300, 7:], whole.values[100:300, 7:])
    copy = large.pixels.levels[1][:, :].astype(int)
    assert abs(copy - halved(whole.pixels)).max() <= 40  # a copy of whole numbers: 16 samples a step


def test_values_beyond_the_range_of_the_smaller_copy_are_clipped(tmp_path):
    """The least and the largest one are single pixels, which averages take in."""
    numbers = heights()
    numbers[300, 300], numbers[301, 300] = 9000, -5000
    large, _ = opened(
        write_pyramid(tmp_path / "a.tif", numbers, (1, 2, 3), (64, 64), photometric="minisblack")
    )
    low, high = large.notices[0].values["low"], large.notices[0].values["high"]
    assert (low, high) == (0, 4000)
    assert large.pixels[
        300:302,
        300:301,
    ][..., 0].tolist() == [[65535], [0]]
    assert large.values[300:302, 300:301].tolist() == [[9000], [-5000]]
    assert abs(large.pixels[:, :][..., 0] / 65535 - np.clip(numbers, 0, 4000) / 4000).max() < 1e-4


@pytest.mark.parametrize("number", ["-9999", "nan", "-3.4028234663852886e+38"])
def test_what_has_no_value_is_transparent_in_all_regions(number, tmp_path):
    numbers = heights()
    numbers[200:333, 90:400] = float(number)
    path = tmp_path / "a.tif"
    tag = [(42113, "s", 0, number, True)]
    with tifffile.TiffWriter(path) as file:
        options = {"tile": (64, 64), "photometric": "minisblack", "metadata": None}
        file.write(numbers, extratags=tag, **options)
        file.write(numbers[::2, ::2], subfiletype=1, **options)  # a copy that does not name the number
    large, whole = opened(path)
    assert large.pixels.cells.facts.levels == (0, 1)
    np.testing.assert_array_equal(large.alpha[:, :], whole.alpha)
    seen = whole.alpha > 0
    np.testing.assert_array_equal(large.pixels[:, :][seen], whole.pixels[seen])
    np.testing.assert_array_equal(large.alpha.levels[1][:, :] > 0, seen[::2, ::2])


def test_an_empty_tile_of_a_sparse_file_has_no_value(tmp_path):
    path, tile = tmp_path / "sparse.tif", np.full((256, 256), 450, np.float32)
    tile[:100] = 700
    options = {"shape": (1024, 1024), "dtype": np.float32, "tile": (256, 256), "photometric": "minisblack"}
    tiles = (None if number % 3 else tile for number in range(16))
    tifffile.imwrite(path, tiles, extratags=[(42113, "s", 0, "-1", True)], metadata=None, **options)
    large, whole = opened(path)
    np.testing.assert_array_equal(large.alpha[:, :], whole.alpha)
    assert 0 < (whole.alpha == 0).mean() < 1
    np.testing.assert_array_equal(large.pixels[:256, :256], whole.pixels[:256, :256])


@pytest.mark.parametrize("page", [0, 1, 2])
def test_each_channel_of_several_is_read_with_its_copies(page, tmp_path):
    """Satellite pictures have many."""
    one = heights().astype(np.uint16)
    channels = np.stack([one, one[::-1], 5000 - one], axis=2)
    path = write_pyramid(
        tmp_path / "channels.tif", channels, (1, 2), (64, 64), photometric="minisblack", planarconfig="contig"
    )
    large, whole = opened(path, page)
    assert large.pixels.cells.facts.levels == (0, 1, 2)
    np.testing.assert_array_equal(large.pixels[:, :], whole.pixels)
    assert abs(large.pixels.coarse.astype(int) - halved(whole.pixels)).max() <= 16


def test_the_number_of_a_pixel_is_told_in_any_orientation_once_it_is_in_memory(tmp_path):
    path = write_pyramid(tmp_path / "a.tif", heights(), (1,), (64, 64), photometric="minisblack")
    large, whole = (rotated(each, 5) for each in opened(path))
    assert in_memory(large.values, 400, 30) is None
    assert large.pixels[400:401, 30:31].shape == (1, 1, 3)  # reads the cell
    assert in_memory(large.values, 400, 30) == whole.values[400, 30]
