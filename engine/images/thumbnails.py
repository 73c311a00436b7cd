"""Thumbnails of picture files, shared with other programs by the Thumbnail Managing Standard of freedesktop.org.

A fresh one that any program has made is read; one that is missing is made in a child process and kept for the others.
"""

import hashlib
import os
import struct
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

import numpy as np
import PIL.Image
import PIL.PngImagePlugin
from numpy.typing import NDArray

from engine.base import paths
from engine.base.atomic_file import replacing
from engine.base.awaited import awaited
from engine.base.errors import ImageError
from engine.images import source_file
from engine.images.isolated import foreign_answer
from engine.images.small_copy import small_copy
from engine.images.source_file import BUDGET, open_source
from engine.isolation import children
from engine.isolation.job import Job

FOLDERS = {128: "normal", 256: "large", 512: "x-large"}
"""Folders of the cache, by the side of their thumbnails in px."""
NICENESS = 18
"""Of the child. Other than that of the preloader, so that each has a warm child of its own."""
SECONDS, MOST_SECONDS = 10.0, 60.0
"""Limits of the time, as of decoding (engine/images/isolated.py)."""
HEAD = 1 << 16
"""Bytes of a thumbnail's file that are searched for its texts."""
END = b"IEND\xaeB`\x82"
"""What a PNG that is whole ends in."""
URI, CHANGED = "Thumb::URI", "Thumb::MTime"
Small = NDArray[np.uint8]
"""(h, w, 3) or (h, w, 4)."""


def load(path: Path, side: int, check: Callable[[], None]) -> Small:
    """Returns the thumbnail of a file, of at most `side` px a side: from the cache, or made now and kept there.

    side: a key of FOLDERS. check: raises an error to cancel. Raises ImageError, and what `check` raises.
    """
    path = paths.absolute(path)
    kept = cached(path, side) if paths.is_file(path) else None
    if kept is not None:
        try:
            return _decoded(kept, side, check)
        except ImageError:
            pass  # a damaged one: it is made again
    changed = _changed(path)
    made = _decoded(path, side, check)
    if changed is not None and changed == _changed(path):
        _keep(path, side, changed, made)
    return made


def cached(path: Path, side: int) -> Path | None:
    """Returns the thumbnail in the cache; None if there is none for the file as it is now."""
    kept, changed = _kept_file(path, side), _changed(path)
    try:
        with kept.open("rb") as file:
            texts = _texts(file)
            file.seek(-len(END), os.SEEK_END)
            whole = file.read() == END
    except OSError:
        return None
    fresh = texts.get(URI) == path.as_uri() and texts.get(CHANGED, "").partition(".")[0] == str(changed)
    return kept if fresh and whole else None


def folder() -> Path:
    """Returns the folder of the cache."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if given else Path.home() / ".cache") / "thumbnails"


def _kept_file(path: Path, side: int) -> Path:
    name = hashlib.md5(path.as_uri().encode(), usedforsecurity=False).hexdigest()
    return folder() / FOLDERS[side] / f"{name}.png"


def _changed(path: Path) -> int | None:
    """Returns when a file was changed, in whole seconds; None if it is not there."""
    try:
        return int(path.stat().st_mtime)
    except (OSError, ValueError):  # ValueError: no system accepts the name
        return None


def _texts(file: BinaryIO) -> dict[str, str]:
    """Returns the texts in the first bytes of a PNG. Whatever is wrong with it ends the search."""
    data, at, found = file.read(HEAD), 8, dict[str, str]()
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"tEXt" and at + 8 + length <= len(data):
            name, _, text = data[at + 8 : at + 8 + length].partition(b"\0")
            found[name.decode("latin-1")] = text.decode("latin-1")
        at += 12 + length
    return found


def _decoded(path: Path, side: int, check: Callable[[], None]) -> Small:
    if not children.SUPPORTED:
        from engine.images import loading

        return small_copy(loading.load(path), side)
    arguments = {"path": str(path), "side": side, "most_pixels": source_file.MOST_PIXELS}
    job = Job("thumbnail", path, ImageError, SECONDS, MOST_SECONDS, 2 * BUDGET, NICENESS, arguments)
    with awaited(partial(open_source, path), check) as source:
        arrays = children.run(job, source, check).arrays
    if len(arrays) != 1 or arrays[0].dtype != np.uint8 or arrays[0].ndim != 3:
        raise foreign_answer(path)
    height, width, channels = arrays[0].shape
    if not (0 < height <= side and 0 < width <= side and channels in (3, 4)):
        raise foreign_answer(path)
    return arrays[0]


def _keep(path: Path, side: int, changed: int, made: Small) -> None:
    """Writes a thumbnail into the cache. A disk that refuses it is no reason not to show it."""
    kept = _kept_file(path, side)
    if path.is_relative_to(folder()):
        return
    texts = PIL.PngImagePlugin.PngInfo()
    for name, text in ((URI, path.as_uri()), (CHANGED, str(changed)), ("Software", "Unpixel")):
        texts.add_text(name, text)
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(kept) as temporary:
            PIL.Image.fromarray(made).save(temporary, "PNG", pnginfo=texts)
            temporary.chmod(0o600)
    except OSError:
        return
