"""German and Chinese: nothing is missing, nothing is cut off, and the files are those of the code."""

import ast
import re
import shutil
from fractions import Fraction

import languages
import pytest
from languages import LOCALES, ROOT
from panels import PANELS, clipped, fit_screen
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from waiting import WAIT, settle

from viewer.base import formatting, language
from viewer.commands import bindings, mnemonics
from viewer.commands.table import COMMANDS, KEYBOARD

OTHERS = [code for code in LOCALES if code != language.ENGLISH]
SIZES = ((1280, 720), (1920, 1080))
"""Of the window, logical px: 3840 x 2160 at ratio 2 is the latter."""
SILENT = ("app.py", "display.py", "system_libraries.py", "bench", "theme.py")
"""What these say is read in a terminal, or by nobody."""
WORDS = re.compile(r"[A-Za-z’']{2,}[,;:.]? +[A-Za-z’']{2,}.*|[A-Z][a-z]+…?|[A-Z][a-z]+\+[a-z]+", re.DOTALL)
NAMES = {"Unpixel", "Unpixel ", "English", "Dialog", "open docks"}


@pytest.fixture(scope="module")
def tools():
    if not languages.tool("lupdate").exists():
        pytest.skip("this PySide6 comes without lupdate and lrelease")


MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in (ROOT / "viewer").rglob("*.py")
    if not set(path.parts) & set(SILENT)
}
"""Syntax trees of what speaks to the user."""
SAYING = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for house in ("engine", "trainer")
    for path in (ROOT / house).rglob("*.py")
}
"""And of what the viewer speaks for."""


