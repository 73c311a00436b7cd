"""Who gets a key, in every panel: the focused control if the key changes it, else the window's command."""

import re
from collections import Counter

import pytest
from panels import PANELS
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QWidget,
)
from waiting import WAIT, settle

from viewer.commands import bindings

IN_THE_WINDOW = ("window", "docks", "wipe", "difference", "panes", "welcome", "notice", "training")
KEYS = ["Left", "Right", "Up", "Down", "PgUp", "PgDown", "Home", "End", "Space", "M", "3", "G", "I", "?"]
BOOKMARKS = 12


def open_panel(name, window, qtbot):
    window.resize(1000, 1000)  # PgUp moves by what a list shows
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    panel = PANELS[name](window)
    if name == "docks":
        for _ in range(BOOKMARKS):
            window.bookmarks.add()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    QApplication.processEvents()
    return panel


def controls(panel):
    return [
        each
        for each in panel.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.window() is panel.window()
    ]


def to_the_middle(control):
    """Puts a control where each of its keys changes something."""
    if isinstance(control, QAbstractSlider):
        control.setValue((control.minimum() + control.maximum()) // 2)
    elif isinstance(control, QComboBox):
        control.setCurrentIndex(control.count() // 2)
    elif isinstance(control, QLineEdit):
        control.setText("middle")
        control.setCursorPosition(3)


def state(control):
    if isinstance(control, QAbstractSlider | QAbstractSpinBox):
        return control.value()
    if isinstance(control, QComboBox | QTabBar):
        return control.currentIndex()
    if isinstance(control, QLineEdit):
        return control.text(), control.cursorPosition()
    return control.isDown() if isinstance(control, QAbstractButton) else None


def key_event(kind, key):
    combination = bindings.QKeySequence(key)[0]
    text = key if len(key) == 1 else " " if key == "Space" else ""
    return QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), text.lower())


def changes(control, key):
    """Whether the key changes the control when nothing else can have it. Leaves the control as it was."""
    if isinstance(control, QComboBox) and key == "Space":
        return True  # opens its list
    if isinstance(control, QListWidget):
        return key not in ("Left", "Right") and len(key) > 1  # in a low list PgUp may find no other row
    if isinstance(control, QTabBar):
        return key in ("Left", "Right")
    to_the_middle(control)
    before = state(control)
    control.blockSignals(True)  # a click would change the panel
    control.event(key_event(QEvent.Type.KeyPress, key))
    changed = state(control) != before
    if isinstance(control, QAbstractButton):
        control.setDown(False)
    to_the_middle(control)
    control.blockSignals(False)
    return changed


def press(control, key):
    """Presses a key as the window system does: shortcuts first."""
    override = key_event(QEvent.Type.ShortcutOverride, key)
    QApplication.sendEvent(control, override)
    return override.isAccepted()


@pytest.mark.parametrize("name", IN_THE_WINDOW)
def test_a_key_that_changes_the_focused_control_is_no_command(make_window, qtbot, photo, name):
    window = make_window(photo)
    panel = open_panel(name, window, qtbot)
    wrong = []
    for control in controls(panel):
        if not control.isEnabled():  # another one has switched it off
            continue
        control.setFocus()
        for key in KEYS:
            character = len(key) == 1
            expected = changes(control, key) or (name == "training" and character)
            control.setFocus()  # Qt's arrow keys move the focus from one button to another
            if press(control, key) != expected:
                wrong.append((type(control).__name__, control.accessibleName(), key, expected))
    assert wrong == []


def test_the_keys_of_the_picture_work_after_a_bookmark_was_chosen(make_window, qtbot, photo):
    window = make_window(photo)
    open_panel("docks", window, qtbot)
    rows = window.bookmarks._panel.findChild(QListWidget)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(window.canvas.hasFocus)
    qtbot.waitUntil(lambda: not window.bookmarks.pending)
    qtbot.keyClick(window.canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png", timeout=WAIT)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: window.windowTitle() == "a1.png", timeout=WAIT)


def test_the_space_bar_presses_a_focused_button_and_plays_elsewhere(make_window, qtbot, photo):
    window = make_window(photo)
    open_panel("docks", window, qtbot)
    played = []
    window.actions_by_id["play"].setEnabled(True)
    window.actions_by_id["play"].triggered.connect(lambda: played.append(True))
    button = window.insight.inspector.profile.draw_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked() and not played
    window.canvas.setFocus()
    window.actions_by_id["play"].setEnabled(True)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Space)
    assert played == [True]


def test_a_character_typed_beside_a_field_of_the_training_opens_nothing(make_window, qtbot, photo):
    window = make_window(photo)
    panel = open_panel("training", window, qtbot)
    for key in "m?":
        qtbot.keyClicks(panel.training.tab.look, key)
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    values = window.training.tab.form.values
    values.more.click()
    qtbot.keyClicks(values.others, "m3?")
    assert values.others.text() == "m3?"


def letters(panel):
    """Returns the mnemonic letters that the user sees at one time, each once for each control that has it."""
    visible = [
        each.text()
        for kind in (QLabel, QAbstractButton)
        for each in panel.findChildren(kind)
        if each.isVisible() and not (isinstance(each, QLabel) and each.buddy() is None)
    ]
    bar = panel.menuBar() if hasattr(panel, "menuBar") else None
    visible += [entry.text() for entry in bar.actions()] if bar is not None and bar.isVisible() else []
    return Counter(found.lower() for text in visible for found in re.findall(r"(?<!&)&(\w)", text))


def check_letters(window, qtbot, names):
    """Fails if a panel, or a dialog, shows the same letter twice."""
    twice = []
    for name in names:
        panel = open_panel(name, window, qtbot)
        twice += [(name, letter) for letter, count in letters(panel).items() if count > 1]
        for dialog in window.findChildren(QDialog):
            dialog.close()
    assert twice == []


WITH_LETTERS = (
    "export",
    "models",
    "models-offer",
    "settings-general",
    "settings-engine",
    "settings-keys-conflict",
    "training",
)


def test_no_two_controls_have_the_same_letter(make_window, qtbot, photo):
    check_letters(make_window(photo), qtbot, WITH_LETTERS)


def test_no_two_controls_have_the_same_letter_in_other_languages(language_code, make_window, qtbot, photo):
    check_letters(make_window(photo), qtbot, WITH_LETTERS)


def test_each_letter_of_the_training_reaches_its_field(make_window, qtbot, photo):
    window = make_window(photo)
    open_panel("training", window, qtbot)
    labels = [label for label in window.training.tab.findChildren(QLabel) if label.buddy() is not None]
    assert len(labels) == 12
    for label in labels:
        window.training.tab.look.setFocus()
        letter = re.search(r"&(\w)", label.text())[1]
        qtbot.keyClick(window.training.tab.look, letter.lower(), Qt.KeyboardModifier.AltModifier)
        assert label.buddy().hasFocus(), label.text()
