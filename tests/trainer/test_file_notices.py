"""What is noticed about files is printed and listed by every command that reads pictures."""

import json
import os

import numpy as np
import pytest
from PIL import Image

import main
from tests.trainer.folders import saved

SMALL = ["model.args.width=8", "model.args.blocks=1", "model.args.hidden=16", "model.args.order=4"]
COURSE = ["data.patch=16", "train.batch=2", "train.steps=2", "run.save=2", "train.device=cpu"]
NOTICE = "first frame"


def animated(path, side=80):
    frames = [Image.fromarray(np.full((side, side, 3), 40 * n, np.uint8)) for n in range(3)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    return path


@pytest.fixture
def animation(tmp_path):
    return animated(tmp_path / "anim.gif")


def printed(capsys, arguments):
    """Returns stderr of a command with text, and its JSON with --json."""
    assert main.main(arguments) == 0
    err = capsys.readouterr().err
    assert main.main([*arguments, "--json"]) == 0
    return err, json.loads(capsys.readouterr().out)


def test_render_prints_notices_and_lists_them(animation, tmp_path, capsys):
    out = tmp_path / "out.png"
    err, result = printed(capsys, ["render", str(animation), str(out), "--scale", "1", "--model", "bicubic"])
    assert [line for line in err.splitlines() if NOTICE in line] == [f"unpixel: {result['notices'][0]}"]
    assert result["notices"][0].startswith(f"{animation}: ") and NOTICE in result["notices"][0]
    _, result = printed(capsys, ["render", "demo", str(out), "--scale", "1", "--model", "bicubic"])
    assert result["notices"] == []


def test_evaluate_sums_notices_up_also_of_cached_scores(tmp_path, capsys):
    folder = tmp_path / "set"
    folder.mkdir()
    for name in "abc":
        animated(folder / f"{name}.gif", 48)
    (folder / "gone.png").symlink_to("nowhere")
    arguments = ["evaluate", str(folder), "--model", "bicubic", "--scales", "2,3"]
    err, result = printed(capsys, arguments)
    lost, alike = result["notices"]
    assert alike.startswith(f"{folder / 'a.gif'} and 2 other files: ") and NOTICE in alike
    assert "links that lead nowhere: 1" in lost
    assert f"unpixel: {lost}\nunpixel: {alike}\n" in err
    cache = tmp_path / "scores.json"
    for _ in range(2):
        assert main.main([*arguments, "--json", str(cache)]) == 0
        assert alike in capsys.readouterr().err
        assert json.loads(cache.read_text())["notices"] == [lost, alike]


def test_the_figure_and_the_artifacts_list_notices(animation, tmp_path, capsys):
    figure = ["evaluate", "--compare", "nearest", "--image", str(animation), "--region", "0,0,8,8"]
    err, result = printed(capsys, [*figure, "--scale", "2", "--out", str(tmp_path / "figure.png")])
    assert NOTICE in err and NOTICE in result["notices"][0]
    crops = tmp_path / "crops.tsv"
    crops.write_text("picture\tx\ty\twidth\theight\tshows\nanim.gif\t8\t8\t8\t8\tflat\n")
    table = ["evaluate", str(tmp_path), "--artifacts", "bicubic", "--crops", str(crops)]
    err, result = printed(capsys, table)
    assert NOTICE in err and NOTICE in result["notices"][0]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_the_check_and_the_training_list_notices_and_what_was_left_out(tmp_path, capsys):
    root, far = tmp_path / "photos", tmp_path / "far"
    saved(root / "a.png", 80, 70)
    saved(far / "b.png", 80, 70)
    animated(far / "c.gif")
    (root / "linked").symlink_to(far)
    (root / "gone.png").symlink_to("nowhere")
    (root / "notes.txt").touch()
    arguments = ["train", "live", *SMALL, *COURSE, f"data.root={root}"]
    assert main.main([*arguments, "--check"]) == 0
    text = capsys.readouterr().out
    assert "3 training pictures" in text and NOTICE in text and "gone.png" in text and ".txt" in text
    assert main.main([*arguments, "--check", "--json"]) == 0
    notices = json.loads(capsys.readouterr().out)["notices"]
    assert len(notices) == 3 and NOTICE in notices[2]
    assert main.main([*arguments, f"run.out={tmp_path / 'run'}"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    logged = [line["notice"] for line in lines if line["kind"] == "notice"]
    assert all(notice in logged for notice in notices)
