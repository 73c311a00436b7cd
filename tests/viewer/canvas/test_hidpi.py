"""A screen's own pixels: at any ratio of them to Qt's, each is the engine's answer for itself, scaled by nobody.

A ratio is the process's own: ratio 1 is this one's, and test_with_engine.py sees to it.
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

LOOK = """
import json, sys, time
sys.path[:0] = {paths}
import numpy as np
from pathlib import Path
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from screenshots import grabbed
from screenshots import rendered
from engine.session.events import ViewSettled
from viewer.app import main_window
from viewer.base import theme
from viewer.models import active_model
active_model.MODEL = "bicubic"
application = QApplication([])
theme.use(application)
window = main_window.MainWindow({photo!r})
told, asked = [], []
window.bridge.event.connect(told.append)
window.canvas.view_requested.connect(lambda view, moving: asked.append(view))
window.resize(501, 377)
window.show()
canvas, end = window.canvas, time.monotonic() + 40

def until(true):
    while not true():
        assert time.monotonic() < end
        application.processEvents()
        time.sleep(0.002)

def settled():
    busy = not canvas.is_idle
    return not busy and any(isinstance(e, ViewSettled) and e.request == window._view for e in told)

try:
    until(lambda: canvas.layers is not None and settled())
    rows = []
    for scale in (1.0, 7.3):
        canvas.navigation.go_to(601, 447, scale)
        until(lambda: canvas.view.scale == scale and settled())
        ratio, view = window.devicePixelRatioF(), canvas.view
        window.insight.badge.hide()
        corner = canvas.mapTo(window, QPoint(0, 0))
        left, top = round(corner.x() * ratio), round(corner.y() * ratio)
        shown = grabbed(window)[top:, left:].astype(int)
        # of the last column and row the window may show a part
        inside = shown[: int(canvas.height() * ratio), : int(canvas.width() * ratio)]
        expected = rendered(Path({photo!r}), "bicubic", view).astype(int)[: len(inside), : inside.shape[1]]
        rows.append(dict(
            ratio=ratio, scale=view.scale, asked=[asked[-1].width, asked[-1].height], same=asked[-1] == view,
            logical=[canvas.width(), canvas.height()], off=int(np.abs(inside - expected).max()),
        ))
finally:
    window.close()
print(json.dumps(rows))
"""


@pytest.fixture(scope="module")
def looks(tmp_path_factory, pytestconfig):
    """What windows at each ratio were asked for and showed; they run beside each other."""
    folder = tmp_path_factory.mktemp("hidpi")
    photo = saved(folder / "photo.png", drawn(1200, 900))
    program = LOOK.format(
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
def test_the_screen_shows_the_engines_own_pixels(looks, ratio):
    for look in looks[ratio]:
        assert look["ratio"] == float(ratio)
        assert look["asked"] == [ceil(side * float(ratio)) for side in look["logical"]] and look["same"]
        assert look["off"] <= 1
    assert [look["scale"] for look in looks[ratio]] == [1.0, 7.3]


FRACTIONAL = """
import sys
import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
sys.path[:0] = {paths}
from screenshots import as_opened, grabbed
from viewer.canvas.canvas import Canvas
application = QApplication([])
window, canvas = QWidget(), Canvas()
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
def test_source_pixels_are_screen_pixels_at_fractional_ratios(factor, size, pytestconfig):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    paths = [str(Path(__file__).parents[1]), str(pytestconfig.rootpath)]
    command = [sys.executable, "-c", FRACTIONAL.format(paths=paths)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(float(factor)), "1.0", *map(str, size), "True"]
