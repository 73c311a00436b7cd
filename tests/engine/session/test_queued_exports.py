"""Exports whose picture is not open any more, and exports that are paused: each gets what it was made for."""

import numpy as np
import pytest
from PIL import Image as PillowImage

from engine.base.file_stamp import stamp_of
from engine.export.export_request import ExportRequest
from engine.geometry import orientation
from engine.images.image import from_array
from engine.session import events
from engine.session.requests import ExportOrigin, Task
from tests.engine.session.recorder import PIXELS, view_at

OTHER = np.zeros((30, 40, 3), np.uint8)


def saved(path, pixels=PIXELS):
    PillowImage.fromarray(pixels).save(path)
    return path


def written(path):
    with PillowImage.open(path) as opened:
        return np.asarray(opened)


def request(path, size=(240, 180), model="bicubic"):
    return ExportRequest(path, None, size, model=model)


@pytest.fixture
def opened(session, recorder):
    """Opens a picture in memory with a model. Returns its number."""
    number = session.open_image(from_array(PIXELS, "noise"))
    session.use_model("bicubic")
    recorder.wait(events.ModelReady)
    return number


def test_an_export_is_of_its_own_picture_though_another_is_open(session, recorder, opened, tmp_path):
    session.export(request(tmp_path / "open.png"), opened)
    recorder.wait(events.Exported, path=tmp_path / "open.png")
    session.open_image(from_array(OTHER, "other"))
    kept = ExportOrigin(from_array(PIXELS, "noise"))
    session.export(request(tmp_path / "later.png"), opened, kept)
    recorder.wait(events.Exported, path=tmp_path / "later.png")
    assert (written(tmp_path / "later.png") == written(tmp_path / "open.png")).all()


def test_a_file_is_opened_again_in_its_orientation_and_with_its_model(session, recorder, opened, tmp_path):
    photo = saved(tmp_path / "photo.png")
    origin = ExportOrigin(photo, orientation=orientation.RIGHT, stamp=stamp_of(photo))
    session.export(request(tmp_path / "turned.png", (180, 240), "live"), 0, origin)
    recorder.wait(events.Exported)
    first = session.open(photo, orientation.RIGHT)
    session.use_model("live")
    session.export(request(tmp_path / "shown.png", (180, 240), "live"), first)
    recorder.wait(events.Exported, path=tmp_path / "shown.png")
    assert (written(tmp_path / "turned.png") == written(tmp_path / "shown.png")).all()


def test_an_export_needs_no_open_picture(session, recorder, tmp_path):
    session.export(request(tmp_path / "out.png"), 0, ExportOrigin(saved(tmp_path / "photo.png")))
    recorder.wait(events.Exported)
    assert written(tmp_path / "out.png").shape == (180, 240, 3)


def test_a_file_that_has_changed_since_is_not_exported_in_its_place(session, recorder, opened, tmp_path):
    photo = saved(tmp_path / "photo.png")
    origin = ExportOrigin(photo, stamp=stamp_of(photo))
    saved(photo, OTHER)
    session.export(request(tmp_path / "out.png"), 0, origin)
    failed = recorder.wait(events.Failed, task=Task.EXPORT)
    assert "photo.png: has changed since" in str(failed.message) and not (tmp_path / "out.png").exists()


@pytest.mark.parametrize("lacks", ["picture", "model"])
def test_what_cannot_be_opened_again_is_told(session, recorder, opened, tmp_path, lacks):
    gone = tmp_path / "gone.png"
    origin = ExportOrigin(gone if lacks == "picture" else saved(tmp_path / "photo.png"))
    session.export(
        request(tmp_path / "out.png", model="bicubic" if lacks == "picture" else "gone"), 0, origin
    )
    assert "gone" in str(recorder.wait(events.Failed, task=Task.EXPORT).message)


@pytest.fixture
def paused(session, recorder, opened, tmp_path):
    """An export that is paused amid its work. Returns its number."""
    recorder.holds_at = events.ExportProgress
    recorder.gate.clear()
    number = session.export(request(tmp_path / "large.png", (2400, 1800)), opened)
    recorder.wait(events.ExportProgress)
    session.pause_export(number)
    recorder.gate.set()
    return number


def test_a_paused_export_waits_while_views_and_later_exports_are_served(session, recorder, paused, tmp_path):
    view = session.request_view(view_at(3.0))
    recorder.wait(events.ViewSettled, request=view)
    later = session.export(request(tmp_path / "small.png"))
    recorder.wait(events.Exported, request=later)
    assert not any(event.request == paused for event in recorder.of(events.Exported))
    session.pause_export(paused, False)
    recorder.wait(events.Exported, request=paused)
    assert written(tmp_path / "large.png").shape == (1800, 2400, 3)


def test_a_paused_export_can_be_cancelled(session, recorder, paused, tmp_path):
    session.cancel_export(paused)
    recorder.wait(events.ExportCancelled, request=paused)
    assert list(tmp_path.iterdir()) == []


def test_a_paused_export_ends_with_its_session(session, recorder, paused, tmp_path):
    session.close()
    assert session.join(60) and list(tmp_path.iterdir()) == []


def test_one_export_is_cancelled_and_the_next_is_not(session, recorder, opened, tmp_path):
    recorder.holds_at = events.ExportProgress
    recorder.gate.clear()
    first = session.export(request(tmp_path / "large.png", (2400, 1800)), opened)
    second = session.export(request(tmp_path / "small.png"), opened)
    recorder.wait(events.ExportProgress)
    session.cancel_export(first)
    recorder.gate.set()
    recorder.wait(events.ExportCancelled, request=first)
    recorder.wait(events.Exported, request=second)
    assert [path.name for path in tmp_path.iterdir()] == ["small.png"]
