"""Whatever stands in the place of Unpixel's own files, the window opens and says so."""

import json
import os
import sys

import application
import pytest
from PySide6.QtCore import QEvent
from waiting import WAIT

from engine import bookmarks
from engine.base import own_file, user_data
from engine.session import speed
from tests.unusable_files import put
from viewer.app import leftover_removal
from viewer.app.file_reports import FileReports
from viewer.app.windows import Windows
from viewer.base import settings, state, theme
from viewer.models import active_model

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
DEEP = "[" * 100_000
HOSTILE_STATE = {
    "geometry": "A" * 100_000,
    "docks": "////",
    "open docks": ["inspector", 7, "none", "bookmarks"],
    "recent": [7, None, "\0", "x" * 5000, "\ud800"],
    "view": {"path": "", "model": "", "x": "1e99999999", "y": "-1e-99999999", "scale": 1e308},
}
HOSTILE_SETTINGS = {
    "threads": 10**9, "tiles": 2**62, "codes": -1, "language": "x" * 10_000, "theme": [], "wheel": None,
    "keys": {"fit": ["F" * 100_000, "\0"], "none": ["A"], "open": "Ctrl+O", "hud": [1, None, {}]},
}  # fmt: skip


def own_files():
    return (
        settings._file(),
        state._file(),
        bookmarks.path(),
        speed._file(),
        user_data.folder() / "export-folders.json",
    )


def put_everywhere(kind):
    for path in own_files():
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, kind)


@pytest.fixture
def start(qapp, qtbot, monkeypatch):
    """Starts as the application does."""
    monkeypatch.setattr(active_model, "MODEL", "bicubic")
    started = []

    def begin(*paths):
        reports, windows = FileReports(qapp), Windows(qapp)
        theme.use(qapp)
        settings.read()
        windows.open_first(*map(str, paths))
        reports.show_in(windows)
        started.append((reports, windows))
        qtbot.waitExposed(windows.open[0])
        return windows.open[0]

    yield begin
    for reports, windows in started:
        reports.end()
        for window in tuple(windows.open):
            window.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert own_file._listeners == []


@posix
@pytest.mark.parametrize(
    "kind", ["pipe", "folder", "loop", "large", DEEP, "1e99999999"], ids=lambda kind: kind[:9]
)
def test_the_window_opens_and_says_what_was_set_aside(start, qtbot, kind):
    put_everywhere(kind)
    window = start()
    qtbot.waitUntil(lambda: "settings.json.unusable-1" in window.notices.text, timeout=10_000)
    assert "state.json.unusable-1" in window.notices.text
    window.docks.show("bookmarks")
    qtbot.waitUntil(lambda: "bookmarks.json.unusable-1" in window.notices.text)
    settings.change(theme="dark")
    assert settings.read().theme == "dark"


def test_the_report_stays_when_a_picture_opens(start, qtbot, photo):
    put_everywhere("{")
    window = start(photo)
    qtbot.waitUntil(lambda: window.windowTitle() == "a2.png", timeout=WAIT)
    qtbot.waitUntil(lambda: window.notices.isVisible() and "unusable-1" in window.notices.text)


def test_hostile_values_give_a_window_with_defaults(start, qtbot, photo):
    for path, values in ((settings._file(), HOSTILE_SETTINGS), (state._file(), HOSTILE_STATE)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    window = start()
    assert window.welcome.isVisible() and settings.read().threads == 256
    window.opening.open(photo)
    qtbot.waitUntil(lambda: window.windowTitle() == "a2.png", timeout=WAIT)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")  # noqa: PTH110
def test_settings_that_cannot_be_saved_are_reported_once(start, qtbot, monkeypatch):
    window = start()
    settings._file().parent.mkdir(parents=True)
    real = os.fsync

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    settings.change(theme="dark")
    settings.change(theme="light")
    qtbot.waitUntil(lambda: "No space left on device" in window.notices.text)
    monkeypatch.setattr(os, "fsync", real)
    settings.change(theme="dark")
    assert settings.read().theme == "dark"


def test_settings_behind_a_link_stay_behind_it(tmp_path):
    (tmp_path / "dotfiles").mkdir()
    settings._file().parent.mkdir(parents=True)
    settings._file().symlink_to(tmp_path / "dotfiles" / "unpixel.json")
    settings.change(theme="dark")
    assert settings._file().is_symlink()
    assert json.loads((tmp_path / "dotfiles" / "unpixel.json").read_text()) == {"theme": "dark"}


def test_leftovers_are_looked_for_in_every_folder_of_unpixel(tmp_path):
    run = user_data.folder() / "runs" / "live-1"
    run.mkdir(parents=True)
    known = set(leftover_removal.folders())
    assert {path.parent for path in own_files()} <= known
    assert {user_data.folder() / "models", run, run / "checkpoints"} <= known


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of Linux")
@pytest.mark.parametrize("home", [None, "/dev/null"])
def test_the_window_opens_without_a_usable_home(pytestconfig, tmp_path, home):
    environment = {"HOME": home, "UNPIXEL_DATA": None, "XDG_RUNTIME_DIR": str(tmp_path)}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = None if home is None else f"{home}/{name}"
    if home is None:
        environment |= {
            f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
    status, out, err = application.run(pytestconfig, environment=environment)
    assert (status, "visible True" in out) == (0, True), err
    assert "Traceback" not in err
