"""The two uncertainty heuristics agree with a direct computation of the same quantity."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
import torch
from numpy.polynomial import chebyshev

from engine.base.errors import Superseded
from engine.compute.device import Compute
from engine.decoding import official, uncertainty
from engine.decoding.continuous_image import ContinuousImage
from engine.geometry.axis import whole
from engine.geometry.viewport import Viewport, centred
from engine.images.image import from_array
from engine.images.picture import Picture
from engine.models.implicit import never_cancel
from engine.models.liif import Liif
from tests.engine import networks

HEIGHT, WIDTH = 14, 18
PIXELS = np.random.default_rng(5).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)
IMAGE = torch.from_numpy(PIXELS.transpose(2, 0, 1).copy())[None].float() / 127.5 - 1


def continuous(name):
    compute = Compute(torch.device("cpu"), torch.float32)
    return ContinuousImage(Picture(from_array(PIXELS, "noise")), networks.model(name), compute)


def around(position, size, smooth):
    """The two latents around a position along one axis: (index, distance from its centre, ensemble weight) of each.

    smooth: Live's ensemble weights rather than the paper's.
    """
    first = min(max(int(np.floor(position - 0.5)), 0), size - 2)
    distance = position - (first + 0.5)
    weight = min(max(distance, 0.0), 1.0)
    weight = weight**2 * (3 - 2 * weight) if smooth else weight
    return (first, distance, 1 - weight), (first + 1, distance - 1, weight)


def predicted(net, latents, row, col, dy, dx, cell):
    """One latent's prediction for a query (dy, dx) latents from its centre, by the network's own formula."""
    if isinstance(net, Liif):
        codes = official._unfolded(latents) if net.feat_unfold else latents
        relative = [2 * dy, 2 * dx] + ([2 * cell, 2 * cell] if net.cell_decode else [])
        return net.imnet(torch.cat([codes[0, :, row, col], torch.tensor(relative)])).double().numpy()
    coefficients = (
        net.polynomials(IMAGE)[0, :, :, :, row, col].double().numpy()
    )  # order in y, colour, order in x
    means = []
    for distance in (np.clip(dy, -1, 1), np.clip(dx, -1, 1)):
        integrals = [chebyshev.chebint(np.eye(net.order)[k]) for k in range(net.order)]
        low, high = distance - cell / 2, distance + cell / 2
        means.append([(chebyshev.chebval(high, f) - chebyshev.chebval(low, f)) / cell for f in integrals])
    return np.einsum("lck,l,k->c", coefficients, *means)


@pytest.mark.parametrize("name", ["liif", "liif -c", "liif -u", "live"])
@pytest.mark.parametrize("scale", [3.0, 20.0])
def test_the_ensemble_deviation_is_the_weighted_deviation_of_the_four_predictions(name, scale):
    image = continuous(name)
    net = image.model.net
    found = uncertainty.ensemble_deviation(image, centred((WIDTH, HEIGHT), scale, 60, 40), never_cancel)
    with torch.no_grad():
        latents = None if name == "live" else net.encode(IMAGE)
        for i, j in ((0, 0), (1, 2), (2, 1), (3, 5), (4, 4)):
            y, x = (
                float(edge + (k + Fraction(1, 2)) * found.step)
                for edge, k in ((found.top, i), (found.left, j))
            )
            colours, weights = [], []
            for row, dy, down in around(y, HEIGHT, name == "live"):
                for col, dx, across in around(x, WIDTH, name == "live"):
                    colours.append(predicted(net, latents, row, col, dy, dx, 1 / scale))
                    weights.append(down * across)
            mean = np.average(colours, axis=0, weights=weights)
            variance = np.average((np.array(colours) - mean) ** 2, axis=0, weights=weights)
            expected = np.sqrt(variance).mean() * 127.5
            assert found.values[i, j] == pytest.approx(expected, rel=2e-3, abs=1e-3)
    assert found.values.std() > 0  # the picture is noise, so the values differ


@pytest.mark.parametrize("name", ["liif -e", "metasr", "fixed", "siren"])
def test_a_model_without_local_ensemble_has_no_ensemble_deviation(name):
    assert (
        uncertainty.ensemble_deviation(continuous(name), centred((WIDTH, HEIGHT), 20.0, 60, 40), never_cancel)
        is None
    )


@pytest.mark.parametrize("scale", [1.2, 4.0, 7.9, 8.0, 37.0, 1e9])
def test_no_value_of_the_ensemble_deviation_is_at_a_latents_centre(scale):
    found = uncertainty.ensemble_deviation(
        continuous("live"), centred((WIDTH, HEIGHT), scale, 60, 40), never_cancel
    )
    positions = [float(edge + found.step / 2) % 1 for edge in (found.left, found.top)]
    assert 0.5 not in positions
    side, limit = float(found.step) * scale, uncertainty.SPREAD_SIDE
    assert side <= 2 * limit and (scale < limit or side >= limit / 4)


def expected_source_error(image):
    """Decodes the whole picture at twice its size, reduces it with Pillow, and compares it with the source."""
    enlarged = image.grid(whole(HEIGHT, 2 * HEIGHT), whole(WIDTH, 2 * WIDTH))[0]
    reduced = PIL.Image.fromarray(enlarged).resize((WIDTH, HEIGHT), PIL.Image.Resampling.BICUBIC)
    return np.abs(np.asarray(reduced).astype(float) - PIXELS).mean(-1)


@pytest.mark.parametrize("name", ["liif", "live", "bicubic"])
def test_each_source_pixel_is_compared_with_the_decoded_and_reduced_image(name, monkeypatch):
    monkeypatch.setattr(uncertainty, "BLOCK", 5)
    image = continuous(name)
    expected = expected_source_error(image)
    found = uncertainty.source_error(image, centred((WIDTH, HEIGHT), 2.0, 100, 100), never_cancel)
    assert (found.left, found.top, found.step) == (0, 0, 1)
    assert np.abs(found.values - expected).max() <= 0.7  # other pieces: rounding may differ by 1 of 255
    part = uncertainty.source_error(image, Viewport(Fraction(15, 4), Fraction(6), 9.0, 60, 40), never_cancel)
    assert (part.left, part.top) == (3, 6) and part.values.shape == (5, 8)
    assert np.abs(part.values - expected[6:11, 3:11]).max() <= 0.7


def test_a_flat_picture_has_no_uncertainty():
    flat = np.full((HEIGHT, WIDTH, 3), 120, np.uint8)
    compute = Compute(torch.device("cpu"), torch.float32)
    image = ContinuousImage(Picture(from_array(flat, "flat")), networks.model("bicubic"), compute)
    view = centred((WIDTH, HEIGHT), 12.0, 60, 40)
    assert uncertainty.source_error(image, view, never_cancel).values.max() == 0
    assert uncertainty.ensemble_deviation(image, view, never_cancel).values.max() < 0.01


@pytest.mark.parametrize("heuristic", [uncertainty.ensemble_deviation, uncertainty.source_error])
def test_both_heuristics_can_be_cancelled(heuristic):
    def stop():
        raise Superseded

    with pytest.raises(Superseded):
        heuristic(continuous("liif"), centred((WIDTH, HEIGHT), 12.0, 60, 40), stop)


def test_a_16_bit_picture_has_the_source_error_of_the_same_8_bit_one():
    eight_bit = from_array(PIXELS, "noise")
    sixteen_bit = replace(eight_bit, pixels=PIXELS.astype(np.uint16) * 257)
    compute = Compute(torch.device("cpu"), torch.float32)
    view = centred((WIDTH, HEIGHT), 6.0, 60, 40)
    found = [
        uncertainty.source_error(
            ContinuousImage(Picture(image), networks.model("bicubic"), compute), view, never_cancel
        )
        for image in (eight_bit, sixteen_bit)
    ]
    assert np.abs(found[0].values - found[1].values).max() <= 0.7
