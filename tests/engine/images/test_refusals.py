"""Files that do not open: no picture, a picture of an unsupported kind, a damaged one, or one the system refuses."""

import errno
import io
import os
import tarfile
import zipfile

import numpy as np
import PIL.Image
import pytest

from engine.base import read_failure
from engine.base.errors import ImageError
from engine.images import plugins
from engine.images.decoders import table
from engine.images.isolated import load as load_in_child
from engine.images.loading import load
from tests.engine.images.drawn.all_cases import cases
from tests.engine.images.drawn.case import plain
from tests.engine.images.drawn.raw_files import dng


def archive():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.txt", "text")
    return buffer.getvalue()


def tar():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as file:
        file.addfile(tarfile.TarInfo("a.txt"))
    return buffer.getvalue()


NO_PICTURES = {
    "a text": b"hello, this is\r\n\ta text",
    "a text ": "Grüße aus Wien, 北京".encode(),
    "a text in UTF-16": "hello".encode("utf-16"),
    "an HTML page": b"<!DOCTYPE html>\n<html><body>404</body></html>",
    "an XML file": b'<?xml version="1.0"?><a/>',
    "a ZIP archive": archive(),
    "an archive": tar(),
    "a compressed archive": b"\x1f\x8b\x08\0" + bytes(20),
    "a video": b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41" + bytes(50),
    "a video ": b"RIFF\0\0\0\0AVI LIST",
    "a sound": b"RIFF\0\0\0\0WAVEfmt ",
    "a Git LFS pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n",
    "a program": b"\x7fELF\2\1\1",
    "a database": b"SQLite format 3\0" + bytes(80),
}
UNSUPPORTED = {
    "a film scan (DPX or Cineon)": b"SDPX\0\0\x20\0V1.0" + bytes(2000),
    "a Sun raster picture": b"\x59\xa6\x6a\x95" + bytes(60),
    "an ImageMagick picture (MIFF)": b"id=ImageMagick  version=1.0\nclass=DirectClass\n",
    "an MNG or JNG animation": b"\x8aMNG\r\n\x1a\n" + bytes(60),
    "a Khoros picture (VIFF)": b"\xab\x01\x01\x03" + bytes(1024),
    "an EPS or PostScript drawing": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a GIMP drawing": b"gimp xcf v011\0" + bytes(40),
    "a Windows drawing": b"\xd7\xcd\xc6\x9a" + bytes(40),
    "a JPEG-LS picture": b"\xff\xd8\xff\xf7" + bytes(20),
    "a medical picture": bytes(128) + b"DICM" + bytes(20),
}


def refusal(path, content):
    path.write_bytes(content)
    with pytest.raises(ImageError) as raised:
        load(path)
    assert "\n" not in str(raised.value)
    return raised.value


@pytest.mark.parametrize(("kind", "content"), NO_PICTURES.items())
def test_what_is_no_picture_is_named(tmp_path, kind, content):
    error = refusal(tmp_path / "a.png", content)
    assert str(error.reason).startswith(f"is {kind.split(' in ')[0].strip()}")
    assert str(error.reason).endswith("not a picture")


@pytest.mark.parametrize(("kind", "content"), UNSUPPORTED.items())
def test_drawings_and_documents_are_named_and_never_run(tmp_path, kind, content):
    error = refusal(tmp_path / "a.png", content)
    assert str(error.reason).startswith(f"is {kind.strip()}")
    assert str(error.reason).endswith("which is not supported")
    assert "convert" in str(error.remedy)


@pytest.mark.parametrize(
    "text", ["BMW is a maker of cars", "P3 is a page", "DDS stands for more", "GIF or not"]
)
def test_a_text_that_begins_like_a_picture_is_a_text(tmp_path, text):
    assert str(refusal(tmp_path / "a.txt", text.encode()).reason) == "is a text, not a picture"


