"""Fixtures: a window with the real engine, and pictures for it."""

import gc
from functools import partial
from pathlib import Path

import pytest
from installed_language import installed
from pictures import drawn, saved
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from waiting import WAIT, engines_end, settle

from engine.base.errors import DeviceError
from viewer.app import main_window
from viewer.base import collection, language, settings, theme
from viewer.graphics import device, measurement
from viewer.graphics.measurement import Measured
from viewer.models import active_model


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, but patient: its 5 seconds are too few for a real engine on a busy machine."""
    qtbot.waitUntil = partial(qtbot.waitUntil, timeout=WAIT)
    qtbot.waitSignal = partial(qtbot.waitSignal, timeout=WAIT)
    return qtbot


@pytest.fixture(scope="session", autouse=True)
def english(qapp):
    """Installs English, independent of the system's language."""
    language.install(qapp, language.ENGLISH)


@pytest.fixture(autouse=True)
def collected_in_one_thread(qapp):
    """Collects garbage as the application does, but freezes nothing: what tests leave is garbage."""
    timer = QTimer(interval=collection.INTERVAL)
    timer.timeout.connect(collection.collect)
    timer.start()
    gc.disable()
    yield
    gc.enable()
    timer.stop()


@pytest.fixture(params=[code for code in language.offered() if code != language.ENGLISH])
def language_code(request, qapp):
    """Installs another language for one test. Returns its code."""
    with installed(qapp, request.param) as code:
        yield code


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    """Clears the clipboard after each test: Qt would destroy a Python object in it after Python has ended."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Gives each test its own settings, state, data and thumbnails. No window measures the graphics card."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "data" / "cache"))
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(measurement, "in_child", lambda: Measured("none in tests", software=True))


@pytest.fixture
def photo(tmp_path) -> Path:
    """Path of the second of three pictures in a folder, next to a text file."""
    for name, width in (("a1.png", 120), ("a2.png", 160), ("a10.png", 90)):
        saved(tmp_path / name, drawn(width, 100))
    (tmp_path / "note.txt").write_text("no picture")
    return tmp_path / "a2.png"


@pytest.fixture
def make_window(qtbot, qapp, monkeypatch):
    """Makes main windows that are closed after the test; `window.events` lists the engine events.

    They do not enlarge a picture at first: most tests compare screen pixels with pixels of the picture.
    """
    settings.change(fit="larger")
    monkeypatch.setattr(active_model, "MODEL", "bicubic")
    theme.use(qapp)
    windows = []

    def make(*paths):
        window = main_window.MainWindow(*map(str, paths))
        window.events = []
        window.bridge.event.connect(window.events.append)
        window.quit_requested.connect(qapp.closeAllWindows)
        window.resize(640, 480)
        window.show()
        qtbot.waitExposed(window)
        windows.append(window)
        return window

    yield make
    for window in windows:
        for part in (
            window.training,
            window.exporting,
        ):  # a test that failed may leave work: nobody answers a question
            monkeypatch.setattr(part, "may_close", lambda _window: True)
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    engines_end()


@pytest.fixture(scope="session")
def graphics():
    """The OpenGL context of the process; skips where there is none."""
    try:
        return device.shared()
    except (DeviceError, ImportError) as error:
        pytest.skip(f"no OpenGL 3.3 here: {error}")


@pytest.fixture
def window(make_window, qtbot, photo):
    """A window that shows the photo, settled."""
    window = make_window(photo)
    settle(qtbot, window)
    return window
