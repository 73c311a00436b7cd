"""A turned picture in the window: the view stays, and everything sees the same picture."""

import numpy as np
import PIL.Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from screenshots import screen
from waiting import WAIT, opened, settle

from engine.geometry import orientation
from engine.geometry.viewport import lattice_axis
from engine.images.image import load
from engine.images.rotation import rotated
from engine.session.events import Exported


def press(qtbot, window, key, count=1, modifier=Qt.KeyboardModifier.NoModifier):
    """Turns, and waits until the picture is there so."""
    for _ in range(count):
        before = len(opened(window))
        qtbot.keyClick(window.canvas, key, modifier)
        qtbot.waitUntil(lambda before=before: len(opened(window)) > before, timeout=WAIT)
    settle(qtbot, window)


def as_rendered(path, lies, view):
    """The engine's decode of a view of the turned file: (h, w, 3)."""
    from engine.checkpoints import library
    from engine.compute import device
    from engine.decoding.continuous_image import ContinuousImage
    from engine.images.picture import Picture

    compute = device.choose()
    picture = Picture(rotated(load(path), lies))
    source = ContinuousImage(picture, library.bicubic(), compute)
    x, y = view.origin
    axes = lattice_axis(y, view.height, view.scale), lattice_axis(x, view.width, view.scale)
    return source.grid(*axes)[0]


def test_what_is_in_the_middle_stays_there_and_is_seen_turned(window, qtbot, photo):
    window.canvas.navigation.zoom_to(9.0, (300, 200))
    settle(qtbot, window)
    view = window.canvas.view
    middle = view.source(view.width / 2, view.height / 2)
    press(qtbot, window, Qt.Key.Key_R)
    now = window.canvas.view
    assert now.scale == 9.0
    there = now.source(now.width / 2, now.height / 2)
    expected = orientation.rotated_point(orientation.RIGHT, (160, 100), *middle)
    assert all(abs(a - b) < 1e-9 for a, b in zip(there, expected, strict=True))
    difference = screen(window.canvas).astype(int) - as_rendered(photo, orientation.RIGHT, now)
    assert np.abs(difference).max() <= 1


def test_four_turns_are_none_and_the_file_is_not_needed_for_them(window, qtbot, photo):
    window.canvas.navigation.zoom_to(7.0, (300, 200))
    settle(qtbot, window)
    view, shown = window.canvas.view, screen(window.canvas)
    photo.unlink()
    press(qtbot, window, Qt.Key.Key_R, 4)
    assert window.canvas.view == view and opened(window)[-1].orientation == orientation.UPRIGHT
    assert (screen(window.canvas) == shown).all()


def test_a_fit_is_one_still_and_turns_after_one_another_add_up(window, qtbot):
    press(qtbot, window, Qt.Key.Key_R)
    assert window.canvas.fitted and window.canvas.layers.size == (100, 160)
    press(qtbot, window, Qt.Key.Key_H)
    press(qtbot, window, Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ShiftModifier)
    # flipped in between, the two quarters go the same way round
    assert opened(window)[-1].orientation == orientation.UPSIDE_DOWN
    press(qtbot, window, Qt.Key.Key_V)
    assert opened(window)[-1].orientation == orientation.UPRIGHT


def test_copies_and_exports_are_of_the_turned_picture(window, qtbot, photo, tmp_path):
    press(qtbot, window, Qt.Key.Key_R)
    window.copying.copy()
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (100, 160)
    window.session.export(tmp_path / "out.png", None, (100, 160))
    qtbot.waitUntil(lambda: any(isinstance(event, Exported) for event in window.events), timeout=WAIT)
    with PIL.Image.open(tmp_path / "out.png") as written, PIL.Image.open(photo) as source:
        turned = source.transpose(PIL.Image.Transpose.ROTATE_270)
        assert (np.asarray(written.convert("RGB")) == np.asarray(turned.convert("RGB"))).all()


def test_it_lies_as_it_did_when_it_is_read_again_and_upright_when_another_was_open(window, qtbot):
    press(qtbot, window, Qt.Key.Key_R)
    press(qtbot, window, Qt.Key.Key_F5)
    assert opened(window)[-1].orientation == orientation.RIGHT and not opened(window)[-1].rotated
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        press(qtbot, window, key)
        assert opened(window)[-1].orientation == orientation.UPRIGHT
