"""Views: their tiles equal a decode in one piece, come in the grades of the model's cost, and are cached."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.checkpoints import checkpoint, library
from engine.compute import threads
from engine.compute.device import choose
from engine.decoding import continuous_image, latents, sampling
from engine.decoding.continuous_image import ContinuousImage
from engine.geometry.axis import Axis
from engine.geometry.tiling import split_rect, tile_rects, visible_rect
from engine.geometry.viewport import centred, lattice_axis, panned
from engine.images import picture
from engine.images.image import from_array
from engine.models.liif import Liif
from engine.models.live import Live
from engine.session import events, view_tiles
from engine.session.events import Grade
from tests.engine import networks
from tests.engine.session.recorder import (
    PIXELS,
    assembled,
    open_with_costly_model,
    recorded_regions,
    steps,
    view_at,
)


@pytest.fixture(autouse=True)
def one_thread_of_the_engine(monkeypatch):
    """On a busy machine, threads would mostly wait for each other."""
    monkeypatch.setattr(threads, "use_threads", lambda _count=0: torch.set_num_threads(1))


@pytest.mark.parametrize(("scale", "moving"), [(1.1, True), (3.7, False)])
def test_a_view_larger_than_a_block_comes_in_parts(session, recorder, monkeypatch, scale, moving):
    monkeypatch.setattr(Live, "block", 64)
    monkeypatch.setattr(latents, "MAX_DECODED_LATENTS", 4000)
    wide = np.random.default_rng(5).integers(0, 256, (360, 480, 3), dtype=np.uint8)
    session.open_image(from_array(wide, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    view = centred((480, 360), scale, 400, 300)
    every = tile_rects(view, (480, 360), Live.tile)
    assert len(every) >= 4
    number = session.request_view(view, moving=moving)
    recorder.wait(events.TilesReady, request=number)
    last = recorder.wait(
        events.ViewSettled, request=number if not moving else session.request_view(view)
    ).request
    found = [e for e in recorder.of(events.TilesReady) if e.request in (number, last)]
    assert {tile.grade for e in found for tile in e.tiles} == {Grade.EXACT}
    assert max(len(e.tiles) for e in found if e.request == number) < len(every)
    x, y = view.origin
    source = ContinuousImage(
        picture.Picture(from_array(wide, "noise")), library.load("live", choose("cpu").device), choose("cpu")
    )
    expected = picture.to_screen(
        source.grid(lattice_axis(y, view.height, scale), lattice_axis(x, view.width, scale))[0], None
    )
    assert np.abs(assembled(found, view).astype(int) - expected).max() <= 2


def test_a_costly_view_is_encoded_in_blocks_not_in_tiles(session, recorder, monkeypatch, tmp_path):
    monkeypatch.setattr(Liif, "block", 150)
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    session.open_image(from_array(np.zeros((200, 300, 3), np.uint8), "black"))
    session.use_model(str(tmp_path / "liif.safetensors"))
    recorder.wait(events.ModelReady)
    encoded = recorded_regions(monkeypatch, Liif)
    recorder.wait(events.ViewSettled, request=session.request_view(centred((300, 200), 3.0, 720, 480)))
    assert (
        0 < len(encoded) <= 2 * 2
    )  # it shows 240 x 160 source px; in tiles it would be 6 times, halo and all


@pytest.mark.parametrize("model", ["live", "bicubic"])
@pytest.mark.parametrize("scale", [0.5, 1.0, 3.7, 40.0])
def test_the_tiles_of_a_view_equal_one_decode(session, recorder, model, scale):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model(model)
    view = view_at(scale)
    number = session.request_view(view)
    recorder.wait(events.ViewSettled, request=number)
    shown = assembled(recorder.of(events.TilesReady), view)
    source = ContinuousImage(
        picture.Picture(from_array(PIXELS, "noise")), library.load(model, choose("cpu").device), choose("cpu")
    )
    x, y = view.origin
    left, top = max(x, 0), max(y, 0)
    width = min(x + view.width, round(120 * scale)) - left
    height = min(y + view.height, round(90 * scale)) - top
    colours, _ = source.grid(lattice_axis(top, height, scale), lattice_axis(left, width, scale))
    expected = picture.to_screen(colours, None)
    part = shown[top - y : top - y + height, left - x : left - x + width].astype(int)
    # tiles are encoded and summed apart from one another; bfloat16 latents may round differently
    assert np.abs(part - expected).max() <= 2


def settled_tiles(recorder, number):
    """The TilesReady events of a view, once it has settled."""
    recorder.wait(events.ViewSettled, request=number)
    return [event for event in recorder.of(events.TilesReady) if event.request == number]


@pytest.mark.parametrize("scale", [3.0, 20.0])
def test_views_of_different_cells_are_cached_apart(session, recorder, scale):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    matching, wide = (replace(view_at(scale), cell=cell) for cell in (1.0, 8.0))
    first, second, third = (
        settled_tiles(recorder, session.request_view(view)) for view in (matching, wide, matching)
    )
    assert {event.cell for event in second} == {8.0} and {event.cell for event in first} == {1.0}
    shown = [assembled(tiles, matching).astype(int) for tiles in (first, second, third)]
    assert (shown[0] == shown[2]).all() and np.abs(shown[0] - shown[1]).max() > 4
    compute = choose("cpu")
    source = ContinuousImage(
        picture.Picture(from_array(PIXELS, "noise")), library.load("live", compute.device), compute
    )
    (x, y), step = wide.origin, 1 / Fraction(scale)
    left, top = max(x, 0), max(y, 0)
    rows, cols = Axis(top * step, step, 100, 8 * step), Axis(left * step, step, 100, 8 * step)
    expected = picture.to_screen(source.grid(rows, cols)[0], None)
    part = shown[1][top - y : top - y + 100, left - x : left - x + 100]
    assert np.abs(part - expected).max() <= 2


def test_scales_up_to_one_have_no_cell():
    for scale, cells in ((0.5, {1.0}), (1.0, {1.0}), (2.0, {4.0})):
        view = replace(view_at(scale), cell=4.0)
        found = [
            *tile_rects(view, (120, 90), 64),
            visible_rect(view, (120, 90)),
            *split_rect(visible_rect(view, (120, 90)), 50),
        ]
        assert {place.cell for place in found} == cells
        assert {place.rows.cell / place.rows.step for place in found} == cells


def test_a_costly_model_is_sketched_then_halved_then_exact(session, recorder, tmp_path):
    open_with_costly_model(session, tmp_path)
    view = view_at(3.0)
    number = session.request_view(view)
    recorder.wait(events.ViewSettled, request=number)
    assert steps(recorder, number) == [(3.0, Grade.SKETCH), (1.5, Grade.EXACT), (3.0, Grade.EXACT)]
    half = [t for e in recorder.of(events.TilesReady) for t in e.tiles if t.scale == 1.5]
    assert sum(tile.pixels.shape[0] * tile.pixels.shape[1] for tile in half) >= 300 * 200 / 4
    again = session.request_view(view)
    recorder.wait(events.ViewSettled, request=again)
    assert steps(recorder, again) == [(3.0, Grade.EXACT)]


@pytest.mark.parametrize("scale", [5.0, 40.0])
@pytest.mark.parametrize("exact", [True, False])
def test_a_costly_models_deep_view_is_sampled_and_finished_exactly_on_request(
    session, recorder, tmp_path, exact, scale
):
    open_with_costly_model(session, tmp_path)
    view = view_at(scale, size=(200, 150))
    number = session.request_view(view, exact)
    recorder.wait(events.ViewSettled, request=number)
    found = [e for e in recorder.of(events.TilesReady) if e.request == number]
    expected = [(scale, Grade.SKETCH), (scale, Grade.SAMPLED), (scale, Grade.EXACT)]
    assert steps(recorder, number)[: 3 if exact else 2] == expected[: 3 if exact else 2]
    sampled = assembled(found, view, most=Grade.SAMPLED).astype(int)
    other = session.request_view(view, True)
    recorder.wait(events.ViewSettled, request=other)
    own = assembled([e for e in recorder.of(events.TilesReady) if e.request == other], view)
    error = np.abs(sampled - own)
    assert error.mean() <= 1 and error.max() <= 6


@pytest.mark.parametrize("visible", [-1.0, 0.5, 255.0])
def test_samples_remain_where_exact_tiles_would_look_the_same(
    session, recorder, tmp_path, monkeypatch, visible
):
    monkeypatch.setattr(continuous_image, "VISIBLE", visible)
    monkeypatch.setattr(sampling, "FIT_COST", 1e-9)  # so that no tile is decoded by the model at once
    open_with_costly_model(session, tmp_path)
    view = view_at(8.0)
    number = session.request_view(view, exact=False)
    recorder.wait(events.ViewSettled, request=number)
    found = [e for e in recorder.of(events.TilesReady) if e.request == number]
    shown = assembled(found, view).astype(int)
    finished = sum(t.grade == Grade.EXACT for e in found for t in e.tiles)
    everywhere = session.request_view(view, exact=True)
    recorder.wait(events.ViewSettled, request=everywhere)
    all_tiles = [e for e in recorder.of(events.TilesReady) if e.request == everywhere]
    error = np.abs(shown - assembled(all_tiles, view))
    total = sum(t.grade == Grade.EXACT for e in all_tiles for t in e.tiles)
    assert total > 4
    if visible < 0:
        assert finished == total and error.max() == 0
    elif visible > 6:
        assert finished == 0 and error.max() > 0
    else:
        assert finished <= total and np.quantile(error, 0.999) <= 1


@pytest.fixture
def slow(monkeypatch):
    """A machine that decodes a quarter of a view's tiles in a frame, before there is a session."""
    monkeypatch.setattr(view_tiles, "INITIAL_SPEED", view_tiles.TILE_SIDE**2 / 4 / view_tiles.FRAME_TIME)
    monkeypatch.setattr(view_tiles, "SPEED_WINDOW", 1e12)


