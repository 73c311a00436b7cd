"""Several processes export one picture: the file is that of one process, whatever happens to some of them."""

import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
import torch

import main
from engine import render
from engine.base import claims, owner
from engine.base.errors import ExportError
from engine.export import region_export, shared_bands, shared_export
from engine.export.shared_bands import SharedBands
from engine.isolation import children

ROOT = Path(__file__).resolve().parents[3]
BANDS, SCALE = 12, 3
SIZE = 240 * SCALE, 160 * SCALE
BAND_PIXELS = SIZE[0] * SIZE[1] // BANDS
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither SIGKILL nor limits of files")
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(
    ["engine.render", "engine.export.shared_export", "engine.images.loading", "pytest"]
)


class Share:
    """A process that exports the picture with others. It stops in `stop_at`, a band or "writing", to be killed there.

    filling: from band 2 on, no file may grow beyond some kB.
    """

    def __init__(self, source, out, place=(0, 2), model="bicubic", stop_at=None, filling=False):
        self._ours, theirs = CONTEXT.Pipe()
        folders = {name: os.environ[name] for name in ("UNPIXEL_CACHE", "UNPIXEL_DATA")}
        given = source, out, place, model, stop_at, filling, theirs, folders
        self.process = CONTEXT.Process(target=take_part, args=given)
        self.process.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.join()

    def answer(self):
        """What it reports: "amid", when it stops; what the export returned, or its error."""
        assert self._ours.poll(120)
        return self._ours.recv()

    def kill_amid(self):
        assert self.answer() == "amid"
        self.process.kill()
        self.process.join()
        assert self.process.exitcode == -signal.SIGKILL


def take_part(source, out, place, model, stop_at, filling, channel, folders):
    os.environ.update(folders)
    owner.STARTED = time.time()  # not that of the process that it was forked from
    torch.set_num_threads(1)
    region_export.BAND_PIXELS = BAND_PIXELS
    children.SUPPORTED = False  # it reads the source itself: its child would take a second to start
    decoded, write = shared_export._decoded, region_export.write_bands

    def stop():
        channel.send("amid")
        threading.Event().wait()

    def decoded_unless_stopped(*given):
        number = given[-1] // region_export.band_rows(*given[1:3]).step
        if number == stop_at:
            stop()
        if filling and number == 2:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, resource.RLIM_INFINITY))
        return decoded(*given)

    def write_unless_stopped(*given):
        return stop() if stop_at == "writing" else write(*given)

    shared_export._decoded, region_export.write_bands = decoded_unless_stopped, write_unless_stopped
    renderer = render.Renderer(model, "cpu", "fp32")
    try:
        size = None, Fraction(SCALE)
        found = renderer.render(str(source), out, *size, progress=lambda *_: None, place=place)["shared"]
    except ExportError as error:
        found = str(error)
    channel.send(found)
    channel.poll(120)  # until the test has the answer, and kills this process


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("source") / "source.png"
    pixels = np.random.default_rng(4).integers(0, 256, (40, 60, 4), np.uint8)
    PIL.Image.fromarray(pixels).resize((240, 160)).save(path)
    return path


@pytest.fixture(scope="module")
def alone(source, tmp_path_factory):
    """Returns a function that gives the file of one process, this one, by its suffix and model."""
    folder = tmp_path_factory.mktemp("alone")

    @cache
    def exported(suffix, model):
        out, threads = folder / f"{model}{suffix}", torch.get_num_threads()
        renderer = render.Renderer(model, "cpu", "fp32")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(region_export, "BAND_PIXELS", BAND_PIXELS)
            renderer.render(str(source), out, None, Fraction(SCALE), progress=lambda *_: None)
        torch.set_num_threads(threads)
        return out.read_bytes()

    return exported


@pytest.fixture
def assert_complete(alone):
    """Returns a function that asserts that only the file is left, and that it is that of one process."""

    def complete(out, model="bicubic"):
        assert [each.name for each in out.parent.iterdir()] == [out.name]
        assert out.read_bytes() == alone(out.suffix, model)

    return complete


@pytest.mark.parametrize("suffix, model", [(".tif", "bicubic"), (".jpg", "bicubic"), (".png", "live")])
def test_two_processes_write_the_file_of_one(suffix, model, source, tmp_path, assert_complete):
    out = tmp_path / f"out{suffix}"
    with Share(source, out, (0, 2), model) as one, Share(source, out, (1, 2), model) as other:
        shares = [one.answer(), other.answer()]
    assert sorted(each["written"] for each in shares) == [False, True]
    assert all(each["complete"] for each in shares)
    assert sum(each.get("decoded", 0) for each in shares) == BANDS
    assert_complete(out, model)


