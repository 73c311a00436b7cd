"""Names that no text of Qt holds reach the disk as they are: by URLs, dialogs, fields, lists and processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import drawn, saved
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from waiting import WAIT, settle

from engine import bookmarks
from engine.base import paths
from engine.export.export_request import ExportRequest
from viewer.base import local_files
from viewer.base.command import Command
from viewer.export.dialog import ExportDialog
from viewer.files import recent, transfer
from viewer.training.run_request import RunRequest
from viewer.widgets.path_field import PathField

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")

LATIN = os.fsdecode(b"a_caf\xe9.png")
ODD = {
    "Latin-1": LATIN,
    "only bytes": os.fsdecode(b"\xff\xfe.png"),
    "newline": "a\nb.png",
    "right to left": "a\u202egnp.png",
    "percent": "100%25 #1?.png",
    "spaces": "  trail .png ",
    "dash": "-dash.png",
    "emoji": "\N{GRINNING FACE}.png",
    "decomposed": "e\u0301.png",
    "255 bytes": os.fsdecode(b"\xe9" * 251 + b".png"),
}
odd = pytest.mark.parametrize("name", ODD.values(), ids=ODD)


def put(path):
    saved(path.with_name("a.png"), drawn(120, 90)).rename(path)
    return path


def dragged(*files):
    """What a file manager gives: URLs with the bytes of the names."""
    data = QMimeData()
    data.setData("text/uri-list", b"\r\n".join(file.as_uri().encode() for file in files))
    return data


@given(st.binary(min_size=1).filter(lambda name: not set(name) & {0, 0x2F}))
def test_a_path_becomes_a_url_and_back(name):
    path = Path("/folder") / os.fsdecode(name)
    assert local_files.path_of(local_files.url_of(path)) == path
    assert local_files.path_of(QUrl(bytes(local_files.url_of(path).toEncoded().data()).decode())) == path


def test_a_url_of_no_local_file_has_no_path():
    assert local_files.path_of(QUrl("https://example.org/a.png")) is None


@odd
def test_a_dropped_a_pasted_and_a_recent_file_open(make_window, qtbot, tmp_path, name):
    path = put(tmp_path / name)
    window = make_window()
    assert window.opening.take(dragged(path), "pasted")
    settle(qtbot, window)
    assert window.opening.current == path and list(recent.files()) == [path]
    title = window.windowTitle()
    assert title.isprintable() or "\u200d" in title
    assert transfer.received(dragged(path), "pasted") == (path,)


def test_what_a_dialog_shows_of_a_name_is_found_on_the_disk(tmp_path, monkeypatch):
    folder = tmp_path / os.fsdecode(b"f\xfc\xfcr")
    folder.mkdir()
    path = put(folder / LATIN)
    shown = os.fsencode(path).decode(errors="replace")
    assert "\ufffd" in shown and local_files.on_disk(shown) == path
    assert local_files.on_disk(f"{shown}x") == folder / "a_caf\ufffd.pngx", (
        "a new file in a folder that is there"
    )
    real = put(tmp_path / "a\ufffd.png")
    assert local_files.on_disk(str(real)) == real


def test_a_dialog_begins_where_a_text_of_qt_can_lead(tmp_path):
    path = tmp_path / os.fsdecode(b"f\xfcr") / LATIN
    assert local_files.for_dialog(path) == str(tmp_path / "a_caf_.png")
    assert local_files.for_dialog(tmp_path / "a.png") == str(tmp_path / "a.png")


def test_an_export_is_saved_under_what_the_dialog_shows(make_window, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / os.fsdecode(b"out \xe9")
    folder.mkdir()
    path = put(tmp_path / LATIN)
    window = make_window(str(path))
    settle(qtbot, window)
    suggested = []

    def choose(_parent, _title, start, _kinds):
        suggested.append(start)
        return os.fsencode(folder / "new.png").decode(errors="replace"), "PNG"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.actions_by_id["export"].trigger()
    window.findChild(ExportDialog).accept()
    qtbot.waitUntil(lambda: "Saved new.png" in window.notices.text, timeout=WAIT)
    assert [each.name for each in folder.iterdir()] == ["new.png"]
    assert suggested[0].startswith(str(tmp_path / "a_caf_ "))


def test_an_export_to_a_name_that_is_no_text(make_window, qtbot, tmp_path):
    window = make_window(str(put(tmp_path / "a.png")))
    settle(qtbot, window)
    out = tmp_path / os.fsdecode(b"out_\xe9\n.png")
    window.exporting.start(ExportRequest(out, None, (60, 45)))
    qtbot.waitUntil(lambda: "Saved" in window.notices.text, timeout=WAIT)
    assert out.exists() and r"out_\xe9\n.png" in window.notices.text


def test_suggested_names_fit_the_disk():
    for stem in ("n" * 250, "é" * 125, os.fsdecode(b"\xe9" * 250), "\N{GRINNING FACE}" * 62, "short"):
        name = paths.name_of(stem, " 1920x1080.png")
        assert len(os.fsencode(name)) <= 255 and name.endswith(" 1920x1080.png")
        assert stem.startswith(name.removesuffix(" 1920x1080.png"))


@odd
def test_a_field_keeps_the_path_that_it_was_given(qtbot, tmp_path, name):
    path = tmp_path / name
    field = PathField("Images", "hint", lambda: path)
    qtbot.addWidget(field)
    field._open_dialog()
    assert field.path == str(path) and "\n" not in field.line.text()
    data = dragged(path)  # the event does not keep it
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(), Qt.DropAction.CopyAction, data, left, none)
    field.set_path("")
    assert field.path == ""
    field.line.dropEvent(event)
    assert field.path == str(path)
    field.line.setText("/typed")
    assert field.path == "/typed"


def test_a_process_gets_arguments_that_are_no_text(qtbot, tmp_path):
    folder = tmp_path / LATIN
    folder.mkdir()
    request = RunRequest(str(folder), "live", "", "auto", "", str(tmp_path))
    command = Command(request.check_arguments)
    with qtbot.waitSignal(command.finished, timeout=WAIT) as finished:
        pass
    status, out, _ = finished.args
    assert status == 1 and r"a_caf\\xe9.png: no image to train on" in out


def test_a_cancelled_command_tells_nothing(qtbot):
    command = Command(["doctor"])
    told, destroyed = [], []
    command.finished.connect(lambda *_: told.append(1))
    command.destroyed.connect(lambda: destroyed.append(1))
    command.cancel()
    del command
    qtbot.waitUntil(lambda: bool(destroyed), timeout=WAIT)
    assert told == []


@pytest.mark.parametrize("name", [LATIN, "a\nb '\"$`!.png", "é \x1b.png"])
def test_the_command_of_a_bookmark_names_the_file(tmp_path, name):
    view = bookmarks.Bookmark("b", str(tmp_path / name), "live", "1", "1", 1.0, 8, 8)
    text = bookmarks.render_command(view, "out.png").replace("python main.py", "printf '%s\\0'")
    found = subprocess.run(["bash", "-c", text], capture_output=True, check=True).stdout.split(b"\0")
    assert found[1] == os.fsencode(view.file) and text.isprintable()
