"""Commands are found by typing, and run."""

import pytest
from PySide6.QtCore import Qt

from viewer.commands.palette import ID, Palette
from viewer.commands.table import COMMANDS


@pytest.fixture
def palette(window):
    window.actions_by_id["palette"].trigger()
    return window.findChild(Palette)


@pytest.mark.action("palette")
def test_it_lists_what_can_be_used_now(palette, window):
    usable = {each.id for each in COMMANDS if window.actions_by_id[each.id].isEnabled()}
    assert set(palette.shown) == usable - {ID}
    assert "play" not in usable


def test_names_go_before_explanations_and_any_order_of_words_will_do(palette, qtbot):
    qtbot.keyClicks(palette.search, "SCREEN full")
    assert palette.shown[0] == "fullscreen"
    palette.search.setText("cursor")
    assert {"zoom-in", "zoom-out"} <= set(palette.shown)
    palette.search.setText("no such words")
    assert palette.shown == [] and palette._nothing.isVisible()
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_return_runs_the_chosen_command(palette, window, qtbot):
    palette.search.setText("background ▸")
    second = palette.shown[1]
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: second == f"background-{window.canvas.background}")


def test_a_click_runs_a_command_too(palette, window, qtbot):
    palette.search.setText("inspector")
    row = palette.list.visualItemRect(palette.list.topLevelItem(0))
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.waitUntil(window.actions_by_id["inspector"].isChecked)
