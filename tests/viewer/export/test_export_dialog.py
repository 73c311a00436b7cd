"""Exports from the window: finished, cancelled and failed."""

import numpy as np
import PIL.Image
import pytest
import tifffile
from pictures import drawn, saved
from PySide6.QtWidgets import QFileDialog
from waiting import WAIT, settle

from engine.export.export_request import ExportRequest
from engine.export.formats import BY_SUFFIX
from engine.images import loading
from engine.images.picture import to_screen
from engine.session.events import (
    ExportCancelled,
    Exported,
    ExportPlanned,
    ExportPreviewed,
    ExportProgress,
    Failed,
)
from engine.session.requests import Task
from viewer.base import desktop
from viewer.export.dialog import ExportDialog
from viewer.export.queued import Phase, QueuedExport


def test_an_export_from_the_window(window, qtbot, tmp_path, monkeypatch):
    out = tmp_path / "out" / "large.png"
    out.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), "PNG"))
    window.outputs.ask_export()
    window.findChild(ExportDialog).accept()
    qtbot.waitUntil(lambda: "Saved large.png" in window.notices.text, timeout=WAIT)
    assert any(isinstance(event, ExportProgress) for event in window.events)
    assert any(isinstance(event, Exported) for event in window.events)
    with PIL.Image.open(out) as written:
        assert written.size == (320, 200)
    opens, shows = (button for button in window.notices.buttons if button.isVisible())
    assert (opens.text(), shows.text()) == ("Open", "Show in folder")
    opens.click()
    qtbot.waitUntil(lambda: window.opening.current == out, timeout=WAIT)


def test_a_film_is_opened_with_the_program_of_the_system(window, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(desktop, "open_with_default", opened.append)
    film, before = QueuedExport(tmp_path / "film.mp4"), window.opening.wanted
    film.phase = Phase.FINISHED
    window.exporting._follow(film)
    window.notices.button.click()
    assert opened == [film.target] and window.opening.wanted == before


def written(window, qtbot, out):
    """Accepts the open dialog with a file, and waits for it. Returns the file."""
    dialog = window.findChildren(ExportDialog)[-1]
    dialog.set_path(out)
    qtbot.waitUntil(
        lambda: any(isinstance(e, Exported) and e.path == out for e in window.events), timeout=WAIT
    )
    return out


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_the_preview_shows_the_px_of_the_file(window, qtbot, tmp_path, name):
    window.outputs.ask_export()
    dialog = window.findChild(ExportDialog)
    dialog.file.choose(BY_SUFFIX[name[1:]])
    dialog.sizes.first.setValue(3.3)

    def is_newest(event):
        return isinstance(event, ExportPreviewed) and event.request == window.session.newest(Task.PREVIEW)

    qtbot.waitUntil(lambda: not dialog._delay.isActive() and any(map(is_newest, window.events)), timeout=WAIT)
    preview = dialog.preview.preview
    assert "of memory" in dialog.facts.summary.text()
    found = loading.load(written(window, qtbot, tmp_path / name))
    x, y, width, height = preview.crop
    assert (found.width, found.height) == (528, 330) and min(width, height) > 100
    np.testing.assert_array_equal(
        preview.result, to_screen(found.pixels[y : y + height, x : x + width], None)
    )


def test_an_estimate_belongs_to_the_options_that_it_was_made_with(window, qtbot):
    window.outputs.ask_export()
    dialog = window.findChild(ExportDialog)
    facts = dialog.facts.summary
    qtbot.waitUntil(lambda: "PNG, about" in facts.text(), timeout=WAIT)
    events, shown = [], []
    window.bridge.event.connect(lambda event: (events.append(event), shown.append(facts.text())))
    dialog.file.choose(BY_SUFFIX[".jpg"])
    assert facts.text().endswith("JPEG\n…")
    qtbot.waitUntil(lambda: "JPEG, about" in facts.text(), timeout=WAIT)
    before = [type(event) for event in events].index(ExportPreviewed)
    assert any(isinstance(event, ExportPlanned) for event in events[:before])
    assert not any("about" in text for text in shown[:before])


def test_the_choices_of_the_dialog_are_those_of_the_file(window, qtbot, tmp_path):
    def ask(name):
        window.outputs.ask_export()
        dialog = window.findChildren(ExportDialog)[-1]
        dialog.file.choose(BY_SUFFIX[name])
        return dialog.file

    fields = ask(".jpg")
    fields.progressive.click()
    fields.dpi.setValue(240)
    fields.subsampling.show_value("4:2:0")
    with PIL.Image.open(written(window, qtbot, tmp_path / "a.jpg")) as picture:
        assert picture.info["progressive"] and picture.info["dpi"] == (240, 240)
        assert picture.layer[0][1:3] == (2, 2)
    fields = ask(".png")
    fields.bits.show_value(16)
    fields.profile.show_value("display-p3")
    with PIL.Image.open(written(window, qtbot, tmp_path / "a.png")) as picture:
        assert "Display P3".encode("utf-16-be") in picture.info["icc_profile"]
    assert (tmp_path / "a.png").read_bytes()[24] == 16, "bits in the head"
    fields = ask(".tif")
    fields.compression.show_value("zstd")
    fields.strips.click()
    with tifffile.TiffFile(written(window, qtbot, tmp_path / "a.tif")) as file:
        assert file.pages[0].compression.name == "ZSTD" and not file.pages[0].is_tiled
    ask(".webp").lossless.click()
    lossless = loading.load(written(window, qtbot, tmp_path / "a.webp"))
    window.outputs.ask_export()
    exact = loading.load(written(window, qtbot, tmp_path / "b.png"))
    np.testing.assert_array_equal(lossless.pixels, exact.eight_bits)


def test_an_export_can_be_cancelled_and_nothing_is_left(make_window, qtbot, tmp_path, monkeypatch):
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    out = tmp_path / "out" / "huge.png"
    out.parent.mkdir()
    window.exporting.start(ExportRequest(out, None, (20_000, 12_500)))
    qtbot.waitUntil(lambda: any(isinstance(e, ExportProgress) for e in window.events), timeout=WAIT)
    assert window.status.cancel_button.isVisible()
    window.status.cancel_button.click()
    qtbot.waitUntil(lambda: any(isinstance(event, ExportCancelled) for event in window.events), timeout=WAIT)
    assert "cancelled" in window.notices.text
    assert list(out.parent.iterdir()) == []


def test_a_failure_is_reported_in_full_and_not_as_a_success(window, qtbot, tmp_path):
    window.exporting.start(ExportRequest(tmp_path / "no folder" / "x.png", None, (320, 200)))
    qtbot.waitUntil(lambda: any(isinstance(event, Failed) for event in window.events), timeout=WAIT)
    failed = next(event for event in window.events if isinstance(event, Failed))
    assert window.notices.text == str(failed.message) and "x.png" in window.notices.text


def test_viewing_continues_during_an_export(make_window, qtbot, tmp_path):
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    window.exporting.start(ExportRequest(tmp_path / "huge.png", None, (20_000, 12_500)))
    qtbot.waitUntil(lambda: any(isinstance(e, ExportProgress) for e in window.events), timeout=WAIT)
    window.canvas.zoom_to(6.0)
    settle(qtbot, window)
    assert not any(isinstance(event, Exported) for event in window.events)
    assert window.canvas.view.scale == 6.0
    assert window.width() == 640  # the text of the status line does not widen the window
    window.session.cancel_export()
    qtbot.waitUntil(lambda: any(isinstance(event, ExportCancelled) for event in window.events), timeout=WAIT)
