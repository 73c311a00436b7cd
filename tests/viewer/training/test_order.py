"""A training that was asked for, as the trainer's own command line understands it."""

from pathlib import Path

import pytest

from main import parser
from trainer import recipe_loading
from viewer.training.order import Order, free_folder, parted, resume_arguments


@pytest.mark.parametrize("images", ["/photos", '/a "b" c', "/d\\e", "/1=2", "/ünï"])
def test_the_command_line_says_what_the_form_says(images):
    order = Order(images, "live", "", "auto", "train.steps=7 model.args.width=8", f"{images}/run")
    options = parser().parse_args(order.start_arguments)
    understood = recipe_loading.load_recipe(options.recipe, options.overrides)
    assert understood.data.root == images and understood.run.out == f"{images}/run"
    assert understood.train.steps == 7 and understood.model.args["width"] == 8


def test_a_start_and_a_device_are_said_only_where_they_were_chosen():
    plain = Order("/p", "live", "", "auto", "", "/o").data
    assert not any("train." in word for word in plain)
    chosen = Order("/p", "live", "/m odel.pth", "cuda", "", "/o").data
    assert 'train.start="/m odel.pth"' in chosen and "train.device=cuda" in chosen


def test_going_on_names_the_run_and_what_is_changed():
    options = parser().parse_args(resume_arguments(Path("/o"), "train.steps=9 run.log=1"))
    assert options.resume == Path("/o")
    assert [options.recipe, *options.overrides] == ["train.steps=9", "run.log=1"]


def test_changes_are_parted_as_a_shell_would():
    assert parted('run.out="a b" train.steps=2') == ["run.out=a b", "train.steps=2"]
    assert parted('an open " quote') == ["an", "open", '"', "quote"]


def test_a_free_folder_is_not_there_yet(tmp_path):
    assert free_folder(tmp_path, "live").name == "live-1"
    (tmp_path / "live-1").mkdir()
    assert free_folder(tmp_path, "live").name == "live-2"
