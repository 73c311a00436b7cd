"""Builds the bundle with PyInstaller, adds its licences, and reports its largest parts.

python packaging/bundle.py OUT          needs: pip install -e '.[film,formats,raw]' -r packaging/requirements.txt
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import icons
import licences

PACKAGING = Path(__file__).resolve().parent
LARGEST = 10


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
    found = licences.write(bundle)
    report = {"mb": megabytes(bundle), "largest": largest(bundle), "licences": found}
    print(json.dumps(report, indent=2))
    return 0


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
