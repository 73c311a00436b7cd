"""The settings dialog: changes apply at once, Cancel restores them, and Reset goes back to the defaults."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QSpinBox, QWidget

from viewer.base import settings
from viewer.commands.help_sheet import HelpSheet
from viewer.commands.table import COMMANDS
from viewer.preferences.dialog import SIZE, Preferences


@pytest.fixture
def dialog(make_window):
    window = make_window()
    window.actions_by_id["settings"].trigger()
    return window.findChild(Preferences)


def press(qtbot, edit, key, modifiers=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitSignal(edit.editingFinished, timeout=5000):
        qtbot.keyClick(edit, key, modifiers)


def choose(combo: QComboBox, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_only_one_dialog_is_open_at_a_time(dialog):
    dialog.parent().actions_by_id["settings"].trigger()
    assert dialog.parent().findChildren(Preferences) == [dialog]


def test_the_theme_changes_at_once_and_cancel_restores_it(dialog, qapp):
    before = settings.read()
    choose(dialog.general.controls["theme"].widget, "light")
    assert settings.read().theme == "light"
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() > 200
    dialog.reject()
    assert settings.read() == before
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 100


def test_accepting_keeps_the_change(dialog):
    choose(dialog.general.controls["theme"].widget, "light")
    dialog.accept()
    assert settings.read().theme == "light"


def test_each_row_is_reset_by_itself(dialog):
    page, before = dialog.general, settings.read()
    choose(page.controls["wheel"].widget, "pan")
    page.controls["keep_view"].widget.click()
    page.resets["wheel"].click()
    assert settings.read() == replace(before, keep_view=True)
    assert page.controls["wheel"].widget.currentData() == "zoom"
    assert page.resets["wheel"].isHidden() and not page.resets["keep_view"].isHidden()


def test_every_setting_has_a_row_that_shows_its_value(dialog):
    rows = {**dialog.general.controls, **dialog.engine.controls}
    in_the_menu = {"sort", "sort_reversed"}
    assert {*rows, *in_the_menu, "keys"} == set(settings.Settings.__dataclass_fields__)
    changed = {"theme": "dark", "wheel": "next", "threads": 2, "codes": 512, "restore_session": False}
    settings.change(**changed)
    assert {name: rows[name].value() for name in changed} == changed


def test_a_number_applies_when_its_editing_is_finished(dialog, qtbot):
    box = dialog.engine.controls["tiles"].widget
    assert isinstance(box, QSpinBox)
    dialog.list.setCurrentRow(1)
    box.selectAll()
    qtbot.keyClicks(box, "512")
    assert settings.read().tiles == settings.DEFAULTS.tiles
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert settings.read().tiles == 512
    assert dialog.isVisible()


def test_a_missing_device_is_reported_and_stays_chosen(window, qtbot, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=60_000)
    window.actions_by_id["settings"].trigger()
    page = window.findChild(Preferences).engine
    assert "cpu" in page.now.text()
    choose(page.controls["device"].widget, "cuda")
    qtbot.waitUntil(lambda: "CUDA" in page.now.text())
    assert "cuda" in window.notices.text
    assert settings.read().device == "cuda"
    page.resets["device"].click()
    qtbot.waitUntil(lambda: "In use: cpu" in page.now.text())


def test_a_new_key_applies_at_once_to_the_window_menu_tooltip_and_help_sheet(dialog, qtbot):
    window, page = dialog.parent(), dialog.keys
    dialog.list.setCurrentRow(2)
    press(qtbot, page.edits["settings"][0], Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert settings.read().keys == {"settings": ("Ctrl+K",)}
    action = window.actions_by_id["settings"]
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+K"]
    assert "Ctrl+K" in action.toolTip()
    window.dialogs.show_keys()
    labels = {label.text() for label in window.findChild(HelpSheet).findChildren(QLabel)}
    assert "Ctrl+K" in labels and "Ctrl+," not in labels
    window.findChild(HelpSheet).close()
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Preferences)))


def test_the_welcome_page_names_the_current_keys(dialog):
    def texts():
        return " ".join(label.text() for label in dialog.parent().welcome.findChildren(QLabel))

    assert "Ctrl+V" in texts() and "?" in texts()
    settings.change(keys={"paste": ("Ctrl+Shift+V",), "keys": ()})
    assert "Ctrl+Shift+V" in texts() and "shortcuts" not in texts()


def test_an_open_help_sheet_follows_the_keys(dialog):
    window = dialog.parent()
    window.dialogs.show_keys()
    settings.change(keys={"fit": ("Ctrl+Shift+F",)})
    sheet = window.findChild(HelpSheet)._scroll.widget()
    assert "Ctrl+Shift+F" in {label.text() for label in sheet.findChildren(QLabel)}


def test_taking_a_key_from_another_command_asks_first(dialog, qtbot):
    page = dialog.keys
    dialog.list.setCurrentRow(2)
    edit = page.edits["fit"][0]
    press(qtbot, edit, Qt.Key.Key_F11)
    assert settings.read().keys == {}
    assert page.question.isVisible()
    assert all(text in page.question_text.text() for text in ("F11", "Full screen", "Fit"))
    page.leave.click()
    assert edit.keySequence() == QKeySequence("0") and page.question.isHidden()
    press(qtbot, edit, Qt.Key.Key_F11)
    page.give.click()
    assert page.question.isHidden()
    actions = dialog.parent().actions_by_id
    assert QKeySequence("F11") in actions["fit"].shortcuts()
    assert QKeySequence("F11") not in actions["fullscreen"].shortcuts()
    page.resets["fullscreen"].click()
    assert QKeySequence("F11") in actions["fullscreen"].shortcuts()
    page.reset_all.click()
    assert settings.read().keys == {}
    assert not page.reset_all.isEnabled()


def test_cancel_restores_the_keys(dialog, qtbot):
    dialog.list.setCurrentRow(2)
    press(qtbot, dialog.keys.edits["demo"][0], Qt.Key.Key_J)
    assert [key.toString() for key in dialog.parent().actions_by_id["demo"].shortcuts()] == ["J"]
    dialog.reject()
    assert dialog.parent().actions_by_id["demo"].shortcuts() == []


def test_a_key_can_be_removed(dialog):
    edit = dialog.keys.edits["fit"][0]
    edit.clear()
    edit.editingFinished.emit()
    assert settings.read().keys == {"fit": ("Ctrl+0",)}


def test_every_command_is_listed_and_found_by_name_and_key(dialog):
    page = dialog.keys
    dialog.list.setCurrentRow(2)
    assert set(page.edits) == {command.id for command in COMMANDS}
    page.search.setText("full screen")
    assert [id for id, edits in page.edits.items() if edits[0].isVisible()] == ["fullscreen", "escape"]
    page.search.setText("ctrl+o")
    assert [id for id, edits in page.edits.items() if edits[0].isVisible()] == ["open"]


@pytest.mark.parametrize("wanted", ["trash", "full screen", "ctrl+o", "icc"])
def test_what_a_search_finds_is_at_the_top_and_the_rest_takes_no_space(dialog, qtbot, wanted):
    areas = (dialog.general, dialog.keys.findChild(QScrollArea))
    for row, area in ((0, areas[0]), (2, areas[1])):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(lambda area=area: area.verticalScrollBar().maximum() > 0)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    dialog.search.setText(wanted)
    fields = [dialog.general.controls[name].widget for name in dialog.general.controls]
    for row, area in ((0, areas[0]), (2, areas[1])):
        if dialog.list.item(row).isHidden():
            continue
        dialog.list.setCurrentRow(row)
        named = [each[0] for each in dialog.keys.edits.values()] if row else fields
        shown = [each for each in named if not each.isHidden()]
        qtbot.waitUntil(lambda area=area: area.verticalScrollBar().maximum() == 0)
        assert shown and shown[0].mapTo(area.viewport(), shown[0].rect().topLeft()).y() < 40


def test_tab_moves_on_from_a_key_field(dialog, qtbot):
    dialog.list.setCurrentRow(2)
    first, second = dialog.keys.edits["open"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert dialog.focusWidget() in (second, *second.children())
    assert first.keySequence() == QKeySequence("Ctrl+O")


def test_no_page_is_wider_than_the_dialog(language_code, qtbot):
    """Not even with all buttons that reset a row."""
    settings.change(keys={command.id: ("Ctrl+Shift+F11",) for command in COMMANDS[:3]}, theme="light")
    dialog = Preferences(None, None)
    qtbot.addWidget(dialog)
    dialog.resize(SIZE)
    dialog.show()
    for row in range(dialog.pages.count()):
        dialog.list.setCurrentRow(row)
        QApplication.processEvents()
        bars = [area.horizontalScrollBar() for area in dialog.findChildren(QScrollArea) if area.isVisible()]
        assert bars and not any(bar.maximum() for bar in bars), dialog.list.item(row).text()


@pytest.mark.parametrize("width", [740, 860])
def test_no_reset_button_is_cut_off_beside_long_texts(language_code, qtbot, width):
    owner = QWidget()
    qtbot.addWidget(owner)
    settings.change(language=language_code)  # its reset button is shown
    dialog = Preferences(owner, None)
    dialog.resize(width, SIZE.height())
    dialog.show()
    for page in (dialog.general, dialog.engine):
        dialog.pages.setCurrentWidget(page)
        QApplication.processEvents()
        assert not page.horizontalScrollBar().maximum()