def given(tree, *names):
    """What functions of these names are called with first."""
    return [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


def texts(tree):
    """Literals but for docstrings and types."""
    apart = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    for node in ast.walk(tree):
        apart += [hint for name in ("annotation", "returns") if (hint := getattr(node, name, None))]
    skipped = {id(node) for each in apart for node in ast.walk(each)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
    ]


@pytest.mark.parametrize("code", LOCALES)
def test_every_sentence_of_the_code_is_translated_and_no_other(code, tools, tmp_path):
    now = tmp_path / "now.ts"
    shutil.copy(languages.ts(code), now)
    languages.find(now, code)
    there = {message.source for message in languages.messages(languages.ts(code))}
    assert {message.source for message in languages.messages(now)} == there, "run tests/viewer/languages.py"
    assert [each.source for each in languages.messages(now) if each.unfinished or not all(each.texts)] == []


def test_what_is_to_be_translated_is_written_out():
    """Not put together, which no table of sentences has, nor where Qt's lupdate does not look."""
    known = {message.source for message in languages.messages(languages.ts("de"))}
    for path, tree in (MODULES | SAYING).items():
        for argument in given(tree, "tr", "mark", "message"):
            place = path.name, argument.lineno
            either = isinstance(argument, ast.IfExp)
            for text in (argument.body, argument.orelse) if either else (argument,):
                assert not isinstance(text, ast.JoinedStr | ast.Call | ast.BinOp), place
                if isinstance(text, ast.Constant):
                    assert text.value in known, place


def test_no_words_are_left_out():
    left = []
    for path, tree in MODULES.items():
        translated = {id(each) for each in given(tree, "tr", "mark")}
        near = (its for other, its in MODULES.items() if other.parent == path.parent)
        marked = {each.value for its in near for each in given(its, "mark")}
        for text in texts(tree):
            key = path.name == "table.py" and bindings.normal(text.value)
            if id(text) not in translated and WORDS.fullmatch(text.value) and not key:
                left += [] if text.value in NAMES | marked else [f"{path.name}:{text.lineno} {text.value!r}"]
    assert not left, "\n".join(left)


@pytest.mark.parametrize("code", LOCALES)
def test_a_translation_has_the_same_places_for_values(code):
    for message in languages.messages(languages.ts(code)):
        for text in message.texts:
            assert sorted(languages.PLACE.findall(text)) == sorted(languages.PLACE.findall(message.source))


@pytest.mark.parametrize("code", OTHERS)
def test_letters_to_press_are_marked_where_english_has_them(code):
    for message in languages.messages(languages.ts(code)):
        marks = [
            len(re.findall("&[^&]", text.replace("&nbsp;", ""))) for text in (message.source, *message.texts)
        ]
        assert len(set(marks)) == 1, message


@pytest.mark.parametrize("code", LOCALES)
def test_the_made_file_has_what_the_written_one_has(code):
    made = QTranslator()
    assert made.load(str(languages.qm(code)))
    for message in languages.messages(languages.ts(code)):
        for count, text in zip(
            (1, 7) if message.counts else (-1,), (message.texts[0], message.texts[-1]), strict=False
        ):
            assert made.translate("", message.source, "", count) == text, "run tests/viewer/languages.py"


MENUS = {
    "de": ["&Datei", "&Bearbeiten", "&Ansicht", "&Vergleichen", "&Gehe zu", "&Modell", "&Hilfe"],
    "zh": ["文件(&F)", "编辑(&E)", "视图(&V)", "比较(&C)", "转到(&G)", "模型(&M)", "帮助(&H)"],
}
SHOWN = {"de": "2 von 3", "zh": "第 2 幅，共 3 幅"}


def test_the_window_speaks_it(language_code, window, qtbot):
    assert [action.text() for action in window.menuBar().actions()] == MENUS[language_code]
    entries = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    said = {mnemonics.plain(entry.text()) for entry in entries}
    written = {each.source: each.texts[0] for each in languages.messages(languages.ts(language_code))}
    for command in COMMANDS:
        if command.menu != KEYBOARD and command.text in written:
            assert written[command.text] in said
    qtbot.waitUntil(lambda: window.status.position.text() == SHOWN[language_code])


def test_numbers_are_written_as_the_language_has_them(language_code):
    written = {"de": ("×3,70", "1.234", "0,25"), "zh": ("×3.70", "1,234", "0.25")}[language_code]
    assert (formatting.zoom(3.7), formatting.count(1234), formatting.significant(0.25)) == written
    assert formatting.ratio(Fraction(185), Fraction(100)) == {"de": "1,85:1", "zh": "1.85:1"}[language_code]
    assert float("0.5") == 0.5 and f"{0.5}" == "0.5"  # the engine's own stay as they are


UNDO = {
    "docks": ("inspector", "bookmarks", "fit"),
    "corners": ("grid", "navigator", "uncertainty", "escape", "fit"),
    "wipe": ("escape", "fit"),
    "difference": ("escape", "fit"),
    "panes": ("navigator", "escape", "fit"),
    "notice": ("escape",),
    "training": ("training",),
}
"""Commands that undo what a panel changed in the window, so that the next panel can use it."""


def finally_clipped(qtbot, panel):
    """What is still clipped once the layout has followed the last text, such as the time of a view."""
    try:
        qtbot.waitUntil(lambda: not clipped(panel), timeout=1000)
    except qtbot.TimeoutError:
        return clipped(panel)
    return []


def test_nothing_is_clipped(language_code, make_window, qtbot, photo):
    def new_window():
        window = make_window(photo)
        window.resize(*SIZES[0])
        settle(qtbot, window)
        qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
        return window

    found, window = [], new_window()
    for name, open_panel in PANELS.items():
        panel = open_panel(window)
        fit_screen(panel, *SIZES[0])
        for size in SIZES:
            if not isinstance(panel, QDialog):
                panel.resize(*size)
            QApplication.processEvents()
            found += [f"{name}, {size}: {what}" for what in finally_clipped(qtbot, panel)]
        for dialog in window.findChildren(QDialog):
            dialog.close()
        for command in UNDO.get(name, ()):
            window.actions_by_id[command].trigger()
        if name == "welcome":
            window.close()
            window = new_window()
    assert not found, "\n".join(found)
