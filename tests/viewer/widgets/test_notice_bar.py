"""Messages: how long they stay, and that the picture stays where it is while they come and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from waiting import WAIT, settle

from viewer.widgets import notice_bar


@pytest.fixture
def notices(window, qtbot, monkeypatch):
    """A window's, whose news go after a moment."""
    monkeypatch.setattr(notice_bar, "LINGER", 40)
    monkeypatch.setattr(notice_bar, "PER_LETTER", 0)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.notices


def test_news_go_by_themselves(notices, qtbot):
    notices.tell("Something happened.")
    assert notices.isVisible()
    qtbot.waitUntil(notices.isHidden)


def test_long_news_stay_longer(window):
    window.notices.tell("Saved.")
    short = window.notices._going.interval()
    window.notices.tell("Saved. " * 20)
    assert 4000 < short < window.notices._going.interval()


def test_a_failure_stays_until_it_is_dismissed(notices, qtbot):
    notices.tell("Something happened.")
    notices.fail("photo.png: cannot be read; give another file")
    assert not notices._going.isActive()
    qtbot.mouseClick(notices.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert notices.isHidden()


@pytest.mark.parametrize("held", ["focus", "pointer", "window"])
def test_news_wait_for_who_is_at_them_and_for_who_is_away(notices, window, qtbot, monkeypatch, held):
    if held == "pointer":
        monkeypatch.setattr(notices, "underMouse", lambda: True)
    if held == "window":
        monkeypatch.setattr(notices, "isActiveWindow", lambda: False)
    notices.tell("Saved.", ("Show the folder", lambda: None))
    if held == "focus":
        notices._button.setFocus()
    with qtbot.waitSignals([notices._going.timeout] * 2):
        pass
    assert notices.isVisible()
    monkeypatch.undo()
    window.canvas.setFocus()
    qtbot.waitUntil(notices.isHidden)


def test_the_picture_stays_where_it_is(window, qtbot):
    canvas, badge, fidelity = window.canvas, window.insight.badge, window.compare.fidelity
    canvas._zoom_to(8.0)
    window.actions_by_id["fidelity"].trigger()
    settle(qtbot, window)
    view, size, low = canvas.view, canvas.size(), badge.geometry().bottom()
    window.notices.tell("Something happened.")
    qtbot.waitUntil(lambda: badge.geometry().bottom() == low - window.notices.height(), timeout=WAIT)
    head = canvas.mapFromGlobal(window.notices.mapToGlobal(window.notices.rect().topLeft())).y()
    assert badge.geometry().bottom() < fidelity.y() and fidelity.geometry().bottom() < head
    assert (canvas.view, canvas.size()) == (view, size)
    window.notices.hide()
    qtbot.waitUntil(lambda: badge.geometry().bottom() == low)


def test_beside_a_training_nothing_lies_under_it(window, qtbot):
    window.training.toggle()
    window.notices.tell("Something happened.")
    tab = window.training.tab
    qtbot.waitUntil(
        lambda: not tab.geometry().isEmpty() and window._pages.geometry().bottom() < window.notices.y()
    )
    window.training.toggle()
    qtbot.waitUntil(lambda: window._pages.geometry().contains(window.notices.geometry()))
