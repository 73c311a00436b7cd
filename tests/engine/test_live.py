"""The Live model: polynomials blended by the local ensemble, whatever way they are summed."""

from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
import torch

from engine import separable
from engine.axis import Axis, whole
from engine.models.bicubic import Bicubic
from engine.models.implicit import PreparedMap
from engine.models.live import Live


@pytest.fixture
def net():
    torch.manual_seed(3)
    made = Live(width=8, blocks=2, hidden=16, order=6, max_scale=4.0)
    torch.nn.init.normal_(made.coefficients.weight, std=0.05)
    return made.eval().requires_grad_(False)


def picture(height, width):
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(7)) * 2 - 1


def prepared(net, image, cell=0.25):
    height, width = image.shape[-2:]
    return PreparedMap(net.prepare(net.encode(image), (cell, cell)), 0, 0, height, width)


def by_definition(net, image, y, x, cell):
    """One query in float64, by the sums that the module's text promises."""
    height, width = image.shape[-2:]
    coefficients = net.polynomials(net.encode(image), torch.tensor([[cell, cell]]))[0].double().numpy()
    total = np.zeros(3)
    y0, x0 = (int(np.clip(np.floor(p - 0.5), 0, n - 2)) for p, n in ((y, height), (x, width)))
    for i in (y0, y0 + 1):
        for j in (x0, x0 + 1):
            dy, dx = y - 0.5 - i, x - 0.5 - j
            share = np.prod([np.clip(1 - abs(d), 0, 1) for d in (dy, dx)])
            if y < 0.5 or y > height - 0.5:
                share = share / max(1 - abs(dy), 1e-12) * (abs(dy) <= 0.5)
            if x < 0.5 or x > width - 0.5:
                share = share / max(1 - abs(dx), 1e-12) * (abs(dx) <= 0.5)
            if share:
                total += share * np.polynomial.chebyshev.chebval2d(
                    dy, dx, np.moveaxis(coefficients[..., i, j], 0, -1)
                )
    return total


def test_two_passes_are_the_sum_by_definition(net):
    image = picture(9, 11)
    rows, cols = whole(9, 29), whole(11, 40)
    grid = net.decode(prepared(net, image), rows, cols, torch.float32)
    for r, c in [(0, 0), (0, 20), (14, 0), (28, 39), (13, 21), (5, 33)]:
        expected = by_definition(net, image, (r + 0.5) * 9 / 29, (c + 0.5) * 11 / 40, 0.25)
        np.testing.assert_allclose(grid[r, c].numpy(), expected, atol=1e-5)


def test_the_dense_operator_of_training_is_the_same_sum(net):
    image = picture(9, 11)
    rows, cols = whole(9, 23), whole(11, 31)
    coefficients = net.polynomials(net.encode(image), torch.tensor([[0.25, 0.25]]))[0]
    lines = coefficients.permute(3, 1, 0, 4, 2).reshape(9 * 6, -1)
    down, across = separable.dense_operator(rows, 9, 6), separable.dense_operator(cols, 11, 6)
    dense = ((down @ lines).view(-1, 11 * 6) @ across.T).view(23, 3, 31).permute(0, 2, 1)
    torch.testing.assert_close(
        net.decode(prepared(net, image), rows, cols, torch.float32), dense, atol=1e-5, rtol=0
    )


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (6, 1), (2, 2)])
def test_the_smallest_pictures_decode(net, size):
    image = picture(*size)
    rows, cols = whole(size[0], 5), whole(size[1], 5)
    found = net.decode(prepared(net, image), rows, cols, torch.float32)
    assert found.shape == (5, 5, 3)
    assert found.isfinite().all()


def test_the_skip_is_catmull_rom_as_pillow_enlarges():
    pixels = np.random.default_rng(1).integers(40, 210, (20, 24, 3), dtype=np.uint8)
    image = torch.from_numpy(pixels).permute(2, 0, 1)[None] / 127.5 - 1
    net = Bicubic()
    found = net.decode(prepared(net, image), whole(20, 100), whole(24, 120), torch.float32)
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
    live = Live(width=8, blocks=1, hidden=16, order=6, max_scale=4.0).requires_grad_(False)
    grids = [
        n.decode(prepared(n, image), whole(12, 50), whole(10, 33), torch.float32) for n in (live, Bicubic())
    ]
    torch.testing.assert_close(*grids, atol=1e-5, rtol=0)


def test_the_picture_is_continuous_across_latents(net):
    """Just before and just after each centre and each border the colours agree."""
    image = picture(8, 8)
    ready = prepared(net, image)
    for border in (Fraction(3), Fraction(7, 2), Fraction(1, 2), Fraction(15, 2)):
        tiny = Fraction(1, 10**7)
        cols = Axis(border - tiny, tiny, 2)
        pair = net.decode(ready, whole(8, 16), cols, torch.float32)
        torch.testing.assert_close(pair[:, 0], pair[:, 1], atol=1e-4, rtol=0)


def test_past_the_trained_scale_one_prepared_map_serves_every_zoom(net):
    assert net.prepared_cell((1e-12, 1e-12)) == net.prepared_cell((0.25, 0.25)) == (0.25, 0.25)
    assert net.prepared_cell((0.5, 0.4)) == (0.5, 0.4)
