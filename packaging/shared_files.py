"""Lays out what a Linux package installs beside the program: entry, icons, kinds of files, man page, completion."""

import gzip
import shutil
import sys
from pathlib import Path

import icons
import shtab
from argparse_manpage.manpage import Manpage

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
import main  # noqa: E402
from viewer.desktop import entry  # noqa: E402

COMPLETIONS = {
    "bash": "bash-completion/completions/unpixel",
    "zsh": "zsh/vendor-completions/_unpixel",
    "tcsh": "unpixel/completion.tcsh",
}
DESCRIPTION = (
    "Unpixel is an image viewer with unlimited zoom that never shows a pixel. Without a command it opens a window with "
    "the given files or folders, or with the word demo a photograph. Settings and models are in the user's "
    "folders; UNPIXEL_DATA names another one."
)


def write(share: Path) -> None:
    """Writes the files into a folder such as usr/share."""
    for name, place in entry.PLACES.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(entry.SOURCE / name, target)
        target.chmod(0o644)
    _write_icons(share)
    _write_man_page(share)
    for shell, place in COMPLETIONS.items():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        (share / place).write_text(shtab.complete(main.parser(), shell=shell), encoding="utf-8")


def _write_icons(share: Path) -> None:
    drawn = share.parent / "icons"
    for png in icons.write(drawn):
        target = share / f"icons/hicolor/{png.stem}x{png.stem}/apps/unpixel.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(png, target)
        target.chmod(0o644)
    shutil.rmtree(drawn)


def _write_man_page(share: Path) -> None:
    parser = main.parser()
    parser.description = DESCRIPTION
    parser.man_short_description = "view pictures without end"  # type: ignore[attr-defined]
    folder = share / "man/man1"
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(folder / "unpixel.1.gz", "wb", mtime=0) as file:
        file.write(str(Manpage(parser, format="single-commands-section")).encode())
