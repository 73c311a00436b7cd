"""Makes a thumbnail in the child process (engine/isolation/serving.py)."""

from pathlib import Path

from engine.images import image
from engine.images.image import Image
from engine.images.image_file import ImageFile, TooLargeError, image_errors
from engine.images.large import child
from engine.images.small_copy import small_copy
from engine.isolation.channel import Json
from engine.isolation.serving import Task

SECONDS_PER_PIXEL = 20 / 100e6
"""Most seconds that it may take: as decoding, in a process of low priority."""


def thumbnail(task: Task) -> Json:
    """Returns the picture of the file, reduced to `side` px. Raises ImageError, also for one that is too large."""
    path, most_pixels = Path(task.arguments["path"]), task.arguments["most_pixels"]

    def announce(file: ImageFile) -> None:
        width, height = file.head.size
        task.request_seconds(width * height * SECONDS_PER_PIXEL)

    try:
        rasters = image.decode(task.source, path, announce, most_pixels=most_pixels).rasters
    except TooLargeError:
        with image_errors(path):
            picture = child.kept(task.source, path, None)
            if picture is None:  # it would have to be converted first, which takes minutes
                raise
            shape = picture.facts.level_shape(picture.facts.coarse)
            rasters, _ = picture.read(picture.facts.coarse, [(0, 0)], shape)
    small = small_copy(Image(rasters.pixels, rasters.alpha, path.name), task.arguments["side"])
    array = task.output.allocate(small.shape, small.dtype)
    array[:] = small
    return {"value": None, "arrays": [task.output.describe(array)]}
