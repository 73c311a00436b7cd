"""Openings that hang, crash or are not wanted any more: the session goes on, with the picture before."""

import os
import signal
import time

import numpy as np
import PIL.Image
import psutil
import pytest

from engine.base.resources import NICENESS
from engine.isolation import children
from engine.session import events, preloader
from engine.session.requests import Task
from engine.session.session import Session


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{gray}.png" for gray in (10, 20, 30)]
    for path in paths:
        PIL.Image.new("RGB", (40, 30), (int(path.stem),) * 3).save(path)
    return paths


@pytest.fixture
def stop_child():
    """Returns a function that stops the warm child of a niceness: its next job hangs. Returns the process's number."""
    stopped = []

    def stop(niceness):
        children.warm_up(niceness)
        pid = children.SHARED.idle_pid(niceness)
        os.kill(pid, signal.SIGSTOP)
        stopped.append(pid)
        return pid

    yield stop
    for pid in set(stopped) & set(children.SHARED.pids):
        os.kill(pid, signal.SIGKILL)


def taken(pid, niceness):
    """Waits until the engine has given a job to a child."""
    deadline = time.monotonic() + 60
    while children.SHARED.idle_pid(niceness) == pid:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_cancelled_opening_leaves_the_picture_before(session, recorder, files, stop_child):
    shown = session.open(files[0])
    recorder.wait(events.PictureOpened)
    hanging = stop_child(NICENESS)
    number = session.open(files[1])
    taken(hanging, NICENESS)
    session.cancel_open()
    recorder.wait(events.OpenCancelled, request=number)
    session.rotate(1)
    assert recorder.wait(events.PictureOpened, rotated=True).path == files[0]
    session.open(files[2])
    recorder.wait(events.PictureOpened, path=files[2])
    assert next(event.request for event in recorder.of(events.PictureOpened)) == shown
    assert not recorder.of(events.Failed) and hanging not in children.SHARED.pids


def test_an_opening_that_waits_is_cancelled_too(session, recorder, files):
    recorder.holds_at = events.PictureOpened
    recorder.gate.clear()
    session.open(files[0])
    recorder.wait(events.PictureOpened)
    number = session.open(files[1])
    session.cancel_open()
    recorder.gate.set()
    recorder.wait(events.OpenCancelled, request=number)
    assert len(recorder.of(events.PictureOpened)) == 1


def test_nothing_is_cancelled_when_nothing_opens(session, recorder, files):
    session.open(files[0])
    recorder.wait(events.PictureOpened)
    session.cancel_open()
    session.open(files[1])
    recorder.wait(events.PictureOpened, path=files[1])
    assert not recorder.of(events.OpenCancelled)


def test_a_newer_opening_replaces_one_that_hangs(session, recorder, files, stop_child):
    hanging = stop_child(NICENESS)
    first = session.open(files[0])
    taken(hanging, NICENESS)
    session.open(files[1])
    recorder.wait(events.PictureOpened, path=files[1])
    assert all(event.request != first for event in recorder.events)


def test_a_crash_is_a_message_and_the_next_opening_works(session, recorder, files, tmp_path):
    large = tmp_path / "large.png"
    noise = np.random.default_rng(0).integers(0, 256, (2500, 2500, 3), dtype=np.uint8)
    PIL.Image.fromarray(noise).save(large, compress_level=1)
    session.open(files[0])
    recorder.wait(events.PictureOpened, path=files[0])
    child = psutil.Process(children.SHARED.idle_pid(NICENESS))
    idle, deadline = child.cpu_times().user, time.monotonic() + 60
    session.open(large)
    while child.cpu_times().user < idle + 0.03:  # until it is amid the picture
        assert time.monotonic() < deadline
    child.send_signal(signal.SIGSEGV)
    failed = recorder.wait(events.Failed, task=Task.OPEN)
    assert "large.png: made the process that reads it crash (SIGSEGV)" in str(failed.message)
    session.open(files[1])
    recorder.wait(events.PictureOpened, path=files[1])


def test_closing_waits_for_nothing(recorder, files, stop_child):
    hanging, preloading = stop_child(NICENESS), stop_child(preloader.NICENESS)
    session = Session(recorder)
    session.preload((files[1],))
    taken(preloading, preloader.NICENESS)
    session.open(files[0])
    taken(hanging, NICENESS)
    began = time.monotonic()
    session.close()
    assert time.monotonic() - began < 0.5
    assert session.join(30)
    assert not {hanging, preloading} & set(children.SHARED.pids)


def test_a_preloading_gives_way_to_another_file_and_goes_on_later(session, recorder, files, stop_child):
    preloading = stop_child(preloader.NICENESS)
    session.preload((files[1],))
    taken(preloading, preloader.NICENESS)
    session.open(files[0])
    recorder.wait(events.PictureOpened, path=files[0])
    recorder.wait(events.Preloaded, path=files[1])
    assert preloading not in children.SHARED.pids


def test_a_file_whose_preloading_hangs_is_opened_all_the_same(session, recorder, files, stop_child):
    preloading = stop_child(preloader.NICENESS)
    session.preload((files[1],))
    taken(preloading, preloader.NICENESS)
    session.open(files[1])
    recorder.wait(events.PictureOpened, path=files[1])


def test_a_defect_after_the_end_is_nobodys_business(recorder, capfd, monkeypatch):
    """Work that goes on when the interpreter ends fails, because the decoder's threads have ended."""
    session = Session(recorder)

    def fail_after_the_end(*_):
        session.close()
        raise RuntimeError("cannot schedule new futures after shutdown")

    monkeypatch.setattr(session, "_perform", fail_after_the_end)
    session.open_demo()
    assert session.join(60)
    assert capfd.readouterr().err == "" and recorder.events == []
