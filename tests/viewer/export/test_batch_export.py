"""Many pictures from the window: the dialog, the process that exports them, its row in the queue, and its end."""

import os
from pathlib import Path

import PIL.Image
import psutil
import pytest
from pictures import drawn, saved
from PySide6.QtGui import QGuiApplication
from waiting import WAIT

from engine.base import owner
from viewer.base import child_process
from viewer.export import records
from viewer.export.batch_dialog import BatchDialog
from viewer.export.command_export import CommandExport
from viewer.export.failures_dialog import show_failures
from viewer.export.queued import Phase
from viewer.export.row_delegate import STATE

PATIENCE = 4 * WAIT
"""Timeout in ms; processes start slowly on a shared machine, and this one at a low priority."""
WORDS = "--scale=2", "--model=bicubic"


@pytest.fixture(autouse=True)
def no_low_priority(monkeypatch):
    """The processes would give way to all other tests."""
    monkeypatch.setattr(child_process, "give_way", lambda *_: None)


@pytest.fixture
def photos(tmp_path):
    """A folder of three pictures, one of them below, and of a file that is none."""
    folder = tmp_path / "photos"
    (folder / "below").mkdir(parents=True)
    for name in ("a.png", "b.png", "below/c.png"):
        saved(folder / name, drawn(16, 12))
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno")
    return folder


@pytest.fixture
def empty(make_window):
    """A window without a picture."""
    window = make_window()
    yield window
    window.exporting.queue.cancel_all()
    for export in window.exporting.queue.unfinished:
        export.end(Phase.CANCELLED)  # a window with unfinished exports would ask


@pytest.fixture
def wait(qtbot):
    return lambda export, *phases: qtbot.waitUntil(lambda: export.phase in phases, timeout=PATIENCE)


def written(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def batch(photos, *words):
    out = photos.parent / "out"
    return CommandExport((*WORDS, *words, str(photos), str(out)), out)


@pytest.mark.action("export-folder")
def test_a_folder_is_exported_from_the_dialog_and_a_retry_does_what_is_missing(empty, photos, wait, qtbot):
    empty.actions_by_id["export-folder"].trigger()
    dialog = empty.findChild(BatchDialog)
    assert not dialog.start.isEnabled() and dialog.refusal.text()
    dialog.batch.set_sources(photos)
    assert dialog.batch.out.path == str(photos / "exported") and dialog.start.isEnabled()
    dialog.batch.name.setText("{name} large")
    assert dialog.batch.example.text() == "For example: photo large.png"
    dialog.model.show_value("bicubic")
    dialog.accept()
    [export] = empty.exporting.queue.exports
    wait(export, Phase.FAILED)
    out = photos / "exported"
    assert written(out) == ["a large.png", "b large.png", "below/c large.png"]
    with PIL.Image.open(out / "a large.png") as opened:
        assert opened.size == (32, 24)
    assert export.message == "3 exported, 1 failed" and len(export.failures) == 1
    assert "broken.png" in export.failures[0] and "3 exported, 1 failed" in empty.notices.text
    saved(photos / "broken.png", drawn(16, 12))
    empty.exporting.queue.retry(export)
    wait(export, Phase.FINISHED)
    assert export.message == "1 exported, 3 skipped, they exist" and len(written(out)) == 4


def test_what_failed_can_be_copied(empty, photos):
    export = batch(photos)
    export.failures = ("a.png: no", "b.png: neither")
    show_failures(empty, export)
    dialog = empty.children()[-1]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "a.png: no\nb.png: neither"


def test_a_batch_is_paused_goes_on_and_is_cancelled_and_leaves_no_process(empty, photos, wait, qtbot):
    for number in range(12):
        saved(photos / f"more{number}.png", drawn(16, 12))
    export = batch(photos, "--scale=100")
    empty.exporting.add(export)
    qtbot.waitUntil(lambda: export.done > 0, timeout=PATIENCE)
    process = psutil.Process(export.pid)
    export.pause()
    assert export.phase is Phase.PAUSED and empty.exporting.running
    empty.exporting.queue.release(export)
    assert export.phase is Phase.RUNNING and export.pid == process.pid
    export.cancel()
    wait(export, Phase.CANCELLED, Phase.FAILED)
    assert export.phase is Phase.CANCELLED and not process.is_running()
    assert all(path.endswith(".png") for path in written(export.target)), "nothing unfinished is left"


def test_batches_run_one_after_the_other_and_the_row_counts_the_files(empty, photos, qtbot):
    empty.actions_by_id["exports"].trigger()
    first, second = batch(photos, "--scale=200"), batch(photos)
    for export in (first, second):
        empty.exporting.add(export)
    assert [first.phase, second.phase] == [Phase.RUNNING, Phase.WAITING]
    assert first.lane == second.lane != "engine"
    panel = empty.exporting.make_panel()
    first.report(2.4, 4)
    assert panel.list.item(0).text() == "out" and panel.list.item(0).data(STATE).startswith("2 of 4 · ")
    panel.deleteLater()


def test_a_command_that_does_not_start_its_work_tells_why(empty, photos, wait):
    export = batch(photos, "--model=no-such-model")
    empty.exporting.add(export)
    wait(export, Phase.FAILED)
    assert "no such model" in export.message and empty.notices.text == export.message


def test_a_lost_batch_is_found_by_the_next_start(photos):
    export = batch(photos)
    records.add(records.CommandRecord(export.arguments, export.target, 2**22 + 1, 0.0))
    records.add(records.CommandRecord(export.arguments, export.target, *owner.this_process()))
    [(path, record)] = records.abandoned()
    assert (record.arguments, record.target) == (export.arguments, export.target)
    assert path.exists() and os.fspath(Path(record.target))
