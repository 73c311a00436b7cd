"""Evaluates local polynomials on a grid of pixels by two shaders, as engine/models/separable.py does on the processor.

The entries of each row and column of pixels are computed here in float64 (engine/geometry/local_basis.py), and become
float32 after that. So a shader handles no positions, and any zoom is as exact as on the processor: half floats of the
coefficients and of the sums between the passes are all that differs, about a tenth of a level of 255.
"""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights, basis
from viewer.graphics import device as devices
from viewer.graphics.device import Device
from viewer.graphics.pixel_blocks import pixel_blocks
from viewer.graphics.surface import Surface
from viewer.graphics.tile_atlas import SIDE, TILES_ACROSS, TileAtlas

if TYPE_CHECKING:
    import moderngl

SUMS = 4096, 512
"""Width and height of the texture between the passes, texels: 16 MB, whatever the size of the view."""
UNITS = "atlas", "slots", "rows", "columns", "sums"
"""The textures by the names that they have in the shaders."""
COLOURS, ALPHA, COLOURS_TIMES_ALPHA = range(3)
"""What a pass along x writes: opaque colours, alpha, or colours times the alpha that is there."""
Entries = tuple[NDArray[np.int64], NDArray[np.float64]]
"""As `basis` returns them."""


class PolynomialPainter:
    """The two compiled passes for polynomials of `order`, and the textures that they write. Raises DeviceError."""

    def __init__(self, device: Device, order: int) -> None:
        self.device, self.order = device, order
        self._along_y = device.program("along_y.frag", order)
        self._along_x = device.program("along_x.frag", order)
        context = device.context
        with device.guarded():
            self._sums = context.texture(SUMS, 4, dtype="f2")
            self._sums_target = context.framebuffer([self._sums])

    def paint(
        self,
        target: Surface,
        atlas: TileAtlas,
        rows: Axis,
        cols: Axis,
        size: tuple[int, int],
        weighting: EnsembleWeights,
        alpha: TileAtlas | None = None,
    ) -> None:
        """Draws the colours of the grid rows x cols (source px) into the target, from its (0, 0) on.

        size: (height, width) of the map, latents, two at least. alpha: of a transparent picture, bicubic; the colours
        are premultiplied by it. Where a tile is missing, the colour is undefined. Raises DeviceError.
        """
        with self.device.guarded():
            if alpha is not None:
                linear = EnsembleWeights.LINEAR
                shared(alpha.order)._render(target, alpha, rows, cols, size, linear, ALPHA)
            product = COLOURS if alpha is None else COLOURS_TIMES_ALPHA
            self._render(target, atlas, rows, cols, size, weighting, product)

    def _render(
        self,
        target: Surface,
        atlas: TileAtlas,
        rows: Axis,
        cols: Axis,
        size: tuple[int, int],
        weighting: EnsembleWeights,
        product: int,
    ) -> None:
        """Draws a grid into a target. product: one of COLOURS, ALPHA, COLOURS_TIMES_ALPHA."""
        down, across = (
            basis(axis, (0, length), length, self.order, weighting)
            for axis, length in zip((rows, cols), size, strict=True)
        )
        textures = self._inputs(atlas, down, across)
        for unit, texture in enumerate(textures):
            texture.use(unit)
        self._draw(target, atlas, rows.count, across[0] - across[0][0], product)

    def _inputs(self, atlas: TileAtlas, down: Entries, across: Entries) -> "list[moderngl.Texture]":
        """Makes the textures that the shaders read, in the order of UNITS, and sets the numbers that they need."""
        (top, bottom), (left, right) = ((int(first[0]), int(first[-1]) + 2) for first, _ in (down, across))
        slots = atlas.slots((top // SIDE, -(-bottom // SIDE)), (left // SIDE, -(-right // SIDE)))
        context = self.device.context
        slots_texture = context.texture(slots.shape[::-1], 1, slots, dtype="i4", alignment=4)
        self._corner = left % SIDE, top % SIDE
        return [atlas.texture, slots_texture, self._entries(down), self._entries(across), self._sums]

    def _entries(self, entries: Entries) -> "moderngl.Texture":
        """Makes a texture with a row per pixel: the lower latent, counted from the first one, then the entries."""
        first, values = entries
        texels = 1 + -(-2 * self.order // 4)
        table = np.zeros((len(first), 4 * texels), np.float32)
        table[:, 0] = first - first[0]
        table[:, 4 : 4 + 2 * self.order] = values.reshape(len(first), -1)
        return self.device.context.texture((texels, len(first)), 4, table, dtype="f4")

    def _draw(
        self, target: Surface, atlas: TileAtlas, height: int, first: NDArray[np.int64], product: int
    ) -> None:
        """Runs both passes for blocks of the view that fit into SUMS. first: lower latent of each column of pixels."""
        context = self.device.context
        times_alpha = context.DST_ALPHA, context.ZERO, context.ZERO, context.ONE
        for top in range(0, height, SUMS[1]):
            bottom = min(top + SUMS[1], height)
            for left, right, latent, latents in pixel_blocks(first, SUMS[0] // atlas.texels):
                self.device.draw(
                    self._along_y,
                    self._sums_target,
                    (0, 0, latents * atlas.texels, bottom - top),
                    corner=(self._corner[0] + latent, self._corner[1]),
                    first_row=top,
                    tiles_across=TILES_ACROSS,
                    **_units("atlas", "slots", "rows"),
                )
                self.device.draw(
                    self._along_x,
                    target.framebuffer,
                    (left, top, right, bottom),
                    times_alpha if product == COLOURS_TIMES_ALPHA else (),
                    first_row=top,
                    first_latent=latent,
                    is_alpha=product == ALPHA,
                    **_units("columns", "sums"),
                )


@cache
def shared(order: int) -> PolynomialPainter:
    """Returns the painter of this process for polynomials of `order`. Raises DeviceError."""
    return PolynomialPainter(devices.shared(), order)


def _units(*names: str) -> dict[str, int]:
    """Returns the units of textures."""
    return {name: UNITS.index(name) for name in names}
