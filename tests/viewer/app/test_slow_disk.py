"""The window's thread never waits for the disk of a picture, whatever is done with it.

Each act is tried twice: on a real mount that does not answer, where also Qt is caught, and with a guard that sees what
Python asks of any disk.
"""

import signal
import time
from types import SimpleNamespace

import pytest
import slow_disk
from disk_guard import guarded
from pictures import drawn, saved
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from responsive import ticking
from starts import started
from waiting import WAIT, opened, settle

from viewer.commands.table import COMMANDS
from viewer.export.dialog import ExportDialog
from viewer.preferences.dialog import Preferences
from viewer.widgets import file_dialogs

NEEDS_MOUNT = pytest.mark.skipif(bool(slow_disk.why_not()), reason=slow_disk.why_not() or "it can be mounted")
ELSEWHERE = ("close", "quit", "demo", "demo-drawn", "clear-recent")
"""Commands that close the window, or show another picture."""


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    return [
        saved(folder / f"{number}.png", drawn(120, 100)) or folder / f"{number}.png" for number in range(3)
    ]


@pytest.fixture
def slow(tmp_path, pictures):
    """A mounted disk with three pictures, which answers yet."""
    folder = tmp_path / "slow"
    folder.mkdir()
    with slow_disk.mounted(folder, pictures) as disk:
        yield disk


@pytest.fixture(params=[pytest.param("mount", marks=NEEDS_MOUNT), "guard"])
def disk(request, pictures, monkeypatch):
    """folder: of three pictures. watched: a context that begins to watch, and asserts at its end."""
    if request.param == "mount":
        mount = request.getfixturevalue("slow")
        return SimpleNamespace(folder=mount.folder, watched=lambda: on_mount(mount))
    folder = pictures[0].parent
    return SimpleNamespace(folder=folder, watched=lambda: on_guard(folder, monkeypatch))


class on_mount:
    """The disk hangs within; at the end it is asserted that the window's thread has not."""

    def __init__(self, mount):
        self._mount, self._ticking = mount, ticking(mount.answer)

    def __enter__(self):
        self._mount.hang()
        self._ticks = self._ticking.__enter__()

    def __exit__(self, *error):
        self._ticking.__exit__(*error)
        self._mount.answer()
        assert not self._ticks.blocked, self._ticks.blocked[0]


class on_guard:
    """Asserts at the end that the window's thread has asked nothing of the disk."""

    def __init__(self, folder, monkeypatch):
        self._guarded = guarded(folder, monkeypatch)

    def __enter__(self):
        self._guard = self._guarded.__enter__()

    def __exit__(self, *error):
        self._guarded.__exit__(*error)
        assert not self._guard.found, self._guard.found[0]


@pytest.fixture
def shown(make_window, qtbot, disk):
    """A window with a picture of the disk."""
    window = make_window(disk.folder / "1.png")
    settle(qtbot, window)
    return window


@pytest.fixture
def dialogs_close(qapp):
    """Closes each dialog soon after it has opened."""

    def close():
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                each.reject()

    timer = QTimer(interval=60)
    timer.timeout.connect(close)
    timer.start()
    yield
    timer.stop()


def pump(qapp, seconds=0.2):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        qapp.processEvents()
        time.sleep(0.005)


def test_no_command_waits_for_the_disk(shown, qapp, disk, dialogs_close):
    for command in COMMANDS:
        if command.id not in ELSEWHERE:
            with disk.watched():
                shown.actions_by_id[command.id].trigger()
                pump(qapp, 0.03)
    with disk.watched():
        pump(qapp)


