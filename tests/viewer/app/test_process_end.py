"""Processes that are told to end, or killed: what the next start has."""

import signal
import sys
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from starts import ENDLESS, EXPORT, ZOOM, showing, started
from waiting import WAIT

from viewer.export import records

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its processes get no signals")


def assert_restored(start, qtbot):
    window = start().open[0]
    qtbot.waitUntil(lambda: showing(window, "a2.png"), timeout=WAIT)
    assert window.canvas.view.scale == 40_000.5
    assert (window.width(), window.height()) == (700, 520)


def test_a_process_killed_two_seconds_after_a_zoom_loses_nothing(pytestconfig, folder, photo, start, qtbot):
    kill = "QTimer.singleShot(2000, lambda: os.kill(os.getpid(), signal.SIGKILL))"
    with started(pytestconfig.rootpath, folder, photo, prepare=ZOOM.format(then=kill)) as process:
        assert process.wait(60) == -signal.SIGKILL, process.stderr.read()
    assert_restored(start, qtbot)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_saves_what_a_close_saves_whatever_is_asked_and_an_ignored_one_does_nothing(
    pytestconfig, folder, photo, start, qtbot, end
):
    ask = "from PySide6.QtWidgets import QMessageBox; print('asking', flush=True); QMessageBox.question(None, '?', '?')"
    hang_up = "os.kill(os.getpid(), signal.SIGHUP); "
    # As in a terminal: a shell starts its background jobs, such as these tests, with SIGINT ignored.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    ignore = "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    asked = f"{hang_up}QTimer.singleShot(300, lambda: exec({ask!r}))"
    with started(
        pytestconfig.rootpath, folder, photo, prepare=heed + ignore + ZOOM.format(then=asked)
    ) as process:
        assert process.stdout.readline() == "asking\n", process.stderr.read()
        process.send_signal(end)
        assert process.wait(60) == 0
        assert "Traceback" not in process.stderr.read()
    assert_restored(start, qtbot)


def test_a_signal_amid_an_export_ends_it_within_a_second_and_without_a_question(pytestconfig, folder, photo):
    out = photo.parent / "out" / "large.tif"
    out.parent.mkdir()
    prepare = EXPORT.format(out=str(out), size=ENDLESS)
    with started(pytestconfig.rootpath, folder, photo, prepare=prepare) as process:
        assert process.stdout.readline() == "exporting\n"
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert time.monotonic() - began < 5, "the promise is one second, on a machine that is idle"
    assert list(out.parent.iterdir()) == []
    assert [record.target for _, record in records.abandoned()] == [out], "the next start tells of it"


class SessionEnd:
    """Stands in for QSessionManager, which only a system that ends a session creates."""

    cancelled = False

    def allowsInteraction(self):
        return True

    def cancel(self):
        self.cancelled = True

    def release(self):
        pass


@pytest.mark.parametrize(("button", "stays"), [("Stay logged in", True), ("End the session", False)])
def test_the_end_of_the_session_asks_about_an_export(exporting, qtbot, button, stays):
    windows, _ = exporting(ENDLESS)

    def press():
        box = QApplication.activeModalWidget()
        next(each for each in box.buttons() if each.text().replace("&", "") == button).click()

    QTimer.singleShot(0, press)
    end = SessionEnd()
    windows.end_session(end)
    assert end.cancelled == stays and windows.open[0].exporting.running
    windows.open[0].session.cancel_export()
    qtbot.waitUntil(lambda: not windows.open[0].exporting.running, timeout=WAIT)


def test_the_end_of_the_session_asks_nothing_without_an_export(start):
    end = SessionEnd()
    start().end_session(end)
    assert not end.cancelled
