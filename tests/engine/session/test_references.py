"""References beside a view: pixels, interpolations and other models."""

import numpy as np

from engine.checkpoints import checkpoint
from engine.compute.device import choose
from engine.decoding.continuous_image import ContinuousImage
from engine.geometry.viewport import lattice_axis, panned
from engine.images import picture
from engine.images.image import from_array
from engine.session import events, references
from engine.session.events import Grade
from engine.session.requests import Task
from tests.engine import networks
from tests.engine.session.recorder import PIXELS, SMOOTH, assembled, open_with_costly_model, view_at

REFERENCES = ("pixels", "bilinear", "bicubic", "lanczos")


def reference_tiles(recorder, view, name):
    return [e for e in recorder.of(events.TilesReady) if e.request == view and e.reference == name]


def test_references_come_after_the_view_and_cover_the_same_pixels(session, recorder):
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


def test_a_reference_is_cached_and_none_is_made_at_one_to_one(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    tile_ids = []
    for view in (view_at(9.0), view_at(1.0), view_at(9.0)):
        number = session.request_view(view, references=("lanczos",))
        recorder.wait(events.ReferencesSettled, request=number)
        found = reference_tiles(recorder, number, "lanczos")
        tile_ids.append([id(tile.pixels) for event in found for tile in event.tiles])
    assert tile_ids[0] and tile_ids[1] == [] and tile_ids[2] == tile_ids[0]


def test_a_costly_reference_comes_in_steps_and_a_missing_one_harms_no_view(session, recorder, tmp_path):
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


def test_quick_references_do_not_wait_for_a_costly_model(session, recorder, tmp_path):
    open_with_costly_model(session, tmp_path)
    number = session.request_view(view_at(6.0), references=("lanczos", "live"))
    recorder.wait(events.ReferencesSettled, request=number)
    order = [e.reference for e in recorder.of(events.TilesReady) if e.request == number]
    settled = [type(e) for e in recorder.events].index(events.ViewSettled)
    live = next(i for i, e in enumerate(recorder.events) if getattr(e, "reference", "") == "live")
    assert order[0] == "lanczos" and order.index("") > 0 and live > settled


def test_during_a_gesture_a_reference_is_one_frame_of_bounded_size(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(40.0, size=(1600, 1200))
    number = session.request_view(view, moving=True, references=("lanczos", "pixels"))
    recorder.wait(events.TilesReady, request=number, reference="pixels")
    (smooth,) = reference_tiles(recorder, number, "lanczos")
    (sharp,) = reference_tiles(recorder, number, "pixels")
    assert [(t.scale, t.grade) for t in smooth.tiles] == [(20.0, Grade.PASSING)]
    assert [(t.scale, t.grade) for t in sharp.tiles] == [(40.0, Grade.PASSING)]
    assert smooth.tiles[0].pixels.size // 4 <= references.FRAME_PIXELS


def test_a_pan_makes_only_a_strip_of_a_reference(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    view = view_at(40.0, size=(1200, 900))
    recorder.wait(events.ReferencesSettled, request=session.request_view(view, references=("lanczos",)))
    known = {id(t.pixels) for e in recorder.of(events.TilesReady) for t in e.tiles}
    aside = session.request_view(panned(view, 300, 0), moving=True, references=("lanczos",))

    def shown():
        return [t for e in reference_tiles(recorder, aside, "lanczos") for t in e.tiles]

    right = (view.origin[0] + 300 + 1200) // references.TILE_SIDE * references.TILE_SIDE
    with recorder.came:
        assert recorder.came.wait_for(lambda: sum(t.x == right for t in shown()) == 3, timeout=120)
    made = [t for t in shown() if id(t.pixels) not in known]
    assert {t.grade for t in shown()} == {Grade.EXACT} and {t.x for t in made} == {right}
    resting = session.request_view(panned(view, 300, 0), references=("lanczos",))
    recorder.wait(events.ReferencesSettled, request=resting)
    at_rest = [t for e in reference_tiles(recorder, resting, "lanczos") for t in e.tiles]
    assert {id(t.pixels) for t in at_rest} == {id(t.pixels) for t in shown()}
