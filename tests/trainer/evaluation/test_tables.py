"""Measured and published scores, in one table."""

from trainer.evaluation import tables
from trainer.evaluation.scores import Score, Subject

SUBJECT = Subject("mine", "abc", "sets/Set5", "Set5", "benchmark", "float32", "cpu")


def scores(scales, ssim=None, images=5):
    return [
        Score(f"{name}.png", scale, "", 40 - scale + name / 10, ssim, 39 - scale + 4 * name / 10, ssim)
        for scale in scales
        for name in range(images)
    ]


def cells(line):
    """The words of a line of Markdown."""
    return [word.strip() for word in line.strip("|").split("|")]


def test_the_published_rows_stand_beside_the_measured():
    lines = [cells(line) for line in tables.markdown(SUBJECT, scores([2, 8])).splitlines() if "|" in line]
    assert lines[0] == ["method", "source", "×2", "×8"]
    assert lines[2:4] == [
        ["mine", "measured here", "38.20", "32.20"],
        ["bicubic", "measured here", "37.80", "31.80"],
    ]
    assert ["RDN", "Chen et al. 2021, Table 2", "38.24", ""] in lines
    assert ["RDN-LIIF", "Chen et al. 2021, Table 2", "38.17", "27.14"] in lines
    assert len({len(line) for line in lines}) == 1


def test_scales_that_nobody_published_have_measured_rows_alone():
    assert "Chen" not in tables.markdown(SUBJECT, scores([5, 7]))


def test_the_worst_image_is_told():
    told = tables.text(SUBJECT, scores([2, 3]))
    assert told.endswith("worst against bicubic: 4.png ×2 −0.20 dB")


def test_bicubic_stands_once_and_is_not_held_against_itself():
    told = tables.text(Subject("bicubic", "", "Set5", "Set5", "benchmark", "float32", "cpu"), scores([2]))
    assert told.count("bicubic") == 2  # the heading, and one row
    assert "worst" not in told


def test_a_terminal_gets_few_columns_at_a_time_and_every_score():
    told = tables.text(SUBJECT, scores(range(2, 31)))
    assert max(map(len, told.splitlines())) <= 130
    for scale in range(2, 31):
        assert f"×{scale}" in told and f"{40 - scale + 0.2:.2f}" in told


def test_columns_stand_below_each_other():
    lines = tables.text(SUBJECT, scores([2, 3, 4])).splitlines()[1:-1]
    assert len({len(line) for line in lines}) == 1
    assert lines[0].index("×2") + 1 == lines[1].index("38.20") + 4


def test_ssim_has_a_table_of_its_own():
    subject = Subject("mine", "abc", "Set5", "Set5", "mmediting", "float32", "cpu")
    told = tables.text(subject, scores([2], ssim=0.9123))
    assert ["liif_edsr", "MMEditing,", "LIIF", "35.71"] in [line.split() for line in told.splitlines()]
    assert told.count("0.9123") == 2 and told.index("SSIM") > told.index("35.71")
    assert "SSIM" not in tables.text(SUBJECT, scores([2]))


def test_why_published_scores_are_missing_is_told():
    assert "are of 5 images, here are 4" in tables.text(SUBJECT, scores([2], images=4))
