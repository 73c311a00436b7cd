"""The commands on the open file, in a window: trash and undo, rename, copy and move, properties, other programs."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from waiting import WAIT, opened, settle

from engine import bookmarks
from engine.images import demo_photo
from viewer.base import desktop, settings, state
from viewer.commands.table import COPY_TO, MOVE_TO, OPEN_WITH
from viewer.files import recent
from viewer.filing import folders, programs
from viewer.filing.delete_question import DeleteQuestion
from viewer.filing.properties import Properties
from viewer.filing.rename_dialog import RenameDialog
from viewer.filing.trash_question import TrashQuestion


@pytest.fixture(autouse=True)
def own_trash(tmp_path_factory, monkeypatch):
    """Gives each test a trash of its own."""
    folder = tmp_path_factory.mktemp("xdg")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder / "Trash" / "files"


@pytest.fixture
def listed(window, qtbot):
    """The window, whose folder is listed: it shows a2.png of a1, a2, a10."""
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    return window


def trigger(window, id):
    window.actions_by_id[id].trigger()


def titled(qtbot, window, name):
    qtbot.waitUntil(lambda: window.windowTitle() == name, timeout=WAIT)


def dialog(window, kind):
    return next(each for each in window.findChildren(kind) if each.isVisible())


@pytest.mark.action("trash", "undo")
def test_delete_asks_moves_to_the_trash_shows_the_next_and_is_undone(listed, qtbot, photo, own_trash):
    qtbot.keyClick(listed.canvas, Qt.Key.Key_Delete)
    question = dialog(listed, TrashQuestion)
    assert "a2.png" in question.text() and photo.exists()
    question.agree.click()
    titled(qtbot, listed, "a10.png")
    assert not photo.exists() and (own_trash / "a2.png").exists()
    qtbot.waitUntil(lambda: listed.status.position.text() == "2 of 2", timeout=WAIT)
    assert "a2.png" in listed.notices.text and listed.notices.button.text() == "Undo"
    assert photo not in recent.files()
    listed.activateWindow()
    qtbot.waitUntil(listed.isActiveWindow)
    qtbot.keyClick(listed.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    titled(qtbot, listed, "a2.png")
    qtbot.waitUntil(lambda: listed.status.position.text() == "2 of 3", timeout=WAIT)
    assert photo.exists() and not (own_trash / "a2.png").exists()


def test_who_wants_no_question_is_not_asked_again(listed, qtbot, photo):
    trigger(listed, "trash")
    question = dialog(listed, TrashQuestion)
    question.again.setChecked(True)
    question.reject()
    assert settings.read().confirm_trash, "the question was not answered"
    trigger(listed, "trash")
    question = dialog(listed, TrashQuestion)
    question.again.setChecked(True)
    question.agree.click()
    assert not settings.read().confirm_trash
    titled(qtbot, listed, "a10.png")
    trigger(listed, "trash")
    titled(qtbot, listed, "a1.png")
    trigger(listed, "trash")
    qtbot.waitUntil(lambda: "“a1.png”" in listed.notices.text, timeout=WAIT)
    assert sorted(path.name for path in photo.parent.glob("*.png")) == []
    for name in ("a1.png", "a10.png", "a2.png"):
        trigger(listed, "undo")
        qtbot.waitUntil(photo.with_name(name).exists, timeout=WAIT)
        titled(qtbot, listed, name)


def test_undone_at_once_all_are_back_in_order(listed, qtbot, photo):
    settings.change(confirm_trash=False)
    trigger(listed, "trash")
    titled(qtbot, listed, "a10.png")
    trigger(listed, "trash")
    for _ in range(2):  # the second file is not in the trash yet
        trigger(listed, "undo")
    qtbot.waitUntil(lambda: photo.exists() and photo.with_name("a10.png").exists(), timeout=WAIT)
    titled(qtbot, listed, "a2.png")
    qtbot.waitUntil(lambda: listed.status.position.text() == "2 of 3", timeout=WAIT)


def test_a_file_of_a_list_of_files_returns_to_it(make_window, qtbot, photo):
    settings.change(confirm_trash=False)
    window = make_window(photo, photo.with_name("a10.png"))
    titled(qtbot, window, "a2.png")
    trigger(window, "trash")
    titled(qtbot, window, "a10.png")
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 1", timeout=WAIT)
    trigger(window, "undo")
    titled(qtbot, window, "a2.png")
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 2", timeout=WAIT)


@pytest.mark.action("delete")
def test_a_file_is_deleted_for_ever_only_after_a_question(listed, qtbot, photo, own_trash):
    settings.change(confirm_trash=False)
    trigger(listed, "delete")
    question = dialog(listed, DeleteQuestion)
    assert "a2.png" in question.text() and question.defaultButton() is not question.agree
    question.reject()
    assert photo.exists()
    trigger(listed, "delete")
    dialog(listed, DeleteQuestion).agree.click()
    titled(qtbot, listed, "a10.png")
    assert not photo.exists() and not (own_trash / "a2.png").exists()
    assert "a2.png" in listed.notices.text and listed.notices.button.isHidden()
    trigger(listed, "undo")
    assert "nothing to undo" in listed.notices.text


@pytest.mark.action("open-with-last")
def test_the_program_that_was_used_last_is_used_again(listed, qtbot, photo, tmp_path, monkeypatch):
    out, script = tmp_path / "out.txt", tmp_path / "program"
    script.write_text(f'#!/bin/sh\nprintf "%s;" "$1" >> "{out}"\n')
    script.chmod(0o755)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(script), ""))
    trigger(listed, "open-with-last")
    qtbot.waitUntil(lambda: out.exists() and out.read_text() == f"{photo};", timeout=WAIT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: pytest.fail("it is known by now"))
    trigger(listed, "open-with-last")
    qtbot.waitUntil(lambda: out.read_text() == f"{photo};{photo};", timeout=WAIT)
    listed.filing.menus[OPEN_WITH].fill()
    assert "program" in [action.text() for action in listed.filing.menus[OPEN_WITH].actions()]


@pytest.mark.parametrize("stored", [["word"], [["name"]], [["name", 3]], {"name": "x"}, [["", "x"]]])
def test_damaged_programs_in_the_state_are_no_programs(stored):
    state.store(programs.STATE_KEY, stored)
    assert programs.remembered() == []


def test_bookmarks_follow_a_file_that_is_renamed_moved_and_moved_back(listed, qtbot, photo, tmp_path):
    trigger(listed, "bookmark")

    def file():
        return bookmarks.load()[0].file

    assert file() == str(photo)
    trigger(listed, "rename")
    asked = dialog(listed, RenameDialog)
    asked.field.setText("b.png")
    asked.agree.click()
    titled(qtbot, listed, "b.png")
    assert file() == str(photo.with_name("b.png"))
    (tmp_path / "other").mkdir()
    listed.filing._move(tmp_path / "other")
    titled(qtbot, listed, "a10.png")
    assert file() == str(tmp_path / "other" / "b.png")
    trigger(listed, "undo")
    titled(qtbot, listed, "b.png")
    assert file() == str(photo.with_name("b.png"))


def test_the_photograph_of_unpixel_stays(make_window, qtbot):
    window = make_window("demo")
    settle(qtbot, window)
    for id in ("trash", "rename"):
        trigger(window, id)
        assert "no file" in window.notices.text
    window.opening.open_photo()
    titled(qtbot, window, demo_photo.PATH.name)
    for id in ("trash", "rename"):
        window.notices.hide()
        trigger(window, id)
        assert "belongs to Unpixel" in window.notices.text
    assert demo_photo.PATH.exists()


def test_a_file_that_is_gone_gives_a_message_and_stays_on_the_screen(listed, qtbot, photo):
    settings.change(confirm_trash=False)
    photo.unlink()
    trigger(listed, "trash")
    qtbot.waitUntil(lambda: "not there any more" in listed.notices.text, timeout=WAIT)
    assert listed.windowTitle() == "a2.png"


@pytest.mark.action("rename")
def test_a_renamed_file_keeps_its_view_and_is_renamed_back(listed, qtbot, photo):
    listed.canvas.zoom_to(6.0)
    settle(qtbot, listed)
    view = listed.canvas.view
    qtbot.keyClick(listed.canvas, Qt.Key.Key_F2)
    asked = dialog(listed, RenameDialog)
    assert asked.field.selectedText() == "a2" and not asked.agree.isEnabled()
    asked.field.setText("b/c.png")
    assert not asked.agree.isEnabled()
    asked.field.setText("a5.png")
    asked.agree.click()
    titled(qtbot, listed, "a5.png")
    assert photo.with_name("a5.png").exists() and not photo.exists()
    assert listed.canvas.view.scale == view.scale and listed.canvas.view.left == view.left
    qtbot.waitUntil(lambda: listed.status.position.text() == "2 of 3", timeout=WAIT)
    assert photo not in recent.files() and photo.with_name("a5.png") in recent.files()
    trigger(listed, "undo")
    titled(qtbot, listed, "a2.png")
    assert photo.exists() and len(opened(listed)) == 3


def test_the_name_of_another_file_is_refused(listed, qtbot, photo):
    trigger(listed, "rename")
    asked = dialog(listed, RenameDialog)
    asked.field.setText("a1.png")
    asked.agree.click()
    qtbot.waitUntil(lambda: "another file" in listed.notices.text, timeout=WAIT)
    assert listed.windowTitle() == "a2.png" and photo.exists()


@pytest.mark.action("copy-to", "move-to")
def test_files_are_copied_and_moved_and_the_folder_is_remembered(listed, qtbot, photo, tmp_path, monkeypatch):
    target = tmp_path / "target & more"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    trigger(listed, "copy-to")
    qtbot.waitUntil(lambda: "Copied to" in listed.notices.text, timeout=WAIT)
    assert (target / "a2.png").read_bytes() == photo.read_bytes()
    assert folders.remembered() == [target] and listed.windowTitle() == "a2.png"
    menus = listed.filing.menus
    for title in (COPY_TO, MOVE_TO):
        menus[title].fill()
        assert menus[title].actions()[0].text() == "target && more"
    menus[MOVE_TO].actions()[0].trigger()
    titled(qtbot, listed, "a10.png")
    assert not photo.exists() and (target / "a2 (2).png").exists()
    trigger(listed, "undo")
    titled(qtbot, listed, "a2.png")
    assert photo.exists()
    trigger(listed, "move-to")
    titled(qtbot, listed, "a10.png")
    assert not photo.exists()


@pytest.mark.action("properties")
def test_properties_are_those_of_the_file(listed, qtbot, photo):
    trigger(listed, "properties")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in listed.findChildren(Properties)), timeout=WAIT)
    texts = [label.text() for label in dialog(listed, Properties).findChildren(QLabel)]
    values = dict(zip(texts[::2], texts[1::2], strict=True))
    assert values["Name"] == "a2.png" and values["Folder"] == str(photo.parent)
    assert f"{photo.stat().st_size:,} bytes" in values["Size"]
    assert values["Pixels"].startswith("160 × 100 px") and values["Format"] == "PNG"
    assert values["Bits per sample"] == "8" and values["Colour profile"] == "sRGB" and values["Changed"]


@pytest.mark.action("copy-path", "show-folder")
def test_the_path_is_copied_and_shown_in_its_folder(listed, photo, monkeypatch):
    trigger(listed, "copy-path")
    assert QGuiApplication.clipboard().text() == str(photo)
    shown = []
    monkeypatch.setattr(desktop, "show_in_folder", lambda path, _parent: shown.append(path))
    trigger(listed, "show-folder")
    assert shown == [photo]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system has no desktop entries")
@pytest.mark.action("open-with-other")
def test_the_menu_lists_the_programs_of_the_kind_and_opens_one(
    listed, qtbot, photo, own_trash, tmp_path, monkeypatch
):
    entries = own_trash.parent.parent / "applications"
    entries.mkdir(parents=True)
    out = tmp_path / "out.txt"
    (entries / "p.desktop").write_text(
        f"[Desktop Entry]\nName=Painter\nMimeType=image/png;\nExec=cp %f {out}\n", encoding="utf-8"
    )
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "none"))
    menu = listed.filing.menus[OPEN_WITH]
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "Painter", timeout=WAIT)
    menu.actions()[0].trigger()
    qtbot.waitUntil(out.exists, timeout=WAIT)
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{out}.2"\n')
    program.chmod(0o755)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(program), ""))
    trigger(listed, "open-with-other")
    second = tmp_path / "out.txt.2"
    qtbot.waitUntil(lambda: second.exists() and second.read_text() == str(photo), timeout=WAIT)


def test_delete_belongs_to_a_list_that_has_the_focus(listed, qtbot):
    trigger(listed, "bookmark")
    trigger(listed, "bookmarks")
    rows = listed.bookmarks._panel._list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert rows.count() == 0
    assert not any(each.isVisible() for each in listed.findChildren(TrashQuestion))


def test_undo_takes_back_a_copy_before_what_was_done_before_it(
    listed, qtbot, photo, tmp_path, monkeypatch, own_trash
):
    target = tmp_path / "target"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_options: str(target))
    trigger(listed, "rename")
    chosen = dialog(listed, RenameDialog)
    chosen.field.setText("b.png")
    chosen.agree.click()
    titled(qtbot, listed, "b.png")
    trigger(listed, "copy-to")
    qtbot.waitUntil(lambda: "Copied to" in listed.notices.text, timeout=WAIT)
    trigger(listed, "undo")
    qtbot.waitUntil(lambda: "copy “b.png” is in the trash" in listed.notices.text, timeout=WAIT)
    assert (
        not (target / "b.png").exists() and (own_trash / "b.png").exists() and listed.windowTitle() == "b.png"
    )
    trigger(listed, "undo")
    titled(qtbot, listed, "a2.png")


@pytest.mark.parametrize(("name", "told"), [("b.png", False), ("b.PNG", False), ("b", True), ("b.jpg", True)])
def test_a_name_without_its_ending_is_told(listed, name, told):
    trigger(listed, "rename")
    chosen = dialog(listed, RenameDialog)
    chosen.field.setText(name)
    assert (".png" in chosen.ending.text()) == told and chosen.agree.isEnabled()
