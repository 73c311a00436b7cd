"""Makes a Debian package of a bundle: python packaging/deb.py BUNDLE OUT. Needs dpkg-deb.

The program is in /usr/lib/unpixel, /usr/bin/unpixel leads to it. Purging the package touches no file of a user.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import bundle as bundles
import shared_files

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from engine.base.version import VERSION

DEPENDS = (
    "libc6 (>= {libc})",
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libdbus-1-3",
)
"""The rest of what Qt needs is in the bundle."""
CONTROL = """Package: unpixel
Version: {version}
Architecture: {architecture}
Maintainer: The Unpixel authors <unpixel@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: graphics
Priority: optional
Description: image viewer in which zooming never ends
 A model turns the photo into a continuous function. The window queries that
 function once per pixel of the screen, so no zoom ever shows a pixel.
"""


def main() -> int:
    """Builds the package and prints its path and size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("bundle", type=Path, metavar="BUNDLE")
    arguments.add_argument("out", type=Path, metavar="OUT", help="a folder")
    given = arguments.parse_args()
    root = given.out.resolve() / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(given.bundle.resolve(), root / "usr")
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    _write_control(root, architecture.stdout.strip())
    package = given.out / f"unpixel_{VERSION}_{architecture.stdout.strip()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root, package], check=True)
    shutil.rmtree(root)
    print(f"{package}: {bundles.megabytes(package)} MB")
    return 0


def lay_out(bundle: Path, usr: Path) -> None:
    """Makes usr/lib/unpixel, of hard links to the bundle's files where possible, usr/bin and usr/share."""
    (usr / "lib").mkdir(parents=True)
    (usr / "bin").mkdir()
    shutil.copytree(bundle, usr / "lib" / "unpixel", symlinks=True, copy_function=_link)
    (usr / "bin" / "unpixel").symlink_to("../lib/unpixel/unpixel")
    shared_files.write(usr / "share")
    documents = usr / "share" / "doc" / "unpixel"
    documents.mkdir(parents=True)
    (documents / "copyright").symlink_to("../../../lib/unpixel/LICENCES.txt")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _write_control(root: Path, architecture: str) -> None:
    fields = {
        "version": VERSION,
        "architecture": architecture,
        "kilobytes": round(bundles.megabytes(root) * 1000),
        "depends": ", ".join(DEPENDS).format(libc=os.confstr("CS_GNU_LIBC_VERSION").split()[1]),  # type: ignore[union-attr]
    }
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(CONTROL.format(**fields), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
