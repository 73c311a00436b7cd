"""Windows as a start of the application opens them, in this process or in one of its own."""

import os
import subprocess
import sys

from PySide6.QtCore import QEvent

RUN = """
import sys
from PySide6.QtCore import QTimer
from viewer.app import app, main_window
from viewer.models import active_model
active_model.MODEL = "bicubic"
{prepare}
sys.exit(app.run(sys.argv[1:], new=True))
"""


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
