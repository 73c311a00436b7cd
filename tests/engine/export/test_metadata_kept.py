"""Exports keep what their source carries: exiftool and Pillow find it in every format, and nothing that must go."""

import json
import shutil
import subprocess

import numpy as np
import PIL.Image
import pytest
import tifffile

from engine.export import export_plan, formats, picture_file
from engine.export.options import FileOptions
from engine.images import isolated
from tests.engine.export import sources

needs_exiftool = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="exiftool is not installed (libimage-exiftool-perl)"
)
INSTALLED = filter(formats.is_installed, formats.FORMATS)
SUFFIXES = [kind.suffixes[0] for kind in INSTALLED if "exif" in kind.carries]
FULL = (".png", ".tif", ".jpg")
"""Formats that carry everything."""


def export(source, out, size=(48, 32), **options):
    """Exports a flat picture in place of the source's, with all that the source carries."""
    image = isolated.load(source)
    planned = export_plan.plan(out, image, size, FileOptions(**options))
    alpha = image.alpha is not None
    band = np.full((size[1], size[0], 4 if alpha else 3), 90, f"uint{planned.decoded_bits}")
    about = planned.options, planned.embedded
    picture_file.write(out, *size, iter([planned.finished(band)]), alpha, planned.bits, source, *about)
    return [str(notice) for notice in planned.notices]


def exiftool(path):
    command = ["exiftool", "-json", "-G1", "-n", "-struct", str(path)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)[0]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return sources.jpeg(tmp_path_factory.mktemp("source") / "source.jpg")


@needs_exiftool
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_exif_and_xmp_are_kept_in_every_format(source, tmp_path, suffix):
    export(source, tmp_path / f"a{suffix}")
    found = exiftool(tmp_path / f"a{suffix}")
    warnings = {
        value for name, value in found.items() if name.startswith("ExifTool:") and "Version" not in name
    }
    assert warnings <= {"[minor] Unrecognized MakerNotes"}
    kept = {
        "IFD0:Make": "Zeiss",
        "IFD0:Copyright": "Ada",
        "ExifIFD:ISO": 200,
        "ExifIFD:DateTimeOriginal": "2020:01:02 03:04:05",
        "ExifIFD:UserComment": "a boat",
        "XMP-dc:Title": "A boat",
        "XMP-photoshop:City": "Ulm",
        "IFD0:Software": "Unpixel",
        "ExifIFD:ExifImageWidth": 48,
        "ExifIFD:ExifImageHeight": 32,
        "ExifIFD:ColorSpace": 1,
        "XMP-tiff:Orientation": 1,
        "XMP-tiff:ImageWidth": 48,
        "IFD0:XResolution": 300,
    }
    assert {name: found.get(name) for name in kept} == kept
    assert found.get("IFD0:Orientation", 1) == 1
    assert found["ExifIFD:ExposureTime"] == pytest.approx(1 / 125)
    assert found["GPS:GPSLatitude"] == pytest.approx(48 + 23.5 / 60)
    assert not any("Thumbnail" in name or name.startswith("IFD1") for name in found)


@needs_exiftool
@pytest.mark.parametrize("suffix", FULL)
def test_iptc_comment_and_resolution_are_kept(source, tmp_path, suffix):
    assert export(source, tmp_path / f"a{suffix}") == []
    found = exiftool(tmp_path / f"a{suffix}")
    assert (found["IPTC:By-line"], found["IPTC:City"]) == ("Ada", "Ulm")
    assert "hello" in (
        found.get("File:Comment"),
        found.get("PNG:Comment"),
        found.get("IFD0:ImageDescription"),
    )
    with PIL.Image.open(tmp_path / f"a{suffix}") as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.02)


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix not in FULL])
def test_what_a_format_cannot_hold_is_said(source, tmp_path, suffix):
    name = formats.BY_SUFFIX[suffix].name
    assert export(source, tmp_path / f"a{suffix}") == [
        f"{name} holds no IPTC: left out",
        f"{name} holds no comment: left out",
    ]