@pytest.mark.long
def test_torchrun_shares_a_picture(source, tmp_path):
    out = tmp_path / "out.png"
    torchrun = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    words = ["main.py", "render", source, out, "--scale", "2", "--model", "bicubic", "--json"]
    done = subprocess.run(
        [sys.executable, *torchrun, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shares = [json.loads(line)["shared"] for line in done.stdout.splitlines()]
    assert {each["rank"] for each in shares} == {0, 1} and sum(each["written"] for each in shares) == 1
    assert [each.name for each in tmp_path.iterdir()] == [out.name]


def test_the_band_of_a_killed_process_is_decoded_by_another(source, tmp_path, assert_complete):
    out = tmp_path / "out.jpg"
    with Share(source, out, (0, 2), stop_at=0) as killed:
        killed.kill_amid()
        with Share(source, out, (1, 2)) as other:
            share = other.answer()
    assert share["written"] and share["taken_over"] == 1 and share["decoded"] == BANDS
    assert_complete(out)


def test_a_process_that_waits_for_a_band_takes_it_over_when_its_process_is_killed(
    source, tmp_path, assert_complete
):
    out = tmp_path / "out.png"
    with Share(source, out, (0, 2), stop_at=0) as killed:
        assert killed.answer() == "amid"
        with Share(source, out, (1, 2)) as other:
            folder = next(tmp_path.glob(f".*{shared_bands.SUFFIX}"))
            wait_until(lambda: len(finished(folder)) == BANDS - 1)
            killed.process.kill()
            assert other.answer()["taken_over"] == 1
    assert_complete(out)


def test_a_process_that_is_killed_before_it_writes_the_file_is_replaced(source, tmp_path, assert_complete):
    out = tmp_path / "out.tif"
    with Share(source, out, (0, 2), stop_at="writing") as writing:
        assert writing.answer() == "amid"
        with Share(source, out, (1, 2)) as waiting:
            assert not waiting._ours.poll(1)
            writing.process.kill()
            share = waiting.answer()
    assert share["written"] and share["found"] == BANDS and share["decoded"] == 0
    assert_complete(out)


@pytest.mark.parametrize("place", [(0, 1), (1, 2)])
def test_the_next_start_goes_on_where_all_were_killed(place, source, tmp_path, assert_complete):
    out = tmp_path / "out.png"
    with Share(source, out, (0, 2), stop_at=3) as one, Share(source, out, (1, 2), stop_at=9) as other:
        one.kill_amid()
        other.kill_amid()
    assert not out.exists() and render.place_of(out) == (0, 1)
    with Share(source, out, place) as again:
        share = again.answer()
    assert share["found"] == 6 and share["decoded"] == BANDS - 6
    assert_complete(out)


def test_a_full_disk_is_an_error_and_finished_bands_stay(source, tmp_path, assert_complete):
    out = tmp_path / "out.png"
    with Share(source, out, filling=True) as full:
        assert "out.png: " in full.answer()
    assert not out.exists()
    with Share(source, out) as again:
        assert again.answer()["found"] == 2
    assert_complete(out)


def test_a_format_that_needs_too_much_memory_says_so_before_anything_is_decoded(
    source, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr("engine.base.free_memory.available_bytes", lambda: 1 << 30)
    monkeypatch.setenv("RANK", "0")
    monkeypatch.setenv("WORLD_SIZE", "2")
    words = ["render", str(source), str(tmp_path / "out.webp"), "--size", "16000x16000", "--model", "bicubic"]
    assert main.main(words) == 1
    assert "needs about" in capsys.readouterr().err and not list(tmp_path.iterdir())


def finished(folder):
    return [each for each in folder.iterdir() if each.name.isdecimal()]


def wait_until(holds):
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


ROWS, SHAPE = (0, 4, 8), (2, 3)


def band(row):
    return np.full((4, *SHAPE), row, np.uint8)


def bands_in(folder):
    return SharedBands(folder, ROWS, SHAPE, np.uint8)


def test_a_band_of_a_process_that_hangs_is_decoded_after_a_while(tmp_path, monkeypatch):
    monkeypatch.setattr(shared_bands, "PATIENCE_S", 0.0)
    bands = bands_in(tmp_path / "bands")
    (tmp_path / "bands").mkdir()
    with claims.claimed(tmp_path / "bands" / f"{4:010}") as mine:  # this process lives and decodes nothing
        assert mine
        bands.fill((0, 2), band, lambda _: None)
    assert bands.decoded == 3 and bands.taken_over == 1


def test_a_damaged_band_is_decoded_again(tmp_path):
    bands = bands_in(tmp_path / "bands")
    bands.fill((0, 1), band, lambda _: None)
    file = tmp_path / "bands" / f"{4:010}"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    again = bands_in(tmp_path / "bands")
    found = {row: again.band(row, lambda: np.full((4, *SHAPE), 99, np.uint8))[0, 0, 0] for row in ROWS}
    assert found == {0: 0, 4: 99, 8: 8}


def test_who_waits_for_a_band_ends_when_another_process_has_finished(tmp_path):
    folder = tmp_path / "bands"
    waiting, other = bands_in(folder), bands_in(folder)
    folder.mkdir()
    with claims.claimed(folder / f"{0:010}"):
        thread = threading.Thread(target=waiting.fill, args=((0, 2), band, lambda _: None))
        thread.start()
        wait_until(lambda: len(finished(folder)) == 2)
        other.remove()
        thread.join(30)
        assert not thread.is_alive()
    assert list(tmp_path.iterdir()) == []


def test_bands_of_other_pixels_are_apart(tmp_path):
    one, two = (shared_bands.folder_of(tmp_path / "a.png", each * 16) for each in "ab")
    assert one != two and not shared_bands.exist(tmp_path / "a.png")
    bands_in(one).fill((0, 1), band, lambda _: None)
    assert shared_bands.exist(tmp_path / "a.png") and not shared_bands.exist(tmp_path / "b.png")
    assert bands_in(two).found == 0