def test_a_gesture_is_followed_at_the_resolution_that_a_frame_has_time_for(slow, session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    moving = session.request_view(view_at(40.0), moving=True)
    recorder.wait(events.TilesReady, request=moving)
    resting = session.request_view(view_at(40.0))
    recorder.wait(events.ViewSettled, request=resting)
    assert steps(recorder, moving) == [(20.0, Grade.PASSING)]
    assert steps(recorder, resting) == [(40.0, Grade.EXACT)]
    assert moving not in [e.request for e in recorder.of(events.ViewSettled)]
    # what is there already needs no time: a pan shows it whole
    panned_on = session.request_view(view_at(40.0), moving=True)
    recorder.wait(events.TilesReady, request=panned_on)
    assert steps(recorder, panned_on)[0] == (40.0, Grade.EXACT)


def test_a_pan_makes_only_the_strip_that_comes_into_sight(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = centred((120, 90), 40.0, 1200, 900)
    for _ in range(2):  # the second time its border is made, too
        recorder.wait(events.ViewSettled, request=session.request_view(view))
    known = {id(tile.pixels) for e in recorder.of(events.TilesReady) for tile in e.tiles}
    beside = session.request_view(panned(view, -60, 0))
    recorder.wait(events.ViewSettled, request=beside)
    made = [
        tile
        for e in recorder.of(events.TilesReady)
        if e.request == beside
        for tile in e.tiles
        if id(tile.pixels) not in known
    ]
    assert made and {tile.grade for tile in made} == {Grade.EXACT}
    assert len({tile.x for tile in made}) == 1


@pytest.fixture
def fast(monkeypatch):
    """A machine for which no view is too large, before there is a session."""
    monkeypatch.setattr(view_tiles, "INITIAL_SPEED", 1e12)
    monkeypatch.setattr(view_tiles, "SPEED_WINDOW", 1e12)


def test_where_a_gesture_ends_its_last_frame_is_the_view(fast, session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(40.0, size=(1200, 900))
    moving = session.request_view(view, moving=True)
    frame = recorder.wait(events.TilesReady, request=moving).tiles[0]
    resting = session.request_view(view)
    recorder.wait(events.ViewSettled, request=resting)
    shown = [t for e in recorder.of(events.TilesReady) if e.request == resting for t in e.tiles]
    assert shown[0] is frame and frame.grade == Grade.PASSING
    for tile in shown[1:]:
        top, left = tile.y - frame.y, tile.x - frame.x
        part = frame.pixels[top : top + tile.pixels.shape[0], left : left + tile.pixels.shape[1]]
        assert tile.grade == Grade.EXACT and (tile.pixels == part).all()


@pytest.mark.parametrize("slower", [Grade.SAMPLED, Grade.EXACT])
def test_the_grade_that_takes_less_time_fills_a_costly_view(session, recorder, tmp_path, monkeypatch, slower):
    tried_seconds = view_tiles.ViewTiles._tried_seconds

    def clocked(tiles, view, grade, *rest):
        tried_seconds(tiles, view, grade, *rest)
        return 2.0 if grade == slower else 1.0

    monkeypatch.setattr(view_tiles, "TRIED", {Grade.SAMPLED: 1, Grade.EXACT: 1})
    monkeypatch.setattr(view_tiles.ViewTiles, "_tried_seconds", clocked)
    open_with_costly_model(session, tmp_path)
    recorder.wait(events.ModelReady)
    view = view_at(5.0, size=(600, 450))
    number = session.request_view(view, exact=False)
    recorder.wait(events.ViewSettled, request=number)
    found = [e for e in recorder.of(events.TilesReady) if e.request == number]
    sampled = {(tile.x, tile.y) for e in found for tile in e.tiles if tile.grade == Grade.SAMPLED}
    every = tile_rects(view, (120, 90), sampling.tile_side(5.0))
    assert len(sampled) == (1 if slower == Grade.SAMPLED else len(every))
    shown = assembled(found, view)
    recorder.wait(events.ViewSettled, request=session.request_view(view, exact=True))
    exact = assembled(recorder.of(events.TilesReady), view, most=Grade.EXACT)
    assert np.abs(shown.astype(int) - exact).max() <= 6
