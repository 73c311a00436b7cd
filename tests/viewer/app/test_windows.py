"""Several windows of one process, and the state that the last one leaves to the next start."""

import gc
import weakref
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid
from starts import close, showing
from waiting import WAIT

from engine.geometry import orientation
from viewer.app import restoring
from viewer.base import settings, state
from viewer.bookmarks.panel import Panel
from viewer.diagnostics.crash_file import LastEnd


def leave(start, qtbot, qapp, photo, scale):
    """A run that looked at a place of the photo, in a window of its own size."""
    windows = start(photo)
    window = windows.open[0]
    window.resize(700, 520)
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    qtbot.waitUntil(lambda: window.status.model.text().startswith("Bicubic"), timeout=WAIT)
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
    qtbot.waitUntil(lambda: window.status.model.text().startswith("Bicubic"), timeout=WAIT)
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


def test_a_closed_window_leaves_no_session_and_no_picture_in_memory(start, qtbot, qapp, photo):
    windows = start(photo)
    qtbot.waitUntil(lambda: showing(windows.open[0], "a2.png"), timeout=WAIT)
    windows.add(windows.open[0])
    windows.open[-1].open_paths(str(photo))
    qtbot.waitUntil(lambda: showing(windows.open[-1], "a2.png"), timeout=WAIT)
    session, bridge = weakref.ref(windows.open[-1].session), windows.open[-1].bridge
    windows.open[-1].close()
    qtbot.waitUntil(lambda: len(windows.open) == 1 and not isValid(bridge), timeout=WAIT)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and session() is None, timeout=WAIT)


def shown_in(windows, qtbot, *names):
    """Waits until windows show these pictures; returns them in this order."""
    qtbot.waitUntil(lambda: {each.windowTitle() for each in windows.open} == set(names), timeout=WAIT)
    found = {each.windowTitle(): each for each in windows.open}
    qtbot.waitUntil(lambda: all(each.canvas.layers is not None for each in windows.open), timeout=WAIT)
    return [found[name] for name in names]


def two_windows(start, qtbot, photo):
    """Two windows with a picture each, the second one rotated and zoomed."""
    windows = start(photo)
    windows.add(windows.open[0])
    windows.open[-1].open_paths(str(photo.with_name("a10.png")))
    _, second = shown_in(windows, qtbot, "a2.png", "a10.png")
    second.session.rotate(orientation.RIGHT)
    qtbot.waitUntil(lambda: second.opening.shown_orientation == orientation.RIGHT, timeout=WAIT)
    second.canvas.navigation.jump_to(Fraction(20), Fraction(30), 12.5)
    return windows, second.canvas.view


def killed(windows, qapp):
    """Ends windows as a kill does: what was saved before, within a second, is all that is left."""
    windows._autosave._save_changes()
    windows._autosave._writer.join()
    saved = {name: state.read(name) for name in (restoring.VIEW, restoring.OTHERS)}
    close(windows, qapp)
    state.store_all(saved)


@pytest.mark.parametrize("end", [lambda windows, _: windows.close_all(), killed], ids=["quit", "killed"])
def test_every_window_comes_back_turned_as_it_was(start, qtbot, qapp, photo, end):
    windows, view = two_windows(start, qtbot, photo)
    end(windows, qapp)
    again = start()
    first, second = shown_in(again, qtbot, "a2.png", "a10.png")
    assert second.opening.shown_orientation == orientation.RIGHT
    assert (second.canvas.view.scale, second.canvas.view.origin) == (view.scale, view.origin)
    assert first.opening.shown_orientation == orientation.UPRIGHT and first.canvas.fitted
    assert again.open[-1] is second, "the one that was active last"


def test_a_window_that_was_closed_before_does_not_come_back(start, qtbot, qapp, photo):
    windows, _ = two_windows(start, qtbot, photo)
    windows.open[-1].close()
    close(windows, qapp)
    again = start()
    shown_in(again, qtbot, "a2.png")


@pytest.mark.parametrize("others", [7, [7, {}, {"view": 3}, {"view": {"path": "/a"}}], {"a": 1}])
def test_invalid_other_windows_are_ignored(start, others):
    state.store(restoring.OTHERS, others)
    assert len(start().open) == 1


def test_after_a_crash_all_views_are_offered(start, qtbot, qapp, photo):
    windows, _ = two_windows(start, qtbot, photo)
    windows.close_all()
    again = start(last_end=LastEnd(badly=True, crashed=True))
    qtbot.waitUntil(lambda: "ended unexpectedly" in again.open[0].notices.text, timeout=WAIT)
    assert len(again.open) == 1 and again.open[0].welcome.isVisible()
    again.open[0].notices.buttons[0].click()
    shown_in(again, qtbot, "a2.png", "a10.png")
