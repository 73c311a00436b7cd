"""The training tab with the real trainer: starting, pausing, stopping, failing, opening, closing the window."""

import json
import os
import shutil
import signal
from pathlib import Path

from installed_language import installed
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)
from waiting import WAIT, settle

from engine import training_log
from engine.base import user_data
from engine.session.events import ModelReady
from engine.training_log import RunStarted
from viewer.base import child_process
from viewer.base.language import tr
from viewer.training.run import Phase
from viewer.training.runs_dialog import RunsDialog

FOREVER = "train.steps=1000000"


def begin(tab, steps):
    tab.form.values.others.setText(f"{tab.form.values.others.text()} {steps}")
    tab.check.cancel()  # the trainer checks again
    assert tab.begin.isEnabled()
    tab.begin.click()
    return Path(tab.monitor.run.out)


def wait_for(qtbot, tab, phase):
    qtbot.waitUntil(lambda: tab.monitor.run.phase is phase, timeout=WAIT)


def wait_for_steps(qtbot, tab, count):
    qtbot.waitUntil(lambda: tab.monitor.run.step >= count, timeout=WAIT)


def models(window):
    """The names of the loaded models, in order."""
    return [event.name for event in window.events if isinstance(event, ModelReady)]


def test_runs_wait_for_their_turn(tab, qtbot):
    first = begin(tab, "train.steps=2")
    for _ in range(2):
        tab.check.cancel()
        assert tab.begin.text() == "Start after this run" and tab.begin.isEnabled()
        tab.begin.click()
    folders = [Path(request.out) for request in tab.waiting]
    assert len({first, *folders, Path(tab.form.out.path)}) == 4
    assert tab.queue.text() == "2 runs wait for the end of this one." and not tab.queue.isHidden()
    with qtbot.waitSignal(tab.monitor.over, timeout=WAIT):
        pass
    assert tab.monitor.run.out == folders[0] and [Path(request.out) for request in tab.waiting] == folders[1:]
    tab.forget.click()
    assert tab.queue.isHidden() and not tab.waiting
    wait_for(qtbot, tab, Phase.FINISHED)
    assert not folders[1].exists() and not tab.monitor.active


def test_from_start_through_a_pause_to_the_picture(tab, qtbot):
    window = tab.window_
    out = begin(tab, "train.steps=150")
    assert tab.begin.text() == "Start after this run" and tab.header.state.text() == "Starting…"
    wait_for_steps(qtbot, tab, 1)
    tab.header.pause.click()
    wait_for(qtbot, tab, Phase.PAUSED)
    assert tab.header.pause.text() == "Resume" and tab.header.state.text() == "Paused"
    tab.header.pause.click()
    wait_for(qtbot, tab, Phase.FINISHED)
    run = tab.monitor.run
    assert [step for step, _ in run.curves["loss"]] == list(range(1, 151))
    assert tab.plots.loss.area.accessibleDescription() == f"{run.curves['loss'][-1][1]:.4f}"
    assert "finished" in window.notices.text and tab.header.bar.value() == tab.header.bar.maximum()
    tab.header.open.click()
    qtbot.waitUntil(lambda: out.name in models(window), timeout=WAIT)
    assert not window.training.shown and window.training.slider.isVisible()


def test_stop_and_save_then_resume(tab, qtbot):
    out = begin(tab, FOREVER)
    wait_for_steps(qtbot, tab, 2)
    tab.header.stop.click()
    assert tab.header.state.text() == "Stopping…"
    wait_for(qtbot, tab, Phase.STOPPED)
    stopped = tab.monitor.run.step
    assert (out / "model.safetensors").is_file() and tab.header.pause.text() == "Resume"
    tab.form.values.others.setText(f"train.steps={stopped + 2}")
    tab.header.pause.click()
    wait_for(qtbot, tab, Phase.FINISHED)
    assert [step for step, _ in tab.monitor.run.curves["loss"]] == list(range(1, stopped + 3))


