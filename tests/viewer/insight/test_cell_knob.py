"""The cell knob: its value reaches the decoder and the screen, and its note warns of untrained cells."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from waiting import WAIT, settle

from engine.checkpoints import library
from engine.session.events import Grade, ModelReady, Tile, TilesReady
from engine.session.requests import Task


@pytest.fixture
def knob(window, qtbot):
    if "live" not in library.models():
        pytest.skip("live is not installed")
    window.actions_by_id["inspector"].trigger()
    window.active_model.use("live")
    qtbot.waitUntil(
        lambda: any(isinstance(e, ModelReady) and e.name == "live" for e in window.events), timeout=WAIT
    )
    window.canvas.navigation.zoom_to(12.0)
    settle(qtbot, window)
    return window.insight.inspector.cell


def test_keys_move_the_slider_and_a_larger_cell_is_softer(window, knob, qtbot):
    def steepness():  # averaging over a larger cell lowers it for any picture
        return np.square(np.diff(pixels(window.canvas), axis=1)).mean()

    sharp, matching = pixels(window.canvas), steepness()
    knob.slider.setFocus()
    for _ in range(4):
        qtbot.keyClick(knob.slider, Qt.Key.Key_Right)
    assert window.canvas.view.cell == 4.0 and knob.value.text() == "×4"
    settle(qtbot, window)
    qtbot.waitUntil(lambda: steepness() < 0.98 * matching)
    window.actions_by_id["cell"].trigger()
    assert knob.slider.value() == 0 and knob.value.text() == "×1"
    settle(qtbot, window)
    assert (pixels(window.canvas) == sharp).all()


def pixels(canvas):
    image = canvas.visible()
    samples = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return samples.astype(int)


def test_the_note_shows_the_cell_size_and_whether_the_model_was_trained_with_it(window, knob, qtbot):
    knob.set_max_scale(4.0)
    knob.slider.setValue(4)
    assert knob.note.text() == "0.333 px of the source."
    knob.slider.setValue(0)
    assert knob.note.text() == "0.0833 px of the source; the model was trained with 0.25 to 1 px."
    assert "×1" in knob.slider.accessibleDescription() and "0.0833" in knob.slider.accessibleDescription()
    window.canvas.navigation.fit()
    settle(qtbot, window)
    assert "source itself" in knob.note.text()


def test_the_cell_is_kept_when_the_zoom_or_the_picture_changes(window, knob, qtbot, photo):
    knob.slider.setValue(-2)
    window.canvas.navigation.zoom_to(5.0)
    settle(qtbot, window)
    window.canvas.navigation.fit()
    window.opening.open(photo.with_name("a10.png"))
    qtbot.waitUntil(lambda: window.windowTitle() == "a10.png")
    settle(qtbot, window)
    assert window.canvas.view.cell == 0.5


def test_tiles_of_another_cell_are_dropped(window, knob):
    canvas = window.canvas
    before = canvas.layers.tile_bytes
    tile = Tile(12.0, 0, 0, np.zeros((64, 64, 4), np.uint8), Grade.EXACT)
    canvas.put(TilesReady(window.session.newest(Task.VIEW), 1, (tile,), 2.0))
    assert canvas.layers.tile_bytes == before
    canvas.put(TilesReady(window.session.newest(Task.VIEW), 1, (tile,), 1.0))
    assert (
        canvas.layers.tile_bytes != before
        or canvas.layers.best_first(12.0)[0].images[0, 0].pixels is tile.pixels
    )
