"""A costly export that was killed, or met a full disk, goes on where it was; its file is that of an undisturbed one."""

import multiprocessing
import os
import random
import resource
import signal
import time

import numpy as np
import pytest

from engine.base.errors import ExportError, SessionEnded, Superseded
from engine.checkpoints import library
from engine.compute import device
from engine.decoding.continuous_image import ContinuousImage
from engine.export import kept_bands, region_export
from engine.export.kept_bands import KeptBands
from engine.images.image import from_array
from engine.images.picture import Picture

SIZE, BANDS = (300, 240), 12
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither SIGKILL nor limits of files")


@pytest.fixture(autouse=True)
def many_small_bands(monkeypatch):
    monkeypatch.setattr(kept_bands, "LEAST_SECONDS", 0.0)
    monkeypatch.setattr(region_export, "BAND_PIXELS", SIZE[0] * SIZE[1] // BANDS)


class Counted:
    """A picture under bicubic, which counts the bands that are decoded. before: called before each, with its number."""

    def __init__(self, seed=0, before=lambda _: None, channels=3):
        pixels = np.random.default_rng(seed).integers(0, 256, (60, 75, channels), np.uint8)
        image = Picture(from_array(pixels, "noise"))
        self._image = ContinuousImage(image, library.bicubic(), device.choose("cpu", "fp32"))
        self.picture, self.identity, self.prefetch = image, self._image.identity, self._image.prefetch
        self._before, self.decoded = before, 0

    def grid(self, *arguments, **options):
        self._before(self.decoded)
        self.decoded += 1
        return self._image.grid(*arguments, **options)


def export(source, path, progress=lambda *_: None, check=lambda: None):
    region_export.write_region(source, None, SIZE, path, progress, check)
    return path.read_bytes()


def stopped(source, path, error):
    with pytest.raises(type(error)):
        export(source, path)


def raising(error, at):
    def before(number):
        if number == at:
            raise error

    return before


def kept():
    return sorted(kept_bands.folder().glob("*"))


@pytest.mark.parametrize("channels", [3, 4])
def test_an_export_goes_on_where_its_program_ended(tmp_path, channels):
    whole = export(Counted(channels=channels), tmp_path / "whole.png")
    stopped(
        Counted(before=raising(SessionEnded(), 7), channels=channels), tmp_path / "out.png", SessionEnded()
    )
    assert len(kept()) == 1 and not (tmp_path / "out.png").exists()
    again = Counted(channels=channels)
    assert export(again, tmp_path / "out.png") == whole
    assert again.decoded == BANDS - 7
    assert kept() == []


def test_a_cancelled_export_keeps_nothing(tmp_path):
    stopped(Counted(before=raising(Superseded(), 7)), tmp_path / "out.png", Superseded())
    assert kept() == []


def test_a_cheap_export_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_bands, "LEAST_SECONDS", 1e6)
    stopped(Counted(before=raising(SessionEnded(), 7)), tmp_path / "out.png", SessionEnded())
    assert kept() == []


def test_bands_of_other_pixels_are_not_used(tmp_path):
    whole = export(Counted(seed=1), tmp_path / "whole.png")
    stopped(Counted(before=raising(SessionEnded(), 7)), tmp_path / "out.png", SessionEnded())
    other = Counted(seed=1)
    assert export(other, tmp_path / "out.png") == whole and other.decoded == BANDS


def test_damaged_and_cut_bands_are_decoded_again(tmp_path):
    whole, chance = export(Counted(), tmp_path / "whole.png"), random.Random(5)
    for _ in range(12):
        stopped(Counted(before=raising(SessionEnded(), 7)), tmp_path / "out.png", SessionEnded())
        (file,) = kept()
        data = bytearray(file.read_bytes())
        place = chance.randrange(len(data))
        if chance.random() < 0.5:
            del data[place:]
        else:
            data[place] ^= 1 << chance.randrange(8)
        file.write_bytes(data)
        again = Counted()
        assert export(again, tmp_path / "out.png") == whole
        assert again.decoded > BANDS - 7


def test_two_exports_to_one_file_do_not_share_bands(tmp_path):
    whole = export(Counted(), tmp_path / "whole.png")
    inner = Counted()

    def meanwhile(number):
        if number == 5:
            assert export(inner, tmp_path / "out.png") == whole

    outer = Counted(before=meanwhile)
    assert export(outer, tmp_path / "out.png") == whole
    assert inner.decoded == outer.decoded == BANDS and kept() == []


