"""The application in a process of its own, with a list of actions to do in its window."""

import os
import subprocess
import sys
import tempfile

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
{before}
from viewer.app import app, windows
{actions}
def act():
    window = QApplication.topLevelWidgets() and next(w for w in QApplication.topLevelWidgets() if hasattr(w, "canvas"))
    run_actions(window, lambda: window.close())
first = windows.Windows.open_first
def opened_first(self, *paths, **options):
    first(self, *paths, **options)
    QTimer.singleShot(500, self, act)
windows.Windows.open_first = opened_first
print("status", app.run(sys.argv[1:]), flush=True)
"""
CLOSE = """
def run_actions(window, close):
    print("visible", window.isVisible(), flush=True)
    print("notice", ascii(window.notices.text), flush=True)
    close()
"""


def run(pytestconfig, *arguments, before="", actions=CLOSE, environment=None, cwd=None):
    """Returns (exit status, stdout, stderr) of the application."""
    code = PROGRAM.format(before=before, actions=actions)
    variables = {**os.environ, **(environment or {}), "PYTHONPATH": str(pytestconfig.rootpath)}
    variables = {name: value for name, value in variables.items() if value is not None}
    # Files, not pipes: a process that the application started may hold a pipe open for longer.
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        status = subprocess.run(
            command, env=variables, cwd=cwd, stdout=out, stderr=errors, timeout=100, check=False
        )
        out.seek(0)
        errors.seek(0)
        return status.returncode, out.read(), errors.read()
