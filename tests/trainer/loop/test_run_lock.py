"""One process at a time trains in a run's folder; a dead owner's lock is free, and a log of any size is rewound."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine import training_log
from engine.base.errors import RecipeError
from engine.training_log import Stopped
from tests.trainer.conftest import small
from trainer.loop import run_folder, run_lock
from trainer.loop.train import train

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks nothing there")

ROOT = Path(__file__).resolve().parents[3]
OWNER = """
import sys
from pathlib import Path
from trainer.loop import run_lock
with run_lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def owner_of(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_is_told_who_trains_and_changes_nothing(tmp_path, photos):
    out = tmp_path / "run"
    with owner_of(out) as first:
        before = sorted(out.iterdir())
        with pytest.raises(RecipeError, match=f"the process {first.pid} trains in this folder; wait until"):
            train(small("live", photos, out), lambda _: None)
        assert sorted(out.iterdir()) == before
        first.communicate()
    assert not out.exists(), "it was made for the lock alone"
    assert train(small("live", photos, out), lambda _: None) == out / "model.safetensors"
    assert not (out / run_lock.NAME).exists()


def test_the_lock_of_a_dead_owner_is_taken_over(tmp_path):
    with owner_of(tmp_path) as first:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert json.loads((tmp_path / run_lock.NAME).read_text())["pid"] == first.pid
    with run_lock.held(tmp_path):
        assert json.loads((tmp_path / run_lock.NAME).read_text())["pid"] == os.getpid()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x"}', "x" * 10_000])
def test_any_content_of_a_lock_is_taken_over(tmp_path, content):
    (tmp_path / run_lock.NAME).write_text(content)
    with run_lock.held(tmp_path):
        assert json.loads((tmp_path / run_lock.NAME).read_text())["pid"] == os.getpid()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(RecipeError, match="is not a folder"), run_lock.held(tmp_path / "file" / "run"):
        pass


def test_a_long_log_is_rewound_in_little_memory(tmp_path):
    log = tmp_path / "metrics.jsonl"
    with log.open("wb") as file:
        for step in range(3):
            file.write(json.dumps(training_log.to_json(Stopped(step))).encode() + b"\n")
            file.write(b"x" * (64 << 20) + b"\n")
            file.write(b"no line\n\xff\xfe\n")
        file.write(b'{"kind": "stopped", "st')
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run_folder.rewind_log(tmp_path, 1)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert [training_log.parse(line) for line in log.read_text().splitlines()] == [Stopped(0), Stopped(1)]
    assert grown < 32 << 10, "in KB"
