"""What is kept is what a fresh encoding would give, whatever was looked at, evicted or interrupted before."""

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
def test_looked_at_in_any_order_with_little_room_it_is_the_fresh_encoding(name, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(latents, "TILE_SIDE", 16)
        codes, prepared = (data.draw(st.sampled_from([1, 100_000, 1 << 30])) for _ in range(2))
        kept = Latents(model(name), PIXELS, EXACT, Resources(codes=codes, prepared=prepared))
        for _ in range(3):
            down, across = (ranges(data, size) for size in kept.size)
            region = (down[0], across[0], down[1] - down[0], across[1] - across[0])
            found, fresh = kept.prepared(down, across), encoded(kept.model.net, PIXELS, region, EXACT)
            assert (found.top, found.left, found.height, found.width) == (fresh.top, fresh.left, *kept.size)
            torch.testing.assert_close(found.values, fresh.values, atol=1e-4, rtol=1e-4)


def test_an_interrupted_encoding_leaves_nothing_wrong_behind(monkeypatch):
    monkeypatch.setattr(latents, "TILE_SIDE", 16)
    kept = Latents(model("liif"), PIXELS, EXACT)
    fresh = encoded(kept.model.net, PIXELS, (0, 0, 50, 70), EXACT)

    def stopping_at(call):
        calls = itertools.count(1)

        def check():
            if next(calls) == call:
                raise Superseded

        return check

    for call in (1, 7, 23, 60):
        with pytest.raises(Superseded):
            kept.prepared((0, 50), (0, 70), stopping_at(call))
    torch.testing.assert_close(kept.prepared((0, 50), (0, 70)).values, fresh.values, atol=1e-4, rtol=1e-4)


def test_a_zoom_encodes_nothing_again(monkeypatch):
    encodings = []
    kept = Latents(model("live"), PIXELS, EXACT)
    net, inner = kept.model.net, kept.model.net.encode
    monkeypatch.setattr(net, "encode", lambda *given: encodings.append(given) or inner(*given))
    for scale in (2, 3, 40):
        kept.decode(whole(50, 50 * scale), whole(70, 70 * scale))
    assert len(encodings) == 1
