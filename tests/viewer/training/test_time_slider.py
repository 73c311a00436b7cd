"""The time slider requests one model at a time, and the latest of several positions."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from viewer.training.time_slider import TimeSlider
from viewer.widgets.focus_keys import FocusKeys

STOPS = tuple((f"step {step}", Path(f"step-{step}")) for step in (10, 20, 30, 40))


@pytest.fixture
def slider(qtbot):
    slider = TimeSlider()
    qtbot.addWidget(slider)
    slider.requested = []
    slider.chosen.connect(slider.requested.append)
    slider.offer("mine", STOPS)
    slider.show()
    return slider


def test_it_begins_at_the_last_stop(slider):
    slider.choose_last()
    assert slider.requested == ["step-40"] and slider.label.text() == "step 40"


def test_while_a_model_loads_only_the_last_position_is_kept(slider, qtbot):
    slider.choose_last()
    for value in (2, 1, 0):
        slider.slider.setValue(value)
    assert slider.label.text() == "step 10"
    qtbot.waitUntil(lambda: not slider._debounce.isActive())
    assert slider.requested == ["step-40"]
    slider.model_loaded()
    assert slider.requested == ["step-40", "step-10"]
    slider.model_loaded()
    assert slider.requested == ["step-40", "step-10"]


def test_new_checkpoints_do_not_move_it(slider):
    slider.slider.setValue(1)
    slider.offer("mine", (*STOPS, ("step 50", Path("step-50"))))
    assert slider.label.text() == "step 20" and slider.slider.maximum() == 4


def test_a_deleted_checkpoint_is_replaced_by_the_next_one(slider, qtbot):
    slider.slider.setValue(1)
    qtbot.waitUntil(lambda: slider.requested == ["step-20"])
    slider.offer("mine", (STOPS[0], *STOPS[2:], ("best", Path("best"))))
    assert slider.label.text() == "step 30"
    slider.model_loaded()
    qtbot.waitUntil(lambda: slider.requested == ["step-20", "step-30"])
    slider.slider.setValue(3)
    slider.offer("mine", STOPS)  # the best is the last stop
    assert slider.label.text() == "step 40"


def test_after_another_model_the_same_stop_can_be_requested_again(slider, qtbot):
    slider.choose_last()
    slider.model_loaded()
    slider.model_loaded()  # the user has chosen a model from the menu
    slider.slider.setValue(2)
    slider.slider.setValue(3)
    qtbot.waitUntil(lambda: slider.requested == ["step-40", "step-40"])


def test_keys_that_move_it_do_not_trigger_the_window_s_commands(slider, qtbot):
    commands = []
    for key in ("Home", "Right", "End"):
        action = QAction(slider.window(), shortcut=QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: commands.append(key))
        slider.window().addAction(action)
    FocusKeys(slider.window(), slider, lambda: False)
    slider.slider.setFocus()
    for key, label in (
        (Qt.Key.Key_Home, "step 10"),
        (Qt.Key.Key_Right, "step 20"),
        (Qt.Key.Key_End, "step 40"),
    ):
        qtbot.keyClick(slider.slider, key)
        assert slider.label.text() == label
    assert commands == []
