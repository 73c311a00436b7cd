"""Images on the graphics card, in blocks with a budget of bytes; the least recently used are dropped.

A block is uploaded when it is first drawn: of a large image only what the view shows. Blocks of images that nobody
holds any more are dropped too.
"""

import weakref
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from viewer.graphics.device import Device

if TYPE_CHECKING:
    import moderngl

BLOCK = 1024
"""Px of a block's side; blocks at the end of an image are smaller."""
BUDGET = 256 << 20
"""Bytes of the blocks that are kept."""

Image = NDArray[np.uint8]
"""(h, w, 4) contiguous: blue, green, red, alpha, premultiplied. Its values never change."""


class ImageTextures:
    """The blocks of images. Methods raise DeviceError."""

    def __init__(self, device: Device, budget: int = BUDGET) -> None:
        self._device, self._budget = device, budget
        self._held: OrderedDict[tuple[int, int, int], tuple[weakref.ref[Image], moderngl.Texture]] = (
            OrderedDict()
        )
        self.bytes = 0
        """Bytes of the blocks that are held."""

    def block(self, image: Image, top: int, left: int) -> "moderngl.Texture":
        """Returns the block of an image whose first px is (top, left), multiples of BLOCK."""
        key = id(image), top, left
        if key in self._held:
            if self._held[key][0]() is image:
                self._held.move_to_end(key)
                return self._held[key][1]
            self._drop(key)  # another image had this address
        part = np.ascontiguousarray(image[top : top + BLOCK, left : left + BLOCK])
        with self._device.guarded():
            texture = self._device.context.texture(part.shape[1::-1], 4, part)
        self._held[key] = weakref.ref(image), texture
        self.bytes += part.nbytes
        while self.bytes > self._budget and len(self._held) > 1:
            self._drop(next(iter(self._held)))
        return texture

    def free_unused(self) -> None:
        """Drops the blocks of images that nobody holds any more."""
        for key in [key for key, (image, _) in self._held.items() if image() is None]:
            self._drop(key)

    def _drop(self, key: tuple[int, int, int]) -> None:
        _, texture = self._held.pop(key)
        self.bytes -= 4 * texture.width * texture.height
