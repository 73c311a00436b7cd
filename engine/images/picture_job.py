"""What the child process does with pictures (engine/isolation/serving.py); engine/images/isolated.py is the app's side.

The path serves for messages: the child reads the file that it was given open. Slides alone are read by their path.
"""

from collections.abc import Iterable
from pathlib import Path
from time import monotonic

import numpy as np

from engine.base.messages import Message
from engine.images import loading, plausible_size, plugins, tag_groups
from engine.images.colour_signals import decide
from engine.images.damage import part_missing
from engine.images.decoders import tiff
from engine.images.file_info import FileInfo, file_info
from engine.images.image_file import ImageFile, TooLargeError, image_errors, open_file, opened
from engine.images.large import child, preview_job, pyramid_job
from engine.images.metadata import read as read_metadata
from engine.images.pages import Pages, notice
from engine.images.rasters import Rasters
from engine.isolation.channel import Json
from engine.isolation.serving import Task

SECONDS_PER_PIXEL = 10 / 100e6
"""Most seconds that decoding may take."""
CONVERSION_SECONDS_PER_PIXEL = 60 / 100e6
"""The same of a conversion, which is cancelled by hand when it takes too long."""
SLOW = {"JPEG2000": 6, "RAW": 4, "EXR": 4}
"""How many times as long some formats may take. JPEG 2000 without loss takes 4 s for 10 megapixels."""
BATCH_SECONDS = 0.15
"""Frames of an animation are sent when this time is over, or `most_bytes` are reached: the first are wanted soon."""
MOST_FRAMES = 256
"""Frames of one answer, which is limited in length."""


def size(task: Task) -> Json:
    """Returns the width and height in the head of the file."""
    with opened(task.source, Path(task.arguments["path"]), task.arguments["page"]) as file:
        width, height = file.head.size
    return {"value": [width, height]}


def metadata(task: Task) -> Json:
    """Reads what the file carries beside its pixels: names of the parts and their bytes, and the resolution."""
    with opened(task.source, Path(task.arguments["path"]), task.arguments["page"], most_pixels=None) as file:
        found = read_metadata(file)
    comment = found.comment and found.comment.encode()
    parts = {"exif": found.exif, "xmp": found.xmp, "iptc": found.iptc, "comment": comment, "icc": found.icc}
    arrays = {name: task.output.allocate((len(part),), np.uint8) for name, part in parts.items() if part}
    for name, array in arrays.items():
        array[:] = np.frombuffer(parts[name] or b"", np.uint8)
    value = {"parts": list(arrays), "dpi": found.dpi}
    return {"value": value, "arrays": [task.output.describe(array) for array in arrays.values()]}


def tags(task: Task) -> Json:
    """Returns the groups of tags (engine/images/tag_groups.py)."""
    with opened(task.source, Path(task.arguments["path"]), task.arguments["page"], most_pixels=None) as file:
        return {"value": tag_groups.groups(read_metadata(file))}


def decode(task: Task) -> Json:
    """Decodes the picture. Returns its facts, and the descriptions of its arrays.

    They are the pixels, the alpha, if there is any, and the values, if there are any; float32 tells the latter apart.
    """

    def announce(file: ImageFile) -> None:
        width, height = file.head.size
        task.request_seconds(width * height * SECONDS_PER_PIXEL * SLOW.get(file.head.format, 1))
        task.output.prepare(width * height * 3 * (2 if file.head.deep else 1))

    path = Path(task.arguments["path"])
    page, most_pixels = task.arguments["page"], task.arguments["most_pixels"]
    try:
        decoded = loading.decode(task.source, path, announce, task.output.allocate, page, most_pixels)
    except TooLargeError as error:
        return _large(task, path, error)
    return _answer(task, decoded.rasters, decoded.notices, decoded.file_info, decoded.pages)


def _answer(
    task: Task, arrays: Rasters | None, notices: Iterable[Message], info: FileInfo, pages: Pages
) -> Json:
    """Returns the answer that describes a picture. arrays: None if there are none yet."""
    planes = [] if arrays is None else arrays.all
    value = {
        "notices": [each.to_json() for each in notices],
        "file": [info.format, info.mode, info.bits, info.profile, info.size],
        "pages": [pages.page, pages.count, pages.kind, pages.plays],
    }
    return {"value": value, "arrays": [task.output.describe(plane) for plane in planes]}


