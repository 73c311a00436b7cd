"""What is taken along: to the clipboard in the screen's pixels or the source's, out of the window as a file."""

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
from viewer.canvas.comparison import Mode

LEFT = Qt.MouseButton.LeftButton


def rgba(image):
    """(h, w, 4) of a Qt image."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(straight.constBits(), np.uint8).reshape(image.height(), straight.bytesPerLine())
    return lines[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def copied():
    return rgba(QGuiApplication.clipboard().image())


@pytest.fixture
def close(window, qtbot):
    """The window at scale 6, the picture all around."""
    window.canvas._zoom_to(6.0, (300, 200))
    settle(qtbot, window)
    return window


def test_the_view_is_copied_as_the_screen_has_it(close, qtbot):
    view, shown = close.canvas.view, screen(close.canvas)
    qtbot.keyClick(close.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (copied()[..., :3] == shown).all()
    assert f"{view.width} × {view.height} px, as seen" in close.notices.text


def test_the_source_is_copied_pixel_by_pixel(close, qtbot, photo):
    view = close.canvas.view
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(close.canvas, Qt.Key.Key_C, keys)
    qtbot.waitUntil(lambda: "of the source" in close.notices.text, timeout=WAIT)
    (x, y), (right, bottom) = view.origin, (view.origin[0] + view.width, view.origin[1] + view.height)
    with PIL.Image.open(photo) as source:
        pixels = np.asarray(source.convert("RGBA"))
    expected = pixels[y // 6 : -(-bottom // 6), x // 6 : -(-right // 6)]
    assert copied().shape == expected.shape and (copied() == expected).all()


def test_of_a_selection_both_are_its_own(close, qtbot, photo):
    close.selection.region = (60, 40, 12, 9)
    x, y = close.canvas.view.origin
    whole = screen(close.canvas)
    close.copying.copy()
    assert copied().shape == (54, 72, 4)
    shown = whole[240 - y : 294 - y, 360 - x : 432 - x]
    assert (copied()[..., :3] == shown).all()
    close.copying.copy_source()
    qtbot.waitUntil(lambda: "12 × 9 px of the source" in close.notices.text, timeout=WAIT)
    with PIL.Image.open(photo) as source:
        assert (copied()[..., :3] == np.asarray(source)[40:49, 60:72]).all()


def test_what_cannot_be_seen_is_not_copied(close):
    QGuiApplication.clipboard().clear()
    close.selection.region = (0, 0, 3, 3)
    close.copying.copy()
    assert "not in sight" in close.notices.text
    assert QGuiApplication.clipboard().image().isNull()


def test_the_source_keeps_its_alpha(make_window, qtbot, tmp_path):
    path = saved(tmp_path / "clear.png", drawn(60, 40, alpha=True))
    window = make_window(path)
    settle(qtbot, window)
    window.copying.copy_source()
    qtbot.waitUntil(lambda: "of the source" in window.notices.text, timeout=WAIT)
    with PIL.Image.open(path) as source:
        expected = np.asarray(source)
    seen = expected[..., 3] > 0  # where nothing is to be seen a picture holds no colour
    assert (copied()[..., 3] == expected[..., 3]).all() and (copied()[seen] == expected[seen]).all()


@pytest.fixture
def drops(monkeypatch):
    """What is dragged out is dropped at once: there is no other window here. Returns what came, and the answer."""
    came = []
    answer = [Qt.DropAction.CopyAction]

    def drop(drag, _actions):
        data = drag.mimeData()
        path = Path(data.urls()[0].toLocalFile())
        with PIL.Image.open(path) as written:
            came.append((path, np.asarray(written.convert("RGBA")), rgba(QImage(data.imageData()))))
        return answer[0]

    monkeypatch.setattr(QDrag, "exec", drop)
    return came, answer


def test_a_drag_with_ctrl_takes_the_view_along_as_a_file(close, qtbot, drops):
    came, _ = drops
    ctrl, view = Qt.KeyboardModifier.ControlModifier, close.canvas.view
    qtbot.mousePress(close.canvas, LEFT, ctrl, QPoint(300, 200))
    qtbot.mouseMove(close.canvas, QPoint(302, 200))
    assert not came  # a hand that trembles takes nothing along
    qtbot.mouseMove(close.canvas, QPoint(340, 220))
    qtbot.mouseRelease(close.canvas, LEFT, ctrl, QPoint(340, 220))
    [(path, written, dragged)] = came
    assert path.name == f"a2 {view.width}x{view.height}.png"
    assert (written[..., :3] == screen(close.canvas)).all() and (dragged == written).all()
    assert close.canvas.view == view
    assert path.is_file()
    close.close()
    assert not path.parent.parent.exists()


def test_at_fit_any_drag_does_and_one_that_nobody_takes_leaves_no_file(window, qtbot, drops):
    came, answer = drops
    answer[0] = Qt.DropAction.IgnoreAction
    qtbot.mousePress(window.canvas, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(window.canvas, QPoint(340, 220))
    [(path, written, _)] = came
    assert written.shape == (100, 160, 4) and not path.exists()


def test_zoomed_in_a_drag_pans(close, qtbot, drops):
    left = close.canvas.view.left
    qtbot.mousePress(close.canvas, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(close.canvas, QPoint(270, 200))
    qtbot.mouseRelease(close.canvas, LEFT, pos=QPoint(270, 200))
    assert drops[0] == [] and close.canvas.view.left > left


def test_side_by_side_all_panes_are_copied(close, qtbot):
    close.compare.toggle(Mode.BESIDE)
    settle(qtbot, close)
    qtbot.waitUntil(
        lambda: any(isinstance(e, ReferencesSettled) and e.request == close._view for e in close.told),
        timeout=WAIT,
    )
    shown, panes = screen(close.canvas), close.canvas.panes
    close.copying.copy()
    assert copied().shape[:2] == (panes[1].height(), panes[1].right() + 1)
    for place in panes:
        x, y, width, height = place.getRect()
        assert (copied()[y : y + height, x : x + width, :3] == shown[y : y + height, x : x + width]).all()
    gap = copied()[:, panes[1].x() - 1]
    assert (gap == 0).all()
