"""Pages of a file in the window: keys, the page box, what keeps the page, and damaged pages."""

import PIL.Image
import pytest
import tifffile
from pictures import drawn, saved
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from waiting import opened, settle

from engine import bookmarks
from viewer.app import restoring
from viewer.base import state
from viewer.files import recent

COUNT = 4
NEXT, PREVIOUS = Qt.Key.Key_Period, Qt.Key.Key_Comma


@pytest.fixture
def document(tmp_path):
    """A TIFF of four pages; the last has another size."""
    path = tmp_path / "document.tif"
    pages = [PIL.Image.fromarray(drawn(160, 100)).rotate(180 * page) for page in range(COUNT - 1)]
    pages[0].save(path, save_all=True, append_images=[*pages[1:], PIL.Image.new("RGB", (90, 40))])
    return path


@pytest.fixture
def paged(make_window, qtbot, document):
    """A window that shows the document."""
    window = make_window(document)
    settle(qtbot, window)
    return window


def shows(qtbot, window, page, count=COUNT, name="document.tif"):
    qtbot.waitUntil(lambda: window.windowTitle() == f"{name} ({page}/{count})")


def go(qtbot, window, page):
    window.status.page.setValue(page)
    shows(qtbot, window, page)
    settle(qtbot, window)


@pytest.mark.action("previous-page")
@pytest.mark.action("next-page")
def test_keys_go_through_the_pages_and_say_where_they_end(paged, qtbot):
    shows(qtbot, paged, 1)
    assert "first of 4 pages" in paged.notices.text
    for page in (2, 3, 4):
        qtbot.keyClick(paged.canvas, NEXT)
        shows(qtbot, paged, page)
        assert paged.status.page.text() == f"{page} of 4"
        assert paged.notices.isHidden()
    assert paged.status.picture_size.text() == "90 × 40 px"
    qtbot.keyClick(paged.canvas, NEXT)
    assert paged.notices.text == "This is the last of 4 pages."
    paged.notices.button.click()
    shows(qtbot, paged, 1)
    qtbot.keyClick(paged.canvas, PREVIOUS)
    assert paged.notices.text == "This is the first of 4 pages."
    paged.notices.button.click()
    shows(qtbot, paged, 4)
    qtbot.keyClick(paged.canvas, PREVIOUS)
    shows(qtbot, paged, 3)


def test_a_held_key_passes_pages_and_ends_where_it_was_released(paged, qtbot):
    for _ in range(3):
        qtbot.keyClick(paged.canvas, NEXT)  # faster than pages open
    assert paged.status.page.text() == "4 of 4"
    shows(qtbot, paged, 4)
    settle(qtbot, paged)
    assert [event.pages.page for event in opened(paged)] == [0, 1, 3]


def test_the_box_takes_a_number_and_gives_the_keys_back(paged, qtbot):
    box = paged.status.page
    assert box.isVisible() and box.accessibleName() == "Page"
    assert box.lineEdit().width() > box.fontMetrics().horizontalAdvance("4 of 4")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "3")  # elsewhere, 3 zooms
    assert paged.canvas.fitted
    qtbot.keyClick(box, Qt.Key.Key_Return)
    shows(qtbot, paged, 3)
    assert paged.canvas.hasFocus()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    shows(qtbot, paged, 2)
    box.selectAll()
    qtbot.keyClicks(box, "9")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert len(opened(paged)) == 3 and paged.status.page.value() <= COUNT


def test_a_file_with_one_page_has_no_box_and_no_such_commands(paged, qtbot, tmp_path):
    assert paged.actions_by_id["next-page"].isEnabled()
    paged.opening.open(saved(tmp_path / "one.png", drawn(60, 40)))
    qtbot.waitUntil(lambda: paged.windowTitle() == "one.png")
    assert paged.status.page.isHidden()
    assert not paged.actions_by_id["next-page"].isEnabled()
    for _ in range(2):  # the training tab disables the commands of a picture, and enables them again
        paged.actions_by_id["training"].trigger()
    assert not paged.actions_by_id["next-page"].isEnabled()


def test_pages_of_one_size_keep_the_view(paged, qtbot):
    paged.canvas.navigation.jump_to(40, 30, 6.0)
    settle(qtbot, paged)
    view = paged.canvas.view
    go(qtbot, paged, 2)
    assert paged.canvas.view == view
    go(qtbot, paged, 4)
    assert paged.canvas.fitted


def test_reload_and_rotation_keep_the_page(paged, qtbot):
    go(qtbot, paged, 3)
    paged.actions_by_id["rotate-right"].trigger()
    qtbot.waitUntil(lambda: opened(paged)[-1].rotated)
    assert opened(paged)[-1].pages.page == 2
    paged.actions_by_id["reload"].trigger()
    qtbot.waitUntil(lambda: len(opened(paged)) == 4)
    assert (opened(paged)[-1].pages.page, opened(paged)[-1].orientation) == (2, 1)
    go(qtbot, paged, 2)
    assert opened(paged)[-1].orientation == 1


def test_a_bookmark_leads_to_its_page(paged, qtbot):
    go(qtbot, paged, 3)
    paged.bookmarks.add()
    (bookmark,) = bookmarks.load()
    assert bookmark.page == 2 and "document (3/4)" in bookmark.name
    paged.bookmarks.copy_command(bookmark)
    assert " --page 3 " in QGuiApplication.clipboard().text()
    go(qtbot, paged, 1)
    paged.bookmarks.go(bookmark)
    shows(qtbot, paged, 3)
    assert not paged.bookmarks.pending


def test_a_bookmark_of_a_wrong_page_is_dropped(paged, qtbot):
    paged.bookmarks.add()
    (bookmark,) = bookmarks.load()
    for page in (-1, "2", True, 1 << 40):
        fields = {**vars(bookmark), "page": page}
        with pytest.raises((ValueError, TypeError)):
            bookmarks.Bookmark(**fields)


def test_the_next_start_and_the_recent_files_keep_the_page(paged, qtbot, make_window, document):
    go(qtbot, paged, 2)
    assert recent.files() == {document: 1}
    state.store_all(restoring.snapshot(paged))
    again = make_window()
    restoring.restore_view(again, restoring.last_window())
    shows(qtbot, again, 2)
    third = make_window()
    third.recent_menu.fill()
    third.recent_menu.actions()[0].trigger()
    shows(qtbot, third, 2)


def test_a_damaged_page_gives_its_error_and_the_others_open(make_window, qtbot, tmp_path):
    path = tmp_path / "document.tif"
    with tifffile.TiffWriter(path) as writer:
        for _ in range(3):
            writer.write(drawn(160, 100), photometric="rgb", compression="zlib", metadata=None)
    data = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as file:
        start = file.pages[1].dataoffsets[0]
        data[start : start + 400] = b"\xff" * 400
    path.write_bytes(data)
    window = make_window(path)
    shows(qtbot, window, 1, 3)
    qtbot.keyClick(window.canvas, NEXT)
    qtbot.waitUntil(lambda: "document.tif" in window.notices.text and "damaged" in window.notices.text)
    assert window.status.page.text() == "2 of 3"
    qtbot.keyClick(window.canvas, NEXT)
    shows(qtbot, window, 3, 3)
    assert recent.files() == {path: 2}
    qtbot.keyClick(window.canvas, PREVIOUS)
    qtbot.waitUntil(lambda: "damaged" in window.notices.text and window.notices.isVisible())
    qtbot.keyClick(window.canvas, PREVIOUS)
    shows(qtbot, window, 1, 3)
