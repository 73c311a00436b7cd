"""Tiles of Deep Zoom and IIIF: put together they are the export, also read by Pillow."""

import json
from xml.etree import ElementTree

import numpy as np
import PIL.Image
import pytest

import main
from engine.base.errors import ExportError
from engine.export import formats
from engine.export.options import FileOptions
from engine.export.picture_file import write

SIZES = [(1, 1), (254, 254), (255, 510), (600, 301), (513, 1025)]
LOSSLESS = FileOptions(lossless=True)


def picture(height, width, channels=3):
    random = np.random.default_rng(height + width)
    return random.integers(0, 256, (height, width, channels), dtype=np.uint8)


def export(path, pixels, options=LOSSLESS):
    bands = (pixels[top : top + 100] for top in range(0, len(pixels), 100))
    write(path, pixels.shape[1], pixels.shape[0], bands, pixels.shape[2] == 4, options=options)


def deep_zoom_assembled(path):
    """Puts the tiles of the largest level together as the format's description says."""
    head = ElementTree.parse(path).getroot()
    side, overlap, kind = (head.attrib[name] for name in ("TileSize", "Overlap", "Format"))
    side, overlap = int(side), int(overlap)
    width, height = int(head[0].attrib["Width"]), int(head[0].attrib["Height"])
    level = path.with_name(f"{path.stem}_files") / str(int(np.ceil(np.log2(max(width, height)))))
    out = PIL.Image.new("RGB", (width, height))
    for tile in level.iterdir():
        assert tile.suffix == f".{kind}"
        col, row = map(int, tile.stem.split("_"))
        x, y = max(col * side - overlap, 0), max(row * side - overlap, 0)
        with PIL.Image.open(tile) as part:
            out.paste(part, (x, y))
    return np.asarray(out)


def iiif_assembled(path):
    """Puts the tiles of the full size together, by their addresses."""
    info = json.loads((path / "info.json").read_text())
    assert info["type"] == "ImageService3"
    out = PIL.Image.new("RGB", (info["width"], info["height"]))
    for file in path.rglob("default.*"):
        region, size = file.parts[-4:-2]
        width, height = map(int, size.split(","))
        x, y, w, h = (0, 0, *out.size) if region == "full" else map(int, region.split(","))
        if (w, h) == (width, height):
            with PIL.Image.open(file) as part:
                out.paste(part, (x, y))
    return np.asarray(out)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("suffix", "assembled"), [(".dzi", deep_zoom_assembled), (".iiif", iiif_assembled)])
def test_the_assembled_tiles_are_the_picture(tmp_path, size, suffix, assembled):
    pixels = picture(*size)
    export(tmp_path / f"slide{suffix}", pixels)
    assert np.array_equal(assembled(tmp_path / f"slide{suffix}"), pixels)
    assert {each.name for each in tmp_path.iterdir()} <= {"slide.dzi", "slide_files", "slide.iiif"}


def test_the_command_line_writes_what_it_writes_as_a_png(tmp_path, capsys):
    words = ["--scale", "1.5", "--model", "bicubic", "--json"]
    assert main.main(["render", "demo", str(tmp_path / "a.png"), *words]) == 0
    capsys.readouterr()
    assert main.main(["render", "demo", str(tmp_path / "a.dzi"), *words, "--lossless"]) == 0
    result = json.loads(capsys.readouterr().out)
    with PIL.Image.open(tmp_path / "a.png") as whole:
        assert np.array_equal(deep_zoom_assembled(tmp_path / "a.dzi"), np.asarray(whole))
    tiles = [each.stat().st_size for each in (tmp_path / "a_files").rglob("*") if each.is_file()]
    assert result["bytes"] == sum(tiles) + (tmp_path / "a.dzi").stat().st_size


def test_jpeg_tiles_have_the_quality_and_no_transparency(tmp_path):
    pixels = np.full((40, 30, 4), (10, 20, 30, 0), np.uint8)
    export(tmp_path / "a.dzi", pixels, FileOptions(quality=80))
    (tile,) = (tmp_path / "a_files" / "6").iterdir()
    with PIL.Image.open(tile) as part:
        assert part.format == "JPEG" and part.size == (30, 40)
        assert np.asarray(part).min() > 250


def test_an_older_picture_is_replaced_as_a_whole(tmp_path):
    export(tmp_path / "a.dzi", picture(900, 900))
    pixels = picture(90, 70)
    export(tmp_path / "a.dzi", pixels)
    assert np.array_equal(deep_zoom_assembled(tmp_path / "a.dzi"), pixels)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.dzi", "a_files"]
    assert not (tmp_path / "a_files" / "10").exists()


@pytest.mark.parametrize("suffix", [".dzi", ".iiif"])
def test_an_error_keeps_the_older_picture_and_leaves_nothing(tmp_path, suffix):
    def bands():
        yield picture(50, 40)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / f"a{suffix}", 40, 100, bands(), False)
    assert not list(tmp_path.iterdir())


def test_missing_tiles_are_no_success(tmp_path, monkeypatch):
    import pyvips

    def lossy(self, base, save=pyvips.Image.dzsave, **options):
        save(self, base, **options)
        next(tmp_path.rglob("10/1_1.*")).unlink()

    monkeypatch.setattr(pyvips.Image, "dzsave", lossy)
    with pytest.raises(ExportError, match="1 of 9 tiles are missing"):
        export(tmp_path / "a.dzi", picture(700, 700))
    assert not list(tmp_path.iterdir())


def test_without_libvips_its_package_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    with pytest.raises(ExportError, match=r"needs pyvips-binary.*pip install pyvips-binary"):
        export(tmp_path / "a.dzi", picture(9, 9))
