"""Artifact metrics of crops: shift, spread and overshoot against known values."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import DataError
from engine.checkpoints import checkpoint
from engine.images import loading
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
    """A live model whose output is bicubic interpolation plus 8 levels of blue."""
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
    result = run(photos, "bicubic", tinted)
    assert [(row["shows"], row["model"]) for row in result["rows"]] == [
        (shows, name) for shows in ("noise", "sky") for name in ("bicubic", "live")
    ]
    assert [(row["model"], row["crops"]) for row in result["means"]] == [("bicubic", 2), ("live", 2)]
    noise, _, sky, _ = result["rows"]
    assert result["means"][0]["slope_x"] == pytest.approx((noise["slope_x"] + sky["slope_x"]) / 2, abs=1e-3)
    text = artifacts.text(result)
    assert "mean of 2 crops" in text and len(text.splitlines()) == 7


def test_a_tint_is_a_shift_and_nothing_else(photos, tinted):
    noise, tinted_noise, sky, tinted_sky = run(photos, "bicubic", tinted)["rows"]
    assert noise["shift"] == sky["shift"] == 0
    assert tinted_noise["shift"] == pytest.approx(8, abs=0.1) and tinted_sky["shift"] == pytest.approx(
        8, abs=0.1
    )
    assert tinted_noise["jump_x"] == pytest.approx(
        noise["jump_x"], abs=0.3
    )  # latents are kept in half precision
    assert tinted_sky["overshoot"] == pytest.approx(
        8 / 3, abs=0.1
    )  # 8 levels above the one colour of the sky, in one of three channels


def test_a_flat_crop_has_no_spread_and_no_overshoot(photos):
    noise, sky = run(photos, "bicubic")["rows"]
    assert sky["source_spread"] == 0 and sky["spread"] < 0.01 and sky["overshoot"] < 0.01
    crop = PIXELS[5:17, 6:22].reshape(-1, 3)
    assert noise["source_spread"] == pytest.approx(crop.std(axis=0).mean(), abs=1e-3)
    assert noise["spread"] < noise["source_spread"]  # interpolated values are between those of the pixels


def test_overshoot_is_measured_against_the_surrounding_pixels(photos):
    bars = np.full((40, 50, 3), 60, dtype=np.uint8)
    bars[:, 14:] = 160
    Image.fromarray(bars).save(photos / "a.png")
    noise, far = run(photos, "bicubic")["rows"]
    # next to an edge of 100, bicubic overshoots by 100 u (1 - u)^2 / 2 on both sides: 100 / 24 on average over a px
    assert noise["overshoot"] == pytest.approx(2 * 100 / 24 / 16, rel=0.02)
    assert noise["overshoot"] == noise["bicubic_overshoot"] and far["overshoot"] == 0


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "lists no crops"),
        (HEAD, "lists no crops"),
        ("picture\tx\na.png\t3\n", "is not a table of crops"),
        (f"{HEAD}\na.png\t6.5\t5\t16\t12\tnoise\n", "is not a table of crops"),
        (f"{HEAD}\na.png\t-1\t5\t16\t12\tnoise\n", "is not a table of crops"),
        (f"{HEAD}\na.png\t6\t5\n", "is not a table of crops"),
        (f"{HEAD}\na.png\t40\t5\t16\t12\tnoise\n", "has 50 x 40 px"),
    ],
)
def test_an_unusable_table_is_refused(photos, table, reason):
    (photos / "crops.tsv").write_text(table)
    with pytest.raises(DataError, match=reason):
        run(photos, "bicubic")


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(DataError, match="use a table"):
        artifacts.read_crops(tmp_path / "none.tsv")


def test_the_shipped_table_has_ten_crops(shared):
    specs = artifacts.read_crops(Path(__file__).parents[2] / "benchmarks" / "crops.tsv")
    assert len(specs) == 10
    for spec in specs:
        path = shared / "photos" / "DIV2K_valid_HR" / spec.picture
        assert artifacts._pixels(loading.load(path), path, spec.crop).shape[2] == 3
