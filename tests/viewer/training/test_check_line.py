"""What is made of the check's answer."""

import json

import main
from viewer.base.language import tr
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


def test_the_check_speaks_the_window_s_language(spoken, photos, tmp_path, capsys):
    given = ["train", "live", f"data.root={photos}", "train.batch=1", "data.patch=16", "--check", "--json"]
    assert main.main(given) == 0
    text, fine = verdict(0, capsys.readouterr().out, "")
    head, *found = text.splitlines()
    assert fine and head.startswith(str(photos)) and tr("tree of images") in head
    assert found[0].startswith("  ") and "pictures" not in text and "steps" not in text
    assert main.main(["train", "live", f"data.root={tmp_path / 'no'}", "--check", "--json"]) == 1
    text, fine = verdict(1, capsys.readouterr().out, "")
    assert not fine and tr("no such folder") in text and str(tmp_path) in text
