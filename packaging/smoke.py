"""The smoke test of an installed Unpixel: python packaging/smoke.py PROGRAM [--bundle]. Needs no display.

It runs the version, the doctor, renders (a JPEG with EXIF, tiles by libvips), a thumbnail, and the window until it
shows a picture (offscreen, or on a display with QT_QPA_PLATFORM); with --bundle also films, formats of the extras, and
a training run of 20 steps. Pictures are decoded in a child; each process of a bundle is the same executable.
"""

import argparse
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MAKE = b"Unpixel's smoke test\0"
STEPS = 20
Run = Callable[..., str]


def main() -> int:
    """Runs the commands in a folder of their own. Returns 0; what fails raises AssertionError or TimeoutExpired."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program", metavar="PROGRAM")
    arguments.add_argument("--bundle", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "UNPIXEL_DATA": f"{folder}/data"}
        environment["UNPIXEL_START_TIMES"] = "1"  # the window tells when it shows the picture, and closes

        def run(*words: str) -> str:
            command, started = [given.program, *words], time.monotonic()
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
            )
            assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
            print(f"{time.monotonic() - started:5.1f} s  {' '.join(words)}", flush=True)
            return done.stdout

        _check(run, Path(folder))
        if given.bundle:
            _check_extras(run, Path(folder))
            _train(run, Path(folder))
    print("smoke test passed")
    return 0


def _check(run: Run, folder: Path) -> None:
    assert run("--version").startswith("Unpixel ")
    found = json.loads(run("doctor", "--json"))
    assert "live" in found["models"] and not found["missing_libraries"], found
    run("render", "demo", "plain.jpg", "--longest", "640")
    (folder / "photo.jpg").write_bytes(_with_exif((folder / "plain.jpg").read_bytes()))
    run("render", "photo.jpg", "big.jpg", "--scale", "2")
    assert MAKE in (folder / "big.jpg").read_bytes()
    run("render", "photo.jpg", "tiles.dzi", "--scale", "1")
    assert any((folder / "tiles_files").rglob("*.*"))
    run("thumbnail", "photo.jpg", "small.png", "64")
    assert (folder / "small.png").read_bytes().startswith(b"\x89PNG")
    assert run("view", "--new", "photo.jpg").split() == ["window", "picture"]


def _check_extras(run: Run, folder: Path) -> None:
    missing = json.loads(run("doctor", "--json"))["missing_plugins"]
    assert set(missing) <= {"slides of microscopes"}  # OpenSlide is not in the bundle
    for name in ("film.mp4", "film.webm"):
        run("render", "photo.jpg", name, "--resolutions", "32-40", "--size", "64x64", "--rate", "5")
    for name in ("photo.heic", "photo.jxl", "photo.avif"):
        run("render", "photo.jpg", name, "--longest", "64")
        run("thumbnail", name, "small.png", "32")


def _with_exif(jpeg: bytes) -> bytes:
    """Returns a JPEG file with one tag of EXIF, the camera's maker."""
    tiff = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x10F, 2, len(MAKE), 26, 0) + MAKE
    segment = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


def _train(run: Run, folder: Path) -> None:
    run("render", "demo", "photo.jpg", "plain.jpg", "photos", "--longest", "400")
    settings = [f"train.steps={STEPS}", "train.batch=2", f"run.validate={STEPS}", f"run.save={STEPS}"]
    run("train", "live", "data.root=photos", "run.out=run", *settings)
    assert (folder / "run" / "metrics.jsonl").exists()


if __name__ == "__main__":
    sys.exit(main())
