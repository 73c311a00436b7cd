"""Starts of the application, each in its own process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PIL.Image
import PySide6
import pytest
from PySide6.QtGui import QImage, QPainter

from viewer.app import app
from viewer.base import system_libraries


def python(code, root, **environment):
    """Runs code in a process; an environment variable of None is removed."""
    merged = {**os.environ, **{key: value for key, value in environment.items() if value is not None}}
    for key, value in environment.items():
        if value is None:
            merged.pop(key, None)
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=root, env=merged, capture_output=True, text=True, timeout=120, check=False
    )


START = "from viewer.app.app import run; raise SystemExit(run(['demo'], new=True))"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display may be missing")
@pytest.mark.parametrize("display", [None, ":4242", "nonsense"])
def test_without_a_display_one_line_suggests_render(pytestconfig, display):
    done = python(START, pytestconfig.rootpath, QT_QPA_PLATFORM=None, WAYLAND_DISPLAY=None, DISPLAY=display)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr and "python main.py render" in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display may be missing")
@pytest.mark.parametrize("runtime", [None, "/tmp"])
def test_a_wayland_display_that_does_not_answer_is_an_error(pytestconfig, runtime):
    done = python(
        START,
        pytestconfig.rootpath,
        QT_QPA_PLATFORM=None,
        WAYLAND_DISPLAY="wayland-77",
        DISPLAY=None,
        XDG_RUNTIME_DIR=runtime,
    )
    assert done.returncode == 2
    assert "wayland-77" in done.stderr and done.stderr.count("\n") == 1


def test_the_window_loads_neither_torch_nor_the_trainer(pytestconfig):
    heavy = ("torch", "trainer", "pyqtgraph", "scipy", "psutil")
    code = f"""
import sys, viewer.app.app, viewer.app.main_window, viewer.commands.help_sheet
print([name for name in sys.modules if name.partition(".")[0] in {heavy}])"""
    done = python(code, pytestconfig.rootpath)
    assert done.stdout == "[]\n", done.stderr


RUN = """
import locale, sys
from PySide6.QtCore import QTimer
from viewer.app import app, main_window
from viewer.models import active_model
active_model.MODEL = "bicubic"
shown = main_window.MainWindow.showEvent
def closing(window, event):
    shown(window, event)
    print(locale.localeconv()["decimal_point"], flush=True)
    QTimer.singleShot({delay}, window.close)
main_window.MainWindow.showEvent = closing
sys.exit(app.run({paths!r}, new=True))
"""


@pytest.mark.parametrize(
    ("paths", "delay"),
    [([], 0), ([], 400), (["demo"], 0), (["demo"], 400), (["missing.png"], 0), (["."], 400)],
)
def test_it_starts_and_ends_cleanly(pytestconfig, paths, delay):
    done = python(RUN.format(paths=paths, delay=delay), pytestconfig.rootpath, LC_ALL="de_DE.UTF-8")
    assert (done.returncode, done.stdout) == (0, ".\n"), done.stderr
    assert "Traceback" not in done.stderr and "QThread" not in done.stderr


SECOND_START = """
import sys
from PySide6.QtCore import QTimer
from viewer.app import app, main_window
from viewer.models import active_model
active_model.MODEL = "bicubic"
set_title = main_window.MainWindow.setWindowTitle
def report(window, title):
    if title != window.windowTitle():
        print(title, flush=True)
    set_title(window, title)
    if title == "second.png":
        QTimer.singleShot(0, window.close)
main_window.MainWindow.setWindowTitle = report
sys.exit(app.run(sys.argv[1:]))
"""


def test_a_second_start_shows_its_file_in_the_window_of_the_first(pytestconfig, tmp_path_factory):
    folder = tmp_path_factory.mktemp("h")
    names = ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "UNPIXEL_DATA")
    environment = {**os.environ, **dict.fromkeys(names, str(folder))}
    for name in ("first.png", "second.png"):
        PIL.Image.new("RGB", (30, 20)).save(folder / name)
    command = [sys.executable, "-c", SECOND_START, str(folder / "first.png")]
    kinds = {"cwd": pytestconfig.rootpath, "env": environment, "text": True}
    with subprocess.Popen(command, stdout=subprocess.PIPE, **kinds) as first:
        titles = iter(first.stdout.readline, "")
        assert "first.png\n" in titles
        command = [sys.executable, "main.py", str(folder / "second.png")]
        second = subprocess.run(command, capture_output=True, timeout=60, check=False, **kinds)
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert list(titles) == ["second.png\n"]
    assert first.returncode == 0


def test_a_missing_library_is_named_with_its_package(monkeypatch):
    lines = (
        "libxcb-cursor.so.0 => not found",
        "libfoo.so.9 => not found",
        "libc.so.6 => /lib/libc.so.6 (0x0)",
    )
    output = "".join(f"\t{line}\n" for line in lines)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        system_libraries.subprocess,
        "run",
        lambda *_args, **_kinds: subprocess.CompletedProcess([], 0, stdout=output),
    )
    assert system_libraries.missing() == [
        ("libfoo.so.9", "apt-file search libfoo.so.9"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="ldd is Linux's")
def test_the_libraries_of_a_bundle_are_not_missing(monkeypatch, tmp_path):
    """The copy does not lie beside Qt's libraries, as the system's loader wants it."""
    qt = Path(PySide6.__file__).parent / "Qt"
    copy = tmp_path / "libqxcb.so"
    shutil.copyfile(qt / "plugins" / "platforms" / "libqxcb.so", copy)
    assert "libQt6XcbQpa.so.6" in system_libraries._not_found(copy)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(qt / "lib"), raising=False)
    assert "libQt6XcbQpa.so.6" not in system_libraries._not_found(copy)


def test_a_missing_library_ends_the_start(monkeypatch, capsys):
    def fail():
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr(app, "_load_x11_plugin", fail)
    monkeypatch.setattr(system_libraries, "missing", lambda: [("libxcb-cursor.so.0", "libxcb-cursor0")])
    assert app.run([]) == 2
    error = capsys.readouterr().err
    assert "libxcb-cursor.so.0" in error and "apt install libxcb-cursor0" in error and error.count("\n") == 1


def test_other_systems_miss_no_library(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_libraries.missing() == []


def test_pyside_releases_its_references(qapp):
    """A binding that leaks a reference to None with every call ends the process after some thousand frames."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    with QPainter(image) as painter:
        for _ in range(500):
            painter.setClipping(False)
            painter.drawImage(0, 0, QImage())
    assert sys.getrefcount(None) > before - 100
