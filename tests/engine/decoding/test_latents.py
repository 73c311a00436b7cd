"""Cached latents equal freshly encoded ones, whatever was requested, evicted or cancelled before."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import Superseded
from engine.base.resources import Resources
from engine.compute.device import Compute
from engine.decoding import latents
from engine.decoding.latents import Latents
from engine.geometry.axis import whole
from tests.engine.networks import NAMED, encoded, model

EXACT = Compute(torch.device("cpu"), torch.float32)
PIXELS = np.random.default_rng(8).integers(0, 256, (50, 70, 3), dtype=np.uint8)


def ranges(data, size):
    first = data.draw(st.integers(0, size - 1))
    return first, data.draw(st.integers(first + 1, size))


@pytest.mark.parametrize("name", sorted(NAMED))
@settings(max_examples=6)
@given(data=st.data())
def test_cached_latents_equal_fresh_ones_in_any_order_and_with_small_budgets(name, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(latents, "TILE_LATENTS", 16)
        codes, prepared = (data.draw(st.sampled_from([1, 100_000, 1 << 30])) for _ in range(2))
        latent_map = Latents(model(name), PIXELS, EXACT, Resources(codes=codes, prepared=prepared))
        for _ in range(3):
            down, across = (ranges(data, size) for size in latent_map.size)
            region = (down[0], across[0], down[1] - down[0], across[1] - across[0])
            cached, fresh = (
                latent_map.prepared(down, across),
                encoded(latent_map.model.net, PIXELS, region, EXACT),
            )
            assert (cached.top, cached.left, cached.height, cached.width) == (
                fresh.top,
                fresh.left,
                *latent_map.size,
            )
            torch.testing.assert_close(cached.values, fresh.values, atol=1e-4, rtol=1e-4)


def test_a_cancelled_encoding_leaves_no_wrong_values_in_the_cache(monkeypatch):
    monkeypatch.setattr(latents, "TILE_LATENTS", 16)
    latent_map = Latents(model("liif"), PIXELS, EXACT)
    fresh = encoded(latent_map.model.net, PIXELS, (0, 0, 50, 70), EXACT)

    def cancel_at(call):
        calls = itertools.count(1)

        def check():
            if next(calls) == call:
                raise Superseded

        return check

    for call in (1, 7, 23, 60):
        with pytest.raises(Superseded):
            latent_map.prepared((0, 50), (0, 70), cancel_at(call))
    torch.testing.assert_close(
        latent_map.prepared((0, 50), (0, 70)).values, fresh.values, atol=1e-4, rtol=1e-4
    )


def test_a_zoom_does_not_encode_again(monkeypatch):
    encodings = []
    latent_map = Latents(model("live"), PIXELS, EXACT)
    net, encode = latent_map.model.net, latent_map.model.net.encode
    monkeypatch.setattr(net, "encode", lambda *given: encodings.append(given) or encode(*given))
    for scale in (2, 3, 40):
        latent_map.decode(whole(50, 50 * scale), whole(70, 70 * scale))
    assert len(encodings) == 1
