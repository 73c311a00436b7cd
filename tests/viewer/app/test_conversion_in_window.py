"""What a window shows while a picture is converted, and how it returns to the picture before."""

import threading

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import Qt
from screenshots import screen
from waiting import settle

from engine.images import source_file
from engine.images.large.previewing import Progress
from engine.session.events import PictureConverting
from viewer.commands import table

SIZE = 700, 500


@pytest.fixture
def gate(monkeypatch):
    """Holds conversions at their first percent while it is cleared. It is cleared at first."""
    gate, converted = threading.Event(), Progress.converted

    def held(progress, *arguments):
        converted(progress, *arguments)
        assert gate.wait(60)

    monkeypatch.setattr(Progress, "converted", held)
    yield gate
    gate.set()


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A picture of one colour that has to be converted, in a folder of its own."""
    monkeypatch.setattr(source_file, "MOST_PIXELS", 60_000)
    monkeypatch.setenv("UNPIXEL_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "scan" / "large.png"
    path.parent.mkdir()
    PIL.Image.new("RGB", SIZE, (200, 40, 90)).save(path)
    return path


def converting(window):
    """Whether the copy is there, and the conversion waits."""
    told = [each for each in window.events if isinstance(each, PictureConverting)]
    return window.conversion.shown and told[-1].done > 0


def enabled(window):
    return {each.id for each in table.COMMANDS if each.picture and window.actions_by_id[each.id].isEnabled()}


def test_a_copy_is_shown_until_the_picture_is_there(make_window, qtbot, large, gate):
    window = make_window(large)
    qtbot.waitUntil(lambda: converting(window))
    text = window.notices.text
    assert window.notices.isVisible() and "Reduced copy of large.png" in text and "%" in text
    assert "large.png" in window.windowTitle() and window.canvas.layers.size == SIZE
    assert "zoom-in" in enabled(window) and not {"export", "copy", "rotate-left", "bookmark"} & enabled(
        window
    )
    window.canvas.navigation.zoom_to(2.0, (100, 80))
    qtbot.waitUntil(lambda: window.canvas.is_idle)
    view = window.canvas.view
    gate.set()
    qtbot.waitUntil(lambda: not window.conversion.shown)
    settle(qtbot, window)
    assert window.canvas.view == view and window.opening.current == large
    assert "Reduced copy" not in window.notices.text or window.notices.isHidden()
    assert "export" in enabled(window)
    np.testing.assert_array_equal(screen(window.canvas)[..., :3].reshape(-1, 3)[0], (200, 40, 90))


def test_escape_returns_to_the_picture_before_and_its_view(make_window, qtbot, large, photo, gate):
    window = make_window(photo)
    settle(qtbot, window)
    window.canvas.navigation.zoom_to(8.0, (100, 80))
    settle(qtbot, window)
    before, enabled_before, colours = window.canvas.view, enabled(window), screen(window.canvas)
    window.opening.open(large)
    qtbot.waitUntil(lambda: converting(window))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(lambda: not window.conversion.shown)
    settle(qtbot, window)
    assert window.opening.current == window.opening.wanted == photo
    assert window.canvas.view == before and enabled(window) == enabled_before
    np.testing.assert_array_equal(screen(window.canvas), colours)
    assert window.notices.isHidden()


def test_escape_in_the_first_opening_returns_to_the_welcome_page(make_window, qtbot, large, gate):
    window = make_window(large)
    qtbot.waitUntil(lambda: converting(window))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(window.welcome.isVisible)
    assert not window.conversion.shown and enabled(window) == set() and window.notices.isHidden()
    assert window.windowTitle() == "Unpixel" and window.status.picture_size.text() == ""
