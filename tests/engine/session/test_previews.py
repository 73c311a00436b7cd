"""Previews of exports in the engine thread: what they answer, and which goes first."""

import numpy as np

from engine.export.export_request import ExportRequest
from engine.images.image import from_array
from engine.session import events
from engine.session.requests import Task
from tests.engine.session.recorder import PIXELS, open_with_costly_model, view_at


def preview_of(tmp_path, size=(480, 360), **changes):
    return ExportRequest(tmp_path / "x.jpg", None, size, **changes)


def test_a_preview_says_what_the_file_will_hold_and_shows_a_crop_of_it(session, recorder, tmp_path):
    opened = session.open_image(from_array(np.dstack([PIXELS, PIXELS[..., 0]]), "noise"))
    session.use_model("live")
    number = session.preview_export(preview_of(tmp_path), (10, 20, 160, 120), opened)
    previewed = recorder.wait(events.ExportPreviewed, request=number)
    planned = recorder.wait(events.ExportPlanned, request=number)
    assert recorder.events.index(planned) < recorder.events.index(previewed)
    assert any("holds no transparency" in str(notice) for notice in planned.notices)
    assert planned.refusal is None and planned.bits == 8 and planned.memory > 1e6
    assert previewed.preview.result.shape == previewed.preview.source.shape == (120, 160, 4)
    assert list(tmp_path.iterdir()) == []
    number = session.preview_export(preview_of(tmp_path, (70_000, 52_500)), (0, 0, 40, 30), opened)
    reason, _remedy = recorder.wait(events.ExportPlanned, request=number).refusal
    assert "65500" in str(reason)
    assert recorder.wait(events.ExportPreviewed, request=number)


def test_a_preview_gives_way_to_a_view_and_comes_after_it(session, recorder, tmp_path, monkeypatch):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.ExportPlanned
    recorder.gate.clear()
    number = session.preview_export(preview_of(tmp_path), (0, 0, 80, 60))
    recorder.wait(events.ExportPlanned)
    view = session.request_view(view_at(5.0))
    recorder.gate.set()
    previewed = recorder.wait(events.ExportPreviewed, request=number)
    settled = recorder.wait(events.ViewSettled, request=view)
    assert recorder.events.index(settled) < recorder.events.index(previewed)


def test_an_older_view_gives_way_to_a_preview_and_is_completed_after_it(session, recorder, tmp_path):
    open_with_costly_model(session, tmp_path)
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.TilesReady
    recorder.gate.clear()
    view = session.request_view(view_at(5.0))
    recorder.wait(events.TilesReady)  # coarse ones: the others take long
    number = session.preview_export(preview_of(tmp_path), (0, 0, 80, 60))
    recorder.gate.set()
    settled = recorder.wait(events.ViewSettled, request=view)
    previewed = recorder.wait(events.ExportPreviewed, request=number)
    assert recorder.events.index(previewed) < recorder.events.index(settled)


def test_of_several_previews_the_newest_is_made_and_a_cancelled_one_is_not(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    recorder.holds_at = events.ExportPlanned
    recorder.gate.clear()
    numbers = [session.preview_export(preview_of(tmp_path), (0, 0, 80, 60))]
    recorder.wait(events.ExportPlanned)
    numbers += [session.preview_export(preview_of(tmp_path), (k, 0, 80, 60)) for k in (10, 20)]
    recorder.gate.set()
    recorder.wait(events.ExportPreviewed, request=numbers[-1])
    assert [event.request for event in recorder.of(events.ExportPreviewed)] == numbers[-1:]
    recorder.gate.clear()
    cancelled = session.preview_export(preview_of(tmp_path), (0, 0, 80, 60))
    recorder.wait(events.ExportPlanned, request=cancelled)
    session.cancel_preview()
    recorder.gate.set()
    after = session.preview_export(preview_of(tmp_path), (0, 0, 80, 60))
    recorder.wait(events.ExportPreviewed, request=after)
    assert cancelled not in [event.request for event in recorder.of(events.ExportPreviewed)]


def test_a_preview_is_made_while_an_export_runs(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.holds_at = events.ExportProgress
    recorder.gate.clear()
    session.export(ExportRequest(tmp_path / "large.png", None, (4800, 3600)))
    recorder.wait(events.ExportProgress)
    session.preview_export(preview_of(tmp_path), (0, 0, 80, 60))
    recorder.gate.set()
    previewed = recorder.wait(events.ExportPreviewed)
    exported = recorder.wait(events.Exported)
    assert recorder.events.index(previewed) < recorder.events.index(exported)


def test_a_preview_that_cannot_be_made_fails(session, recorder, tmp_path):
    session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    number = session.preview_export(preview_of(tmp_path, model="no such model"), (0, 0, 80, 60))
    assert "no such model" in str(recorder.wait(events.Failed, request=number, task=Task.PREVIEW).message)
