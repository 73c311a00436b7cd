"""Run-length coded pixels of a BMP, of 4, 8 or 24 bits."""

import numpy as np
from numpy.typing import NDArray

END_OF_ROW, END, DELTA = 0, 1, 2
"""What follows a run of no pixels; larger numbers count pixels that are stored one by one."""


class _Canvas:
    """The pixels so far, (H, W, n) from the bottom up, and the position of the next one."""

    def __init__(self, width: int, height: int, channels: int) -> None:
        self.pixels = np.zeros((height, width, channels), np.uint8)
        self.x = self.y = 0

    @property
    def full(self) -> bool:
        return self.y >= len(self.pixels)

    def put(self, values: NDArray[np.uint8]) -> None:
        """Writes pixels (n, channels) of the current row; those beyond its end are left out."""
        if not self.full:
            room = self.pixels[self.y, self.x : self.x + len(values)]
            room[...] = values[: len(room)]
        self.x += len(values)

    def move(self, right: int, up: int) -> None:
        self.x, self.y = self.x + right, self.y + up


def decode(data: bytes, width: int, height: int, bits: int) -> tuple[NDArray[np.uint8], int]:
    """Returns pixels (H, W, 1 or 3) from the bottom up, and how many are missing at the end.

    Pixels that are jumped over have number 0. None are missing if the data says that it ends.
    """
    canvas, position = _Canvas(width, height, 3 if bits == 24 else 1), 0
    run_bytes = 3 if bits == 24 else 1
    while position + 2 <= len(data) and not canvas.full:
        count, code = data[position], data[position + 1]
        position += 2
        if count:
            run = data[position - 1 : position - 1 + run_bytes]
            if len(run) < run_bytes:
                break
            canvas.put(_run(run, count, bits))
            position += run_bytes - 1
        elif code == END:
            return canvas.pixels, 0
        elif code == END_OF_ROW:
            canvas.move(-canvas.x, 1)
        elif code == DELTA:
            canvas.move(*data[position : position + 2].ljust(2, b"\0"))
            position += 2
        else:
            length = (code * bits + 7) // 8
            stored = data[position : position + length]
            canvas.put(_literal(stored, code, bits))
            position += length + length % 2
    return canvas.pixels, max(0, (height - canvas.y) * width - canvas.x)


def _run(run: bytes, count: int, bits: int) -> NDArray[np.uint8]:
    """Returns a colour `count` times; of 4 bits, two colours that take turns."""
    if bits == 4:
        pair = np.array([run[0] >> 4, run[0] & 15], np.uint8)
        return np.resize(pair, count)[:, None]
    return np.broadcast_to(np.frombuffer(run, np.uint8), (count, len(run)))


def _literal(stored: bytes, count: int, bits: int) -> NDArray[np.uint8]:
    """Returns pixels that are stored one by one; fewer if the data ends."""
    values = np.frombuffer(stored, np.uint8)
    if bits == 24:
        return values[: len(values) // 3 * 3].reshape(-1, 3)
    if bits == 4:
        values = np.stack([values >> 4, values & 15], axis=-1).ravel()[:count]
    return values[:, None]
