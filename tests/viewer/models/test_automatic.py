"""The automatic choice of the model in a real window: what decides it, and what ends it."""

import sys
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest
from pictures import drawn, saved
from waiting import WAIT, settle

from engine.checkpoints import library
from engine.compute import device, threads
from engine.geometry.fit import Fit
from engine.images import demo_photo
from engine.session import speed
from engine.session.events import ModelReady, ModelSpeed
from trainer.data.drawn.page import page
from viewer.app import main_window, restoring
from viewer.base import settings
from viewer.canvas.comparison import title
from viewer.models import automatic, card_scores, open_picture
from viewer.models.automatic import BEST, QUICK, QUICK_PHOTO
from viewer.models.menu import AUTOMATIC
from viewer.models.picture_kind import DRAWN, JPEG, PHOTO


@pytest.mark.parametrize("kind", [PHOTO, DRAWN, JPEG, None])
@pytest.mark.parametrize(
    ("encode_ms", "on_battery", "quick"),
    [(80, False, False), (500, False, False), (501, False, True), (80, True, True), (3000, True, True)],
)
def test_the_best_model_needs_a_quick_machine_and_a_cable(encode_ms, on_battery, quick, kind):
    chosen, reason = automatic.choose(ModelSpeed(encode_ms, 40.0), on_battery, kind)
    assert chosen == ((QUICK_PHOTO if kind == PHOTO else QUICK) if quick else BEST)
    assert reason.startswith(f"Automatic: {title(chosen)}") and "{" not in reason


def test_the_choice_by_the_picture_agrees_with_the_scores_of_the_cards():
    cards = {name: library.card(name) for name in automatic.QUICK_ONES}
    for kind in card_scores.KINDS:
        assert automatic.quick(kind) == card_scores.best_model(cards, kind)
    best = card_scores.gains(library.card(BEST))
    assert best[PHOTO] > max(card_scores.gains(card)[PHOTO] for card in cards.values())


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


@pytest.fixture
def files(tmp_path):
    """Paths of a clean photo, of a drawn page, and of the photo saved as JPEG."""
    with PIL.Image.open(demo_photo.PATH) as photo:
        clean = photo.convert("RGB").resize((800, 450), PIL.Image.Resampling.LANCZOS)
    (tmp_path / "kinds").mkdir()
    paths = {name: tmp_path / "kinds" / name for name in ("photo.png", "page.png", "photo.jpg")}
    clean.save(paths["photo.png"])
    clean.save(paths["photo.jpg"], quality=70)
    saved(paths["page.png"], np.ascontiguousarray(page(9, 0).transpose(1, 2, 0)))
    return paths


def open_file(window, qtbot, path):
    """Opens a file and waits until it is shown, and no model is loading."""
    window.open_paths(str(path))
    qtbot.waitUntil(lambda: window.opening.current == path, timeout=WAIT)
    settle(qtbot, window)
    active = window.active_model
    qtbot.waitUntil(lambda: active.ready is not None and active.ready.requested == active.requested)
    return active.requested


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


def test_a_slow_machine_follows_the_kind_of_the_picture_and_says_each_reason_once(window, qtbot, files):
    know_speed(900.0)
    choose(window, "Automatic")
    qtbot.waitUntil(lambda: "takes" in window.notices.text, timeout=WAIT)
    window.notices.dismiss()
    assert open_file(window, qtbot, files["photo.png"]) == QUICK_PHOTO
    assert f"Automatic: {title(QUICK_PHOTO)} for this photo" in window.notices.text
    assert checked(window) == [f"Automatic ({title(QUICK_PHOTO)})"]
    window.notices.dismiss()
    for name in ("page.png", "photo.jpg"):
        assert open_file(window, qtbot, files[name]) == QUICK
    assert open_file(window, qtbot, files["photo.png"]) == QUICK_PHOTO
    assert window.notices.isHidden()
    window.actions_by_id["rotate-right"].trigger()
    settle(qtbot, window)
    assert window.active_model.requested == QUICK_PHOTO
    assert restoring.snapshot(window)[restoring.VIEW]["model"] == AUTOMATIC


def test_a_reason_hides_no_other_notice(window, qtbot, files):
    know_speed(900.0)
    choose(window, "Automatic")
    qtbot.waitUntil(lambda: "takes" in window.notices.text, timeout=WAIT)
    window.notices.keep("A training ended.")
    assert open_file(window, qtbot, files["photo.png"]) == QUICK_PHOTO
    assert window.notices.text == "A training ended."


def test_a_quick_machine_keeps_the_best_model_for_every_kind(window, qtbot, files):
    know_speed(120.0)
    choose(window, "Automatic")
    qtbot.waitUntil(lambda: checked(window) == [f"Automatic ({title(BEST)})"], timeout=WAIT)
    for path in files.values():
        assert open_file(window, qtbot, path) == BEST


def test_a_chosen_model_stays_and_no_kind_is_told(window, qtbot, files, monkeypatch):
    monkeypatch.setattr(open_picture, "kind_of", lambda _pixels: pytest.fail("nothing asks for the kind"))
    for path in files.values():
        assert open_file(window, qtbot, path) == "bicubic"


@pytest.mark.parametrize("enlarged", [False, True])
def test_the_first_model_is_the_one_for_the_picture(
    make_window, tmp_path, qtbot, files, enlarged, monkeypatch
):
    """It is loaded alone: the picture is known before a view needs a model, unless the opening takes long."""
    monkeypatch.setattr(automatic, "runs_on_battery", lambda: False)
    monkeypatch.setattr(main_window, "MODEL_DELAY", WAIT)
    know_speed(900.0)
    settings.change(fit=Fit.WHOLE)
    path = saved(tmp_path / "small.png", drawn(300, 200)) if enlarged else files["photo.png"]
    window = make_window()
    window.active_model.begin_with(AUTOMATIC)
    window.open_paths(str(path))
    qtbot.waitUntil(lambda: "Automatic" in window.notices.text, timeout=WAIT)
    settle(qtbot, window)
    assert [e.requested for e in window.events if isinstance(e, ModelReady)] == [QUICK_PHOTO]
    assert (window.canvas.view.scale > 1) is enlarged


def test_a_bookmark_of_the_other_quick_model_leaves_the_choice_automatic(window, qtbot, files):
    know_speed(900.0)
    choose(window, "Automatic")
    assert open_file(window, qtbot, files["page.png"]) == QUICK
    bookmark = window.bookmarks.current_view()
    assert open_file(window, qtbot, files["photo.png"]) == QUICK_PHOTO
    window.bookmarks.go(bookmark)
    assert open_file(window, qtbot, files["page.png"]) == QUICK and window.active_model.automatic
    window.bookmarks.go(replace(bookmark, model="bicubic"))
    assert window.active_model.requested == "bicubic" and not window.active_model.automatic
