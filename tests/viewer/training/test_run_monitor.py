"""A run is followed by its files and its process."""

import json

import psutil
from waiting import WAIT

from engine import training_log
from engine.training_log import Progress, RunStarted, Stopped
from viewer.training.run import Phase
from viewer.training.run_monitor import RunMonitor


def write(out, *lines):
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(training_log.to_json(line)) + "\n" for line in lines)


def started(process):
    return RunStarted(0, "live", 9, 2, "out", process.pid, psutil.Process(process.pid).create_time())


def progress(step):
    return Progress(step, steps=9, loss=0.5, rate=1e-3, images_per_s=9.0, data_share=0.1, memory_mb=300)


def test_a_run_that_logged_its_stop_is_active_until_its_process_has_ended(qtbot, tmp_path, process):
    write(tmp_path, started(process), progress(3))
    monitor = RunMonitor()
    monitor.attach(tmp_path)
    assert monitor.run.phase is Phase.RUNNING
    with qtbot.waitSignal(monitor.changed, timeout=WAIT):
        write(tmp_path, progress(4), Stopped(4))
    assert monitor.active and monitor.run.step == 4
    with qtbot.waitSignal(monitor.over, timeout=WAIT) as over:
        process.stdin.close()
    assert over.args[0].phase is Phase.STOPPED


def test_a_run_whose_process_ended_without_a_last_line_has_failed(tmp_path, process):
    write(tmp_path, started(process), progress(3))
    process.kill()
    process.wait()
    monitor = RunMonitor()
    monitor.attach(tmp_path)
    assert monitor.run.phase is Phase.FAILED and "ended without a message" in monitor.run.message


def test_a_process_that_is_no_trainer_is_not_the_run_s(tmp_path, stranger):
    write(tmp_path, started(stranger), progress(3))
    monitor = RunMonitor()
    monitor.attach(tmp_path)
    assert monitor.run.phase is Phase.FAILED


def test_a_log_that_is_replaced_is_folded_anew(qtbot, tmp_path, process):
    write(tmp_path, started(process), progress(3), progress(4))
    monitor = RunMonitor()
    monitor.attach(tmp_path)
    assert [step for step, _ in monitor.run.curves["loss"]] == [3, 4]
    with qtbot.waitSignal(monitor.changed, timeout=WAIT):
        (tmp_path / "new").mkdir()
        write(tmp_path / "new", started(process), progress(3))
        (tmp_path / "new" / "metrics.jsonl").replace(tmp_path / "metrics.jsonl")
    assert [step for step, _ in monitor.run.curves["loss"]] == [3]
    assert monitor.run.batch == 2
    monitor.end()
