"""What the child process does with pictures (engine/isolation/serving.py); engine/images/isolated.py is the app's side.

The path serves for messages alone: the child reads the file that it was given open.
"""

from pathlib import Path

import numpy as np

from engine.images import image
from engine.images.image import Plane
from engine.images.image_file import ImageFile, opened
from engine.isolation.channel import Json
from engine.isolation.serving import Task

SECONDS_PER_PIXEL = 10 / 100e6
"""Most seconds that decoding may take."""
STRIP = 1 << 18
"""Pixels that are copied at once."""


def size(task: Task) -> Json:
    """Returns the width and height in the head of the file."""
    with opened(task.source, Path(task.arguments["path"])) as file:
        width, height = file.picture.size
    return {"value": [width, height]}


def decode(task: Task) -> Json:
    """Decodes the picture. Returns its facts, and the descriptions of its pixels and its alpha."""

    def request_time(file: ImageFile) -> None:
        width, height = file.picture.size
        task.request_seconds(width * height * SECONDS_PER_PIXEL)

    decoded = image.decode(task.source, Path(task.arguments["path"]), request_time)
    planes = [decoded.colour] + ([] if decoded.alpha is None else [decoded.alpha])
    info = decoded.file_info
    value = {
        "notices": [notice.to_json() for notice in decoded.notices],
        "file": [info.format, info.mode, info.bits, info.profile, info.size],
    }
    return {"value": value, "arrays": [_stored(plane, task) for plane in planes]}


def _stored(plane: Plane, task: Task) -> Json:
    """Copies a plane to the app's memory, in strips. Returns its description."""
    if isinstance(plane, np.ndarray):
        array = task.output.allocate(plane.shape, plane.dtype)
        array[...] = plane
        return task.output.describe(array)
    width, height = plane.size
    array = task.output.allocate((height, width, 3) if plane.mode == "RGB" else (height, width), np.uint8)
    rows = max(STRIP // width, 1)
    for top in range(0, height, rows):
        array[top : top + rows] = np.asarray(plane.crop((0, top, width, min(top + rows, height))))
    return task.output.describe(array)
