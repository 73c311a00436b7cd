"""A region is drawn on the canvas, changed, zoomed to and exported; other input still reaches the canvas."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from pytest import approx
from waiting import WAIT, opened, settle

from engine.geometry import orientation
from viewer.canvas.comparison import Mode
from viewer.export.dialog import ExportDialog

LEFT = Qt.MouseButton.LeftButton


def drag(qtbot, window, start, end):
    qtbot.mousePress(window.canvas, LEFT, pos=QPoint(*start))
    qtbot.mouseMove(window.canvas, QPoint(*end))
    qtbot.mouseRelease(window.canvas, LEFT, pos=QPoint(*end))


@pytest.fixture
def zoomed(window, qtbot):
    """The window at scale 4, with the picture's corner at device px (0, 0)."""
    window.resize(600, 400)
    qtbot.waitUntil(lambda: window.canvas.view.width == 600)
    canvas = window.canvas
    canvas.navigation.zoom_to(4.0)
    settle(qtbot, window)
    canvas.navigation.pan(*(-float(edge * 4) for edge in (canvas.view.left, canvas.view.top)))
    settle(qtbot, window)
    assert canvas.view.origin == (0, 0)
    return window


@pytest.fixture
def selected(zoomed, qtbot):
    """A window with 20 by 10 source px selected at (40, 30): device px (160, 120) to (240, 160)."""
    qtbot.keyClick(zoomed.canvas, Qt.Key.Key_C)
    drag(qtbot, zoomed, (160, 120), (240, 160))
    assert zoomed.selection.region == (40, 30, 20, 10)
    return zoomed


def test_c_and_a_drag_select_and_the_view_stays(zoomed, qtbot):
    view = zoomed.canvas.view
    qtbot.keyClick(zoomed.canvas, Qt.Key.Key_C)
    assert zoomed.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    drag(qtbot, zoomed, (241, 161), (159, 119))
    assert zoomed.selection.region == (40, 30, 20, 10)
    assert zoomed.canvas.view == view
    assert zoomed.selection.isVisible() and "20 × 10 px, 2:1" in zoomed.selection.accessibleDescription()
    # The next drag, outside the region, pans.
    drag(qtbot, zoomed, (500, 300), (480, 300))
    assert zoomed.canvas.view.left == view.left + 5


@pytest.mark.parametrize(
    ("start", "end", "region"),
    [
        ((240, 160), (280, 200), (40, 30, 30, 20)),
        ((160, 140), (120, 10), (30, 30, 30, 10)),
        ((200, 120), (10, 100), (40, 25, 20, 15)),
        ((200, 140), (220, 160), (45, 35, 20, 10)),
    ],
)
def test_handles_and_edges_resize_and_the_inside_moves(selected, qtbot, start, end, region):
    drag(qtbot, selected, start, end)
    assert selected.selection.region == region


def test_keys_move_resize_and_clear_the_selection(selected, qtbot):
    view = selected.canvas.view
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(selected.canvas, key)
    assert selected.selection.region == (41, 32, 20, 10)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(selected.canvas, key, Qt.KeyboardModifier.ShiftModifier)
    assert selected.selection.region == (41, 32, 21, 10)
    assert selected.canvas.view == view
    qtbot.keyClick(selected.canvas, Qt.Key.Key_Escape)
    assert selected.selection.region is None and selected.selection.isHidden()
    qtbot.keyClick(selected.canvas, Qt.Key.Key_Right)
    assert selected.canvas.view.left > view.left


def test_without_a_mouse_c_twice_selects_the_middle(zoomed, qtbot):
    for _ in range(2):
        qtbot.keyClick(zoomed.canvas, Qt.Key.Key_C)
    x, _, width, height = zoomed.selection.region
    view = zoomed.canvas.view
    assert float(x + width / 2) == approx(float(view.source(view.width / 2, 0)[0]), abs=1)
    assert float(width) == approx(view.width / 8, abs=1) and float(height) == approx(view.height / 8, abs=1)
    assert not zoomed.selection.choosing


