"""The Live model: all ways to sum its blended polynomials agree with the definition."""

import itertools
from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import ModelError
from engine.geometry.axis import Axis, whole
from engine.geometry.viewport import lattice, lattice_axis
from engine.models import polynomial, registry
from engine.models.bicubic import Bicubic
from engine.models.implicit import PreparedMap
from engine.models.live import Live, LiveOnEncoder


@pytest.fixture
def net():
    torch.manual_seed(3)
    live = Live(width=8, blocks=2, hidden=16, order=6)
    torch.nn.init.normal_(live.coefficients.weight, std=0.05)
    return live.eval().requires_grad_(False)


@pytest.fixture(scope="module")
def noise_map():
    """A network, its prepared map of a picture of noise, and the side of that picture."""
    torch.manual_seed(4)
    live = Live(width=8, blocks=1, hidden=16, order=6).eval().requires_grad_(False)
    torch.nn.init.normal_(live.coefficients.weight, std=0.05)
    return live, prepare_exactly(live, picture(12, 12)), 12


def picture(height, width):
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(7)) * 2 - 1


def prepare_exactly(net, image):
    """The whole prepared map, without the float16 rounding of `encode`."""
    height, width = image.shape[-2:]
    if isinstance(net, Live):
        return PreparedMap(
            polynomial.layout(net.polynomials(image).flatten(1, 3), net.order), 0, 0, height, width
        )
    return PreparedMap(net.prepare(net.encode(image)), 0, 0, height, width)


def coefficients_by_latent(net, image):
    """The coefficients (y order, x order, colour) of each latent, (6, 6, 3, h, w) float64."""
    return net.polynomials(image)[0].double().numpy().transpose(0, 2, 1, 3, 4)


def mean_over(coefficients, y, x, high, wide):
    """The mean over a rectangle around (y, x) of one latent's polynomial, by its antiderivative."""
    mean = coefficients
    for middle, size in ((y, high), (x, wide)):
        primitive = np.polynomial.chebyshev.chebint(mean, axis=0)
        start, end = (np.polynomial.chebyshev.chebval(middle + s * size / 2, primitive) for s in (-1, 1))
        mean = (end - start) / size
    return mean


def smooth(weight):
    """A weight without a slope at either end."""
    return weight**2 * (3 - 2 * weight)


def by_definition(net, image, y, x, high, wide):
    """One query in float64, by the sums in the docstring of separable.py."""
    height, width = image.shape[-2:]
    coefficients = coefficients_by_latent(net, image)
    total = np.zeros(3)
    y0, x0 = (int(np.clip(np.floor(p - 0.5), 0, n - 2)) for p, n in ((y, height), (x, width)))
    for i in (y0, y0 + 1):
        for j in (x0, x0 + 1):
            dy, dx = y - 0.5 - i, x - 0.5 - j
            weight = np.prod(
                [
                    abs(d) <= 0.5 if p < 0.5 or p > n - 0.5 else smooth(np.clip(1 - abs(d), 0, 1))
                    for p, n, d in ((y, height, dy), (x, width, dx))
                ]
            )
            if weight:
                total += weight * mean_over(coefficients[..., i, j], dy, dx, high, wide)
    return total


@pytest.mark.parametrize("size", [(9, 11), (11, 14), (29, 40), (100, 150)])
def test_two_passes_equal_the_sum_by_definition(net, size):
    image = picture(9, 11)
    grid = net.decode(prepare_exactly(net, image), whole(9, size[0]), whole(11, size[1]), torch.float32)
    high, wide = 9 / size[0], 11 / size[1]
    for r, c in itertools.product((0, 4, size[0] // 2, size[0] - 1), (0, 5, size[1] // 2 + 1, size[1] - 1)):
        expected = by_definition(net, image, (r + 0.5) * high, (c + 0.5) * wide, high, wide)
        np.testing.assert_allclose(grid[r, c].numpy(), expected, atol=2e-5)


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (6, 1), (2, 2)])
def test_the_smallest_pictures_decode(net, size):
    image = picture(*size)
    rows, cols = whole(size[0], 5), whole(size[1], 5)
    found = net.decode(prepare_exactly(net, image), rows, cols, torch.float32)
    assert found.shape == (5, 5, 3)
    assert found.isfinite().all()


def test_the_skip_is_catmull_rom_as_pillow_enlarges():
    pixels = np.random.default_rng(1).integers(40, 210, (20, 24, 3), dtype=np.uint8)
    image = torch.from_numpy(pixels).permute(2, 0, 1)[None] / 127.5 - 1
    net = Bicubic()
    found = net.decode(prepare_exactly(net, image), whole(20, 100), whole(24, 120), torch.float32)
    reference = np.stack(
        [
            np.asarray(
                PIL.Image.fromarray(pixels[..., c].astype(np.float32)).resize(
                    (120, 100), PIL.Image.Resampling.BICUBIC
                )
            )
            for c in range(3)
        ],
        axis=-1,
    )
    inner = (slice(10, -10), slice(10, -10))
    np.testing.assert_allclose(((found + 1) * 127.5).numpy()[inner], reference[inner], atol=2e-3)


def test_an_untrained_live_model_is_bicubic():
    image = picture(12, 10)
    live = Live(width=8, blocks=1, hidden=16, order=6).requires_grad_(False)
    rows, cols = (
        Axis(Fraction(n, 2), Fraction(1, 10**6), 7) for n in (12, 9)
    )  # cells so small that the mean is the value
    grids = [n.decode(prepare_exactly(n, image), rows, cols, torch.float32) for n in (live, Bicubic())]
    torch.testing.assert_close(*grids, atol=1e-5, rtol=0)


