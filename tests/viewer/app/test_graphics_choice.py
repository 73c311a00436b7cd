"""What draws the picture: the setting and a measurement decide, once the window is idle, and a failure is said once."""

import json
import subprocess
import sys

import pytest
from waiting import settle

from engine.base.errors import DeviceError
from engine.base.own_command import own_command
from viewer.app import graphics_choice
from viewer.base import settings
from viewer.graphics import device, image_painter, measurement
from viewer.graphics.measurement import FAST_MS, Measured

QUICK, SLOW = Measured("a card", False, FAST_MS / 100), Measured("a card", False, FAST_MS * 2)
SOFTWARE, BROKEN = Measured("llvmpipe", True), Measured(fault="no driver")


@pytest.fixture
def card(monkeypatch, graphics):
    """A stand-in for the measurement of the driver: returns a function that sets what is measured."""
    monkeypatch.setattr(graphics_choice, "IDLE", 0)

    def use(measured):
        monkeypatch.setattr(measurement, "in_child", lambda: measured)

    return use


@pytest.mark.parametrize(
    ("painter", "measured", "on"),
    [
        ("auto", QUICK, True),
        ("auto", SLOW, False),
        ("auto", SOFTWARE, False),
        ("auto", BROKEN, False),
        ("graphics", SLOW, True),
        ("graphics", SOFTWARE, True),
        ("graphics", BROKEN, False),
    ],
)
def test_a_measurement_decides(make_window, photo, qtbot, card, painter, measured, on):
    card(measured)
    settings.change(painter=painter)
    window = make_window(photo)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: measurement.stored() == measured)
    qtbot.waitUntil(lambda: window.canvas.shading.on == on)
    # automatic says nothing of a card that cannot be used: nobody asked for it
    assert ("no driver" in window.notices.text) == (painter == "graphics" and measured is BROKEN)


def test_the_processor_is_chosen_without_a_measurement(make_window, photo, qtbot, card, monkeypatch):
    card(QUICK)
    settings.change(painter="processor")
    window = make_window(photo)
    settle(qtbot, window)
    settings.change(painter="auto")
    qtbot.waitUntil(lambda: window.canvas.shading.on)
    settings.change(painter="processor")
    assert not window.canvas.shading.on


def test_a_card_that_failed_is_measured_again_when_it_is_asked_for(make_window, photo, qtbot, card):
    card(BROKEN)
    settings.change(painter="auto")
    window = make_window(photo)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: measurement.stored() == BROKEN)
    card(QUICK)  # a driver was installed
    settings.change(painter="graphics")
    qtbot.waitUntil(lambda: window.canvas.shading.on)
    assert measurement.stored() == QUICK


def test_a_failure_is_said_once_and_lasts_for_the_session(make_window, photo, qtbot, card):
    card(QUICK)
    settings.change(painter="auto")
    window = make_window(photo)
    settle(qtbot, window)
    shading = window.canvas.shading
    qtbot.waitUntil(lambda: shading.on)
    shading._fail(device.failure("GL_INVALID_OPERATION"))
    qtbot.waitUntil(lambda: not shading.on)
    assert "GL_INVALID_OPERATION" in window.notices.text
    settings.change(painter="graphics")
    assert not shading.on


def test_the_measurement_runs_in_a_process_of_its_own(graphics):
    done = subprocess.run(own_command([measurement.CHILD]), capture_output=True, check=True, timeout=120)
    found = Measured(**json.loads(done.stdout))
    assert found.renderer == graphics.renderer
    assert found.software == graphics.is_software and (found.ms is None) == found.software


@pytest.mark.parametrize("code", ["import os; os.abort()", "print('no JSON')", "print('[1]')"])
def test_a_driver_that_ends_the_process_counts_as_none(monkeypatch, code):
    monkeypatch.undo()  # the fixture of all window tests measures nothing
    monkeypatch.setattr(measurement, "own_command", lambda _: [sys.executable, "-c", code])
    found = measurement.in_child()
    assert found.fault and not found.renderer and not found.fast(1)


def test_a_frame_is_measured_and_its_colours_are_checked(graphics, monkeypatch):
    monkeypatch.setattr(measurement, "FRAME", (216, 384))
    monkeypatch.setattr(measurement, "REPEATS", 1)
    assert measurement.frame_ms() > 0
    expected = measurement._expected
    monkeypatch.setattr(measurement, "_expected", lambda *given: 255 - expected(*given))
    with pytest.raises(DeviceError, match="colours are wrong"):
        measurement.frame_ms()


def test_the_shaders_of_images_are_checked_too(graphics, monkeypatch):
    monkeypatch.setattr(measurement, "FRAME", (216, 384))
    monkeypatch.setattr(measurement, "REPEATS", 1)
    monkeypatch.setattr(image_painter, "_neighbours", lambda axis: (axis.positions()[0], axis.positions()[1]))
    with pytest.raises(DeviceError, match="colours are wrong"):
        measurement.frame_ms()


def test_a_larger_screen_needs_a_faster_card():
    card = Measured("a card", False, FAST_MS / 2)
    assert card.fast(1920 * 1080) and card.fast(2560 * 1440) and not card.fast(3840 * 2160)
    assert not Measured("a card", False, FAST_MS * 1.1).fast(640 * 480)
