"""Full screen, hidden bars and panels, and who gets the Tab key."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from waiting import settle

from viewer.widgets.hint import Hint


def everything_shown(window):
    parts = (window.menuBar(), window.status, window.insight.inspector)
    shown = {part.isVisible() for part in parts}
    assert len(shown) == 1
    return shown.pop()


@pytest.fixture
def with_panel(window, qtbot):
    window.actions_by_id["inspector"].trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    return window


def test_tab_on_the_picture_hides_everything_and_brings_it_back(with_panel, qtbot):
    window, size = with_panel, with_panel.size()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert not everything_shown(window)
    assert window.canvas.size() == window.centralWidget().size()
    assert "Tab" in window.findChild(Hint).text() and window.findChild(Hint).isVisible()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert everything_shown(window) and window.size() == size
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert everything_shown(window)


def test_tab_in_a_panel_and_shift_tab_on_the_picture_move_the_focus(with_panel, qtbot):
    window = with_panel
    button = window.insight.inspector.profile.draw_button
    button.setFocus()
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
    QApplication.sendEvent(button, override)
    assert override.isAccepted()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert not button.hasFocus() and everything_shown(window)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not window.canvas.hasFocus() and everything_shown(window)


@pytest.mark.parametrize("bare_before", [False, True])
def test_full_screen_ends_with_what_was_shown_before(with_panel, qtbot, bare_before):
    window = with_panel
    if bare_before:
        window.actions_by_id["bare"].trigger()
    window.actions_by_id["fullscreen"].trigger()
    assert not everything_shown(window)
    assert {"Esc", "F11"} <= set(window.findChild(Hint).text().replace(":", "").replace(",", "").split())
    window.actions_by_id["bare"].trigger()  # the panels can be shown in full screen, too
    assert everything_shown(window) and window.isFullScreen()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and everything_shown(window) is not bare_before


def test_the_bars_come_back_when_the_system_ends_full_screen(window):
    window.actions_by_id["fullscreen"].trigger()
    window.showNormal()
    assert window.menuBar().isVisible() and window.status.isVisible()


def test_a_hint_hides_by_itself_and_wraps_in_a_narrow_window(qtbot, window):
    hint = window.findChild(Hint)
    window.resize(300, 300)
    hint.tell("A sentence that is much longer than what fits into a window that is this narrow")
    assert hint.isVisible()
    assert hint.geometry().left() > 0 and hint.geometry().right() < window.centralWidget().width()
    assert hint.height() > 2 * hint.fontMetrics().height()
    qtbot.waitUntil(hint.isHidden)


def test_a_window_that_stays_on_top_shows_the_same_view(window, qtbot):
    window.canvas.zoom_to(4.0)
    settle(qtbot, window)
    view = window.canvas.view
    for id in ("on-top", "frameless", "on-top", "frameless"):
        window.actions_by_id[id].trigger()
    qtbot.waitExposed(window)
    assert window.canvas.view == view
    assert not window.actions_by_id["on-top"].isChecked()
