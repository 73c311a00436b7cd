"""Errors that nothing catches, and crashes: the window lives on or the next start tells, and the log has them."""

import signal
import sys
import zipfile

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from starts import ZOOM, started
from waiting import WAIT

from viewer.diagnostics import crash_file, log
from viewer.diagnostics.hooks import _is_power_of_ten
from viewer.diagnostics.log_dialog import LogDialog

FAILING = """
import gc, threading
from PySide6.QtCore import QTimer, qWarning
shown = main_window.MainWindow.showEvent

class Bad:
    def __del__(self):
        raise OSError("unraisable")

def show(window, event):
    shown(window, event)
    def slot():
        slot.count += 1
        if slot.count == 12:
            print(window.isVisible(), window.notices.text, flush=True)
            window.close()
        raise LookupError("in a slot")
    slot.count = 0
    def begin():
        qWarning("QThing::warn: a warning of Qt")
        Bad()
        thread = threading.Thread(target=lambda: 1 / 0, name="a thread")
        thread.start()
        thread.join()
        timer = QTimer(window, interval=10)
        timer.timeout.connect(slot)
        timer.start()
    QTimer.singleShot(200, begin)
main_window.MainWindow.showEvent = show
"""


def test_the_window_survives_errors_tells_them_and_logs_them(pytestconfig, folder):
    with started(pytestconfig.rootpath, folder, prepare=FAILING) as process:
        line = process.stdout.readline()
        assert process.wait(60) == 0, process.stderr.read()
        stderr = process.stderr.read()
    assert line.startswith("True Internal error (LookupError, <string>:"), line
    text = log.read()
    for kind in ("LookupError: in a slot", "ZeroDivisionError: division by zero", "OSError: unraisable"):
        assert kind in text and kind in stderr
    assert "[a thread]" in text and "qt [MainThread] QThing::warn: a warning of Qt" in text
    assert text.count("LookupError") == 2, "the first and the tenth"
    assert crash_file.collect() == crash_file.CLEAN and not list(folder.glob("state/running-*"))


@pytest.mark.action("report")
@pytest.mark.skipif(sys.platform == "win32", reason="its processes get no signals")
def test_the_start_after_a_crash_offers_the_view_and_a_report(
    pytestconfig, folder, photo, start, qtbot, tmp_path, monkeypatch
):
    crash = "QTimer.singleShot(1500, lambda: os.kill(os.getpid(), signal.SIGSEGV))"
    with started(pytestconfig.rootpath, folder, photo, prepare=ZOOM.format(then=crash)) as process:
        assert process.wait(60) == -signal.SIGSEGV
    last_end = crash_file.collect()
    assert last_end.badly and last_end.crashed
    assert "Segmentation fault" in crash_file.read_last_crash()
    window = start(last_end=last_end).open[0]
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.notices.text)
    assert window.welcome.isVisible(), "what may have crashed is not opened again by itself"
    out = tmp_path / "report.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out.with_suffix("")), ""))
    restore, report = window.notices.buttons[:2]
    assert (restore.text(), report.text()) == ("Restore the view", "Report…")
    assert not window.actions_by_id["report"].isCheckable()
    report.click()
    qtbot.waitUntil(lambda: "Saved report.zip" in window.notices.text, timeout=WAIT)
    with zipfile.ZipFile(out) as archive:
        told = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert "Segmentation fault" in told and "app/app.py:" in told
    assert photo.name not in told and tmp_path.name not in told


@pytest.mark.skipif(sys.platform == "win32", reason="its processes get no signals")
def test_the_start_after_a_kill_restores_the_view_and_tells(pytestconfig, folder, photo, start, qtbot):
    kill = "os.kill(os.getpid(), signal.SIGKILL)"
    with started(pytestconfig.rootpath, folder, photo, prepare=ZOOM.format(then=kill)) as process:
        process.wait(60)
    last_end = crash_file.collect()
    assert last_end.badly and not last_end.crashed
    window = start(photo, last_end=last_end).open[0]
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.notices.text)
    assert window.notices.buttons[0].text() == "Report…" and window.notices.buttons[1].isHidden()


def test_the_file_of_a_live_process_is_left_alone():
    file = crash_file.CrashFile()
    try:
        assert crash_file.collect() == crash_file.CLEAN
        assert len(list(log.path().parent.glob("running-*"))) == 1
    finally:
        file.close()
    assert not list(log.path().parent.glob("running-*"))


def test_the_log_can_be_read_and_copied(window, qtbot):
    log.path().parent.mkdir(parents=True, exist_ok=True)
    log.path().write_text("an old error\n")
    window.actions_by_id["log"].trigger()
    dialog = window.findChild(LogDialog)
    assert dialog.isVisible() and dialog.text.isReadOnly() and "an old error" in dialog.text.toPlainText()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "an old error\n"
    dialog.close()


def test_an_error_notice_comes_back_after_other_messages(start, qtbot):
    windows = start()
    notices = windows.open[0].notices
    notices.keep("Lost.")
    windows.report_error("Internal error (X). The log has the details.")
    notices.notify("Something else.")
    notices.dismiss()
    assert "Internal error" in notices.text and notices.button.text() == "Show log"
    notices.dismiss()
    assert notices.text == "Lost." and notices.isVisible()
    notices.dismiss()
    assert notices.isHidden()


def test_powers_of_ten():
    assert [count for count in range(1, 2001) if _is_power_of_ten(count)] == [1, 10, 100, 1000]
