"""A run's folder, read while another process writes to it."""

import json

import pytest

from viewer.training import run_folder


@pytest.fixture
def out(tmp_path):
    (tmp_path / "checkpoints").mkdir()
    return tmp_path


def append(out, text):
    with (out / "metrics.jsonl").open("a", encoding="utf-8") as log:
        log.write(text)


def test_the_log_is_read_as_it_grows_by_whole_lines(out):
    log = run_folder.Log(out)
    assert log.read() == (False, [])
    append(out, '{"step": 1}\n{"st')
    assert log.read() == (False, [{"step": 1}])
    assert log.read() == (False, [])
    append(out, 'ep": 2}\n')
    assert log.read() == (False, [{"step": 2}])


def test_what_is_no_object_is_let_be(out):
    append(out, 'Traceback\n[1]\n{"step": 3}\n\n')
    assert run_folder.Log(out).read() == (False, [{"step": 3}])


@pytest.mark.parametrize("kept", ['{"step": 1}\n', '{"step": 1}\n' * 9])
def test_a_log_that_was_replaced_is_read_again_from_its_start(out, kept):
    log = run_folder.Log(out)
    append(out, '{"step": 1}\n{"step": 2}\n')
    log.read()
    (out / "new").write_text(kept)
    (out / "new").replace(out / "metrics.jsonl")
    again, lines = log.read()
    assert again and lines == [{"step": 1}] * kept.count("\n")


def test_stops_are_in_order_of_time_and_end_with_the_best(out):
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


def test_the_last_words_are_the_last_line_that_says_something(out):
    assert run_folder.last_words(out) == ""
    (out / "errors.txt").write_bytes(b"x" * 9000 + b"\na warning\nphotos: no such folder; give one\n \n")
    assert run_folder.last_words(out) == "photos: no such folder; give one"


@pytest.mark.parametrize("text", ["", "[]", '{"train": 3}', '{"train": {"batch": "x"}}'])
def test_a_recipe_that_says_no_batch(out, text):
    (out / "recipe.json").write_text(text)
    assert run_folder.begun(out).batch == 0


def test_a_batch_is_what_the_resolved_recipe_says(out):
    (out / "recipe.json").write_text(json.dumps({"train": {"batch": 12}}))
    assert run_folder.begun(out).batch == 12
