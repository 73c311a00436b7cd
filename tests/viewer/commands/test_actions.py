"""Every command of the table does something, from its menu and from its keys.

A new command gets a line in EFFECTS here, or a test of its own marked @pytest.mark.action("its id"), in any file.
"""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog
from pytest import approx
from waiting import opened, settle

from engine import bookmarks
from viewer.base import settings
from viewer.bookmarks.panel import Panel
from viewer.canvas.comparison import Mode
from viewer.commands.help_sheet import COLUMNS, HelpSheet
from viewer.commands.menus import HERE
from viewer.commands.table import COMMANDS
from viewer.files import recent
from viewer.insight.hud import Hud


def name(window):
    return window.windowTitle()


def mode(window):
    return window.canvas.comparison.mode


def reference(window):
    """It begins with bicubic, and with pixels where bicubic is the model by then."""
    return window.canvas.comparison.reference


def zooms_in(window):
    return window.canvas.view.scale > 1


def turned(orientation):
    return lambda w: opened(w)[-1].orientation == orientation and opened(w)[-1].turned


# What can be seen after each command, of a window that shows a2.png of a1, a2, a10 at fit.
EFFECTS = {
    "open": lambda w: name(w) == "a10.png",
    "clear-recent": lambda _w: recent.files() == [],
    "new-window": lambda w: w.asked == 1,
    "close": lambda w: not w.isVisible(),
    "demo": lambda w: name(w) == "Unpixel",
    "paste": lambda w: "clipboard" in w.notices.text,
    "copy": lambda w: QGuiApplication.clipboard().image().width() == 160,
    "copy-source": lambda w: QGuiApplication.clipboard().image().height() == 100,
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
    "grid": lambda w: w.insight.grid and w.actions_by_id["grid"].isChecked() and "×8" in w.notices.text,
    "navigator": lambda w: w.insight.navigator.wanted and w.actions_by_id["navigator"].isChecked(),
    "inspector": lambda w: w.insight.inspector.isVisible() and w.actions_by_id["inspector"].isChecked(),
    "line": lambda w: w.insight.inspector.profile.draw.isChecked() and w.insight.inspector.isVisible(),
    "trust": lambda w: w.insight.trust.legend.isVisible() and w.actions_by_id["trust"].isChecked(),
    "trust-spread": lambda w: "Spread" in w.insight.trust.legend.title.text(),
    "trust-source": lambda w: (
        "source" in w.insight.trust.legend.title.text() and not w.actions_by_id["trust-spread"].isChecked()
    ),
    "cell": lambda w: w.canvas.view.cell == 1,
    "exact": lambda w: not w.settings.exact_at_rest and not w.actions_by_id["exact"].isChecked(),
    "hud": lambda w: w.findChild(Hud).isVisible() and w.actions_by_id["hud"].isChecked(),
    "select": lambda w: w.selection.choosing,
    "zoom-selection": lambda w: "Nothing is selected" in w.notices.text,
    **{name: lambda w: w.selection.region is None for name in ("wider", "narrower", "taller", "shorter")},
    "turn-right": turned(1),
    "turn-left": turned(3),
    "mirror": turned(4),
    "upend": turned(6),
    "previous": lambda w: name(w) == "a1.png",
    "next": lambda w: name(w) == "a10.png",
    "first": lambda w: name(w) == "a1.png",
    "last": lambda w: name(w) == "a10.png",
    "keep-view": lambda w: settings.read().keep_view and w.actions_by_id["keep-view"].isChecked(),
    "bookmark": lambda w: "Kept as" in w.notices.text and bookmarks.load()[0].file.endswith("a2.png"),
    "bookmarks": lambda w: w.findChild(Panel).isVisible(),
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
    "settings": lambda w: any(dialog.windowTitle() == "Settings" for dialog in w.findChildren(QDialog)),
    "models": lambda w: any(dialog.windowTitle() == "Models" for dialog in w.findChildren(QDialog)),
    "open-model": lambda w: "a10.png" in w.notices.text,
    "training": lambda w: w.training.shown,
    "escape": lambda w: w.notices.isHidden(),
    **{f"percent-{digit}": lambda w, digit=digit: w.canvas.view.scale == digit for digit in range(2, 10)},
}


def marked():
    """The ids that tests anywhere beside this file are marked with: @pytest.mark.action("id", …)."""
    return {
        argument.value
        for file in Path(__file__).parents[1].rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.action"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }


def test_every_command_of_the_table_has_its_test():
    known = {command.id for command in COMMANDS}
    lacking = sorted(known - set(EFFECTS) - marked())
    assert not lacking, (
        f"{lacking}: say in EFFECTS (tests/viewer/commands/test_actions.py) what is seen after it, "
        'or mark its own test @pytest.mark.action("id")'
    )
    assert set(EFFECTS) | marked() <= known


@pytest.mark.parametrize("id", EFFECTS)
def test_every_command_does_what_it_says(window, id, qtbot, photo, monkeypatch):
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_args: ([str(photo.with_name("a10.png"))], "Pictures")
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(photo.with_name("a10.png")), ""))
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: window.status.place.text() == "2 of 3")
    window.asked = 0
    window.asked_window.connect(lambda: setattr(window, "asked", window.asked + 1))
    if id == "cell":
        window.canvas.ask_for(2.0)  # it is what it undoes
    window.actions_by_id[id].trigger()
    qtbot.waitUntil(lambda: EFFECTS[id](window), timeout=20_000)


def test_every_command_has_a_handler_and_every_handler_a_command(window):
    assert set(window.handlers) == {command.id for command in COMMANDS}


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

    window.dialogs.show_keys()
    sheet = window.findChild(HelpSheet)
    labels = sheet.findChildren(QLabel)
    shown = {label.text() for label in labels}
    places = {label.mapTo(sheet, QPoint(0, 0)).x() for label in labels if label.toolTip()}
    assert len(places) == COLUMNS, "in a column, what keys do begins at one place"
    assert {command.text for command in COMMANDS if command.keys} <= shown


def test_menus_have_each_command_once_and_keyboard_commands_in_none(window):
    from PySide6.QtWidgets import QMenu

    entries = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    texts = [entry.text().replace("&", "") for entry in entries]
    for command in COMMANDS:
        assert texts.count(command.text) == (command.menu != "Keyboard")


def test_a_right_click_offers_what_there_is_to_do_with_the_picture(window, qtbot, qapp):
    place = QPoint(100, 90)
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, window.canvas.mapToGlobal(place))
    qapp.sendEvent(window.canvas, click)
    menu = qapp.activePopupWidget()
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert offered == [window.actions_by_id[name] for part in HERE for name in part]
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(menu, Qt.Key.Key_Escape)


def test_the_menus_are_in_the_customary_order_and_each_entry_has_a_letter_of_its_own(window):
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Compare", "&Go", "&Model", "&Help"]
    for top in window.menuBar().actions():
        entries = [entry for entry in top.menu().actions() if not entry.isSeparator()]
        letters = [QKeySequence.mnemonic(entry.text()).toString() for entry in entries]
        # the names of models have none
        named = [letter for letter, entry in zip(letters, entries, strict=True) if not entry.isCheckable()]
        assert len(named) == len(set(named)) and all(named)
