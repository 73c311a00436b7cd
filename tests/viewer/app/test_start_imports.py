"""What the first window waits for: a real start, looked at when it has been painted."""

import json
import os
import subprocess
import sys

import pytest

from viewer.bench import start

HEAVY = (
    "torch",
    "trainer",
    "pyqtgraph",
    "scipy",
    "skimage",
    "psutil",
    "networkx",
    "sympy",
    "tifffile",
    "moderngl",
)
DECODERS = "engine.images.decoders.table"
"""It imports all decoders, which are for the process that decodes."""
CODE = f"""
import json, sys
from viewer.app import app, start_times
report = start_times.StartTimes._report
def looked_at(times):
    if times._next == "window":
        found = [name for name in sys.modules if name.partition(".")[0] in {HEAVY} or name == "{DECODERS}"]
        print(json.dumps(found), flush=True)
    report(times)
start_times.StartTimes._report = looked_at
sys.exit(app.run(["demo"], new=True))
"""


def test_nothing_heavy_is_imported_before_the_first_window(pytestconfig, tmp_path):
    environment = {**os.environ, "UNPIXEL_DATA": str(tmp_path), "UNPIXEL_START_TIMES": "1"}
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(
        command,
        cwd=pytestconfig.rootpath,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert lines[1:] == ["window", "picture"], done.stdout + done.stderr
    assert json.loads(lines[0]) == []


@pytest.mark.long
def test_a_start_is_measured_cold_and_warm(monkeypatch, tmp_path):
    monkeypatch.setattr(start, "REPEATS", {"cold": 1, "warm": 1})
    monkeypatch.setattr(
        start, "_drop_from_cache", lambda: None
    )  # it would slow down the tests beside this one
    rows = start.start("demo")
    assert [row["way"] for row in rows] == ["cold", "warm"] and {row["program"] for row in rows} == {"source"}
    assert all(0 < row["window_s"] < row["picture_s"] for row in rows)
    assert "warm  window" in start.table({"rows": rows})
