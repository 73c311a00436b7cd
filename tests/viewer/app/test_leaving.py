"""Unpixel ends within a second, whatever its threads are doing: real processes, told to close amid work."""

import os
import subprocess
import sys
import time
from pathlib import Path

import PIL.Image
import psutil
import pytest

from engine.checkpoints import checkpoint
from tests.engine import networks

LONGEST = 5.0
"""Seconds from the request to close to the end of the process. 1 s is promised, to a machine that is not overloaded."""
PROGRAM = """
import os, signal, sys, threading, time
from PySide6.QtCore import Qt, QTimer
from viewer.app import app, main_window
from engine.base.resources import NICENESS
from engine.isolation import children
from engine.session import events
from viewer.models import active_model

{setup}

shown = main_window.MainWindow.showEvent
def show(window, event):
    shown(window, event)
    begin(window)
main_window.MainWindow.showEvent = show

def close(window):
    print("closing", flush=True)
    window.close()

sys.exit(app.run({paths!r}, new=True))
"""
HANGING_CHILD = """
active_model.MODEL = "bicubic"
def begin(window):
    pid = children.SHARED.idle_pid(NICENESS)
    os.kill(pid, signal.SIGSTOP)
    window.opening.open(__import__("pathlib").Path({path!r}))
    def look():
        if children.SHARED.idle_pid(NICENESS) == pid:
            QTimer.singleShot(5, look)
        else:
            close(window)
    look()
"""
IMPORT = """
active_model.MODEL = "bicubic"
def begin(window):
    def look():
        if "torch" in sys.modules:
            close(window)
        else:
            QTimer.singleShot(1, look)
    window.active_model.use("bicubic")
    look()
"""
STUBBORN_OPERATION = """
import ctypes
active_model.MODEL = "bicubic"
from engine.session.session import Session
begun = threading.Event()
def perform(session, state, request):
    begun.set()
    ctypes.CDLL(None).sleep(60)  # as an operation of torch: native, without the interpreter
Session._perform = perform
def begin(window):
    window.opening.open_demo()
    def look():
        if begun.is_set():
            close(window)
        else:
            QTimer.singleShot(5, look)
    look()
"""
ENCODING = """
active_model.MODEL = {model!r}
from engine.decoding import encode
begun = threading.Event()
original = encode.encode_region
def encoding(*arguments, **options):
    begun.set()
    return original(*arguments, **options)
encode.encode_region = encoding
def begin(window):
    window.opening.open_demo()
    def look():
        if begun.is_set():
            close(window)
        else:
            if window.active_model.ready is not None and window.canvas.layers is not None:
                window.canvas.navigation.zoom_to(3.0, (100, 100))
            QTimer.singleShot(20, look)
    look()
"""
DOWNLOAD = """
from viewer.models import download
download.own_command = lambda _arguments: [sys.executable, "-c", {code!r}]
def begin(window):
    once = Qt.ConnectionType.SingleShotConnection
    window.model_download.process.readyReadStandardOutput.connect(lambda: close(window), once)
    window.model_download.start("edsr-baseline-liif")
"""
SLOW_INTERPRETER = """
active_model.MODEL = "bicubic"
import atexit
atexit.register(time.sleep, 60)
def begin(window):
    QTimer.singleShot(0, window, lambda: close(window))
"""
OBEDIENT = "import time; print(1, flush=True); time.sleep(60)"
DEAF = (
    "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
)


@pytest.fixture
def closed(pytestconfig, tmp_path):
    """Runs PROGRAM until it ends. Returns the seconds that it took to close; checks its status and its output."""

    def run(setup, paths=()):
        environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "UNPIXEL_DATA": str(tmp_path / "data")}
        code = PROGRAM.format(setup=setup, paths=list(paths))
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        command = [sys.executable, "-c", code]
        with subprocess.Popen(command, cwd=pytestconfig.rootpath, env=environment, **streams) as process:
            try:
                line = process.stdout.readline()
                began = time.monotonic()
                others = psutil.Process(process.pid).children(recursive=True)
                _, errors = process.communicate(timeout=60)
                seconds = time.monotonic() - began
            finally:
                process.kill()
        assert (process.returncode, line) == (0, "closing\n"), errors
        for sign in ("Traceback", "QThread", "QProcess", "Error", "destroyed"):
            assert sign not in errors, errors
        assert psutil.wait_procs(others, timeout=10)[1] == [], "no process is left behind"
        return seconds

    return run


def picture(folder: Path) -> str:
    PIL.Image.new("RGB", (30, 20)).save(folder / "a.png")
    return str(folder / "a.png")


def test_amid_the_decoding_of_a_picture(closed, tmp_path):
    assert closed(HANGING_CHILD.format(path=picture(tmp_path))) < LONGEST


def test_amid_the_import_of_torch(closed):
    assert closed(IMPORT) < LONGEST


def test_amid_an_operation_that_cannot_be_cancelled(closed):
    assert closed(STUBBORN_OPERATION) < LONGEST


def test_amid_the_encoding_of_a_costly_model(closed, tmp_path):
    model = tmp_path / "liif.safetensors"
    checkpoint.save_safetensors(model, networks.model("liif"))
    assert closed(ENCODING.format(model=str(model))) < LONGEST


def test_without_the_end_of_the_interpreter_which_is_slow(closed):
    assert closed(SLOW_INTERPRETER) < LONGEST


@pytest.mark.parametrize("code", [OBEDIENT, DEAF])
def test_amid_a_download(closed, code):
    assert closed(DOWNLOAD.format(code=code)) < LONGEST
