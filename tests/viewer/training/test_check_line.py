"""What is made of the check's answer."""

import json

from viewer.training.check import verdict


def test_a_report_is_shown_by_its_lines():
    assert verdict(0, json.dumps({"ok": True, "lines": ["140 pictures", "55 min"]}), "") == (
        "140 pictures\n55 min",
        True,
    )
    assert verdict(1, json.dumps({"ok": False, "lines": ["nothing fits"]}), "")[1] is False


def test_a_report_without_lines_is_shown_by_its_plain_values():
    report = {"ok": True, "pictures": 140, "too_small": 2, "sizes": [[1, 2]]}
    assert verdict(0, json.dumps(report), "") == ("pictures: 140\ntoo small: 2", True)


def test_a_reason_is_shown_as_it_is_and_stands_in_the_way():
    reason = "photos: no such folder; give a folder of images as data.root"
    assert verdict(1, "", f"a warning\n{reason}\n") == (reason, False)


def test_a_check_that_could_not_be_made_does_not_stand_in_the_way():
    text, fine = verdict(2, "", "usage: …\nmain.py train: error: unknown")
    assert fine and "unknown" in text
    assert verdict(-9, "", "") == ("The images could not be checked (exit code -9).", True)