def test_the_trainer_has_low_priority_and_its_death_is_reported(tab, qtbot, monkeypatch, give_way):
    monkeypatch.setattr(child_process, "give_way", give_way)
    begin(tab, FOREVER)
    pid = tab.monitor._process.pid
    assert os.getpriority(os.PRIO_PROCESS, pid) >= 15
    assert os.getsid(pid) == os.getsid(0) and os.getpgid(pid) != os.getpgid(0)
    wait_for_steps(qtbot, tab, 1)
    os.kill(pid, signal.SIGKILL)
    wait_for(qtbot, tab, Phase.FAILED)
    notice = tab.window_.notices.text
    assert "signal 9" in notice and "Resume" in notice and tab.header.message.text() == notice
    assert tab.begin.isEnabled() and tab.header.pause.text() == "Resume" and tab.header.pause.isEnabled()


def test_the_form_is_translated(language_code, tab):
    about = "The included model: a local implicit model that renders a viewport with two matrix products."
    assert tab.form._about.text() == tr(about) != about


def test_a_run_that_cannot_start_shows_the_trainer_s_message_translated(qapp, tab, qtbot):
    begin(tab, "train.nonsense=1")
    with installed(qapp, "de"):
        wait_for(qtbot, tab, Phase.FAILED)
        told = tr("unknown key {key}").format(key="train.nonsense")
        assert told in tab.window_.notices.text and "unknown" not in told


def test_a_finished_run_is_opened_and_its_checkpoints_are_shown(tab, qtbot, finished):
    window = tab.window_
    tab.attach(finished)
    run = tab.monitor.run
    assert run.phase is Phase.FINISHED and run.step == 4 and window.notices.isHidden()
    assert not tab.header.stop.isEnabled() and tab.header.open.isEnabled()
    tab.header.open.click()
    slider = window.training.slider
    assert slider.label.text() == "best"
    chosen = []
    slider.chosen.connect(chosen.append)
    qtbot.waitUntil(lambda: len(models(window)) == 1, timeout=WAIT)
    qtbot.keyClick(slider.slider, Qt.Key.Key_Home)
    assert slider.label.text() == "step 2"
    qtbot.waitUntil(lambda: len(models(window)) == 2, timeout=WAIT)
    assert [Path(path).name for path in chosen] == ["step-00000002.safetensors"]


def test_a_folder_without_a_run_is_named(tab, tmp_path):
    tab.attach(tmp_path)
    assert str(tmp_path) in tab.window_.notices.text and tab.header.isHidden()


