"""The two heuristics against a plain computation of the same, and what they are asked of."""

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


def around(at, size, level):
    """The latents along one axis that a place lies between, how far past each centre, and each one's share.

    level: it begins and ends without a slope.
    """
    first = min(max(int(np.floor(at - 0.5)), 0), size - 2)
    past = at - (first + 0.5)
    share = min(max(past, 0.0), 1.0)
    share = share**2 * (3 - 2 * share) if level else share
    return (first, past, 1 - share), (first + 1, past - 1, share)


def predicted(net, latents, row, col, dy, dx, cell):
    """One latent's colour for a query (dy, dx) latents past its centre, by the network's own formula."""
    if isinstance(net, Liif):
        codes = official._unfolded(latents) if net.feat_unfold else latents
        place = [2 * dy, 2 * dx] + ([2 * cell, 2 * cell] if net.cell_decode else [])
        return net.imnet(torch.cat([codes[0, :, row, col], torch.tensor(place)])).double().numpy()
    found = net.polynomials(IMAGE)[0, :, :, :, row, col].double().numpy()  # in y, of colour, in x
    means = []
    for at in (np.clip(dy, -1, 1), np.clip(dx, -1, 1)):
        whole = [chebyshev.chebint(np.eye(net.order)[k]) for k in range(net.order)]
        low, high = at - cell / 2, at + cell / 2
        means.append([(chebyshev.chebval(high, w) - chebyshev.chebval(low, w)) / cell for w in whole])
    return np.einsum("lck,l,k->c", found, *means)


@pytest.mark.parametrize("name", ["liif", "liif -c", "liif -u", "live"])
@pytest.mark.parametrize("scale", [3.0, 20.0])
def test_the_spread_is_that_of_the_four_predictions_by_their_shares(name, scale):
    of = continuous(name)
    net = of.model.net
    doubts = uncertainty.ensemble_deviation(of, centred((WIDTH, HEIGHT), scale, 60, 40), never_cancel)
    with torch.no_grad():
        latents = None if name == "live" else net.encode(IMAGE)
        for i, j in ((0, 0), (1, 2), (2, 1), (3, 5), (4, 4)):
            y, x = (
                float(edge + (k + Fraction(1, 2)) * doubts.step)
                for edge, k in ((doubts.top, i), (doubts.left, j))
            )
            colours, shares = [], []
            for row, dy, down in around(y, HEIGHT, name == "live"):
                for col, dx, across in around(x, WIDTH, name == "live"):
                    colours.append(predicted(net, latents, row, col, dy, dx, 1 / scale))
                    shares.append(down * across)
            mean = np.average(colours, axis=0, weights=shares)
            variance = np.average((np.array(colours) - mean) ** 2, axis=0, weights=shares)
            assert doubts.values[i, j] == pytest.approx(np.sqrt(variance).mean() * 127.5, rel=2e-3, abs=1e-3)
            # the heights of codes that are kept are rounded, but noise is not all the same
    assert doubts.values.std() > 0


@pytest.mark.parametrize("name", ["liif -e", "metasr", "fixed", "siren"])
def test_a_model_that_blends_nothing_has_no_spread(name):
    assert (
        uncertainty.ensemble_deviation(continuous(name), centred((WIDTH, HEIGHT), 20.0, 60, 40), never_cancel)
        is None
    )


@pytest.mark.parametrize("scale", [1.2, 4.0, 7.9, 8.0, 37.0, 1e9])
def test_no_value_of_the_spread_lies_where_one_latent_stands_alone(scale):
    doubts = uncertainty.ensemble_deviation(
        continuous("live"), centred((WIDTH, HEIGHT), scale, 60, 40), never_cancel
    )
    places = [float(edge + doubts.step / 2) % 1 for edge in (doubts.left, doubts.top)]
    assert 0.5 not in places
    side = float(doubts.step) * scale
    assert side <= 2 * uncertainty.COARSE and (scale < uncertainty.COARSE or side >= uncertainty.COARSE / 4)


def plainly_consistent(of):
    """All of the picture decoded at twice its size, reduced by Pillow, and how far that is from it."""
    size = 2 * HEIGHT, 2 * WIDTH
    from engine.geometry.axis import whole

    twice = of.grid(whole(HEIGHT, size[0]), whole(WIDTH, size[1]))[0]
    again = np.asarray(PIL.Image.fromarray(twice).resize((WIDTH, HEIGHT), PIL.Image.Resampling.BICUBIC))
    return np.abs(again.astype(float) - PIXELS).mean(-1)


@pytest.mark.parametrize("name", ["liif", "live", "bicubic"])
def test_each_source_pixel_is_compared_with_what_it_is_decoded_to_and_reduced(name, monkeypatch):
    monkeypatch.setattr(uncertainty, "TOGETHER", 5)
    of = continuous(name)
    expected = plainly_consistent(of)
    doubts = uncertainty.source_error(of, centred((WIDTH, HEIGHT), 2.0, 100, 100), never_cancel)
    assert (doubts.left, doubts.top, doubts.step) == (0, 0, 1)
    assert np.abs(doubts.values - expected).max() <= 0.7  # decoded in other pieces: a last digit of 255
    part = uncertainty.source_error(of, Viewport(Fraction(15, 4), Fraction(6), 9.0, 60, 40), never_cancel)
    assert (part.left, part.top) == (3, 6) and part.values.shape == (5, 8)
    assert np.abs(part.values - expected[6:11, 3:11]).max() <= 0.7


def test_a_smooth_picture_gives_no_cause_for_doubt():
    flat = np.full((HEIGHT, WIDTH, 3), 120, np.uint8)
    compute = Compute(torch.device("cpu"), torch.float32)
    of = ContinuousImage(Picture(from_array(flat, "flat")), networks.model("bicubic"), compute)
    view = centred((WIDTH, HEIGHT), 12.0, 60, 40)
    assert uncertainty.source_error(of, view, never_cancel).values.max() == 0
    assert uncertainty.ensemble_deviation(of, view, never_cancel).values.max() < 0.01


@pytest.mark.parametrize("weigh", [uncertainty.ensemble_deviation, uncertainty.source_error])
def test_it_can_be_called_off(weigh):
    def stop():
        raise Superseded

    with pytest.raises(Superseded):
        weigh(continuous("liif"), centred((WIDTH, HEIGHT), 12.0, 60, 40), stop)


def test_a_picture_of_16_bits_is_weighed_as_the_same_one_of_8():
    from dataclasses import replace

    shallow = from_array(PIXELS, "noise")
    deep = replace(shallow, pixels=PIXELS.astype(np.uint16) * 257)
    compute = Compute(torch.device("cpu"), torch.float32)
    view = centred((WIDTH, HEIGHT), 6.0, 60, 40)
    found = [
        uncertainty.source_error(
            ContinuousImage(Picture(image), networks.model("bicubic"), compute), view, never_cancel
        )
        for image in (shallow, deep)
    ]
    assert np.abs(found[0].values - found[1].values).max() <= 0.7
