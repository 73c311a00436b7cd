"""Bookmarks in the window: add, show, rename, remove, and copy as a command."""

import shlex

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from screenshots import screen
from waiting import WAIT, opened, settle

import main
from engine import bookmarks
from engine.geometry import orientation
from engine.images.loading import load
from viewer.bookmarks.panel import Panel

CTRL = Qt.KeyboardModifier.ControlModifier


def add(qtbot, window, scale=7.0, anchor=(300, 200)):
    """Zooms in around a device px and adds a bookmark. Returns the view."""
    window.canvas.navigation.zoom_to(scale, anchor)
    settle(qtbot, window)
    view, before = window.canvas.view, len(bookmarks.load())
    qtbot.keyClick(window.canvas, Qt.Key.Key_D, CTRL)
    assert len(bookmarks.load()) == before + 1
    window.notices.hide()
    settle(qtbot, window)
    return view


@pytest.fixture
def bookmark_list(window, qtbot):
    """The list of a window with one bookmark, saved at `window.saved_view`."""
    window.saved_view = add(qtbot, window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_B, CTRL)
    widget = window.findChild(QListWidget)
    assert widget.isVisible() and widget.item(0).text() == "a2 at ×7.00"
    return widget


def press(window, name):
    buttons = window.findChild(Panel).findChildren(QPushButton)
    next(button for button in buttons if button.text() == name).click()


def middle(view):
    """The source px at the centre of a view."""
    return view.source(view.width / 2, view.height / 2)


def is_at(window, view):
    """Whether the window shows a view: same scale, centres within 1 device px. Window sizes may differ."""
    current = window.canvas.view
    near = (abs(a - b) * view.scale <= 1 for a, b in zip(middle(current), middle(view), strict=True))
    return current.scale == view.scale and all(near)


def test_the_key_that_opens_the_list_moves_the_focus_there_and_back(window, bookmark_list, qtbot):
    qtbot.waitUntil(bookmark_list.hasFocus)
    window.canvas.navigation.zoom_to(2.0)
    settle(qtbot, window)
    qtbot.keyClick(bookmark_list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert is_at(window, window.saved_view)
    qtbot.keyClick(bookmark_list, Qt.Key.Key_B, CTRL)
    assert not bookmark_list.isVisible() and window.canvas.hasFocus()


def test_a_bookmark_is_reached_by_an_animated_flight(window, bookmark_list, qtbot):
    window.canvas.navigation.fit()
    settle(qtbot, window)
    scales = []
    window.canvas.view_changed.connect(lambda: scales.append(window.canvas.view.scale))
    press(window, "Go")
    qtbot.waitUntil(lambda: is_at(window, window.saved_view))
    assert scales == sorted(scales) and any(1 < scale < 7 for scale in scales)


def test_bookmarks_work_by_keyboard_alone(window, bookmark_list, qtbot):
    add(qtbot, window, 20.0, (10, 10))
    bookmark_list.setFocus()
    qtbot.keyClick(bookmark_list, Qt.Key.Key_Home)
    qtbot.keyClick(bookmark_list, Qt.Key.Key_Down)
    assert bookmark_list.currentRow() == 1 and window.windowTitle() == "a2.png"
    qtbot.keyClick(bookmark_list, Qt.Key.Key_Up)
    qtbot.keyClick(bookmark_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_at(window, window.saved_view))
    bookmark_list.setFocus()  # Enter gave it to the picture
    qtbot.keyClick(bookmark_list, Qt.Key.Key_F2)
    field = bookmark_list.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "ripple 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bookmarks.load()[0].name == "ripple 1")
    bookmark_list.setFocus()
    qtbot.keyClick(bookmark_list, Qt.Key.Key_Delete)
    assert [each.name for each in bookmarks.load()] == ["a2 at ×20.0"]
    assert bookmark_list.count() == 1


def test_removal_can_be_undone(window, bookmark_list):
    press(window, "Remove")
    assert bookmarks.load() == [] and not bookmark_list.isVisible()
    assert any("Ctrl+D" in label.text() for label in window.findChild(Panel).findChildren(QLabel))
    window.notices.button.click()
    assert [each.name for each in bookmarks.load()] == ["a2 at ×7.00"]


def test_a_bookmark_of_another_picture_opens_and_rotates_it(window, qtbot):
    window.session.rotate(orientation.RIGHT)
    qtbot.waitUntil(lambda: opened(window)[-1].rotated, timeout=WAIT)
    view = add(qtbot, window, 9.0)
    window.opening.go(1)
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png", timeout=WAIT)
    window.bookmarks.go(bookmarks.load()[0])
    qtbot.waitUntil(lambda: window.windowTitle() == "a2.png" and is_at(window, view), timeout=WAIT)
    assert opened(window)[-1].orientation == orientation.RIGHT


def test_a_missing_picture_is_reported_and_the_bookmark_is_dropped(window, qtbot, photo):
    add(qtbot, window)
    window.opening.go(1)
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png", timeout=WAIT)
    photo.unlink()
    window.bookmarks.go(bookmarks.load()[0])
    assert window.bookmarks.pending
    qtbot.waitUntil(lambda: "a2.png" in window.notices.text, timeout=WAIT)
    assert "no such file" in window.notices.text and window.windowTitle() == "a10.png"
    assert not window.bookmarks.pending


def test_a_pasted_picture_cannot_be_bookmarked_and_the_demo_can(window, qtbot):
    window.copying.copy()
    window.actions_by_id["paste"].trigger()
    qtbot.waitUntil(lambda: window.windowTitle() == "Pasted picture", timeout=WAIT)
    window.bookmarks.add()
    assert "no file" in window.notices.text and bookmarks.load() == []
    window.opening.open_demo()
    qtbot.waitUntil(lambda: window.windowTitle() == "Unpixel", timeout=WAIT)
    window.bookmarks.add()
    assert bookmarks.load()[0].file == "demo"


def test_a_bookmark_file_that_cannot_be_used_is_set_aside_and_new_ones_are_saved(window, capsys):
    bookmarks.path().parent.mkdir(exist_ok=True)
    bookmarks.path().write_text("no list")
    window.docks.toggle("bookmarks")
    assert "set aside as bookmarks.json.unusable-1" in capsys.readouterr().err
    window.bookmarks.add()
    assert len(bookmarks.load()) == 1
    assert bookmarks.path().with_name("bookmarks.json.unusable-1").read_text() == "no list"


@pytest.mark.parametrize("rotation", [orientation.UPRIGHT, orientation.LEFT])
def test_the_copied_command_renders_the_visible_view(window, qtbot, tmp_path, monkeypatch, rotation):
    if rotation:
        window.session.rotate(rotation)
        qtbot.waitUntil(lambda: opened(window)[-1].rotated, timeout=WAIT)
    add(qtbot, window, 11.3)
    shown = screen(window.canvas)
    window.bookmarks.copy_command(bookmarks.load()[0])
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(QGuiApplication.clipboard().text())
    assert main.main(arguments[2:]) == 0
    rendered = load(tmp_path / "view.png").pixels
    assert rendered.shape == shown.shape
    assert np.abs(rendered.astype(int) - shown.astype(int)).max() <= 1
