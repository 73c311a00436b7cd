"""Recipes: loading, overrides, bases, resuming, and the errors for everything that is not valid."""

import json

import pytest

from engine.base.errors import RecipeError
from engine.models import registry
from trainer import recipe, recipe_loading

REQUIRED = ["data.root=photos", "run.out=runs/x"]


def test_the_shipped_recipes_build_their_networks():
    names = [path.stem for path in recipe_loading.FOLDER.glob("*.toml")]
    assert "live" in names
    for name in names:
        loaded = recipe_loading.load_recipe(name, REQUIRED)
        assert registry.build(loaded.model.name, loaded.model.args).parameters()


def test_overrides_replace_values_and_paths_need_no_quotes():
    loaded = recipe_loading.load_recipe(
        "live", ["data.root=../a b/c", "run.out=x", "train.steps=7", "train.rate=1", "model.args.width=8"]
    )
    assert (loaded.data.root, loaded.train.steps, loaded.train.rate) == ("../a b/c", 7, 1.0)
    assert loaded.model.args["width"] == 8


@pytest.mark.parametrize(
    "override",
    [
        "train.step=5",
        "training.steps=5",
        "train.steps=five",
        "train.steps=1.5",
        "train.steps=0",
        "train.steps",
        "data.max_scale=0.5",
        "data.min_scale=9",
        "data.scales=linear",
        "data.pixels=9999",
        "train.device=tpu",
        "train.micro=-1",
        "model.args.width.deep=1",
        "train.precision=fp8",
        "train.ema=1.0",
        "train.teacher_crops=-1",
        "train.lessons=5",
        "train.encoded_samples=8",
        "run.log=0",
        "model.args=3",
    ],
)
def test_an_invalid_override_is_refused(override):
    with pytest.raises(RecipeError, match=r".+: .+; .+"):
        recipe_loading.load_recipe("live", [*REQUIRED, override])


def test_a_recipe_file_of_the_user(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[data]\nroot = "p"\n[run]\nout = "o"\n[train]\nsteps = 3\n')
    assert recipe_loading.load_recipe(str(path), []).train.steps == 3
    path.write_text("[data\n")
    with pytest.raises(RecipeError, match="not valid TOML"):
        recipe_loading.load_recipe(str(path), [])


def test_a_recipe_inherits_from_its_base(tmp_path):
    base, other = (
        recipe_loading.load_recipe("liif-edsr", REQUIRED),
        recipe_loading.load_recipe("liif-edsr-d", REQUIRED),
    )
    assert (other.data, other.train, other.run) == (base.data, base.train, base.run)
    assert other.model.args["encoder_spec"] == base.model.args["encoder_spec"]
    assert other.model.args["imnet_spec"]["args"] == {"out_dim": 3, "hidden_list": [256, 256]}
    assert (base.name, other.name) == ("liif-edsr", "liif-edsr-d")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('base = "nobody"', r"mine\.toml: no such recipe: nobody \(.+; .+"),
        ("base = 3", r"mine\.toml: base = 3; .+"),
        ('base = "liif-edsr-d"', r"liif-edsr-d\.toml: base = 'liif-edsr'; .+"),
    ],
)
def test_a_base_must_be_a_recipe_without_a_base(tmp_path, text, error):
    (tmp_path / "mine.toml").write_text(text)
    with pytest.raises(RecipeError, match=error):
        recipe_loading.load_recipe(str(tmp_path / "mine.toml"), REQUIRED)


def test_tables_round_trip_through_json():
    loaded = recipe_loading.load_recipe("live", REQUIRED)
    assert recipe.from_table(json.loads(json.dumps(recipe.to_table(loaded))), "again") == loaded


def test_resuming_can_change_the_steps_but_not_the_network(tmp_path):
    table = recipe.to_table(recipe_loading.load_recipe("live", REQUIRED))
    again = recipe_loading.resumed(json.loads(json.dumps(table)), tmp_path, "live", ["train.steps=99999"])
    assert again.train.steps == 99999
    assert again.run.out == str(tmp_path)
    with pytest.raises(RecipeError, match="another model"):
        recipe_loading.resumed(json.loads(json.dumps(table)), tmp_path, None, ["model.args.width=8"])
