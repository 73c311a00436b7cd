"""Deep zoom: at any depth the decoded picture agrees with float64 arithmetic (docs/deep-zoom.md)."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
import torch

from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.geometry.axis import Axis
from tests.engine.networks import encoded, network

EXACT = Compute(torch.device("cpu"), torch.float32)
SIZE = (40, 44)


def pixels():
    """A smooth picture with some noise."""
    random = np.random.default_rng(8)
    y, x = np.mgrid[: SIZE[0], : SIZE[1]]
    waves = np.stack([np.sin(y / 3 + k) + np.cos(x / (4 + k)) for k in range(3)], axis=-1)
    return np.clip(waves * 50 + 128 + random.normal(0, 8, waves.shape), 0, 255).astype(np.uint8)


def around(position, size):
    """The first of the two latents around an exact position, and the exact distance from its centre, in latents."""
    first = min(max(floor(position - Fraction(1, 2)), 0), size - 2)
    return first, position - first - Fraction(1, 2)


def linear(weight):
    """The paper's ensemble weights."""
    return weight


def smooth(weight):
    """Live's ensemble weights: their slope is 0 at both ends."""
    return weight**2 * (3 - 2 * weight)


def blended(rows, cols, colour, ensemble_weight):
    """Sum of weight x colour(latent, distance in latents) at each sample, in float64."""
    out = np.zeros((rows.count, cols.count, 3))
    for r in range(rows.count):
        i, v = around(rows.start + (r + Fraction(1, 2)) * rows.step, SIZE[0])
        for c in range(cols.count):
            j, u = around(cols.start + (c + Fraction(1, 2)) * cols.step, SIZE[1])
            for p in (0, 1):
                for q in (0, 1):
                    weight = ensemble_weight(float(1 - abs(v - p))) * ensemble_weight(float(1 - abs(u - q)))
                    out[r, c] += weight * colour(i + p, j + q, float(v - p), float(u - q))
    return out


def liif_colour(net, latents, cell):
    """LIIF's prediction of one latent, unfactorised (paper, section 3)."""
    layers = [(each.weight.double().numpy(), each.bias.double().numpy()) for each in net.imnet.linears()]
    padded = np.pad(latents[0].double().numpy(), ((0, 0), (1, 1), (1, 1)))

    def colour(i, j, v, u):
        x = np.concatenate(
            [padded[:, i : i + 3, j : j + 3].ravel(), [2 * v, 2 * u, 2 * cell[0], 2 * cell[1]]]
        )
        for weight, bias in layers[:-1]:
            x = np.maximum(weight @ x + bias, 0)
        return layers[-1][0] @ x + layers[-1][1]

    return colour


def live_colour(net, latents, cell):
    """Live's prediction of one latent: its polynomial."""
    del latents, cell  # the cell is so small that the mean over it is the value at its centre
    image = torch.from_numpy(pixels()).permute(2, 0, 1)[None].float() / 127.5 - 1
    coefficients = net.polynomials(image)[0].double().numpy().transpose(0, 2, 1, 3, 4)
    return lambda i, j, v, u: np.polynomial.chebyshev.chebval2d(v, u, coefficients[..., i, j])


def compare(net, colour, scale, ensemble_weight=linear):
    """Decodes a small grid around a random point and compares it with float64."""
    random = np.random.default_rng(scale % 1000)
    step = Fraction(1, scale)
    rows, cols = (
        Axis(Fraction(int(random.integers(10**15)), 10**15) * (n - 10) + 5 - step * count / 2, step, count)
        for n, count in zip(SIZE, (5, 7), strict=True)
    )
    cell = float(step), float(step)
    top, bottom = rows.latents(SIZE[0])
    left, right = cols.latents(SIZE[1])
    prepared = encoded(net, pixels(), (top, left, bottom - top, right - left), EXACT)
    decoded = net.decode(prepared, rows, cols, torch.float32).numpy()
    image = torch.from_numpy(pixels()).permute(2, 0, 1)[None].float() / 127.5 - 1
    expected = blended(rows, cols, colour(net, net.encode(image), cell), ensemble_weight)
    assert np.abs(decoded - expected).max() <= 2e-3


@pytest.mark.parametrize("scale", [10**3, 10**6, 10**9, 10**12])
def test_liif_agrees_with_float64(request, scale):
    folder = request.config.rootpath.parent / "shared" / "models"
    file = folder / "edsr-baseline-liif.pth"
    compare(checkpoint.load(file).net if file.exists() else network("liif"), liif_colour, scale)


@pytest.mark.parametrize("scale", [10**3, 10**6, 10**9, 10**12])
def test_live_agrees_with_float64(scale):
    compare(network("live"), live_colour, scale, smooth)


def test_one_device_px_still_changes_the_position():
    """At ×10^12, neighbouring samples have different, ascending positions."""
    axis = Axis(Fraction(123456789, 10**7), Fraction(1, 10**12), 1000)
    index, fraction = axis.positions()
    assert (np.diff(index) == 0).all()
    assert (np.diff(fraction) > 0).all()
