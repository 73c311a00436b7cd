"""Filmstrip, overview and recent pictures in a window; and a list of very many files, of which few are made."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from waiting import WAIT, settle

from engine.images import thumbnails
from viewer.base import settings, state
from viewer.files import recent
from viewer.thumbnails.filmstrip import THUMBNAIL
from viewer.thumbnails.list_view import ThumbnailList
from viewer.thumbnails.loader import Loader


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def listed(window, qtbot):
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3", timeout=WAIT)
    return window


def titled(qtbot, window, name):
    qtbot.waitUntil(lambda: window.windowTitle() == name, timeout=WAIT)


def name(path):
    return path and Path(path).name


def all_loaded(view):
    images = [view.loader.image(path) for path in view.files.paths]
    return bool(images) and all(image is not None and not image.isNull() for image in images)


@pytest.mark.parametrize("width", [200, 900])
def test_the_filmstrip_has_room_for_names_with_and_without_a_scroll_bar(listed, qtbot, width):
    listed.resize(width, 480)
    listed.actions_by_id["filmstrip"].trigger()
    strip = listed.thumbnails.filmstrip.list
    qtbot.waitUntil(lambda: bool(strip.files.paths), timeout=WAIT)
    assert (
        strip.viewport().height() >= strip.cell.height() > THUMBNAIL.height() + strip.fontMetrics().height()
    )


@pytest.mark.action("filmstrip")
def test_the_filmstrip_shows_the_folder_and_opens_its_pictures(listed, qtbot):
    listed.actions_by_id["filmstrip"].trigger()
    strip = listed.thumbnails.filmstrip.list
    assert listed.actions_by_id["filmstrip"].isChecked() and strip.isVisible()
    assert [name(path) for path in strip.files.paths] == ["a1.png", "a2.png", "a10.png"]
    assert name(strip.current) == "a2.png"
    qtbot.waitUntil(lambda: all_loaded(strip), timeout=WAIT)
    place = strip.visualRect(strip.files.index(0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    titled(qtbot, listed, "a1.png")
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    titled(qtbot, listed, "a2.png")
    listed.opening.go(1)
    titled(qtbot, listed, "a10.png")
    qtbot.waitUntil(lambda: name(strip.current) == "a10.png")
    listed.actions_by_id["filmstrip"].trigger()
    assert not strip.isVisible() and not listed.actions_by_id["filmstrip"].isChecked()


@pytest.mark.action("overview")
def test_the_overview_opens_by_keys_and_esc_returns(listed, qtbot):
    listed.actions_by_id["overview"].trigger()
    overview = listed.thumbnails.overview
    assert overview.isVisible() and overview.hasFocus() and not listed.canvas.isVisible()
    assert name(overview.current) == "a2.png"
    assert not listed.actions_by_id["rotate-right"].isEnabled(), "the picture is not visible"
    qtbot.waitUntil(lambda: all_loaded(overview), timeout=WAIT)
    listed.activateWindow()
    qtbot.waitUntil(listed.isActiveWindow)
    qtbot.keyClick(overview, Qt.Key.Key_Left)
    assert name(overview.current) == "a1.png" and listed.windowTitle() == "a2.png"
    qtbot.keyClick(overview, Qt.Key.Key_Escape)
    assert listed.canvas.isVisible() and listed.canvas.hasFocus() and listed.windowTitle() == "a2.png"
    assert listed.actions_by_id["rotate-right"].isEnabled()
    listed.actions_by_id["overview"].trigger()
    qtbot.keyClick(overview, Qt.Key.Key_End)
    qtbot.keyClick(overview, Qt.Key.Key_Return)
    titled(qtbot, listed, "a10.png")
    assert listed.canvas.isVisible()
    qtbot.waitUntil(lambda: listed.status.position.text() == "3 of 3", timeout=WAIT)


def test_delete_in_the_overview_moves_the_chosen_picture_to_the_trash(
    listed, qtbot, photo, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    settings.change(confirm_trash=False)
    listed.actions_by_id["overview"].trigger()
    overview = listed.thumbnails.overview
    qtbot.keyClick(overview, Qt.Key.Key_Left)
    qtbot.keyClick(overview, Qt.Key.Key_Delete)
    files = overview.files
    qtbot.waitUntil(lambda: [name(path) for path in files.paths] == ["a2.png", "a10.png"], timeout=WAIT)
    assert not photo.with_name("a1.png").exists() and photo.exists()
    assert name(overview.current) == "a2.png" and overview.isVisible()
    assert listed.windowTitle() == "a2.png", "another picture than the shown one has left"
    qtbot.keyClick(overview, Qt.Key.Key_Delete)
    titled(qtbot, listed, "a10.png")
    qtbot.waitUntil(lambda: [name(path) for path in files.paths] == ["a10.png"], timeout=WAIT)
    assert overview.isVisible() and name(overview.current) == "a10.png" and not photo.exists()
    listed.actions_by_id["undo"].trigger()
    titled(qtbot, listed, "a2.png")


def test_pictures_are_found_by_name(listed, qtbot):
    listed.actions_by_id["find"].trigger()
    overview, field = listed.thumbnails.overview, listed.focusWidget()
    qtbot.keyClicks(field, "A1")
    assert [name(path) for path in overview.files.paths] == ["a1.png", "a10.png"]
    qtbot.keyClicks(field, "0")
    assert [name(path) for path in overview.files.paths] == ["a10.png"]
    qtbot.keyClicks(field, "?")
    assert list(overview.files.paths) == [] and overview.current is None
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    titled(qtbot, listed, "a10.png")
    assert listed.canvas.isVisible()
    listed.actions_by_id["overview"].trigger()
    assert len(overview.files.paths) == 3 and not field.text()


def test_the_size_of_the_thumbnails_is_changed_and_remembered(listed, qtbot):
    listed.actions_by_id["overview"].trigger()
    overview = listed.thumbnails.overview
    before = overview.cell
    qtbot.keyClick(overview, Qt.Key.Key_Plus)
    assert overview.cell.width() > before.width() and settings.read().thumbnail_width > 160
    qtbot.waitUntil(lambda: all_loaded(overview), timeout=WAIT)
    for _ in range(20):
        qtbot.keyClick(overview, Qt.Key.Key_Minus)
    assert settings.read().thumbnail_width == settings.LIMITS["thumbnail_width"][0]
    assert overview.cell.width() < before.width() and overview.isVisible()


def test_without_a_picture_the_overview_says_so(make_window):
    window = make_window()
    window.actions_by_id["overview"].trigger()
    assert "first" in window.notices.text and window.welcome.isVisible()


def test_the_thumbnail_of_an_overwritten_picture_is_made_again(listed, qtbot, photo):
    listed.actions_by_id["filmstrip"].trigger()
    strip = listed.thumbnails.filmstrip.list
    qtbot.waitUntil(lambda: all_loaded(strip), timeout=WAIT)
    before = strip.loader.image(str(photo))
    listed.opening.overwritten.emit(photo)
    assert strip.loader.image(str(photo)) is None
    strip._request_soon()
    qtbot.waitUntil(lambda: strip.loader.image(str(photo)) is not None, timeout=WAIT)
    assert strip.loader.image(str(photo)) == before


def test_the_start_page_shows_recent_pictures_and_opens_one(make_window, qtbot, photo, tmp_path):
    state.store(recent.STATE_KEY, [str(tmp_path / "gone.png"), str(photo)])
    window = make_window()
    window.resize(900, 700)
    row = window.welcome.findChild(ThumbnailList)
    assert row.isVisible() and [name(path) for path in row.files.paths] == ["gone.png", "a2.png"]
    qtbot.waitUntil(lambda: row.loader.image(str(photo)) is not None, timeout=WAIT)
    assert row.loader.image(str(tmp_path / "gone.png")).isNull()
    place = row.visualRect(row.files.index(1)).center()
    qtbot.mouseClick(row.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)
    assert window.windowTitle() == "a2.png"


def test_a_small_start_page_leaves_the_recent_pictures_out(make_window, photo):
    state.store(recent.STATE_KEY, [str(photo)])
    window = make_window()
    window.resize(400, 300)
    assert not window.welcome.findChild(ThumbnailList).isVisible()


@pytest.mark.parametrize("rows", [False, True], ids=["strip", "grid"])
def test_of_very_many_files_only_the_visible_are_requested(qtbot, monkeypatch, rows):
    requested = []
    view = ThumbnailList(QSize(100, 70), named=rows, rows=rows, at_once=False)
    qtbot.addWidget(view)
    monkeypatch.setattr(view.loader, "want", requested.append)
    files = [f"/none/{number}.png" for number in range(100_000)]
    view.resize(600, 400 if rows else 90)
    view.show()
    view.show_files(files, files[50_000])
    qtbot.waitUntil(lambda: bool(requested) and files[50_000] in requested[-1])
    assert len(requested[-1]) < 60
    visible = {
        view.files.paths[view.indexAt(QPoint(x, y)).row()]
        for x in range(2, view.viewport().width(), 40)
        for y in range(2, view.viewport().height(), 40)
        if view.indexAt(QPoint(x, y)).isValid()
    }
    assert visible <= set(requested[-1])
    view.show_files(files, files[-1])
    qtbot.waitUntil(lambda: requested[-1][-1] == files[-1])


@pytest.mark.parametrize("width", [386, 600, 1100])
def test_the_columns_of_a_grid_share_its_width(qtbot, width):
    view = ThumbnailList(QSize(160, 120), named=True, rows=True, at_once=False)
    qtbot.addWidget(view)
    view.resize(1000, 300)
    view.show()
    view.show_files([f"/none/{number}.png" for number in range(30)], None)
    view.resize(width, 300)
    columns = (view.viewport().width() - 1) // view.cell.width()
    qtbot.waitUntil(lambda: view.visualRect(view.files.index(columns)).left() == 0)
    last = view.visualRect(view.files.index(columns - 1))
    assert last.top() == 0 and last.right() > view.viewport().width() - view.cell.width()
    view.close_loader()


def test_what_is_scrolled_away_is_cancelled(qtbot, monkeypatch):
    begun, go_on, cancelled = threading.Event(), threading.Event(), []

    def load(path, _side, check):
        begun.set()
        go_on.wait(WAIT / 1000)
        try:
            check()
        except BaseException:
            cancelled.append(path.name)
            raise
        return thumbnails.np.zeros((4, 5, 3), "uint8")

    monkeypatch.setattr(thumbnails, "load", load)
    loader = Loader(QSize(100, 70))
    loader.want(["/a", "/b"])
    begun.wait(WAIT / 1000)
    with qtbot.waitSignal(loader.loaded) as came:
        loader.want(["/c"])
        go_on.set()
    assert came.args == ["/c"] and cancelled == ["a"]
    assert loader.image("/c").size() == QSize(5, 4) and isinstance(loader.image("/c"), QImage)
    assert loader.image("/a") is None and loader.image("/b") is None
    loader.close()
