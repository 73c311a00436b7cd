"""The smoke test of an installed Unpixel: python packaging/smoke.py PROGRAM [--training]. Needs no display.

It runs the version, the doctor, a render, a thumbnail, the window (offscreen, until a picture is shown), and with
--training a run of two steps: each process that a bundle starts is the same executable.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Runs the commands in a folder of their own. Returns 0; what fails raises CalledProcessError or AssertionError."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program", metavar="PROGRAM")
    arguments.add_argument("--training", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "UNPIXEL_DATA": f"{folder}/data"}
        environment["UNPIXEL_START_TIMES"] = "1"  # the window tells when it shows the picture, and closes

        def run(*words: str) -> str:
            command = [given.program, *words]
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
            )
            assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
            return done.stdout

        _check(run, Path(folder))
        if given.training:
            _train(run, Path(folder))
    print("smoke test passed")
    return 0


def _check(run, folder: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert run("--version").startswith("Unpixel ")
    found = json.loads(run("doctor", "--json"))
    assert "live" in found["models"] and not found["missing_libraries"], found
    run("render", "demo", "out.png", "--longest", "640")
    run("thumbnail", "out.png", "small.png", "64")
    assert (folder / "small.png").read_bytes().startswith(b"\x89PNG")
    assert run("view", "--new", "out.png").split() == ["window", "picture"]


def _train(run, folder: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    (folder / "photos").mkdir()
    for number in range(3):
        run("render", "demo", f"photos/{number}.png", "--longest", "400")
    run(
        "train",
        "live",
        "data.root=photos",
        "run.out=run",
        "train.steps=2",
        "train.batch=2",
        "run.validate=2",
        "run.save=2",
    )
    assert (folder / "run" / "metrics.jsonl").exists()


if __name__ == "__main__":
    sys.exit(main())
