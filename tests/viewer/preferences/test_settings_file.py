"""Settings are searched, exported, imported and reset."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog

from engine.base.errors import FileError, UnpixelError
from viewer.base import settings
from viewer.preferences import settings_file
from viewer.preferences.dialog import Preferences

OTHERS = {
    "theme": "light",
    "background": "#123456",
    "threads": 3,
    "keep_view": True,
    "keys": {"fit": ("F", "X")},
}


@pytest.fixture
def dialog(window):
    window.dialogs.show_settings()
    return window.findChild(Preferences)


def test_exported_settings_are_imported_again(tmp_path):
    path = tmp_path / "settings.json"
    settings.change(**OTHERS)
    before = settings.read()
    settings_file.write(path, before)
    assert settings_file.read(path) == before


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"theme": "dark"}', "\0", '{"kind": "unpixel"}', "[" * 9999]
)
def test_another_file_changes_nothing(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content)
    with pytest.raises(FileError):
        settings_file.read(path)
    with pytest.raises(UnpixelError):
        settings_file.read(tmp_path / "missing.json")


SIMPLE = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=9)
VALUES = st.recursive(SIMPLE, lambda each: st.lists(each, max_size=3))


@hypothesis_settings(suppress_health_check=list(HealthCheck), max_examples=20)
@given(st.dictionaries(st.sampled_from(list(vars(settings.DEFAULTS))), VALUES))
def test_invalid_values_get_their_defaults(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"kind": settings_file.KIND, **content}))
    found = settings_file.read(path)
    assert found == settings.parsed(content) and found.theme in settings.CHOICES["theme"]


def test_the_dialog_exports_imports_and_cancel_reverts(dialog, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    before = settings.read()
    export, load, reset = dialog.file_button.menu().actions()
    export.trigger()
    qtbot.waitUntil(lambda: "mine.json" in dialog.notice.text())
    changed = {**json.loads(path.read_text()), "theme": "light"}
    path.write_text(json.dumps(changed))
    load.trigger()
    qtbot.waitUntil(lambda: settings.read() == replace(before, theme="light"))
    reset.trigger()
    assert settings.read() == settings.DEFAULTS
    path.write_text("no settings")
    load.trigger()
    qtbot.waitUntil(lambda: "contains no settings" in dialog.notice.text())
    dialog.reject()
    assert settings.read() == before


def visible(page):
    return [name for name, control in page.controls.items() if not control.widget.isHidden()]


def test_settings_are_found_by_what_they_say(dialog, qtbot):
    pages = [dialog.list.item(row) for row in range(dialog.list.count())]
    qtbot.keyClicks(dialog.search, "wheel")
    assert visible(dialog.general) == ["wheel", "wheel_ctrl", "zoom_steps", "thumbnail_width"]
    assert visible(dialog.engine) == []
    assert [page.isHidden() for page in pages] == [False, True, True]
    dialog.search.setText("graphics card")
    assert visible(dialog.engine) == ["device", "painter"] and dialog.list.currentRow() == 1
    dialog.search.setText("Ctrl+Shift+P")
    assert dialog.list.currentRow() == 2
    dialog.search.setText("no such setting")
    assert dialog.notice.isVisible() and all(page.isHidden() for page in pages)
    dialog.search.clear()
    assert not any(page.isHidden() for page in pages) and not dialog.notice.isVisible()
    assert len(visible(dialog.general)) == len(dialog.general.controls)
