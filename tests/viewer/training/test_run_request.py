"""The command line of a requested run is what the trainer understands."""

from pathlib import Path

import pytest

from main import parser
from trainer import recipe_loading
from viewer.training.run_request import RunRequest, free_folder, resume_arguments, split


@pytest.mark.parametrize("images", ["/photos", '/a "b" c', "/d\\e", "/1=2", "/ünï"])
def test_the_command_line_has_the_values_of_the_form(images):
    request = RunRequest(images, "live", "", "auto", ("train.steps=7", "model.args.width=8"), f"{images}/run")
    options = parser().parse_args(request.start_arguments)
    parsed = recipe_loading.load_recipe(options.recipe, options.overrides)
    assert parsed.data.root == images and parsed.run.out == f"{images}/run"
    assert parsed.train.steps == 7 and parsed.model.args["width"] == 8


def test_a_start_and_a_device_are_given_only_if_they_were_chosen():
    plain = RunRequest("/p", "live", "", "auto", (), "/o").overrides
    assert not any("train." in word for word in plain)
    chosen = RunRequest("/p", "live", "/m odel.pth", "cuda", (), "/o", 10).overrides
    assert 'train.start="/m odel.pth"' in chosen and "train.device=cuda" in chosen
    assert "train.minutes=10" in chosen


def test_resuming_names_the_run_and_its_changes():
    options = parser().parse_args(resume_arguments(Path("/o"), ("train.steps=9", "run.log=1")))
    assert options.resume == Path("/o")
    assert [options.recipe, *options.overrides] == ["train.steps=9", "run.log=1"]


def test_changes_are_split_as_by_a_shell():
    assert split('run.out="a b" train.steps=2') == ["run.out=a b", "train.steps=2"]
    assert split('an open " quote') == ["an", "open", '"', "quote"]


def test_a_free_folder_is_not_there_yet(tmp_path):
    assert free_folder(tmp_path, "live").name == "live-1"
    (tmp_path / "live-1").mkdir()
    assert free_folder(tmp_path, "live").name == "live-2"
    assert free_folder(tmp_path, "live", {tmp_path / "live-2"}).name == "live-3"
