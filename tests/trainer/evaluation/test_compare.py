"""The comparison figure: contents and positions of the panels."""

from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import ExportError, ImageError, ModelError
from trainer.evaluation import compare

RANDOM = np.random.default_rng(1)
PIXELS = RANDOM.integers(0, 256, (50, 60, 3), dtype=np.uint8)
REGION = tuple(map(Fraction, (20, 10, 6, 4)))


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    Image.fromarray(PIXELS).save(path)
    return path


def draw(photo, models, region=REGION, scale=30, out="figure.png"):
    out = photo.with_name(out)
    result = compare.draw(str(photo), models, region, Fraction(scale), out, "cpu", "fp32")
    with Image.open(out) as written:
        return result, np.asarray(written.convert("RGB"))


def panel(sheet, index, width=180, height=120):
    left = compare.GAP + index * (width + compare.GAP)
    return sheet[compare.GAP : compare.GAP + height, left : left + width]


def test_panels_are_side_by_side_with_labels_below(photo):
    result, sheet = draw(photo, ["nearest", "bicubic", "live"])
    assert result["panels"] == ["input", "nearest", "bicubic", "live"]
    assert result["size"] == [sheet.shape[1], sheet.shape[0]] == [4 * 192 + 12, 12 + 120 + 36]
    np.testing.assert_array_equal(panel(sheet, 1), np.kron(PIXELS[10:14, 20:26], np.ones((30, 30, 1))))
    assert np.abs(panel(sheet, 2).astype(int) - panel(sheet, 3)).mean() > 1
    for index in range(4):
        left = compare.GAP + index * 192
        below = sheet[-compare.LABEL :, left : left + 180]
        assert below.min() < 100  # the label
        assert (sheet[:, left - compare.GAP : left] == 255).all()


def test_a_panel_equals_the_rendered_region(photo, tmp_path):
    from engine import render

    _, sheet = draw(photo, ["bicubic"])
    render.run(str(photo), tmp_path / "part.png", REGION, Fraction(30), "bicubic", "cpu", "fp32")
    with Image.open(tmp_path / "part.png") as written:
        np.testing.assert_array_equal(panel(sheet, 1), np.asarray(written))


@pytest.mark.parametrize("region", [(0, 0, 6, 4), (54, 46, 6, 4), (20, 10, 6, 4)])
def test_a_red_box_shows_the_region_in_the_input(photo, region):
    x, y, width, height = region
    pixels = np.full((50, 60, 3), 128, dtype=np.uint8)
    pixels[y : y + height, x : x + width] = (0, 255, 0)
    Image.fromarray(pixels).save(photo)
    _, sheet = draw(photo, ["nearest"], tuple(map(Fraction, region)))
    input_panel = panel(sheet, 0)
    places = [np.nonzero((input_panel == colour).all(axis=-1)) for colour in ((255, 0, 0), (0, 255, 0))]
    (top, left), (bottom, right) = np.min(places[0], axis=1), np.max(places[0], axis=1)
    for ys, xs in places:
        assert np.abs([ys.min() - top, bottom - ys.max(), xs.min() - left, right - xs.max()]).max() <= 1
    assert 18 <= right - left <= 27  # 6 px of 48, in a panel of 180


def test_a_region_larger_than_the_surroundings_is_its_own_input(photo):
    _, sheet = draw(photo, ["nearest"], tuple(map(Fraction, (0, 0, 60, 50))), scale=3)
    np.testing.assert_array_equal(
        panel(sheet, 0, 180, 150)[4:-4, 4:-4], panel(sheet, 1, 180, 150)[4:-4, 4:-4]
    )


@pytest.mark.parametrize(
    ("models", "region", "scale", "out", "error"),
    [
        (["nobody"], REGION, 30, "figure.png", ModelError),
        (["nearest"], tuple(map(Fraction, (50, 0, 20, 4))), 30, "figure.png", ExportError),
        (["nearest"], tuple(map(Fraction, (0, 0, 60, 50))), 3000, "figure.png", ExportError),
        (["nearest"], REGION, 30, "figure.gif", ExportError),
    ],
)
def test_a_figure_that_cannot_be_drawn_is_refused(photo, models, region, scale, out, error):
    with pytest.raises(error):
        draw(photo, models, region, scale, out)
    assert not photo.with_name(out).exists()


def test_a_missing_picture_is_refused(tmp_path):
    with pytest.raises(ImageError):
        draw(tmp_path / "none.png", ["nearest"])
