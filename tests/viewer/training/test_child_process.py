"""The trainer's process is recognised by its id, start time and command."""

import os
import signal
import sys

import psutil
import pytest
from waiting import WAIT

from viewer.base import child_process
from viewer.training import run_folder
from viewer.training.run import Phase, Run, ended


def start_time(process):
    return psutil.Process(process.pid).create_time()


def test_only_a_trainer_that_runs_is_alive(process, stranger):
    started = start_time(process)
    assert child_process.alive(process.pid, started)
    assert not child_process.alive(stranger.pid, start_time(stranger))
    assert not child_process.alive(0, 0.0)
    process.kill()
    # not waited for yet: a dead child keeps its number
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert not child_process.alive(process.pid, started)


@pytest.mark.parametrize("seconds", [-3600, -2, 2, 3600])
def test_another_trainer_with_the_same_process_id_is_not_the_run_s(process, seconds):
    assert not child_process.alive(process.pid, start_time(process) + seconds)
    assert child_process.alive(process.pid, start_time(process) + 0.01)


def test_a_trainer_that_ended_leaves_no_zombie_though_nothing_follows_it(tmp_path, qtbot):
    process = child_process.start(tmp_path, ["--version"])
    pid = process.pid
    qtbot.waitUntil(lambda: not psutil.pid_exists(pid), timeout=WAIT)
    # the thread that has waited for it may take a moment to store the status
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=WAIT)
    assert process.poll() == 0, "the one who follows it still learns how it ended"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSEGV")
def test_a_crash_in_native_code_is_told_in_its_own_words(tmp_path, monkeypatch):
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(child_process, "lasting_command", lambda _arguments: [sys.executable, "-c", crash])
    process = child_process.start(tmp_path, [])
    assert process.wait(60) == -signal.SIGSEGV
    assert run_folder.last_error(tmp_path) == "Fatal Python error: Segmentation fault"
    run = ended(Run(tmp_path, Phase.RUNNING, step=3, steps=9), -11, run_folder.last_error(tmp_path))
    assert "signal 11" in run.message and "Segmentation fault" in run.message
