"""Writes the frames of a film as numbered PNG files into a new or empty folder, which appears when all are there."""

import os
from collections.abc import Iterator
from pathlib import Path

from engine.base import atomic_file
from engine.export import png_file
from engine.export.picture_head import PictureHead
from engine.images.bit_depth import Pixels


def write(folder: Path, frames: Iterator[Pixels], size: tuple[int, int]) -> int:
    """Writes frames of (H, W, 3) uint8 sRGB as 000001.png and so on. Returns how many.

    Each file is read back. Raises OSError; then there is no new folder.
    """
    head, count = PictureHead(size[1], size[0], 3, 8), 0
    with atomic_file.folder_beside(folder) as temporary:
        frames_folder = temporary / folder.name
        frames_folder.mkdir()
        for count, pixels in enumerate(frames, 1):
            path = frames_folder / f"{count:06}.png"
            png_file.write(path, head, iter([pixels]))
            with path.open("rb+") as file:
                os.fsync(file.fileno())
            if png_file.read_back(path) != size[::-1]:
                raise OSError(f"{path.name} could not be read back")
        if folder.exists():
            folder.rmdir()  # it is empty; Windows renames to no existing folder
        frames_folder.rename(folder)
    return count
