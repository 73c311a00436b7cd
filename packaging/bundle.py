"""Builds the bundle with PyInstaller, adds its licences, and reports its largest parts.

python packaging/bundle.py OUT          needs: pip install -e '.[film,formats,raw]' -r packaging/requirements.txt
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

import icons
import licences

PACKAGING = Path(__file__).resolve().parent
LARGEST = 10
WITH_SYMBOLS = (
    "torch/lib/libtorch_cpu.so",
    "torch/lib/libtorch_python.so",
    "libpython3*.so*",
    "zstandard/*.so",
    "imagecodecs/*.so",
    "PIL/*.so",
    "rawpy/*.so",
)
"""Libraries that come with symbols for debuggers, 170 MB of them."""


def main() -> int:
    """Runs the steps in order. Returns 0; a failing step raises CalledProcessError."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path, metavar="OUT", help="a folder; the bundle is OUT/dist/unpixel")
    out: Path = arguments.parse_args().out.resolve()
    icons.write(out / "icons")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", out / "dist", "--workpath", out / "work"]
    subprocess.run([*command, *folders, PACKAGING / "unpixel.spec"], check=True)
    bundle = out / "dist" / "unpixel"
    if sys.platform == "linux":
        strip(bundle / "_internal")
    found = licences.write(bundle)
    if sys.platform == "darwin":
        for name in licences.FILES:
            shutil.copyfile(bundle / name, out / "dist" / "Unpixel.app" / "Contents" / "Resources" / name)
    report = {"mb": megabytes(bundle), "largest": largest(bundle), "licences": found}
    print(json.dumps(report, indent=2))
    return 0


def strip(inside: Path) -> None:
    """Removes the symbols for debuggers."""
    for pattern in WITH_SYMBOLS:
        for library in inside.glob(pattern):
            if not library.is_symlink():
                subprocess.run(["strip", "--strip-unneeded", library], check=True)


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
