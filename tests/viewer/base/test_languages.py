"""German and Chinese: every text of the code is translated, the files are up to date, and no text is clipped."""

import ast
import re
import shutil
from fractions import Fraction

import languages
import pytest
from languages import LOCALES, ROOT
from panel_checks import clipped, fit_screen
from panels import PANELS, UNDO
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from waiting import WAIT, settle

from viewer.base import formatting, language
from viewer.commands import bindings, mnemonics
from viewer.commands.table import COMMANDS, KEYBOARD

OTHERS = [code for code in LOCALES if code != language.ENGLISH]
SIZES = ((1280, 720), (1920, 1080))
"""Sizes of the window in logical px. The second is that of 3840 x 2160 device px at ratio 2."""
UNTRANSLATED = ("app.py", "display.py", "system_libraries.py", "bench", "theme.py", "parts.py")
"""Modules and packages whose texts are for the terminal or for nobody."""
WORDS = re.compile(r"[A-Za-z’']{2,}[,;:.]? +[A-Za-z’']{2,}.*|[A-Z][a-z]+…?|[A-Z][a-z]+\+[a-z]+", re.DOTALL)
NAMES = {
    "Unpixel",
    "Unpixel ",
    "English",
    "Dialog",
    "open docks",
    "Fatal Python error",
    "JPEG photo",
    "Shiboken",
    "Result",
    # of AppleScript
    'tell application "System Events" to tell every desktop to set picture to POSIX file "',
    # of EXIF
    "Make",
    "Model",
    # of the files of freedesktop.org
    "Desktop Entry",
    "Default Applications",
    "Added Associations",
    "Removed Associations",
    "Name",
    "Exec",
    "Hidden",
    "Terminal",
}


@pytest.fixture(scope="module")
def tools():
    if not languages.tool("lupdate").exists():
        pytest.skip("this PySide6 comes without lupdate and lrelease")


MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in (ROOT / "viewer").rglob("*.py")
    if not set(path.parts) & set(UNTRANSLATED)
}
"""Syntax trees of the viewer's modules with texts for the user."""
ENGINE_AND_TRAINER = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for package in ("engine", "trainer")
    for path in (ROOT / package).rglob("*.py")
}
"""Syntax trees of the modules whose messages the viewer translates."""


def first_arguments(tree, *names):
    """Returns the first argument of each call of the functions with these names."""
    return [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


def logs(call):
    """Whether a call writes to the log, which is in English."""
    name = call.func
    return isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name) and name.value.id == "logger"


def texts(tree):
    """Returns the string literals, without docstrings, type annotations and what goes to the log."""
    excluded = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    excluded += [call for call in ast.walk(tree) if isinstance(call, ast.Call) and logs(call)]
    for node in ast.walk(tree):
        excluded += [hint for name in ("annotation", "returns") if (hint := getattr(node, name, None))]
    skipped = {id(node) for tree in excluded for node in ast.walk(tree)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped
    ]


@pytest.mark.parametrize("code", LOCALES)
def test_the_translated_texts_are_exactly_those_of_the_code(code, tools, tmp_path):
    now = tmp_path / "now.ts"
    shutil.copy(languages.ts(code), now)
    languages.update(now, code)
    stored = {message.source for message in languages.messages(languages.ts(code))}
    assert {message.source for message in languages.messages(now)} == stored, "run tests/viewer/languages.py"
    assert [
        entry.source for entry in languages.messages(now) if entry.unfinished or not all(entry.texts)
    ] == []


def test_texts_to_translate_are_literals():
    """A text that is put together at run time is in no .ts file, and lupdate finds only literals."""
    known = {message.source for message in languages.messages(languages.ts("de"))}
    for path, tree in (MODULES | ENGINE_AND_TRAINER).items():
        for argument in first_arguments(tree, "tr", "mark", "message"):
            location = path.name, argument.lineno
            conditional = isinstance(argument, ast.IfExp)
            for text in (argument.body, argument.orelse) if conditional else (argument,):
                assert not isinstance(text, ast.JoinedStr | ast.Call | ast.BinOp), location
                if isinstance(text, ast.Constant):
                    assert text.value in known, location


def test_every_text_of_the_viewer_is_marked_for_translation():
    unmarked = []
    for path, tree in MODULES.items():
        translated = {id(argument) for argument in first_arguments(tree, "tr", "mark", "message")}
        neighbours = (other for file, other in MODULES.items() if file.parent == path.parent)
        marked = {argument.value for other in neighbours for argument in first_arguments(other, "mark")}
        for text in texts(tree):
            key = path.name == "table.py" and bindings.normal(text.value)
            if id(text) not in translated and WORDS.fullmatch(text.value) and not key:
                unmarked += (
                    [] if text.value in NAMES | marked else [f"{path.name}:{text.lineno} {text.value!r}"]
                )
    assert not unmarked, "\n".join(unmarked)


