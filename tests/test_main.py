"""The command line: exit codes, one line for a failure, JSON for scripts."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.error import URLError

import numpy as np
import pytest
from PIL import Image

import main
from engine.base.messages import from_json

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    pixels = np.random.default_rng(2).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def test_render_writes_the_image_that_its_json_describes(photo, tmp_path, capsys):
    out = tmp_path / "out.png"
    assert main.main(["render", str(photo), str(out), "--scale", "2.5", "--model", "bicubic", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert {"out", "size", "scale", "model", "device", "ms"} <= set(result)
    assert result["size"] == [150, 100]
    with Image.open(out) as written:
        assert written.size == (150, 100)


def test_a_region_equals_that_part_of_the_whole_picture(photo, tmp_path):
    whole, part = tmp_path / "whole.png", tmp_path / "part.png"
    assert main.main(["render", str(photo), str(whole), "--scale", "4", "--precision", "fp32"]) == 0
    region = ["--region", "10.25,5.5,20,12.5", "--scale", "4", "--precision", "fp32"]
    assert main.main(["render", str(photo), str(part), *region]) == 0
    with Image.open(whole) as a, Image.open(part) as b:
        expected = np.asarray(a)[22:72, 41:121].astype(int)
        assert np.abs(np.asarray(b) - expected).max() <= 1


def test_render_takes_a_page(tmp_path, capsys):
    pages = [Image.new("RGB", (4, 4), colour) for colour in ((250, 0, 0), (0, 250, 0))]
    source, out = tmp_path / "a.tif", tmp_path / "out.png"
    pages[0].save(source, save_all=True, append_images=pages[1:])
    command = ["render", str(source), str(out), "--scale", "1", "--model", "bicubic", "--json"]
    for page, colour in ((1, (250, 0, 0)), (2, (0, 250, 0))):
        assert main.main([*command, "--page", str(page)]) == 0
        result = json.loads(capsys.readouterr().out)
        assert (result["page"], result["pages"]) == (page, 2)
        with Image.open(out) as written:
            assert written.convert("RGB").getpixel((1, 1)) == colour
    assert main.main([*command, "--page", "3"]) == 1
    assert "has no page 3; choose a page from 1 to 2" in json.loads(capsys.readouterr().err)["error"]
    with pytest.raises(SystemExit):
        main.main([*command, "--page", "0"])


def test_a_render_at_scale_1e12_has_one_colour(photo, tmp_path):
    out = tmp_path / "deep.png"
    region = "30.123456789012345,20.5,0.00000000002,0.00000000001"
    assert main.main(["render", str(photo), str(out), "--region", region, "--scale", "1e12"]) == 0
    with Image.open(out) as written:
        assert written.size == (20, 10)
        assert np.ptp(np.asarray(written), axis=(0, 1)).max() <= 1


def test_the_demo_needs_no_file(tmp_path):
    out = tmp_path / "demo.jpg"
    assert main.main(["render", "demo", str(out), "--size", "160x120"]) == 0
    with Image.open(out) as written:
        assert written.size == (160, 120)


def refuse(*_arguments, **_options):
    """In place of urlopen: there is no network."""
    raise URLError("no network")


@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "missing.png", "out.png", "--scale", "2"],
        ["render", "{photo}", "{tmp}/out.gif", "--scale", "2"],
        ["render", "{photo}", "{tmp}/out.png", "--scale", "2", "--model", "nobody"],
        ["render", "{photo}", "{tmp}/out.png", "--scale", "2", "--region", "50,0,20,10"],
        ["render", "{photo}", "{tmp}/no/folder/out.png", "--scale", "2"],
        ["evaluate", "{tmp}/nowhere", "--model", "bicubic", "--scales", "2"],
        ["evaluate", "{tmp}", "--model", "bicubic", "--scales", "40"],
        ["evaluate", "{tmp}", "--model", "bicubic", "--scales", "50"],
        ["models", "info", "nobody"],
        ["models", "import", "{photo}"],
        ["models", "get", "nobody"],
        ["models", "get", "edsr-baseline-liif"],
        ["evaluate", "{tmp}", "--model", "bicubic", "--scales", "2", "--json", "{tmp}/no/folder/s.json"],
        [
            "evaluate",
            "--compare",
            "nobody",
            "--image",
            "{photo}",
            "--region",
            "0,0,4,4",
            "--out",
            "{tmp}/o.png",
        ],
        ["evaluate", "--compare", "live", "--image", "no.png", "--region", "0,0,4,4", "--out", "{tmp}/o.png"],
        ["evaluate", "{tmp}", "--artifacts", "bicubic", "--crops", "{tmp}/no.tsv"],
        ["train", "nobody"],
        ["train", "live"],
        ["train", "live", "data.root={tmp}/nowhere", "run.out={tmp}/run"],
        ["train", "live", "data.rot=x"],
        ["train", "--resume", "{tmp}/nowhere"],
        ["train"],
    ],
)
def test_a_failure_is_one_line_and_exit_code_1(arguments, photo, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("engine.checkpoints.download.urlopen", refuse)
    given = [text.format(photo=photo, tmp=tmp_path) for text in arguments]
    assert main.main(given) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert len(output.err.strip().splitlines()) == 1
    assert ": " in output.err
    assert "; " in output.err


@pytest.mark.parametrize(
    "arguments",
    [["train", "nobody", "--json"], ["models", "info", "nobody", "--json"], ["models", "--json", "get", "x"]],
)
def test_with_json_a_failure_is_an_object_of_one_line(arguments, capsys):
    assert main.main(arguments) == 1
    output = capsys.readouterr()
    (line,) = output.err.splitlines()
    failure = json.loads(line)
    assert output.out == "" and str(from_json(failure["message"])) == failure["error"]
    assert ": " in failure["error"] and "; " in failure["error"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "demo"],
        ["render", "demo", "out.png"],
        ["render", "demo", "out.png", "--scale", "0"],
        ["render", "demo", "out.png", "--scale", "two"],
        ["render", "demo", "out.png", "--size", "12"],
        ["render", "demo", "out.png", "--scale", "2", "--region", "1,2,3"],
        ["evaluate", "x", "--model", "live", "--scales", "2,half"],
        ["evaluate", "x", "--model", "live", "--scales", "1"],
        ["evaluate", "x", "--scales", "2"],
        ["evaluate", "x", "--model", "live"],
        ["evaluate", "--model", "live", "--scales", "2"],
        ["evaluate", "x", "--model", "live", "--scales", "4-2"],
        ["evaluate", "x", "--model", "live", "--scales", "2-"],
        ["evaluate", "x", "--model", "live", "--scales", "2", "--out", "o.png"],
        ["evaluate", "x", "--compare", "live", "--image", "demo", "--region", "0,0,4,4", "--out", "o.png"],
        ["evaluate", "--compare", "--image", "demo"],
        ["evaluate", "--compare", "live", "--image", "demo", "--out", "o.png"],
        ["evaluate", "x", "--artifacts", "live"],
        ["evaluate", "--artifacts", "live", "--crops", "c.tsv"],
        ["evaluate", "x", "--artifacts", "live", "--crops", "c.tsv", "--scales", "2"],
        ["evaluate", "x", "--artifacts", "live", "--crops", "c.tsv", "--precision", "bf16"],
        ["evaluate", "x", "--artifacts", "live", "--crops", "c.tsv", "--compare", "live"],
        ["evaluate", "--kinds", "live"],
        ["evaluate", "x", "--kinds", "live", "--scales", "2"],
        ["bench", "nothing"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_models_are_listed_described_and_imported(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("UNPIXEL_DATA", str(tmp_path))
    assert main.main(["models", "list", "--json"]) == 0
    names = {m["name"] for m in json.loads(capsys.readouterr().out)}
    assert names == {"bicubic", "live", "live-edsr", "live-photo"}
    shipped = ROOT / "assets" / "models" / "live.safetensors"
    assert main.main(["models", "import", str(shipped), "--name", "mine", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "mine"
    assert main.main(["models", "--json", "info", "mine"]) == 0
    assert json.loads(capsys.readouterr().out)["architecture"] == "live"


def test_evaluate_reduces_images_and_writes_json_and_markdown(photo, tmp_path, capsys):
    folder = tmp_path / "images"
    folder.mkdir()
    photo.rename(folder / photo.name)
    target, page = tmp_path / "scores.json", tmp_path / "scores.md"
    arguments = [
        "evaluate",
        str(folder),
        "--model",
        "bicubic",
        "--scales",
        "2-3,5",
        "--protocol",
        "mmediting",
    ]
    assert main.main([*arguments, "--json", str(target), "--markdown", str(page)]) == 0
    assert "×5" in capsys.readouterr().out
    assert "| ×2 | ×3 | ×5 |" in page.read_text(encoding="utf-8")
    result = json.loads(target.read_text())
    assert (result["model"], result["data"], result["protocol"]) == ("bicubic", str(folder), "mmediting")
    assert [row["scale"] for row in result["rows"]] == [2, 3, 5]
    assert all(row["images"] == 1 and 5 < row["psnr"] < 30 and 0 < row["ssim"] < 1 for row in result["rows"])
    assert main.main([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == result


def test_evaluate_draws_a_comparison_of_models(photo, tmp_path, capsys):
    out = tmp_path / "figure.png"
    arguments = ["evaluate", "--compare", "nearest", "bicubic", "--image", str(photo), "--region", "9,9,4,3"]
    assert main.main([*arguments, "--out", str(out), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["panels"] == ["input", "nearest", "bicubic"]
    with Image.open(out) as written:
        assert list(written.size) == result["size"]


def test_evaluate_measures_artifacts_of_crops(photo, tmp_path, capsys):
    table, target = tmp_path / "crops.tsv", tmp_path / "artifacts.json"
    table.write_text(f"picture\tx\ty\twidth\theight\tshows\n{photo.name}\t9\t9\t6\t5\tsomething\n")
    arguments = ["evaluate", str(tmp_path), "--artifacts", "bicubic", "live", "--crops", str(table)]
    assert main.main([*arguments, "--json", str(target)]) == 0
    assert "something" in capsys.readouterr().out
    result = json.loads(target.read_text())
    assert (
        [row["model"] for row in result["rows"]]
        == [row["model"] for row in result["means"]]
        == ["bicubic", "live"]
    )
    assert result["rows"][0]["jump_x"] < 0.1 < result["rows"][1]["jump_x"]
    assert main.main([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == result


def test_doctor_describes_the_machine():
    found = json.loads(run("doctor", "--json").stdout)
    assert found["packages"]["torch"].startswith("2.13")
    assert ".png" in found["opens"]
    assert "live" in found["models"]


def test_an_interrupted_command_prints_no_traceback(monkeypatch, capsys):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_doctor", interrupt)
    assert main.main(["doctor"]) == 1
    assert capsys.readouterr().err == "stopped\n"


def test_the_command_line_starts_without_torch_or_qt():
    code = "import sys, main; main.parser(); print([m for m in ('torch', 'PySide6', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_overrides_may_follow_an_option(tmp_path, capsys):
    for command in (
        ["train", "live", "--check", f"data.root={tmp_path / 'none'}"],
        ["train", "--check", "live", f"data.root={tmp_path / 'none'}"],
    ):
        assert main.main(command) == 1
        assert "no such folder" in capsys.readouterr().err
    for command in (["train", "live", "--wrong", "a.b=1"], ["doctor", "extra"]):
        with pytest.raises(SystemExit) as caught:
            main.main(command)
        assert caught.value.code == 2 and "unrecognized arguments" in capsys.readouterr().err
