"""Every option of every format does what it says, as another library than its writer reads the file."""

import struct
from io import BytesIO
from itertools import pairwise

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import ExportError
from engine.export import formats, jpeg_file, png_file
from engine.export.options import FileOptions
from engine.export.picture_file import write

LOSSY = {".jpg": 3, ".webp": 5, ".avif": 5, ".heic": 5, ".jxl": 3}
"""Largest mean difference from a smooth picture, by suffix."""


def smooth(height, width, channels=3, bits=8):
    """A picture without edges, with alpha from transparent to opaque."""
    y, x = np.mgrid[:height, :width]
    planes = [x / width, y / height, (x + y) / (width + height), (x + 1) / width][:channels]
    return np.rint(np.stack(planes, axis=-1) * (2**bits - 1)).astype(f"uint{bits}")


def noise(height, width, channels=3, bits=8):
    random = np.random.default_rng(height * width)
    return random.integers(0, 2**bits, (height, width, channels), f"uint{bits}")


def export(path, pixels, rows=7, **options):
    bands = (pixels[top : top + rows] for top in range(0, len(pixels), rows))
    height, width, channels = pixels.shape
    write(path, width, height, bands, channels == 4, 8 * pixels.itemsize, options=FileOptions(**options))


def writes(suffix):
    return formats.is_installed(formats.BY_SUFFIX[suffix])


@pytest.mark.parametrize("level", ["0", "1", "6", "9"])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("bits", [8, 16])
def test_png_levels(tmp_path, level, channels, bits):
    pixels = noise(41, 67, channels, bits)
    export(tmp_path / "a.png", pixels, compression=level)
    np.testing.assert_array_equal(imagecodecs.png_decode((tmp_path / "a.png").read_bytes()), pixels)