@pytest.mark.parametrize("code", LOCALES)
def test_a_translation_has_the_placeholders_of_its_source(code):
    for message in languages.messages(languages.ts(code)):
        for text in message.texts:
            assert sorted(languages.PLACEHOLDER.findall(text)) == sorted(
                languages.PLACEHOLDER.findall(message.source)
            )


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_mnemonics_where_english_has_them(code):
    for message in languages.messages(languages.ts(code)):
        marks = [
            len(re.findall("&[^&]", text.replace("&nbsp;", ""))) for text in (message.source, *message.texts)
        ]
        assert len(set(marks)) == 1, message


@pytest.mark.parametrize("code", LOCALES)
def test_the_compiled_file_has_the_translations_of_its_source(code):
    compiled = QTranslator()
    assert compiled.load(str(languages.qm(code)))
    for message in languages.messages(languages.ts(code)):
        for count, text in zip(
            (1, 7) if message.is_plural else (-1,), (message.texts[0], message.texts[-1]), strict=False
        ):
            assert compiled.translate("", message.source, "", count) == text, "run tests/viewer/languages.py"


MENUS = {
    "de": ["&Datei", "&Bearbeiten", "&Ansicht", "&Vergleichen", "&Gehe zu", "&Modell", "&Hilfe"],
    "zh": ["文件(&F)", "编辑(&E)", "视图(&V)", "比较(&C)", "转到(&G)", "模型(&M)", "帮助(&H)"],
}
POSITION = {"de": "2 von 3", "zh": "第 2 幅，共 3 幅"}


def test_german_words_before_an_ellipsis_are_separated_from_it():
    """The ellipsis stands for words, not for a part of one."""
    texts_shown = [text for message in languages.messages(languages.ts("de")) for text in message.texts]
    assert [text for text in texts_shown if re.search(r"[\w}]…", text)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_commands_of_different_names_have_different_translations(code):
    translations = {entry.source: entry.texts[0] for entry in languages.messages(languages.ts(code))}
    named = {}
    for command in COMMANDS:
        named.setdefault(translations.get(command.text, command.text), set()).add(command.text)
    assert {name: sources for name, sources in named.items() if len(sources) > 1} == {}


def test_the_window_is_translated(language_code, window, qtbot):
    assert [action.text() for action in window.menuBar().actions()] == MENUS[language_code]
    entries = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    texts_shown = {mnemonics.plain(entry.text()) for entry in entries}
    translations = {entry.source: entry.texts[0] for entry in languages.messages(languages.ts(language_code))}
    for command in COMMANDS:
        if command.menu != KEYBOARD and command.text in translations:
            assert translations[command.text] in texts_shown
    qtbot.waitUntil(lambda: window.status.position.text() == POSITION[language_code])


def test_numbers_are_formatted_as_in_the_language(language_code):
    expected = {"de": ("×3,70", "1.234", "0,25"), "zh": ("×3.70", "1,234", "0.25")}[language_code]
    assert (formatting.zoom(3.7), formatting.count(1234), formatting.significant(0.25)) == expected
    assert formatting.ratio(Fraction(185), Fraction(100)) == {"de": "1,85:1", "zh": "1.85:1"}[language_code]
    assert float("0.5") == 0.5 and f"{0.5}" == "0.5"  # Python's own formatting does not change


def clipped_after_layout(qtbot, panel):
    """Returns what is clipped after up to a second, in which the layout follows the last change of a text."""
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
            found += [f"{name}, {size}: {what}" for what in clipped_after_layout(qtbot, panel)]
        for dialog in window.findChildren(QDialog):
            dialog.close()
        for command in UNDO.get(name, ()):
            window.actions_by_id[command].trigger()
        if name == "welcome":
            window.close()
            window = new_window()
    assert not found, "\n".join(found)


def test_in_german_an_ellipsis_stands_apart_in_all_texts():
    texts = [text for each in languages.messages(languages.ts("de")) for text in each.texts]
    texts.append((ROOT / "assets" / "help" / "manual_de.md").read_text(encoding="utf-8"))
    assert sum(text.count("…") for text in texts) > 50
    assert [found for text in texts for found in re.findall(r"\S+…", text) if found != "(…"] == []
