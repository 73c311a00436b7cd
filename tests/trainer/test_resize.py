"""Reduction by matrices is Pillow's antialiased bicubic."""

import numpy as np
import pytest
import torch
from PIL import Image

from trainer import resize


@pytest.mark.parametrize("source", [48, 49, 77, 120, 191, 192])
def test_it_is_pillows_within_one_of_255(source):
    pixels = np.random.default_rng(source).integers(0, 256, (source, source, 3), dtype=np.uint8)
    expected = np.asarray(Image.fromarray(pixels).resize((48, 48), Image.Resampling.BICUBIC)).astype(int)
    found = resize.lower(torch.from_numpy(pixels).permute(2, 0, 1).float(), 48).permute(1, 2, 0).numpy()
    assert np.abs(found - expected).max() <= 1


def test_a_size_kept_is_a_picture_kept():
    torch.testing.assert_close(resize.matrix(48, 48), torch.eye(48))


def test_weights_sum_to_one():
    torch.testing.assert_close(resize.matrix(150, 48).sum(1), torch.ones(48))
