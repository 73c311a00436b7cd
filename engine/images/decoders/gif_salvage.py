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


class _Table:
    """The strings of pixels that codes stand for (LZW). bits: of the next code."""

    def __init__(self, code_bits: int) -> None:
        self.clear, self.end = 1 << code_bits, (1 << code_bits) + 1
        self._first_bits = code_bits + 1
        self._fresh = [bytes([number & 255]) for number in range(self.clear)] + [b"", b""]
        self.reset()

    def reset(self) -> None:
        """Forgets all strings but single pixels."""
        self._strings, self._before, self.bits = self._fresh.copy(), b"", self._first_bits

    def string(self, code: int) -> bytes:
        """Returns the string of a code, and learns a longer one. It is empty for a code that means nothing."""
        if code < len(self._strings):
            string = self._strings[code]
        elif code == len(self._strings) and self._before:
            string = self._before + self._before[:1]
        else:
            return b""
        if self._before and len(self._strings) < 1 << MOST_CODE_BITS:
            self._strings.append(self._before + string[:1])
            if len(self._strings) == 1 << self.bits and self.bits < MOST_CODE_BITS:
                self.bits += 1
        self._before = string
        return string


def _strings(data: bytes, code_bits: int, most: int) -> Iterator[bytes]:
    """Yields strings of pixels up to the end code, the first wrong code, or `most` pixels."""
    if not 1 <= code_bits < MOST_CODE_BITS:
        return
    table, count = _Table(code_bits), 0
    codes = _codes(data, table.bits)
    code = next(codes, table.end)
    while code != table.end and count < most:
        if code == table.clear:
            table.reset()
        else:
            string = table.string(code)
            if not string:
                return
            yield string
            count += len(string)
        try:
            code = codes.send(table.bits)
        except StopIteration:
            return
