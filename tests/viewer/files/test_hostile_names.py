"""Names that no file has, or that no label can show: the window opens, says so in one line, and works on."""

import os

import pytest
from pictures import drawn, saved
from waiting import WAIT, settle

from engine.images import folder
from viewer.base import state
from viewer.files import recent

IMPOSSIBLE = {
    "300 characters": "x" * 300 + ".png",
    "100,000 characters": "x" * 100_000,
    "a long path": "/x" * 4000,
    "5,000 digits": "1" * 5000 + ".png",
    "null": "a\0b.png",
    "lone surrogate": "a\ud800b.png",
    "newlines": "a\nb\r\nc.png",
    "below a file": "/dev/null/a.png",
    "escape codes": "\x1b]0;title\x07\x1b[31m.png",
}
HARD = {
    "newline": "a\nb.png",
    "escape code": "a\x1b[31mb.png",
    "reversed": "a\u202egnp.png",
    "no text": os.fsdecode(b"a\xffb.png"),
    "tab and mnemonic": "a\t&b.png",
    "200 characters": "é" * 100 + ".png",
}
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")


@pytest.mark.parametrize("name", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_name_that_no_file_has_gives_a_window_with_a_message(make_window, qtbot, name):
    window = make_window(name)
    qtbot.waitUntil(lambda: not window.notices.isHidden(), timeout=WAIT)
    assert window.welcome.isVisible()
    assert len(window.notices.text) <= 1100 and "\n" not in window.notices.text
    assert not recent.files()


def test_twenty_thousand_names_give_a_window_and_a_list(make_window, qtbot, photo):
    window = make_window(*(f"/none/{number}.png" for number in range(20_000)), str(photo))
    qtbot.waitUntil(lambda: len(window.opening._index.files) == 20_001, timeout=WAIT)
    window.opening.open(photo)
    settle(qtbot, window)
    assert window.windowTitle() == "a2.png"


@posix
@pytest.mark.parametrize("name", HARD.values(), ids=HARD)
def test_a_name_that_no_label_shows_opens_again_from_the_recent_files(make_window, qtbot, tmp_path, name):
    path = saved(tmp_path / "a.png", drawn(120, 90)).rename(tmp_path / name)
    window = make_window()
    window.opening.open(path)
    settle(qtbot, window)
    shown = window.windowTitle()
    assert shown and "\n" not in shown and "\x1b" not in shown and "\u202e" not in shown
    assert list(recent.files()) == [path]
    window.recent_menu.fill()
    listed = window.recent_menu.actions()[0]
    assert "\n" not in listed.text() and "\t" not in listed.text() and len(listed.text()) <= 100
    with qtbot.waitSignal(window.recent_menu.chosen) as chosen:
        listed.trigger()
    assert chosen.args == [path, None]
    window.bookmarks.add()
    assert "added" in window.notices.text


def test_hostile_recent_files_are_listed_and_fail_with_a_message(make_window, qtbot):
    state.store(recent.STATE_KEY, [*IMPOSSIBLE.values(), 7, None, ""])
    window = make_window()
    window.recent_menu.fill()
    for action in window.recent_menu.actions()[: len(IMPOSSIBLE)]:
        assert len(action.text()) <= 160 and "\n" not in action.text()
        window.notices.hide()
        action.trigger()
        qtbot.waitUntil(lambda: not window.notices.isHidden(), timeout=WAIT)


def test_long_numbers_in_names_are_sorted(tmp_path):
    names = ["a2.png", "a" + "1" * 200 + ".png", "a10.png"]
    paths = tuple(tmp_path / name for name in [*names, "9" * 5000 + ".png"])
    assert [path.name for path in folder.collected(paths)][1:] == ["a2.png", "a10.png", names[1]]
