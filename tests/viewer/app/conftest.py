"""Fixtures: the windows of a start of the application."""

import threading

import pytest
from starts import close

from viewer.app.windows import Windows
from viewer.base import theme
from viewer.models import active_model


@pytest.fixture
def start(qapp, qtbot, monkeypatch):
    """Starts as the application does; all windows are closed at the end."""
    monkeypatch.setattr(active_model, "MODEL", "bicubic")
    theme.use(qapp)
    every = []

    def started(*paths):
        windows = Windows(qapp)
        every.append(windows)
        windows.open_first(*map(str, paths))
        qtbot.waitExposed(windows.open[0])
        return windows

    yield started
    for windows in every:
        close(windows, qapp)
    assert "engine" not in [thread.name for thread in threading.enumerate()]
