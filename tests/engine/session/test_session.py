"""The engine thread: order of service, the newest view wins, and close ends it. Locks, no sleeps."""

import threading
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image as PillowImage

from engine.base.messages import message
from engine.base.resources import Resources
from engine.checkpoints import library
from engine.compute.device import choose
from engine.decoding.continuous_image import ContinuousImage
from engine.export.export_request import ExportRequest
from engine.geometry import orientation
from engine.geometry.viewport import centred, lattice_axis
from engine.images import picture
from engine.images.image import from_array
from engine.session import events
from engine.session.requests import Task
from engine.session.session import Session
from tests.engine.session.recorder import PIXELS, assembled, open_with_costly_model, view_at


def test_a_newer_view_cancels_the_running_one(session, recorder, tmp_path):
    open_with_costly_model(session, tmp_path)
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


def test_a_view_requested_before_the_model_is_made_when_it_is_loaded(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    number = session.request_view(view_at(8.0))
    session.use_model("bicubic")
    assert recorder.wait(events.ViewSettled, request=number).request == number


@pytest.mark.parametrize("scale", [0.5, 6.0])
def test_a_rotated_picture_is_decoded_in_its_orientation(session, recorder, scale):
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


def test_a_rotation_applies_to_the_picture_it_was_requested_for(session, recorder):
    recorder.holds_at = events.PictureOpened
    recorder.gate.clear()
    session.open_image(from_array(PIXELS, "first"))
    recorder.wait(events.PictureOpened, name="first")
    session.rotate(orientation.RIGHT)
    session.open_image(from_array(PIXELS, "second"))
    recorder.gate.set()
    assert recorder.wait(events.PictureOpened, name="second").orientation == orientation.UPRIGHT
    assert not any(event.rotated for event in recorder.of(events.PictureOpened))


def test_source_pixels_are_copied_amid_a_view_which_is_finished_afterwards(session, recorder, tmp_path):
    open_with_costly_model(session, tmp_path)
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


def test_cached_tiles_come_at_once(session, recorder):
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


def test_failures_are_reported_and_the_session_goes_on(session, recorder, tmp_path):
    session.open(tmp_path / "missing.png")
    assert "missing.png" in str(recorder.wait(events.Failed, task=Task.OPEN).message)
    session.use_model("no-such-model")
    assert "no-such-model" in str(recorder.wait(events.Failed, task=Task.MODEL).message)
    session.export(ExportRequest(tmp_path / "x.png", None, (10, 10)))
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
    assert session.join(60)
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
    session.export(
        ExportRequest(tmp_path / "veil.png", (Fraction(0), Fraction(0), Fraction(60), Fraction(45)), (60, 45))
    )
    recorder.wait(events.Exported)
    with PillowImage.open(tmp_path / "veil.png") as written:
        np.testing.assert_array_equal(np.asarray(written), np.dstack([PIXELS, alpha])[:45, :60])


def line_at(y):
    from engine.decoding.line_profile import ProfileLine

    return ProfileLine((Fraction(10), Fraction(y)), (Fraction(100), Fraction(y)), 300, Fraction(1, 4))


def test_only_the_newest_profile_is_answered_after_the_view(session, recorder):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at, _ = events.ViewSettled, recorder.gate.clear()
    view = session.request_view(view_at(4.0))
    recorder.wait(events.ViewSettled, request=view)
    numbers = [session.request_profile(line_at(y)) for y in (20, 30, 40)]
    assert not recorder.of(events.ProfileReady)
    recorder.gate.set()
    answer = recorder.wait(events.ProfileReady)
    assert answer.request == numbers[-1] and len(recorder.of(events.ProfileReady)) == 1
    assert (answer.pixels == PIXELS[40, (10 + (np.arange(300) + 0.5) * 0.3).astype(int)]).all()
    assert not any(each.flags.writeable for each in (answer.pixels, answer.model, answer.bicubic))
    assert (answer.model == answer.bicubic).all()  # bicubic is the model


def test_the_source_pixels_follow_an_opened_picture(session, recorder, tmp_path):
    PillowImage.fromarray(PIXELS).save(tmp_path / "noise.png")
    session.open(tmp_path / "noise.png")
    source = recorder.wait(events.PictureSource)
    assert (source.pixels == PIXELS).all() and source.alpha is None
    assert source.file.size == (tmp_path / "noise.png").stat().st_size
    shown = session.open_image(from_array(PIXELS, "noise"))
    assert recorder.wait(events.PictureSource, request=shown).file is None


def test_uncertainty_is_answered_once_after_the_view(session, recorder):
    from engine.decoding.uncertainty import UncertaintyKind

    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at, _ = events.ViewSettled, recorder.gate.clear()
    view = view_at(4.0)
    recorder.wait(events.ViewSettled, request=session.request_view(view))
    session.request_uncertainty(UncertaintyKind.SPREAD, view)
    profile, uncertainty = (
        session.request_profile(line_at(20)),
        session.request_uncertainty(UncertaintyKind.SOURCE, view),
    )
    recorder.gate.set()
    assert recorder.wait(events.UncertaintyReady).request == uncertainty
    assert recorder.wait(events.ProfileReady).request == profile  # each type of request has its own newest
    assert [event.request for event in recorder.of(events.UncertaintyReady)] == [uncertainty]
    assert recorder.wait(events.UncertaintyReady).values.values.shape == (50, 76)  # two of them in part


def test_there_is_no_uncertainty_at_scales_up_to_one(session, recorder):
    from engine.decoding.uncertainty import UncertaintyKind

    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    session.request_uncertainty(UncertaintyKind.SOURCE, view_at(1.0))
    recorder.wait(
        events.ProfileReady, request=session.request_profile(line_at(20))
    )  # what was asked first is done first
    assert not recorder.of(events.UncertaintyReady)


def test_opening_another_picture_keeps_a_waiting_reconfiguration(session, recorder):
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


def test_a_reconfiguration_counts_at_once_and_the_view_is_made_again(session, recorder):
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


def test_a_missing_device_is_refused_and_the_former_one_stays(session, recorder, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    session.reconfigure(Resources(device="cuda"))
    failed = recorder.wait(events.Failed, task=Task.ENGINE)
    assert "cuda" in str(failed.message) and "cpu or auto" in str(failed.message)
    recorder.wait(events.ViewSettled, request=session.request_view(view_at(3.7)))


def test_a_model_without_a_device_is_loaded_once_there_is_one(recorder, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    session = Session(recorder, Resources(device="cuda"))
    try:
        session.use_model("bicubic")
        recorder.wait(events.Failed, task=Task.MODEL)
        session.reconfigure(Resources())
        assert recorder.wait(events.ModelReady).requested == "bicubic"
    finally:
        session.close()
