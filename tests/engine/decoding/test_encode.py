"""Encoding in tiles: any rectangle equals the same part of the encoded whole picture."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import Superseded
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding import encode as encoding
from tests.engine.networks import NAMED, encoded, network

EXACT = Compute(torch.device("cpu"), torch.float32)


def picture(height, width):
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize("name", sorted(NAMED))
@settings(max_examples=12)
@given(data=st.data())
def test_a_rectangle_equals_its_part_of_the_whole(name, data):
    net, pixels = network(name), picture(41, 37)
    size = 41 * net.upsampling, 37 * net.upsampling
    top, left = (data.draw(st.integers(0, n - 1)) for n in size)
    region = (top, left, data.draw(st.integers(1, size[0] - top)), data.draw(st.integers(1, size[1] - left)))
    whole = encoded(net, pixels, (0, 0, *size), EXACT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoding, "CPU_SIDE", data.draw(st.integers(5, 50)))
        part = encoded(net, pixels, region, EXACT)
    assert (part.top, part.left, part.height, part.width) == (top, left, *size)
    expected = whole.values[top : top + region[2], :, left : left + region[3]]
    assert part.values.shape == expected.shape and part.values.is_contiguous()
    torch.testing.assert_close(part.values, expected, atol=1e-4, rtol=1e-4)


def test_the_authors_encoder_in_tiles(shared, monkeypatch):
    net = checkpoint.load(shared / "models" / "edsr-baseline-liif.pth").net
    assert net.halo == 35
    pixels = picture(90, 100)
    whole = encoded(net, pixels, (0, 0, 90, 100), EXACT)
    monkeypatch.setattr(encoding, "CPU_SIDE", 24)
    part = encoded(net, pixels, (30, 40, 33, 30), EXACT)
    torch.testing.assert_close(part.values, whole.values[30:63, :, 40:70], atol=1e-4, rtol=1e-4)


def test_bf16_is_close():
    net, pixels = network("liif"), picture(30, 30)
    exact = encoded(net, pixels, (0, 0, 30, 30), EXACT).values
    approximate = encoded(net, pixels, (0, 0, 30, 30), Compute(torch.device("cpu"), torch.bfloat16)).values
    assert approximate.dtype == torch.float32
    assert 0 < (approximate - exact).abs().max() < 0.02


def test_encoding_can_be_cancelled_between_operations():
    calls = []

    def check():
        calls.append(None)
        if len(calls) == 10:
            raise Superseded

    with pytest.raises(Superseded):
        encoded(network("liif"), picture(20, 20), (0, 0, 20, 20), EXACT, check)
    assert len(calls) == 10
