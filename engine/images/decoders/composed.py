"""Frames of animations, composed: the format's own decoder reads the head, and what is there of a damaged first one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO

import numpy as np

from engine.base.messages import Message
from engine.images.decoders import gif_frames, png_frames, webp_frames
from engine.images.decoders.animation import Animation, Composer
from engine.images.head import Alpha, Head, Model
from engine.images.pages import Kind, Pages, require
from engine.images.samples import Samples, from_arrays

FRAMES: dict[str, Callable[[bytes, tuple[int, int]], Animation]] = {
    "GIF": gif_frames.read,
    "PNG": png_frames.read,
    "WEBP": webp_frames.read,
}
"""By format: returns the frames in the bytes of a file, for an animation of (width, height) px."""
Decode = Callable[[BinaryIO, Head, list[Message]], Samples]


@dataclass(frozen=True)
class Frames:
    """The frames of an open file. first: the head of its first picture, which the format's own decoder decodes."""

    composer: Composer
    first: Head

    def ms(self, number: int) -> int:
        """Returns how long a frame is shown."""
        return self.composer.animation.parts[number].shown_ms


def read_head(stream: BinaryIO, first: Head, page: int | None) -> Head:
    """Returns the head of a frame; `first`, which is of one of FRAMES, if it is no animation. Raises NoSuchPageError.

    page: from 0; None for the first.
    """
    if not first.pages.animated:
        require(page or 0, 1)
        return first
    stream.seek(0)
    animation = FRAMES[first.format](stream.read(), first.size)
    if len(animation.parts) < 2:
        require(page or 0, 1)
        return replace(first, pages=Pages())
    frames = Frames(Composer(animation, first.size, np.uint16 if first.deep else np.uint8), first)
    model = first.model if first.model is Model.GRAY else Model.RGB
    return at_page(replace(first, model=model, alpha=Alpha.STRAIGHT, parsed=frames), page or 0)


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
