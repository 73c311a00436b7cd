"""Wheel, trackpad and flick input, and the animations that follow from it."""

from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from pytest import approx

from engine.geometry.viewport import centred, panned
from viewer.canvas.animation import DECAY, DURATION, FLIGHT, MIN_SPEED, Flight, Glide, Zoom, is_short_flight
from viewer.canvas.gestures import PAUSE, Flick, PanBy, ZoomBy, wheel

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
RESTING, MOVING = Qt.ScrollPhase.NoScrollPhase, Qt.ScrollPhase.ScrollUpdate


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


def scroll(device, angle=(0, 0), pixels=(0, 0), modifiers=NONE, phase=RESTING):
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(*pixels),
        QPoint(*angle),
        Qt.MouseButton.NoButton,
        modifiers,
        phase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        device,
    )


def test_a_notch_zooms_a_quarter_octave_and_fine_steps_in_proportion(mouse):
    assert wheel(scroll(mouse, (0, 120))) == ZoomBy(2**0.25, smooth=True)
    assert wheel(scroll(mouse, (0, -120))) == ZoomBy(2**-0.25, smooth=True)
    fine = wheel(scroll(mouse, (0, 15)))
    assert fine.factor**8 == approx(2**0.25)


def test_two_fingers_pan(touchpad, mouse):
    assert wheel(scroll(touchpad, (24, -40), (12, -20))) == PanBy(12, -20)
    # if the system does not name the device, only a trackpad sends scroll phases
    assert wheel(scroll(mouse, (24, -40), (12, -20), phase=MOVING)) == PanBy(12, -20)
    without_pixels = wheel(scroll(touchpad, (0, -120)))
    assert isinstance(without_pixels, PanBy) and without_pixels.dy < 0


def test_ctrl_zooms_with_wheel_and_trackpad(touchpad, mouse):
    assert wheel(scroll(mouse, (0, 120), modifiers=CTRL)) == ZoomBy(2**0.25, smooth=True)
    pinched = wheel(scroll(touchpad, (0, 40), (0, 20), modifiers=CTRL))
    assert isinstance(pinched, ZoomBy) and pinched.factor > 1 and not pinched.smooth


def test_shift_pans_sideways(mouse):
    intent = wheel(scroll(mouse, (0, 120), modifiers=SHIFT))
    assert isinstance(intent, PanBy) and intent.dx > 0 and intent.dy == 0


def test_alt_pans_vertically_also_if_the_system_swaps_the_axes(mouse):
    assert wheel(scroll(mouse, (0, 120), modifiers=ALT)) == PanBy(0, 48)
    assert wheel(scroll(mouse, (120, 0), modifiers=ALT)) == PanBy(0, 48)


def test_the_speed_of_a_flick_is_measured_at_its_end():
    flick = Flick()
    for k in range(10):
        flick.add(PanBy(1, 0), k * 0.01)
    for k in range(10, 24):
        flick.add(PanBy(8, -4), k * 0.01)
    assert flick.speed(0.23) == (approx(800), approx(-400))
    assert flick.speed(0.231 + PAUSE) == (0, 0)


def test_a_slow_drag_and_a_single_movement_are_no_flick():
    slow, single = Flick(), Flick()
    for k in range(10):
        slow.add(PanBy(1, 0), k * 0.01)
    single.add(PanBy(50, 0), 0.0)
    assert slow.speed(0.09) == single.speed(0.0) == (0, 0)


@pytest.mark.parametrize("rate", [24, 60, 144])
def test_a_glide_covers_the_same_distance_at_any_frame_rate(rate):
    start = centred((4000, 3000), 4.0, 400, 300)
    glide = Glide(start, 900.0, -300.0, start_time=5.0)
    views, now = [start], 5.0
    while not glide.has_ended(now):
        now += 1 / rate
        views.append(glide.view(views[-1], now))
    assert views[-1] == glide.end(start)
    distance = float(views[-1].left - start.left) * 4
    assert distance == approx(900 * DECAY * (1 - MIN_SPEED / (900**2 + 300**2) ** 0.5))
    assert float(start.top - views[-1].top) * 4 == approx(distance / 3)
    steps = [float(b.left - a.left) for a, b in pairwise(views)]
    assert steps == sorted(steps, reverse=True) and steps[-1] >= 0  # it slows down and never reverses


@pytest.mark.parametrize(("scale", "dx"), [(64.0, 0), (64.0, 900), (4.0, 900), (0.5, 30)])
def test_a_flight_zooms_about_one_fixed_point_and_ends_exactly(scale, dx):
    start = centred((4000, 3000), 4.0, 400, 300)
    target = panned(centred((4000, 3000), scale, 400, 300), dx, dx / 3)
    flight = Flight(start, target, start_time=0.0)
    views = [flight.view(start, FLIGHT * step / 20) for step in range(21)]
    assert views[-1] == target == flight.end(start) and flight.has_ended(FLIGHT)
    assert views[0].left == approx(start.left) and views[0].scale == start.scale
    scales = [view.scale for view in views]
    assert scales == sorted(scales, reverse=scale < 4)
    if scale != 4.0:
        # the device px that shows the same source position before and after shows it during the whole flight
        fixed = float((target.left - start.left) / (1 / Fraction(4.0) - 1 / Fraction(scale)))
        positions = [float(view.left + Fraction(fixed) / Fraction(view.scale)) for view in views]
        assert positions == approx([positions[0]] * 21, abs=1e-6)


def test_a_distant_view_is_no_short_flight():
    here = centred((4000, 3000), 4.0, 400, 300)
    assert is_short_flight(here, panned(here, 2000, 0)) and not is_short_flight(here, panned(here, 4000, 0))
    assert is_short_flight(here, centred((4000, 3000), 1e9, 400, 300))


def test_a_zoom_is_symmetric_in_octaves_and_ends_exactly():
    zoom = Zoom(1.0, 16.0, 3, 4, start_time=10.0)
    scales = [zoom.scale(10 + DURATION * step / 10) for step in (*range(10), 10.01)]
    assert scales[0] == 1.0
    assert scales == sorted(scales)
    assert scales[-1] == 16.0
    assert zoom.has_ended(10.01 + DURATION) and not zoom.has_ended(10 + DURATION / 2)
    # zooming in and zooming out by the same factor are symmetric
    back = Zoom(16.0, 1.0, 3, 4, start_time=10.0)
    assert back.scale(10.04) * zoom.scale(10.04) == approx(16.0)
