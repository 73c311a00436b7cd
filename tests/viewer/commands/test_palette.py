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
def test_it_lists_every_command_and_what_cannot_be_used_is_grey_with_the_reason(palette, window):
    assert set(palette.shown) == {each.id for each in COMMANDS} - {ID}
    for row in palette.list._rows():
        id = row.data(0, Qt.ItemDataRole.UserRole)
        assert row.isDisabled() is not window.actions_by_id[id].isEnabled()
    palette.search.setText("slideshow")
    palette.search.setText("play")
    play = next(row for row in palette.list._rows() if row.data(0, Qt.ItemDataRole.UserRole) == "play")
    assert play.isDisabled() and play.text(1) == "not for this picture"
    assert palette.list.currentItem() is not play


def test_without_a_picture_the_reason_is_that_one_is_missing(make_window):
    window = make_window()
    window.actions_by_id["palette"].trigger()
    rows = window.findChild(Palette).list._rows()
    assert {row.text(1) for row in rows if row.isDisabled()} == {"needs an open picture"}


def test_a_row_has_all_menus_that_lead_to_the_command_and_its_keys(palette):
    rows = {row.data(0, Qt.ItemDataRole.UserRole): row for row in palette.list._rows()}
    assert rows["on-top"].text(0) == "View ▸ Window ▸ Always on top"
    assert (rows["fullscreen"].text(0), rows["fullscreen"].text(1)) == (
        "View ▸ Full screen",
        "F11, Alt+Return",
    )
    assert palette.list.columnWidth(1) > 0 and palette.list.viewport().width() >= sum(
        map(palette.list.columnWidth, range(2))
    )


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
