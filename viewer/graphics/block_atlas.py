"""Blocks of images in one texture with a budget of bytes; the least recently used are dropped.

A block is uploaded when it is first drawn: of a large image only what the view shows.
"""

import weakref
from collections import OrderedDict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from viewer.graphics.device import Device

SIDE = 256
"""Px of a block's side; blocks at the end of an image are smaller."""
BUDGET = 192 << 20
"""Bytes of texture: a 4K view in tiles of 128 px, each of which takes a block, and half of another one."""

Image = NDArray[np.uint8]
"""(h, w, 4) contiguous: blue, green, red, alpha, premultiplied. Its values never change."""
Block = tuple[Image, int, int]
"""An image, and row and column of its block's first px."""


class BlockAtlas:
    """The layers of a texture, one for each block. Methods raise DeviceError."""

    def __init__(self, device: Device, budget: int = BUDGET) -> None:
        self.capacity = min(budget // (4 * SIDE**2), device.context.info["GL_MAX_ARRAY_TEXTURE_LAYERS"])
        """Blocks that fit."""
        with device.guarded():
            self.texture = device.context.texture_array((SIDE, SIDE, self.capacity), 4)
        self._held: OrderedDict[tuple[int, int, int], tuple[weakref.ref[Image], int]] = OrderedDict()

    def layer(self, block: Block) -> int:
        """Returns the layer of a block. The last `capacity` blocks that were asked for are there."""
        image, top, left = block
        key = id(image), top, left
        before = self._held.pop(key, None)
        if before is not None and before[0]() is image:  # else another image had this address
            self._held[key] = before
            return before[1]
        layer = self._free_layer() if before is None else before[1]
        part = image[top : top + SIDE, left : left + SIDE]
        self.texture.write(np.ascontiguousarray(part), viewport=(0, 0, layer, *part.shape[1::-1], 1))
        self._held[key] = weakref.ref(image), layer
        return layer

    def _free_layer(self) -> int:
        if len(self._held) < self.capacity:
            return len(self._held)
        return self._held.popitem(last=False)[1][1]


def blocks(image: Image) -> Iterator[Block]:
    """Yields the blocks of an image."""
    height, width = image.shape[:2]
    for top in range(0, height, SIDE):
        for left in range(0, width, SIDE):
            yield image, top, left
