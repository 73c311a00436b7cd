"""Exports in line: one after the other, paused, moved, cancelled, retried, each of its own picture."""

import json
from fractions import Fraction

import numpy as np
import PIL.Image
import pytest
from pictures import drawn, saved
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from waiting import WAIT, settle

from engine import render
from engine.base import user_data
from engine.export.export_request import ExportRequest
from viewer.base import settings
from viewer.export.failures_dialog import FailuresDialog
from viewer.export.panel import Panel
from viewer.export.queued import Phase
from viewer.export.row_delegate import SHARE, STATE

SMALL, LARGE = (320, 200), (20_000, 12_500)


@pytest.fixture
def shown(make_window, qtbot, tmp_path):
    """A window with a picture and a model, in which Live would only take time."""
    window = make_window(saved(tmp_path / "p.png", drawn(160, 100)))
    settle(qtbot, window)
    window.active_model.use("bicubic")
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    (tmp_path / "out").mkdir()
    yield window
    window.exporting.queue.cancel_all()
    for export in window.exporting.queue.unfinished:
        export.end(Phase.CANCELLED)  # a window with unfinished exports would ask


@pytest.fixture
def add(shown, tmp_path):
    """Adds an export of the shown picture; returns it."""

    def added(name, size=SMALL):
        shown.exporting.start(ExportRequest(tmp_path / "out" / name, None, size))
        return shown.exporting.queue.exports[-1]

    return added


@pytest.fixture
def wait(qtbot):
    """Waits for the phase of an export."""
    return lambda export, phase: qtbot.waitUntil(lambda: export.phase is phase, timeout=WAIT)


def begun(qtbot, export):
    qtbot.waitUntil(lambda: export.done > 0, timeout=WAIT)


def pixels(path):
    with PIL.Image.open(path) as opened:
        return np.asarray(opened)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def stored():
    found = (user_data.state_folder() / "exports").glob("*.json")
    records = sorted((json.loads(path.read_text()) for path in found), key=lambda record: record["place"])
    return [record["target"].rsplit("/", 1)[-1] for record in records]


def test_exports_run_one_after_the_other(shown, add, wait):
    first, second, third = add("a.png"), add("b.jpg"), add("c.tif")
    assert [each.phase for each in (first, second, third)] == [Phase.RUNNING, Phase.WAITING, Phase.WAITING]
    assert "2 more" in shown.status._export.text.text()
    wait(third, Phase.FINISHED)
    assert names(third.target.parent) == ["a.png", "b.jpg", "c.tif"] and not shown.exporting.running
    assert first.message.startswith("320 × 200 px, in ")


def test_an_export_is_of_the_picture_that_was_shown_when_it_was_added(shown, add, wait, qtbot, tmp_path):
    large, small = add("large.png", LARGE), add("small.png")
    begun(qtbot, large)
    other = saved(tmp_path / "other.png", np.zeros((100, 160, 3), np.uint8))
    shown.open_paths(str(other))
    qtbot.waitUntil(lambda: shown.windowTitle() == "other.png", timeout=WAIT)
    shown.active_model.use("live")
    large.cancel()
    wait(small, Phase.FINISHED)
    again = add("other.png")
    wait(again, Phase.FINISHED)
    render.run(str(other), tmp_path / "live.png", None, Fraction(2), "live", "auto", "auto")
    assert (pixels(again.target) == pixels(tmp_path / "live.png")).all() and pixels(small.target).max() > 0
    shown.open_paths(str(tmp_path / "p.png"))
    qtbot.waitUntil(lambda: shown.windowTitle() == "p.png", timeout=WAIT)
    shown.active_model.use("bicubic")
    qtbot.waitUntil(lambda: shown.active_model.ready.requested == "bicubic", timeout=WAIT)
    expected = add("expected.png")
    wait(expected, Phase.FINISHED)
    assert (pixels(small.target) == pixels(expected.target)).all()


def test_a_pasted_picture_is_exported_though_another_is_open(shown, add, wait, qtbot, tmp_path):
    pasted = QMimeData()
    image = QImage(16, 10, QImage.Format.Format_RGB32)
    image.fill(0xFFFF8000)
    pasted.setImageData(image)
    shown.opening.take(pasted, "Pasted picture")
    qtbot.waitUntil(lambda: shown.windowTitle() == "Pasted picture", timeout=WAIT)
    shown.actions_by_id["rotate-right"].trigger()
    qtbot.waitUntil(lambda: shown.opening.shown_orientation != 0, timeout=WAIT)
    large, small = add("large.png", LARGE), add("small.png", (20, 32))
    begun(qtbot, large)
    shown.open_paths(str(tmp_path / "p.png"))
    qtbot.waitUntil(lambda: shown.windowTitle() == "p.png", timeout=WAIT)
    large.cancel()
    wait(small, Phase.FINISHED)
    assert pixels(small.target).shape == (32, 20, 3)
    assert np.abs(pixels(small.target) - np.array([255, 128, 0])).max() <= 1


