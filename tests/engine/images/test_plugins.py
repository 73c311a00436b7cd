"""Optional plugins: their formats open if they are installed; otherwise the error names the package."""

import numpy as np
import PIL.Image
import pytest

from engine import doctor
from engine.base.errors import ImageError
from engine.images import plugins
from engine.images.decoders.table import formats
from engine.images.loading import load
from engine.images.suffixes import suffixes

KINDS = [("HEIF", "a.heic"), ("JXL", "a.jxl")]


@pytest.fixture
def without_plugins(monkeypatch):
    """An installation without the plugins."""
    monkeypatch.setattr(plugins, "find_spec", lambda _module: None)


def saved(tmp_path, name, **options):
    formats()  # registers the plugins, which also write
    pixels = np.zeros((30, 40, 3), np.uint8)
    pixels[:15], pixels[:, :10] = (200, 30, 40), (10, 200, 40)
    PIL.Image.fromarray(pixels).save(tmp_path / name, **options)
    return tmp_path / name, pixels


@pytest.mark.parametrize(("plugin", "name"), KINDS)
def test_plugins_open_their_formats(tmp_path, plugin, name):
    pytest.importorskip(plugins.PLUGINS[plugin].module)
    path, pixels = saved(tmp_path, name, quality=95)
    assert abs(load(path).pixels.astype(int) - pixels).mean() <= 3
    assert path.suffix in suffixes()
    start = path.read_bytes()[:16]
    assert start[plugins.PLUGINS[plugin].offset :].startswith(plugins.PLUGINS[plugin].signatures)
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    rotated = load(saved(tmp_path, name, quality=95, exif=exif.tobytes())[0]).pixels
    assert rotated.shape == (40, 30, 3)
    assert abs(rotated.astype(int) - np.rot90(pixels, -1)).mean() <= 3


@pytest.mark.parametrize(
    ("start", "kind", "package"),
    [
        (b"\0\0\0\x1cftypheic\0\0\0\0heic", "HEIC", "pillow-heif"),
        (b"\0\0\0\x24ftypmif1\0\0\0\0heic", "HEIC", "pillow-heif"),
        (b"\xff\x0a and so on", "JPEG XL", "pillow-jxl-plugin"),
        (b"\0\0\0\x0cJXL \r\n\x87\n and so on", "JPEG XL", "pillow-jxl-plugin"),
    ],
)
def test_an_error_names_the_missing_package(tmp_path, without_plugins, start, kind, package):
    (tmp_path / "photo.heic").write_bytes(start)
    expected = f"photo.heic: is {kind}, which needs {package}; install it with: pip install {package}"
    with (tmp_path / "photo.heic").open("rb") as stream, pytest.raises(ImageError) as raised:
        plugins.refuse_without(stream, tmp_path / "photo.heic")
    assert str(raised.value).endswith(expected)


def test_missing_plugins_do_not_affect_other_files(tmp_path, without_plugins):
    (tmp_path / "a.png").write_bytes(b"no picture")
    with (tmp_path / "a.png").open("rb") as stream:
        plugins.refuse_without(stream, tmp_path / "a.png")
    with pytest.raises(ImageError, match="is a text, not a picture"):
        load(tmp_path / "a.png")


def test_the_doctor_lists_missing_plugins(without_plugins):
    assert plugins.missing() == {
        "HEIC": "pillow-heif",
        "JPEG XL": "pillow-jxl-plugin",
        "raw photos": "rawpy",
        "slides of microscopes": "openslide-python openslide-bin",
    }
    found = doctor.examine()
    assert found["missing_plugins"] == plugins.missing()
    assert "pillow-heif, which opens HEIC: pip install pillow-heif" in doctor.report_text(found)


def test_formats_that_need_no_plugin(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)
    for name in ("a.png", "a.jpg", "a.webp", "a.tif", "a.bmp", "a.gif", "a.avif"):
        PIL.Image.fromarray(pixels).save(tmp_path / name)
        assert load(tmp_path / name).pixels.shape == (20, 30, 3)
    big = tmp_path / "big.tif"
    PIL.Image.fromarray(pixels).save(big, big_tiff=True)
    np.testing.assert_array_equal(load(big).pixels, pixels)
