"""An export that runs when its window closes, and one that ended with its process."""

import shutil
import signal
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from starts import ENDLESS, EXPORT, SOME_SECONDS, close, records_there, showing, started
from waiting import WAIT, engines_end

from engine.base import owner
from engine.export.export_request import ExportRequest
from engine.export.options import FileOptions
from engine.geometry import orientation
from viewer.export import records
from viewer.export.records import ExportRecord


def answer(window, text):
    """Closes a window and presses a button of the question. Returns whether the window has closed."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox) and "large.tif" in box.text()
        next(button for button in box.buttons() if button.text().replace("&", "") == text).click()

    QTimer.singleShot(0, press)
    return window.close()


def test_an_export_runs_on_without_its_window(exporting, qtbot, qapp):
    windows, out = exporting(SOME_SECONDS)
    window = windows.open[0]
    assert answer(window, "Keep running") and not window.isVisible()
    assert windows.open == [] and windows.hidden == [window] and not qapp.quitOnLastWindowClosed()
    qtbot.waitUntil(lambda: windows.hidden == [], timeout=WAIT)
    with PIL.Image.open(out) as written:
        assert written.size == SOME_SECONDS
    assert records_there() == [] and qapp.quitOnLastWindowClosed()


def test_a_cancelled_export_leaves_nothing(exporting):
    windows, out = exporting(ENDLESS)
    assert answer(windows.open[0], "Cancel the export")
    assert windows.open == windows.hidden == []
    engines_end()
    assert list(out.parent.iterdir()) == [] and records_there() == []


def test_a_window_that_is_not_to_close_stays_and_exports(exporting, qtbot):
    windows, out = exporting(SOME_SECONDS)
    window = windows.open[0]
    assert not answer(window, "Do not close") and window.isVisible() and window.exporting.running
    qtbot.waitUntil(lambda: "Saved large.tif" in window.notices.text, timeout=WAIT)
    assert out.exists() and records_there() == []


def test_only_the_window_that_exports_asks(exporting, qtbot):
    windows, out = exporting(SOME_SECONDS)
    first = windows.open[0]
    windows.add(first)
    assert windows.open[1].close()
    windows.add(first)
    assert answer(first, "Keep running")
    # Its end is told in a window that is still open.
    qtbot.waitUntil(lambda: "Saved large.tif" in windows.open[0].notices.text, timeout=WAIT)
    assert windows.hidden == [] and windows.open[0].isVisible() and out.exists()


def test_another_start_brings_the_exporting_window_back(exporting, qtbot):
    windows, out = exporting(ENDLESS)
    window = windows.open[0]
    assert answer(window, "Keep running")
    windows.open_paths(())
    assert windows.open == [window] and window.isVisible() and windows.hidden == []
    assert window.exporting.running and window.status.cancel_button.isVisible()
    window.status.cancel_button.click()
    qtbot.waitUntil(lambda: "cancelled" in window.notices.text, timeout=WAIT)
    assert window.isVisible() and list(out.parent.iterdir()) == []


def test_an_export_that_fails_without_its_window_is_told_at_the_next_start(exporting, qtbot):
    windows, out = exporting(SOME_SECONDS)
    assert answer(windows.open[0], "Keep running")
    shutil.rmtree(out.parent)
    qtbot.waitUntil(lambda: windows.hidden == [], timeout=WAIT)
    assert len(records_there()) == 1 and not out.exists()


def test_a_killed_export_is_told_at_the_next_start_and_done_again(
    pytestconfig, tmp_path, photo, start, qtbot, monkeypatch
):
    out = tmp_path / "out" / "large.png"
    out.parent.mkdir()
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    prepare = EXPORT.format(out=str(out), size=(1600, 2560))
    with started(pytestconfig.rootpath, tmp_path / "data", photo, prepare=prepare) as process:
        assert process.stdout.readline() == "exporting\n", process.stderr.read()
        assert not records.abandoned(), "its owner is alive"
        process.send_signal(signal.SIGKILL)
    [(_, record)] = records.abandoned()
    assert record.source == str(photo) and record.orientation == orientation.RIGHT
    assert not out.exists()

    window = start().open[0]
    qtbot.waitUntil(lambda: f"a2.png → {out}" in window.notices.text, timeout=WAIT)
    assert window.notices.button.text() == "Export again"
    window.notices.button.click()
    qtbot.waitUntil(lambda: "Saved large.png" in window.notices.text, timeout=WAIT)
    with PIL.Image.open(out) as written:
        assert written.size == (1600, 2560)
    assert records_there() == []


def told(photo, **changes):
    values = {
        "source": str(photo),
        "orientation": 0,
        "model": "bicubic",
        "target": photo.parent / "out.png",
        "region": None,
        "size": (320, 200),
        "fidelity": 1.0,
        "pid": 2**22 + 1,
        "started": 0.0,
    }
    return records.add(ExportRecord(**values | changes))


def test_a_notice_of_lost_exports_comes_back_until_it_is_dismissed(start, qtbot, qapp, photo):
    told(photo, source=None)
    windows = start(photo)
    window = windows.open[0]
    qtbot.waitUntil(lambda: showing(window, "a2.png") and "out.png" in window.notices.text, timeout=WAIT)
    assert window.notices.button.isHidden(), "a pasted picture cannot be exported again"
    window.notices.notify("Something else.")
    window.actions_by_id["escape"].trigger()
    assert "out.png" in window.notices.text and window.notices.isVisible()
    window.actions_by_id["escape"].trigger()
    assert window.notices.isHidden()
    close(windows, qapp)
    assert records_there() == []


def test_several_lost_exports_are_done_again_one_after_the_other(start, qtbot, photo):
    outs = [photo.parent / name for name in ("out1.png", "out2.png")]
    for started_at, out in enumerate(outs):
        told(photo.with_name("a1.png"), target=out, started=float(started_at), size=(240, 200))
    window = start(photo).open[0]
    qtbot.waitUntil(lambda: "out1.png; a1.png → " in window.notices.text, timeout=WAIT)
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.notices.button.click()
    qtbot.waitUntil(lambda: all(out.exists() for out in outs) and not window.exporting.running, timeout=WAIT)
    assert window.windowTitle() == photo.name and records_there() == []


def test_a_record_of_a_model_that_is_gone_exports_nothing(start, qtbot, photo):
    told(photo, model="gone.pth")
    window = start(photo).open[0]
    qtbot.waitUntil(lambda: window.active_model.ready is not None, timeout=WAIT)
    window.notices.button.click()
    qtbot.waitUntil(
        lambda: "gone.pth" in window.notices.text and "no such" in window.notices.text, timeout=WAIT
    )
    assert not window.exporting.running and not (photo.parent / "out.png").exists()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "[" * 50_000, '{"region": ["1e99999999"]}', "\x00", "x" * 100_000, '{"size": [1]}'],
)
def test_what_is_no_record_is_deleted(text):
    path = Path(told(Path("/a.png")))
    path.write_text(text)
    told(Path("/b.png"))
    assert [record.source for _, record in records.abandoned()] == ["/b.png"]
    assert not path.exists()


def test_a_huge_position_in_a_record_is_refused_at_once():
    path = Path(told(Path("/a.png")))
    path.write_text(path.read_text().replace('"region": null', '"region": ["0", "0", "1e99999999", "1"]'))
    assert records.abandoned() == []


def test_a_record_keeps_the_options_of_the_file():
    options = FileOptions(quality=70, lossless=True, metadata="no-location", dpi=96.5)
    told(Path("/a.png"), options=options)
    assert [record.options for _, record in records.abandoned()] == [options]


def test_records_of_a_process_that_lives_are_left_alone():
    pid, at = owner.this_process()
    told(Path("/a.png"), pid=pid, started=at)
    assert records.abandoned() == [] and len(records_there()) == 1
    told(Path("/b.png"), pid=pid, started=at - 3600)
    assert [record.source for _, record in records.abandoned()] == ["/b.png"], (
        "the id belongs to a later process"
    )


def test_the_question_names_all_unfinished_exports(exporting, qtbot):
    windows, out = exporting(ENDLESS)
    window = windows.open[0]
    for number in range(8):
        window.exporting.start(ExportRequest(out.with_name(f"next{number}.png"), None, (20, 20)))
    asked = []

    def press():
        box = QApplication.activeModalWidget()
        asked.append((box.text(), box.informativeText()))
        next(button for button in box.buttons() if button.text() == "Cancel all exports").click()

    QTimer.singleShot(0, press)
    assert window.close()
    text, names = asked[0]
    assert text == "Exports that are not finished: 9" and names.startswith("large.tif\nnext0.png\n")
    assert "…" in names and records_there() == []
    engines_end()
    assert list(out.parent.iterdir()) == []
