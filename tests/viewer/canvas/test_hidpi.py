"""At every device pixel ratio, each device px shows the colour decoded for it: nothing is scaled.

A process has one ratio, so each test starts its own. Ratio 1 is tested by test_with_engine.py.
"""

import json
import os
import subprocess
import sys
from math import ceil
from pathlib import Path

import pytest
from pictures import drawn, saved

RATIOS = ("1.5", "2")

PROGRAM = """
import json, sys, time
sys.path[:0] = {paths}
import numpy as np
from pathlib import Path
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from screenshots import grabbed
from screenshots import rendered
from engine.session.events import ViewSettled
from engine.session.requests import Task
from viewer.app import main_window
from viewer.base import settings, theme
from viewer.models import active_model
active_model.MODEL = "bicubic"
settings.change(fit="larger")
application = QApplication([])
theme.use(application)
window = main_window.MainWindow({photo!r})
events, requested = [], []
window.bridge.event.connect(events.append)
window.canvas.view_requested.connect(lambda view, moving: requested.append(view))
window.resize(501, 377)
window.show()
canvas, end = window.canvas, time.monotonic() + 40

def wait_until(condition):
    while not condition():
        assert time.monotonic() < end
        application.processEvents()
        time.sleep(0.002)

def settled():
    request = window.session.newest(Task.VIEW)
    return canvas.is_idle and any(isinstance(e, ViewSettled) and e.request == request for e in events)

try:
    wait_until(lambda: canvas.layers is not None and settled())
    rows = []
    for scale in (1.0, 7.3):
        canvas.navigation.go_to(601, 447, scale)
        wait_until(lambda: canvas.view.scale == scale and settled())
        ratio, view = window.devicePixelRatioF(), canvas.view
        window.insight.badge.hide()
        corner = canvas.mapTo(window, QPoint(0, 0))
        left, top = round(corner.x() * ratio), round(corner.y() * ratio)
        shown = grabbed(window)[top:, left:].astype(int)
        # the last column and row may be visible in part
        inside = shown[: int(canvas.height() * ratio), : int(canvas.width() * ratio)]
        expected = rendered(Path({photo!r}), "bicubic", view).astype(int)[: len(inside), : inside.shape[1]]
        rows.append(dict(
            ratio=ratio, scale=view.scale,
            requested=[requested[-1].width, requested[-1].height], same=requested[-1] == view,
            logical=[canvas.width(), canvas.height()], off=int(np.abs(inside - expected).max()),
        ))
finally:
    window.close()
print(json.dumps(rows))
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory, pytestconfig):
    """Runs a window per ratio, in parallel. Returns by ratio the views requested and how far the px are off."""
    folder = tmp_path_factory.mktemp("hidpi")
    photo = saved(folder / "photo.png", drawn(1200, 900))
    program = PROGRAM.format(
        paths=[str(Path(__file__).parents[1]), str(pytestconfig.rootpath)], photo=str(photo)
    )
    running = {}
    for ratio in RATIOS:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio}
        environment["XDG_CONFIG_HOME"] = str(folder)
        running[ratio] = subprocess.Popen(
            [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True
        )
    return {ratio: json.loads(process.communicate(timeout=120)[0]) for ratio, process in running.items()}


@pytest.mark.parametrize("ratio", RATIOS)
def test_each_device_px_shows_its_own_decoded_colour(results, ratio):
    for row in results[ratio]:
        assert row["ratio"] == float(ratio)
        assert row["requested"] == [ceil(side * float(ratio)) for side in row["logical"]] and row["same"]
        assert row["off"] <= 1
    assert [row["scale"] for row in results[ratio]] == [1.0, 7.3]


FRACTIONAL = """
import sys
import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
sys.path[:0] = {paths}
from engine.geometry.fit import Fit
from screenshots import as_opened, grabbed
from viewer.canvas.canvas import Canvas
application = QApplication([])
window, canvas = QWidget(), Canvas()
canvas.navigation.use_fit(Fit.LARGER)
column = QVBoxLayout(window)
column.setContentsMargins(3, 7, 3, 3)
column.addWidget(canvas)
window.resize(337, 251)
window.show()
noise = np.random.default_rng(3).integers(0, 255, (150, 200, 3), dtype=np.uint8)
canvas.open(as_opened(noise), keep_view=False)
ratio = canvas.devicePixelRatioF()
shown, view = grabbed(window), canvas.view
x, y = view.origin
corner = canvas.mapTo(window, QPoint(0, 0))
left, top = round(corner.x() * ratio) - x, round(corner.y() * ratio) - y
exact = (shown[top : top + 150, left : left + 200] == noise).all()
print(ratio, view.scale, view.width, view.height, bool(exact))
"""


@pytest.mark.parametrize(
    ("factor", "size"), [("1.25", (414, 302)), ("1.5", (497, 362)), ("1.75", (580, 422)), ("2", (662, 482))]
)
def test_at_one_to_one_source_px_are_device_px_at_fractional_ratios(factor, size, pytestconfig):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    paths = [str(Path(__file__).parents[1]), str(pytestconfig.rootpath)]
    command = [sys.executable, "-c", FRACTIONAL.format(paths=paths)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(float(factor)), "1.0", *map(str, size), "True"]
