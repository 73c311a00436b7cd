"""Tiles of coefficients in one texture with a budget of bytes; the least recently used are dropped."""

from collections import OrderedDict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.geometry.tile_index import TILE_LATENTS as SIDE
from engine.geometry.tile_index import TileIndex, tile_bytes
from viewer.graphics.device import Device

BUDGET = 256 << 20
"""Bytes of a picture's polynomials on the card: a full-HD view of Live at ×1.4 and above, a 4K view at ×2.8."""
TILES_ACROSS = 8
"""Tiles along a side of one layer of the texture: at 1280 x 1536 texels, a layer is smaller than any card allows."""
TILES_PER_LAYER = TILES_ACROSS**2


class TileAtlas:
    """Holds the tiles of one map of polynomials of `order`.

    budget: bytes of texture, rounded up to whole layers. tiles: how many the whole map has.
    A texel holds four half floats. A latent takes `texels` of them in a row, and `order` rows: each row the three
    colours' coefficients of one order in y. Raises DeviceError, as `put` does.
    """

    def __init__(self, device: Device, order: int, budget: int, tiles: int) -> None:
        self.order = order
        self.texels = (3 * order + 3) // 4
        most = device.context.info["GL_MAX_ARRAY_TEXTURE_LAYERS"]
        layer_bytes = tile_bytes(order) * TILES_PER_LAYER
        layers = min(-(-budget // layer_bytes), -(-tiles // TILES_PER_LAYER), most)
        size = TILES_ACROSS * SIDE * self.texels, TILES_ACROSS * SIDE * order, layers
        device.free_unused()  # perhaps the atlas of the picture before
        with device.guarded():
            self.texture = device.context.texture_array(size, 4, dtype="f2")
        self._device = device
        self.capacity = layers * TILES_PER_LAYER
        """Tiles that fit."""
        self.bytes = layers * layer_bytes
        self._slots: OrderedDict[TileIndex, int] = OrderedDict()
        self.held: frozenset[TileIndex] = frozenset()
        """The tiles that are there."""

    def put(self, tiles: Mapping[TileIndex, NDArray[np.float16]]) -> None:
        """Stores tiles, each (h, order, w, 4 * texels) contiguous, smaller than SIDE at the border of the map."""
        with self._device.guarded():
            for index, values in tiles.items():
                if index not in self._slots:
                    self._write(self._free_slot(index), values)
        self.held = frozenset(self._slots)

    def slots(self, down: tuple[int, int], across: tuple[int, int]) -> NDArray[np.int32]:
        """Returns where the tiles of rows and columns [first, last) are, -1 if they are not, and marks them as used."""
        found = np.full((down[1] - down[0], across[1] - across[0]), -1, np.int32)
        for row, col in np.ndindex(*found.shape):
            index = row + down[0], col + across[0]
            if index in self._slots:
                self._slots.move_to_end(index)
                found[row, col] = self._slots[index]
        return found

    def _free_slot(self, index: TileIndex) -> int:
        slot = len(self._slots)
        if slot == self.capacity:
            slot = self._slots.popitem(last=False)[1]
        self._slots[index] = slot
        return slot

    def _write(self, slot: int, values: NDArray[np.float16]) -> None:
        height, _, width, _ = values.shape
        layer, place = divmod(slot, TILES_PER_LAYER)
        row, col = divmod(place, TILES_ACROSS)
        corner = col * SIDE * self.texels, row * SIDE * self.order, layer
        self.texture.write(values, viewport=(*corner, width * self.texels, height * self.order, 1))
