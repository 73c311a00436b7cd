"""Exports in the engine thread: views are served meanwhile, and bands and pieces equal the whole."""

import itertools
import threading

import numpy as np
import pytest
from PIL import Image as PillowImage

from engine.base.resources import Resources
from engine.checkpoints import checkpoint, library
from engine.compute.device import choose
from engine.decoding.continuous_image import ContinuousImage
from engine.export import kept_bands, region_export
from engine.export.export_request import ExportRequest
from engine.export.options import FileOptions
from engine.images import picture
from engine.images.image import from_array
from engine.models.liif import Tail
from engine.session import events
from engine.session.requests import Task
from engine.session.session import Session
from tests.engine import networks
from tests.engine.session.recorder import PIXELS, view_at


def test_an_export_goes_on_while_views_are_served(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.ExportProgress
    recorder.gate.clear()
    session.export(ExportRequest(tmp_path / "large.png", None, (2400, 1800)))
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
    session.export(ExportRequest(tmp_path / "large.png", None, (2400, 1800)))
    recorder.wait(events.ExportProgress)
    session.cancel_export()
    recorder.gate.set()
    recorder.wait(events.ExportCancelled)
    assert list(tmp_path.iterdir()) == []


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
        session.export(ExportRequest(tmp_path / "out.png", None, (360, 270)))
        assert done.wait(120)
    finally:
        session.close()
    assert serving == {"engine"} and next(requested) >= 8
    with PillowImage.open(tmp_path / "out.png") as written:
        assert written.size == (360, 270)


@pytest.mark.parametrize("side", [64, 100])
def test_an_export_in_pieces_equals_one_decode(tmp_path, side):
    compute = choose("cpu", "fp32")
    source = ContinuousImage(picture.Picture(from_array(PIXELS, "noise")), networks.model("liif"), compute)
    region_export.write_region(source, None, (400, 300), tmp_path / "whole.png", lambda *_: None)
    region_export.write_region(
        source, None, (400, 300), tmp_path / "pieces.png", lambda *_: None, piece_side=side
    )
    with PillowImage.open(tmp_path / "whole.png") as whole, PillowImage.open(tmp_path / "pieces.png") as cut:
        assert np.abs(np.asarray(whole).astype(int) - np.asarray(cut)).max() <= 1


def test_an_export_in_bands_equals_one_decode(monkeypatch, tmp_path):
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


@pytest.mark.parametrize("share", [0.0, 0.3])
def test_an_export_can_be_blended_with_bicubic(session, recorder, tmp_path, share):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("live")
    written = {}
    for name, fidelity in (("model", 1.0), ("blended", share)):
        session.export(ExportRequest(tmp_path / f"{name}.png", None, (300, 225), fidelity=fidelity))
        recorder.wait(events.Exported, path=tmp_path / f"{name}.png")
        with PillowImage.open(tmp_path / f"{name}.png") as opened:
            written[name] = np.asarray(opened).astype(float)
    of = picture.Picture(from_array(PIXELS, "noise"))
    source = ContinuousImage(of, library.bicubic(), choose("cpu"))
    bicubic, _ = source.grid(*region_export.region_axes(source.picture.size, None, (300, 225)))
    expected = share * written["model"] + (1 - share) * bicubic
    assert np.abs(written["blended"] - expected).max() <= 1


def test_an_export_is_of_the_picture_it_was_made_for(session, recorder, tmp_path):
    """A picture that is opened after the dialog, and before the export begins, is not exported in its place."""
    first = session.open_demo()
    recorder.wait(events.PictureOpened, request=first)
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    session.open_image(from_array(np.zeros((30, 40, 3), np.uint8), "other"))
    session.export(ExportRequest(tmp_path / "x.png", None, (20, 15)), picture=first)
    failed = recorder.wait(events.Failed, task=Task.EXPORT)
    assert "another picture was opened" in str(failed.message)
    assert not (tmp_path / "x.png").exists()


def test_the_options_of_an_export_reach_the_file(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    options = FileOptions(quality=40, subsampling="4:2:0", progressive=True, dpi=240.0, profile="display-p3")
    session.export(ExportRequest(tmp_path / "x.jpg", None, (80, 60), options))
    recorder.wait(events.Exported)
    with PillowImage.open(tmp_path / "x.jpg") as written:
        assert written.info["progressive"] and written.info["dpi"] == (240, 240)
        assert written.layer[0][1:3] == (2, 2), "4:2:0"
        assert b"Display P3".hex() in written.info["icc_profile"].hex().replace("00", "")


def test_an_export_can_be_made_by_another_model_than_the_view(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    written = {}
    for name in ("bicubic", "live"):
        session.export(ExportRequest(tmp_path / f"{name}.png", None, (240, 180), model=name))
        recorder.wait(events.Exported, path=tmp_path / f"{name}.png")
        with PillowImage.open(tmp_path / f"{name}.png") as opened:
            written[name] = np.asarray(opened)
    assert (written["live"] != written["bicubic"]).any()
    session.use_model("live")
    session.export(ExportRequest(tmp_path / "again.png", None, (240, 180)))
    recorder.wait(events.Exported, path=tmp_path / "again.png")
    with PillowImage.open(tmp_path / "again.png") as opened:
        np.testing.assert_array_equal(np.asarray(opened), written["live"])
    session.export(ExportRequest(tmp_path / "x.png", None, (240, 180), model="no such model"))
    assert "no such model" in str(recorder.wait(events.Failed, task=Task.EXPORT).message)


def test_an_export_goes_on_in_the_next_session(recorder, tmp_path, monkeypatch):
    monkeypatch.setattr(kept_bands, "LEAST_SECONDS", 0.0)
    monkeypatch.setattr(region_export, "BAND_PIXELS", 400 * 30)
    for name, held in (("whole.png", False), ("out.png", True), ("out.png", False)):
        session = Session(recorder)
        session.open_image(from_array(PIXELS, "noise"))
        session.use_model("bicubic")
        recorder.wait(events.ModelReady)
        recorder.holds_at = events.ExportProgress if held else None
        if held:
            recorder.gate.clear()
        number = session.export(ExportRequest(tmp_path / name, None, (400, 300)))
        recorder.wait(events.ExportProgress if held else events.Exported, request=number)
        assert len(list(kept_bands.folder().iterdir())) == held
        session.close()
        recorder.gate.set()
        assert session.join(60)
        recorder.events.clear()
    assert (tmp_path / "out.png").read_bytes() == (tmp_path / "whole.png").read_bytes()
