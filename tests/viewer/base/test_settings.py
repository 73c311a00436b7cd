"""Settings are stored for the next run, and take effect at once."""

import json

import platformdirs
import pytest
from PySide6.QtCore import QSettings
from waiting import WAIT

from engine.base.resources import Resources
from engine.session.events import ModelReady
from viewer.base import settings
from viewer.base.settings import DEFAULTS, Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("exact_at_rest", True),
        ("theme", "light"),
        ("language", "de"),
        ("threads", 3),
        ("keys", {"fit": ("F", "Ctrl+9"), "demo": ()}),
    ],
)
def test_each_kind_of_value_is_read_as_stored(name, value):
    assert settings.read() == DEFAULTS
    settings.change(**{name: value})
    assert getattr(settings.read(), name) == value
    settings.change(**{name: getattr(DEFAULTS, name)})
    assert json.loads(settings._file().read_text()) == {}


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("theme", '"pink"'),
        ("theme", "3"),
        ("threads", '"many"'),
        ("threads", "true"),
        ("keys", "[1]"),
        ("exact_at_rest", "{"),
        ("keep_view", "1"),
        ("device", "null"),
    ],
)
def test_invalid_values_get_their_defaults(name, stored):
    settings._file().parent.mkdir(parents=True)
    settings._file().write_text(f'{{"{name}": {stored}}}')
    assert settings.read() == DEFAULTS


def test_a_change_notifies_once_and_no_change_does_not(qtbot):
    changes = []
    settings.notifier.changed.connect(lambda before, now: changes.append((before, now)))
    settings.change(theme="light")
    settings.change(theme="light")
    assert changes == [(DEFAULTS, Settings(theme="light"))]


def test_the_default_cache_sizes_are_the_engines_own():
    assert DEFAULTS.resources == Resources()


def test_a_setting_applies_to_the_next_window_and_its_view_requests(make_window, qtbot, photo):
    make_window().actions_by_id["exact"].trigger()
    window, exact_flags = make_window(photo), []
    assert window.actions_by_id["exact"].isChecked()
    request_view = window.session.request_view

    def recorded(view, exact, *more):
        exact_flags.append(exact)
        return request_view(view, exact, *more)

    window.session.request_view = recorded
    qtbot.waitUntil(lambda: exact_flags == [True])
    window.actions_by_id["exact"].trigger()
    qtbot.waitUntil(lambda: exact_flags[-1] is False)


def test_a_setting_changes_all_windows(make_window):
    first, second = make_window(), make_window()
    first.actions_by_id["exact"].trigger()
    assert second.actions_by_id["exact"].isChecked()


def test_the_engine_is_reconfigured_at_once(window, qtbot):
    def ready(precision):
        return any(isinstance(e, ModelReady) and e.precision == precision for e in window.events)

    qtbot.waitUntil(lambda: any(isinstance(e, ModelReady) for e in window.events), timeout=WAIT)
    settings.change(precision="fp16")
    qtbot.waitUntil(lambda: ready("fp16"), timeout=WAIT)
    settings.change(precision="fp32")
    qtbot.waitUntil(lambda: ready("fp32"), timeout=WAIT)


def test_the_file_is_in_the_settings_folder(tmp_path):
    settings.change(theme="dark")
    assert json.loads((tmp_path / "data" / "settings" / "settings.json").read_text()) == {"theme": "dark"}


@pytest.mark.parametrize("name", ["threads", "tiles", "codes", "prepared", "samples"])
@pytest.mark.parametrize("number", [10**9, 2**62, -5])
def test_numbers_stay_in_their_range(name, number):
    settings._file().parent.mkdir(parents=True)
    settings._file().write_text(json.dumps({name: number}))
    assert 0 <= getattr(settings.read(), name) <= 65_536
    assert settings.read().threads <= 256


def test_the_settings_of_the_first_versions_are_taken_over(tmp_path, monkeypatch):
    monkeypatch.delenv("UNPIXEL_DATA")
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: tmp_path / "config")
    older = QSettings(str(tmp_path / "config" / "settings.ini"), QSettings.Format.IniFormat)
    older.setValue("theme", json.dumps("dark"))
    older.setValue("keys", json.dumps({"fit": ["F"]}))
    older.sync()
    assert settings.read() == Settings(theme="dark", keys={"fit": ("F",)})
    settings.change(threads=2)
    assert settings.read() == Settings(theme="dark", keys={"fit": ("F",)}, threads=2)
