"""GIF: Pillow decodes it. The profile is read here, and the first picture of a damaged or truncated file."""

from dataclasses import replace
from typing import BinaryIO

import numpy as np

from engine.base.messages import Message
from engine.images import damage
from engine.images.decoders import pillow
from engine.images.decoders.gif_blocks import Frame, compressed, first_frame
from engine.images.decoders.gif_salvage import salvage
from engine.images.head import Alpha, Head, Model
from engine.images.samples import Samples, from_arrays


def read_head(stream: BinaryIO, page: int | None) -> Head:
    """Returns the head. Raises whatever Pillow raises."""
    head = pillow.read_head(stream, page, "GIF")
    position = stream.tell()  # where Pillow goes on reading
    frame = first_frame(stream)
    stream.seek(position)
    profile = frame.profile if frame else None
    return replace(head, signals=replace(head.signals, icc=profile))


def decode(stream: BinaryIO, head: Head, notices: list[Message]) -> Samples:
    """Decodes the picture, or what is there of it. Raises ValueError if nothing is."""
    try:
        return pillow.decode(stream, head, notices)
    except OSError:
        frame = None if head.pages.page else first_frame(stream)
        if frame is None or frame.canvas != head.size:
            raise
        return _salvaged(frame, compressed(stream, frame, 2 * head.width * head.height + 1024), head, notices)


def _salvaged(frame: Frame, data: bytes, head: Head, notices: list[Message]) -> Samples:
    """Returns the pixels up to the first damage; the others are transparent."""
    numbers, missing = salvage(frame, data)
    palette = np.zeros((256, 3), np.uint8)
    stored = np.frombuffer(frame.palette, np.uint8).reshape(-1, 3)
    palette[: len(stored)] = stored
    colour = np.zeros((head.height, head.width, 3), np.uint8)
    alpha = np.zeros((head.height, head.width), np.uint8)
    place = (slice(frame.y, frame.y + frame.height), slice(frame.x, frame.x + frame.width))
    there = colour[place].shape[:2]
    numbers, missing = numbers[: there[0], : there[1]], missing[: there[0], : there[1]]
    colour[place] = palette[numbers]
    alpha[place] = np.where(missing | (numbers == frame.transparent), 0, 255)
    notices.append(damage.shown_transparent(float(missing.mean())) if missing.any() else damage.ends_early())
    return from_arrays(colour, alpha, head=replace(head, alpha=Alpha.STRAIGHT, model=Model.PALETTE))
