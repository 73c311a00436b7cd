"""Scores per image: their means, the worst one, and the file that caches them."""

from dataclasses import replace
from math import inf

import pytest

from trainer.evaluation import scores
from trainer.evaluation.scores import Score, Subject

SUBJECT = Subject("mine", "abc", "sets/Set5", "Set5", "benchmark", "float32", "cpu")
SCORES = [
    Score("a.png", 3, "1", 31.0, None, 30.0, None),
    Score("a.png", 2, "2", 34.0, None, 33.5, None),
    Score("b.png", 2, "3", 36.0, None, 36.25, None),
]


def test_a_row_is_the_mean_at_a_scale():
    first, second = scores.rows(SCORES)
    assert first == {
        "scale": 2,
        "psnr": 35.0,
        "ssim": None,
        "bicubic_psnr": 34.875,
        "bicubic_ssim": None,
        "images": 2,
    }
    assert (second["scale"], second["psnr"], second["images"]) == (3, 31.0, 1)


def test_the_worst_has_the_smallest_gain_over_bicubic():
    assert scores.worst(SCORES) == SCORES[2]
    assert scores.summary(SUBJECT, SCORES)["worst"] == {"image": "b.png", "scale": 2, "gain": -0.25}
    assert scores.worst([]) is None
    exact = Score("c.png", 2, "4", inf, None, inf, None)
    assert exact.gain == 0


def test_written_scores_are_read_again(tmp_path):
    path = tmp_path / "scores.json"
    scores.write(path, SUBJECT, SCORES)
    assert scores.load_scores(path, SUBJECT) == SCORES


@pytest.mark.parametrize(
    "change", [{"sha256": "abd"}, {"data": "sets/Set14"}, {"protocol": "div2k"}, {"precision": "bfloat16"}]
)
def test_scores_of_another_subject_are_ignored(tmp_path, change):
    path = tmp_path / "scores.json"
    scores.write(path, SUBJECT, SCORES)
    assert scores.load_scores(path, replace(SUBJECT, **change)) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", "[1, 2", '{"model": "mine"}', "\x00"])
def test_a_file_of_another_kind_is_ignored(tmp_path, text):
    path = tmp_path / "scores.json"
    path.write_text(text)
    assert scores.load_scores(path, SUBJECT) == []
    assert scores.load_scores(tmp_path / "none.json", SUBJECT) == []
