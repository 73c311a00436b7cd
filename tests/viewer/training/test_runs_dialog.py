"""The dialog of all runs: what each did, and the curves of several laid over each other."""

import os
import shutil

import pytest
from PySide6.QtCore import Qt

from viewer.base import formatting
from viewer.training.run import Phase, Run, mean_gain
from viewer.training.run_list import read
from viewer.training.runs_dialog import RunsDialog


@pytest.fixture
def runs(finished, data_folder):
    """Four copies of a run, the last one the newest; one of them has no log, one a damaged log."""
    folder = data_folder / "runs"
    for number in range(4):
        out = shutil.copytree(finished, folder / f"run-{number}")
        os.utime(out / "metrics.jsonl", (1e9 + number, 1e9 + number))
    (folder / "run-0" / "metrics.jsonl").unlink()
    log = folder / "run-1" / "metrics.jsonl"
    log.write_bytes(b"\x00{[\n" + log.read_bytes()[:400])
    os.utime(log, (1e9 + 1, 1e9 + 1))
    return folder


@pytest.fixture
def dialog(runs, qtbot):
    made = RunsDialog(None, lambda: None)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.table.model() is not None)
    return made


def test_the_newest_is_first_and_each_says_what_it_did(dialog):
    model = dialog.model
    texts = [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]
    assert [text[0] for text in texts] == ["run-3", "run-2", "run-1"]
    assert texts[0][1:4] == ["live", "Finished", "4 of 4"]
    assert float(texts[0][4]) == pytest.approx(mean_gain(read(dialog.model.runs[0].out))[-1][1], abs=0.01)
    assert texts[2][2] == "Ended early"
    folder = model.runs[0].out
    used = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert texts[0][5] == formatting.amount(used)
    assert "free on this disk" in dialog.note.text()


def test_the_boxes_choose_whose_curves_are_shown(dialog):
    model = dialog.model
    assert len(model.chosen) == 3
    assert len(dialog.loss.area.plotItem.listDataItems()) == 2  # the damaged log has no loss
    for row in (0, 2):
        assert model.setData(model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.loss.area.plotItem.listDataItems()) == 1
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.loss.area.plotItem.listDataItems()) == 2


def test_the_chosen_run_is_opened(dialog, runs, qtbot):
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.opened) as opened:
        dialog.follow.click()
    assert opened.args == [runs / "run-2"] and not dialog.isVisible()


def test_without_runs_it_says_so(qtbot, data_folder):
    dialog = RunsDialog(None, lambda: None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.model() is not None)
    assert dialog.note.text() == "There is no run yet." and not dialog.follow.isEnabled()


def test_the_mean_gain_has_the_steps_of_all_scales(tmp_path):
    psnr = {"2": ((10, 30.0), (20, 31.0)), "4": ((20, 25.0),), "8": ((20, 20.0),)}
    run = Run(tmp_path, Phase.FINISHED, psnr=psnr, bicubic={"2": 29.0, "4": 24.5})
    assert mean_gain(run) == ((20, (2.0 + 0.5) / 2),)
    assert mean_gain(Run(tmp_path)) == ()
