"""Scores by kind of picture: what is measured, and how it is reported."""

import io

import numpy as np
import pytest
from PIL import Image

import main
from engine.base.errors import DataError
from tests.trainer.folders import saved
from trainer.data import pictures
from trainer.data.drawn import page
from trainer.evaluation import kinds


@pytest.fixture
def one_page(monkeypatch):
    monkeypatch.setattr(kinds, "PAGES", 1)


def reference(high, scale, quality):
    """Y-PSNR of Pillow's bicubic, inside the border of the scale."""
    side = len(high) // scale
    low = Image.fromarray(high).resize((side, side), Image.Resampling.BICUBIC)
    if quality:
        file = io.BytesIO()
        low.save(file, "JPEG", quality=quality)
        low = Image.open(file)
    large = np.asarray(low.resize(high.shape[:2], Image.Resampling.BICUBIC))
    luma = np.array([65.481, 128.553, 24.966]) / 255
    difference = ((large / 255 - high / 255) @ luma)[scale:-scale, scale:-scale]
    return -10 * np.log10(np.mean(difference**2))


def test_scores_are_those_of_another_librarys_bicubic(one_page, tmp_path):
    """Up to the border and to Pillow's rounding of each enlarged colour."""
    saved(tmp_path / "a.png", 384, 384)
    rows = {row["kind"]: row["psnr"] for row in kinds.run(tmp_path, ["bicubic"], "cpu", "fp32")}
    assert tuple(rows) == kinds.KINDS
    drawn = page.page(kinds.PAGES_SEED, 0).transpose(1, 2, 0)[96:480, 96:480]
    photo = np.asarray(Image.open(tmp_path / "a.png").convert("RGB"))
    for kind, high, quality in (
        ("photo", photo, None),
        ("drawn", drawn, None),
        ("JPEG photo", photo, 70),
        ("JPEG drawn", drawn, 70),
    ):
        for scale in (2, 4):
            assert rows[kind][str(scale)] == pytest.approx(reference(high, scale, quality), abs=0.35), kind


def test_no_page_of_the_training_is_measured(one_page):
    assert kinds.PAGES_SEED != pictures.PAGES_SEED
    measured, trained = page.page(kinds.PAGES_SEED, 0), page.page(pictures.PAGES_SEED, 0)
    assert not np.array_equal(measured, trained)


def test_the_command_prints_a_table_for_a_card(one_page, tmp_path, capsys):
    saved(tmp_path / "a.png", 100, 120)
    (tmp_path / "notes.txt").write_text("no picture")
    assert main.main(["evaluate", str(tmp_path), "--kinds", "bicubic"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "|  | ×2 | ×3 | ×4 | ×6 | ×8 |" and len(lines) == 6
    assert [line.split("|")[1].strip() for line in lines[2:]] == [*kinds.KINDS]


def test_a_folder_without_photos_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(DataError, match="no photos"):
            kinds.run(folder, ["bicubic"], "cpu", "fp32")
