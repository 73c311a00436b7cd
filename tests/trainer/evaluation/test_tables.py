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
    """Returns the cells of a line of a Markdown table."""
    return [word.strip() for word in line.strip("|").split("|")]


def test_published_rows_are_below_the_measured_ones():
    lines = [cells(line) for line in tables.markdown(SUBJECT, scores([2, 8])).splitlines() if "|" in line]
    assert lines[0] == ["method", "source", "×2", "×8"]
    assert lines[2:4] == [
        ["mine", "measured here", "38.20", "32.20"],
        ["bicubic", "measured here", "37.80", "31.80"],
    ]
    assert ["RDN", "Chen et al. 2021, Table 2", "38.24", ""] in lines
    assert ["RDN-LIIF", "Chen et al. 2021, Table 2", "38.17", "27.14"] in lines
    assert len({len(line) for line in lines}) == 1


def test_scales_without_published_scores_have_only_measured_rows():
    assert "Chen" not in tables.markdown(SUBJECT, scores([5, 7]))


def test_the_worst_image_is_named():
    text = tables.text(SUBJECT, scores([2, 3]))
    assert text.endswith("worst against bicubic: 4.png ×2 −0.20 dB")


def test_bicubic_has_one_row_and_is_not_compared_with_itself():
    text = tables.text(Subject("bicubic", "", "Set5", "Set5", "benchmark", "float32", "cpu"), scores([2]))
    assert text.count("bicubic") == 2  # the heading, and one row
    assert "worst" not in text


def test_a_terminal_shows_every_score_in_few_columns():
    text = tables.text(SUBJECT, scores(range(2, 31)))
    assert max(map(len, text.splitlines())) <= 130
    for scale in range(2, 31):
        assert f"×{scale}" in text and f"{40 - scale + 0.2:.2f}" in text


def test_columns_are_aligned():
    lines = tables.text(SUBJECT, scores([2, 3, 4])).splitlines()[1:-1]
    assert len({len(line) for line in lines}) == 1
    assert lines[0].index("×2") + 1 == lines[1].index("38.20") + 4


def test_ssim_has_a_table_of_its_own():
    subject = Subject("mine", "abc", "Set5", "Set5", "mmediting", "float32", "cpu")
    text = tables.text(subject, scores([2], ssim=0.9123))
    assert ["liif_edsr", "MMEditing,", "LIIF", "35.71"] in [line.split() for line in text.splitlines()]
    assert text.count("0.9123") == 2 and text.index("SSIM") > text.index("35.71")
    assert "SSIM" not in tables.text(SUBJECT, scores([2]))


def test_the_reason_for_missing_published_scores_is_given():
    assert "are of 5 images, here are 4" in tables.text(SUBJECT, scores([2], images=4))
