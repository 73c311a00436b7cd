"""Every command of the table has its effect, from its menu and from its keys.

A new command needs a line in EFFECTS here, or its own test, in any file, marked @pytest.mark.action("its id").
"""

import ast
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog
from pytest import approx
from waiting import opened, settle

from engine import bookmarks
from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.fit import Fit
from engine.images import demo, demo_photo
from viewer.app import window_handlers
from viewer.base import local_files, settings
from viewer.bookmarks.panel import Panel
from viewer.canvas.comparison import Mode
from viewer.commands.help_sheet import COLUMNS, HelpSheet
from viewer.commands.menus import CONTEXT
from viewer.commands.table import COMMANDS
from viewer.diagnostics.log_dialog import LogDialog
from viewer.files import recent
from viewer.insight.inspector import Inspector
from viewer.insight.performance_overlay import PerformanceOverlay


def title(window):
    return window.windowTitle()


def mode(window):
    return window.canvas.comparison.mode


def reference(window):
    """Name of the reference: bicubic at first, pixels once bicubic is the model."""
    return window.canvas.comparison.reference


def zooms_in(window):
    return window.canvas.view.scale > 1


def turned(orientation):
    return lambda w: opened(w)[-1].orientation == orientation and opened(w)[-1].rotated


def middle(window):
    """The middle of the view in source px."""
    view = window.canvas.view
    return view.source(view.width / 2, view.height / 2)


def zoom_in(window):
    window.canvas.navigation.jump_to(Fraction(80), Fraction(50), 8.0)


def use_another_fit(way):
    settings.change(fit=Fit.LARGER if way is not Fit.LARGER else Fit.FILL)


def fits(window, way):
    """Whether a picture of 160 x 100 px is fitted to the window in this way, and its command checked."""
    view = window.canvas.view
    across, down = view.width / 160, view.height / 100
    expected = {
        Fit.WHOLE: min(across, down),
        Fit.LARGER: 1.0,
        Fit.WIDTH: across,
        Fit.FILL: max(across, down),
    }
    checked = [each for each in Fit if window.actions_by_id[f"fit-{each}"].isChecked()]
    return view.scale == expected[way] and checked == [way] and settings.read().fit == way


def select(window):
    """Selects the middle half of an enlarged view."""
    zoom_in(window)
    window.selection.choose()
    window.selection.choose()


def shows(window, kind):
    return any(widget.isVisible() for widget in window.findChildren(kind))


def copied_files():
    data = QGuiApplication.clipboard().mimeData()
    return () if data is None else local_files.paths_of(data)


def selected(window):
    """Width and height of the selection, source px."""
    return window.selection.region[2:]


