"""The manual names only keys, gestures, menus and commands that exist, in the words of each language."""

import re

import languages
import pytest
from installed_language import installed
from languages import ROOT

import main
from viewer.base import language
from viewer.base.language import tr
from viewer.commands import bindings, mnemonics
from viewer.commands.menus import SUBMENUS
from viewer.commands.table import COMMANDS, POINTER_INPUT
from viewer.help import manual_text

INLINE_CODE = re.compile(r"`([^`\n]+)`")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
LINK = re.compile(r"\]\(([^)]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"```\n(.*?)```", re.DOTALL)


@pytest.fixture(params=language.offered())
def code(request, qapp):
    """The code of each language, which is installed for the test."""
    with installed(qapp, request.param) as code:
        yield code


def flowing(text):
    """The text without its line breaks, in which names may be, and without fenced code."""
    return re.sub(r"\s*\n\s*", " ", FENCED.sub("", text))


def test_there_is_a_manual_in_every_language():
    for code in language.offered():
        assert (manual_text.FOLDER / f"manual_{code}.md").exists(), code


def test_another_language_has_the_english_manual():
    assert manual_text.read("fr") == manual_text.read("en")


def test_every_key_is_that_of_a_command_or_a_gesture(code):
    keys = {key for command in COMMANDS for key in bindings.native(command.keys)}
    gestures = {tr(name) for name, _ in POINTER_INPUT}
    named = INLINE_CODE.findall(flowing(manual_text.read(code)))
    assert len(named) > 50
    assert [each for each in named if each not in keys | gestures] == []


def test_every_menu_path_leads_to_a_command_or_a_menu(code):
    paths = set()
    for command in COMMANDS:
        holder = (SUBMENUS[command.menu][0],) if command.menu in SUBMENUS else ()
        menus = [tr(name) for name in (*holder, command.menu)]
        paths |= {tuple(menus), (*menus, tr(command.text))}
    named = [each for each in BOLD.findall(flowing(manual_text.read(code))) if "▸" in each]
    assert len(named) > 15
    assert [each for each in named if tuple(each.split(" ▸ ")) not in paths] == []


def test_every_other_name_of_a_control_is_a_text_of_the_window(code):
    texts = {mnemonics.plain(text) for each in languages.messages(languages.ts(code)) for text in each.texts}
    if code == language.ENGLISH:
        texts = {mnemonics.plain(each.source) for each in languages.messages(languages.ts("de"))}
    named = [each for each in BOLD.findall(flowing(manual_text.read(code))) if "▸" not in each]
    assert len(named) > 5
    assert [each for each in named if each not in texts] == []


def test_every_link_leads_to_a_section_and_all_languages_have_the_same_sections(code):
    text = manual_text.read(code)
    headings = HEADING.findall(text)
    anchors = {f"#{manual_text.anchor(each)}" for each in headings}
    links = LINK.findall(text)
    assert len(links) >= 4 and [each for each in links if each not in anchors] == []
    assert len(headings) == len(HEADING.findall(manual_text.read("en")))
    assert len(links) == len(LINK.findall(manual_text.read("en")))


def test_commands_of_the_terminal_are_subcommands(code, capsys):
    lines = [line.split() for block in FENCED.findall(manual_text.read(code)) for line in block.splitlines()]
    with pytest.raises(SystemExit):
        main.main(["--help"])
    usage = capsys.readouterr().out
    assert lines
    for program, command, *_ in filter(None, lines):
        assert program == "unpixel" and re.search(rf"\b{command}\b", usage)


def test_the_index_of_the_documents_links_only_what_exists():
    folder = ROOT / "docs"
    links = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert [each for each in links if not (folder / each).exists()] == []
    assert len(links) == len(set(links))
    linked = {(folder / each).resolve() for each in links}
    assert {path for path in folder.glob("*.md") if path.name != "README.md"} <= linked
    assert set(manual_text.FOLDER.glob("*.md")) <= linked


def test_a_key_beside_a_menu_path_is_that_of_the_command(code):
    keys = {(tr(command.menu), tr(command.text)): bindings.native(command.keys) for command in COMMANDS}
    pairs = re.findall(r"\*\*([^*]+) ▸ ([^*]+)\*\* ?[(（]`([^`]+)`", flowing(manual_text.read(code)))
    assert len(pairs) > 8
    assert [pair for pair in pairs if pair[2] not in keys[pair[:2]]] == []
