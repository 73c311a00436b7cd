"""Neighbours are decoded in advance, within a budget. A file that has changed since is decoded again."""

import queue
import threading

import numpy as np
import PIL.Image
import pytest

from engine.base.errors import ImageError
from engine.images import isolated
from engine.images.isolated import never_cancel
from engine.session import preloader
from engine.session.preloader import Preloader


@pytest.fixture
def files(tmp_path):
    """Four pictures of 40 x 30 px, each with its own gray."""
    paths = [tmp_path / f"{gray}.png" for gray in (10, 20, 30, 40)]
    for path in paths:
        PIL.Image.new("RGB", (40, 30), (int(path.stem),) * 3).save(path)
    return paths


@pytest.fixture
def posted():
    """The queue of Preloaded events."""
    return queue.Queue()


@pytest.fixture
def neighbours(posted):
    made = Preloader(posted.put)
    yield made
    made.close()
    made.join()


@pytest.fixture
def decoded(monkeypatch):
    """The names of the files that were decoded, by thread."""
    names, load = [], isolated.load

    def recorded(path, *options):
        names.append((threading.current_thread().name, path.stem))
        return load(path, *options)

    monkeypatch.setattr(preloader.isolated, "load", recorded)
    return names


def next_preloaded(posted):
    """Waits for the next Preloaded event. Returns its file's name without the suffix."""
    return posted.get(timeout=60).path.stem


def test_neighbours_are_decoded_in_order_and_not_decoded_again_when_opened(
    neighbours, files, posted, decoded
):
    neighbours.open(files[1], never_cancel)
    neighbours.preload(1, (files[2], files[0]))
    assert [next_preloaded(posted), next_preloaded(posted)] == ["30", "10"]
    assert decoded == [(threading.current_thread().name, "20"), ("preloader", "30"), ("preloader", "10")]
    assert neighbours.open(files[2], never_cancel).image.pixels[0, 0, 0] == 30
    assert len(decoded) == 3
    neighbours.preload(1, (files[3], files[1]))
    assert next_preloaded(posted) == "40"
    assert neighbours.open(files[1], never_cancel).image.pixels[0, 0, 0] == 20
    assert len(decoded) == 4, "the former picture is a neighbour of the new one"


def test_a_wanted_neighbour_stays_ready_and_others_are_dropped(neighbours, files, posted):
    neighbours.preload(1, (files[0], files[1]))
    next_preloaded(posted), next_preloaded(posted)
    # pixels, then halves of 20 x 15, 10 x 8, 5 x 4, 3 x 2, 2 x 1, 1 x 1 px, and the preview
    one = 3 * (1200 + 300 + 80 + 20 + 6 + 2 + 1) + 4 * 1200
    assert neighbours.cached_bytes == 2 * one
    neighbours.preload(1, (files[1],))
    assert neighbours.cached_bytes == one
    neighbours.open(files[1], never_cancel)
    assert neighbours.cached_bytes == 0, "an open picture is not counted as cached"


def test_a_file_changed_since_preloading_is_decoded_again(neighbours, files, posted, decoded):
    neighbours.preload(1, (files[0],))
    next_preloaded(posted)
    PIL.Image.new("RGB", (41, 30), (99, 99, 99)).save(files[0])
    assert neighbours.open(files[0], never_cancel).image.pixels[0, 0, 0] == 99
    files[0].unlink()
    with pytest.raises(ImageError, match="no such file"):
        neighbours.open(files[0], never_cancel)


def test_a_reload_decodes_again(neighbours, files, decoded):
    neighbours.open(files[0], never_cancel)
    neighbours.open(files[0], never_cancel)
    assert [name for _, name in decoded] == ["10", "10"]


def test_opening_a_picture_that_is_being_preloaded_waits_for_it(neighbours, files, decoded, monkeypatch):
    started, go_on, load = threading.Event(), threading.Event(), isolated.load

    def slow(path, *options):
        started.set()
        assert go_on.wait(60)
        return load(path, *options)

    monkeypatch.setattr(preloader.isolated, "load", slow)
    monkeypatch.setattr(preloader, "PATIENCE", 60.0)  # the child has the least priority on a busy machine
    neighbours.preload(1, (files[0],))
    assert started.wait(60)
    found = []
    waiting = threading.Thread(target=lambda: found.append(neighbours.open(files[0], never_cancel)))
    waiting.start()
    go_on.set()
    waiting.join(60)
    assert found[0].image.pixels[0, 0, 0] == 10
    assert len(decoded) == 1


def test_a_preload_that_gets_no_core_is_taken_over_by_the_engine_thread(
    neighbours, files, decoded, monkeypatch
):
    started, go_on, load = threading.Event(), threading.Event(), isolated.load

    def starved(path, *options):
        if threading.current_thread().name == "preloader":
            started.set()
            assert go_on.wait(60)
        return load(path, *options)

    monkeypatch.setattr(preloader.isolated, "load", starved)
    monkeypatch.setattr(preloader, "PATIENCE", 0.01)
    neighbours.preload(1, (files[0],))
    assert started.wait(60)
    opened = neighbours.open(files[0], never_cancel)
    assert opened.image.pixels[0, 0, 0] == 10
    assert decoded == [(threading.current_thread().name, "10")]
    go_on.set()


def test_damaged_and_too_large_neighbours_are_skipped(neighbours, files, posted, monkeypatch):
    files[0].write_bytes(b"\x89PNG\r\n\x1a\n and then nonsense")
    PIL.Image.new("L", (2000, 1000)).save(files[1])
    monkeypatch.setattr(preloader, "BUDGET", 100_000)
    neighbours.preload(1, (files[0], files[1], files[2]))
    assert next_preloaded(posted) == "30"
    assert neighbours.cached_bytes < 100_000
    assert neighbours.open(files[1], never_cancel).size == (2000, 1000)


def test_closing_ends_the_preloader_before_the_end_of_its_list(files, posted):
    made = Preloader(posted.put)
    made.preload(1, tuple(files))
    made.close()
    made.join()
    assert "preloader" not in [thread.name for thread in threading.enumerate()]
    assert np.all([event.path in files for event in drained(posted)])


def drained(posted):
    while not posted.empty():
        yield posted.get()
