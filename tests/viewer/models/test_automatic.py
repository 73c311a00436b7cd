"""The automatic choice of the model in a real window: what decides it, and what ends it."""

import sys

import pytest
from waiting import WAIT

from engine.checkpoints import library
from engine.compute import device, threads
from engine.session import speed
from engine.session.events import ModelSpeed
from viewer.app import restoring
from viewer.canvas.comparison import title
from viewer.models import automatic
from viewer.models.automatic import BEST, QUICK
from viewer.models.menu import AUTOMATIC


@pytest.mark.parametrize(
    ("encode_ms", "on_battery", "name"),
    [(80, False, BEST), (500, False, BEST), (501, False, QUICK), (80, True, QUICK), (3000, True, QUICK)],
)
def test_the_best_model_needs_a_quick_machine_and_a_cable(encode_ms, on_battery, name):
    chosen, reason = automatic.choose(ModelSpeed(encode_ms, 40.0), on_battery)
    assert chosen == name and f"Automatic: {title(name)}," in reason


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is Linux's")
@pytest.mark.parametrize(
    ("status", "on_battery"), [("Discharging", True), ("Charging", False), (None, False)]
)
def test_a_battery_that_discharges_is_found_and_its_folder_may_be_missing(
    tmp_path, monkeypatch, status, on_battery
):
    folder = tmp_path / "power_supply"
    monkeypatch.setattr("psutil._pslinux.POWER_SUPPLY_PATH", str(folder))
    if status is not None:
        battery = folder / "BAT0"
        battery.mkdir(parents=True)
        values = {"energy_now": 50, "energy_full": 100, "power_now": 10, "capacity": 50, "status": status}
        for name, value in values.items():
            (battery / name).write_text(f"{value}\n")
    assert automatic.runs_on_battery() is on_battery


@pytest.fixture
def window(make_window, photo, qtbot, monkeypatch):
    """A window that decodes with bicubic, on a machine with a cable."""
    monkeypatch.setattr(automatic, "runs_on_battery", lambda: False)
    window = make_window(photo)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    return window


def know_speed(encode_ms):
    """Stores what a measurement of the best model would have found."""
    threads.use_threads()  # the speed is that of the engine's number of threads
    for precision in ("auto", "fp32"):  # whichever the window uses
        key = speed.key_of(BEST, library.find(BEST), device.choose("auto", precision))
        speed.store(key, ModelSpeed(encode_ms, 40.0))


def choose(window, text):
    next(action for action in window.models.actions() if action.text() == text).trigger()


def checked(window):
    return [action.text() for action in window.models.actions() if action.isChecked()]


def test_a_quick_machine_gets_the_best_model(window, qtbot):
    know_speed(120.0)
    choose(window, "Automatic")
    qtbot.waitUntil(lambda: checked(window) == [f"Automatic ({title(BEST)})"], timeout=WAIT)
    assert window.active_model.ready.name == BEST
    assert f"Automatic: {title(BEST)}" in window.notices.text
    assert restoring.snapshot(window)[restoring.VIEW]["model"] == AUTOMATIC


def test_a_slow_machine_keeps_the_quick_model(window, qtbot):
    know_speed(900.0)
    choose(window, "Automatic")
    qtbot.waitUntil(lambda: "takes" in window.notices.text, timeout=WAIT)
    assert window.active_model.ready.name == QUICK and checked(window) == [f"Automatic ({title(QUICK)})"]


def test_another_choice_ends_it(window, qtbot):
    know_speed(900.0)
    choose(window, "Automatic")
    qtbot.waitUntil(lambda: checked(window) == [f"Automatic ({title(QUICK)})"], timeout=WAIT)
    choose(window, "Bicubic")
    qtbot.waitUntil(lambda: window.active_model.ready.name == "bicubic", timeout=WAIT)
    assert checked(window) == ["Bicubic"]
    assert not window.active_model.automatic
    assert restoring.snapshot(window)[restoring.VIEW]["model"] == "bicubic"


def test_a_machine_without_the_best_model_is_not_offered_the_choice(window):
    window.models.offer(("bicubic", QUICK), "bicubic", "bicubic")
    assert [action.text() for action in window.models.actions()][:2] == ["Bicubic", title(QUICK)]
    window.models.offer(("bicubic", QUICK, BEST), "bicubic", "bicubic")
    assert window.models.actions()[0].text() == "Automatic"
