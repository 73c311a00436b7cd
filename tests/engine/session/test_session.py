"""The engine's thread: what is asked comes, the newest view wins, and a close ends it. Locks, no sleeps."""

import itertools
import threading
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image as PillowImage

from engine.base.messages import message
from engine.base.resources import Resources
from engine.checkpoints import checkpoint, library
from engine.compute.device import choose
from engine.decoding import encode, latents
from engine.decoding.continuous_image import ContinuousImage
from engine.export import region_export
from engine.geometry import orientation
from engine.geometry.axis import Axis
from engine.geometry.tiling import split_rect, tile_rects, visible_rect
from engine.geometry.viewport import centred, lattice_axis, panned
from engine.images import picture
from engine.images.image import from_array
from engine.models.liif import Liif, Tail
from engine.models.live import Live
from engine.session import events, references, view_tiles
from engine.session.events import Grade
from engine.session.requests import Task
from engine.session.session import Session
from tests.engine import networks

PIXELS = np.random.default_rng(5).integers(0, 256, (90, 120, 3), dtype=np.uint8)
SMOOTH = np.stack([np.add.outer(np.arange(90), np.arange(120)), *np.mgrid[60:150, 40:160]], axis=-1).astype(
    np.uint8
)


class Recorder:
    """Collects events; `wait` blocks until one of a kind has come. `gate` holds the engine's thread at an event."""

    def __init__(self):
        self.events = []
        self.came = threading.Condition()
        self.gate = threading.Event()
        self.gate.set()
        self.holds_at = None

    def __call__(self, event):
        with self.came:
            self.events.append(event)
            self.came.notify_all()
        if self.holds_at is not None and isinstance(event, self.holds_at):
            assert self.gate.wait(60)

    def wait(self, kind, **fields):
        def found():
            return [
                e
                for e in self.events
                if isinstance(e, kind) and all(getattr(e, k) == v for k, v in fields.items())
            ]

        with self.came:
            assert self.came.wait_for(found, timeout=120), f"no {kind.__name__} {fields} among {self.events}"
            return found()[0]

    def of(self, kind):
        with self.came:
            return [e for e in self.events if isinstance(e, kind)]


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def session(recorder):
    made = Session(recorder)
    yield made
    recorder.gate.set()
    made.close()


def view_at(scale, size=(300, 200)):
    return centred((120, 90), scale, *size)


def assembled(found, view, most=Grade.EXACT):
    """The view's pixels from its tiles of grades up to `most` in TilesDone events, the better over the others."""
    x, y = view.origin
    canvas = np.zeros((view.height, view.width, 4), np.uint8)
    tiles = [t for e in found for t in e.tiles if t.scale == view.scale and t.grade <= most]
    for tile in sorted(tiles, key=lambda t: t.grade):
        left, top = tile.x - x, tile.y - y
        a, b = max(left, 0), max(top, 0)
        part = tile.pixels[b - top : view.height - top, a - left : view.width - left]
        canvas[b : b + part.shape[0], a : a + part.shape[1]] = part
    return canvas


