"""The canvas drawn by the graphics card: the same picture as by the processor, and a failing driver harms nothing."""

import numpy as np
import pytest
from pictures import drawn, saved
from PySide6.QtGui import QImage
from waiting import settle

from engine.base.errors import DeviceError
from engine.geometry.viewport import centred, panned
from engine.session.events import CoefficientsReady, ReferencesSettled, TilesReady
from engine.session.requests import Task
from viewer.app.graphics_choice import GraphicsChoice
from viewer.canvas.comparison import Comparison, Mode
from viewer.graphics import device
from viewer.graphics.polynomial_painter import PolynomialPainter
from viewer.models import active_model

SIZE = 400, 300


@pytest.fixture
def live(make_window, qtbot, tmp_path, monkeypatch, graphics):
    """A window that shows a picture under Live, drawn by the processor."""
    monkeypatch.setattr(active_model, "MODEL", "live")
    saved(tmp_path / "one.png", drawn(*SIZE))
    window = make_window(tmp_path / "one.png")
    window.canvas.findChild(GraphicsChoice).leave()  # the test chooses
    settle(qtbot, window)
    return window


def pixels(image):
    """Returns an image as an array (h, w, 4) of int."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = image.height(), image.width(), 4
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape).astype(int)


def show(qtbot, window, view):
    """Shows a view, and waits until it is complete."""
    window.canvas.navigation.show(view)
    settle(qtbot, window)


def by_graphics(window):
    """Whether polynomials of the newest view were sent, and no pixels of it."""
    since = max(k for k, e in enumerate(window.events) if isinstance(e, CoefficientsReady))
    return not any(isinstance(event, TilesReady) for event in window.events[since:])


def by_both(qtbot, window, scale):
    """Returns the canvas's pixels of the middle at a scale, drawn by the processor and then by the graphics card."""
    canvas = window.canvas
    canvas.shading.use(False)
    show(qtbot, window, centred(SIZE, scale, canvas.view.width, canvas.view.height))
    expected = pixels(canvas.grab().toImage())
    canvas.shading.use(True)
    settle(qtbot, window)
    assert by_graphics(window)
    canvas.layers.mark_outdated()
    canvas.layers.settle()  # drops the tiles of the processor
    return expected, pixels(canvas.grab().toImage())


def test_both_painters_draw_the_same(live, qtbot):
    for scale in (1.3, 4.0, 57.0, 1e6):
        expected, found = by_both(qtbot, live, scale)
        assert np.abs(found - expected).max() <= 1, scale
        assert found.std() > 1 or scale > 100


def test_a_pan_is_drawn_at_full_resolution_without_the_engine(live, qtbot, monkeypatch):
    canvas = live.canvas
    canvas.shading.use(True)
    view = centred(SIZE, 4.0, canvas.view.width, canvas.view.height)
    show(qtbot, live, view)
    newest = live.session.newest(Task.VIEW)
    qtbot.waitUntil(lambda: live.frame_times.stats.request == newest)  # what is around the view is there, too
    monkeypatch.setattr(live.session, "request_view", lambda *_: 0)  # the engine does nothing from here on
    canvas.navigation.show(panned(view, 33, 21))
    found = pixels(canvas.visible())
    monkeypatch.undo()
    canvas.shading.use(False)
    settle(qtbot, live)
    assert np.abs(found - pixels(canvas.visible())).max() <= 1


def test_a_driver_that_fails_leaves_the_picture_to_the_processor(live, qtbot, monkeypatch):
    canvas, told = live.canvas, []
    canvas.shading.failed.connect(told.append)
    show(qtbot, live, centred(SIZE, 4.0, canvas.view.width, canvas.view.height))
    expected = pixels(canvas.visible())
    canvas.shading.use(True)
    settle(qtbot, live)

    def failing(*_):
        raise device.failure("GL_OUT_OF_MEMORY")

    monkeypatch.setattr(PolynomialPainter, "paint", failing)
    canvas.navigation.show(panned(canvas.view, 8, 0))
    canvas.grab()
    qtbot.waitUntil(lambda: not canvas.shading.on)
    canvas.navigation.show(panned(canvas.view, -8, 0))
    settle(qtbot, live)
    assert np.array_equal(pixels(canvas.visible()), expected)
    assert [str(each) for each in told] == [str(device.failure("GL_OUT_OF_MEMORY").message)]


def test_another_model_replaces_what_the_graphics_card_draws(live, qtbot):
    canvas = live.canvas
    canvas.shading.use(True)
    show(qtbot, live, centred(SIZE, 4.0, canvas.view.width, canvas.view.height))
    before, before_map = pixels(canvas.visible()), canvas.shading.held[0].map
    live.active_model.use("bicubic")
    qtbot.waitUntil(lambda: live.active_model.ready.name == "bicubic")
    assert canvas.shading.held[0].map != before_map
    qtbot.waitUntil(lambda: np.abs(pixels(canvas.visible()) - before).max() > 8)


def test_errors_of_the_driver_are_reported(graphics):
    with pytest.raises(DeviceError), graphics.guarded():
        graphics.context.program(vertex_shader="#version 330\nvoid main() { wrong; }")
    with graphics.guarded():
        pass


def test_both_painters_compare_the_same(live, qtbot):
    canvas = live.canvas
    for mode, scale in ((Mode.WIPE, 4.0), (Mode.DIFFERENCE, 5.0)):
        canvas.shading.use(False)
        canvas.compare(Comparison(mode, "bicubic", gain=4))
        show(qtbot, live, centred(SIZE, scale, canvas.view.width, canvas.view.height))
        qtbot.waitUntil(lambda: compared(live))
        expected = pixels(canvas.visible())
        canvas.shading.use(True)
        settle(qtbot, live)
        qtbot.waitUntil(lambda: compared(live))
        assert {held.reference: bool(held.tiles) for held in canvas.held} == {"": True, "bicubic": True}
        found = pixels(canvas.visible())
        assert np.abs(found - expected).max() <= (1 if mode is Mode.WIPE else 2 * 4), mode
        assert found[..., :3].std() > 1


def compared(window):
    """Whether the references of the newest view are complete."""
    newest = window.session.newest(Task.VIEW)
    return any(isinstance(e, ReferencesSettled) and e.request == newest for e in window.events)


def test_both_painters_draw_a_transparent_picture_the_same(
    make_window, qtbot, tmp_path, monkeypatch, graphics
):
    monkeypatch.setattr(active_model, "MODEL", "live")
    saved(tmp_path / "one.png", drawn(*SIZE, alpha=True))
    window = make_window(tmp_path / "one.png")
    window.canvas.findChild(GraphicsChoice).leave()  # the test chooses
    settle(qtbot, window)
    for scale in (1.3, 6.0):
        expected, found = by_both(qtbot, window, scale)
        # two roundings: of the colour, and of its product with alpha
        assert np.abs(found - expected).max() <= 2, scale
        assert np.abs(found - expected).mean() < 0.1 and found.std() > 1
