"""`render` of many pictures: names, types, errors, restarts, and processes that share the work."""

import json
import os
import selectors
import subprocess
import sys
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

import main
from engine import batch_items
from engine import render as render_module
from engine.base import claims, ranks
from engine.base.errors import ExportError

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["--scale", "2", "--model", "bicubic", "--json"]


def picture(path, seed=0):
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 256, (9, 12, 3), np.uint8)
    PIL.Image.fromarray(pixels).save(path)
    return path


@pytest.fixture
def photos(tmp_path):
    for number, name in enumerate(("a.png", "b.jpg", "below/c.png", "below/deeper/d.tif")):
        picture(tmp_path / "in" / name, number)
    (tmp_path / "in" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nno")
    return tmp_path / "in"


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def render(capsys, *words):
    code = main.main(["render", *map(str, words), *WORDS])
    return code, json.loads(capsys.readouterr().out)


def test_a_folder_is_rendered_with_its_subfolders_and_errors_are_listed(photos, tmp_path, capsys):
    code, result = render(capsys, photos, tmp_path / "out")
    assert code == 1
    assert set(files(tmp_path / "out")) == {"a.png", "b.png", "below/c.png", "below/deeper/d.png"}
    assert len(result["files"]) == 4 and "broken.png" in result["errors"][0]["error"]
    assert {tuple(each["size"]) for each in result["files"]} == {(24, 18)}


def test_a_restart_does_only_what_is_missing(photos, tmp_path, capsys):
    render(capsys, photos, tmp_path / "out")
    before = files(tmp_path / "out")
    (tmp_path / "out" / "a.png").unlink()
    marked = tmp_path / "out" / "b.png"
    marked.write_bytes(b"mine")
    _, result = render(capsys, photos, tmp_path / "out")
    assert [Path(each["out"]).name for each in result["files"]] == ["a.png"] and len(result["skipped"]) == 3
    assert marked.read_bytes() == b"mine"
    render(capsys, photos, tmp_path / "out", "--overwrite")
    assert files(tmp_path / "out") == before


def test_names_types_and_format(photos, tmp_path, capsys):
    words = "--types", "png", "--name", "{number:03}-{folder}-{name}-{suffix}", "--format", "webp"
    render(capsys, photos / "a.png", photos / "b.jpg", photos / "below", tmp_path / "out", *words)
    assert set(files(tmp_path / "out")) == {"001-in-a-png.webp", "002-below-c-png.webp"}


def test_a_single_picture_into_a_folder(photos, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    assert render(capsys, photos / "b.jpg", tmp_path / "out")[0] == 0
    assert set(files(tmp_path / "out")) == {"b.png"}


def test_sources_with_the_same_target_are_an_error(tmp_path, capsys):
    picture(tmp_path / "in" / "a.png"), picture(tmp_path / "in" / "a.jpg")
    code, result = render(capsys, tmp_path / "in", tmp_path / "out")
    assert code == 1 and len(result["files"]) == 1
    assert "would have the same file as" in result["errors"][0]["error"]
    assert render(capsys, tmp_path / "in", tmp_path / "all", "--name", "{name}-{suffix}")[0] == 0


def test_all_files_again_are_shared_out(photos, tmp_path, capsys, monkeypatch):
    render(capsys, photos, tmp_path / "out")
    shares = []
    for rank in "01":
        monkeypatch.setenv("RANK", rank)
        monkeypatch.setenv("WORLD_SIZE", "2")
        _, result = render(capsys, photos, tmp_path / "out", "--overwrite")
        shares.append({each["out"] for each in result["files"]})
    assert shares[0].isdisjoint(shares[1]) and len(shares[0] | shares[1]) == 4


@pytest.mark.parametrize("pattern", ["{nobody}", "{name", "../{name}", ""])
def test_bad_name_patterns_are_refused(photos, tmp_path, pattern):
    with pytest.raises(ExportError, match="name pattern"):
        batch_items.items([photos], tmp_path / "out", ".png", pattern)


@pytest.mark.parametrize(
    "environment, expected",
    [
        ({}, (0, 1)),
        ({"RANK": "1", "WORLD_SIZE": "4"}, (1, 4)),
        ({"SLURM_PROCID": "2", "SLURM_NTASKS": "3"}, (2, 3)),
        ({"SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "2"}, (3, 4)),
        ({"RANK": "4", "WORLD_SIZE": "4"}, (0, 1)),
        ({"RANK": "x", "WORLD_SIZE": ""}, (0, 1)),
    ],
)
def test_the_place_among_processes(environment, expected):
    assert ranks.place(environment) == expected


def test_two_processes_give_what_one_gives(tmp_path, capsys):
    for number in range(6):
        picture(tmp_path / "in" / f"{number}.png", number)
    render(capsys, tmp_path / "in", tmp_path / "one")
    command = [
        sys.executable,
        "main.py",
        "render",
        str(tmp_path / "in"),
        str(tmp_path / "two"),
        *WORDS,
    ]
    ranks = [
        subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"RANK": rank, "WORLD_SIZE": "2"}, stdout=subprocess.PIPE
        )
        for rank in "01"
    ]
    results = [json.loads(rank.communicate(timeout=120)[0]) for rank in ranks]
    assert [rank.returncode for rank in ranks] == [0, 0]
    rendered = [each["out"] for result in results for each in result["files"]]
    assert len(rendered) == len(set(rendered)) == 6
    assert files(tmp_path / "two") == files(tmp_path / "one")


def test_a_claim_is_for_one_process_only(tmp_path):
    target = tmp_path / "a.png"
    with claims.claimed(target) as first, claims.claimed(target) as second:
        assert first and not second
    with claims.claimed(target) as again:
        assert again
    assert not list(tmp_path.iterdir())


def test_the_claim_of_a_killed_process_counts_no_longer(tmp_path):
    code = """
import os, pathlib, sys
from engine.base import claims
claim = claims.claimed(pathlib.Path(sys.argv[1]))
claim.__enter__()
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.png")], cwd=ROOT, check=False)
    assert len(list(tmp_path.iterdir())) == 1
    with claims.claimed(tmp_path / "a.png") as mine:
        assert mine
    assert not list(tmp_path.iterdir())


def steered(*words):
    """Starts `render` of a batch as a program that steers it does."""
    command = [sys.executable, str(ROOT / "main.py"), "render", *map(str, words), *WORDS, "--steered"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, text=True, bufsize=1, cwd=ROOT, **pipes)


def progress(process):
    """Reads lines of stderr up to the next one of the progress."""
    for line in process.stderr:
        if line.startswith('{"done"'):
            return json.loads(line)
    return None


def test_a_steered_batch_tells_its_progress_pauses_and_resumes(photos, tmp_path):
    for number in range(12):
        picture(photos / f"more{number}.png", number)
    with steered(photos, tmp_path / "out", "--scale", "60") as process:
        first = progress(process)
        assert first["total"] == 17 and 0 < first["done"] < 17
        process.stdin.write("pause\n")
        # What was on its way is told, and then nothing more: a line would come within a tenth of a second.
        readers = selectors.DefaultSelector()
        readers.register(process.stderr, selectors.EVENT_READ)
        while readers.select(timeout=1.0):
            assert progress(process)["done"] < 17
        assert process.poll() is None
        process.stdin.write("resume\n")
        lines = iter(lambda: progress(process), None)
        assert list(lines)[-1] == {"done": 17, "total": 17, "failed": 1}
        assert len(json.load(process.stdout)["files"]) == 16
        assert process.wait() == 1


def test_a_steered_batch_ends_with_the_program_that_steers_it_and_leaves_nothing_unfinished(photos, tmp_path):
    out = tmp_path / "out"
    with steered(photos / "a.png", photos / "b.jpg", out, "--scale", "2000") as process:
        assert progress(process)["done"] < 2
        process.stdin.close()
        assert process.wait(timeout=60) == 1
    assert files(out) == {}


def test_an_error_of_the_program_ends_one_file_and_not_the_batch(photos, tmp_path, capsys, monkeypatch):
    render_one = render_module.Renderer.render

    def failing(self, source, *rest, **options):
        if source.endswith("b.jpg"):
            raise ZeroDivisionError("of the program")
        return render_one(self, source, *rest, **options)

    monkeypatch.setattr(render_module.Renderer, "render", failing)
    code, result = render(capsys, photos, tmp_path / "out")
    assert code == 1 and len(result["files"]) == 3
    assert ["of the program" in each["error"] for each in result["errors"]] == [True, False]


def test_a_flat_batch_leaves_out_the_folders_below(photos, tmp_path, capsys):
    render(capsys, photos, tmp_path / "out", "--flat")
    assert set(files(tmp_path / "out")) == {"a.png", "b.png"}


def test_what_a_batch_has_written_below_its_source_is_no_source(photos, capsys):
    out = photos / "enlarged"
    render(capsys, photos, out)
    code, result = render(capsys, photos, out)
    assert code == 1 and result["files"] == [] and len(result["skipped"]) == 4
