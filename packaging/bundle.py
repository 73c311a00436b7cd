"""Builds the bundle with PyInstaller, adds its licences, and reports its largest parts.

python packaging/bundle.py OUT          needs: pip install -e '.[film,formats,raw]' -r packaging/requirements.txt
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icons
import licences
import smaller

PACKAGING = Path(__file__).resolve().parent
LARGEST = 10


def main() -> int:
    """Runs the steps in order. Returns 0; a failing step raises CalledProcessError."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path, metavar="OUT", help="a folder; the bundle is OUT/dist/unpixel")
    out: Path = arguments.parse_args().out.resolve()
    bundle, seconds = out / "dist" / "unpixel", {}

    def step(name: str, function: Callable[..., Any], *values: Any) -> Any:
        started = time.monotonic()
        result = function(*values)
        seconds[name] = round(time.monotonic() - started, 1)
        return result

    step("icons", icons.write, out / "icons")
    step("pyinstaller", collect, out)
    if sys.platform == "linux":
        step("smaller", smaller.make, bundle / "_internal")
    found = step("licences", licences.write, bundle)
    if sys.platform == "darwin":
        for name in licences.FILES:
            shutil.copyfile(bundle / name, out / "dist" / "Unpixel.app" / "Contents" / "Resources" / name)
    report = {"mb": megabytes(bundle), "largest": largest(bundle), "licences": found, "seconds": seconds}
    print(json.dumps(report, indent=2))
    return 0


def collect(out: Path) -> None:
    """Runs PyInstaller; its log has the times of its parts."""
    shutil.rmtree(out / "work", ignore_errors=True)  # a changed spec would leave old modules in the archive
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"]
    folders = ["--distpath", out / "dist", "--workpath", out / "work"]
    with (out / "pyinstaller.log").open("w") as log:
        subprocess.run([*command, *folders, PACKAGING / "unpixel.spec"], check=True, stderr=log)


def megabytes(path: Path) -> float:
    """Returns the size of a file, or of all files of a folder; links count nothing."""
    files = [path] if path.is_file() else path.rglob("*")
    return round(
        sum(each.stat().st_size for each in files if each.is_file() and not each.is_symlink()) / 1e6, 1
    )


def largest(bundle: Path) -> dict[str, float]:
    """Returns the largest parts of a bundle in MB: files and folders of its second level."""
    inside = bundle / "_internal"
    sizes = {
        path.name: megabytes(path) for path in (inside.iterdir() if inside.is_dir() else bundle.iterdir())
    }
    return dict(sorted(sizes.items(), key=lambda part: -part[1])[:LARGEST])


if __name__ == "__main__":
    sys.exit(main())
