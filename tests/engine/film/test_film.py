"""Films are what was asked for: pure scalings frame by frame, of the right count, size, rate and codec."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
from PIL import ImageDraw

import main
from engine.base.errors import ExportError
from engine.bookmarks import Bookmark
from engine.checkpoints import library
from engine.compute import device
from engine.decoding.continuous_image import ContinuousImage
from engine.film import film, frames, path_file, video_file
from engine.film.path_file import FilmPath
from engine.geometry.viewport import centred_on
from engine.geometry.zoom_path import Timing
from engine.images.image import from_array
from engine.images.picture import Picture

SIZE = 96, 64
av = pytest.importorskip("av", reason="the extra film is not installed")


def scene(width=240, height=180):
    """Draws blobs, edges and a gradient, smooth as a photo is."""
    picture = PIL.Image.new("RGB", (4 * width, 4 * height), (120, 110, 90))
    draw = ImageDraw.Draw(picture)
    random = np.random.default_rng(3)
    for _ in range(120):
        x, y, r = random.uniform(0, 4 * width), random.uniform(0, 4 * height), random.uniform(20, 120)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=tuple(map(int, random.integers(0, 255, 3))))
    return picture.resize((width, height), PIL.Image.Resampling.LANCZOS)


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    scene().save(path)
    return path


def key(photo, x, y, scale, size=SIZE):
    return Bookmark("", str(photo), "bicubic", str(x), str(y), scale, *size)


@pytest.fixture
def path(photo, tmp_path):
    keys = key(photo, 120, 90, 0.5), key(photo, 70.25, 60.5, 4.0)
    made = FilmPath(keys, (0.2, 0.0), SIZE, 24, Timing(4.0, 0.2))
    file = tmp_path / "path.json"
    path_file.write(file, made)
    assert path_file.read(file) == made
    return file


def render(capsys, *words):
    assert main.main(["render", *map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


# frames


@pytest.fixture(scope="module")
def source():
    picture = Picture(from_array(np.asarray(scene()), "scene"))
    return ContinuousImage(picture, library.bicubic(), device.choose("cpu", "fp32"))


def warped(pixels, scaling, fixed):
    """Scales a frame about a fixed point, px, by Pillow."""
    (x, y), inverse = fixed, 1 / scaling
    matrix = (inverse, 0, x * (1 - inverse), 0, inverse, y * (1 - inverse))
    picture = PIL.Image.fromarray(pixels)
    return np.asarray(
        picture.transform(picture.size, PIL.Image.Transform.AFFINE, matrix, PIL.Image.Resampling.BICUBIC)
    )


def test_from_frame_to_frame_the_picture_is_scaled_about_one_point(source, photo):
    keys = key(photo, 120, 90, 2.0, (192, 128)), key(photo, 100.25, 70.5, 9.0, (192, 128))
    path = FilmPath(keys, (0.0, 0.0), (192, 128), 24, Timing(2.0, 0.2)).zoom_path()
    views = [path.frame(number, 24) for number in range(path.frame_count(24))]
    made = list(frames.frames(source, lambda number: views[number], len(views), lambda: None))
    x, y = ((9 * b - 2 * a) / 7 for a, b in ((120, 100.25), (90, 70.5)))
    fixed = float((x - views[0].left) * 2), float((y - views[0].top) * 2)
    for number in range(1, len(made)):
        scaling = views[number].scale / views[number - 1].scale
        inner = np.s_[8:-8, 8:-8]
        expected = warped(made[number - 1], scaling, fixed)[inner].astype(int)
        difference = np.abs(expected - made[number][inner]).mean()
        moved = np.abs(made[number - 1][inner].astype(int) - made[number][inner]).mean()
        shifted = np.abs(np.roll(expected, 1, axis=1) - made[number][inner]).mean()
        assert difference < 1.0, number
        assert shifted > 3 * difference, number  # one px of a jump would show
        assert scaling < 1.03 or moved > 2 * difference


@pytest.mark.parametrize("scale", [0.37, 1.0, 2.7])
def test_borders_move_smoothly(source, scale):
    """The light of the whole frame changes with the covered area, not by whole rows."""
    light = []
    for step in range(8):
        view = centred_on(Fraction(120), Fraction(-8 + step, 8) / Fraction(scale), scale, 64, 40)
        light.append(frames.frame(source, view, lambda: None).astype(float).mean())
    changes = np.diff(light)
    assert changes.max() < 3 * np.median(np.abs(changes)) + 0.05


def test_beside_the_picture_is_background(source):
    view = centred_on(Fraction(-5000), Fraction(0), 1.0, 64, 40)
    assert (frames.frame(source, view, lambda: None) == frames.BACKGROUND).all()


def test_a_rest_is_decoded_once(source):
    view, calls = centred_on(Fraction(120), Fraction(90), 2.0, 64, 40), []

    class Counting:
        picture = source.picture

        def grid(self, *args, **options):
            calls.append(args)
            return source.grid(*args, **options)

    assert len(list(frames.frames(Counting(), lambda _: view, 9, lambda: None))) == 9
    assert len(calls) == 1


# files


@pytest.mark.parametrize(("suffix", "codec"), [("mp4", "h264"), ("webm", "vp9")])
def test_videos(path, tmp_path, capsys, suffix, codec):
    out = tmp_path / f"film.{suffix}"
    result = render(capsys, out, "--film", path)
    with av.open(out) as container:
        stream = container.streams.video[0]
        decoded = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
        assert stream.codec_context.name.removeprefix("lib").startswith(codec)
        assert stream.average_rate == 24 and stream.codec_context.colorspace == 1
    expected_count = path_file.read(path).zoom_path().frame_count(24)
    assert len(decoded) == result["frames"] == expected_count
    assert decoded[0].shape == (64, 96, 3) and result["size"] == [96, 64]
    assert result["bytes"] == out.stat().st_size
    with PIL.Image.open(path_file.read(path).keys[0].file) as photo:
        reduced = photo.resize((120, 90), PIL.Image.Resampling.LANCZOS).crop((12, 13, 108, 77))
    # of luminance: a video has a quarter of the chroma samples
    found = np.asarray(PIL.Image.fromarray(decoded[0]).convert("L")).astype(int)
    assert np.abs(found - np.asarray(reduced.convert("L"))).mean() < 3


@pytest.mark.parametrize("suffix", ["webp", "avif"])
def test_animated_pictures_are_read_by_pillow(path, tmp_path, capsys, suffix):
    out = tmp_path / f"film.{suffix}"
    result = render(capsys, out, "--film", path)
    with PIL.Image.open(out) as picture:
        assert picture.size == SIZE and picture.format.lower() == suffix
        durations = []
        for number in range(picture.n_frames):
            picture.seek(number)
            picture.load()
            durations.append(picture.info["duration"])
    assert sum(durations) == pytest.approx(1000 * result["frames"] / 24, rel=0.03)
    assert suffix == "webp" or len(durations) == result["frames"]


def test_numbered_files_and_options_of_the_command_line(path, photo, tmp_path, capsys):
    out, other = tmp_path / "frames", tmp_path / "other.png"
    scene(120, 90).rotate(180).save(other)
    result = render(capsys, other, out, "--film", path, "--size", "50x31", "--rate", "10")
    names = sorted(file.name for file in out.iterdir())
    assert names == [f"{number:06}.png" for number in range(1, result["frames"] + 1)]
    with PIL.Image.open(out / names[-1]) as last:
        assert last.size == (50, 31) and last.mode == "RGB"
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]
    assert main.main(["render", str(out), "--film", str(path)]) == 1
    assert "exists already" in capsys.readouterr().err


def test_resolutions_grow_from_the_first_to_the_last(photo, tmp_path, capsys):
    result = render(capsys, photo, tmp_path / "sizes", "--resolutions", "16-64", "--model", "bicubic")
    assert result["size"] == [64, 48]
    names = sorted((tmp_path / "sizes").iterdir())
    widths = []
    for name in (names[0], names[len(names) // 2], names[-1]):
        with PIL.Image.open(name) as picture:
            drawn = (np.asarray(picture) != frames.BACKGROUND).any(axis=2)
        widths.append(int(drawn.any(axis=0).sum()))
    assert widths[0] == 16 and 30 <= widths[1] <= 35 and widths[2] == 64


# errors


def test_cancelling_keeps_the_older_file(path, tmp_path):
    out = tmp_path / "film.mp4"
    out.write_bytes(b"older")

    class Cancelled(Exception):
        pass

    calls = []

    def check():
        calls.append(len(list(tmp_path.glob(".film*"))))
        if len(calls) == 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        film.run(path_file.read(path), out, "cpu", "fp32", check=check)
    assert calls[-1] == 1, "it was being written"
    assert out.read_bytes() == b"older"
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@contextlib.contextmanager
def ended(out, path, end, ignored):
    """Starts a film in a process, and ends it within. Asserts at the end that it has left nothing behind.

    ignored: SIGINT is ignored, as in the background of a script.
    """
    words = [sys.executable, main.__file__, "render", str(out), "--film", str(path), "--steered"]
    words += ["--size", "640x480", "--device", "cpu", "--rate", "60"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    if ignored:
        words = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *words]
    with subprocess.Popen(words, **pipes, text=True) as process:
        yield
        line = json.loads(process.stderr.readline())
        assert line["total"] > line["done"] >= 1
        if end == "SIGTERM":
            os.kill(process.pid, signal.SIGTERM)
        else:
            process.stdin.close()
            process.stdin = None
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1 and "stopped" in errors
    assert list(out.parent.iterdir()) == []


@pytest.mark.long
def test_films_that_are_ended_leave_nothing_behind(photo, tmp_path):
    """They start at the same time, and take long."""
    path = tmp_path / "long.json"
    keys = key(photo, 120, 90, 0.5), key(photo, 70.25, 60.5, 4.0)
    path_file.write(path, FilmPath(keys, (0.0, 0.0), SIZE, 24, Timing(0.05, 0.2)))
    with contextlib.ExitStack() as stack:
        for name, end, ignored in (
            ("film.mp4", "SIGTERM", False),
            ("film.avif", "stdin", False),
            ("frames", "stdin", True),
        ):
            (tmp_path / name).mkdir()
            stack.enter_context(ended(tmp_path / name / name, path, end, ignored))


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("film.gif", (), "not a format of films"),
        ("film.mp4", ("--size", "97x64"), "even sides"),
        ("film.mp4", ("--size", "9000x64"), "side is not 16 to 8192"),
        ("film.mp4", ("--rate", "61"), "rate is not 1 to 60"),
        ("film.mp4", ("--quality", "101"), "is no quality"),
        ("frames", ("--quality", "50"), "has no option quality"),
        ("missing/film.mp4", (), "missing"),
    ],
)
def test_refusals(path, tmp_path, capsys, name, words, text):
    assert main.main(["render", str(tmp_path / name), "--film", str(path), *words]) == 1
    lines = capsys.readouterr().err.strip().splitlines()
    assert text in lines[-1] and name in lines[-1]


def test_the_source_is_never_replaced(path, photo, capsys):
    before = photo.read_bytes()
    target = photo.with_name("photo.webp")
    os.link(photo, target)
    assert main.main(["render", str(target), "--film", str(path)]) == 1
    assert "the file of the picture itself" in capsys.readouterr().err and target.read_bytes() == before
    target.unlink()


def test_without_pyav_the_extra_is_named(path, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("engine.film.formats.find_spec", lambda name: None)
    assert main.main(["render", str(tmp_path / "film.mp4"), "--film", str(path)]) == 1
    assert "pip install unpixel[film]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("--scale", "2"), ("--region", "0,0,9,9"), ("--pyramid",), ("--width", "9")]
)
def test_options_of_pictures_are_refused(path, tmp_path, words):
    with pytest.raises(SystemExit, match="2"):
        main.main(["render", str(tmp_path / "film.mp4"), "--film", str(path), *words])


def test_a_full_disk_is_said(path, tmp_path, monkeypatch):
    def full(*_args, **_options):
        raise av.error.OSError(28, "No space left on device", "film.mp4")

    monkeypatch.setattr("engine.film.video_file._encode", full)
    with pytest.raises(ExportError, match="disk is full"):
        film.run(path_file.read(path), tmp_path / "film.mp4", "cpu", "fp32")


def test_a_damaged_film_is_no_success(path, tmp_path, monkeypatch):
    monkeypatch.setattr("engine.film.video_file.read_back", lambda written: (SIZE, 3))
    with pytest.raises(ExportError, match="read back"):
        film.run(path_file.read(path), tmp_path / "film.mp4", "cpu", "fp32")
    assert not (tmp_path / "film.mp4").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the system calls are Linux's")
@pytest.mark.parametrize("codec", [video_file.AV1, video_file.H264])
def test_an_encoder_leaves_the_priority_of_its_thread_as_it_was(tmp_path, codec):
    before = os.sched_getscheduler(0), os.nice(0)
    black = iter(np.zeros((3, 64, 64, 3), np.uint8))
    video_file.write(tmp_path / f"film.{codec.container}", black, (64, 64), 24, 50, codec)
    assert (os.sched_getscheduler(0), os.nice(0)) == before
