"""The trainer's process is recognised by its id, start time and command."""

import os

import psutil
import pytest

from viewer.base import child_process


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
