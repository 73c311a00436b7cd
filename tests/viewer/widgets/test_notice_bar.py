"""The notice bar: how long messages stay, and that the picture does not move when the bar appears and disappears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from waiting import WAIT, settle

from viewer.widgets import notice_bar


@pytest.fixture
def notices(window, qtbot, monkeypatch):
    """The notice bar of an active window, with a display time of 40 ms."""
    monkeypatch.setattr(notice_bar, "BASE_MS", 40)
    monkeypatch.setattr(notice_bar, "MS_PER_LETTER", 0)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.notices


def test_a_notice_hides_by_itself(notices, qtbot):
    notices.notify("Something happened.")
    assert notices.isVisible()
    qtbot.waitUntil(notices.isHidden)


def test_a_longer_notice_stays_longer(window):
    window.notices.notify("Saved.")
    short = window.notices.hide_timer.interval()
    window.notices.notify("Saved. " * 20)
    assert 4000 < short < window.notices.hide_timer.interval()


def test_an_error_stays_until_it_is_dismissed(notices, qtbot):
    notices.notify("Something happened.")
    notices.show_error("photo.png: cannot be read; use another file")
    assert not notices.hide_timer.isActive()
    qtbot.mouseClick(notices.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert notices.isHidden()


@pytest.mark.parametrize("reason", ["focus", "pointer", "window"])
def test_a_notice_stays_while_it_is_used_or_the_window_is_inactive(
    notices, window, qtbot, monkeypatch, reason
):
    if reason == "pointer":
        monkeypatch.setattr(notices, "underMouse", lambda: True)
    if reason == "window":
        monkeypatch.setattr(notices, "isActiveWindow", lambda: False)
    notices.notify("Saved.", ("Show in folder", lambda: None))
    if reason == "focus":
        notices.button.setFocus()
    with qtbot.waitSignals([notices.hide_timer.timeout] * 2):
        pass
    assert notices.isVisible()
    monkeypatch.undo()
    window.canvas.setFocus()
    qtbot.waitUntil(notices.isHidden)


def test_the_picture_does_not_move(window, qtbot):
    canvas, badge, fidelity = window.canvas, window.insight.badge, window.compare.fidelity
    canvas.navigation.zoom_to(8.0)
    window.actions_by_id["fidelity"].trigger()
    settle(qtbot, window)
    view, size, bottom = canvas.view, canvas.size(), badge.geometry().bottom()
    window.notices.notify("Something happened.")
    qtbot.waitUntil(lambda: badge.geometry().bottom() == bottom - window.notices.height(), timeout=WAIT)
    notice_top = canvas.mapFromGlobal(window.notices.mapToGlobal(window.notices.rect().topLeft())).y()
    assert badge.geometry().bottom() < fidelity.y() and fidelity.geometry().bottom() < notice_top
    assert (canvas.view, canvas.size()) == (view, size)
    window.notices.hide()
    qtbot.waitUntil(lambda: badge.geometry().bottom() == bottom)


def test_beside_the_training_page_the_bar_is_below_and_covers_nothing(window, qtbot):
    window.training.toggle()
    window.notices.notify("Something happened.")
    tab = window.training.tab
    qtbot.waitUntil(
        lambda: not tab.geometry().isEmpty() and window._pages.geometry().bottom() < window.notices.y()
    )
    window.training.toggle()
    qtbot.waitUntil(lambda: window._pages.geometry().contains(window.notices.geometry()))
