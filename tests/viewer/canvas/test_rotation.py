"""A rotated picture in the window: view, screen, copies and exports are rotated."""

import numpy as np
import PIL.Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from screenshots import screen
from waiting import WAIT, opened, settle

from engine.export.export_request import ExportRequest
from engine.geometry import orientation
from engine.geometry.viewport import lattice_axis
from engine.images.loading import load
from engine.images.rotation import rotated
from engine.session.events import Exported


def press(qtbot, window, key, count=1, modifier=Qt.KeyboardModifier.NoModifier):
    """Presses a key `count` times. Waits after each press until the rotated picture has opened."""
    for _ in range(count):
        before = len(opened(window))
        qtbot.keyClick(window.canvas, key, modifier)
        qtbot.waitUntil(lambda before=before: len(opened(window)) > before, timeout=WAIT)
    settle(qtbot, window)


def as_rendered(path, rotation, view):
    """Decodes a view of the rotated file without a window: (h, w, 3) uint8."""
    from engine.checkpoints import library
    from engine.compute import device
    from engine.decoding.continuous_image import ContinuousImage
    from engine.images.picture import Picture

    compute = device.choose()
    picture = Picture(rotated(load(path), rotation))
    source = ContinuousImage(picture, library.bicubic(), compute)
    x, y = view.origin
    axes = lattice_axis(y, view.height, view.scale), lattice_axis(x, view.width, view.scale)
    return source.grid(*axes)[0]


def test_a_rotation_keeps_the_centre_of_the_view(window, qtbot, photo):
    window.canvas.navigation.zoom_to(9.0, (300, 200))
    settle(qtbot, window)
    view = window.canvas.view
    middle = view.source(view.width / 2, view.height / 2)
    press(qtbot, window, Qt.Key.Key_R)
    now = window.canvas.view
    assert now.scale == 9.0
    after = now.source(now.width / 2, now.height / 2)
    expected = orientation.rotated_point(orientation.RIGHT, (160, 100), *middle)
    assert all(abs(a - b) < 1e-9 for a, b in zip(after, expected, strict=True))
    difference = screen(window.canvas).astype(int) - as_rendered(photo, orientation.RIGHT, now)
    assert np.abs(difference).max() <= 1


def test_four_quarter_turns_restore_the_view_without_the_file(window, qtbot, photo):
    window.canvas.navigation.zoom_to(7.0, (300, 200))
    settle(qtbot, window)
    view, shown = window.canvas.view, screen(window.canvas)
    photo.unlink()
    press(qtbot, window, Qt.Key.Key_R, 4)
    assert window.canvas.view == view and opened(window)[-1].orientation == orientation.UPRIGHT
    assert (screen(window.canvas) == shown).all()


def test_a_fitted_view_stays_fitted_and_rotations_are_composed(window, qtbot):
    press(qtbot, window, Qt.Key.Key_R)
    assert window.canvas.fitted and window.canvas.layers.size == (100, 160)
    press(qtbot, window, Qt.Key.Key_H)
    press(qtbot, window, Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ShiftModifier)
    # because of the flip in between, the two quarter turns have the same direction
    assert opened(window)[-1].orientation == orientation.UPSIDE_DOWN
    press(qtbot, window, Qt.Key.Key_V)
    assert opened(window)[-1].orientation == orientation.UPRIGHT


def test_copies_and_exports_are_rotated(window, qtbot, photo, tmp_path):
    press(qtbot, window, Qt.Key.Key_R)
    window.copying.copy()
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (100, 160)
    window.session.export(ExportRequest(tmp_path / "out.png", None, (100, 160)))
    qtbot.waitUntil(lambda: any(isinstance(event, Exported) for event in window.events), timeout=WAIT)
    with PIL.Image.open(tmp_path / "out.png") as written, PIL.Image.open(photo) as source:
        turned = source.transpose(PIL.Image.Transpose.ROTATE_270)
        assert (np.asarray(written.convert("RGB")) == np.asarray(turned.convert("RGB"))).all()


def test_a_reload_keeps_the_rotation_and_another_picture_resets_it(window, qtbot):
    press(qtbot, window, Qt.Key.Key_R)
    press(qtbot, window, Qt.Key.Key_F5)
    assert opened(window)[-1].orientation == orientation.RIGHT and not opened(window)[-1].rotated
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        press(qtbot, window, key)
        assert opened(window)[-1].orientation == orientation.UPRIGHT