@pytest.mark.parametrize("moving", [False, True])
@pytest.mark.parametrize("scale", [1.1, 3.7])
def test_more_source_px_than_are_encoded_at_once_come_in_parts(session, recorder, monkeypatch, scale, moving):
    monkeypatch.setattr(Live, "block", 64)
    monkeypatch.setattr(latents, "MAX_DECODED_LATENTS", 1000)
    wide = np.random.default_rng(5).integers(0, 256, (450, 600, 3), dtype=np.uint8)
    session.open_image(from_array(wide, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    view = centred((600, 450), scale, 600, 440)
    number = session.request_view(view, moving=moving)
    recorder.wait(events.TilesReady, request=number)
    last = recorder.wait(
        events.ViewSettled, request=number if not moving else session.request_view(view)
    ).request
    found = [e for e in recorder.of(events.TilesReady) if e.request in (number, last)]
    assert {tile.grade for e in found for tile in e.tiles} == {Grade.EXACT}
    assert max(len(e.tiles) for e in found if e.request == number) < 12  # of which the view has
    x, y = view.origin
    source = ContinuousImage(
        picture.Picture(from_array(wide, "noise")), library.load("live", choose("cpu").device), choose("cpu")
    )
    expected = picture.to_screen(
        source.grid(lattice_axis(y, view.height, scale), lattice_axis(x, view.width, scale))[0], None
    )
    assert np.abs(assembled(found, view).astype(int) - expected).max() <= 2


def test_a_costly_view_is_encoded_by_blocks_not_by_tiles(session, recorder, monkeypatch, tmp_path):
    monkeypatch.setattr(Liif, "block", 150)
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    session.open_image(from_array(np.zeros((200, 300, 3), np.uint8), "black"))
    session.use_model(str(tmp_path / "liif.safetensors"))
    recorder.wait(events.ModelReady)
    encoded, encode_region = [], encode.encode_region

    def recorded(net, pixels, region, *rest):
        if isinstance(net, Liif):
            encoded.append(region)
        return encode_region(net, pixels, region, *rest)

    monkeypatch.setattr(encode, "encode_region", recorded)
    recorder.wait(events.ViewSettled, request=session.request_view(centred((300, 200), 3.0, 720, 480)))
    assert (
        0 < len(encoded) <= 2 * 2
    )  # it shows 240 x 160 source px; in tiles it would be 6 times, halo and all


@pytest.mark.parametrize("model", ["live", "bicubic"])
@pytest.mark.parametrize("scale", [0.5, 1.0, 3.7, 40.0])
def test_the_tiles_of_a_view_are_its_own_decode(session, recorder, model, scale):
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


def told_of(recorder, number):
    """The tiles of a view once it is complete, and whether any had to be made."""
    recorder.wait(events.ViewSettled, request=number)
    return [event for event in recorder.of(events.TilesReady) if event.request == number]


@pytest.mark.parametrize("scale", [3.0, 20.0])
def test_views_of_different_cells_are_kept_apart(session, recorder, scale):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    matching, wide = (replace(view_at(scale), cell=cell) for cell in (1.0, 8.0))
    first, second, third = (
        told_of(recorder, session.request_view(view)) for view in (matching, wide, matching)
    )
    assert {event.cell for event in second} == {8.0} and {event.cell for event in first} == {1.0}
    shown = [assembled(told, matching).astype(int) for told in (first, second, third)]
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


def test_the_source_itself_knows_no_cell():
    for scale, cells in ((0.5, {1.0}), (1.0, {1.0}), (2.0, {4.0})):
        view = replace(view_at(scale), cell=4.0)
        found = [
            *tile_rects(view, (120, 90), 64),
            visible_rect(view, (120, 90)),
            *split_rect(visible_rect(view, (120, 90)), 50),
        ]
        assert {place.cell for place in found} == cells
        assert {place.rows.cell / place.rows.step for place in found} == cells


def costly(session, tmp_path):
    """A model that cannot follow a gesture decodes from now on."""
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    session.open_image(from_array(SMOOTH, "waves"))
    session.use_model(str(tmp_path / "liif.safetensors"))


def steps(recorder, view):
    """Scale and grade of the view's tiles, in the order they came, each change once."""
    tiles = [t for event in recorder.of(events.TilesReady) if event.request == view for t in event.tiles]
    return [step for step, _ in itertools.groupby((tile.scale, tile.grade) for tile in tiles)]


def test_a_costly_model_is_sketched_then_halved_then_exact(session, recorder, tmp_path):
    costly(session, tmp_path)
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
def test_a_costly_models_deep_view_is_sampled_and_at_rest_exact_if_that_is_wanted(
    session, recorder, tmp_path, exact, scale
):
    costly(session, tmp_path)
    view = view_at(scale)
    number = session.request_view(view, exact)
    recorder.wait(events.ViewSettled, request=number)
    found = [e for e in recorder.of(events.TilesReady) if e.request == number]
    expected = [(scale, Grade.SKETCH), (scale, Grade.SAMPLED), (scale, Grade.EXACT)]
    assert steps(recorder, number) == expected[: 3 if exact else 2]
    sampled = assembled(found, view, most=Grade.SAMPLED).astype(int)
    other = session.request_view(view, True)
    recorder.wait(events.ViewSettled, request=other)
    own = assembled([e for e in recorder.of(events.TilesReady) if e.request == other], view)
    error = np.abs(sampled - own)
    assert error.mean() <= 1 and error.max() <= 6


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


def test_a_newer_view_overtakes_the_one_under_way(session, recorder, tmp_path):
    costly(session, tmp_path)
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.TilesReady
    recorder.gate.clear()
    first = session.request_view(view_at(40.0, size=(1600, 1200)))
    recorder.wait(events.TilesReady, request=first)
    second = session.request_view(view_at(41.0, size=(1600, 1200)))
    third = session.request_view(view_at(42.0, size=(1600, 1200)))
    recorder.gate.set()
    recorder.wait(events.ViewSettled, request=third)
    assert [e.request for e in recorder.of(events.ViewSettled)] == [third]
    assert not [e for e in recorder.of(events.TilesReady) if e.request == second]


def test_a_view_asked_for_before_the_model_is_done_when_it_comes(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    number = session.request_view(view_at(8.0))
    session.use_model("bicubic")
    assert recorder.wait(events.ViewSettled, request=number).request == number


@pytest.mark.parametrize("scale", [0.5, 6.0])
def test_a_turned_picture_is_decoded_as_it_lies(session, recorder, scale):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    session.rotate(orientation.RIGHT)
    opened = recorder.wait(events.PictureOpened, rotated=True)
    assert (opened.size, opened.orientation) == ((90, 120), orientation.RIGHT)
    turned = np.rot90(PIXELS, -1)
    assert (opened.preview[..., 2::-1] == turned).all()
    view = centred((90, 120), scale, 40, 50)
    session.request_view(view)
    recorder.wait(events.ViewSettled)
    x, y = view.origin
    source = ContinuousImage(picture.Picture(from_array(turned, "")), library.bicubic(), choose())
    expected, _ = source.grid(lattice_axis(y, 50, scale), lattice_axis(x, 40, scale))
    found = [event for event in recorder.of(events.TilesReady) if event.picture == opened.request]
    assert np.abs(assembled(found, view)[..., 2::-1].astype(int) - expected).max() <= 1


def test_a_turn_belongs_to_the_picture_it_was_asked_for(session, recorder):
    recorder.holds_at = events.PictureOpened
    recorder.gate.clear()
    session.open_image(from_array(PIXELS, "first"))
    recorder.wait(events.PictureOpened, name="first")
    session.rotate(orientation.RIGHT)
    session.open_image(from_array(PIXELS, "second"))
    recorder.gate.set()
    assert recorder.wait(events.PictureOpened, name="second").orientation == orientation.UPRIGHT
    assert not any(event.rotated for event in recorder.of(events.PictureOpened))


def test_the_source_is_handed_out_amid_a_view_which_is_finished_then(session, recorder, tmp_path):
    costly(session, tmp_path)
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.TilesReady
    recorder.gate.clear()
    number = session.request_view(view_at(40.0, size=(320, 240)))
    recorder.wait(events.TilesReady, request=number)
    session.copy_pixels((Fraction(5, 2), Fraction(7), Fraction(10), Fraction(3, 2)))
    recorder.gate.set()
    recorder.wait(events.ViewSettled, request=number)
    order = [type(event) for event in recorder.events]
    assert order.index(events.PixelsCopied) < order.index(events.ViewSettled)
    [taken] = recorder.of(events.PixelsCopied)
    assert taken.pixels.shape == (2, 11, 4) and (taken.pixels[..., 3] == 255).all()


def test_tiles_seen_before_come_back_at_once(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(9.0)
    recorder.wait(events.ViewSettled, request=session.request_view(view))
    before = {id(t.pixels) for e in recorder.of(events.TilesReady) for t in e.tiles}
    again = session.request_view(view)
    recorder.wait(events.ViewSettled, request=again)
    tiles = [t for e in recorder.of(events.TilesReady) if e.request == again for t in e.tiles]
    assert tiles
    assert {id(t.pixels) for t in tiles} <= before


def test_an_export_goes_on_while_views_are_served(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.ExportProgress
    recorder.gate.clear()
    session.export(tmp_path / "large.png", None, (2400, 1800))
    recorder.wait(events.ExportProgress)
    number = session.request_view(view_at(5.0))
    recorder.gate.set()
    recorder.wait(events.Exported)
    kinds = [type(e) for e in recorder.events]
    settled = next(
        i for i, e in enumerate(recorder.events) if isinstance(e, events.ViewSettled) and e.request == number
    )
    assert settled < kinds.index(events.Exported)
    with PillowImage.open(tmp_path / "large.png") as written:
        assert written.size == (2400, 1800)


def test_a_cancelled_export_leaves_no_file(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    recorder.holds_at = events.ExportProgress
    recorder.gate.clear()
    session.export(tmp_path / "large.png", None, (2400, 1800))
    recorder.wait(events.ExportProgress)
    session.cancel_export()
    recorder.gate.set()
    recorder.wait(events.ExportCancelled)
    assert list(tmp_path.iterdir()) == []


def test_failures_are_told_and_the_session_lives_on(session, recorder, tmp_path):
    session.open(tmp_path / "missing.png")
    assert "missing.png" in str(recorder.wait(events.Failed, task=Task.OPEN).message)
    session.use_model("no-such-model")
    assert "no-such-model" in str(recorder.wait(events.Failed, task=Task.MODEL).message)
    session.export(tmp_path / "x.png", None, (10, 10))
    assert "no picture" in str(recorder.wait(events.Failed, task=Task.EXPORT).message)
    session.open_image(from_array(PIXELS, "noise"))
    assert recorder.wait(events.PictureOpened).size == (120, 90)


def test_closing_in_the_middle_of_work_ends_the_thread(recorder):
    session = Session(recorder)
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    session.request_view(view_at(40.0, size=(3000, 2000)))
    session.close()
    assert "engine" not in {thread.name for thread in threading.enumerate()}


def test_alpha_is_premultiplied_on_screen_and_straight_in_a_file(session, recorder, tmp_path):
    alpha = np.full((90, 120, 1), 128, np.uint8)
    session.open_image(from_array(np.dstack([PIXELS, alpha]), "veil"))
    session.use_model("bicubic")
    view = view_at(2.0)
    recorder.wait(events.ViewSettled, request=session.request_view(view))
    shown = assembled(recorder.of(events.TilesReady), view)
    covered = shown[..., 3] == 128
    assert covered.any()
    assert (shown[covered][:, :3] <= 128).all()
    session.export(tmp_path / "veil.png", (Fraction(0), Fraction(0), Fraction(60), Fraction(45)), (60, 45))
    recorder.wait(events.Exported)
    with PillowImage.open(tmp_path / "veil.png") as written:
        np.testing.assert_array_equal(np.asarray(written), np.dstack([PIXELS, alpha])[:45, :60])


def test_requests_during_a_costly_export_are_served_in_the_engines_thread_only(tmp_path, monkeypatch):
    """A request served in a thread of the decoder's pool would wait for that pool for ever."""
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    serving, requested, done = set(), itertools.count(), threading.Event()
    colours = Tail.colours

    def emit(event):
        serving.add(threading.current_thread().name)
        if isinstance(event, events.Exported | events.Failed):
            done.set()

    def requesting(*arguments):
        """Requests come while a pool thread is decoding, before its next cancellation check."""
        in_pool = threading.current_thread().name.startswith("core")
        if in_pool and (k := next(requested)) < 8:
            session.request_view(view_at(2.0 + k % 5))
            session.reconfigure(Resources(threads=2, tiles=(8 + k) << 20))
        return colours(*arguments)

    session = Session(emit, Resources(threads=2))
    try:
        session.open_image(from_array(PIXELS, "noise"))
        session.use_model(str(tmp_path / "liif.safetensors"))
        monkeypatch.setattr(Tail, "colours", requesting)
        session.export(tmp_path / "out.png", None, (360, 270))
        assert done.wait(120)
    finally:
        session.close()
    assert serving == {"engine"} and next(requested) >= 8
    with PillowImage.open(tmp_path / "out.png") as written:
        assert written.size == (360, 270)


@pytest.mark.parametrize("side", [64, 100])
def test_an_export_in_pieces_is_the_whole_at_once(tmp_path, side):
    compute = choose("cpu", "fp32")
    source = ContinuousImage(picture.Picture(from_array(PIXELS, "noise")), networks.model("liif"), compute)
    region_export.write_region(source, None, (400, 300), tmp_path / "whole.png", lambda *_: None)
    region_export.write_region(
        source, None, (400, 300), tmp_path / "pieces.png", lambda *_: None, piece_side=side
    )
    with PillowImage.open(tmp_path / "whole.png") as whole, PillowImage.open(tmp_path / "pieces.png") as cut:
        assert np.abs(np.asarray(whole).astype(int) - np.asarray(cut)).max() <= 1


def test_an_export_in_bands_is_the_whole_at_once(monkeypatch, tmp_path):
    compute = choose("cpu", "fp32")
    source = ContinuousImage(
        picture.Picture(from_array(PIXELS, "noise")), library.load("live", compute.device), compute
    )
    region_export.write_region(source, None, (400, 300), tmp_path / "whole.png", lambda *_: None)
    monkeypatch.setattr(region_export, "BAND_PIXELS", 400 * 7)
    region_export.write_region(source, None, (400, 300), tmp_path / "bands.png", lambda *_: None)
    with (
        PillowImage.open(tmp_path / "whole.png") as whole,
        PillowImage.open(tmp_path / "bands.png") as banded,
    ):
        assert np.abs(np.asarray(whole).astype(int) - np.asarray(banded)).max() <= 1


def line_at(y):
    from engine.decoding.line_profile import ProfileLine

    return ProfileLine((Fraction(10), Fraction(y)), (Fraction(100), Fraction(y)), 300, Fraction(1, 4))


def test_a_line_is_told_after_the_view_and_only_the_newest(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at, _ = events.ViewSettled, recorder.gate.clear()
    view = session.request_view(view_at(4.0))
    recorder.wait(events.ViewSettled, request=view)
    numbers = [session.request_profile(line_at(y)) for y in (20, 30, 40)]
    assert not recorder.of(events.ProfileReady)
    recorder.gate.set()
    told = recorder.wait(events.ProfileReady)
    assert told.request == numbers[-1] and len(recorder.of(events.ProfileReady)) == 1
    assert (told.pixels == PIXELS[40, (10 + (np.arange(300) + 0.5) * 0.3).astype(int)]).all()
    assert (told.model == told.bicubic).all()  # bicubic is the model


def test_what_a_picture_is_made_of_follows_its_opening(session, recorder, tmp_path):
    PillowImage.fromarray(PIXELS).save(tmp_path / "noise.png")
    session.open(tmp_path / "noise.png")
    source = recorder.wait(events.PictureSource)
    assert (source.pixels == PIXELS).all() and source.alpha is None
    assert source.file.size == (tmp_path / "noise.png").stat().st_size
    shown = session.open_image(from_array(PIXELS, "noise"))
    assert recorder.wait(events.PictureSource, request=shown).file is None


def test_a_view_is_weighed_after_it_is_there_and_once(session, recorder):
    from engine.decoding.uncertainty import UncertaintyKind

    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at, _ = events.ViewSettled, recorder.gate.clear()
    view = view_at(4.0)
    recorder.wait(events.ViewSettled, request=session.request_view(view))
    session.request_uncertainty(UncertaintyKind.SPREAD, view)
    line, doubt = (
        session.request_profile(line_at(20)),
        session.request_uncertainty(UncertaintyKind.SOURCE, view),
    )
    recorder.gate.set()
    assert recorder.wait(events.UncertaintyReady).request == doubt
    assert recorder.wait(events.ProfileReady).request == line  # each kind has a newest of its own
    assert [told.request for told in recorder.of(events.UncertaintyReady)] == [doubt]
    assert recorder.wait(events.UncertaintyReady).values.values.shape == (50, 76)  # two of them in part


def test_nothing_is_weighed_where_nothing_is_enlarged(session, recorder):
    from engine.decoding.uncertainty import UncertaintyKind

    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    session.request_uncertainty(UncertaintyKind.SOURCE, view_at(1.0))
    recorder.wait(
        events.ProfileReady, request=session.request_profile(line_at(20))
    )  # what was asked first is done first
    assert not recorder.of(events.UncertaintyReady)


def test_another_picture_drops_no_change_of_the_machine(session, recorder):
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.PictureOpened
    recorder.gate.clear()
    session.open_image(from_array(PIXELS, "first"))
    recorder.wait(events.PictureOpened, name="first")
    session.reconfigure(Resources(device="cpu", precision="fp32", threads=1))
    session.open_image(from_array(PIXELS, "second"))
    recorder.gate.set()
    recorder.wait(events.PictureOpened, name="second")
    assert str(recorder.of(events.ModelReady)[-1].device) == "cpu (1 threads)"


def test_other_resources_count_at_once_and_the_view_is_done_again(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    number = session.request_view(view_at(3.7))
    recorder.wait(events.ViewSettled, request=number)
    assert recorder.wait(events.ModelReady).requested == "live"
    before = len(recorder.of(events.ViewSettled))
    session.reconfigure(Resources(device="cpu", precision="fp32", threads=1, tiles=1))
    ready = recorder.wait(events.ModelReady, device=message("cpu ({count} threads)", count=1))
    assert (ready.precision, ready.requested) == ("fp32", "live")
    with recorder.came:
        assert recorder.came.wait_for(
            lambda: len([e for e in recorder.events if isinstance(e, events.ViewSettled)]) > before,
            timeout=60,
        )
    recorder.wait(events.ViewSettled, request=session.request_view(view_at(5)))
    session.close()
    # there is room for the newest tile alone
    most = max(tile.pixels.nbytes for done in recorder.of(events.TilesReady) for tile in done.tiles)
    assert recorder.of(events.EngineStats)[-1].cached["tiles"] <= most


def test_a_device_that_is_not_there_is_refused_and_the_one_before_stays(session, recorder, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    session.reconfigure(Resources(device="cuda"))
    failed = recorder.wait(events.Failed, task=Task.ENGINE)
    assert "cuda" in str(failed.message) and "cpu or auto" in str(failed.message)
    recorder.wait(events.ViewSettled, request=session.request_view(view_at(3.7)))


def test_a_model_that_had_no_device_is_there_when_it_gets_one(recorder, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    session = Session(recorder, Resources(device="cuda"))
    try:
        session.use_model("bicubic")
        recorder.wait(events.Failed, task=Task.MODEL)
        session.reconfigure(Resources())
        assert recorder.wait(events.ModelReady).requested == "bicubic"
    finally:
        session.close()


REFERENCES = ("pixels", "bilinear", "bicubic", "lanczos")


def reference_tiles(recorder, view, name):
    return [e for e in recorder.of(events.TilesReady) if e.request == view and e.reference == name]


def test_references_come_after_the_view_and_lie_px_for_px_on_it(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(7.3)
    number = session.request_view(view, references=REFERENCES)
    recorder.wait(events.ReferencesSettled, request=number)
    kinds = [(type(e), getattr(e, "reference", "")) for e in recorder.events]
    settled = kinds.index((events.ViewSettled, ""))
    shape = assembled(reference_tiles(recorder, number, ""), view).any(axis=2)
    for name in REFERENCES:
        assert kinds.index((events.TilesReady, name)) > settled
        assert (assembled(reference_tiles(recorder, number, name), view).any(axis=2) == shape).all()
    x, y = view.origin
    pixels = assembled(reference_tiles(recorder, number, "pixels"), view)
    for device_x, device_y in ((3, 5), (150, 100), (299, 199)):
        at = PIXELS[int((y + device_y + 0.5) / 7.3), int((x + device_x + 0.5) / 7.3)]
        assert (pixels[device_y, device_x, 2::-1] == at).all()


def test_a_reference_seen_before_comes_back_at_once_and_none_is_made_at_one_to_one(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    seen = []
    for view in (view_at(9.0), view_at(1.0), view_at(9.0)):
        number = session.request_view(view, references=("lanczos",))
        recorder.wait(events.ReferencesSettled, request=number)
        found = reference_tiles(recorder, number, "lanczos")
        seen.append([id(tile.pixels) for event in found for tile in event.tiles])
    assert seen[0] and seen[1] == [] and seen[2] == seen[0]


def test_another_model_is_a_reference_in_steps_and_one_that_is_missing_harms_no_view(
    session, recorder, tmp_path
):
    session.open_image(from_array(SMOOTH, "waves"))
    session.use_model("bicubic")
    checkpoint.save_safetensors(tmp_path / "liif.safetensors", networks.model("liif"))
    costly_one = str(tmp_path / "liif.safetensors")
    view = view_at(3.0)
    number = session.request_view(view, references=("no-such-model", costly_one))
    recorder.wait(events.ReferencesSettled, request=number)
    assert "no-such-model" in str(recorder.wait(events.Failed, task=Task.REFERENCE).message)
    recorder.wait(events.ViewSettled, request=number)
    found = reference_tiles(recorder, number, costly_one)
    assert found[0].tiles[0].scale == 1.5
    source = ContinuousImage(
        picture.Picture(from_array(SMOOTH, "waves")), networks.model("liif"), choose("cpu")
    )
    x, y = view.origin
    expected = picture.to_screen(source.grid(lattice_axis(y, 200, 3.0), lattice_axis(x, 300, 3.0))[0], None)
    assert np.abs(assembled(found, view).astype(int) - expected).max() <= 2


def test_what_takes_a_moment_does_not_wait_for_a_costly_model(session, recorder, tmp_path):
    costly(session, tmp_path)
    number = session.request_view(view_at(6.0), references=("lanczos", "live"))
    recorder.wait(events.ReferencesSettled, request=number)
    told = [e.reference for e in recorder.of(events.TilesReady) if e.request == number]
    settled = [type(e) for e in recorder.events].index(events.ViewSettled)
    live = next(i for i, e in enumerate(recorder.events) if getattr(e, "reference", "") == "live")
    assert told[0] == "lanczos" and told.index("") > 0 and live > settled


def test_amid_a_gesture_a_reference_is_one_frame_and_costs_no_more_than_it_may(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(40.0, size=(1600, 1200))
    number = session.request_view(view, moving=True, references=("lanczos", "pixels"))
    recorder.wait(events.TilesReady, request=number, reference="pixels")
    (smooth,) = reference_tiles(recorder, number, "lanczos")
    (crisp,) = reference_tiles(recorder, number, "pixels")
    assert [(t.scale, t.grade) for t in smooth.tiles] == [(20.0, Grade.PASSING)]
    assert [(t.scale, t.grade) for t in crisp.tiles] == [(40.0, Grade.PASSING)]
    assert smooth.tiles[0].pixels.size // 4 <= references.FRAME_PIXELS


def test_a_pan_makes_only_a_references_strip_too(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(40.0, size=(1200, 900))
    recorder.wait(events.ReferencesSettled, request=session.request_view(view, references=("lanczos",)))
    known = {id(t.pixels) for e in recorder.of(events.TilesReady) for t in e.tiles}
    aside = session.request_view(panned(view, 300, 0), moving=True, references=("lanczos",))

    def shown():
        return [t for e in reference_tiles(recorder, aside, "lanczos") for t in e.tiles]

    right = (view.origin[0] + 300 + 1200) // references.TILE_SIDE * references.SIDE
    with recorder.came:
        assert recorder.came.wait_for(lambda: sum(t.x == right for t in shown()) == 3, timeout=120)
    made = [t for t in shown() if id(t.pixels) not in known]
    assert {t.grade for t in shown()} == {Grade.EXACT} and {t.x for t in made} == {right}
    resting = session.request_view(panned(view, 300, 0), references=("lanczos",))
    recorder.wait(events.ReferencesSettled, request=resting)
    at_rest = [t for e in reference_tiles(recorder, resting, "lanczos") for t in e.tiles]
    assert {id(t.pixels) for t in at_rest} == {id(t.pixels) for t in shown()}


@pytest.mark.parametrize("share", [0.0, 0.3])
def test_an_export_can_be_mixed_with_bicubic(session, recorder, tmp_path, share):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    written = {}
    for name, fidelity in (("model", 1.0), ("mixed", share)):
        session.export(tmp_path / f"{name}.png", None, (300, 225), fidelity)
        recorder.wait(events.Exported, path=tmp_path / f"{name}.png")
        with PillowImage.open(tmp_path / f"{name}.png") as opened:
            written[name] = np.asarray(opened).astype(float)
    of = picture.Picture(from_array(PIXELS, "noise"))
    source = ContinuousImage(of, library.bicubic(), choose("cpu"))
    bicubic, _ = source.grid(*region_export.region_axes(source.picture.size, None, (300, 225)))
    expected = share * written["model"] + (1 - share) * bicubic
    assert np.abs(written["mixed"] - expected).max() <= 1
