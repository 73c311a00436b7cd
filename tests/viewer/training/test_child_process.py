"""The trainer's process, wherever the window was started from."""

import os
import subprocess
import sys

from viewer.base import child_process


def test_the_command_line_is_found_from_any_folder(tmp_path):
    told = subprocess.run(
        child_process.command(["--version"]), cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith("Unpixel ")


def test_a_bundle_is_its_own_command_line(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_process.command(["train", "live"]) == [sys.executable, "train", "live"]


def test_only_a_trainer_that_runs_is_alive(process, stranger):
    assert child_process.alive(process.pid)
    assert not child_process.alive(stranger.pid) and not child_process.alive(0)
    process.kill()
    # not waited for yet: a dead child keeps its number
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert not child_process.alive(process.pid)