def close(window, answer):
    """Closes a window and presses the button `answer` of its question. Returns whether it is closed."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox) and box.defaultButton().text() == "Keep running"
        next(button for button in box.buttons() if button.text().replace("&", "") == answer).click()

    QTimer.singleShot(0, press)
    return window.close()


def test_a_training_outlives_its_window_and_later_ones_find_it(tab, qtbot, make_window, photo):
    out = begin(tab, FOREVER)
    wait_for_steps(qtbot, tab, 1)
    process = tab.monitor._process
    later = make_window(photo)
    qtbot.waitUntil(lambda: out.name in later.notices.text, timeout=WAIT)
    settle(qtbot, later)  # the opened picture does not dismiss it
    assert out.name in later.notices.text and later.notices.isVisible()
    assert later.notices.button.text() == "Show"
    later.notices.button.click()
    assert later.training.shown and later.training.tab.monitor.run.out == out
    assert close(later, "Keep running")
    assert not close(tab.window_, "Cancel") and tab.monitor.active
    assert close(tab.window_, "Keep running") and not (out / "stop").exists()
    again = make_window()
    again.actions_by_id["training"].trigger()
    monitor = again.training.tab.monitor
    assert monitor.run.out == out and monitor.active
    step = monitor.run.step
    qtbot.waitUntil(lambda: monitor.run.step > step, timeout=WAIT)
    assert close(again, "Stop and save")
    assert process.wait(60) == 0
    assert (out / "model.safetensors").is_file()


def drop(tab, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *rest)
    QApplication.sendEvent(tab, enter)
    if enter.isAccepted():
        QApplication.sendEvent(tab, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *rest))
    return enter.isAccepted()


def test_a_dropped_folder_is_the_images_and_a_dropped_run_is_shown(tab, tmp_path, finished):
    folder = tmp_path / "others"
    folder.mkdir()
    assert drop(tab, folder) and tab.form.request.images == str(folder)
    assert drop(tab, finished) and tab.monitor.run.out == finished
    assert tab.form.request.images == str(folder)


def test_the_start_button_names_what_is_missing(tab, finished):
    tab.form.out.set_path(str(finished))
    assert not tab.begin.isEnabled() and "output" in tab.begin.toolTip()
    tab.form.images.set_path("")
    assert not tab.begin.isEnabled() and "images" in tab.begin.toolTip()
    assert "Drop a folder" in tab.form.verdict.summary.text()


def test_every_field_has_a_label_and_every_button_a_text(tab):
    for field in (*tab.findChildren(QLineEdit), *tab.findChildren(QComboBox)):
        assert field.accessibleName()
    for button in tab.findChildren(QPushButton):
        assert button.text() and button.focusPolicy() & Qt.FocusPolicy.TabFocus
    labels = [label for label in tab.findChildren(QLabel) if label.buddy()]
    assert len(labels) == 12 and all("&" in label.text() for label in labels)


def test_keys_of_the_picture_are_disabled_in_the_training_tab(window, qtbot):
    assert window.actions_by_id["left"].isEnabled()
    window.actions_by_id["training"].trigger()
    assert not window.actions_by_id["left"].isEnabled() and window.actions_by_id["open"].isEnabled()
    window.actions_by_id["training"].trigger()
    assert window.actions_by_id["left"].isEnabled()


def test_the_images_are_checked_before_a_start(tab, qtbot, tmp_path):
    assert "Checking" in tab.form.verdict.summary.text()
    assert not tab.begin.isEnabled() and "being checked" in tab.begin.toolTip()
    qtbot.waitUntil(lambda: "Checking" not in tab.form.verdict.summary.text(), timeout=WAIT)
    assert "train on: 2" in tab.form.verdict.summary.text() and tab.begin.isEnabled()
    tab.form.images.set_path(str(tmp_path / "missing"))
    qtbot.waitUntil(lambda: "missing: no such folder" in tab.form.verdict.summary.text(), timeout=WAIT)
    assert not tab.begin.isEnabled() and "cannot be used" in tab.begin.toolTip()


def test_an_output_that_cannot_be_written_is_named(tab, photos):
    tab.form.out.set_path(str(photos / "0.png" / "run"))
    tab.check.cancel()
    tab.begin.click()
    assert "0.png" in tab.window_.notices.text and "another output folder" in tab.window_.notices.text
    assert tab.begin.isEnabled() and tab.header.isHidden()


def test_a_run_that_died_before_its_first_step_can_be_resumed(tab, tmp_path):
    out = tmp_path / "run"
    out.mkdir()
    started = RunStarted(0, "live", 5, 2, str(out), 0, 0.0)
    (out / "metrics.jsonl").write_text(json.dumps(training_log.to_json(started)) + "\n")
    (out / "recipe.json").write_text("{}")
    tab.attach(out)
    assert tab.header.pause.text() == "Resume" and tab.header.pause.isEnabled()
    assert "Resume" in tab.monitor.run.message


def test_a_complete_run_is_not_resumed_but_trained_longer(tab, qtbot, finished, tmp_path, monkeypatch):
    out = tmp_path / "copy"
    shutil.copytree(finished, out)
    tab.attach(out)
    assert tab.monitor.run.phase is Phase.FINISHED
    assert tab.header.pause.text() == "Train longer…" and tab.header.stop.isHidden()
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (6, False))
    tab.header.pause.click()
    assert tab.monitor.run.phase is Phase.FINISHED
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (6, True))
    tab.header.pause.click()
    qtbot.waitUntil(lambda: tab.monitor.run.step == 6, timeout=WAIT)
    wait_for(qtbot, tab, Phase.FINISHED)
    assert tab.monitor.run.steps == 6


def test_the_runs_are_shown_and_one_is_chosen(tab, qtbot, finished):
    shutil.copytree(finished, user_data.folder() / "runs" / "done")
    tab.look.click()
    dialog = next(each for each in tab.window_.findChildren(RunsDialog) if each.isVisible())
    qtbot.waitUntil(dialog.follow.isEnabled, timeout=WAIT)
    dialog.follow.click()
    assert not dialog.isVisible() and tab.monitor.run.out.name == "done"