@needs_exiftool
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_without_the_location(source, tmp_path, suffix):
    export(source, tmp_path / f"a{suffix}", metadata="no-location")
    found = exiftool(tmp_path / f"a{suffix}")
    assert not [name for name in found if "GPS" in name or "City" in name]
    assert (found["IFD0:Make"], found["XMP-dc:Title"]) == ("Zeiss", "A boat")
    if suffix in FULL:
        assert found["IPTC:By-line"] == "Ada"
    assert b"Ulm" not in (tmp_path / f"a{suffix}").read_bytes()


@needs_exiftool
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_stripped(source, tmp_path, suffix):
    assert export(source, tmp_path / f"a{suffix}", metadata="strip") == []
    groups = {name.partition(":")[0] for name in exiftool(tmp_path / f"a{suffix}")}
    assert groups.isdisjoint({"ExifIFD", "GPS", "IPTC", "XMP-dc"})
    for word in (b"Zeiss", b"boat", b"hello", b"Ulm"):
        assert word not in (tmp_path / f"a{suffix}").read_bytes()


@needs_exiftool
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("metadata", ["keep", "strip"])
def test_a_given_resolution_is_written(source, tmp_path, suffix, metadata):
    export(source, tmp_path / f"a{suffix}", dpi=240.0, metadata=metadata)
    found = exiftool(tmp_path / f"a{suffix}")
    values = [value for name, value in found.items() if name.endswith((":XResolution", ":PixelsPerUnitX"))]
    assert values and set(values) <= {240, round(240 / 0.0254)}


def test_a_maker_note_keeps_its_bytes(source, tmp_path):
    export(source, tmp_path / "a.jpg")
    with PIL.Image.open(tmp_path / "a.jpg") as picture:
        assert picture.getexif().get_ifd(0x8769)[0x927C] == sources.MAKER_NOTE


@needs_exiftool
@pytest.mark.parametrize("through", SUFFIXES)
def test_what_was_exported_is_kept_again(source, tmp_path, through):
    """Metadata are found in each format that is written."""
    export(source, tmp_path / f"a{through}")
    export(tmp_path / f"a{through}", tmp_path / "b.tif")
    found = exiftool(tmp_path / "b.tif")
    assert (found["IFD0:Make"], found["ExifIFD:ISO"], found["XMP-dc:Title"]) == ("Zeiss", 200, "A boat")
    assert found["GPS:GPSLatitude"] == pytest.approx(48 + 23.5 / 60)
    assert found.get("IPTC:By-line") == ("Ada" if through in FULL else None)


def test_metadata_are_kept_in_a_big_tiff(source, tmp_path, monkeypatch):
    monkeypatch.setattr("engine.export.tiff_file.MAX_CLASSIC_BYTES", 100)
    export(source, tmp_path / "a.tif")
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.is_bigtiff
        assert file.pages.first.tags[34665].value["ISOSpeedRatings"] == 200
        assert file.pages.first.tags[34853].value["GPSLatitudeRef"] == "N"
        assert file.pages.first.tags["Make"].value == "Zeiss"


def test_the_same_source_gives_the_same_bytes(source, tmp_path):
    for name in ("a", "b"):
        export(source, tmp_path / f"{name}.jpg", profile="display-p3")
    assert (tmp_path / "a.jpg").read_bytes() == (tmp_path / "b.jpg").read_bytes()


def test_exif_beyond_a_jpegs_limit_loses_the_makers_note_first(tmp_path):
    tags = PIL.Image.Exif()
    tags.get_ifd(0x8769).update({0x927C: bytes(70_000), 0x8827: 200})
    source = sources.png(tmp_path / "a.png", sources.pixels(), exif=tags.tobytes())
    notices = export(source, tmp_path / "a.jpg")
    assert notices == ["the EXIF data exceed a JPEG's limit: the camera maker's note is left out"]
    with PIL.Image.open(tmp_path / "a.jpg") as picture:
        assert picture.getexif().get_ifd(0x8769)[0x8827] == 200


def test_losses_of_alpha_and_bits_are_said_before_writing(tmp_path):
    data = sources.pixels(channels=4, bits=16)
    tifffile.imwrite(tmp_path / "a.tif", data, photometric="rgb", extrasamples=("unassalpha",))
    notices = export(tmp_path / "a.tif", tmp_path / "a.jpg")
    assert "JPEG holds no transparency: it is blended with white" in notices
    assert "JPEG holds 8 bits per sample, the picture has 16" in notices
    assert export(tmp_path / "a.tif", tmp_path / "a.png") == []
