"""The slideshow: its pictures, its sign, and what ends it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from waiting import opened, settle

from viewer.base import settings


@pytest.fixture
def slideshow(window, qtbot):
    """A running slideshow of three pictures that shows each for a second."""
    qtbot.waitUntil(lambda: window.status.position.text() == "2 of 3")
    settings.change(slideshow_seconds=1)
    window.actions_by_id["slideshow"].trigger()
    assert window.slideshow.running
    return window


def title(window):
    return window.windowTitle()


def test_it_goes_through_the_folder_and_begins_again(slideshow, qtbot):
    assert slideshow.isFullScreen() and slideshow.slideshow.sign.text() == "▶ 1 s"
    for name in ("a10.png", "a1.png"):
        qtbot.waitUntil(lambda name=name: title(slideshow) == name)
    slideshow.actions_by_id["slideshow"].trigger()
    assert not slideshow.slideshow.running and slideshow.slideshow.sign.isHidden()
    assert not slideshow.actions_by_id["slideshow"].isChecked()


def test_it_passes_a_damaged_file(slideshow, qtbot, photo):
    photo.with_name("a10.png").write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    qtbot.waitUntil(lambda: title(slideshow) == "a1.png")


def turn_wheel(window):
    canvas, middle = window.canvas, QPointF(window.canvas.rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        canvas,
        QWheelEvent(middle, canvas.mapToGlobal(middle), QPoint(), QPoint(0, 120), *none, False),
    )


@pytest.mark.parametrize(
    "act",
    [
        turn_wheel,
        lambda window: window.actions_by_id["next"].trigger(),
        lambda window: window.actions_by_id["zoom-in"].trigger(),
        lambda window: window.actions_by_id["escape"].trigger(),
    ],
    ids=["wheel", "next", "zoom", "escape"],
)
def test_input_that_moves_something_ends_it(slideshow, act):
    act(slideshow)
    assert not slideshow.slideshow.running


def test_input_that_moves_nothing_does_not_end_it(slideshow):
    slideshow.actions_by_id["inspector"].trigger()
    slideshow.actions_by_id["bare"].trigger()
    assert slideshow.slideshow.running


def test_it_needs_several_pictures(window, qtbot, tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    (tmp_path / "a1.png").rename(alone / "a1.png")
    window.open_paths(str(alone / "a1.png"))
    qtbot.waitUntil(lambda: window.status.position.text() == "1 of 1")
    window.actions_by_id["slideshow"].trigger()
    assert not window.slideshow.running and "no other pictures" in window.notices.text
    assert not window.actions_by_id["slideshow"].isChecked()


def test_the_lock_keeps_the_zoom_of_any_picture(window, qtbot, photo):
    window.actions_by_id["keep-view"].trigger()
    window.canvas.zoom_to(3.0)
    settle(qtbot, window)
    for name in ("a10.png", "a1.png"):
        window.open_paths(str(photo.with_name(name)))
        qtbot.waitUntil(lambda name=name: title(window) == name)
        assert window.canvas.view.scale == 3.0
    assert len(opened(window)) == 3
