"""1-SIREN: a network that is one picture."""

from fractions import Fraction

import numpy as np
import torch

from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis, whole
from tests.engine.networks import model, network

EXACT = Compute(torch.device("cpu"), torch.float32)


def decode_with_picture(seed, rows, cols):
    """The grid rows x cols while a random picture of 6 x 9 px is open."""
    pixels = np.random.default_rng(seed).integers(0, 256, (6, 9, 3), dtype=np.uint8)
    return Latents(model("siren"), pixels, EXACT).decode(rows, cols)


def test_it_shows_its_own_picture_for_every_open_picture():
    rows, cols = whole(6, 20), whole(9, 31)
    assert torch.equal(decode_with_picture(1, rows, cols), decode_with_picture(2, rows, cols))


def test_a_pixel_is_the_network_evaluated_at_its_centre():
    net = network("siren")
    y, x = torch.meshgrid(
        (2 * torch.arange(12) + 1) / 12 - 1, (2 * torch.arange(18) + 1) / 18 - 1, indexing="ij"
    )
    expected = net(torch.stack([y, x], dim=-1))
    torch.testing.assert_close(
        decode_with_picture(1, whole(6, 12), whole(9, 18)), expected, atol=1e-5, rtol=1e-5
    )


def test_it_is_smooth_at_every_zoom():
    for scale in (10**3, 10**7, 10**12):
        axis = Axis(Fraction(7, 3), Fraction(1, scale), 50)
        line = decode_with_picture(1, axis, axis)
        assert (line[1:] - line[:-1]).abs().max() < 100 / scale + 1e-5
