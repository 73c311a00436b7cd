"""Polynomials of a view: they are those that the engine decodes, each is sent once, and a budget limits them."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.checkpoints import checkpoint, library
from engine.compute.device import choose
from engine.decoding.latents import Latents
from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import TILE_LATENTS, tile_bytes
from engine.geometry.viewport import centred, panned
from engine.images.image import Image, from_array
from engine.session import events
from engine.session.requests import Held
from tests.engine import networks

SIZE = 700, 500
NOISE = np.random.default_rng(5).integers(0, 256, (*SIZE[::-1], 3), dtype=np.uint8)
NOTHING = Held("", 0, frozenset(), 64 << 20)


@pytest.fixture
def live(session, recorder):
    """A session with noise under Live."""
    session.open_image(from_array(NOISE, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    return session


def sent(recorder, number):
    """Returns the tiles of a request by their place, each sent once."""
    found = [event for event in recorder.of(events.CoefficientsReady) if event.request == number]
    tiles = [index for event in found for index in event.tiles]
    assert len(tiles) == len(set(tiles))
    return {index: values for event in found for index, values in event.tiles.items()}


def at_rest(session, recorder, view, held):
    """Requests a view at rest. Returns its number once everything is sent."""
    number = session.request_view(view, held=(held,))
    recorder.wait(events.EngineStats, request=number)
    return number


def test_a_view_is_sent_as_the_polynomials_that_the_engine_decodes(live, recorder):
    view = centred(SIZE, 3.0, 640, 480)
    number = at_rest(live, recorder, view, NOTHING)
    event = recorder.of(events.CoefficientsReady)[0]
    latents = Latents(library.load("live", choose("cpu").device), NOISE, choose("cpu"))
    assert (event.size, event.order) == (SIZE[::-1], latents.model.net.order)
    tiles = sent(recorder, number)
    assert not [e for e in recorder.of(events.TilesReady) if e.request == number]
    for index in ((7, 10), (8, 12)):  # of the view's middle
        (top, left), side = (k * TILE_LATENTS for k in index), TILE_LATENTS
        with torch.inference_mode():
            whole = latents.prepared((top, top + side), (left, left + side)).values.numpy()
        channels = whole.shape[-1]
        assert np.abs(tiles[index][..., :channels].astype(float) - whole).max() < 0.02
        assert tiles[index].shape[-1] == 20 and not tiles[index][..., channels:].any()
        assert not tiles[index].flags.writeable


def test_only_what_the_window_does_not_hold_is_sent(live, recorder):
    view = centred(SIZE, 3.0, 640, 480)
    first = at_rest(live, recorder, view, NOTHING)
    map_number = recorder.of(events.CoefficientsReady)[0].map
    held = Held("", map_number, frozenset(sent(recorder, first)), NOTHING.budget)
    assert not sent(recorder, at_rest(live, recorder, view, held))
    moved = sent(recorder, at_rest(live, recorder, panned(view, 400, 0), held))
    assert moved and not set(moved) & held.tiles
    # another map has nothing in common with the one that is held
    again = sent(recorder, at_rest(live, recorder, view, replace(held, map=map_number + 1)))
    assert set(again) == held.tiles


def test_a_new_model_and_a_rotation_make_another_map(live, recorder):
    view = centred(SIZE, 3.0, 640, 480)
    maps = []
    for change in (lambda: None, lambda: live.use_model("live"), lambda: live.rotate(1)):
        change()
        number = at_rest(live, recorder, view, NOTHING)
        maps.append({e.map for e in recorder.of(events.CoefficientsReady) if e.request == number})
    assert all(len(each) == 1 for each in maps) and len(set.union(*maps)) == 3


def test_a_view_that_exceeds_the_budget_comes_as_pixels(live, recorder):
    view = centred(SIZE, 1.2, 640, 480)
    small = replace(NOTHING, budget=20 * tile_bytes(6))
    number = at_rest(live, recorder, view, small)
    assert not sent(recorder, number)
    assert [e for e in recorder.of(events.TilesReady) if e.request == number]
    assert sent(recorder, at_rest(live, recorder, centred(SIZE, 8.0, 640, 480), small))


def test_a_transparent_picture_has_polynomials_of_alpha(session, recorder):
    session.open_image(Image(NOISE, np.full(SIZE[::-1], 128, np.uint8), "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    at_rest(session, recorder, centred(SIZE, 4.0, 64, 48), NOTHING)
    made = recorder.of(events.CoefficientsReady)
    assert made and all(event.alpha.keys() == event.tiles.keys() for event in made)
    values = next(iter(made[0].alpha.values()))
    assert values.shape == (TILE_LATENTS, 3, TILE_LATENTS, 12)
    assert np.allclose(values[:, 0, :, 0], 128 / 127.5 - 1, atol=1e-3) and np.abs(values[:, 1:]).max() < 1e-3


@pytest.mark.parametrize("kind", ["reduced", "costly model"])
def test_what_is_not_made_of_polynomials_comes_as_pixels(session, recorder, tmp_path, kind):
    session.open_image(from_array(NOISE, "noise"))
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    session.use_model(str(tmp_path / "liif.safetensors") if kind == "costly model" else "live")
    recorder.wait(events.ModelReady)
    number = at_rest(session, recorder, centred(SIZE, 0.5 if kind == "reduced" else 4.0, 64, 48), NOTHING)
    assert not recorder.of(events.CoefficientsReady)
    assert [e for e in recorder.of(events.TilesReady) if e.request == number]


def test_a_gesture_gets_the_middle_first_and_a_newer_view_soon(live, recorder):
    recorder.holds_at = events.CoefficientsReady
    recorder.gate.clear()
    first = live.request_view(centred(SIZE, 1.5, 640, 480), moving=True, held=(NOTHING,))
    middle = recorder.wait(events.CoefficientsReady, request=first)
    assert (SIZE[1] // 2 // TILE_LATENTS, SIZE[0] // 2 // TILE_LATENTS) in middle.tiles
    second = live.request_view(centred(SIZE, 20.0, 640, 480), moving=True, held=(NOTHING,))
    recorder.gate.set()
    recorder.wait(events.CoefficientsReady, request=second)


def test_references_that_are_polynomials_are_sent_and_others_drawn(live, recorder):
    names = ("bicubic", "lanczos")
    held = tuple(replace(NOTHING, reference=name) for name in ("", *names))
    number = live.request_view(centred(SIZE, 3.0, 640, 480), references=names, held=held)
    recorder.wait(events.ReferencesSettled, request=number)
    made = [event for event in recorder.of(events.CoefficientsReady) if event.request == number]
    assert {(e.reference, e.order, e.weighting) for e in made} == {
        ("", 6, EnsembleWeights.SMOOTH),
        ("bicubic", 3, EnsembleWeights.LINEAR),
    }
    drawn = [event for event in recorder.of(events.TilesReady) if event.request == number]
    assert {event.reference for event in drawn} == {"lanczos"}
