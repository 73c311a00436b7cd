"""Photos to train on, a recipe so small that a step takes a hundredth of a second, and a run that has finished."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

import main
from viewer.base.child_process import alive

TINY = (
    "model.args.width=8 model.args.blocks=1 model.args.hidden=16 model.args.order=4 "
    "data.patch=16 train.batch=2 train.warmup=2 run.save=100 run.log=1 run.validate=100000"
)


@pytest.fixture(scope="session")
def photos(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    random = np.random.default_rng(9)
    for index in range(2):
        pixels = random.integers(0, 256, (12, 12, 3), dtype=np.uint8)
        PIL.Image.fromarray(pixels).resize((120, 120)).save(folder / f"{index}.png")
    return folder


@pytest.fixture(scope="session")
def finished(tmp_path_factory, photos) -> Path:
    """The folder of a run of four steps that came to its end."""
    out = tmp_path_factory.mktemp("runs") / "done"
    arguments = [
        "train",
        "live",
        *TINY.split(),
        "train.steps=4",
        "run.save=2",
        f"data.root={photos}",
        f"run.out={out}",
    ]
    assert main.main(arguments) == 0
    return out


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch) -> Path:
    """The user's data, for the test alone; what still trains there is ended with it."""
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    yield tmp_path / "data"
    for log in (tmp_path / "data" / "runs").glob("*/metrics.jsonl"):
        for text in log.read_text().splitlines():
            pid = json.loads(text).get("pid", 0)
            if pid and alive(pid):
                os.kill(pid, signal.SIGKILL)


@pytest.fixture
def tab(make_window, qtbot, photos):
    """The training tab of a window, filled in but for the number of steps."""
    window = make_window()
    window.actions_by_id["training"].trigger()
    tab = window.training.tab
    tab.window_ = window
    tab.form.images.say(str(photos))
    tab.form.changes.setText(TINY)
    return tab


@pytest.fixture
def process():
    """A process that takes itself for a trainer, until its stdin is closed."""
    yield from _process("train")


@pytest.fixture
def stranger():
    """A process that is none."""
    yield from _process("view")


def _process(command):
    arguments = [sys.executable, "-c", "print(flush=True); input()", command]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()  # a process has no command line before it is at work
        yield process
        process.kill()
