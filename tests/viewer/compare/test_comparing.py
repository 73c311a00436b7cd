"""Comparison in the window with the real engine: user input, and the pixels on the screen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from waiting import WAIT, settle

from engine.session.events import ModelReady, ReferencesSettled
from engine.session.requests import Task
from viewer.canvas.comparison import MODEL, Mode
from viewer.export.dialog import ExportDialog
from viewer.export.queued import Phase


@pytest.fixture
def comparing(window, qtbot):
    """A window that shows the photo at ×8 with bicubic as the model. References: pixels, bilinear, Lanczos and Live."""
    qtbot.waitUntil(lambda: any(isinstance(event, ModelReady) for event in window.events), timeout=WAIT)
    window.canvas.navigation.zoom_to(8.0)  # about the centre of the view, wherever the cursor is
    settle(qtbot, window)
    assert window.canvas.comparison.reference == "pixels"
    return window


def trigger(window, qtbot, *ids):
    for each in ids:
        window.actions_by_id[each].trigger()
    complete(window, qtbot)


def complete(window, qtbot):
    """Waits until the view and its references are complete."""
    settle(qtbot, window)
    if window.canvas.comparison.references:
        compared = ReferencesSettled(window.session.newest(Task.VIEW))
        qtbot.waitUntil(lambda: compared in window.events, timeout=WAIT)


def screen(window):
    """Returns the canvas's pixels as (h, w, 3), without the rows that labels and sliders cover."""
    canvas = window.canvas
    image = canvas.grab().toImage().convertToFormat(canvas.grab().toImage().Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[100:-120, ..., 2::-1].astype(int)  # between the labels and the sliders


def rendered(window, name):
    """Returns the same rows, rendered directly by the engine."""
    from engine.checkpoints import library
    from engine.compute import device
    from engine.decoding.continuous_image import ContinuousImage
    from engine.decoding.pixels_bilinear_lanczos import NAMES, InterpolatedImage
    from engine.geometry.viewport import lattice_axis
    from engine.images.loading import load
    from engine.images.picture import Picture

    picture, view = Picture(load(window.opening.wanted)), window.canvas.view
    compute = device.choose()
    model = None if name in NAMES else library.load(name, compute.device)
    source = InterpolatedImage(picture, name) if model is None else ContinuousImage(picture, model, compute)
    x, y = view.origin
    rows, cols = lattice_axis(y, view.height, view.scale), lattice_axis(x, view.width, view.scale)
    return source.grid(rows, cols)[0][100:-120].astype(int)


def near(one, other):
    return np.abs(one - other).max() <= 1


def test_flip_shows_exactly_the_references_pixels(comparing, qtbot):
    model = screen(comparing)
    assert near(model, rendered(comparing, "bicubic"))
    for reference in ("pixels", "bilinear", "lanczos", "live"):
        comparing.compare.choose(reference)
        trigger(comparing, qtbot, "flip")
        assert near(screen(comparing), rendered(comparing, reference)), reference
        trigger(comparing, qtbot, "flip")
        assert near(screen(comparing), model), reference


def test_the_same_key_or_escape_ends_a_mode(comparing, qtbot):
    initial = comparing.canvas.comparison
    for action in ("flip", "wipe", "difference", "side-by-side", "fidelity"):
        (key,) = comparing.actions_by_id[action].shortcuts()
        for end in (key[0].key(), Qt.Key.Key_Escape):
            qtbot.keyClick(comparing.canvas, key[0].key())
            assert comparing.canvas.comparison != initial and comparing.actions_by_id[action].isChecked()
            comparing.canvas.setFocus()
            qtbot.keyClick(comparing.canvas, end)
            assert comparing.canvas.comparison == initial
            assert not comparing.actions_by_id[action].isChecked()


def test_modes_exclude_each_other(comparing):
    for action in ("flip", "wipe", "difference", "side-by-side"):
        comparing.actions_by_id[action].trigger()
        on = [
            name
            for name in ("flip", "wipe", "difference", "side-by-side")
            if comparing.actions_by_id[name].isChecked()
        ]
        assert on == [action]
    assert not comparing.compare.divider.isVisible() and not comparing.compare.gain.isVisible()


def test_shift_shows_the_reference_while_held(comparing, qtbot):
    qtbot.keyPress(comparing.canvas, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: comparing.canvas.comparison.key_held)
    complete(comparing, qtbot)
    assert near(screen(comparing), rendered(comparing, "pixels"))
    qtbot.keyRelease(comparing.canvas, Qt.Key.Key_Shift)
    assert near(screen(comparing), rendered(comparing, "bicubic"))


def test_b_cycles_through_the_references_and_names_each(comparing, qtbot):
    names = []
    for _ in range(6):
        qtbot.keyClick(comparing.canvas, Qt.Key.Key_B)
        text = comparing.compare.captions.labels[0].text()
        names.append(text.partition(",")[0].removesuffix(" ▾"))
        assert comparing.compare.captions.labels[0].isVisible()
    assert names == ["Bilinear", "Lanczos", "Live", "Live EDSR", "Live Photo", "Pixels"]
    checked = [action.text() for action in comparing.compare.menu.actions() if action.isChecked()]
    assert checked == ["Pixels"]
    lanczos = next(action for action in comparing.compare.menu.actions() if action.text() == "Lanczos")
    lanczos.trigger()
    assert comparing.canvas.comparison.reference == "lanczos"


def test_the_divider_follows_the_mouse_and_the_keys(comparing, qtbot):
    trigger(comparing, qtbot, "wipe")
    canvas, divider = comparing.canvas, comparing.compare.divider
    width = canvas.width()
    assert divider.accessibleName() and abs(divider.geometry().center().x() - width / 2) <= 1
    middle = divider.rect().center()
    qtbot.mousePress(divider, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(divider, middle - QPoint(width // 4, 0))
    qtbot.mouseRelease(divider, Qt.MouseButton.LeftButton)
    assert canvas.comparison.split == pytest.approx(0.25, abs=0.01)
    divider_x = round(canvas.comparison.split * canvas.view.width)
    shown, pixels, model = screen(comparing), rendered(comparing, "pixels"), rendered(comparing, "bicubic")
    assert near(shown[:, : divider_x - 20], pixels[:, : divider_x - 20])
    assert near(shown[:, divider_x + 20 :], model[:, divider_x + 20 :])
    view = canvas.view
    divider.setFocus()
    qtbot.keyClick(divider, Qt.Key.Key_Right)
    assert canvas.comparison.split == pytest.approx(0.26, abs=0.01)
    qtbot.keyClick(divider, Qt.Key.Key_Home)
    assert canvas.comparison.split == 0 and canvas.view == view


def test_fidelity_mixes_without_a_new_request(comparing, qtbot):
    comparing.active_model.use("live")
    qtbot.waitUntil(
        lambda: [e.name for e in comparing.events if isinstance(e, ModelReady)][-1] == "live", timeout=WAIT
    )
    trigger(comparing, qtbot, "fidelity")
    slider, request = comparing.compare.fidelity.slider, comparing.session.newest(Task.VIEW)
    live, bicubic = rendered(comparing, "live"), rendered(comparing, "bicubic")
    assert slider.value() == 100 and slider.hasFocus() and near(screen(comparing), live)
    assert comparing.compare.fidelity.value.text() == "100 % Live"
    slider.setValue(25)
    assert np.abs(screen(comparing) - (0.25 * live + 0.75 * bicubic)).max() <= 3
    assert "25 % Live, 75 % bicubic" in comparing.compare.fidelity.value.text()
    slider.setValue(0)
    assert near(screen(comparing), bicubic)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 1
    assert comparing.canvas.navigation.is_settled and comparing.session.newest(Task.VIEW) == request
    trigger(comparing, qtbot, "fidelity")
    assert near(screen(comparing), live) and comparing.compare.fidelity.isHidden()


def test_the_gain_has_a_slider_and_keys(comparing, qtbot):
    trigger(comparing, qtbot, "difference")
    difference = np.abs(rendered(comparing, "bicubic") - rendered(comparing, "pixels"))
    for key, gain in (("", 8), ("A", 16), ("Shift+A", 8), ("Shift+A", 4)):
        qtbot.keySequence(comparing.canvas, key)
        expected = np.minimum(difference, 255 // gain) * gain
        assert np.abs(screen(comparing) - expected).max() <= 2 * gain  # both pictures may be off by one
        assert f"{gain} times" in comparing.compare.gain.value.text()
    comparing.compare.gain.slider.setValue(6)
    assert comparing.canvas.comparison.gain == 64


def test_panes_share_one_view_with_a_reference_each(comparing, qtbot):
    trigger(comparing, qtbot, "side-by-side", "pane")
    canvas, labels = comparing.canvas, comparing.compare.captions.labels
    assert canvas.comparison.pane_names == ("pixels", "bilinear", MODEL)
    menu = labels[1].menu()
    next(action for action in menu.actions() if action.text() == "Live").trigger()
    assert canvas.comparison.pane_names == ("pixels", "live", MODEL)
    canvas.navigation.pan(40, 25)
    complete(comparing, qtbot)
    shown = screen(comparing)
    for pane, name in zip(canvas.panes, ("pixels", "live", "bicubic"), strict=True):
        assert near(shown[:, pane.left() : pane.right() + 1], rendered(comparing, name))
    assert [label.text().split()[0] for label in labels[:3]] == ["Pixels", "Live", "Bicubic"]
    assert labels[2].focusPolicy() == Qt.FocusPolicy.NoFocus  # the model's label has no menu


def test_a_zoom_in_any_pane_keeps_the_point_under_the_cursor(comparing, qtbot):
    trigger(comparing, qtbot, "side-by-side")
    canvas = comparing.canvas
    second = canvas.panes[1]
    at = QPoint(second.left() + 70, 90)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, comparing)
    assert canvas.view.scale == 1.0
    canvas.navigation.zoom_to(8.0, canvas.device_px(at))
    settle(qtbot, comparing)
    before = canvas.view.source(70, 90)
    canvas.navigation.zoom_at_once(1.5, canvas.device_px(at))
    after = canvas.view.source(70, 90)
    assert float(abs(after[0] - before[0])) < 1e-9 and float(abs(after[1] - before[1])) < 1e-9


def test_a_moving_view_is_never_blank(comparing, qtbot):
    dark = comparing.canvas.palette().color(comparing.canvas.backgroundRole()).getRgb()[:3]
    for action in ("flip", "wipe", "side-by-side"):
        trigger(comparing, qtbot, action)
        for _ in range(4):
            comparing.canvas.navigation.pan(31, 17)
            shown = screen(comparing)
            assert not (shown == dark).all(axis=-1)[:, :200].any()
        comparing.canvas.zoom_by(1.3)
        assert not (screen(comparing) == dark).all(axis=-1)[:, :200].any()


def test_a_model_that_does_not_load_is_reported_and_replaced_by_bicubic(comparing, qtbot):
    comparing.compare.offer(("bicubic", "gone"), "live")
    comparing.compare.choose("gone")
    comparing.actions_by_id["flip"].trigger()
    qtbot.waitUntil(lambda: "gone" in comparing.notices.text, timeout=WAIT)
    assert comparing.canvas.comparison.reference == "bicubic"
    complete(comparing, qtbot)
    assert near(screen(comparing), rendered(comparing, "bicubic"))


def test_a_reference_returns_after_it_was_the_model(comparing):
    names = ("bicubic", "live")
    comparing.compare.choose("lanczos")
    comparing.compare.offer(names, "lanczos")
    assert comparing.canvas.comparison.reference == "bicubic"
    comparing.compare.offer(names, "live")
    assert comparing.canvas.comparison.reference == "lanczos"
    comparing.compare.step(-1)
    comparing.compare.offer(names, "lanczos")
    comparing.compare.offer(names, "live")
    assert comparing.canvas.comparison.reference == "bicubic"


def test_at_one_to_one_the_label_says_that_both_are_the_same(comparing, qtbot):
    trigger(comparing, qtbot, "wipe")
    label = comparing.compare.captions.labels[0]
    assert "same" not in label.text()
    comparing.canvas.zoom_to(1.0)
    settle(qtbot, comparing)
    assert "(same up to 100 %)" in label.text()
    assert comparing.canvas.comparison.mode is Mode.WIPE


def test_an_export_matches_the_view_or_says_how_it_differs(comparing, qtbot, tmp_path, monkeypatch):
    requested = []
    monkeypatch.setattr(comparing.session, "export", lambda export, *_: requested.append(export))

    def exported():
        comparing.outputs.ask_export()
        dialog = comparing.findChildren(ExportDialog)[-1]
        dialog.set_path(tmp_path / "view.png")
        comparing.exporting.queue.running[0].end(Phase.CANCELLED)
        return requested[-1].fidelity, dialog.note.text()

    assert exported() == (1.0, "")
    trigger(comparing, qtbot, "flip")
    assert exported()[0] == 1.0 and "Bicubic only" in exported()[1]
    comparing.compare.offer(("bicubic", "live"), "live")
    trigger(comparing, qtbot, "flip", "fidelity")
    comparing.compare.fidelity.slider.setValue(30)
    assert exported() == (pytest.approx(0.3), "As in the view: 30 % Live, 70 % bicubic.")


def test_the_label_says_while_a_reference_is_incomplete(comparing, qtbot):
    comparing.actions_by_id["flip"].trigger()
    comparing.compare._pending_delay.timeout.emit()  # as if the reference took longer than the delay
    label = comparing.compare.captions.labels[0]
    assert "refining" in label.text()
    complete(comparing, qtbot)
    qtbot.waitUntil(lambda: "refining" not in label.text())


def test_stacked_sliders_have_the_same_ends(comparing, qtbot):
    for name in ("difference", "fidelity"):
        comparing.actions_by_id[name].trigger()
    comparing.resize(1000, 600)
    sliders = comparing.compare.gain.slider, comparing.compare.fidelity.slider
    qtbot.waitUntil(lambda: len({(each.x(), each.width()) for each in sliders}) == 1)


def test_labels_sliders_and_divider_work_by_keyboard(comparing, qtbot):
    trigger(comparing, qtbot, "wipe", "fidelity")
    found, widget = [], comparing.canvas.nextInFocusChain()
    while widget is not comparing.canvas:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    assert {"Wipe divider", "Pixels", "Fidelity", "Hide Fidelity"} <= set(found)
    comparing.compare.fidelity.slider.setFocus()
    qtbot.keyClick(comparing.compare.fidelity.slider, Qt.Key.Key_Escape)
    assert comparing.compare.fidelity.isHidden() and comparing.focusWidget() is comparing.canvas
    trigger(comparing, qtbot, "wipe")
    label = comparing.compare.captions.labels[0]
    opened = []
    label.menu().aboutToShow.connect(lambda: (opened.append(True), QTimer.singleShot(0, label.menu().close)))
    qtbot.keyClick(label, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened == [True] and QApplication.activePopupWidget() is None)


def test_the_badge_is_in_the_models_pane_and_above_the_sliders(comparing, qtbot):
    canvas, badge = comparing.canvas, comparing.insight.badge
    trigger(comparing, qtbot, "side-by-side", "pane")
    qtbot.waitUntil(lambda: canvas.panes[-1].contains(badge.geometry()))
    trigger(comparing, qtbot, "fidelity")
    qtbot.waitUntil(lambda: badge.geometry().bottom() < comparing.compare.fidelity.geometry().top())
    trigger(comparing, qtbot, "escape")
    qtbot.waitUntil(lambda: badge.x() < 20 and badge.geometry().bottom() > canvas.height() - 20)


def test_a_focused_slider_receives_the_keys_that_move_it(comparing, qtbot):
    view = comparing.canvas.view
    trigger(comparing, qtbot, "fidelity")
    slider = comparing.compare.fidelity.slider
    assert slider.hasFocus()
    for key, value in (("Left", 99), ("PageDown", 89), ("Home", 0), ("Right", 1), ("End", 100)):
        qtbot.keyClick(slider, getattr(Qt.Key, f"Key_{key}"))
        assert slider.value() == value
    assert comparing.canvas.view == view and comparing.opening.wanted.name == "a2.png"
