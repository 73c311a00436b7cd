"""`train --check`: the report on a folder and a recipe, as text and as JSON, and its errors."""

import json

import pytest
from PIL import Image

import main
from tests.trainer.folders import saved
from trainer import check, recipe_loading

SMALL = ["model.args.width=8", "model.args.blocks=1", "model.args.hidden=16", "model.args.order=4"]
COURSE = ["data.patch=16", "train.batch=2", "train.steps=1000"]


@pytest.fixture
def photos(tmp_path):
    root = tmp_path / "photos"
    saved(root / "a.png", 80, 70)
    saved(root / "b.png", 100, 90)
    saved(root / "c.png", 64, 66)
    saved(root / "tiny.png", 20, 20)
    saved(root / "valid" / "v.png", 100, 100)
    Image.open(root / "b.png").save(root / "same.tif")
    (root / "bad.png").write_bytes(b"no picture")
    return root


def test_the_report_covers_files_memory_and_time(photos):
    Image.open(photos / "c.png").save(photos / "valid" / "leak.png")
    recipe = recipe_loading.load_recipe("live", [*SMALL, *COURSE, f"data.root={photos}", "run.out=x"])
    found = check.examine(recipe)
    assert (found.kind, found.training, found.validation, found.pairs) == ("tree of images", 4, 2, 0)
    assert found.sizes == ((64, 66), (100, 90), (100, 90))
    assert len(found.unreadable) == len(found.unfit) == 1
    assert "bad.png" in str(found.unreadable[0])
    assert "tiny.png" in str(found.unfit[0])
    assert found.equal == ((str(photos / "b.png"), str(photos / "same.tif")),)
    assert found.leaked == (str(photos / "valid" / "leak.png"),)
    assert found.where == "memory"
    assert found.data_bytes == 3 * (80 * 70 + 2 * 100 * 90 + 64 * 66 + 20 * 20)
    assert found.seconds == pytest.approx(1000 * found.step_s)
    assert 0 < found.data_share < 1
    text = "\n".join(map(str, check.report_lines(found)))
    for word in (
        "4 training pictures",
        "64x66",
        "100x90",
        "bad.png",
        "tiny.png",
        "same.tif",
        "leak.png",
        "memory",
    ):
        assert word in text


def test_the_command_prints_text_or_json_and_writes_no_file(photos, tmp_path, capsys):
    arguments = ["train", "live", *SMALL, *COURSE, f"data.root={photos}", "--check"]
    before = sorted(tmp_path.rglob("*"))
    assert main.main(arguments) == 0
    assert "4 training pictures, 1 held out" in capsys.readouterr().out
    assert main.main([*arguments, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["ok"] is True
    assert any("4 training pictures" in line for line in printed["lines"])
    assert {"training", "sizes", "unreadable", "unfit", "equal", "step_s", "seconds", "where"} <= set(printed)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_is_reported_with_exit_code_1(tmp_path, capsys):
    arguments = ["train", "live", f"data.root={tmp_path}", "--check"]
    assert main.main(arguments) == 1
    assert f"{tmp_path}: no image to train on" in capsys.readouterr().err
    assert main.main([*arguments, "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed["ok"] is False
    assert printed["lines"][0].startswith(f"{tmp_path}: no image to train on")