def test_an_empty_file_and_noise(tmp_path):
    assert str(refusal(tmp_path / "a.png", b"").reason) == "is empty"
    noise = np.random.default_rng(7).integers(0, 256, 5000, np.uint8).tobytes()
    error = refusal(tmp_path / "a.png", noise)
    assert "begins like none of the known formats" in str(error.reason)
    assert "PNG, JPEG" in str(error.remedy)


SELF_CHECKED = (
    "PCX",
    "SGI",
    "TGA",
    "QOI",
    "PSD",
    "PSB",
    "DDS",
    "FITS",
    "PPM",
    "JPEG2000",
    "EXR",
    "ICO",
    "RAW",
)


@pytest.mark.parametrize("name", SELF_CHECKED)
def test_half_a_file_is_called_damaged(tmp_path, name):
    whole = next(case for case in cases() if case.format == name and case.right is not None).draw()
    error = refusal(tmp_path / "a.bin", whole[: len(whole) // 2])
    assert str(error.reason).startswith("is damaged or incomplete"), error


def test_a_library_that_lacks_a_feature_is_not_taken_for_a_damaged_file(tmp_path):
    picture = PIL.Image.fromarray(plain())
    picture.save(tmp_path / "a.bmp")
    data = bytearray((tmp_path / "a.bmp").read_bytes())
    data[28:30] = (13).to_bytes(2, "little")  # bits of a pixel
    assert "kind that is not supported" in str(refusal(tmp_path / "b.bmp", bytes(data)).reason)


@pytest.fixture
def without_packages(monkeypatch):
    """An installation without optional packages."""
    monkeypatch.setattr(plugins, "find_spec", lambda _: None)
    table.formats.cache_clear()
    yield
    table.formats.cache_clear()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("DNG", dng()),
        ("Canon CR3", b"\0\0\0\x18ftypcrx \0\0\0\1crx isom" + bytes(64)),
        ("Fujifilm RAF", b"FUJIFILMCCD-RAW 0201FF393102X-T1" + bytes(64)),
        ("Panasonic RW2", b"IIU\0\x18\0\0\0" + bytes(64)),
    ],
)
def test_a_raw_photo_without_its_package_is_named(tmp_path, without_packages, kind, content):
    error = refusal(tmp_path / "a.raw", content)
    assert str(error.reason) == f"is {kind}, which needs rawpy"
    assert str(error.remedy) == "install it with: pip install rawpy"


def test_reasons_of_the_system(tmp_path):
    loop = tmp_path / "loop.png"
    loop.symlink_to(tmp_path / "other.png")
    (tmp_path / "other.png").symlink_to(loop)
    (tmp_path / "file").write_bytes(b"x")
    reasons = {
        loop: "a link that leads in a circle",
        tmp_path / ("x" * 300 + ".png"): "its name is too long",
        tmp_path / "gone.png": "there is no such file",
        tmp_path / "file" / "a.png": "a part of its path is no folder",
        tmp_path: "is a folder",
    }
    for path, reason in reasons.items():
        for opener in (load, load_in_child):
            with pytest.raises(ImageError, match=reason):
                opener(path)


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "permission denied"), (errno.EIO, "Input/output error"), (errno.ESTALE, "Stale file")],
)
def test_other_reasons_of_the_system(number, reason):
    told, remedy = read_failure.explained(OSError(number, os.strerror(number)))
    assert reason in str(told) and str(remedy)


def test_a_disk_that_fails_while_reading_is_not_taken_for_a_damaged_file(tmp_path, monkeypatch):
    path = tmp_path / "a.qoi"
    path.write_bytes(next(case for case in cases() if case.format == "QOI").draw())

    def fail(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("engine.images.decoders.qoi.imagecodecs.qoi_decode", fail)
    with pytest.raises(ImageError, match=r"cannot be read \(Input/output error\); check the disk"):
        load(path)


def test_a_chain_of_links_opens(tmp_path):
    PIL.Image.fromarray(plain()).save(tmp_path / "photo.png")
    (tmp_path / "a.png").symlink_to("photo.png")
    (tmp_path / "b.png").symlink_to("a.png")
    assert (load(tmp_path / "b.png").pixels == plain()).all()