def test_higher_png_levels_make_smaller_files(tmp_path):
    sizes = []
    for level in ("0", "1", "9"):
        export(tmp_path / "a.png", smooth(300, 300), compression=level)
        sizes.append((tmp_path / "a.png").stat().st_size)
    assert all(smaller < larger / 2 for larger, smaller in pairwise(sizes[:2])) and sizes[2] < sizes[1]


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_the_file_depends_neither_on_the_bands_nor_on_the_cores(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(png_file, "GROUP_BYTES", 3000)
    monkeypatch.setattr(jpeg_file, "GROUP_PIXELS", 3000)
    pixels, files = noise(333, 57), set()
    for rows, cores in ((1, 1), (7, 2), (100, 5), (333, 2)):
        monkeypatch.setattr("engine.export.ordered_work.cores", lambda cores=cores: cores)
        export(tmp_path / f"a{suffix}", pixels, rows)
        files.add((tmp_path / f"a{suffix}").read_bytes())
    assert len(files) == 1


@settings(deadline=None, max_examples=30)
@given(
    st.integers(1, 90), st.integers(1, 90), st.sampled_from(["4:4:4", "4:2:2", "4:2:0"]), st.integers(1, 3000)
)
def test_a_jpeg_in_groups_equals_one_piece(tmp_path_factory, height, width, subsampling, group):
    """Pillow's own file of the whole picture decodes to the same pixels, where colour is not smoothed across groups."""
    path, pixels = tmp_path_factory.mktemp("jpeg") / "a.jpg", smooth(height, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jpeg_file, "GROUP_PIXELS", group)
        export(path, pixels, subsampling=subsampling)
    whole = BytesIO()
    PIL.Image.fromarray(pixels).save(whole, "JPEG", quality=95, subsampling=subsampling)
    found = imagecodecs.jpeg8_decode(path.read_bytes())
    np.testing.assert_array_equal(found, imagecodecs.jpeg8_decode(whole.getvalue()))


@pytest.mark.parametrize("subsampling, layers", [("4:4:4", (1, 1)), ("4:2:2", (2, 1)), ("4:2:0", (2, 2))])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_subsampling_and_progressive(tmp_path, subsampling, layers, progressive):
    export(tmp_path / "a.jpg", smooth(50, 70), subsampling=subsampling, progressive=progressive)
    with tifffile.FileHandle(tmp_path / "a.jpg") as file:
        data = file.read(-1)
    frame = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    assert struct.unpack(">HH", data[frame + 5 : frame + 9]) == (50, 70)
    assert (data[frame + 11] >> 4, data[frame + 11] & 15) == layers
    assert abs(imagecodecs.jpeg8_decode(data).astype(int) - smooth(50, 70)).mean() < 3


@pytest.mark.parametrize("suffix", [suffix for suffix in LOSSY if writes(suffix)])
def test_lower_quality_makes_smaller_files(tmp_path, suffix):
    pixels, sizes = smooth(120, 160), []
    pixels[30:60, 40:80] = noise(30, 40)
    for quality in (20, 60, 95):
        export(tmp_path / f"a{suffix}", pixels, quality=quality)
        sizes.append((tmp_path / f"a{suffix}").stat().st_size)
    assert sizes == sorted(sizes) and sizes[0] < sizes[2] / 1.5


@pytest.mark.parametrize("suffix", [suffix for suffix in LOSSY if writes(suffix)])
@pytest.mark.parametrize("channels", [3, 4])
def test_lossy_formats_are_close_to_the_picture(tmp_path, suffix, channels):
    pixels = smooth(60, 90, channels)
    export(tmp_path / f"a{suffix}", pixels)
    found = read(tmp_path / f"a{suffix}")
    shown = pixels[..., :3] * (pixels[..., 3:] / 255) + 255 - pixels[..., 3:] if channels == 4 else pixels
    if found.shape[2] == 4:
        assert abs(found[..., 3].astype(int) - pixels[..., 3]).mean() < 2
        found = found[..., :3] * (found[..., 3:] / 255) + 255 - found[..., 3:]
    assert abs(found.astype(int) - shown).mean() < LOSSY[suffix]


def read(path):
    """Decodes a file with another library than the one that wrote it, where there is one."""
    data = path.read_bytes()
    if path.suffix == ".heic":
        return np.asarray(PIL.Image.open(path))
    if path.suffix == ".jxl":
        pytest.importorskip("pillow_jxl")
        return np.asarray(PIL.Image.open(path))
    name = {".jpg": "jpeg8", ".webp": "webp", ".avif": "avif"}[path.suffix]
    return getattr(imagecodecs, f"{name}_decode")(data)


@pytest.mark.parametrize("channels", [3, 4])
def test_lossless_webp(tmp_path, channels):
    pixels = noise(31, 47, channels)
    export(tmp_path / "a.webp", pixels, lossless=True)
    np.testing.assert_array_equal(imagecodecs.webp_decode((tmp_path / "a.webp").read_bytes()), pixels)


@pytest.mark.parametrize("channels, bits", [(3, 8), (4, 8), (3, 16)])
def test_lossless_jpeg_xl(tmp_path, channels, bits):
    pixels = noise(31, 47, channels, bits)
    export(tmp_path / "a.jxl", pixels, lossless=True)
    np.testing.assert_array_equal(imagecodecs.jpegxl_decode((tmp_path / "a.jxl").read_bytes()), pixels)


@pytest.mark.parametrize("compression", ["none", "lzw", "deflate", "zstd"])
@pytest.mark.parametrize("strips", [False, True])
@pytest.mark.parametrize("bits", [8, 16])
def test_tiff_compressions(tmp_path, compression, strips, bits):
    pixels = noise(300, 270, 4, bits)
    export(tmp_path / "a.tif", pixels, compression=compression, strips=strips)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        page = file.pages.first
        assert page.compression.name == {"none": "NONE", "deflate": "ADOBE_DEFLATE"}.get(
            compression, compression.upper()
        )
        assert page.is_tiled != strips and page.bitspersample == bits
        np.testing.assert_array_equal(page.asarray(), pixels)
    if bits == 8:
        np.testing.assert_array_equal(np.asarray(PIL.Image.open(tmp_path / "a.tif")), pixels)


@pytest.mark.parametrize("strips", [False, True])
def test_tiff_with_jpeg(tmp_path, strips):
    pixels = smooth(300, 270)
    export(tmp_path / "a.tif", pixels, compression="jpeg", quality=95, strips=strips)
    found = np.asarray(PIL.Image.open(tmp_path / "a.tif").convert("RGB"))
    assert abs(found.astype(int) - pixels).mean() < 3


@pytest.mark.parametrize("compression", ["none", "deflate", "zstd", "lzw"])
def test_tiff_of_floats(tmp_path, compression):
    pixels = noise(65, 80, 3, 16).astype(np.float32) / 65535
    export(tmp_path / "a.tif", pixels, compression=compression)
    found = tifffile.imread(tmp_path / "a.tif")
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, pixels)


@pytest.mark.parametrize(
    "name, options, words",
    [
        ("a.png", {"quality": 90}, "PNG has no option quality"),
        ("a.jpg", {"lossless": True}, "JPEG has no option lossless"),
        ("a.jpg", {"quality": 0}, "0 is no quality"),
        ("a.png", {"compression": "lzw"}, "PNG has no compression lzw"),
        ("a.tif", {"compression": "7"}, "TIFF has no compression 7"),
        ("a.webp", {"bits": 16}, "WebP has no option bits"),
        ("a.png", {"bits": 32}, "PNG has no 32 bits"),
        ("a.tif", {"compression": "jpeg", "bits": 16}, "has 8 bits per sample, not 16"),
    ],
)
def test_options_that_a_format_does_not_have_are_refused(tmp_path, name, options, words):
    with pytest.raises(ExportError, match=words):
        export(tmp_path / name, noise(4, 4), **options)
    assert not list(tmp_path.iterdir())


def test_a_writer_that_needs_more_memory_than_there_is_refuses_before_it_begins(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.export.preflight.free_memory.available_bytes", lambda: 30_000)
    export(tmp_path / "a.png", noise(50, 50))
    export(tmp_path / "a.jpg", noise(50, 50))
    for name, options in (("a.webp", {}), ("b.jpg", {"progressive": True})):
        with pytest.raises(ExportError, match=r"MB of memory for 50 x 50 px, but 0 MB are free"):
            export(tmp_path / name, noise(50, 50), **options)


def test_a_webp_above_its_limit_is_refused(tmp_path):
    with pytest.raises(ExportError, match="limit of 16383 px per side"):
        write(tmp_path / "a.webp", 16_384, 1, iter(()), False)