# What is done before a command where its effect would not show at the start.
PREPARATIONS = {
    "fit": zoom_in,
    "actual": zoom_in,
    **{f"fit-{way}": (lambda w, way=way: use_another_fit(way)) for way in Fit},
    "background-theme": lambda _w: settings.change(background="black"),
    "up": zoom_in,
    "down": zoom_in,
    "cell": lambda w: w.canvas.set_cell(2.0),
    "uncertainty-spread": lambda w: w.insight.choose_uncertainty(UncertaintyKind.SOURCE),
    "zoom-selection": select,
    **dict.fromkeys(("wider", "narrower", "taller", "shorter"), select),
    "escape": lambda w: w.notices.notify("A message"),
}
# What a command does to a window that shows a2.png of a1, a2, a10 at fit: false before it, true after it.
# The selection's size and the scale before the command are in `window.before`.
EFFECTS = {
    "open": lambda w: title(w) == "a10.png",
    "clear-recent": lambda _w: not recent.files(),
    "new-window": lambda w: w.requests == 1,
    "close": lambda w: not w.isVisible(),
    "demo": lambda w: title(w) == demo_photo.PATH.name,
    "demo-drawn": lambda w: title(w) == demo.NAME,
    "paste": lambda w: "clipboard" in w.notices.text,
    "copy": lambda w: QGuiApplication.clipboard().image().width() == 160,
    "copy-source": lambda w: QGuiApplication.clipboard().image().height() == 100,
    "export": lambda w: any(dialog.windowTitle() == "Export" for dialog in w.findChildren(QDialog)),
    "reload": lambda w: len(opened(w)) == 2,
    "quit": lambda w: not w.isVisible(),
    "zoom-in": zooms_in,
    "zoom-out": lambda w: w.canvas.view.scale < 1,
    "fit": lambda w: w.canvas.fitted,
    "actual": lambda w: w.canvas.view.scale == 1,
    **{f"fit-{way}": (lambda w, way=way: fits(w, way)) for way in Fit},
    "left": lambda w: title(w) == "a1.png",
    "right": lambda w: title(w) == "a10.png",
    "up": lambda w: middle(w)[1] < 50,
    "down": lambda w: middle(w)[1] > 50,
    "fullscreen": lambda w: w.isFullScreen() and w.menuBar().isHidden(),
    "bare": lambda w: w.menuBar().isHidden() and w.status.isHidden() and w.actions_by_id["bare"].isChecked(),
    "on-top": lambda w: bool(w.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) and w.isVisible(),
    "frameless": lambda w: bool(w.windowFlags() & Qt.WindowType.FramelessWindowHint) and w.isVisible(),
    **{
        f"background-{name}": lambda w, name=name: w.canvas.background == name
        for name in settings.CHOICES["background"]
    },
    "background-own": lambda w: any(
        dialog.windowTitle() == "Background" for dialog in w.findChildren(QDialog)
    ),
    "slideshow": lambda w: w.slideshow.sign.isVisible() and w.isFullScreen(),
    "toolbar": lambda w: w.look.tool_bar.isVisible() and w.actions_by_id["toolbar"].isChecked(),
    "information": lambda w: (
        w.caption.label.isVisible()
        and w.caption.label.text().startswith("a2.png")
        and "2 of 3" in w.caption.label.text()
        and w.actions_by_id["information"].isChecked()
    ),
    "find": lambda w: w.thumbnails.overview_shown and w.focusWidget().accessibleName() == "Find by name",
    "copy-file": lambda _w: [path.name for path in copied_files()] == ["a2.png"],
    "grid": lambda w: w.insight.grid and w.actions_by_id["grid"].isChecked() and "×8" in w.notices.text,
    "navigator": lambda w: w.insight.navigator.on and w.actions_by_id["navigator"].isChecked(),
    "inspector": lambda w: shows(w, Inspector) and w.actions_by_id["inspector"].isChecked(),
    "line": lambda w: shows(w, Inspector) and w.insight.inspector.profile.draw_button.isChecked(),
    "uncertainty": lambda w: (
        w.insight.uncertainty.legend.isVisible() and w.actions_by_id["uncertainty"].isChecked()
    ),
    "uncertainty-spread": lambda w: "Spread" in w.insight.uncertainty.legend.title.text(),
    "uncertainty-source": lambda w: (
        "source" in w.insight.uncertainty.legend.title.text()
        and not w.actions_by_id["uncertainty-spread"].isChecked()
    ),
    "cell": lambda w: w.canvas.view.cell == 1,
    "exact": lambda w: w.settings.now.exact_at_rest and w.actions_by_id["exact"].isChecked(),
    "hud": lambda w: shows(w, PerformanceOverlay) and w.actions_by_id["hud"].isChecked(),
    "select": lambda w: w.selection.choosing,
    "zoom-selection": lambda w: w.canvas.view.scale > 1.9 * w.before.scale,
    "wider": lambda w: selected(w)[0] > w.before.selected[0] and selected(w)[1] == w.before.selected[1],
    "narrower": lambda w: selected(w)[0] < w.before.selected[0] and selected(w)[1] == w.before.selected[1],
    "taller": lambda w: selected(w)[1] > w.before.selected[1] and selected(w)[0] == w.before.selected[0],
    "shorter": lambda w: selected(w)[1] < w.before.selected[1] and selected(w)[0] == w.before.selected[0],
    "rotate-right": turned(1),
    "rotate-left": turned(3),
    "flip-horizontal": turned(4),
    "flip-vertical": turned(6),
    "previous": lambda w: title(w) == "a1.png",
    "next": lambda w: title(w) == "a10.png",
    "first": lambda w: title(w) == "a1.png",
    "last": lambda w: title(w) == "a10.png",
    "keep-view": lambda w: settings.read().keep_view and w.actions_by_id["keep-view"].isChecked(),
    "bookmark": lambda w: "Bookmark “" in w.notices.text and bookmarks.load()[0].file.endswith("a2.png"),
    "bookmarks": lambda w: shows(w, Panel),
    "flip": lambda w: mode(w) is Mode.FLIP and w.actions_by_id["flip"].isChecked(),
    "wipe": lambda w: mode(w) is Mode.WIPE and w.compare.divider.isVisible(),
    "side-by-side": lambda w: mode(w) is Mode.SIDE_BY_SIDE and len(w.canvas.panes) == 2,
    "pane": lambda w: mode(w) is Mode.SIDE_BY_SIDE and len(w.canvas.panes) == 2,
    "difference": lambda w: mode(w) is Mode.DIFFERENCE and w.compare.gain.isVisible(),
    "amplify": lambda w: w.canvas.comparison.gain == 16,
    "attenuate": lambda w: w.canvas.comparison.gain == 4,
    "reference-next": lambda w: reference(w) in ("lanczos", "bilinear") and mode(w) is Mode.FLIP,
    "reference-previous": lambda w: (
        reference(w) in ("bilinear", "live", "live-edsr", "live-photo") and mode(w) is Mode.FLIP
    ),
    "fidelity": lambda w: w.compare.fidelity.isVisible(),
    "log": lambda w: shows(w, LogDialog),
    "keys": lambda w: w.findChild(HelpSheet) is not None,
    "settings": lambda w: any(dialog.windowTitle() == "Settings" for dialog in w.findChildren(QDialog)),
    "models": lambda w: any(dialog.windowTitle() == "Models" for dialog in w.findChildren(QDialog)),
    "open-model": lambda w: "a10.png" in w.notices.text,
    "training": lambda w: w.training.shown,
    "escape": lambda w: w.notices.isHidden(),
    **{f"percent-{digit}": lambda w, digit=digit: w.canvas.view.scale == digit for digit in range(2, 10)},
}


