import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from pytest import approx

from viewer.animation import DURATION, Zoom
from viewer.gestures import PanBy, ZoomBy, wheel

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
STILL, MOVING = Qt.ScrollPhase.NoScrollPhase, Qt.ScrollPhase.ScrollUpdate


def device(kind):
    return QPointingDevice(
        "a device",
        7,
        kind,
        QPointingDevice.PointerType.Generic,
        QInputDevice.Capability.Position,
        1,
        3,
    )


@pytest.fixture(scope="module")
def mouse():
    return device(QInputDevice.DeviceType.Mouse)


@pytest.fixture(scope="module")
def touchpad():
    return device(QInputDevice.DeviceType.TouchPad)


def scroll(on, turn=(0, 0), pixels=(0, 0), modifiers=NONE, phase=STILL):
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(*pixels),
        QPoint(*turn),
        Qt.MouseButton.NoButton,
        modifiers,
        phase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        on,
    )


def test_a_notch_is_a_quarter_of_an_octave_and_fine_wheels_are_in_proportion(mouse):
    assert wheel(scroll(mouse, (0, 120))) == ZoomBy(2**0.25, smooth=True)
    assert wheel(scroll(mouse, (0, -120))) == ZoomBy(2**-0.25, smooth=True)
    fine = wheel(scroll(mouse, (0, 15)))
    assert fine.factor**8 == approx(2**0.25)


def test_two_fingers_pan(touchpad, mouse):
    assert wheel(scroll(touchpad, (24, -40), (12, -20))) == PanBy(12, -20)
    # a system that does not name the device gives the phases that only fingers have
    assert wheel(scroll(mouse, (24, -40), (12, -20), phase=MOVING)) == PanBy(12, -20)
    without_pixels = wheel(scroll(touchpad, (0, -120)))
    assert isinstance(without_pixels, PanBy) and without_pixels.dy < 0


def test_ctrl_zooms_with_either(touchpad, mouse):
    assert wheel(scroll(mouse, (0, 120), modifiers=CTRL)) == ZoomBy(2**0.25, smooth=True)
    pinched = wheel(scroll(touchpad, (0, 40), (0, 20), modifiers=CTRL))
    assert isinstance(pinched, ZoomBy) and pinched.factor > 1 and not pinched.smooth


def test_shift_pans_sideways(mouse):
    intent = wheel(scroll(mouse, (0, 120), modifiers=SHIFT))
    assert isinstance(intent, PanBy) and intent.dx > 0 and intent.dy == 0


def test_a_zoom_is_even_to_the_eye_and_ends_exactly():
    zoom = Zoom(1.0, 16.0, 3, 4, begun=10.0)
    scales = [zoom.scale(10 + DURATION * step / 10) for step in (*range(10), 10.01)]
    assert scales[0] == 1.0
    assert scales == sorted(scales)
    assert scales[-1] == 16.0
    assert zoom.over(10.01 + DURATION) and not zoom.over(10 + DURATION / 2)
    # as much on the way in as on the way out
    back = Zoom(16.0, 1.0, 3, 4, begun=10.0)
    assert back.scale(10.04) * zoom.scale(10.04) == approx(16.0)
