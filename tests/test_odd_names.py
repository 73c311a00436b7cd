"""Names that are no text, as long as the disk allows, or hard to show: every command opens and writes them."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import main
from engine import training_log
from engine.base import printable
from engine.checkpoints import checkpoint
from tests.engine.networks import model
from trainer.loop import run_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")

ROOT = Path(__file__).resolve().parent.parent
NAMES = {
    "Latin-1": b"a_caf\xe9.png",
    "only bytes": b"\xff\xfe\x80.png",
    "255 bytes": b"n" * 251 + b".png",
    "255 bytes of two": "é".encode() * 125 + b"n.png",
    "255 bytes that are no text": b"\xe9" * 251 + b".png",
    "newline": b"a\nb\r.png",
    "terminal": b"a\x1b[31m\x07b\x7f.png",
    "right to left": "a\u202egnp\u200f.png".encode(),
    "spaces": b"  trail .png ",
    "dash": b"-dash --scale.png",
    "emoji": "\N{GRINNING FACE}\u200d.png".encode(),
    "composed": unicodedata.normalize("NFC", "é.png").encode(),
    "decomposed": unicodedata.normalize("NFD", "é.png").encode(),
    "braces": b"{count} {0} %s.png",
}
odd = pytest.mark.parametrize("name", [os.fsdecode(name) for name in NAMES.values()], ids=NAMES)
SMALL = ["model.args.width=8", "model.args.blocks=1", "model.args.hidden=16", "model.args.order=4"]
COURSE = ["data.patch=8", "train.batch=2", "train.steps=2", "run.save=1", "train.device=cpu"]


def drawn(path, side=40):
    pixels = np.random.default_rng(5).integers(0, 256, (side, side, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path, format="png")
    return path


def one_line_of_text(line):
    """Whether a line can be printed anywhere and holds no control character."""
    line.encode()
    return printable.one_line(line, len(line)) == line


@odd
def test_render_reads_and_writes_it(tmp_path, capsys, name):
    source, folder = drawn(tmp_path / name), tmp_path / "out"
    folder.mkdir()
    out = folder / (name if name.endswith(".png") else f"{name}.png")
    command = ["render", str(source), str(out), "--scale", "2", "--model", "bicubic"]
    assert main.main(command) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert one_line_of_text(line) and "80 x 80 px" in line
    assert main.main([*command, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["out"] == str(out)
    assert list(folder.iterdir()) == [out]
    with Image.open(out) as written:
        assert written.size == (80, 80)


@odd
def test_a_failure_tells_it_in_one_line(tmp_path, capsys, name):
    source = tmp_path / name
    source.write_bytes(b"no picture")
    for options in ((), ("--json",)):
        assert main.main(["render", str(source), str(tmp_path / "o.png"), "--scale", "2", *options]) == 1
        error = capsys.readouterr().err
        text = json.loads(error)["error"] if options else error.removesuffix("\n")
        assert one_line_of_text(text) and printable.file_name(name)[-300:] in text


def test_names_pass_through_a_real_process(tmp_path):
    """With stdout in UTF-8 and in Latin-1: a name never breaks the printing."""
    source = os.fsencode(drawn(tmp_path / os.fsdecode(NAMES["Latin-1"])))
    for encoding in ("utf-8", "latin-1"):
        out = os.fsencode(tmp_path) + b"/out_\xe9_" + "é→".encode() + b".png"
        command = [sys.executable, str(ROOT / "main.py"), "render", source, out, "--size", "8x8"]
        result = subprocess.run(
            [*command, "--model", "bicubic"],
            capture_output=True,
            timeout=300,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )
        assert (result.returncode, result.stderr) == (0, b"")
        assert rb"out_\xe9_" in result.stdout and Path(os.fsdecode(out)).exists()


@pytest.mark.parametrize("kind", ["Latin-1", "255 bytes that are no text", "terminal", "emoji", "braces"])
def test_a_folder_of_that_name_is_trained_on_and_resumed(tmp_path, capsys, kind):
    name = os.fsdecode(NAMES[kind])
    root, run = tmp_path / name, tmp_path / "runs" / name
    root.mkdir()
    drawn(root / os.fsdecode(NAMES["Latin-1"]))
    drawn(root / f"b{os.fsdecode(NAMES['terminal'])}", 44)
    arguments = [*SMALL, *COURSE, f"data.root={root}", "run.validate=1"]
    assert main.main(["train", "live", *arguments, f"run.out={run}"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["kind"] == "run_started" and lines[0]["out"] == str(run)
    assert all(training_log.from_json(line) for line in lines)
    assert main.main(["train", "--resume", str(run), "train.steps=3"]) == 0
    *_, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (last["kind"], last["step"], last["model"]) == ("finished", 3, str(run / "model.safetensors"))
    assert run_folder.stored_recipe(run).table["data"]["root"] == str(root)
    loaded = checkpoint.load(run / "model.safetensors")
    assert one_line_of_text(loaded.info.name)


def test_the_check_of_a_folder_of_such_names(tmp_path, capsys):
    for name in NAMES.values():
        drawn(tmp_path / os.fsdecode(name))
    arguments = ["train", "live", *SMALL, *COURSE, f"data.root={tmp_path}", "--check"]
    assert main.main(arguments) == 0
    text = capsys.readouterr().out
    assert all(map(one_line_of_text, text.splitlines())) and "a_caf\\xe9.png" in text
    assert main.main([*arguments, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert str(tmp_path / os.fsdecode(NAMES["Latin-1"])) in report["equal"][0]


@odd
def test_models_of_that_name(tmp_path, capsys, name):
    path = (tmp_path / name).with_suffix(".pth")
    checkpoint.save_safetensors(path, model("live"))
    assert main.main(["models", "info", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == str(path)
    assert main.main(["models", "import", str(path), "--name", "odd-model"]) == 0
    assert all(map(one_line_of_text, capsys.readouterr().out.splitlines()))


def test_evaluate_measures_them_and_continues(tmp_path, capsys):
    folder = tmp_path / os.fsdecode(b"set \xe9\n")
    folder.mkdir()
    for name in ("Latin-1", "newline", "emoji"):
        drawn(folder / os.fsdecode(NAMES[name]))
    scores, table = tmp_path / os.fsdecode(b"scores \xe9.json"), tmp_path / os.fsdecode(b"table \xe9.md")
    arguments = ["evaluate", str(folder), "--model", "bicubic", "--scales", "2", "--markdown", str(table)]
    for _ in range(2):
        assert main.main([*arguments, "--json", str(scores)]) == 0
        assert all(map(one_line_of_text, capsys.readouterr().out.splitlines()))
        measured = json.loads(scores.read_text())
        assert {each["image"] for each in measured["scores"]} == {path.name for path in folder.iterdir()}
        table.read_text(encoding="utf-8")


def test_a_report_is_written_to_such_a_name(tmp_path, capsys):
    out = tmp_path / os.fsdecode(b"report \xe9\n.zip")
    main.main(["doctor", "--report", str(out)])
    assert capsys.readouterr().out.splitlines() == [printable.file_name(out)] and out.exists()
