"""Fixtures: a set of children that run the jobs of hostile_child.py."""

import sys
import time
from pathlib import Path

import pytest

from engine.base.errors import ImageError
from engine.images.isolated import never_cancel
from engine.isolation import child
from engine.isolation.children import Children
from engine.isolation.job import Job


@pytest.fixture
def children(monkeypatch):
    program = "tests.engine.isolation.hostile_child"
    monkeypatch.setattr(
        child, "own_command", lambda arguments: [sys.executable, "-m", program, *arguments[1:]]
    )
    made = Children()
    yield made
    made.end_all()


@pytest.fixture
def run(children, tmp_path):
    """Runs a job of hostile_child.py on a file of three bytes."""
    path = tmp_path / "file.bin"
    path.write_bytes(b"\1\2\3")

    def run_job(name, check=never_cancel, seconds=60.0, most_seconds=60.0, most_bytes=1 << 20, **arguments):
        job = Job(name, path, ImageError, seconds, most_seconds, most_bytes, arguments=arguments)
        with path.open("rb") as source:
            return children.run(job, source, check)

    return run_job


def ended(pid):
    """Whether a process has ended, though it may not have been waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def wait_until(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)
