"""A texture that is drawn into and read back: px of blue, green, red and alpha, premultiplied, 8 bits each."""

import numpy as np
from numpy.typing import NDArray

from viewer.graphics.device import Device

GRANULE = 256
"""Sides of the texture are multiples of it, px: so a window that is resized seldom needs another one."""


class Surface:
    """A rectangle of pixels from (0, 0) on. It grows to the largest that was begun. Methods raise DeviceError."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.size = 0, 0
        """Width and height that were begun, px."""
        self._allocate(GRANULE, GRANULE)

    def begin(self, width: int, height: int) -> None:
        """Begins a picture of so many px. Its content is undefined."""
        self.size = width, height
        if width > self.texture.width or height > self.texture.height:
            self._allocate(max(width, self.texture.width), max(height, self.texture.height))

    def _allocate(self, width: int, height: int) -> None:
        width, height = (-(-length // GRANULE) * GRANULE for length in (width, height))
        context = self.device.context
        with self.device.guarded():
            self.texture = context.texture((width, height), 4)
            self.framebuffer = context.framebuffer([self.texture])

    def read_into(self, pixels: NDArray[np.uint8]) -> None:
        """Writes what was drawn into `pixels`, (height, width, 4) contiguous."""
        with self.device.guarded():
            self.framebuffer.read_into(pixels, viewport=(0, 0, *self.size), components=4)