def test_the_picture_is_continuous_across_latents(net):
    """The colours just before and just after each centre and each border of latents agree."""
    image = picture(8, 8)
    ready = prepare_exactly(net, image)
    for border in (Fraction(3), Fraction(7, 2), Fraction(1, 2), Fraction(15, 2)):
        tiny = Fraction(1, 10**7)
        cols = Axis(border - tiny, tiny, 2)
        pair = net.decode(ready, whole(8, 16), cols, torch.float32)
        torch.testing.assert_close(pair[:, 0], pair[:, 1], atol=1e-4, rtol=0)


def test_encoding_in_float16_changes_colours_by_less_than_a_fifth_of_a_step(net):
    image = picture(9, 11)
    rounded = PreparedMap(net.prepare(net.encode(image)), 0, 0, 9, 11)
    grids = [
        net.decode(each, whole(9, 50), whole(11, 60), torch.float32)
        for each in (rounded, prepare_exactly(net, image))
    ]
    assert 0 < (grids[0] - grids[1]).abs().max() * 127.5 < 0.2


@settings(max_examples=40, deadline=None)
@given(
    blocks=st.integers(0, 5),
    first=st.tuples(st.integers(0, 39), st.integers(0, 39)),
    extent=st.tuples(st.integers(1, 40), st.integers(1, 40)),
)
def test_a_crop_equals_the_same_part_of_the_whole_map(blocks, first, extent):
    torch.manual_seed(blocks)
    net = Live(8, blocks, 16, 4).eval().requires_grad_(False)
    torch.nn.init.normal_(net.coefficients.weight, std=0.05)
    image = picture(40, 40)
    rows, cols = (slice(a, min(a + n, 40)) for a, n in zip(first, extent, strict=True))
    cropped, complete = net.encode(image, (rows, cols)), net.encode(image)
    torch.testing.assert_close(cropped, complete[..., rows, cols], atol=2e-3, rtol=2e-3)  # float16


ENCODERS = {
    "edsr-baseline": {"n_resblocks": 2, "n_feats": 8, "no_upsampling": True},
    "rdn": {"RDNconfig": "A", "G0": 4, "no_upsampling": True},
}


def on_encoder(name):
    """Live's decoder with random weights, on a small encoder with random weights."""
    torch.manual_seed(5)
    args = {"encoder_spec": {"name": name, "args": ENCODERS[name]}, "hidden": 16, "order": 4}
    net = registry.build("live", args).eval().requires_grad_(False)
    torch.nn.init.normal_(net.coefficients.weight, std=0.05)
    return net


@pytest.mark.parametrize("name", ENCODERS)
def test_a_crop_on_any_encoder_equals_the_same_part_of_the_whole_map(name):
    net, image = on_encoder(name), picture(24, 20)
    assert isinstance(net, LiveOnEncoder)
    complete = net.encode(image)
    for rows, cols in (
        (slice(0, 9), slice(3, 20)),
        (slice(7, 8), slice(0, 1)),
        (slice(1, 24), slice(19, 20)),
    ):
        found = net.encode(image, (rows, cols))
        torch.testing.assert_close(found, complete[..., rows, cols], atol=2e-3, rtol=2e-3)  # float16


@pytest.mark.parametrize("name", ENCODERS)
def test_the_halo_is_what_latents_on_any_encoder_depend_on(name):
    """Gradients reach as far as the halo says and no farther."""
    net = on_encoder(name).double()
    side = 2 * net.halo + 3
    image = torch.rand(1, 3, side, 9, dtype=torch.double, requires_grad=True)
    latents = net.latents(image)
    net._mlp(latents)[0, :, net.halo + 1, 4].abs().sum().backward()
    touched = image.grad[0].abs().amax((0, 2)).nonzero().flatten()
    assert touched.min() >= 1 and touched.max() <= side - 2
    if name == "edsr-baseline":  # each layer reaches as far as it can
        assert (touched.min(), touched.max()) == (1, side - 2)


def test_an_encoder_that_enlarges_is_refused():
    args = {"encoder_spec": {"name": "edsr-baseline", "args": {"scale": 2}}, "hidden": 16, "order": 4}
    with pytest.raises(ModelError, match="enlarges"):
        registry.build("live", args)


@settings(max_examples=300, deadline=None)
@given(scale=st.floats(1.0, 300.0), first=st.integers(0, 2000), count=st.integers(1, 40))
def test_the_latent_range_of_a_grid_is_sufficient(noise_map, scale, first, count):
    """Positions are rounded, the range of latents is exact. Where they differ, the farther latent has weight 0."""
    net, ready, size = noise_map
    axis = lattice_axis(first % lattice(size, scale), count, scale)
    low, high = axis.latents(size)
    cols = Axis(Fraction(5), Fraction(1, 3), 2)
    part = PreparedMap(ready.values[low:high], low, 0, size, size)
    found = net.decode(part, axis, cols, torch.float32)
    torch.testing.assert_close(found, net.decode(ready, axis, cols, torch.float32), atol=1e-5, rtol=0)


def test_a_sample_on_the_border_of_latents_may_be_rounded_to_either_side(noise_map):
    net, ready, size = noise_map
    cols = Axis(Fraction(5), Fraction(1, 3), 2)
    for k in range(1, 8):
        # a rounding error beyond latent k: the exact range ends there
        rows = Axis(Fraction(2 * k + 1, 2) - Fraction(1, 10**18) - Fraction(1, 6), Fraction(1, 3), 1)
        low, high = rows.latents(size)
        assert rows.neighbours(size)[0][0] == high - 1
        part = PreparedMap(ready.values[low:high], low, 0, size, size)
        torch.testing.assert_close(
            net.decode(part, rows, cols, torch.float32),
            net.decode(ready, rows, cols, torch.float32),
            atol=1e-5,
            rtol=0,
        )
