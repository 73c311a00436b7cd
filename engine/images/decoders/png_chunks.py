"""The chunks of a PNG (W3C's specification, third edition): walked in one pass, whatever their order and checksums."""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

SIGNATURE = b"\x89PNG\r\n\x1a\n"
INFLATE_STEP = 4096
"""Bytes that are inflated at once. An error in them costs as many steps of one byte."""


@dataclass(frozen=True)
class Chunk:
    """kind: four letters. start: where its data begins. length: bytes of data that are there, not what it declares."""

    kind: bytes
    start: int
    length: int


def chunks(stream: BinaryIO) -> Iterator[Chunk]:
    """Yields the chunks, IEND being the last. A file that ends early, or goes on with what is none, ends them.

    Reads a few bytes of each. The caller may move the position of the stream.
    """
    position, end = len(SIGNATURE), stream.seek(0, os.SEEK_END)
    while position + 8 <= end:
        stream.seek(position)
        header = stream.read(8)
        declared, kind = int.from_bytes(header[:4], "big"), header[4:]
        if not kind.isalpha():
            return
        yield Chunk(kind, position + 8, min(declared, end - position - 8))
        if kind == b"IEND":
            return
        position += 12 + declared


def data_of(stream: BinaryIO, chunk: Chunk) -> bytes:
    """Returns the data of a chunk."""
    stream.seek(chunk.start)
    return stream.read(chunk.length)


def checked_data(stream: BinaryIO, chunk: Chunk) -> tuple[bytes, bool]:
    """Returns the data of a chunk, and whether the checksum after it is right."""
    data = data_of(stream, chunk)
    return data, stream.read(4) == checksum(chunk.kind, data)


def checksum(kind: bytes, data: bytes) -> bytes:
    """Returns the checksum that belongs after a chunk."""
    return zlib.crc32(data, zlib.crc32(kind)).to_bytes(4, "big")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Returns a chunk as it is written."""
    return len(data).to_bytes(4, "big") + kind + data + checksum(kind, data)


def inflated(data: bytes, most: int) -> bytes:
    """Returns what a zlib stream holds, as far as it is sound, but at most `most` bytes."""
    unpacker, out = zlib.decompressobj(), bytearray()
    for start in range(0, len(data), INFLATE_STEP):
        step, before = data[start : start + INFLATE_STEP], unpacker.copy()
        try:
            out += unpacker.decompress(step, most - len(out))
        except zlib.error:
            return bytes(out + _inflated_bytewise(before, step, most - len(out)))
        if unpacker.eof or len(out) >= most:
            break
    return bytes(out)


def _inflated_bytewise(unpacker: "zlib._Decompress", data: bytes, most: int) -> bytes:
    """Returns what is before an error in the data."""
    out = bytearray()
    for position in range(len(data)):
        try:
            out += unpacker.decompress(data[position : position + 1], most - len(out))
        except zlib.error:
            break
        if len(out) >= most:
            break
    return bytes(out)
