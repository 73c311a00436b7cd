"""Whatever happens in a child is an error of one line in the app, and the next job runs."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from engine.base.errors import ImageError, Superseded
from engine.isolation.channel import HEAD, MAX_BYTES, VERSION
from tests.engine.isolation.conftest import ended, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no children there")
WORKS = [2, 4, 6]


def works(run):
    """Whether an honest job runs."""
    return run("double").arrays[0].tolist() == WORKS


def test_arrays_come_back_read_only_and_outlive_their_child(run, children):
    result = run("double", given=[1, None, "é"])
    [array] = result.arrays
    assert (array.dtype, array.tolist(), result.answer["value"]) == (
        np.uint16,
        WORKS,
        {"given": [1, None, "é"]},
    )
    assert not array.flags.writeable
    children.end_all()
    assert array.tolist() == WORKS


def test_one_child_serves_one_job_after_another_and_keeps_no_file_open(run, children):
    first = run("states").answer["value"]
    [pid] = children.pids
    for _ in range(3):
        assert works(run)
    assert run("states").answer["value"] == first and children.pids == (pid,)
    assert first["modules"] == [] and first["niceness"] == os.getpriority(os.PRIO_PROCESS, 0)


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        ("refuse", "is odd; leave it"),
        ("fail", "cannot be read.*missing"),
        ("use_memory", "does not fit into memory"),
        ("write_too_much", "does not fit into memory"),
    ],
)
def test_a_job_that_fails_says_why_and_its_child_goes_on(run, children, job, reason):
    works(run)
    pids = children.pids
    with pytest.raises(ImageError, match=rf"file\.bin: {reason}"):
        run(job)
    assert works(run) and children.pids == pids


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system sets no limit")
def test_memory_is_limited_by_what_is_available(run):
    with pytest.raises(ImageError, match="does not fit into memory"):
        run("limited_memory")


@pytest.mark.parametrize(
    ("job", "reason"),
    [
        ("crash", r"crash \(SIGSEGV\)"),
        ("leave", r"crash \(3\)"),
        ("write_on", r"crash \(wrong answer\)"),
        ("close_channel", r"crash \(wrong answer\)"),
    ],
)
def test_a_crash_is_an_error_and_the_next_child_works(run, children, job, reason):
    works(run)
    [pid] = children.pids
    with pytest.raises(ImageError, match=f"made the process that reads it {reason}"):
        run(job)
    assert ended(pid) and works(run)


@pytest.mark.parametrize(
    ("job", "arguments", "seconds"),
    [("hang", {}, 0.3), ("hang_in_steps", {"wanted": 1e9}, 0.4), ("hang_in_steps", {"wanted": 0.01}, 0.3)],
)
def test_a_job_that_takes_too_long_is_killed(run, children, job, arguments, seconds):
    works(run)
    [pid] = children.pids
    began = time.monotonic()
    with pytest.raises(ImageError, match="takes longer than 0 s"):
        run(job, seconds=0.3, most_seconds=0.4, **arguments)
    assert ended(pid) and seconds <= time.monotonic() - began < 10
    assert works(run)


PLACE = {"type": "uint8", "shape": [64], "offset": 0}


@pytest.mark.parametrize(
    "answer",
    [
        {"value": 0, "arrays": 7},
        {"value": 0, "arrays": [7]},
        {"value": 0, "arrays": [{**PLACE, "shape": [65]}]},
        {"value": 0, "arrays": [{**PLACE, "shape": [1 << 70]}]},
        {"value": 0, "arrays": [{**PLACE, "shape": [0, 1 << 70]}]},
        {"value": 0, "arrays": [{**PLACE, "shape": [-1, -64]}]},
        {"value": 0, "arrays": [{**PLACE, "shape": [True]}]},
        {"value": 0, "arrays": [{**PLACE, "shape": [1.0]}]},
        {"value": 0, "arrays": [{**PLACE, "shape": [1] * 9}]},
        {"value": 0, "arrays": [{**PLACE, "offset": 1}]},
        {"value": 0, "arrays": [{**PLACE, "offset": -1}]},
        {"value": 0, "arrays": [{**PLACE, "type": "uint16"}]},
        {"value": 0, "arrays": [{**PLACE, "type": "object"}]},
        {"seconds": "x"},
        {"seconds": -1},
        {"seconds": True},
        {"done": 2.0, "arrays": []},
        {"done": float("nan"), "arrays": []},
        {"done": True, "arrays": []},
        {"done": 0.5, "arrays": 7},
        {"done": 0.5, "arrays": [{**PLACE, "shape": [65]}]},
    ],
)
def test_a_lying_child_is_ended(run, answer):
    with pytest.raises(ImageError, match=r"crash \(wrong answer\)"):
        run("lie", answer=answer)
    assert works(run)


@pytest.mark.parametrize("answer", [{}, {"reason": 7}, {"reason": [[]], "remedy": {"text": 7}}, {"ready": 1}])
def test_a_refusal_without_a_reason_is_an_error(run, answer):
    with pytest.raises(ImageError, match=r"file\.bin"):
        run("lie", answer=answer)
    assert works(run)


DEEP = b"[" * 20_000


@pytest.mark.parametrize(
    "sent",
    [
        HEAD.pack(VERSION + 1, 2) + b"{}",
        HEAD.pack(VERSION, MAX_BYTES + 1),
        HEAD.pack(VERSION, len(DEEP)) + DEEP,
        HEAD.pack(VERSION, 2) + b"[]",
        HEAD.pack(VERSION, 3) + b"\xff{}",
        HEAD.pack(VERSION, 9000) + b"1" * 9000,
    ],
    ids=["version", "length", "depth", "list", "bytes", "number"],
)
def test_what_is_no_message_ends_the_child(run, sent):
    with pytest.raises(ImageError, match=r"crash \(wrong answer\)"):
        run("send_bytes", hex=sent.hex())
    assert works(run)


def test_a_cancelled_job_ends_at_once(run, children):
    works(run)
    [pid] = children.pids
    calls = []

    def check():
        calls.append(1)
        if len(calls) == 3:
            raise Superseded

    with pytest.raises(Superseded):
        run("hang", check)
    assert ended(pid) and works(run)


def test_a_child_that_was_killed_while_idle_is_replaced(run, children):
    works(run)
    [pid] = children.pids
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: ended(pid))
    assert works(run) and children.pids != (pid,)


def test_jobs_at_the_same_time_have_children_of_their_own(run, children):
    go_on, results = threading.Event(), []

    def check():
        if go_on.is_set():
            raise Superseded

    def wait_for_ever():
        with pytest.raises(Superseded):
            run("hang", check)
        results.append(True)

    thread = threading.Thread(target=wait_for_ever)
    thread.start()
    wait_until(lambda: len(children.pids) == 1)
    assert works(run)
    go_on.set()
    thread.join(30)
    assert results == [True]
    wait_until(lambda: len(children.pids) == 1)


def test_a_child_killed_at_any_moment_is_an_error_or_nothing(run, children):
    """Kills it at 20 random moments between its start and the end of a job."""
    chance, killed = random.Random(0), []

    def kill():
        for pid in children.pids:
            with contextlib.suppress(ProcessLookupError):  # its end was just handled
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)

    for _ in range(20):
        killer = threading.Timer(chance.uniform(0, 0.2), kill)
        killer.start()
        try:
            for _ in range(4):
                assert works(run)
        except ImageError as error:
            assert "file.bin" in str(error)
        killer.join()
        wait_until(lambda: all(map(ended, killed)))
    assert works(run) and len(killed) >= 10


@pytest.mark.parametrize("job", ["hang", ""])
def test_no_child_outlives_an_app_that_is_killed(tmp_path, job):
    code = f"""
import sys, threading, time
from pathlib import Path
from engine.base.errors import ImageError
from engine.isolation import child
from engine.isolation.children import Children
from engine.isolation.job import Job
child.own_command = lambda arguments: [sys.executable, "-m", "tests.engine.isolation.hostile_child", *arguments[1:]]
children = Children()
def run(name):
    with open(__import__("os").devnull, "rb") as source:
        children.run(Job(name, Path("x"), ImageError, 60, 60, 1 << 20), source, lambda: None)
run("states")
if {job!r}:
    threading.Thread(target=run, args=({job!r},)).start()
    time.sleep(0.3)
print(children.pids[0], flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as app:
        pid = int(app.stdout.readline())
        assert not ended(pid)
        app.kill()
        wait_until(lambda: ended(pid), 10)


def test_the_own_child_has_neither_torch_nor_qt(tmp_path):
    """The modules that the real child has imported when it waits for a job."""
    code = """
import sys
from engine.isolation import serving
for name in serving.WARM:
    __import__(name)
print([name for name in ("torch", "PySide6", "viewer", "trainer") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_job_in_the_table_exists():
    from engine.isolation import serving

    assert all(callable(serving._function(name)) for name in serving.JOBS)
    assert json.dumps(serving.JOBS)