def test_escape_before_the_drag_ends_choosing(zoomed, qtbot):
    qtbot.keyClick(zoomed.canvas, Qt.Key.Key_C)
    qtbot.keyClick(zoomed.canvas, Qt.Key.Key_Escape)
    left = zoomed.canvas.view.left
    drag(qtbot, zoomed, (300, 200), (280, 200))
    assert zoomed.selection.region is None and zoomed.canvas.view.left > left


def test_z_fits_the_selection_into_the_view(selected, qtbot):
    qtbot.keyClick(selected.canvas, Qt.Key.Key_Z)
    settle(qtbot, selected)
    view = selected.canvas.view
    assert view.scale == approx(min(view.width / 20, view.height / 10))
    x, y = view.source(view.width / 2, view.height / 2)
    assert (float(x), float(y)) == (approx(50), approx(35))


def test_a_selection_within_one_source_pixel_is_exact(selected, qtbot):
    selected.canvas.navigation.go_to(Fraction(401, 10), Fraction(302, 10), 1e9)
    settle(qtbot, selected)
    selected.selection.drop()
    qtbot.keyClick(selected.canvas, Qt.Key.Key_C)
    drag(qtbot, selected, (100, 100), (300, 200))
    _, _, width, height = selected.selection.region
    assert float(width) * 1e9 == approx(200, abs=8) and float(height) * 1e9 == approx(100, abs=8)
    qtbot.keyClick(selected.canvas, Qt.Key.Key_Z)
    settle(qtbot, selected)
    assert selected.canvas.view.scale == approx(float(min(600 / width, selected.canvas.view.height / height)))


def test_an_export_uses_the_selection(selected):
    selected.outputs.ask_export()
    dialog = selected.findChild(ExportDialog)
    assert dialog.regions.selected.isVisibleTo(dialog) and dialog.regions.selected.isChecked()
    assert dialog.region == (40, 30, 20, 10) and dialog.size_px == (80, 40)
    dialog.regions.whole.click()
    assert dialog.region == (0, 0, 160, 100)


def test_the_selection_rotates_with_the_picture_and_ends_with_it(selected, qtbot):
    before = len(opened(selected))
    selected.session.rotate(orientation.RIGHT)
    qtbot.waitUntil(lambda: len(opened(selected)) > before, timeout=WAIT)
    assert selected.selection.region == (60, 40, 10, 20)
    selected.opening.reload()
    qtbot.waitUntil(lambda: len(opened(selected)) > before + 1, timeout=WAIT)
    assert selected.selection.region == (60, 40, 10, 20)
    selected.opening.go(1)
    qtbot.waitUntil(lambda: len(opened(selected)) > before + 2, timeout=WAIT)
    assert selected.selection.region is None


def test_side_by_side_the_selection_is_painted_and_grabbed_in_each_pane(zoomed, qtbot):
    canvas = zoomed.canvas
    zoomed.compare.toggle(Mode.SIDE_BY_SIDE)
    settle(qtbot, zoomed)
    plain = canvas.grab().toImage()
    first, second = (pane.topLeft() for pane in canvas.panes)
    qtbot.keyClick(canvas, Qt.Key.Key_C)
    drag(qtbot, zoomed, *((second + at).toTuple() for at in (QPoint(80, 120), QPoint(160, 200))))
    assert zoomed.selection.region[2:] == (20, 20)
    shown = canvas.grab().toImage()
    for corner in (first, second):
        inside, outside = corner + QPoint(120, 160), corner + QPoint(30, 300)
        assert shown.pixel(inside) == plain.pixel(inside)
        assert shown.pixelColor(outside).lightness() < plain.pixelColor(outside).lightness()
    drag(qtbot, zoomed, *((second + at).toTuple() for at in (QPoint(160, 160), QPoint(200, 160))))
    assert zoomed.selection.region[2:] == (30, 20)
