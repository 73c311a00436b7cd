"""Requests about models: list, describe, add, remove and measure. Views have priority over them."""

import threading

import pytest

from engine.checkpoints import checkpoint, library
from engine.session import events, speed
from engine.session.events import ModelDescribed, ModelMeasured, ModelsListed
from engine.session.requests import Task
from tests.engine import networks


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    """An empty folder of user data, and a small view and little time for measurements of speed."""
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(speed, "VIEW", (90, 160))
    monkeypatch.setattr(speed, "PATIENCE", 0.1)


@pytest.fixture
def file(tmp_path):
    """A small LIIF with its licence and card next to it."""
    path = tmp_path / "mine.safetensors"
    checkpoint.save_safetensors(path, networks.model("liif"))
    path.with_suffix(".LICENSE").write_text("BSD 3-Clause\nAll rights are reserved but for those given here.")
    path.with_suffix(".md").write_text("# mine\n\n| set | dB |\n|---|---|\n| mine | 30.1 |\n")
    return path


def test_every_installed_model_is_described(session, recorder):
    session.list_models()
    listed = recorder.wait(ModelsListed)
    assert listed.names == tuple(library.models()) and "live" in listed.names
    assert [offer.name for offer in listed.offers] == ["edsr-baseline-liif"]
    assert "BSD" in listed.offers[0].licence
    recorder.wait_count(ModelDescribed, len(listed.names))
    facts = {each.name: each for each in recorder.of(ModelDescribed)}
    live = facts["live"]
    assert live.parameters == library.describe("live")["parameters"]
    assert live.size == live.path.stat().st_size
    assert live.max_scale == 8 and "Scores" in live.card and not live.own and not live.fault
    assert facts["bicubic"].path is None and facts["bicubic"].size == 0


def test_a_file_is_added_with_its_licence_and_card_and_removed_again(session, recorder, file):
    session.add_model(file)
    assert "mine" in recorder.wait(ModelsListed).names
    recorder.wait_count(ModelDescribed, len(library.models()))
    mine = next(each for each in recorder.of(ModelDescribed) if each.name == "mine")
    assert mine.own and mine.licence.startswith("BSD 3-Clause") and "30.1" in mine.card
    assert mine.path.parent == library.user_folder()
    session.remove_model("mine")
    assert "mine" not in recorder.wait_count(ModelsListed, 2).names
    assert not mine.path.exists() and not mine.path.with_suffix(".md").exists()


def test_bundled_models_cannot_be_removed(session, recorder):
    path = library.find("live")
    for name in ("live", "bicubic", "../live", "unknown"):
        session.remove_model(name)
    recorder.wait_count(events.Failed, 4)
    assert {event.task for event in recorder.of(events.Failed)} == {Task.MODELS}
    assert path.is_file()


def test_a_file_that_is_no_model_is_refused(session, recorder, tmp_path):
    (tmp_path / "odd.pth").write_bytes(b"nothing of the kind")
    session.add_model(tmp_path / "odd.pth")
    assert "odd.pth" in str(recorder.wait(events.Failed).message)
    assert recorder.of(ModelsListed) == []


def test_a_damaged_model_is_described_by_its_error(session, recorder):
    library.user_folder().mkdir(parents=True)
    (library.user_folder() / "broken.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0{}")
    session.list_models()
    recorder.wait_count(ModelDescribed, len(library.models()))
    broken = next(each for each in recorder.of(ModelDescribed) if each.name == "broken")
    assert "broken" in str(broken.fault) and broken.own


def test_a_speed_is_measured_once_and_stored(session, recorder, monkeypatch):
    session.measure_model("bicubic")
    first = recorder.wait(ModelMeasured).speed
    assert first.encode_ms > 0 and first.decode_ms > 0
    session.measure_model("bicubic", again=True)
    second = recorder.wait_count(ModelMeasured, 2).speed
    assert second != first
    monkeypatch.setattr(speed, "measure", lambda *_: pytest.fail("measured again"))
    session.measure_model("bicubic")
    stored = events.ModelSpeed(round(second.encode_ms, 2), round(second.decode_ms, 2))
    assert recorder.wait_count(ModelMeasured, 3).speed == stored
    session.describe_model("bicubic")
    assert recorder.wait(ModelDescribed).speed == recorder.of(ModelMeasured)[2].speed


def test_a_measurement_yields_to_requests_and_can_be_cancelled(session, recorder, monkeypatch):
    started, go = threading.Event(), threading.Event()

    def slow(_model, _compute, check):
        started.set()
        assert go.wait(30)
        check()
        return events.ModelSpeed(1.0, 1.0)

    monkeypatch.setattr(speed, "measure", slow)
    session.measure_model("live")
    assert started.wait(30)
    session.describe_model("bicubic")
    started.clear()
    go.set()
    recorder.wait(ModelDescribed)  # is served first; then the measurement starts again
    recorder.wait(ModelMeasured)
    started.clear()
    go.clear()
    session.measure_model("bicubic")
    assert started.wait(30)
    session.cancel_measurement()
    go.set()
    session.describe_model("live")
    recorder.wait_count(ModelDescribed, 2)
    assert [event.name for event in recorder.of(ModelMeasured)] == ["live"]


def test_a_damaged_file_of_speeds_is_ignored(tmp_path):
    path = tmp_path / "data" / "speeds.json"
    path.parent.mkdir()
    for text in ("nonsense", "[]", '{"a": [1]}', '{"a": ["x", 2]}'):
        path.write_text(text)
        assert speed.load("a") is None
    speed.store("a", events.ModelSpeed(1.5, 2.5))
    assert speed.load("a") == events.ModelSpeed(1.5, 2.5)
