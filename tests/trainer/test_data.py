"""Training samples: pure functions of (seed, step, index), as the paper draws them."""

import numpy as np
import pytest
import torch
from PIL import Image

from engine.errors import DataError
from trainer import data, resize
from trainer.recipe import Data


@pytest.fixture
def root(tmp_path):
    random = np.random.default_rng(4)
    for name, side in (("a.png", 220), ("deep/b.jpg", 260), ("DIV2K_valid_HR/v.png", 220), ("tiny.png", 20)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.fromarray(random.integers(0, 256, (side, side + 10, 3), dtype=np.uint8)).save(tmp_path / name)
    (tmp_path / "broken.png").write_bytes(b"no picture")
    return tmp_path


def test_a_tree_of_images_is_read_and_what_is_left_out_is_told(root):
    pictures = data.load(Data(root=str(root)))
    assert len(pictures.pixels) == 2
    assert len(pictures.skipped) == 2
    assert any("broken.png" in notice for notice in pictures.skipped)
    assert any("tiny.png" in notice for notice in pictures.skipped)
    assert [path.name for path in data.validation_files(root)] == ["v.png"]
    assert pictures.chance.sum() == pytest.approx(1)


def test_a_sample_depends_on_its_numbers_alone(root):
    pictures, asked = data.load(Data(root=str(root))), Data(root=str(root))
    first = data.sample(pictures, asked, 1, 5, 3)
    data.sample(pictures, asked, 1, 5, 4)
    again = data.sample(pictures, asked, 1, 5, 3)
    assert torch.equal(first.low, again.low)
    assert torch.equal(first.high, again.high)
    assert not torch.equal(first.low, data.sample(pictures, asked, 2, 5, 3).low)


def test_scales_are_uniform_from_1_to_4_and_inputs_are_reductions(root):
    pictures, asked = data.load(Data(root=str(root))), Data(root=str(root))
    samples = [data.sample(pictures, asked, 0, 0, index) for index in range(300)]
    scales = np.array([s.high.shape[-1] / 48 for s in samples])
    assert scales.min() >= 1
    assert scales.max() <= 4
    # 300 draws of a uniform law: mean within four standard errors, every quarter of the range seen
    assert abs(scales.mean() - 2.5) < 4 * (3 / 12**0.5) / 300**0.5
    assert (np.histogram(scales, bins=4, range=(1, 4))[0] > 40).all()
    for sample in samples[:5]:
        assert sample.low.shape == (3, 48, 48)
        assert sample.low.abs().max() <= 1
        reduced = resize.lower((sample.high + 1) * 127.5, 48) / 127.5 - 1
        assert (sample.low - reduced).abs().max() < 0.01


def test_folders_that_cannot_work_are_refused(tmp_path):
    with pytest.raises(DataError, match="no such folder"):
        data.load(Data(root=str(tmp_path / "none")))
    with pytest.raises(DataError, match="no image to train on"):
        data.load(Data(root=str(tmp_path)))
