"""Help ▸ Check for a newer version, in the window: its answers are notices."""

import json
import sys

import pytest

from viewer.base import command, settings
from viewer.diagnostics.newest_version import NewestVersion


@pytest.mark.action("newest-version")
def test_without_a_network_the_notice_says_so(start, qtbot, monkeypatch):
    window = start().open[0]
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    window.actions_by_id["newest-version"].trigger()
    assert window.notices.text == "Asking the package index…"
    qtbot.waitUntil(lambda: "cannot be reached; check the network" in window.notices.text)


@pytest.mark.parametrize(
    ("newest", "newer", "text"), [("9.1", True, "Unpixel 9.1 is there"), ("0.1", False, "no newer version")]
)
def test_the_answer_is_shown(start, qtbot, monkeypatch, newest, newer, text):
    window = start().open[0]
    answer = json.dumps({"version": "0.1", "newest": newest, "newer": newer})
    monkeypatch.setattr(command, "own_command", lambda _: [sys.executable, "-c", f"print({answer!r})"])
    window.newest_version.ask()
    qtbot.waitUntil(lambda: text in window.notices.text)


def answer_with(monkeypatch, newer, status=0):
    answer = json.dumps({"version": "0.1", "newest": "9.1", "newer": newer})
    code = f"import sys; print({answer!r}); sys.exit({status})"
    monkeypatch.setattr(command, "own_command", lambda _: [sys.executable, "-c", code])
    monkeypatch.setattr(NewestVersion, "asked_at_start", False)


def test_nothing_is_asked_at_the_start_unless_the_user_has_set_that(start, monkeypatch):
    monkeypatch.setattr(command, "own_command", lambda _: pytest.fail("it asked"))
    window = start().open[0]
    window.newest_version.ask_at_start()
    assert not window.notices.isVisible()


def test_at_the_start_only_a_newer_version_is_told_and_once_in_a_process(start, qtbot, monkeypatch):
    window = start().open[0]
    settings.change(check_versions=True)
    answer_with(monkeypatch, newer=True)
    window.newest_version.ask_at_start()
    assert not window.notices.isVisible()
    qtbot.waitUntil(lambda: "Unpixel 9.1 is there" in window.notices.text)
    monkeypatch.setattr(command, "own_command", lambda _: pytest.fail("it asked again"))
    window.newest_version.ask_at_start()


@pytest.mark.parametrize("status", [0, 1])
def test_no_newer_version_and_no_answer_are_not_told_at_the_start(start, qtbot, monkeypatch, caplog, status):
    window = start().open[0]
    settings.change(check_versions=True)
    answer_with(monkeypatch, newer=False, status=status)
    window.newest_version.ask_at_start()
    asking = window.newest_version._command
    with qtbot.waitSignal(asking.finished):
        pass
    assert not window.notices.isVisible() and ("no answer" in caplog.text) is bool(status)
