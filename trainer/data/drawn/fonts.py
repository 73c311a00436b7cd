"""The fonts that this machine has, and the scripts that each of them can write."""

import os
import sys
from functools import cache
from pathlib import Path

import numpy as np
import PIL.ImageFont

from trainer.data.drawn.sheet import OVERSAMPLING

FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": (os.environ.get("WINDIR", "C:/Windows") + "/Fonts",),
}
"""Where each system keeps its fonts."""
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяБДЖИЛФЦШЯ",
    "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后",
    "あいうえおかきくけこさしすせそたちつてとアイウエオカキクケコサシスセソ",
    "가나다라마바사아자차카타파하고노도로모보소오조초코토포호",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
)
"""Letters of Latin, Greek, Cyrillic, Chinese, Japanese, Korean and Arabic writing. Latin comes first."""
LARGEST_FILE = 40 << 20
"""Bytes. Larger files are collections that take long to open."""


@cache
def files() -> tuple[Path, ...]:
    """Returns the outline fonts of this machine that can write Latin letters, sorted by name."""
    folders = [Path(folder).expanduser() for folder in FOLDERS.get(sys.platform, FOLDERS["linux"])]
    found = {
        path.name: path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix.lower() in (".ttf", ".otf") and path.stat().st_size < LARGEST_FILE
    }
    return tuple(found[name] for name in sorted(found) if 0 in scripts(found[name]))


@cache
def scripts(path: Path) -> tuple[int, ...]:
    """Returns the indices in ALPHABETS of those that a font has all letters of; none if it cannot be read."""
    try:
        font = PIL.ImageFont.truetype(str(path), 24)
    except OSError:
        return ()
    missing = bytes(font.getmask("\U0010fffe"))
    return tuple(
        index
        for index, letters in enumerate(ALPHABETS)
        if all(bytes(font.getmask(letter)) not in (missing, b"") for letter in letters)
    )


def choose(random: np.random.Generator, size: float) -> tuple[PIL.ImageFont.FreeTypeFont, str]:
    """Returns a font for text of `size` px on the page, and the alphabet to write with it.

    Every second font is one that writes more than Latin, where the machine has such fonts. Raises IndexError if the
    machine has no fonts.
    """
    known = files()
    wide = [path for path in known if len(scripts(path)) > 1]
    pool = wide if wide and random.random() < 0.5 else known
    path = pool[random.integers(len(pool))]
    available = scripts(path)
    alphabet = (
        ALPHABETS[available[random.integers(len(available))]] if random.random() < 0.4 else ALPHABETS[0]
    )
    return _sized(path, max(4, round(size * OVERSAMPLING))), alphabet


@cache
def _sized(path: Path, size: int) -> PIL.ImageFont.FreeTypeFont:
    return PIL.ImageFont.truetype(str(path), size)
