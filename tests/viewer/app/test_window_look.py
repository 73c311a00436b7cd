"""Full screen, hidden bars and panels, and who gets the Tab key."""

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QToolButton
from waiting import settle

from viewer.app.tool_bar import SECTIONS
from viewer.base import settings, theme
from viewer.commands import icons
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


@pytest.mark.action("fit-window")
def test_the_window_fits_itself_to_the_picture_at_its_zoom(window, qtbot):
    window.canvas.zoom_to(2.0)
    settle(qtbot, window)
    window.actions_by_id["fit-window"].trigger()
    qtbot.waitUntil(lambda: window.canvas.size() == QSize(320, 200))
    assert window.canvas.view.scale == 2.0
    window.canvas.zoom_to(400.0)
    settle(qtbot, window)
    window.actions_by_id["fit-window"].trigger()
    room = window.screen().availableSize()
    qtbot.waitUntil(lambda: window.size() == window.size().boundedTo(room) and window.width() > 500)


def test_the_tool_bar_runs_commands_and_goes_with_the_other_bars(window, qtbot):
    bar = window.look.tool_bar
    assert not bar.isVisible()
    settings.change(toolbar=True)
    assert bar.isVisible()
    button = bar.widgetForAction(window.actions_by_id["actual"])
    assert not button.icon().isNull() and button.accessibleName() == "Actual size (1:1)"
    window.canvas.zoom_to(5.0)
    settle(qtbot, window)
    button.click()
    settle(qtbot, window)
    assert window.canvas.view.scale == 1
    window.actions_by_id["bare"].trigger()
    assert not bar.isVisible()
    window.actions_by_id["bare"].trigger()
    assert bar.isVisible()


def test_the_buttons_keep_their_icons_when_a_picture_comes(make_window, qtbot, photo):
    settings.change(toolbar=True)
    window = make_window()
    buttons = [button for button in window.look.tool_bar.findChildren(QToolButton) if button.defaultAction()]
    assert not window.actions_by_id["next"].isEnabled()
    window.open_paths(str(photo))
    settle(qtbot, window)
    assert window.actions_by_id["next"].isEnabled() and len(buttons) == sum(map(len, SECTIONS))
    assert all(not button.icon().isNull() for button in buttons)
    assert not window.actions_by_id["next"].isIconVisibleInMenu()


@pytest.mark.parametrize("name", theme.COLOURS)
def test_every_button_of_the_tool_bar_has_a_drawing_of_its_own_that_is_readable(qapp, name):
    drawn = {
        id: icons.icon(id, theme.palette(name), 20, 1).pixmap(20, 20).toImage()
        for section in SECTIONS
        for id in section
    }
    pixels = {bytes(image.constBits()) for image in drawn.values()}
    assert len(pixels) == len(drawn)
    text = theme.palette(name).color(QPalette.ColorRole.ButtonText)
    for image in drawn.values():
        colours = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
        assert max(colour.alpha() for colour in colours) > 200
        assert all(abs(c.red() - text.red()) < 40 for c in colours if c.alpha() > 200)
