"""The correction of the last layer keeps uniform colours, and hardly changes what is made of other pictures."""

import copy

import numpy as np
import pytest
import torch

from engine.checkpoints import library
from trainer import even_colours
from trainer.data.drawn import page


@pytest.fixture(scope="module")
def nets():
    """Live with a last layer that shifts all colours by half a level, before and after the correction."""
    shifted = library.load("live", torch.device("cpu")).net
    with torch.no_grad():
        shifted.coefficients.bias += 0.004
    corrected = copy.deepcopy(shifted)
    even_colours.correct(corrected)
    return shifted, corrected


def polynomials(net, picture):
    """The polynomials of a picture (3, h, w) without those at its border, in levels of 255."""
    with torch.inference_mode():
        return 127.5 * net.polynomials(picture[None])[..., 30:-30, 30:-30]


def test_uniform_pictures_keep_their_colours(nets):
    shifts = []
    for net in nets:
        found = []
        for colour in np.random.default_rng(5).uniform(-1, 1, (12, 3)).astype(np.float32):
            picture = torch.from_numpy(colour)[:, None, None].expand(-1, 61, 61)
            found.append(polynomials(net, picture)[0, 0, :, 0, 0, 0] - 127.5 * picture[:, 0, 0])
        shifts.append(torch.stack(found).abs().max())
    assert shifts[0] > 0.4 and shifts[1] < 0.15


def test_drawn_pages_change_less(nets):
    picture = torch.from_numpy(page.page(7, 0)[:, 200:320, 200:320].astype(np.float32) / 127.5 - 1)
    shifted, corrected = (polynomials(net, picture) for net in nets)
    assert (corrected - shifted).square().mean().sqrt() < 0.02 * shifted.std()
