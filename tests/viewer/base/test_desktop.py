"""Files are shown in the file manager, and the end of exports is told by the desktop, where there is one."""

import os
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from viewer.base import desktop

NAME = "a b ü.png"
SHOW = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from viewer.base import desktop
app = QApplication([])
desktop.open_folder = lambda folder: (print(folder), app.quit())
desktop.show_in_folder(Path(sys.argv[1]) / {NAME!r}, app)
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


def test_without_a_file_manager_on_the_bus_the_folder_is_opened(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    opened = []
    monkeypatch.setattr(desktop, "open_folder", opened.append)
    parent = QObject()
    desktop.show_in_folder(tmp_path / NAME, parent)
    qtbot.waitUntil(lambda: opened == [tmp_path])


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="dbus-run-session is not installed")
def test_the_file_manager_is_asked_for_the_file(pytestconfig, tmp_path):
    """The bus has no file manager: it is asked, refuses, and the folder is opened instead."""
    script = (
        f'dbus-monitor --session --profile > "{tmp_path}/calls" & watch=$!\n'
        f'until [ -s "{tmp_path}/calls" ]; do sleep 0.05; done\n'
        f'"{sys.executable}" -c "$SHOW" "{tmp_path}"\nkill $watch'
    )
    run = subprocess.run(
        ["dbus-run-session", "bash", "-c", script],
        env={**os.environ, "SHOW": SHOW, "QT_QPA_PLATFORM": "offscreen"},
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.stdout.strip() == str(tmp_path), run.stderr
    assert "org.freedesktop.FileManager1\tShowItems" in (tmp_path / "calls").read_text()


@pytest.fixture
def unfocused(qapp, monkeypatch):
    """Another program has the focus."""
    monkeypatch.setattr(desktop.QGuiApplication, "focusWindow", lambda: None)


@pytest.fixture
def programs(tmp_path, monkeypatch, unfocused):
    """Programs on the path that write their arguments into a file. Returns a function that makes one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")

    def make(name):
        said = tmp_path / f"{name}.txt"
        program = tmp_path / name
        program.write_text(
            f'#!{sys.executable}\nimport sys\nopen({str(said)!r}, "w").write("\\n".join(sys.argv[1:]))\n'
        )
        program.chmod(0o755)
        return said

    return make


def test_a_notification_is_shown_by_the_first_program_that_there_is(qtbot, programs):
    window = QWidget()
    qtbot.addWidget(window)
    old, new = programs("gdbus"), programs("notify-send")
    desktop.notify(window, "Unpixel", "2 finished")
    qtbot.waitUntil(lambda: new.exists() and new.read_text().endswith("Unpixel\n2 finished"))
    assert not old.exists()


def test_quotes_in_a_notification_reach_gdbus(qtbot, programs):
    said = programs("gdbus")
    window = QWidget()
    qtbot.addWidget(window)
    desktop.notify(window, "Unpixel", "it's -- 1\\2")
    qtbot.waitUntil(lambda: said.exists() and said.read_text().endswith("10000"))
    assert "'it\\'s -- 1\\\\2'" in said.read_text().splitlines()


def test_without_any_of_them_there_is_a_sound(qtbot, programs, monkeypatch):
    beeps = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    desktop.notify(window, "Unpixel", "2 finished")
    assert beeps == [1]


def test_nothing_is_told_while_a_window_has_the_focus(qtbot, programs, monkeypatch):
    said = programs("notify-send")
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(desktop.QGuiApplication, "focusWindow", lambda: window)
    monkeypatch.setattr(QApplication, "beep", lambda: pytest.fail("a sound"))
    desktop.notify(window, "Unpixel", "2 finished")
    qtbot.wait(300)
    assert not said.exists()
