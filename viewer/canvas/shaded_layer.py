"""The picture as a graphics card draws it: polynomials of latents, evaluated at each device px. The window's thread.

It is one more layer of the picture, the best one wherever its polynomials are there. Below scale 1, and where they are
missing, the other layers are drawn (viewer/canvas/graphics.py).
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from engine.base.errors import DeviceError
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import TILE_LATENTS
from engine.geometry.tiling import TileRect
from engine.geometry.viewport import Viewport
from engine.session.events import CoefficientsReady
from engine.session.requests import Held
from viewer.graphics import polynomial_painter
from viewer.graphics.surface import Surface
from viewer.graphics.tile_atlas import BUDGET, TileAtlas

ALPHA_ORDER = 3
"""Order of bicubic's polynomials, which alpha is made of."""
REFERENCE_BUDGET = 128 << 20
"""Bytes of texture for each reference."""


class ShadedLayer:
    """The polynomials of one picture. fail: called once with the error of a driver that fails; it draws nothing then.

    size: (width, height) of the picture, source px. reference: whose polynomials they are; empty for the model.
    budget: bytes of texture.
    """

    def __init__(
        self,
        size: tuple[int, int],
        fail: Callable[[DeviceError], None],
        reference: str = "",
        budget: int = BUDGET,
    ) -> None:
        self._size, self._fail, self._reference, self._budget = size, fail, reference, budget
        self._weighting = EnsembleWeights.SMOOTH
        self._map, self._failed = 0, False
        self._atlases: tuple[TileAtlas, ...] = ()

    def of_reference(self, name: str) -> "ShadedLayer":
        """Returns an empty layer of the same picture for a reference."""
        return ShadedLayer(self._size, self._fail, name, REFERENCE_BUDGET)

    @property
    def held(self) -> tuple[Held, ...]:
        """What a request for a view says of it; nothing after a failure."""
        if self._failed:
            return ()
        tiles = (
            frozenset.intersection(*(each.held for each in self._atlases)) if self._atlases else frozenset()
        )
        return (Held(self._reference, self._map, tiles, self._budget),)

    def put(self, done: CoefficientsReady) -> None:
        """Takes polynomials. Those of another map replace all."""
        if self._failed:
            return
        try:
            if done.map != self._map:
                self._begin(done)
            for atlas, tiles in zip(self._atlases, (done.tiles, done.alpha), strict=False):
                atlas.put(tiles or {})
        except DeviceError as error:
            self._give_up(error)

    def _begin(self, done: CoefficientsReady) -> None:
        """Makes empty atlases for a map: of the colours, and of alpha if the picture is transparent."""
        self.clear()
        rows, cols = (-(-length // TILE_LATENTS) for length in done.size)
        for order in (done.order,) if done.alpha is None else (done.order, ALPHA_ORDER):
            painter = polynomial_painter.shared(order)
            self._atlases += (TileAtlas(painter.device, order, self._budget, rows * cols),)
        self._map, self._weighting = done.map, done.weighting

    def clear(self) -> None:
        """Drops all polynomials: another model makes others."""
        self._map, self._atlases = 0, ()

    def covered(self, view: Viewport, rect: QRect) -> QRegion:
        """Returns the device px of the view whose polynomials are there, inside a rectangle of the picture."""
        if not self._atlases or view.scale <= 1 or rect.isEmpty():
            return QRegion()
        part = _part(view, rect)
        return _covered(self._atlases, part.rows, part.cols, self._size[::-1]).translated(rect.topLeft())

    def paint(self, target: Surface, view: Viewport, rect: QRect) -> QRegion:
        """Draws a rectangle of the view, in device px inside the picture, into the target from (0, 0) on.

        Returns the device px of the view that are drawn; others have any colour. Raises DeviceError.
        """
        region = self.covered(view, rect)
        if not region.isEmpty():
            part, (colours, *alpha) = _part(view, rect), self._atlases
            painter = polynomial_painter.shared(colours.order)
            painter.paint(target, colours, part.rows, part.cols, self._size[::-1], self._weighting, *alpha)
        return region

    def _give_up(self, error: DeviceError) -> None:
        self.clear()
        self._failed = True
        self._fail(error)


def _part(view: Viewport, rect: QRect) -> TileRect:
    """Returns a rectangle of a view on the lattice of its scale."""
    x, y = view.origin
    return TileRect(view.scale, x + rect.left(), y + rect.top(), rect.width(), rect.height(), view.cell)


def _covered(atlases: tuple[TileAtlas, ...], rows: Axis, cols: Axis, size: tuple[int, int]) -> QRegion:
    """Returns the px of the grid rows x cols, counted from its corner, whose four latents' tiles are all there."""
    (top, bottom), (left, right) = (
        (first // TILE_LATENTS, -(-last // TILE_LATENTS))
        for first, last in (axis.latents(length) for axis, length in zip((rows, cols), size, strict=True))
    )
    slots = [atlas.slots((top, bottom), (left, right)) for atlas in atlases]
    there = np.all(np.array(slots) >= 0, axis=0)
    if there.all():
        return QRegion(0, 0, cols.count, rows.count)
    region = QRegion()
    if not there.any():
        return region
    across = _pairs(cols, size[1], left)
    for first, last, upper, lower in _pairs(rows, size[0], top):
        in_both = there[upper] & there[lower]
        for start, end, before, after in across:
            if in_both[before] and in_both[after]:
                region += QRect(start, first, end - start, last - first)
    return region


def _pairs(axis: Axis, size: int, first_tile: int) -> list[tuple[int, int, int, int]]:
    """Divides samples by the tiles of their two latents: [(first, last, tile of the lower, tile of the upper)].

    Tiles are counted from first_tile.
    """
    lower, _ = axis.neighbours(size)
    tiles = np.stack([lower // TILE_LATENTS, (lower + 1) // TILE_LATENTS]) - first_tile
    edges = np.flatnonzero(np.diff(tiles, axis=1).any(axis=0)) + 1
    bounds = [0, *edges.tolist(), axis.count]
    return [(a, b, int(tiles[0, a]), int(tiles[1, a])) for a, b in pairwise(bounds)]
