"""A run of a given time: its steps are chosen once, at the start."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import RecipeError
from engine.training_log import Finished, RunStarted, Validation
from tests.trainer.conftest import small
from trainer import recipe_loading, recipe_rules
from trainer.loop import duration
from trainer.loop.train import train
from trainer.recipe import Recipe


@given(
    st.sampled_from(["live", "fine-tune", "liif-edsr", "siren"]),
    st.floats(0.1, 10_000),
    st.floats(1e-3, 100),
)
def test_the_steps_take_the_time_and_the_rest_is_in_proportion(name, minutes, step_s):
    recipe = recipe_loading.load_recipe(name, ["data.root=x", "run.out=y", f"train.minutes={minutes!r}"])
    timed = duration.with_steps(recipe, step_s)
    assert timed.train.minutes == 0
    assert timed.train.steps == 1 or abs(timed.train.steps * step_s - 60 * minutes) <= step_s
    assert timed.train.warmup <= timed.train.steps / 10
    assert timed.run.validate <= max(1, -(-timed.train.steps // 4))
    assert timed.run.save <= max(1, -(-timed.train.steps // 4))
    recipe_rules.validate(timed, "timed")


def test_without_a_time_nothing_changes():
    recipe = recipe_loading.load_recipe("live", ["data.root=x", "run.out=y"])
    assert duration.with_steps(recipe, 0.1) is recipe


def test_the_run_says_its_steps_and_can_be_resumed_by_them_only(photos, tmp_path):
    recipe: Recipe = small("live", photos, tmp_path / "run", "data.patch=8", "train.batch=1")
    recipe = replace(recipe, train=replace(recipe.train, minutes=0.01))
    lines = []
    assert train(recipe, lines.append) is not None
    started = next(line for line in lines if isinstance(line, RunStarted))
    stored = json.loads((tmp_path / "run" / "recipe.json").read_text())
    assert stored["train"]["steps"] == started.steps and stored["train"]["minutes"] == 0
    assert isinstance(lines[-1], Finished) and lines[-1].step == started.steps
    assert any(isinstance(line, Validation) for line in lines)
    with pytest.raises(RecipeError, match=r"set train\.steps"):
        train(recipe, lines.append, resume=True)
