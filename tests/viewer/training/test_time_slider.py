"""The time slider asks for one model at a time, and for the latest that was wished."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from viewer.training.time_slider import TimeSlider

STOPS = tuple((f"step {step}", Path(f"step-{step}")) for step in (10, 20, 30, 40))


@pytest.fixture
def slider(qtbot):
    slider = TimeSlider()
    qtbot.addWidget(slider)
    slider.asked = []
    slider.chosen.connect(slider.asked.append)
    slider.offer("mine", STOPS)
    slider.show()
    return slider


def test_it_begins_at_the_last_stop(slider):
    slider.choose_last()
    assert slider.asked == ["step-40"] and slider.place.text() == "step 40"


def test_of_the_wishes_beside_a_loading_model_only_the_last_is_asked_for(slider, qtbot):
    slider.choose_last()
    for value in (2, 1, 0):
        slider.slider.setValue(value)
    assert slider.place.text() == "step 10"
    qtbot.waitUntil(lambda: not slider._rest.isActive())
    assert slider.asked == ["step-40"]
    slider.served()
    assert slider.asked == ["step-40", "step-10"]
    slider.served()
    assert slider.asked == ["step-40", "step-10"]


def test_new_checkpoints_leave_it_where_it_is(slider):
    slider.slider.setValue(1)
    slider.offer("mine", (*STOPS, ("step 50", Path("step-50"))))
    assert slider.place.text() == "step 20" and slider.slider.maximum() == 4


def test_a_checkpoint_that_is_dropped_gives_way_to_the_one_after_it(slider, qtbot):
    slider.slider.setValue(1)
    qtbot.waitUntil(lambda: slider.asked == ["step-20"])
    slider.offer("mine", (STOPS[0], *STOPS[2:], ("best", Path("best"))))
    assert slider.place.text() == "step 30"
    slider.served()
    qtbot.waitUntil(lambda: slider.asked == ["step-20", "step-30"])
    slider.slider.setValue(3)
    slider.offer("mine", STOPS)  # nothing comes after the best
    assert slider.place.text() == "step 40"


def test_after_another_model_the_same_stop_can_be_asked_for_again(slider, qtbot):
    slider.choose_last()
    slider.served()
    slider.served()  # the user has chosen a model from the menu
    slider.slider.setValue(2)
    slider.slider.setValue(3)
    qtbot.waitUntil(lambda: slider.asked == ["step-40", "step-40"])


def test_it_keeps_the_keys_that_move_it_from_the_windows_commands(slider, qtbot):
    commands = []
    for key in ("Home", "Right", "End"):
        action = QAction(slider.window(), shortcut=QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: commands.append(key))
        slider.window().addAction(action)
    slider.slider.setFocus()
    for key, place in (
        (Qt.Key.Key_Home, "step 10"),
        (Qt.Key.Key_Right, "step 20"),
        (Qt.Key.Key_End, "step 40"),
    ):
        qtbot.keyClick(slider.slider, key)
        assert slider.place.text() == place
    assert commands == []
