"""The result of `train --check` as the form shows it."""

import json

import pytest

import main
from engine.base.messages import Message
from viewer.base.language import tr
from viewer.training.check_note import CheckNote
from viewer.training.image_check import Verdict, verdict


def report(ok, *texts):
    return json.dumps({"ok": ok, "messages": [Message(text).to_json() for text in texts]})


def test_a_report_is_shown_by_its_messages():
    assert verdict(0, report(True, "140 pictures", "55 min"), "") == ("140 pictures\n55 min", True, "")
    assert verdict(1, report(False, "nothing fits"), "").may_start is False


def test_a_report_without_messages_is_shown_by_its_plain_values():
    values = {"ok": True, "pictures": 140, "too_small": 2, "sizes": [[1, 2]]}
    assert verdict(0, json.dumps(values), "") == ("pictures: 140\ntoo small: 2", True, "")


def test_a_failure_is_shown_unchanged_and_prevents_a_start():
    reason = "photos: no such folder; choose a folder of images"
    assert verdict(1, "", f"a warning\n{reason}\n") == (reason, False, "")


def test_a_check_that_could_not_be_made_does_not_prevent_a_start():
    text, may_start, _ = verdict(2, "", "usage: …\nmain.py train: error: unknown")
    assert may_start and "unknown" in text
    assert verdict(-9, "", "") == ("The images could not be checked (exit code -9).", True, "")


def test_the_result_is_translated(language_code, photos, tmp_path, capsys):
    arguments = [
        "train",
        "live",
        f"data.root={photos}",
        "train.batch=1",
        "data.patch=16",
        "--check",
        "--json",
    ]
    assert main.main(arguments) == 0
    text, may_start, details = verdict(0, capsys.readouterr().out, "")
    head = details.splitlines()[0]
    assert may_start and head.startswith(str(photos)) and tr("tree of images") in head
    assert "ictures" not in text + details and "steps" not in text + details
    assert 2 <= len(text.splitlines()) <= 3 and str(photos) not in text and "MB" not in text
    assert main.main(["train", "live", f"data.root={tmp_path / 'no'}", "--check", "--json"]) == 1
    text, may_start, _ = verdict(1, capsys.readouterr().out, "")
    assert not may_start and tr("no such folder") in text and str(tmp_path) in text


def test_the_summary_counts_what_a_user_has_to_know(qtbot):
    values = {"ok": True, "training": 9, "validation": 1, "steps": 25, "seconds": 600.0, "leaked": []}
    values |= {"unfit": ["a.gif: small", "b.tif: small"], "equal": [["0.png", "1.png"]], "unreadable": []}
    everything = {"messages": [Message("  a.gif: small").to_json()]}
    text, may_start, details = verdict(0, json.dumps(values | everything), "")
    assert may_start and details == "a.gif: small"
    assert text.splitlines() == [
        "Pictures to train on: 9. Held back to measure the result: 1.",
        "About 10 min here, or 25 steps.",
        "Too small or of another form: 2",
        "Pictures that are there twice: 1",
    ]
    note = CheckNote()
    qtbot.addWidget(note)
    note.show_result(text, details)
    assert note.summary.text() == text and note.details.isHidden()
    note.more.click()
    assert not note.details.isHidden() and note.details.text() == details
    note.show_result("Checking", "")
    assert note.more.isHidden() and note.details.isHidden()


@pytest.mark.parametrize("odd", [-1, "9", 10**30, None, [], {}])
def test_odd_values_of_a_report_are_left_out(odd):
    keys = ("training", "validation", "steps", "seconds", "unreadable", "unfit", "equal", "leaked")
    assert isinstance(verdict(0, json.dumps(dict.fromkeys(keys, odd)), ""), Verdict)
    assert isinstance(
        verdict(0, json.dumps(dict.fromkeys(keys, odd) | {"training": 1, "steps": 5}), ""), Verdict
    )
