"""Reads the bits of a JPEG XL codestream (ISO/IEC 18181-1, annex B)."""

Choice = tuple[int, int]
"""One encoding of a number: how many bits it has, and the offset that is added to them."""
ENUM: tuple[Choice, ...] = ((0, 0), (0, 1), (4, 2), (6, 18))
"""Encodings of the number of one of several names."""


class Bits:
    """Reads bits from the lowest bit of the first byte on. Bits past the end are zero."""

    def __init__(self, data: bytes) -> None:
        self._rest = int.from_bytes(data, "little")

    def take(self, count: int) -> int:
        value = self._rest & ((1 << count) - 1)
        self._rest >>= count
        return value

    def choose(self, choices: tuple[Choice, ...]) -> int:
        """Reads a U32 of the standard: two bits choose one of four encodings of the number."""
        count, offset = choices[self.take(2)]
        return self.take(count) + offset