def test_a_paused_export_lets_the_next_run_and_then_goes_on(shown, add, wait, qtbot):
    large, small = add("large.png", (4000, 2500)), add("small.png")
    begun(qtbot, large)
    large.pause()
    wait(small, Phase.FINISHED)
    assert large.phase is Phase.PAUSED and 0 < large.share < 1 and large.seconds_left is None
    done = large.done
    shown.exporting.queue.release(large)
    assert large.phase is Phase.RUNNING and large.done == done
    wait(large, Phase.FINISHED)
    assert pixels(large.target).shape == (2500, 4000, 3)


def test_two_paused_exports_go_on_in_any_order(shown, add, wait, qtbot):
    """The engine keeps the progress of the first; the second begins anew."""
    first, second = add("first.png", (4000, 2500)), add("second.png", (4000, 2500))
    begun(qtbot, first)
    first.pause()
    begun(qtbot, second)
    second.pause()
    assert first.done > 0 and second.done == 0
    shown.exporting.queue.release(first)
    shown.exporting.queue.release(second)
    wait(second, Phase.FINISHED)
    assert first.phase is Phase.FINISHED and names(first.target.parent) == ["first.png", "second.png"]


def test_a_cancelled_export_leaves_nothing_whether_it_runs_waits_or_is_paused(shown, add, wait, qtbot):
    paused, running, waiting = add("paused.png", LARGE), add("running.png", LARGE), add("waiting.png", LARGE)
    begun(qtbot, paused)
    paused.pause()
    begun(qtbot, running)
    shown.exporting.queue.cancel_all()
    wait(running, Phase.CANCELLED)
    assert paused.phase is waiting.phase is Phase.CANCELLED
    last = add("last.png")
    wait(last, Phase.FINISHED)  # the engine has left the paused one by then
    assert names(last.target.parent) == ["last.png"] and stored() == []


def test_a_failed_export_is_retried(shown, add, wait):
    export = add("no folder/x.png")
    wait(export, Phase.FAILED)
    assert "x.png" in export.message and export.message == shown.notices.text
    export.target.parent.mkdir()
    shown.exporting.queue.retry(export)
    wait(export, Phase.FINISHED)
    assert export.target.exists()


def test_the_order_can_be_changed_and_is_saved(shown, add, wait, qtbot):
    large, second, third = add("large.png", LARGE), add("second.png"), add("third.png")
    begun(qtbot, large)
    shown.exporting.queue.move(third, -1)
    qtbot.waitUntil(lambda: stored() == ["large.png", "third.png", "second.png"], timeout=WAIT)
    ended = []
    shown.exporting.queue.changed.connect(lambda export: export.unfinished or ended.append(export))
    large.cancel()
    wait(second, Phase.FINISHED)
    assert ended == [large, third, second] and stored() == []


@pytest.fixture
def panel(shown):
    shown.actions_by_id["exports"].trigger()
    return shown.findChild(Panel)


@pytest.mark.action("exports")
def test_the_panel_shows_the_exports_and_its_buttons_act_on_the_current_one(panel, shown, add, wait, qtbot):
    assert panel.isVisible() and not panel.cancel.isEnabled()
    large, small = add("large.png", LARGE), add("small.png")
    begun(qtbot, large)
    rows = [panel.list.item(row) for row in range(2)]
    assert [row.text() for row in rows] == ["large.png", "small.png"]
    assert rows[0].data(SHARE) == large.share and "left" in rows[0].data(STATE)
    assert rows[1].data(STATE) == "Waiting"
    panel.list.setCurrentRow(1)
    panel.up.click()
    assert shown.exporting.queue.exports == [small, large] and panel.current is small
    panel.list.setCurrentRow(1)
    panel.pause.click()
    wait(small, Phase.FINISHED)
    assert panel.pause.text() == "Resume" and panel.list.item(1).data(STATE).startswith("Paused · ")
    panel.cancel.click()
    assert large.phase is Phase.CANCELLED and panel.pause.text() == "Retry"
    panel.clear.click()
    assert panel.list.count() == 0 and not panel.clear.isEnabled()


def test_the_panel_shows_a_file_and_errors(panel, shown, add, wait, monkeypatch):
    where = []
    monkeypatch.setattr("viewer.base.desktop.show_in_folder", lambda path, _parent: where.append(path))
    good, bad = add("good.png"), add("no folder/bad.png")
    wait(bad, Phase.FAILED)
    panel.list.setCurrentRow(0)
    panel.folder.click()
    assert where == [good.target]
    panel.list.setCurrentRow(1)
    panel.errors.click()
    dialog = shown.findChild(FailuresDialog)
    assert dialog.lines.toPlainText() == bad.message


def test_the_end_of_all_exports_is_told_once_unless_the_user_does_not_want_it(shown, add, wait, monkeypatch):
    told = []
    monkeypatch.setattr("viewer.base.desktop.notify", lambda _window, _title, text: told.append(text))
    add("good.png"), add("no folder/bad.png")
    wait(add("last.png"), Phase.FINISHED)
    assert told == ["Exports finished: 2\nExports failed: 1"]
    settings.change(notify_exports=False)
    wait(add("again.png"), Phase.FINISHED)
    assert len(told) == 1
