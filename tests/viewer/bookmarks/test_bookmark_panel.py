"""Bookmarks in the window: kept, gone to, named, forgotten, and run as commands."""

import shlex

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from screenshots import screen
from waiting import WAIT, opened, settle

import main
from engine import bookmarks
from engine.geometry import orientation
from engine.images.image import load
from viewer.bookmarks.panel import Panel
from viewer.widgets.focus_keys import List

CTRL = Qt.KeyboardModifier.ControlModifier


def add(qtbot, window, scale=7.0, at=(300, 200)):
    """Looks somewhere, and keeps that. Returns the view."""
    window.canvas._zoom_to(scale, at)
    settle(qtbot, window)
    view, before = window.canvas.view, len(bookmarks.load())
    qtbot.keyClick(window.canvas, Qt.Key.Key_D, CTRL)
    assert len(bookmarks.load()) == before + 1
    window.notices.hide()
    settle(qtbot, window)
    return view


@pytest.fixture
def listed(window, qtbot):
    """A window with its list of one bookmark; the list."""
    window.view_kept = add(qtbot, window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_B, CTRL)
    shown = window.findChild(List)
    assert shown.isVisible() and shown.item(0).text() == "a2 at ×7.00"
    return shown


def press(window, name):
    buttons = window.findChild(Panel).findChildren(QPushButton)
    next(button for button in buttons if button.text() == name).click()


def middle(view):
    return view.source(view.width / 2, view.height / 2)


def is_at(window, view):
    """Whether the window shows a view, which may have been of a window of another size."""
    here = window.canvas.view
    near = (abs(a - b) * view.scale <= 1 for a, b in zip(middle(here), middle(view), strict=True))
    return here.scale == view.scale and all(near)


def test_the_key_that_opens_the_list_gives_it_the_keys_and_back(window, listed, qtbot):
    qtbot.waitUntil(listed.hasFocus)
    window.canvas._zoom_to(2.0)
    settle(qtbot, window)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert is_at(window, window.view_kept)
    qtbot.keyClick(listed, Qt.Key.Key_B, CTRL)
    assert not listed.isVisible() and window.canvas.hasFocus()


def test_one_comes_back_to_it_in_a_flight(window, listed, qtbot):
    window.canvas.fit()
    settle(qtbot, window)
    scales = []
    window.canvas.moved.connect(lambda: scales.append(window.canvas.view.scale))
    press(window, "Go")
    qtbot.waitUntil(lambda: is_at(window, window.view_kept))
    assert scales == sorted(scales) and any(1 < scale < 7 for scale in scales)


def test_with_the_keys_alone(window, listed, qtbot):
    add(qtbot, window, 20.0, (10, 10))
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Home)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentRow() == 1 and window.windowTitle() == "a2.png"
    qtbot.keyClick(listed, Qt.Key.Key_Up)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_at(window, window.view_kept))
    qtbot.keyClick(listed, Qt.Key.Key_F2)
    field = listed.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "ripple 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bookmarks.load()[0].name == "ripple 1")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [each.name for each in bookmarks.load()] == ["a2 at ×20.0"]
    assert listed.count() == 1


def test_forgetting_can_be_undone(window, listed):
    press(window, "Remove")
    assert bookmarks.load() == [] and not listed.isVisible()
    assert any("Ctrl+D" in label.text() for label in window.findChild(Panel).findChildren(QLabel))
    window.notices._button.click()
    assert [each.name for each in bookmarks.load()] == ["a2 at ×7.00"]


def test_another_picture_is_opened_for_it_and_turned_as_it_was(window, qtbot):
    window.session.turn(orientation.RIGHT)
    qtbot.waitUntil(lambda: opened(window)[-1].turned, timeout=WAIT)
    view = add(qtbot, window, 9.0)
    window.opening.go(1)
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png", timeout=WAIT)
    window.bookmarks.go(bookmarks.load()[0])
    qtbot.waitUntil(lambda: window.windowTitle() == "a2.png" and is_at(window, view), timeout=WAIT)
    assert opened(window)[-1].orientation == orientation.RIGHT


def test_a_picture_that_is_gone_is_told_of_and_not_waited_for(window, qtbot, photo):
    add(qtbot, window)
    window.opening.go(1)
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png", timeout=WAIT)
    photo.unlink()
    window.bookmarks.go(bookmarks.load()[0])
    qtbot.waitUntil(lambda: "a2.png" in window.notices.text, timeout=WAIT)
    assert "no such file" in window.notices.text and window.windowTitle() == "a10.png"
    assert window.bookmarks._wanted is None


def test_a_pasted_picture_cannot_be_come_back_to_and_the_demo_can(window, qtbot):
    window.copying.copy()
    window.actions_by_id["paste"].trigger()
    qtbot.waitUntil(lambda: window.windowTitle() == "Pasted picture", timeout=WAIT)
    window.bookmarks.add()
    assert "no file" in window.notices.text and bookmarks.load() == []
    window.opening.open_demo()
    qtbot.waitUntil(lambda: window.windowTitle() == "Unpixel", timeout=WAIT)
    window.bookmarks.add()
    assert bookmarks.load()[0].file == "demo"


def test_a_damaged_file_is_told_of_and_not_written_over(window):
    bookmarks.path().parent.mkdir()
    bookmarks.path().write_text("no list")
    window.docks.toggle("bookmarks")
    assert "damaged" in window.notices.text
    window.bookmarks.add()
    assert "damaged" in window.notices.text and bookmarks.path().read_text() == "no list"


@pytest.mark.parametrize("lies", [orientation.UPRIGHT, orientation.LEFT])
def test_the_copied_command_draws_what_the_window_shows(window, qtbot, tmp_path, monkeypatch, lies):
    if lies:
        window.session.turn(lies)
        qtbot.waitUntil(lambda: opened(window)[-1].turned, timeout=WAIT)
    add(qtbot, window, 11.3)
    shown = screen(window.canvas)
    window.bookmarks.copy_command(bookmarks.load()[0])
    monkeypatch.chdir(tmp_path)
    words = shlex.split(QGuiApplication.clipboard().text())
    assert main.main(words[2:]) == 0
    drawn = load(tmp_path / "view.png").pixels
    assert drawn.shape == shown.shape
    assert np.abs(drawn.astype(int) - shown.astype(int)).max() <= 1
