"""Crops under some models, in numbers: each of them is what it says."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import DataError
from engine.checkpoints import checkpoint
from tests.engine.networks import model
from trainer.evaluation import artifacts

RANDOM = np.random.default_rng(8)
PIXELS = RANDOM.integers(60, 200, (40, 50, 3), dtype=np.uint8)
PIXELS[:, 34:] = (10, 120, 240)
HEAD = "\t".join(artifacts.COLUMNS)
TABLE = f"{HEAD}\na.png\t6\t5\t16\t12\tnoise\na.png\t38\t5\t8\t9\tsky\n"


@pytest.fixture
def photos(tmp_path):
    Image.fromarray(PIXELS).save(tmp_path / "a.png")
    (tmp_path / "crops.tsv").write_text(TABLE)
    return tmp_path


@pytest.fixture
def tinted(tmp_path):
    """Bicubic, and 8 levels more of blue."""
    net = model("live")
    net.net.coefficients.weight.zero_()
    net.net.coefficients.bias.zero_()
    order = net.net.order
    net.net.coefficients.bias.view(order, 3, order)[0, 2, 0] = 8 / 127.5
    path = tmp_path / "tinted.safetensors"
    checkpoint.save_safetensors(path, net)
    return str(path)


def run(photos, *models):
    return artifacts.run(photos, list(models), photos / "crops.tsv", "cpu")


def test_each_crop_has_a_row_for_each_model_and_each_model_its_mean(photos, tinted):
    told = run(photos, "bicubic", tinted)
    assert [(row["shows"], row["model"]) for row in told["rows"]] == [
        (shows, name) for shows in ("noise", "sky") for name in ("bicubic", "live")
    ]
    assert [(row["model"], row["crops"]) for row in told["means"]] == [("bicubic", 2), ("live", 2)]
    noise, _, sky, _ = told["rows"]
    assert told["means"][0]["slope_x"] == pytest.approx((noise["slope_x"] + sky["slope_x"]) / 2, abs=1e-3)
    text = artifacts.text(told)
    assert "mean of 2 crops" in text and len(text.splitlines()) == 7


def test_a_tint_is_a_shift_and_nothing_else(photos, tinted):
    plain, ours, sky, coloured = run(photos, "bicubic", tinted)["rows"]
    assert plain["shift"] == sky["shift"] == 0
    assert ours["shift"] == pytest.approx(8, abs=0.1) and coloured["shift"] == pytest.approx(8, abs=0.1)
    assert ours["jump_x"] == pytest.approx(plain["jump_x"], abs=0.3)  # latents are kept in half precision
    assert coloured["overshoot"] == pytest.approx(
        8 / 3, abs=0.1
    )  # beyond the sky's one colour, of one channel


def test_flat_stays_flat(photos):
    noise, sky = run(photos, "bicubic")["rows"]
    assert sky["source_spread"] == 0 and sky["spread"] < 0.01 and sky["overshoot"] < 0.01
    crop = PIXELS[5:17, 6:22].reshape(-1, 3)
    assert noise["source_spread"] == pytest.approx(crop.std(axis=0).mean(), abs=1e-3)
    assert noise["spread"] < noise["source_spread"]  # interpolation lies between


def test_overshoot_is_what_lies_beyond_the_pixels_around(photos):
    bars = np.full((40, 50, 3), 60, dtype=np.uint8)
    bars[:, 14:] = 160
    Image.fromarray(bars).save(photos / "a.png")
    noise, far = run(photos, "bicubic")["rows"]
    # past an edge of 100 bicubic runs over by 100 u (1 - u)^2 / 2, on either side, 1/24 on average over a px
    assert noise["overshoot"] == pytest.approx(2 * 100 / 24 / 16, rel=0.02)
    assert noise["overshoot"] == noise["bicubic_overshoot"] and far["overshoot"] == 0


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "names no crops"),
        (HEAD, "names no crops"),
        ("picture\tx\na.png\t3\n", "is no table of crops"),
        (f"{HEAD}\na.png\t6.5\t5\t16\t12\tnoise\n", "is no table of crops"),
        (f"{HEAD}\na.png\t-1\t5\t16\t12\tnoise\n", "is no table of crops"),
        (f"{HEAD}\na.png\t6\t5\n", "is no table of crops"),
        (f"{HEAD}\na.png\t40\t5\t16\t12\tnoise\n", "has 50 x 40 px"),
    ],
)
def test_a_table_that_cannot_be_used_is_told(photos, table, reason):
    (photos / "crops.tsv").write_text(table)
    with pytest.raises(DataError, match=reason):
        run(photos, "bicubic")


def test_a_missing_table_is_told(tmp_path):
    with pytest.raises(DataError, match="give a table"):
        artifacts.read_crops(tmp_path / "none.tsv")


def test_the_table_that_comes_along_names_ten_crops(shared):
    places = artifacts.read_crops(Path(__file__).parents[2] / "benchmarks" / "crops.tsv")
    assert len(places) == 10
    for place in places:
        assert artifacts._pixels(shared / "photos" / "DIV2K_valid_HR", place).shape[2] == 3
