"""The list follows its order and the disk; a picture that is overwritten is loaded again, one that is gone stays."""

import os
from pathlib import Path

import pytest
from pictures import drawn, saved
from PySide6.QtWidgets import QFileDialog
from waiting import WAIT, opened, settle

from viewer.base import settings
from viewer.files import watch
from viewer.files.folder_index import FolderIndex


@pytest.fixture(autouse=True)
def quick_looks(monkeypatch):
    monkeypatch.setattr(watch, "INTERVAL", 0.05)


@pytest.fixture
def listed(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    return window


def positioned(qtbot, window, text):
    qtbot.waitUntil(lambda: window.status.position.text() == text, timeout=WAIT)


@pytest.mark.action("sort-name", "sort-date", "sort-size", "sort-type", "sort-reversed")
def test_the_order_is_chosen_remembered_and_followed(listed, qtbot, photo, make_window):
    for name, date in (("a10.png", 10), ("a1.png", 20), ("a2.png", 30)):
        os.utime(photo.with_name(name), (date, date))

    def order():
        return [Path(path).name for path in listed.opening._index.files]

    def choose(id, expected):
        listed.actions_by_id[id].trigger()
        qtbot.waitUntil(lambda: order() == expected, timeout=WAIT)
        assert listed.actions_by_id[id].isChecked()

    choose("sort-date", ["a10.png", "a1.png", "a2.png"])
    positioned(qtbot, listed, "3 of 3")
    choose("sort-reversed", ["a2.png", "a1.png", "a10.png"])
    choose("sort-size", ["a2.png", "a1.png", "a10.png"])
    listed.actions_by_id["sort-reversed"].trigger()
    choose("sort-type", ["a1.png", "a2.png", "a10.png"])
    choose("sort-name", ["a1.png", "a2.png", "a10.png"])
    settings.change(sort="date")
    window = make_window(photo.parent)
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png", timeout=WAIT)
    assert window.actions_by_id["sort-date"].isChecked() and listed.actions_by_id["sort-date"].isChecked()


def test_files_that_come_and_go_are_in_the_list(listed, qtbot, photo):
    saved(photo.with_name("a3.png"), drawn(50, 40))
    positioned(qtbot, listed, "2 of 4")
    photo.with_name("a1.png").unlink()
    positioned(qtbot, listed, "1 of 3")
    assert len(opened(listed)) == 1, "the shown picture is not loaded again"


def test_a_picture_that_is_overwritten_is_loaded_again_with_its_view(listed, qtbot, photo):
    listed.canvas.zoom_to(4.0)
    settle(qtbot, listed)
    left = listed.canvas.view.left
    other = saved(photo.with_name("other.tmp.png"), drawn(160, 100)[::-1])
    other.replace(photo)
    qtbot.waitUntil(lambda: len(opened(listed)) == 2, timeout=WAIT)
    assert (opened(listed)[1].preview != opened(listed)[0].preview).any()
    assert listed.canvas.view.scale == 4.0 and listed.canvas.view.left == left


def test_a_picture_that_is_gone_stays_on_the_screen_and_has_neighbours(listed, qtbot, photo):
    photo.unlink()
    qtbot.waitUntil(lambda: "deleted or moved" in listed.notices.text, timeout=WAIT)
    assert listed.windowTitle() == "a2.png" and len(opened(listed)) == 1
    qtbot.waitUntil(lambda: len(listed.opening._index.files) == 2, timeout=WAIT)
    listed.notices.button.click()
    qtbot.waitUntil(lambda: listed.windowTitle() == "a10.png", timeout=WAIT)
    listed.opening.go(-1)
    qtbot.waitUntil(lambda: listed.windowTitle() == "a1.png", timeout=WAIT)


def test_a_picture_that_comes_back_is_loaded_again(listed, qtbot, photo):
    moved = photo.rename(photo.with_name("away.txt"))
    qtbot.waitUntil(lambda: "deleted or moved" in listed.notices.text, timeout=WAIT)
    moved.rename(photo)
    qtbot.waitUntil(lambda: len(opened(listed)) == 2, timeout=WAIT)
    positioned(qtbot, listed, "2 of 3")


def test_a_file_that_left_the_list_keeps_its_place(tmp_path, qtbot):
    for name in "abcdef":
        (tmp_path / f"{name}.png").touch()
    index = FolderIndex()

    def read():
        with qtbot.waitSignal(index.listed):
            index.read((tmp_path,))

    read()
    index.keep(tmp_path / "d.png")
    for name in "dbe":
        (tmp_path / f"{name}.png").unlink()
        read()
    neighbours = [index.neighbour(tmp_path / "d.png", step) for step in (-2, -1, 1, 2)]
    assert [each and each.name for each in neighbours] == ["a.png", "c.png", "f.png", None]
    (tmp_path / "d.png").touch()
    read()
    assert index.position(tmp_path / "d.png") == 2


@pytest.mark.action("open-folder")
def test_a_folder_is_opened_by_a_dialog(make_window, qtbot, photo, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(photo.parent))
    window = make_window()
    window.actions_by_id["open-folder"].trigger()
    qtbot.waitUntil(lambda: window.windowTitle() == "a1.png", timeout=WAIT)
    positioned(qtbot, window, "1 of 3")
