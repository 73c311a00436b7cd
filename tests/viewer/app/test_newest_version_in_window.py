"""Help ▸ Check for a newer version, in the window: its answers are notices."""

import json
import sys

import pytest

from viewer.base import command


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
