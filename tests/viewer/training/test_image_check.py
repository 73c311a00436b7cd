"""The result of `train --check` as the form shows it."""

import json

import main
from engine.base.messages import Message
from viewer.base.language import tr
from viewer.training.image_check import verdict


def report(ok, *texts):
    return json.dumps({"ok": ok, "messages": [Message(text).to_json() for text in texts]})


def test_a_report_is_shown_by_its_messages():
    assert verdict(0, report(True, "140 pictures", "55 min"), "") == ("140 pictures\n55 min", True)
    assert verdict(1, report(False, "nothing fits"), "")[1] is False


def test_a_report_without_messages_is_shown_by_its_plain_values():
    values = {"ok": True, "pictures": 140, "too_small": 2, "sizes": [[1, 2]]}
    assert verdict(0, json.dumps(values), "") == ("pictures: 140\ntoo small: 2", True)


def test_a_failure_is_shown_unchanged_and_prevents_a_start():
    reason = "photos: no such folder; choose a folder of images"
    assert verdict(1, "", f"a warning\n{reason}\n") == (reason, False)


def test_a_check_that_could_not_be_made_does_not_prevent_a_start():
    text, may_start = verdict(2, "", "usage: …\nmain.py train: error: unknown")
    assert may_start and "unknown" in text
    assert verdict(-9, "", "") == ("The images could not be checked (exit code -9).", True)


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
    text, may_start = verdict(0, capsys.readouterr().out, "")
    head, *found = text.splitlines()
    assert may_start and head.startswith(str(photos)) and tr("tree of images") in head
    assert found[0].startswith("  ") and "pictures" not in text and "steps" not in text
    assert main.main(["train", "live", f"data.root={tmp_path / 'no'}", "--check", "--json"]) == 1
    text, may_start = verdict(1, capsys.readouterr().out, "")
    assert not may_start and tr("no such folder") in text and str(tmp_path) in text
