"""Photos to train on, overrides that make a step take 10 ms, a completed run, and processes to follow."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

import main
from engine import training_log
from engine.training_log import RunStarted
from viewer.base import child_process
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
    """The folder of a completed run of four steps, validated with one picture."""
    folder = tmp_path_factory.mktemp("runs")
    data, out = folder / "data", folder / "done"
    shutil.copytree(photos, data)
    (data / "valid").mkdir()
    shutil.copy(photos / "0.png", data / "valid")
    course = ["train.steps=4", "run.save=2", f"data.root={data}", f"run.out={out}"]
    assert main.main(["train", "live", *TINY.split(), *course]) == 0
    return out


@pytest.fixture(autouse=True)
def give_way(monkeypatch):
    """A trainer gives way to the window; here it would give way to all other tests, for minutes. Returns it."""
    real = child_process.give_way
    monkeypatch.setattr(child_process, "give_way", lambda _pid: None)
    return real


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch) -> Path:
    """The user's data folder of one test. Trainers that are still active in it are killed afterwards."""
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    yield tmp_path / "data"
    for log in (tmp_path / "data" / "runs").glob("*/metrics.jsonl"):
        for line in map(training_log.parse, log.read_text().splitlines()):
            if isinstance(line, RunStarted) and alive(line.pid, line.process_started):
                os.kill(line.pid, signal.SIGKILL)


@pytest.fixture
def tab(make_window, qtbot, photos):
    """The training tab of a window, filled in but for the number of steps."""
    window = make_window()
    window.actions_by_id["training"].trigger()
    tab = window.training.tab
    tab.window_ = window
    tab.form.images.set_path(str(photos))
    tab.form.choose_recipe("live")
    tab.form.values.others.setText(TINY)
    return tab


@pytest.fixture
def process():
    """A process with a trainer's command line. It ends when its stdin is closed."""
    yield from _process("train")


@pytest.fixture
def stranger():
    """A process with another command line."""
    yield from _process("view")


def _process(command):
    arguments = [sys.executable, "-c", "print(flush=True); input()", command]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()  # before that it may have no command line yet
        yield process
        process.kill()
