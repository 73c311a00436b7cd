"""Windows as a start of the application opens them, in this process or in one of its own."""

import os
import subprocess
import sys

from PySide6.QtCore import QEvent

from viewer.export import records

RUN = """
import sys
from PySide6.QtCore import QTimer
from viewer.app import app, main_window
from viewer.models import active_model
active_model.MODEL = "bicubic"
{prepare}
sys.exit(app.run(sys.argv[1:], new=True))
"""

EXPORT = """
from pathlib import Path
from PySide6.QtCore import QTimer
from engine.session.events import ExportProgress, PictureOpened
from engine.export.export_request import ExportRequest
from engine.geometry import orientation
shown = main_window.MainWindow._handle_event
def handle(window, event):
    shown(window, event)
    match event:
        case PictureOpened(rotated=False):
            window.active_model.use("bicubic")
            window.session.rotate(orientation.RIGHT)
        case PictureOpened():
            window.exporting.start(ExportRequest(Path({out!r}), None, {size}, fidelity=0.5))
        case ExportProgress():
            print("exporting", flush=True)
main_window.MainWindow._handle_event = handle
"""
"""Code that exports the opened picture, rotated, to a file `out` of a `size`; it prints a line once that has begun."""
ZOOM = """
import os, signal
from fractions import Fraction
from engine.session.events import ViewSettled
shown = main_window.MainWindow._handle_event
zoomed = []
def handle(window, event):
    shown(window, event)
    if isinstance(event, ViewSettled) and not zoomed:
        zoomed.append(True)
        window.resize(700, 520)
        window.canvas.navigation.jump_to(Fraction(301, 7), Fraction(60), 40000.5)
        {then}
main_window.MainWindow._handle_event = handle
"""
"""Code that zooms in once the picture is shown, and then does what `then` says."""
SOME_SECONDS, ENDLESS = (3200, 2000), (20_000, 12_500)
"""Sizes of exports, px."""


def close(windows, qapp):
    """Closes all windows of this process."""
    for window in tuple(windows.open):
        window.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def showing(window, name):
    """Whether a window shows a picture."""
    return window.windowTitle() == name and window.canvas.layers is not None


def started(root, folder, *paths, prepare=""):
    """Starts a process with a window, and with settings, state and data of its own in `folder`.

    prepare: code that is run before the window opens. Lines that it prints can be read from the stdout of the process.
    """
    names = ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "UNPIXEL_DATA")
    environment = {**os.environ, **dict.fromkeys(names, str(folder))}
    command = [sys.executable, "-c", RUN.format(prepare=prepare), *map(str, paths)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=root, env=environment, stdout=pipe, stderr=pipe, text=True)


def records_there():
    """The files of the records of exports."""
    return list(records._folder().glob("*.json"))
