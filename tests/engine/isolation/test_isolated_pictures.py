"""Pictures through the child equal those that this process decodes, and so do their notices and facts."""

import os
import signal
import threading
import time

import numpy as np
import PIL.Image
import psutil
import pytest

from engine.base.errors import ImageError
from engine.images import isolated, loading
from engine.isolation import children
from engine.isolation.job import Result
from tests.engine.image_files import swapped_profile

PIXELS = np.random.default_rng(1).integers(0, 256, (301, 203, 4), dtype=np.uint8)


def picture(mode):
    return PIL.Image.fromarray(PIXELS).convert(mode)


def rotated():
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    return {"exif": exif}


@pytest.mark.parametrize(
    ("name", "mode", "options"),
    [
        ("rgb.png", "RGB", {}),
        ("alpha.png", "RGBA", {}),
        ("gray.png", "L", {}),
        ("palette.gif", "P", {}),
        ("bits.png", "1", {}),
        ("deep.png", "I;16", {}),
        ("photo.jpg", "RGB", rotated()),
        ("inks.jpg", "CMYK", {}),
        ("profile.png", "RGB", {"icc_profile": swapped_profile()}),
        ("broken profile.png", "RGB", {"icc_profile": b"nonsense"}),
        ("raw.tif", "RGB", {}),
        ("packed.tif", "RGBA", {"compression": "tiff_lzw"}),
        ("a.webp", "RGBA", {"lossless": True}),
        ("a.bmp", "RGB", {}),
        ("a.ppm", "RGB", {}),
    ],
)
def test_a_picture_is_the_same_through_the_child(tmp_path, name, mode, options):
    path = tmp_path / name
    shown = PIL.Image.fromarray(PIXELS[..., 0].astype(np.uint16) * 257) if mode == "I;16" else picture(mode)
    shown.save(path, **options)
    here, there = loading.load(path), isolated.load(path)
    assert (there.pixels == here.pixels).all() and there.pixels.dtype == here.pixels.dtype
    assert (there.alpha is None) == (here.alpha is None)
    assert there.alpha is None or (there.alpha == here.alpha).all()
    assert (there.name, there.path, there.notices, there.file_info) == (
        *(here.name, here.path, here.notices),
        here.file_info,
    )
    assert isolated.size(path) == loading.size(path)
    assert not there.pixels.flags.writeable


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x89PNG\r\n\x1a\n and then nonsense"])
def test_an_error_is_the_same_through_the_child(tmp_path, content):
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(ImageError) as here:
        loading.load(path)
    with pytest.raises(ImageError) as there:
        isolated.load(path)
    assert there.value.message == here.value.message


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), os.mkfifo])
def test_what_is_no_file_is_refused_without_a_child(tmp_path, make):
    make(tmp_path / "a.png")
    with pytest.raises(ImageError, match=r"no such file|is a folder|is a device"):
        isolated.load(tmp_path / "a.png")


@pytest.mark.parametrize(
    "answer",
    [
        {"value": {}},
        {"value": 7},
        {"value": {"notices": 7, "file": ["PNG", "RGB", 8, None, 1]}},
        {"value": {"notices": [], "file": ["PNG", "RGB", "8", None, 1]}},
        {"value": {"notices": [], "file": []}},
    ],
)
@pytest.mark.parametrize("shapes", [[(2, 2, 3)], [(2, 2, 4)], [(2, 2)], [], [(2, 2, 3), (2, 1)]])
def test_a_wrong_answer_is_an_error(tmp_path, monkeypatch, answer, shapes):
    (tmp_path / "a.png").write_bytes(b"x")
    arrays = tuple(np.zeros(shape, np.uint8) for shape in shapes)
    monkeypatch.setattr(children, "run", lambda *_: Result(answer, arrays))
    with pytest.raises(ImageError, match="wrong answer"):
        isolated.load(tmp_path / "a.png")


def test_a_child_killed_amid_a_picture_is_an_error_and_the_next_is_there_within_a_second(tmp_path):
    small, large = tmp_path / "a.png", tmp_path / "b.png"
    picture("RGB").save(small)
    noise = np.random.default_rng(0).integers(0, 16, (3500, 3500, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save(large, compress_level=1)
    isolated.load(small)
    child = psutil.Process(children.SHARED.idle_pid(0))
    idle = child.cpu_times().user

    def kill_amid_the_picture():
        if child.is_running() and child.cpu_times().user > idle + 0.03:
            child.kill()

    with pytest.raises(ImageError, match=r"b\.png: the system ended the process"):
        isolated.load(large, kill_amid_the_picture)
    began = time.monotonic()
    assert isolated.load(small).pixels.shape == (301, 203, 3)
    assert time.monotonic() - began < 5  # 1 s is promised, to a machine that does nothing else


def test_a_child_killed_before_it_has_begun_is_replaced_without_a_word(tmp_path):
    """The file is not to blame: the child was killed while it was idle, and that shows only now."""
    path = tmp_path / "a.png"
    picture("RGB").save(path)
    isolated.load(path)
    pid = children.SHARED.idle_pid(0)
    os.kill(pid, signal.SIGSTOP)  # so that it does not begin
    killer = threading.Timer(0.1, lambda: os.kill(pid, signal.SIGKILL))
    killer.start()
    assert isolated.load(path).pixels.shape == (301, 203, 3)
    killer.join()