def dropped(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return window.opening.take(data, "dropped")


def paste(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_by_id["paste"].trigger()


def export_to(window, path):
    window.outputs.ask_export()
    window.findChild(ExportDialog).set_path(path)


def export_settings(window, path, monkeypatch):
    monkeypatch.setattr(file_dialogs, "save_file", lambda *_: path)
    monkeypatch.setattr(file_dialogs, "open_file", lambda *_: path)
    window.dialogs.show_settings()
    dialog = window.findChild(Preferences)
    dialog._export()
    dialog._import()


ACTS = {
    "a file": lambda window, folder, _: window.opening.open(folder / "2.png"),
    "a folder": lambda window, folder, _: window.opening.open(folder),
    "several files": lambda window, folder, _: window.opening.open(folder / "2.png", folder / "0.png"),
    "as by the command line, and by a second start": lambda window, folder, _: window.open_paths(
        str(folder / "2.png")
    ),
    "a dropped file": lambda window, folder, _: dropped(window, folder / "2.png"),
    "a dropped folder": lambda window, folder, _: dropped(window, folder),
    "a pasted file": lambda window, folder, _: paste(window, folder / "2.png"),
    "a file to compare with": lambda window, folder, _: window.second_file.open(folder / "0.png"),
    "the next file": lambda window, _folder, _: window.opening.go(1),
    "an export to it": lambda window, folder, _: export_to(window, folder / "out.png"),
    "settings to it and back": lambda window, folder, patch: export_settings(
        window, folder / "a.json", patch
    ),
    "its model": lambda window, folder, _: window.active_model.use(str(folder / "a.safetensors")),
}


def test_nothing_that_is_opened_or_saved_waits_for_the_disk(shown, qtbot, qapp, disk, monkeypatch):
    for act in ACTS.values():
        with disk.watched():
            act(shown, disk.folder, monkeypatch)
            pump(qapp)
        shown.opening.open(disk.folder / "1.png")
        qtbot.waitUntil(lambda: shown.windowTitle() == "1.png")
        settle(qtbot, shown)


def test_dialogs_begin_elsewhere_if_the_disk_does_not_answer(shown, qtbot, disk, dialogs_close):
    folder = disk.folder
    asks = (
        lambda: file_dialogs.open_files(shown, "Open", folder, "All (*)"),
        lambda: file_dialogs.save_file(shown, "Save", folder / "a.png", "All (*)"),
        lambda: file_dialogs.folder(shown, "Folder", folder),
        lambda: file_dialogs.open_file(shown, "Open", "All (*)"),
    )
    for ask in asks:
        ask()  # Qt keeps the folder for its next dialog
        with disk.watched():
            ask()


@NEEDS_MOUNT
def test_an_opening_that_hangs_is_told_of_and_stopped_and_others_open(make_window, qtbot, slow, photo):
    window = make_window(slow.folder / "1.png")
    settle(qtbot, window)
    slow.hang()
    window.opening.open(slow.folder / "2.png")
    qtbot.waitUntil(lambda: "2.png" in window.status.opening.text())
    window.actions_by_id["zoom-in"].trigger()
    assert window.opening.cancel()
    qtbot.waitUntil(lambda: window.opening.wanted == slow.folder / "1.png")
    window.opening.open(photo)
    qtbot.waitUntil(lambda: opened(window)[-1].path == photo, timeout=WAIT)
    settle(qtbot, window)


@NEEDS_MOUNT
def test_a_folder_on_a_disk_that_answers_late_is_opened_as_a_folder(make_window, qtbot, slow, photo):
    window = make_window(photo)
    settle(qtbot, window)
    slow.hang()
    window.opening.open(slow.folder)
    slow.answer()
    qtbot.waitUntil(lambda: opened(window)[-1].path == slow.folder / "0.png", timeout=WAIT)
    assert len(window.opening.files) == 3


ALIVE = """
begin = main_window.MainWindow._start
def begin_and_tell(window, paths):
    begin(window, paths)
    QTimer.singleShot(1000, lambda: print(window.status.opening.text(), flush=True))
main_window.MainWindow._start = begin_and_tell
"""
"""Code that prints, a second after the window has begun, what it says of the opening."""


@NEEDS_MOUNT
def test_a_process_ends_while_the_disk_hangs(pytestconfig, tmp_path, slow):
    slow.hang()
    own = tmp_path / "own"
    own.mkdir()
    with started(pytestconfig.rootpath, own, slow.folder / "1.png", prepare=ALIVE) as process:
        assert "1.png" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        try:
            assert process.wait(30) == 0
        finally:
            process.kill()
