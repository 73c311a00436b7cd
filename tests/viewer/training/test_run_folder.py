"""A run's folder is read while another process writes to it. It may come from anywhere."""

import json
import os
import tracemalloc

import psutil
import pytest

from engine import training_log
from engine.training_log import Paused, RunStarted, Stopped
from viewer.training import run_folder


@pytest.fixture
def out(tmp_path):
    (tmp_path / "checkpoints").mkdir()
    return tmp_path


def append(out, text):
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as log:
        log.write(text)


def paused(step):
    return f'{{"kind": "paused", "step": {step}}}\n'


def test_the_log_is_read_while_it_grows_by_complete_lines(out):
    log = run_folder.Log(out)
    assert log.read() == (False, [])
    append(out, paused(1) + '{"kind": "stop')
    assert log.read() == (False, [Paused(1)])
    assert log.read() == (False, [])
    append(out, 'ped", "step": 2}\n')
    assert log.read() == (False, [Stopped(2)])


def test_lines_that_are_no_log_lines_are_skipped(out):
    append(out, 'Traceback\n[1]\n{"step": 3}\n' + paused(3) + "\n")
    assert run_folder.Log(out).read() == (False, [Paused(3)])


@pytest.mark.parametrize("count", [1, 9])
def test_a_log_that_was_replaced_is_read_again_from_its_start(out, count):
    log = run_folder.Log(out)
    append(out, paused(1) + paused(2))
    log.read()
    (out / "new").write_text(paused(1) * count)
    (out / "new").replace(out / "metrics.jsonl")
    assert log.read() == (True, [Paused(1)] * count)


def test_stops_are_in_the_order_of_steps_and_end_with_the_best(out):
    assert run_folder.stops(out) == () and run_folder.best(out) is None
    for name in (
        "step-00001000.safetensors",
        "step-00000500.safetensors",
        "step-00000500.pt",
        "step-x.safetensors",
    ):
        (out / "checkpoints" / name).touch()
    assert run_folder.best(out).name == "step-00001000.safetensors"
    for name in ("model.safetensors", "best.safetensors"):
        (out / name).touch()
        assert run_folder.best(out).name == name
    assert [name for name, _ in run_folder.stops(out)] == ["step 500", "step 1,000", "best"]


def test_the_last_error_is_the_last_line_that_is_not_blank(out):
    assert run_folder.last_error(out) == ""
    (out / "errors.txt").write_bytes(b"x" * 9000 + b"\na warning\nphotos: no such folder; give one\n \n")
    assert run_folder.last_error(out) == "photos: no such folder; give one"


def test_the_active_run_is_the_latest_with_a_live_process(data_folder, process, stranger):
    def write(name, pid, started):
        folder = data_folder / "runs" / name
        folder.mkdir(parents=True)
        line = RunStarted(0, "live", 9, 2, str(folder), pid, started)
        append(folder, json.dumps(training_log.to_json(line)) + "\n" + paused(3))
        return folder

    assert run_folder.active_run() is None
    started = psutil.Process(process.pid).create_time()
    active = write("active", process.pid, started)
    write("ended", process.pid, started - 60)
    write("stranger", stranger.pid, psutil.Process(stranger.pid).create_time())
    assert run_folder.active_run() == active


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_and_folders_in_place_of_its_files_are_no_run(out, data_folder):
    os.mkfifo(out / "metrics.jsonl")
    os.mkfifo(out / "errors.txt")
    os.mkfifo(out / "recipe.json")
    (out / "best.safetensors").mkdir()
    (out / "model.safetensors").symlink_to("model.safetensors")
    (out / "stop").symlink_to("stop")
    assert run_folder.Log(out).read() == (False, [])
    assert run_folder.last_error(out) == "" and not run_folder.is_run(out)
    assert run_folder.best(out) is None and not run_folder.requested(out, "stop")
    odd = data_folder / "runs" / "odd"
    odd.mkdir(parents=True)
    os.mkfifo(odd / "metrics.jsonl")
    assert run_folder.active_run() is None
    (odd / "metrics.jsonl").unlink()  # the fixture reads the logs of the folder


def test_a_path_that_no_folder_has_is_no_run():
    for name in ("x" * 300, "a\0b", "\ud800", "/dev/null/x"):
        assert not run_folder.is_run(run_folder.Path(name))


def read_all(log):
    lines = []
    for _ in range(1000):
        _, more = log.read()
        lines += more
        if not log.behind:
            return lines
    raise AssertionError("the log has no end")


def test_a_log_of_gigabytes_is_read_from_its_ends_in_bounded_memory(out):
    append(out, paused(1))
    with (out / "metrics.jsonl").open("ab") as log:
        log.truncate(8 << 30)
    append(out, "\n" + paused(2) + paused(3))
    tracemalloc.start()
    try:
        assert read_all(run_folder.Log(out)) == [Paused(1), Paused(2), Paused(3)]
        assert tracemalloc.get_traced_memory()[1] < 8 * run_folder.CHUNK
    finally:
        tracemalloc.stop()


def test_a_log_of_several_chunks_is_read_completely_and_long_lines_are_skipped(out):
    count = 3 * run_folder.CHUNK // len(paused(1000))
    append(out, "".join(paused(step) for step in range(count)))
    append(out, "x" * (2 * run_folder.CHUNK) + "\n" + paused(7) + "[" * 1000 + "\n" + paused(8) + '{"kind"')
    log = run_folder.Log(out)
    assert [line.step for line in read_all(log)] == [*range(count), 7, 8]
    append(out, ': "paused", "step": 9}\n')
    assert read_all(log) == [Paused(9)]


@pytest.mark.parametrize(
    "line",
    [
        '{"kind": "paused", "step": 1e99999999}',
        '{"kind": "paused", "step": ' + "9" * 5000 + "}",
        '{"kind": "validation", "step": 1, "psnr": {' + ", ".join(f'"{n}": 1' for n in range(1000)) + "}}",
        '{"kind": "notice", "step": 1, "message": '
        + '{"text": "{a}", "values": {"a": ' * 500
        + "1"
        + "}" * 1001,
    ],
    ids=["number", "digits", "scales", "deep message"],
)
def test_hostile_lines_are_skipped(out, line):
    append(out, line + "\n" + paused(3))
    assert run_folder.Log(out).read() == (False, [Paused(3)])