def _large(task: Task, path: Path, refusal: TooLargeError) -> Json:
    """Returns the facts of a large picture, and its copy that is kept in memory. Raises ImageError for others."""
    page, head = task.arguments["page"], refusal.file.head
    with image_errors(path):
        plausible_size.refuse_implausible(path, head.format, head.size, refusal.file.size)
        picture = child.kept(task.source, path, page)
        if picture is None:
            return _convertible(task, refusal)
        facts = picture.facts
        size = facts.level_shape(facts.coarse)
        coarse, damaged = picture.read(facts.coarse, [(0, 0)], size, task.output.allocate)
    notices = list(picture.notices)
    if damaged and part_missing() not in notices:
        notices.append(part_missing())
    if page is None and (others := notice(head.pages)) is not None:
        notices.append(others)
    answer = _answer(task, coarse, notices, picture.info, head.pages)
    answer["value"]["large"] = facts.to_json()
    return answer


def _convertible(task: Task, refusal: TooLargeError) -> Json:
    """Returns the facts of a large picture that has to be converted first. Raises ImageError for others."""
    file, notices = refusal.file, list(refusal.file.head.notices)
    if kind := tiff.slide_kind(file.head):  # it would be read by OpenSlide
        raise plugins.missing_slides(file.path, kind)
    if not pyramid_job.can_convert(file):
        raise refusal
    head = file.head
    if not pyramid_job.streams(file):
        plausible_size.refuse_above_free_memory(file.path, head)
    space = decide(head.signals, head.model.pillow_mode, notices)
    answer = _answer(task, None, notices, file_info(head, file.size, space.name), head.pages)
    answer["value"]["convertible"] = [
        head.width,
        head.height,
        1 if head.decoder_orients else head.orientation,
        pyramid_job.bytes_of_samples(file),
    ]
    return answer


def pyramid(task: Task) -> Json:
    """Converts a large picture into a file that can be read by regions. Returns what there is to say of it."""
    path, notices = Path(task.arguments["path"]), list[Message]()
    with image_errors(path):
        file = open_file(task.source, path, task.arguments["page"], most_pixels=None)
        width, height = file.head.size
        task.request_seconds(width * height * CONVERSION_SECONDS_PER_PIXEL * SLOW.get(file.head.format, 1))
        pyramid_job.convert(file, task, notices)
    return {"value": [each.to_json() for each in notices]}


def preview(task: Task) -> Json:
    """Decodes a reduced copy of a large picture that has to be converted, and reports it while it is filled."""
    path = Path(task.arguments["path"])
    with image_errors(path):
        file = open_file(task.source, path, task.arguments["page"], most_pixels=None)
        width, height = file.head.size
        task.request_seconds(width * height * CONVERSION_SECONDS_PER_PIXEL)
        found = preview_job.decode(file, task)
    return {"value": None, "arrays": [] if found is None else [task.output.describe(found)]}


def regions(task: Task) -> Json:
    """Reads rectangles of a level of a large picture, below each other. Returns how many tiles of them are damaged."""
    arguments = task.arguments
    path = Path(arguments["path"])
    with image_errors(path):
        picture = child.kept(task.source, path, arguments["page"])
        if picture is None:
            raise LookupError("no large picture")
        corners = [(top, left) for top, left in arguments["corners"]]
        found, damaged = picture.read(arguments["times"], corners, arguments["size"], task.output.allocate)
    return {"value": damaged, "arrays": [task.output.describe(plane) for plane in found.all]}


def frames(task: Task) -> Json:
    """Decodes frames of an animation, from `first` on.

    Returns for each how many ms it is shown, and how many arrays it has; a damaged one has none.
    """
    arguments, began = task.arguments, monotonic()
    described, arrays, length = list[list[int]](), list[Json](), 0
    for ms, found in loading.decode_frames(
        task.source, Path(arguments["path"]), arguments["first"], task.output.allocate
    ):
        planes = [] if found is None else [each for each in (found.pixels, found.alpha) if each is not None]
        described.append([ms, len(planes)])
        arrays += [task.output.describe(plane) for plane in planes]
        length += sum(plane.nbytes for plane in planes)
        late = monotonic() - began > BATCH_SECONDS
        if late or length >= arguments["most_bytes"] or len(described) == MOST_FRAMES:
            break
    return {"value": described, "arrays": arrays}
