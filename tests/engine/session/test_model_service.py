"""Telling of models, adding and removing them, timing one: beside viewing, which goes first."""

import threading

import pytest

from engine.checkpoints import checkpoint, library
from engine.compute.device import choose
from engine.session import events, speed
from engine.session.events import ModelDescribed, ModelMeasured, ModelsListed
from engine.session.requests import Task
from engine.session.session import Session
from tests.engine import networks


class Recorder:
    """Collects events, and waits for them."""

    def __init__(self):
        self.events, self.came = [], threading.Condition()

    def __call__(self, event):
        with self.came:
            self.events.append(event)
            self.came.notify_all()

    def wait(self, kind, count=1):
        with self.came:
            assert self.came.wait_for(lambda: len(self.of(kind)) >= count, timeout=30), self.events
            return self.of(kind)[count - 1]

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def told(tmp_path, monkeypatch):
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(speed, "VIEW", (90, 160))  # sooner
    return Recorder()


@pytest.fixture
def session(told):
    made = Session(told)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path):
    """A small LIIF with its licence and card beside it."""
    path = tmp_path / "mine.safetensors"
    checkpoint.save_safetensors(path, networks.model("liif"))
    path.with_suffix(".LICENSE").write_text("BSD 3-Clause\nAll rights are reserved but for those given here.")
    path.with_suffix(".md").write_text("# mine\n\n| set | dB |\n|---|---|\n| mine | 30.1 |\n")
    return path


def test_every_installed_model_is_told_of(session, told):
    session.list_models()
    listed = told.wait(ModelsListed)
    assert listed.names == tuple(library.models()) and "live" in listed.names
    assert [offer.name for offer in listed.offers] == ["edsr-baseline-liif"]
    assert "BSD" in listed.offers[0].licence
    told.wait(ModelDescribed, len(listed.names))
    facts = {each.name: each for each in told.of(ModelDescribed)}
    live = facts["live"]
    assert live.parameters == library.describe("live")["parameters"]
    assert live.size == live.path.stat().st_size
    assert live.max_scale == 8 and "Scores" in live.card and not live.own and not live.fault
    assert facts["bicubic"].path is None and facts["bicubic"].size == 0


def test_a_file_is_added_with_its_licence_and_card_and_removed_again(session, told, file):
    session.add_model(file)
    assert "mine" in told.wait(ModelsListed).names
    told.wait(ModelDescribed, 3)
    mine = next(each for each in told.of(ModelDescribed) if each.name == "mine")
    assert mine.own and mine.licence.startswith("BSD 3-Clause") and "30.1" in mine.card
    assert mine.path.parent == library.user_folder()
    session.remove_model("mine")
    assert "mine" not in told.wait(ModelsListed, 2).names
    assert not mine.path.exists() and not mine.path.with_suffix(".md").exists()


def test_what_comes_with_unpixel_is_not_removed(session, told):
    path = library.find("live")
    for name in ("live", "bicubic", "../live", "unknown"):
        session.remove_model(name)
    told.wait(events.Failed, 4)
    assert {event.task for event in told.of(events.Failed)} == {Task.MODELS}
    assert path.is_file()


def test_a_file_that_is_no_model_is_not_added(session, told, tmp_path):
    (tmp_path / "odd.pth").write_bytes(b"nothing of the kind")
    session.add_model(tmp_path / "odd.pth")
    assert "odd.pth" in str(told.wait(events.Failed).message)
    assert told.of(ModelsListed) == []


def test_a_damaged_model_is_told_of_with_its_fault(session, told):
    library.user_folder().mkdir(parents=True)
    (library.user_folder() / "broken.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0{}")
    session.list_models()
    told.wait(ModelDescribed, 3)
    broken = next(each for each in told.of(ModelDescribed) if each.name == "broken")
    assert "broken" in str(broken.fault) and broken.own


def test_a_speed_is_measured_once_and_kept(session, told, monkeypatch):
    session.measure_model("bicubic")
    first = told.wait(ModelMeasured).speed
    assert first.encode_ms > 0 and first.decode_ms > 0
    session.measure_model("bicubic", again=True)
    assert told.wait(ModelMeasured, 2).speed != first
    monkeypatch.setattr(speed, "measure", lambda *_: pytest.fail("measured again"))
    session.measure_model("bicubic")
    assert told.wait(ModelMeasured, 3).speed == speed.load(speed.key_of("bicubic", None, choose()))
    session.describe_model("bicubic")
    assert told.wait(ModelDescribed).speed == told.of(ModelMeasured)[2].speed


def test_measuring_gives_way_and_is_called_off(session, told, monkeypatch):
    begun, go = threading.Event(), threading.Event()

    def slow(_model, _compute, check):
        begun.set()
        assert go.wait(30)
        check()
        return events.ModelSpeed(1.0, 1.0)

    monkeypatch.setattr(speed, "measure", slow)
    session.measure_model("live")
    assert begun.wait(30)
    session.describe_model("bicubic")
    begun.clear()
    go.set()
    told.wait(ModelDescribed)  # goes first; then measuring begins anew
    told.wait(ModelMeasured)
    begun.clear()
    go.clear()
    session.measure_model("bicubic")
    assert begun.wait(30)
    session.cancel_measurement()
    go.set()
    session.describe_model("live")
    told.wait(ModelDescribed, 2)
    assert [event.name for event in told.of(ModelMeasured)] == ["live"]


def test_the_file_of_speeds_may_be_damaged(told, tmp_path):
    path = tmp_path / "data" / "speeds.json"
    path.parent.mkdir()
    for text in ("nonsense", "[]", '{"a": [1]}', '{"a": ["x", 2]}'):
        path.write_text(text)
        assert speed.load("a") is None
    speed.store("a", events.ModelSpeed(1.5, 2.5))
    assert speed.load("a") == events.ModelSpeed(1.5, 2.5)
