"""Copying to the clipboard, as device px or source px, and dragging out of the window as a file."""

from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from pictures import drawn, saved
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from screenshots import screen
from waiting import WAIT, settle

from engine.session.events import ReferencesSettled
from engine.session.requests import Task
from viewer.canvas.comparison import Mode

LEFT = Qt.MouseButton.LeftButton


def rgba(image):
    """Returns a Qt image as a uint8 array (height, width, 4)."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(straight.constBits(), np.uint8).reshape(image.height(), straight.bytesPerLine())
    return lines[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def copied():
    return rgba(QGuiApplication.clipboard().image())


@pytest.fixture
def zoomed(window, qtbot):
    """A window at scale 6, filled by the picture."""
    window.canvas.navigation.zoom_to(6.0, (300, 200))
    settle(qtbot, window)
    return window


def test_the_view_is_copied_as_on_screen(zoomed, qtbot):
    view, shown = zoomed.canvas.view, screen(zoomed.canvas)
    qtbot.keyClick(zoomed.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (copied()[..., :3] == shown).all()
    assert f"{view.width} × {view.height} px, as displayed" in zoomed.notices.text


def test_the_source_is_copied_pixel_by_pixel(zoomed, qtbot, photo):
    view = zoomed.canvas.view
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(zoomed.canvas, Qt.Key.Key_C, keys)
    qtbot.waitUntil(lambda: "of the source" in zoomed.notices.text, timeout=WAIT)
    (x, y), (right, bottom) = view.origin, (view.origin[0] + view.width, view.origin[1] + view.height)
    with PIL.Image.open(photo) as source:
        pixels = np.asarray(source.convert("RGBA"))
    expected = pixels[y // 6 : -(-bottom // 6), x // 6 : -(-right // 6)]
    assert copied().shape == expected.shape and (copied() == expected).all()


def test_a_selection_is_copied_alone_in_both_ways(zoomed, qtbot, photo):
    zoomed.selection.region = (60, 40, 12, 9)
    x, y = zoomed.canvas.view.origin
    whole = screen(zoomed.canvas)
    zoomed.copying.copy()
    assert copied().shape == (54, 72, 4)
    shown = whole[240 - y : 294 - y, 360 - x : 432 - x]
    assert (copied()[..., :3] == shown).all()
    zoomed.copying.copy_source()
    qtbot.waitUntil(lambda: "12 × 9 px of the source" in zoomed.notices.text, timeout=WAIT)
    with PIL.Image.open(photo) as source:
        assert (copied()[..., :3] == np.asarray(source)[40:49, 60:72]).all()


def test_an_invisible_selection_is_not_copied(zoomed):
    QGuiApplication.clipboard().clear()
    zoomed.selection.region = (0, 0, 3, 3)
    zoomed.copying.copy()
    assert "not visible" in zoomed.notices.text
    assert QGuiApplication.clipboard().image().isNull()


def test_the_source_keeps_its_alpha(make_window, qtbot, tmp_path):
    path = saved(tmp_path / "clear.png", drawn(60, 40, alpha=True))
    window = make_window(path)
    settle(qtbot, window)
    window.copying.copy_source()
    qtbot.waitUntil(lambda: "of the source" in window.notices.text, timeout=WAIT)
    with PIL.Image.open(path) as source:
        expected = np.asarray(source)
    opaque = expected[..., 3] > 0  # fully transparent pixels have no defined colour
    assert (copied()[..., 3] == expected[..., 3]).all() and (copied()[opaque] == expected[opaque]).all()


@pytest.fixture
def drops(monkeypatch):
    """Drops every drag at once. Returns the list of received drops, and the drop action to answer with."""
    received = []
    answer = [Qt.DropAction.CopyAction]

    def drop(drag, _actions):
        data = drag.mimeData()
        path = Path(data.urls()[0].toLocalFile())
        with PIL.Image.open(path) as written:
            received.append((path, np.asarray(written.convert("RGBA")), rgba(QImage(data.imageData()))))
        return answer[0]

    monkeypatch.setattr(QDrag, "exec", drop)
    return received, answer


def test_a_drag_with_ctrl_exports_the_view_as_a_file(zoomed, qtbot, drops):
    received, _ = drops
    ctrl, view = Qt.KeyboardModifier.ControlModifier, zoomed.canvas.view
    qtbot.mousePress(zoomed.canvas, LEFT, ctrl, QPoint(300, 200))
    qtbot.mouseMove(zoomed.canvas, QPoint(302, 200))
    assert not received  # below the drag distance nothing is dragged
    qtbot.mouseMove(zoomed.canvas, QPoint(340, 220))
    qtbot.mouseRelease(zoomed.canvas, LEFT, ctrl, QPoint(340, 220))
    [(path, written, dragged)] = received
    assert path.name == f"a2 {view.width}x{view.height}.png"
    assert (written[..., :3] == screen(zoomed.canvas)).all() and (dragged == written).all()
    assert zoomed.canvas.view == view
    assert path.is_file()
    zoomed.close()
    assert not path.parent.parent.exists()


def test_at_fit_no_modifier_is_needed_and_a_refused_drag_leaves_no_file(window, qtbot, drops):
    received, answer = drops
    answer[0] = Qt.DropAction.IgnoreAction
    qtbot.mousePress(window.canvas, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(window.canvas, QPoint(340, 220))
    [(path, written, _)] = received
    assert written.shape == (100, 160, 4) and not path.exists()


def test_zoomed_in_a_drag_pans(zoomed, qtbot, drops):
    left = zoomed.canvas.view.left
    qtbot.mousePress(zoomed.canvas, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(zoomed.canvas, QPoint(270, 200))
    qtbot.mouseRelease(zoomed.canvas, LEFT, pos=QPoint(270, 200))
    assert drops[0] == [] and zoomed.canvas.view.left > left


def test_side_by_side_all_panes_are_copied(zoomed, qtbot):
    zoomed.compare.toggle(Mode.SIDE_BY_SIDE)
    settle(qtbot, zoomed)
    qtbot.waitUntil(
        lambda: any(
            isinstance(e, ReferencesSettled) and e.request == zoomed.session.newest(Task.VIEW)
            for e in zoomed.events
        ),
        timeout=WAIT,
    )
    shown, panes = screen(zoomed.canvas), zoomed.canvas.panes
    zoomed.copying.copy()
    assert copied().shape[:2] == (panes[1].height(), panes[1].right() + 1)
    for place in panes:
        x, y, width, height = place.getRect()
        assert (copied()[y : y + height, x : x + width, :3] == shown[y : y + height, x : x + width]).all()
    gap = copied()[:, panes[1].x() - 1]
    assert (gap == 0).all()
