"""Several windows of one process, and the state that the last one leaves to the next start."""

import threading
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, Qt
from waiting import WAIT

from viewer.app import restoring
from viewer.app.windows import Windows
from viewer.base import settings, state, theme
from viewer.bookmarks.panel import Panel
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


def close(windows, qapp):
    for window in tuple(windows.open):
        window.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def showing(window, name):
    return window.windowTitle() == name and window.canvas.layers is not None


def test_a_new_window_has_an_offset_and_its_own_engine(start, qtbot, photo):
    windows = start(photo)
    first = windows.open[0]
    qtbot.waitUntil(lambda: showing(first, "a2.png"), timeout=WAIT)
    first.actions_by_id["new-window"].trigger()
    second = windows.open[1]
    assert second.isVisible() and second.welcome.isVisible()
    assert second.size() == first.size() and second.pos() != first.pos()
    second.open_paths(str(photo.with_name("a1.png")))
    qtbot.waitUntil(lambda: showing(second, "a1.png"), timeout=WAIT)
    assert first.windowTitle() == "a2.png"
    second.actions_by_id["close"].trigger()
    assert windows.open == [first] and first.isVisible()
    first.canvas.zoom_to(3.0)
    qtbot.waitUntil(lambda: first.canvas.view.scale == 3.0)


def test_quit_closes_every_window(start, qtbot):
    windows = start()
    windows.add(windows.open[0])
    assert len(windows.open) == 2
    windows.open[0].actions_by_id["quit"].trigger()
    assert windows.open == []


def test_files_of_another_start_open_in_the_active_window(start, qtbot, photo):
    windows = start(photo)
    window = windows.open[0]
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    window.showMinimized()
    windows.open_paths((str(photo.with_name("a1.png")),))
    qtbot.waitUntil(lambda: showing(window, "a1.png"), timeout=WAIT)
    assert window.isVisible() and not window.windowState() & Qt.WindowState.WindowMinimized
    windows.open_paths(())
    assert window.windowTitle() == "a1.png" and len(windows.open) == 1
    windows.open_paths((str(photo), str(photo.with_name("a10.png"))))
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 2", timeout=WAIT)


def test_the_window_that_was_active_last_is_the_one(start, qtbot, photo):
    windows = start(photo)
    first = windows.open[0]
    windows.add(first)
    second = windows.open[1]
    for window in (second, first):
        window.activateWindow()
        qtbot.waitUntil(lambda window=window: windows.open[-1] is window)
    windows.open_paths((str(photo.with_name("a10.png")),))
    qtbot.waitUntil(lambda: showing(first, "a10.png"), timeout=WAIT)
    assert second.welcome.isVisible()


def leave(start, qtbot, qapp, photo, scale):
    """A run that looked at a place of the photo, in a window of its own size."""
    windows = start(photo)
    window = windows.open[0]
    window.resize(700, 520)
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    qtbot.waitUntil(lambda: window.status.model.text().startswith("bicubic"), timeout=WAIT)
    if scale:
        window.canvas.navigation.jump_to(Fraction(301, 7), Fraction(60), scale)
    view = window.canvas.view
    close(windows, qapp)
    return view


def test_the_next_start_shows_the_last_view(start, qtbot, qapp, photo):
    view = leave(start, qtbot, qapp, photo, 40_000.5)
    window = start().open[0]
    assert (window.width(), window.height()) == (700, 520)
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    assert window.canvas.view.scale == 40_000.5
    assert window.canvas.view.origin == view.origin, "to the pixel, however deep"


def test_an_empty_window_that_is_closed_last_is_not_the_last_view(start, qtbot, qapp, photo):
    leave(start, qtbot, qapp, photo, 20.0)
    settings.change(restore_session=False)
    close(start(), qapp)
    settings.change(restore_session=True)
    window = start().open[0]
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    assert window.canvas.view.scale == 20.0


def test_a_fitted_view_comes_back_fitted(start, qtbot, qapp, photo):
    leave(start, qtbot, qapp, photo, None)
    window = start().open[0]
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    assert window.canvas.fitted


def test_given_files_replace_the_last_view(start, qtbot, qapp, photo):
    leave(start, qtbot, qapp, photo, 20.0)
    window = start(photo.with_name("a1.png")).open[0]
    qtbot.waitUntil(lambda: showing(window, "a1.png"), timeout=WAIT)
    assert window.canvas.fitted
    assert (window.width(), window.height()) == (700, 520)


def test_the_last_view_is_not_restored_if_the_setting_is_off(start, qtbot, qapp, photo):
    leave(start, qtbot, qapp, photo, 20.0)
    settings.change(restore_session=False)
    window = start().open[0]
    assert window.welcome.isVisible() and window.opening.wanted is None
    assert (window.width(), window.height()) == (700, 520)


def test_a_last_picture_that_is_gone_gives_a_message(start, qtbot, qapp, photo):
    leave(start, qtbot, qapp, photo, 20.0)
    photo.unlink()
    window = start().open[0]
    qtbot.waitUntil(lambda: "a2.png: there is no such file" in window.notices.text, timeout=WAIT)
    assert window.welcome.isVisible()


def test_a_last_model_that_is_gone_gives_a_message_and_the_default_loads(start, qtbot, photo):
    state.store(restoring.VIEW, {"path": str(photo), "model": "gone.pth", "x": "1", "y": "1", "scale": 0})
    window = start().open[0]
    qtbot.waitUntil(lambda: window.status.model.text().startswith("bicubic"), timeout=WAIT)
    assert "gone.pth" in window.notices.text


@pytest.mark.parametrize(
    "saved", [None, 7, {"path": "/a"}, {"path": "/a", "model": "", "x": "1/0", "y": "no", "scale": "far"}]
)
def test_invalid_saved_state_is_ignored(start, saved):
    state.store(restoring.VIEW, saved)
    state.store(restoring.GEOMETRY, "%%%")
    assert start().open[0].welcome.isVisible()


def test_open_panels_are_restored_in_place(start, qtbot, qapp, photo):
    windows = start(photo)
    window = windows.open[0]
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    window.docks.show("bookmarks")
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    window.addDockWidget(left, window.findChild(Panel))
    close(windows, qapp)
    window = start().open[0]
    qtbot.waitUntil(window.actions_by_id["bookmarks"].isChecked)
    assert window.dockWidgetArea(window.findChild(Panel)) == left and window.findChild(Panel).isVisible()
    assert window.docks.open == ["bookmarks"]
