"""Decodes what is there of the first picture of a damaged or truncated GIF."""

from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from engine.images.decoders.gif_blocks import Frame

MOST_CODE_BITS = 12
INTERLACED_ROWS = ((0, 8), (4, 8), (2, 4), (1, 2))
"""First row and step of the four passes."""


def salvage(frame: Frame, data: bytes) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Returns the numbers of the colours, (height, width), and where they are missing.

    data: the compressed pixels. Raises ValueError if there is not one pixel.
    """
    count = frame.width * frame.height
    found = b"".join(_strings(data, frame.code_bits, count))[:count]
    if not found:
        raise ValueError("not one pixel is there")
    numbers = np.frombuffer(found.ljust(count, b"\0"), np.uint8).reshape(frame.height, frame.width)
    missing = (np.arange(count) >= len(found)).reshape(frame.height, frame.width)
    if frame.interlaced:
        order = [row for first, step in INTERLACED_ROWS for row in range(first, frame.height, step)]
        places = np.argsort(np.array(order))
        numbers, missing = numbers[places], missing[places]
    return numbers, missing


def _codes(data: bytes, first_bits: int) -> Generator[int, int, None]:
    """Yields codes, which get longer as the table of strings grows. `send` tells the length of the next code."""
    bits, buffer, held = first_bits, 0, 0
    for byte in data:
        buffer |= byte << held
        held += 8
        while held >= bits:
            code = buffer & ((1 << bits) - 1)
            buffer >>= bits
            held -= bits
            bits = (yield code) or bits


def _strings(data: bytes, code_bits: int, most: int) -> Iterator[bytes]:
    """Yields strings of pixels up to the end code, the first wrong code, or `most` pixels (LZW)."""
    if not 1 <= code_bits < MOST_CODE_BITS:
        return
    clear, end = 1 << code_bits, (1 << code_bits) + 1
    fresh = [bytes([k & 255]) for k in range(clear)] + [b"", b""]
    table, before, bits, count = fresh.copy(), b"", code_bits + 1, 0
    codes = _codes(data, bits)
    code = next(codes, end)
    while code != end and count < most:
        if code == clear:
            table, before, bits = fresh.copy(), b"", code_bits + 1
        else:
            if code < len(table):
                string = table[code]
            elif code == len(table) and before:
                string = before + before[:1]
            else:
                return
            yield string
            count += len(string)
            if before and len(table) < 1 << MOST_CODE_BITS:
                table.append(before + string[:1])
                if len(table) == 1 << bits and bits < MOST_CODE_BITS:
                    bits += 1
            before = string
        try:
            code = codes.send(bits)
        except StopIteration:
            return
