"""A run that is followed, by its files and its process."""

import json

from waiting import WAIT

from viewer.training.follower import Follower
from viewer.training.run import Phase


def write(out, *lines):
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(line) + "\n" for line in lines)


def test_a_run_that_said_it_stopped_is_going_until_its_process_is_gone(qtbot, tmp_path, process):
    write(tmp_path, {"begin": True, "pid": process.pid, "step": 0}, {"step": 3, "steps": 9, "loss": 0.5})
    follower = Follower()
    follower.attach(tmp_path)
    assert follower.run.phase is Phase.RUNNING
    with qtbot.waitSignal(follower.changed, timeout=WAIT):
        write(tmp_path, {"step": 4, "steps": 9, "loss": 0.4}, {"stopped": True, "step": 4})
    assert follower.going and follower.run.step == 4
    with qtbot.waitSignal(follower.over, timeout=WAIT) as over:
        process.stdin.close()
    assert over.args[0].phase is Phase.STOPPED


def test_a_run_whose_process_has_gone_without_a_word_has_failed(tmp_path, process):
    write(tmp_path, {"begin": True, "pid": process.pid, "step": 0}, {"step": 3, "steps": 9, "loss": 0.5})
    process.kill()
    process.wait()
    follower = Follower()
    follower.attach(tmp_path)
    assert follower.run.phase is Phase.FAILED and "not running any more" in follower.run.message


def test_another_process_with_its_number_is_not_the_trainer(tmp_path, stranger):
    write(tmp_path, {"begin": True, "pid": stranger.pid, "step": 0}, {"step": 3, "steps": 9, "loss": 0.5})
    follower = Follower()
    follower.attach(tmp_path)
    assert follower.run.phase is Phase.FAILED
