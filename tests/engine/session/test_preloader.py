"""Neighbours are decoded before they are asked for, within a budget, and never shown when they have changed since."""

import queue
import threading

import numpy as np
import PIL.Image
import pytest

from engine.base.errors import ImageError
from engine.images import image
from engine.session import preloader
from engine.session.preloader import Preloader


@pytest.fixture
def files(tmp_path):
    """Four pictures of 40 x 30 px, each of a gray of its own."""
    paths = [tmp_path / f"{gray}.png" for gray in (10, 20, 30, 40)]
    for path in paths:
        PIL.Image.new("RGB", (40, 30), (int(path.stem),) * 3).save(path)
    return paths


@pytest.fixture
def told():
    return queue.Queue()


@pytest.fixture
def neighbours(told):
    made = Preloader(told.put)
    yield made
    made.close()


@pytest.fixture
def decoded(monkeypatch):
    """The names of the files that were decoded, by thread."""
    names, load = [], image.load

    def noted(path):
        names.append((threading.current_thread().name, path.stem))
        return load(path)

    monkeypatch.setattr(preloader.image, "load", noted)
    return names


def preloaded(told):
    return told.get(timeout=60).path.stem


def test_neighbours_are_decoded_in_their_order_and_opened_without_decoding(neighbours, files, told, decoded):
    neighbours.open(files[1])
    neighbours.preload(1, (files[2], files[0]))
    assert [preloaded(told), preloaded(told)] == ["30", "10"]
    assert decoded == [(threading.current_thread().name, "20"), ("preloader", "30"), ("preloader", "10")]
    assert neighbours.open(files[2]).image.pixels[0, 0, 0] == 30
    assert len(decoded) == 3
    neighbours.preload(1, (files[3], files[1]))
    assert preloaded(told) == "40"
    assert neighbours.open(files[1]).image.pixels[0, 0, 0] == 20
    assert len(decoded) == 4, "the picture that was left is its neighbour's neighbour"


def test_what_is_kept_is_ready_and_what_is_not_wanted_is_let_go(neighbours, files, told):
    neighbours.preload(1, (files[0], files[1]))
    preloaded(told), preloaded(told)
    # pixels, then halves of 20 x 15, 10 x 8, 5 x 4, 3 x 2, 2 x 1, 1 x 1 px, and the preview
    one = 3 * (1200 + 300 + 80 + 20 + 6 + 2 + 1) + 4 * 1200
    assert neighbours.cached_bytes == 2 * one
    neighbours.preload(1, (files[1],))
    assert neighbours.cached_bytes == one
    neighbours.open(files[1])
    assert neighbours.cached_bytes == 0, "what is open is no neighbour"


def test_a_file_that_was_written_since_is_decoded_anew(neighbours, files, told, decoded):
    neighbours.preload(1, (files[0],))
    preloaded(told)
    PIL.Image.new("RGB", (41, 30), (99, 99, 99)).save(files[0])
    assert neighbours.open(files[0]).image.pixels[0, 0, 0] == 99
    files[0].unlink()
    with pytest.raises(ImageError, match="no such file"):
        neighbours.open(files[0])


def test_a_reload_decodes_anew(neighbours, files, decoded):
    neighbours.open(files[0])
    neighbours.open(files[0])
    assert [name for _, name in decoded] == ["10", "10"]


def test_one_that_is_being_decoded_is_waited_for_not_decoded_twice(neighbours, files, decoded, monkeypatch):
    begun, go_on, load = threading.Event(), threading.Event(), image.load

    def slow(path):
        begun.set()
        assert go_on.wait(60)
        return load(path)

    monkeypatch.setattr(preloader.image, "load", slow)
    neighbours.preload(1, (files[0],))
    assert begun.wait(60)
    found = []
    waiting = threading.Thread(target=lambda: found.append(neighbours.open(files[0])))
    waiting.start()
    go_on.set()
    waiting.join(60)
    assert found[0].image.pixels[0, 0, 0] == 10
    assert len(decoded) == 1


def test_a_file_whose_decoding_gets_no_core_is_decoded_by_the_engines_own_thread(
    neighbours, files, decoded, monkeypatch
):
    begun, go_on, load = threading.Event(), threading.Event(), image.load

    def starved(path):
        if threading.current_thread().name == "preloader":
            begun.set()
            assert go_on.wait(60)
        return load(path)

    monkeypatch.setattr(preloader.image, "load", starved)
    monkeypatch.setattr(preloader, "PATIENCE", 0.01)
    neighbours.preload(1, (files[0],))
    assert begun.wait(60)
    opened = neighbours.open(files[0])
    assert opened.image.pixels[0, 0, 0] == 10
    assert decoded == [(threading.current_thread().name, "10")]
    go_on.set()


def test_what_is_damaged_or_too_large_is_passed_by(neighbours, files, told, monkeypatch):
    files[0].write_bytes(b"\x89PNG\r\n\x1a\n and then nonsense")
    PIL.Image.new("L", (2000, 1000)).save(files[1])
    monkeypatch.setattr(preloader, "BUDGET", 100_000)
    neighbours.preload(1, (files[0], files[1], files[2]))
    assert preloaded(told) == "30"
    assert neighbours.cached_bytes < 100_000
    assert neighbours.open(files[1]).size == (2000, 1000)


def test_a_close_ends_it_amid_its_list(files, told):
    made = Preloader(told.put)
    made.preload(1, tuple(files))
    made.close()
    assert "preloader" not in [thread.name for thread in threading.enumerate()]
    assert np.all([event.path in files for event in iter_of(told)])


def iter_of(told):
    while not told.empty():
        yield told.get()
