"""Memory that a child fills and the app reads; its pages are made while the decoder works."""

import os
import sys
import threading
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.images import isolated, picture_job
from engine.isolation import children, shared_memory
from engine.isolation.serving import Task
from engine.isolation.shared_memory import Output

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no children there")
HUGE_PAGES = Path("/sys/kernel/mm/transparent_hugepage/enabled")


@pytest.fixture
def memory():
    """The descriptors of one memory: the app's, and the child's."""
    descriptor = shared_memory.create()
    yield descriptor, os.dup(descriptor)
    os.close(descriptor)


def threads():
    return [each for each in threading.enumerate() if each.name == "shared memory"]


@given(
    prepared=st.integers(0, 2 << 20),
    rows=st.integers(1, 400),
    alpha=st.integers(1, 400),
    wide=st.booleans(),
)
def test_arrays_are_the_same_whatever_was_prepared(prepared, rows, alpha, wide):
    kind, descriptor = np.uint16 if wide else np.uint8, shared_memory.create()
    output = Output(os.dup(descriptor))
    output.prepare(prepared)
    made = [output.allocate((rows, 1000, 3), kind), output.allocate((alpha, 1000), kind)]
    assert not any(each.any() for each in made)
    for number, each in enumerate(made, 1):
        each[...] = number
    descriptions = [output.describe(each) for each in made]
    del made, each
    output.close()
    shared_memory.seal(descriptor)
    colour, mask = shared_memory.arrays(descriptor, descriptions)
    os.close(descriptor)
    assert colour.shape == (rows, 1000, 3) and (colour == 1).all()
    assert mask.shape == (alpha, 1000) and (mask == 2).all()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is a file")
def test_pages_are_there_before_the_array_is_allocated(memory):
    output = Output(memory[1])
    output.prepare(3_000_000)
    for thread in threads():
        thread.join(60)
    assert os.fstat(memory[0]).st_blocks * 512 >= 3_000_000
    output.close()


def test_a_job_that_fails_leaves_no_thread_behind(memory):
    output = Output(memory[1])
    output.prepare(shared_memory.MOST_PREPARED)
    output.close()
    assert threads() == []


def test_no_more_is_prepared_than_its_limit(memory, monkeypatch):
    monkeypatch.setattr(shared_memory, "MOST_PREPARED", 5000)
    output = Output(memory[1])
    output.prepare(1 << 40)
    for thread in threads():
        thread.join(60)
    assert os.fstat(memory[0]).st_size == 5000
    output.close()


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_decoding_prepares_the_memory_that_a_picture_needs(tmp_path, memory, monkeypatch, kind):
    path, lengths = tmp_path / "picture.png", []
    if kind == np.uint8:
        PIL.Image.new("RGB", (40, 30)).save(path)
    else:
        PIL.Image.fromarray(np.zeros((30, 40), np.uint16)).save(path)
    monkeypatch.setattr(Output, "prepare", lambda _, length: lengths.append(length))
    monkeypatch.setattr(Task, "request_seconds", lambda *_: None)
    with path.open("rb") as source:
        output = Output(memory[1])
        answer = picture_job.decode(
            Task({"path": str(path), "page": 0, "most_pixels": 1 << 20}, source, output, None)
        )
        output.close()
    [description] = answer["arrays"]
    assert description["type"] == np.dtype(kind).name
    assert lengths == [40 * 30 * 3 * np.dtype(kind).itemsize]


@pytest.mark.skipif(
    not HUGE_PAGES.exists() or "[madvise]" not in HUGE_PAGES.read_text(),
    reason="not asked for by programs here",
)
def test_a_child_takes_huge_pages(tmp_path):
    path = tmp_path / "picture.png"
    PIL.Image.new("RGB", (4, 3)).save(path)
    isolated.load(path)
    maps = Path(f"/proc/{children.SHARED.idle_pid(0)}/smaps").read_text()
    heap = maps[maps.index("[heap]") :]
    assert " hg" in next(line for line in heap.splitlines() if line.startswith("VmFlags"))
