"""Makes a thumbnail in the child process (engine/isolation/serving.py)."""

from pathlib import Path

from engine.images import loading
from engine.images.image import Image
from engine.images.image_file import ImageFile, TooLargeError, image_errors
from engine.images.large import child
from engine.images.large.child import LargePicture
from engine.images.large.opening import ORIENTATIONS
from engine.images.rotation import rotated
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
        rasters = loading.decode(task.source, path, announce, most_pixels=most_pixels).rasters
        whole = Image(rasters.pixels, rasters.alpha, path.name)
    except TooLargeError:
        with image_errors(path):
            picture = child.kept(task.source, path, None)
            if picture is None:  # it would have to be converted first, which takes minutes
                raise
            whole = _coarse(picture, path.name)
    small = small_copy(whole, task.arguments["side"])
    array = task.output.allocate(small.shape, small.dtype)
    array[:] = small
    return {"value": None, "arrays": [task.output.describe(array)]}


def _coarse(picture: LargePicture, name: str) -> Image:
    """Returns the smallest copy of a large picture that its file has or that is made for it, upright."""
    facts = picture.facts
    rasters, _ = picture.read(facts.coarse, [(0, 0)], facts.level_shape(facts.coarse))
    return rotated(Image(rasters.pixels, rasters.alpha, name), ORIENTATIONS[facts.orientation])