TOGETHER = (
    tuple(f"percent-{digit}" for digit in range(2, 10)),
    tuple(f"fit-{way}" for way in Fit),
    tuple(f"background-{name}" for name in settings.CHOICES["background"]),
    ("first", "last"),
    ("up", "down", "fit", "actual", "cell"),
    ("on-top", "frameless"),
    ("toolbar", "information", "navigator", "exact", "hud", "keep-view", "bookmark"),
    ("copy", "copy-source", "copy-file"),
    ("flip", "wipe", "side-by-side", "difference", "fidelity"),
    ("uncertainty", "uncertainty-source", "uncertainty-spread"),
    ("export", "settings", "models", "background-own", "log", "keys"),
)
"""Commands that are tried in one window, one after the other: none has the effect of another."""
APART = tuple((id,) for id in EFFECTS if not any(id in each for each in TOGETHER))


def marked():
    """Returns the ids in @pytest.mark.action("id", …), of all test files of the viewer."""
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
    untested = sorted(known - set(EFFECTS) - marked())
    assert not untested, (
        f"{untested}: add their effects to EFFECTS (tests/viewer/commands/test_actions.py), "
        'or mark their own tests @pytest.mark.action("id")'
    )
    assert set(EFFECTS) | marked() <= known


@pytest.mark.all_cases
@pytest.mark.parametrize("ids", TOGETHER + APART, ids=" ".join)
def test_a_command_has_its_effect(window, ids, qtbot, photo, monkeypatch):
    monkeypatch.setattr(
        QFileDialog,
        "getOpenFileNames",
        lambda *_args, **_options: ([str(photo.with_name("a10.png"))], "Pictures"),
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(photo.with_name("a10.png")), ""))
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    window.requests = 0
    window.new_window_requested.connect(lambda: setattr(window, "requests", window.requests + 1))
    for id in ids:
        QGuiApplication.clipboard().clear()
        if id in PREPARATIONS:
            PREPARATIONS[id](window)
            settle(qtbot, window)
        region = window.selection.region
        window.before = SimpleNamespace(scale=window.canvas.view.scale, selected=region and region[2:])
        assert not EFFECTS[id](window), f"true before {id}: give it a preparation"
        window.actions_by_id[id].trigger()
        qtbot.waitUntil(lambda id=id: EFFECTS[id](window), timeout=20_000)


def test_every_command_has_a_handler_and_every_handler_a_command(window):
    assert set(window_handlers.every(window)) == {command.id for command in COMMANDS}


def test_zoom_to_the_selection_without_one_gives_a_hint(window):
    window.actions_by_id["zoom-selection"].trigger()
    assert "Nothing is selected" in window.notices.text


def test_no_key_belongs_to_two_commands():
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


def test_without_a_picture_only_commands_that_need_none_are_enabled(make_window):
    window = make_window()
    for command in COMMANDS:
        assert window.actions_by_id[command.id].isEnabled() == (not command.picture)


def test_the_help_sheet_shows_every_command_that_has_a_key(window):
    from PySide6.QtWidgets import QLabel

    window.dialogs.show_keys()
    sheet = window.findChild(HelpSheet)
    labels = sheet.findChildren(QLabel)
    shown = {label.text() for label in labels}
    places = {label.mapTo(sheet, QPoint(0, 0)).x() for label in labels if label.toolTip()}
    assert len(places) == COLUMNS, "the texts of a column are not aligned"
    assert {command.text for command in COMMANDS if command.keys} <= shown


def entries(menu):
    """All entries of a menu or a menu bar, and of the menus in it."""
    for action in menu.actions():
        yield action
        if action.menu() is not None:
            yield from entries(action.menu())


def test_menus_have_each_command_once_and_keyboard_commands_in_none(window):
    texts = [entry.text().replace("&", "") for entry in entries(window.menuBar())]
    for command in COMMANDS:
        assert texts.count(command.text) == (command.menu != "Keyboard")


def test_a_right_click_opens_the_context_menu(window, qtbot, qapp):
    position = QPoint(100, 90)
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, window.canvas.mapToGlobal(position))
    qapp.sendEvent(window.canvas, click)
    menu = qapp.activePopupWidget()
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert offered == [window.actions_by_id[id] for section in CONTEXT for id in section]
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(menu, Qt.Key.Key_Escape)


def test_menus_are_in_the_usual_order_and_mnemonics_are_unique(window):
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Compare", "&Go", "&Model", "&Help"]
    for top in window.menuBar().actions():
        entries = [entry for entry in top.menu().actions() if not entry.isSeparator()]
        letters = [QKeySequence.mnemonic(entry.text()).toString() for entry in entries]
        # the names of models have no mnemonics
        named = [letter for letter, entry in zip(letters, entries, strict=True) if not entry.isCheckable()]
        assert len(named) == len(set(named)) and all(named)