def test_the_disk_of_the_cache_may_be_full(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_bands, "SPARE", 1 << 62)
    source = Counted()
    export(source, tmp_path / "out.png")
    assert source.decoded == BANDS


def test_old_bands_are_deleted(tmp_path):
    stopped(Counted(before=raising(SessionEnded(), 7)), tmp_path / "first.png", SessionEnded())
    (first,) = kept()
    os.utime(first, (time.time() - 2 * kept_bands.MOST_AGE_S,) * 2)
    stopped(Counted(before=raising(SessionEnded(), 7)), tmp_path / "second.png", SessionEnded())
    assert len(kept()) == 1 and not first.exists()


def held(path, channel, folders):
    """Exports in a process of its own, which waits for a word before each band. folders: of the test."""
    os.environ.update(folders)
    kept_bands.LEAST_SECONDS, region_export.BAND_PIXELS = 0.0, SIZE[0] * SIZE[1] // BANDS
    export(Counted(before=lambda _: channel.recv()), path)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".jpg", ".webp", ".dzi"])
def test_an_export_that_was_killed_goes_on(suffix, tmp_path):
    chance, path = random.Random(suffix), tmp_path / f"out{suffix}"
    (tmp_path / "whole").mkdir()
    region_export.write_region(Counted(), None, SIZE, tmp_path / "whole" / path.name, lambda *_: None)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["engine.decoding.continuous_image", "engine.export.region_export", "pytest"]
    )
    folders = {name: os.environ[name] for name in ("UNPIXEL_CACHE", "UNPIXEL_DATA")}
    ours, theirs = context.Pipe()
    process = context.Process(target=held, args=(path, theirs, folders))
    process.start()
    for _ in range(bands := chance.randrange(3, BANDS)):
        ours.send(None)
    deadline = time.monotonic() + 60
    while not kept() or _count(kept()[0]) < bands - 1:
        assert time.monotonic() < deadline
        time.sleep(0.002)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL and not path.exists()
    again = Counted()
    region_export.write_region(again, None, SIZE, path, lambda *_: None)
    assert again.decoded <= BANDS - bands + 1 and kept() == []
    expected = {each.relative_to(tmp_path / "whole"): each for each in (tmp_path / "whole").rglob("*")}
    for name, each in expected.items():
        if each.is_file():
            assert (tmp_path / name).read_bytes() == each.read_bytes()


def _count(file):
    return file.read_bytes().count(kept_bands.MARK)


def test_an_export_goes_on_after_a_full_disk(tmp_path):
    whole = export(Counted(), tmp_path / "whole.tif")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(number):
        if number == BANDS - 2:  # from here on no file may grow: neither the target nor that of the bands
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))

    try:
        with pytest.raises(ExportError):
            export(Counted(before=fill), tmp_path / "out.tif")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not (tmp_path / "out.tif").exists()
    again = Counted()
    assert export(again, tmp_path / "out.tif") == whole and again.decoded <= 2


def test_a_file_that_cannot_be_opened_is_no_obstacle(tmp_path):
    stopped(Counted(before=raising(SessionEnded(), 7)), tmp_path / "out.png", SessionEnded())
    (file,) = kept()
    file.unlink()
    file.mkdir()
    source = Counted()
    export(source, tmp_path / "out.png")
    assert source.decoded == BANDS


def test_bands_are_kept_from_where_the_export_turns_out_costly(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_bands, "LEAST_SECONDS", 1000.0)
    bands = KeptBands(tmp_path / "out.png", 100, (2, 3), np.uint8, lambda: "these")
    quick, slow = np.zeros((4, 2, 3), np.uint8), np.ones((4, 2, 3), np.uint8)
    clock = iter([0.0, 1.0, 1.0, 40.0])
    monkeypatch.setattr(kept_bands.time, "perf_counter", lambda: next(clock))
    assert bands.band(0, lambda: quick) is quick and kept() == []
    bands.band(4, lambda: slow)
    bands.close()
    monkeypatch.setattr(kept_bands.time, "perf_counter", time.monotonic)
    again = KeptBands(tmp_path / "out.png", 100, (2, 3), np.uint8, lambda: "these")
    np.testing.assert_array_equal(again.band(4, lambda: quick), slow)
    again.remove()
