"""How many frames a PNG has, if it is an animation whose frames can be trusted."""

from typing import BinaryIO

from engine.base.messages import Message, message
from engine.images.decoders.png_chunks import Chunk
from engine.images.pages import MOST_PAGES, SINGLE, Kind, Pages


def pages(stream: BinaryIO, every: list[Chunk], found: dict[bytes, bytes], notices: list[Message]) -> Pages:
    """Returns the frames. An animation with errors is reported, and is one picture.

    every: all chunks in their order. found: the data of acTL, if there is one.
    """
    if b"acTL" not in found:
        return SINGLE
    count = int.from_bytes(found[b"acTL"][:4], "big")
    frames = [each for each in every if each.kind in (b"fcTL", b"fdAT")]
    controls = sum(each.kind == b"fcTL" for each in frames)
    if not 0 < count <= MOST_PAGES or controls != count or not _in_sequence(stream, frames):
        notices.append(message("the animation is damaged: only its first picture is shown"))
        return SINGLE
    return Pages(0, count, Kind.FRAMES, int.from_bytes(found[b"acTL"][4:8], "big"))


def _in_sequence(stream: BinaryIO, frames: list[Chunk]) -> bool:
    """Whether the chunks of the frames are numbered from 0 on."""
    for number, each in enumerate(frames):
        stream.seek(each.start)
        if int.from_bytes(stream.read(4), "big") != number:
            return False
    return True
