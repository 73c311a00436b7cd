"""The list of pictures: other orders, subfolders, going round at its ends, and what the window says of them."""

from pathlib import Path

import pytest
from pictures import drawn, saved
from waiting import WAIT

from viewer.base import settings


@pytest.fixture
def listed(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    return window


def titled(qtbot, window, name):
    qtbot.waitUntil(lambda: window.windowTitle() == name, timeout=WAIT)


def names(window):
    return [Path(path).name for path in window.opening.files]


@pytest.mark.action("loop")
def test_the_ends_of_the_folder_meet_if_the_settings_say_so(listed, qtbot):
    listed.opening.go_to_end(-1)
    titled(qtbot, listed, "a10.png")
    listed.opening.go(1)
    assert "last of 3" in listed.notices.text and listed.opening.wanted.name == "a10.png"
    listed.actions_by_id["loop"].trigger()
    assert settings.read().loop and listed.actions_by_id["loop"].isChecked()
    listed.opening.go(1)
    titled(qtbot, listed, "a1.png")
    listed.opening.go(-1)
    titled(qtbot, listed, "a10.png")


@pytest.mark.action("subfolders")
def test_pictures_of_subfolders_join_the_list(listed, qtbot, photo):
    (photo.parent / "more").mkdir()
    saved(photo.parent / "more" / "b.png", drawn(40, 30))
    listed.actions_by_id["subfolders"].trigger()
    qtbot.waitUntil(lambda: names(listed) == ["a1.png", "a2.png", "a10.png", "b.png"], timeout=WAIT)
    listed.opening.go_to_end(-1)
    titled(qtbot, listed, "b.png")
    qtbot.waitUntil(lambda: listed.status.position.text() == "4 of 4", timeout=WAIT)
    listed.actions_by_id["subfolders"].trigger()
    qtbot.waitUntil(lambda: names(listed) == ["a1.png", "a2.png", "a10.png"], timeout=WAIT)


@pytest.mark.action("sort-random", "sort-created")
def test_a_random_order_stays_as_it_is_while_the_folder_changes(listed, qtbot, photo):
    for number in range(20):
        (photo.parent / f"z{number}.png").write_bytes(b"")
    listed.actions_by_id["sort-random"].trigger()
    qtbot.waitUntil(lambda: len(names(listed)) == 23, timeout=WAIT)
    before = names(listed)
    assert listed.actions_by_id["sort-random"].isChecked() and before != sorted(before)
    (photo.parent / "z7.png").unlink()
    before.remove("z7.png")
    listed.opening._index.read_again()
    qtbot.waitUntil(lambda: names(listed) == before, timeout=WAIT)
    listed.actions_by_id["sort-created"].trigger()
    qtbot.waitUntil(lambda: settings.read().sort == "created" and names(listed) != before, timeout=WAIT)


def test_the_title_says_what_the_settings_want(listed, photo):
    settings.change(title="position")
    assert listed.windowTitle() == "a2.png — 2 of 3"
    settings.change(title="path")
    assert listed.windowTitle() == str(photo)
    settings.change(title="name")
    assert listed.windowTitle() == "a2.png"


def test_the_text_over_the_picture_follows_the_zoom(listed, qtbot):
    settings.change(information=True)
    label = listed.caption.label
    assert label.isVisible() and "160 × 100 px" in label.text() and "100 %" in label.text()
    listed.canvas.zoom_to(3.0)
    qtbot.waitUntil(lambda: "×3.00" in label.text())
    settings.change(information=False)
    assert not label.isVisible()
