"""The film dialog: views from the canvas and from bookmarks, preview, and the film that it exports."""

import json
from fractions import Fraction
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtCore import Qt
from waiting import WAIT, settle

from engine import bookmarks
from engine.film import formats, path_file
from engine.geometry.viewport import centred_on
from viewer.export.film_dialog import FilmDialog
from viewer.export.queued import Phase

NAMES = [kind.name for kind in formats.FORMATS]
PNG_FILES = NAMES.index(formats.PNG_FILES.name)


@pytest.fixture
def dialog(window, qtbot):
    window.actions_by_id["export-film"].trigger()
    found = window.findChild(FilmDialog)
    assert found.isVisible() and not found.isModal()
    yield found
    window.exporting.queue.cancel_all()
    qtbot.waitUntil(lambda: not window.exporting.running)


def look(qtbot, window, x, y, scale):
    window.canvas.navigation.jump_to(Fraction(x), Fraction(y), scale)
    settle(qtbot, window)


def click(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.action("export-film")
def test_a_film_of_two_views_is_exported(dialog, window, qtbot, tmp_path, photo):
    assert len(dialog.keys) == 1 and not dialog.export.isEnabled()
    look(qtbot, window, 40, 30, 8.0)
    click(qtbot, dialog.add_view)
    assert [key.scale for key in dialog.keys] == [dialog.keys[0].scale, 8.0]
    dialog.fields.format.setCurrentIndex(PNG_FILES)
    dialog.fields.wide.setValue(64)
    dialog.fields.high.setValue(48)
    dialog.fields.speed.setValue(20)
    dialog.fields.rest.setValue(0)
    assert "64 × 48 px" in dialog.summary.text() or "64" in dialog.summary.text()
    count = dialog.film().zoom_path().frame_count(30)
    dialog.save_as(tmp_path / "frames")
    assert not dialog.isVisible()
    (export,) = window.exporting.queue.exports
    qtbot.waitUntil(lambda: not export.unfinished, timeout=5 * WAIT)  # a process of low priority
    assert export.phase is Phase.FINISHED, export.message
    files = sorted((tmp_path / "frames").iterdir())
    assert len(files) == count
    with PIL.Image.open(files[-1]) as last:
        assert last.size == (64, 48)


def test_views_are_moved_removed_and_taken_from_bookmarks(dialog, window, qtbot, photo):
    here = bookmarks.from_view(
        "here", str(photo), "bicubic", centred_on(Fraction(9), Fraction(9), 4.0, 64, 48), 0
    )
    other = bookmarks.from_view("other", str(photo) + "x", "bicubic", here.view, 0)
    bookmarks.save([here, other])
    click(qtbot, dialog.add_bookmarks)
    assert [key.name for key in dialog.keys][1:] == ["here"]
    dialog.views.setCurrentRow(1)
    click(qtbot, dialog.up)
    assert dialog.keys[0].name == "here" and not dialog.up.isEnabled()
    click(qtbot, dialog.remove)
    assert [key.name == "here" for key in dialog.keys] == [False]
    assert not dialog.add(other) and "another" in dialog.summary.text()


def test_zooming_is_recorded_where_it_rests(dialog, window, qtbot):
    dialog.record.setChecked(True)
    look(qtbot, window, 50, 40, 4.0)
    qtbot.waitUntil(lambda: len(dialog.keys) == 2)
    look(qtbot, window, 20, 40, 16.0)
    qtbot.waitUntil(lambda: len(dialog.keys) == 3)
    dialog.record.setChecked(False)
    assert [key.scale for key in dialog.keys[1:]] == [4.0, 16.0]


def test_the_preview_plays_the_path_on_the_canvas(dialog, window, qtbot):
    look(qtbot, window, 40, 30, 8.0)
    click(qtbot, dialog.add_view)
    dialog.fields.speed.setValue(20)
    dialog.fields.rest.setValue(0)
    scales = []
    window.canvas.view_changed.connect(lambda: scales.append(window.canvas.view.scale))
    with qtbot.waitSignal(dialog.player.ended):
        click(qtbot, dialog.preview)
    first, last = (key.scale for key in dialog.keys)
    assert scales[0] < 1.5 * first and scales[-1] == pytest.approx(last, rel=1e-6)
    assert scales == sorted(scales)
    assert len(dialog.keys) == 2


def test_the_path_is_saved_for_the_command_line(dialog, window, qtbot, tmp_path, monkeypatch):
    look(qtbot, window, 40, 30, 8.0)
    click(qtbot, dialog.add_view)
    monkeypatch.setattr("viewer.widgets.file_dialogs.save_file", lambda *_: tmp_path / "path.json")
    click(qtbot, dialog.path)
    qtbot.waitUntil((tmp_path / "path.json").exists)
    assert path_file.read(tmp_path / "path.json") == dialog.film()
    assert len(json.loads((tmp_path / "path.json").read_text())["keys"]) == 2


def test_videos_have_even_sides_and_need_their_package(dialog, window, qtbot, monkeypatch):
    look(qtbot, window, 40, 30, 8.0)
    click(qtbot, dialog.add_view)
    dialog.fields.wide.setValue(333)
    assert dialog.fields.size_px[0] == 334
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    dialog.fields.rate.setCurrentIndex(0)
    assert not dialog.export.isEnabled() and "unpixel[film]" in dialog.summary.text()
    dialog.fields.format.setCurrentIndex(PNG_FILES)
    assert dialog.export.isEnabled() and dialog.fields.size_px[0] == 333


def test_a_picture_without_a_file_makes_no_film(make_window, qtbot):
    window = make_window()
    dialog = FilmDialog(window, window.canvas, lambda: None, lambda *_: None)
    qtbot.addWidget(dialog)
    assert dialog.keys == [] and not dialog.export.isEnabled() and not dialog.preview.isEnabled()


def test_old_path_files_are_removed(dialog, window, qtbot, tmp_path):
    from viewer.export import film_dialog

    look(qtbot, window, 40, 30, 8.0)
    click(qtbot, dialog.add_view)
    stored = [film_dialog._stored(dialog.film()) for _ in range(film_dialog.KEPT_PATHS + 3)]
    assert sum(map(Path.exists, stored)) == film_dialog.KEPT_PATHS
