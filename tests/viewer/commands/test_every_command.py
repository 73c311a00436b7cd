"""Every command of the table, triggered in every state of the window, raises nothing and warns of nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from waiting import WAIT, settle

from engine.session import speed
from viewer.commands.table import COMMANDS

ENDS_THE_WINDOW = ("close", "quit")
EXPECTED = "This plugin does not support "
"""Beginning of what Qt's offscreen platform says of some calls."""


DIALOGS = ("settings", "about", "manual", "keys", "palette", "whats-new", "export-folder")
"""Commands that open a dialog that knows nothing of the picture; most take as long as ten others."""
STATES_OF_DIALOGS = ("no picture", "picture", "training in full screen", "minimized")
"""States in which they are triggered, too."""


def trigger(window, *ids):
    for id in ids:
        window.actions_by_id[id].trigger()


def focus_panel(window, id):
    trigger(window, id)
    window.docks._docks[id].widget().setFocus()


STATES = {
    "no picture": None,
    "picture": lambda window: window.canvas.zoom_to(8.0),
    "training": lambda window: trigger(window, "training"),
    "full screen": lambda window: trigger(window, "fullscreen"),
    "training in full screen": lambda window: trigger(window, "fullscreen", "training"),
    "selection": lambda window: trigger(window, "select", "select"),
    "flip": lambda window: trigger(window, "flip"),
    "wipe": lambda window: trigger(window, "wipe"),
    "panes": lambda window: trigger(window, "side-by-side", "pane", "pane"),
    "difference": lambda window: trigger(window, "difference"),
    "fidelity": lambda window: trigger(window, "fidelity"),
    "inspector": lambda window: focus_panel(window, "inspector"),
    "bookmarks": lambda window: focus_panel(window, "bookmarks"),
    "minimized": lambda window: window.showMinimized(),
}


@pytest.fixture(autouse=True)
def quick_models(monkeypatch):
    """The speed of models is measured with a small view."""
    monkeypatch.setattr(speed, "VIEW", (90, 160))
    monkeypatch.setattr(speed, "PATIENCE", 0.0)


@pytest.fixture
def no_file_dialogs(monkeypatch):
    """The user cancels each file dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))


def close_dialogs(qapp):
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()
    qapp.processEvents()


def trigger_all(window, qapp, state):
    """Triggers each command twice: it switches something on and off again, or acts a second time."""
    left_out = ENDS_THE_WINDOW if state in STATES_OF_DIALOGS else (*ENDS_THE_WINDOW, *DIALOGS)
    for command in COMMANDS:
        if command.id in left_out:
            continue
        for _ in range(2):
            window.actions_by_id[command.id].trigger()
            qapp.processEvents()
        close_dialogs(qapp)


@pytest.mark.parametrize("state", STATES)
def test_no_command_fails_in_any_state(make_window, qtbot, qapp, qtlog, photo, no_file_dialogs, state):
    window = make_window() if state == "no picture" else make_window(photo)
    if state != "no picture":
        settle(qtbot, window)
        STATES[state](window)
        qapp.processEvents()
    trigger_all(window, qapp, state)
    qtbot.waitUntil(lambda: not window.canvas.navigation.is_animating, timeout=WAIT)
    assert [record.message for record in qtlog.records if EXPECTED not in record.message] == []


def test_frame_times_start_under_the_training_tab_and_show_with_the_picture(window, qtbot):
    trigger(window, "training", "hud")
    hud = window.frame_times.hud
    assert not hud.isVisible()
    trigger(window, "training")
    assert hud.isVisible()
    for _ in range(3):
        trigger(window, "training", "hud", "hud", "training")
    trigger(window, "hud")
    window.canvas.repaint()
    assert not hud.isVisible() and window.actions_by_id["hud"].isChecked() is False


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_keys_that_need_no_picture_work_in_the_training_tab(window, qtbot, key):
    trigger(window, "training")
    qtbot.keyClick(window.training.tab, key)
    assert window.training.shown
