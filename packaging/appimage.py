"""Makes an AppImage of a bundle: python packaging/appimage.py BUNDLE OUT [--runtime FILE]. Needs mksquashfs.

An AppImage is a small program, the runtime, followed by a file system. The runtime is the "type 2" one of the AppImage
project (runtime-x86_64 of its releases), which the workflow downloads and compares with its hash. Without it only the
file system is written, which `mount` can show.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import bundle as bundles
import deb

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from engine.base.version import VERSION

START = """#!/bin/sh
exec "${0%/*}/usr/lib/unpixel/unpixel" "$@"
"""
"""AppRun. A link in its place would end in another folder than the program's own."""


def main() -> int:
    """Builds the file and prints its path and size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("bundle", type=Path, metavar="BUNDLE")
    arguments.add_argument("out", type=Path, metavar="OUT", help="a folder")
    arguments.add_argument("--runtime", type=Path, metavar="FILE")
    given = arguments.parse_args()
    root = given.out.resolve() / "AppDir"
    shutil.rmtree(root, ignore_errors=True)
    deb.lay_out(given.bundle.resolve(), root / "usr")
    _complete(root)
    image = (
        given.out / f"Unpixel-{VERSION}-{platform.machine()}.{'AppImage' if given.runtime else 'squashfs'}"
    )
    _pack(root, image, given.runtime)
    shutil.rmtree(root)
    print(f"{image}: {bundles.megabytes(image)} MB")
    return 0


def _complete(root: Path) -> None:
    """Adds what the AppImage specification wants at the top: AppRun, the entry and the icon."""
    (root / "AppRun").write_text(START, encoding="utf-8")
    (root / "AppRun").chmod(0o755)
    shutil.copyfile(root / "usr/share/applications/unpixel.desktop", root / "unpixel.desktop")
    shutil.copyfile(root / "usr/share/icons/hicolor/256x256/apps/unpixel.png", root / "unpixel.png")
    (root / ".DirIcon").symlink_to("unpixel.png")


def _pack(root: Path, image: Path, runtime: Path | None) -> None:
    image.unlink(missing_ok=True)
    offset = runtime.stat().st_size if runtime else 0
    # zstd: a file is read as quickly as from a folder; xz would save a tenth and double the start
    options = [
        "-root-owned",
        "-noappend",
        "-comp",
        "zstd",
        "-Xcompression-level",
        "19",
        "-quiet",
        "-no-progress",
    ]
    subprocess.run(["mksquashfs", root, image, *options, "-offset", str(offset)], check=True)
    if runtime:
        with image.open("r+b") as file:
            file.write(runtime.read_bytes())
        image.chmod(image.stat().st_mode | 0o111)
        os.sync()


if __name__ == "__main__":
    sys.exit(main())
