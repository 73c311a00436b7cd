"""Fixtures: the windows of a start of the application."""

import pytest
from PySide6.QtCore import QSettings
from starts import close, records_there, showing
from waiting import WAIT, engines_end

from engine.export.export_request import ExportRequest
from engine.session.events import ExportProgress
from viewer.app.windows import Windows
from viewer.base import theme
from viewer.diagnostics.crash_file import CLEAN
from viewer.models import active_model


@pytest.fixture
def start(qapp, qtbot, monkeypatch):
    """Starts as the application does; all windows are closed at the end."""
    monkeypatch.setattr(active_model, "MODEL", "bicubic")
    theme.use(qapp)
    every = []

    def started(*paths, last_end=CLEAN):
        windows = Windows(qapp)
        every.append(windows)
        windows.open_first(*map(str, paths), last_end=last_end)
        qtbot.waitExposed(windows.open[0])
        return windows

    yield started
    for windows in every:
        close(windows, qapp)
    engines_end()


@pytest.fixture
def exporting(start, qtbot, photo):
    """Opens the photo and starts an export of a size. Returns the windows and the file."""

    def begun(size):
        windows = start(photo)
        window = windows.open[0]
        qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
        qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
        out = photo.parent / "out" / "large.tif"
        out.parent.mkdir()
        progress = []
        window.bridge.event.connect(progress.append)
        window.exporting.start(ExportRequest(out, None, size))
        qtbot.waitUntil(lambda: any(isinstance(each, ExportProgress) for each in progress), timeout=WAIT)
        assert len(records_there()) == 1
        return windows, out

    return begun


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of settings, state and data that the processes share with this one."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("UNPIXEL_DATA", str(folder))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return folder
