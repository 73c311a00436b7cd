"""Every command of the table does something, from its menu and from its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog
from pytest import approx
from waiting import opened, settle

from viewer.actions import COMMANDS
from viewer.compare.comparison import Mode
from viewer.help_sheet import HelpSheet
from viewer.hud import Hud


def name(window):
    return window.windowTitle()


def mode(window):
    return window.canvas.comparison.mode


def reference(window):
    """It begins with bicubic, and with pixels where bicubic is the model by then."""
    return window.canvas.comparison.reference


def zooms_in(window):
    return window.canvas.view.scale > 1


# What can be seen after each command, of a window that shows a2.png of a1, a2, a10 at fit.
EFFECTS = {
    "open": lambda w: name(w) == "a10.png",
    "demo": lambda w: name(w) == "Unpixel",
    "paste": lambda w: "clipboard" in w.notices.text,
    "copy": lambda w: QGuiApplication.clipboard().image().width() == 160,
    "export": lambda w: any(dialog.windowTitle() == "Export" for dialog in w.findChildren(QDialog)),
    "reload": lambda w: len(opened(w)) == 2,
    "quit": lambda w: not w.isVisible(),
    "closer": zooms_in,
    "farther": lambda w: w.canvas.view.scale < 1,
    "fit": lambda w: w.canvas.fitted,
    "actual": lambda w: w.canvas.view.scale == 1,
    "left": lambda w: name(w) == "a1.png",
    "right": lambda w: name(w) == "a10.png",
    "up": lambda w: name(w) == "a2.png",
    "down": lambda w: name(w) == "a2.png",
    "fullscreen": lambda w: w.isFullScreen() and w.menuBar().isHidden(),
    "exact": lambda w: not w.exact and not w.actions_by_id["exact"].isChecked(),
    "hud": lambda w: w.findChild(Hud).isVisible() and w.actions_by_id["hud"].isChecked(),
    "previous": lambda w: name(w) == "a1.png",
    "next": lambda w: name(w) == "a10.png",
    "first": lambda w: name(w) == "a1.png",
    "last": lambda w: name(w) == "a10.png",
    "flip": lambda w: mode(w) is Mode.FLIP and w.actions_by_id["flip"].isChecked(),
    "wipe": lambda w: mode(w) is Mode.WIPE and w.compare.divider.isVisible(),
    "beside": lambda w: mode(w) is Mode.BESIDE and len(w.canvas.panes) == 2,
    "pane": lambda w: mode(w) is Mode.BESIDE and len(w.canvas.panes) == 2,
    "difference": lambda w: mode(w) is Mode.DIFFERENCE and w.compare.gain.isVisible(),
    "amplify": lambda w: w.canvas.comparison.gain == 16,
    "attenuate": lambda w: w.canvas.comparison.gain == 4,
    "reference-next": lambda w: reference(w) in ("lanczos", "bilinear") and mode(w) is Mode.FLIP,
    "reference-previous": lambda w: reference(w) in ("bilinear", "live") and mode(w) is Mode.FLIP,
    "fidelity": lambda w: w.compare.fidelity.isVisible(),
    "keys": lambda w: w.findChild(HelpSheet) is not None,
    "training": lambda w: w.training.shown,
    "escape": lambda w: w.notices.isHidden(),
    **{f"percent-{digit}": lambda w, digit=digit: w.canvas.view.scale == digit for digit in range(2, 10)},
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_does_what_it_says(window, command, qtbot, photo, monkeypatch):
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_args: (str(photo.with_name("a10.png")), "Pictures")
    )
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: window.status.place.text() == "2 of 3")
    window.actions_by_id[command.id].trigger()
    qtbot.waitUntil(lambda: EFFECTS[command.id](window), timeout=20_000)


def test_no_key_is_given_twice():
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_keys_work_in_the_window(window, qtbot):
    qtbot.keyClick(window.canvas, Qt.Key.Key_4)
    settle(qtbot, window)
    assert window.canvas.view.scale == 4
    qtbot.keyClick(window.canvas, Qt.Key.Key_Plus)
    settle(qtbot, window)
    assert window.canvas.view.scale == approx(4 * 2**0.25)
    left = window.canvas.view.left
    qtbot.keyClick(window.canvas, Qt.Key.Key_Left)
    assert window.canvas.view.left < left
    assert window.windowTitle() == "a2.png"
    qtbot.keyClick(window.canvas, Qt.Key.Key_0)
    settle(qtbot, window)
    assert window.canvas.fitted


def test_without_a_picture_only_what_needs_none_can_be_asked_for(make_window):
    window = make_window()
    for command in COMMANDS:
        assert window.actions_by_id[command.id].isEnabled() == (not command.picture)


def test_the_sheet_shows_every_command_that_has_a_key(window):
    from PySide6.QtWidgets import QLabel

    window.show_keys()
    shown = {label.text() for label in window.findChild(HelpSheet).findChildren(QLabel)}
    assert {command.text for command in COMMANDS if command.keys} <= shown


def test_menus_have_each_command_once_and_keyboard_commands_in_none(window):
    from PySide6.QtWidgets import QMenu

    texts = [action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    for command in COMMANDS:
        assert texts.count(command.text) == (command.menu != "Keyboard")
