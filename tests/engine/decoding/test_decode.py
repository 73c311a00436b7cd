"""The factorised decoder agrees with the official procedure, in any pieces and in any precision."""

from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.base.errors import Superseded
from engine.checkpoints import checkpoint
from engine.compute.device import Compute
from engine.decoding import official
from engine.geometry.axis import Axis, whole
from engine.models import liif
from engine.models.implicit import PreparedMap
from tests.engine.networks import NAMED, encoded, network

EXACT = Compute(torch.device("cpu"), torch.float32)


def picture(height, width):
    return np.random.default_rng(6).integers(0, 256, (height, width, 3), dtype=np.uint8)


def decoded(net, pixels, rows, cols, dtype=torch.float32):
    """Decodes rows x cols from the latents that the grid reads, and no others."""
    height, width = pixels.shape[0] * net.upsampling, pixels.shape[1] * net.upsampling
    top, bottom = rows.finer(net.upsampling).latents(height)
    left, right = cols.finer(net.upsampling).latents(width)
    prepared = encoded(net, pixels, (top, left, bottom - top, right - left), EXACT)
    return net.decode(prepared, rows, cols, dtype)


@st.composite
def axes(draw, size):
    """Axes within a picture of `size` source px, with steps of up to one source px."""
    step = Fraction(draw(st.integers(1, 60)), 60)
    start = Fraction(draw(st.integers(0, size * 60 - 60)), 60)
    return Axis(start, step, draw(st.integers(1, min(40, int((size - start) / step)))))


MOST_TILES = 4
"""Of a view, across and down. Its last ones may be of a single px."""


@pytest.mark.parametrize("name", sorted(NAMED))
@settings(max_examples=12)
@given(data=st.data())
def test_tiles_of_a_view_equal_the_whole_view(name, data):
    net, pixels = network(name), picture(11, 13)
    rows, cols = data.draw(axes(11)), data.draw(axes(13))
    view = decoded(net, pixels, rows, cols)
    assert view.shape == (rows.count, cols.count, 3) and view.dtype == torch.float32
    down, across = (data.draw(st.integers(-(-axis.count // MOST_TILES), axis.count)) for axis in (rows, cols))
    for y in range(0, rows.count, down):
        for x in range(0, cols.count, across):
            part = rows.piece(y, min(down, rows.count - y)), cols.piece(x, min(across, cols.count - x))
            expected = view[y : y + part[0].count, x : x + part[1].count]
            torch.testing.assert_close(decoded(net, pixels, *part), expected, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("name", [name for name in NAMED if name.startswith("liif")])
@settings(max_examples=15)
@given(data=st.data())
def test_factorised_equals_official(name, data):
    net = network(name)
    size = data.draw(st.integers(2, 9)), data.draw(st.integers(2, 9))
    latents = torch.randn(1, 8, *size, generator=torch.Generator().manual_seed(1))
    rows, cols = (whole(n, data.draw(st.integers(n, 30))) for n in size)
    # at the centre of the last latent all four official areas are 0, so its result depends on their rounding
    assume(all((axis.count / n) % 2 != 1 for axis, n in zip((rows, cols), size, strict=True)))
    prepared = PreparedMap(net.prepare(latents), 0, 0, *size)
    got = net.decode(prepared, rows, cols, torch.float32)
    expected = official.decode(net, latents, rows, cols, chunk=100)
    if net.local_ensemble:
        torch.testing.assert_close(got, expected, atol=1e-4, rtol=1e-4)
    else:  # on the border of two latents, float32 coordinates select either one
        assert ((got - expected).abs().amax(-1) < 1e-4).float().mean() > 0.8


def test_bands_of_mixed_latents_give_the_same_result(monkeypatch):
    net = network("liif")
    latents = torch.randn(1, 8, 9, 9, generator=torch.Generator().manual_seed(1))
    rows, cols = whole(9, 40), whole(9, 31)
    prepared = PreparedMap(net.prepare(latents), 0, 0, 9, 9)
    expected = net.decode(prepared, rows, cols, torch.float32)
    bands, requested = liif.bands, []

    def unshared(down, most, shared):
        requested.append(shared)
        return bands(down, most, shared=False)

    monkeypatch.setattr(liif, "bands", unshared)
    torch.testing.assert_close(net.decode(prepared, rows, cols, torch.float32), expected)
    assert requested and all(requested)


def test_bf16_is_close_with_the_authors_weights(shared):
    net = checkpoint.load(shared / "models" / "edsr-baseline-liif.pth").net
    file = sorted((shared / "benchmark" / "Set5").rglob("*.png"))[0]
    pixels = np.asarray(PIL.Image.open(file).convert("RGB"))[:40, :40]
    for scale in (2, 4, 12):
        rows = cols = Axis(Fraction(9), Fraction(1, scale), 30)
        exact, approximate = (
            decoded(net, pixels, rows, cols, dtype) for dtype in (torch.float32, torch.bfloat16)
        )
        assert approximate.dtype == torch.float32
        error = (approximate - exact).abs() * 127.5
        assert 0 < error.mean() < 1.5 and error.max() < 10


def test_decoding_can_be_cancelled_between_pieces(monkeypatch):
    net = network("liif")
    monkeypatch.setattr(liif, "CPU_CHUNK", 64)
    prepared = PreparedMap(net.prepare(torch.zeros(1, 8, 5, 5)), 0, 0, 5, 5)
    calls = []

    def check():
        calls.append(None)
        if len(calls) >= 5:
            raise Superseded

    with pytest.raises(Superseded):
        net.decode(prepared, whole(5, 50), whole(5, 50), torch.float32, check)
    # each core finishes the piece that it is working on
    assert 5 <= len(calls) < 5 + torch.get_num_threads() + 1
