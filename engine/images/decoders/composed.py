"""Frames of animations, composed: the format's own decoder reads the head, and what is there of a damaged first one."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

import numpy as np

from engine.base.messages import Message
from engine.images.decoders import avif_frames, gif_frames, png_frames, webp_frames
from engine.images.decoders.animation import Animation, Composer
from engine.images.head import Alpha, Head, Model
from engine.images.pages import Kind, Pages, require
from engine.images.samples import Samples, from_arrays

FRAMES: dict[str, Callable[[bytes, tuple[int, int]], Animation]] = {
    "AVIF": avif_frames.read,
    "GIF": gif_frames.read,
    "PNG": png_frames.read,
    "WEBP": webp_frames.read,
}
"""By format: returns the frames in the bytes of a file, for an animation of (width, height) px."""
_last = threading.local()
"""The frames that a thread has used last."""
ReadHead = Callable[[BinaryIO, int | None], Head]
Decode = Callable[[BinaryIO, Head, list[Message]], Samples]


@dataclass(frozen=True)
class Frames:
    """The frames of a file. data: the file. first: the head of its first picture, for the format's own decoder."""

    data: bytes
    composer: Composer
    first: Head

    def ms(self, number: int) -> int:
        """Returns how long a frame is shown."""
        return self.composer.animation.parts[number].shown_ms


def read_head(stream: BinaryIO, page: int | None, read_first: ReadHead) -> Head:
    """Returns the head of a frame, or of a file of one of FRAMES that is no animation.

    page: from 0; None for the first. read_first: of the file's format. Raises NoSuchPageError, and what it raises.
    """
    alone = webp_frames.first_alone(stream)
    first = read_first(BytesIO(alone) if alone else stream, None)
    if not (alone or first.pages.animated):
        require(page or 0, 1)
        return first
    stream.seek(0)
    frames = _frames(stream.read(), first)
    if len(frames.composer.animation.parts) < 2:
        require(page or 0, 1)
        return replace(first, pages=Pages())
    model = first.model if first.model is Model.GRAY else Model.RGB
    return at_page(replace(first, model=model, alpha=Alpha.STRAIGHT, parsed=frames), page or 0)


def _frames(data: bytes, first: Head) -> Frames:
    """Returns the frames of a file; those that this thread has used last, if they are of the same bytes.

    Frames are mostly asked for one after the other, and each needs those before it.
    """
    last: Frames | None = getattr(_last, "frames", None)
    if last is None or last.data != data:
        _last.frames = None
        animation = FRAMES[first.format](data, first.size)
        composer = Composer(animation, first.size, np.uint16 if first.deep else np.uint8)
        last = _last.frames = Frames(data, composer, first)
    return replace(last, first=first)


def at_page(head: Head, page: int) -> Head:
    """Returns the head of another frame of the same file. Raises NoSuchPageError."""
    frames: Frames = head.parsed
    animation = frames.composer.animation
    require(page, len(animation.parts))
    return replace(head, pages=Pages(page, len(animation.parts), Kind.FRAMES, animation.plays))


def decode(stream: BinaryIO, head: Head, notices: list[Message], decode_first: Decode) -> Samples:
    """Decodes a frame. Raises whatever the decoders raise.

    decode_first: of the file's format; it shows what is there of a damaged first frame.
    """
    frames: Frames = head.parsed
    try:
        canvas = frames.composer.frame(head.pages.page)
    except MemoryError:
        raise
    except Exception:
        if head.pages.page:
            raise
        samples = decode_first(stream, frames.first, notices)
        return replace(samples, head=replace(samples.head or frames.first, pages=head.pages))
    return from_arrays(canvas[..., : head.model.channels], canvas[..., 3])
