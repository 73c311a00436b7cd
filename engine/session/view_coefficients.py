"""Sends the polynomials of a view's latents, for a window that evaluates them itself. The engine's thread.

Such a window needs no decoding: once it holds the polynomials, it draws any view of them at once, at full resolution.
"""

import itertools
from collections.abc import Callable
from dataclasses import replace
from math import hypot
from typing import TYPE_CHECKING

from engine.geometry.tile_index import TILE_LATENTS, TileIndex, tile_bytes
from engine.geometry.tiling import visible_rect
from engine.geometry.viewport import Viewport, resized
from engine.session.events import CoefficientsReady
from engine.session.requests import Held, ViewRequest
from engine.session.view_tiles import FRAME_TIME, Check, after

if TYPE_CHECKING:
    from engine.decoding.continuous_image import ContinuousImage

_numbers = itertools.count(1)
BLOCK_TILES = 8
"""Side, in tiles, of the blocks that are encoded at once: about 70 ms of Live on two cores."""


class ViewCoefficients:
    """The polynomials of one map: a picture under a model, or under that of a reference.

    picture: its number. emit: gets CoefficientsReady. reference: its name; empty for the model.
    """

    def __init__(
        self,
        source: "ContinuousImage",
        picture: int,
        emit: Callable[[CoefficientsReady], None],
        reference: str = "",
    ) -> None:
        self.source = source
        self._picture, self._emit, self._reference = picture, emit, reference
        self._number = next(_numbers)

    def can_send(self, request: ViewRequest) -> bool:
        """Whether a request wants polynomials, there are such, and those of its view fit into the window's budget."""
        made, held = self.source.polynomials, self._held(request)
        if held is None or made is None or request.view.scale <= 1:
            return False
        return len(self._tiles(request.view)) * tile_bytes(made.order) <= held.budget

    def send(self, request: ViewRequest, check: Check) -> None:
        """Makes and sends the missing tiles of a view, nearest its middle first.

        Amid a gesture, a block of tiles that was begun is finished, and within FRAME_TIME several: if each view
        cancelled the one before, none would ever be finished.
        """
        if request.moving:
            check = after(FRAME_TIME, check)
        self._send(request, self._not_held(request, self._tiles(request.view)), check)

    def send_border(self, request: ViewRequest, check: Check) -> None:
        """Makes and sends the tiles around a view, so that a pan finds them there, if the budget has room for them."""
        view, margin = request.view, 2 * TILE_LATENTS * request.view.scale
        wider = resized(view, round(view.width + margin), round(view.height + margin))
        if self.can_send(replace(request, view=wider)):
            inside = set(self._tiles(view))
            around = [tile for tile in self._tiles(wider) if tile not in inside]
            self._send(request, self._not_held(request, around), check)

    def _send(self, request: ViewRequest, tiles: list[TileIndex], check: Check) -> None:
        made = self.source.polynomials
        assert made is not None
        width, height = self.source.picture.size
        about = self._picture, self._number, (height, width), made.order, made.weighting
        for block in _blocks(tiles, _middle(request.view)):
            check()
            tiles_of_block = self.source.coefficients(block), self.source.alpha_coefficients(block)
            self._emit(CoefficientsReady(request.number, *about, *tiles_of_block, self._reference))

    def _not_held(self, request: ViewRequest, tiles: list[TileIndex]) -> list[TileIndex]:
        held = self._held(request)
        if held is None or held.map != self._number:
            return tiles
        return [tile for tile in tiles if tile not in held.tiles]

    def _held(self, request: ViewRequest) -> Held | None:
        return next((held for held in request.held if held.reference == self._reference), None)

    def _tiles(self, view: Viewport) -> list[TileIndex]:
        rect = visible_rect(view, self.source.picture.size)
        return self.source.tiles_of(rect.rows, rect.cols)


def _middle(view: Viewport) -> tuple[float, float]:
    """Returns the tile (row, col) in the middle of a view, with its fraction."""
    x, y = view.source(view.width / 2, view.height / 2)
    return float(y / TILE_LATENTS), float(x / TILE_LATENTS)


def _blocks(tiles: list[TileIndex], middle: tuple[float, float]) -> list[list[TileIndex]]:
    """Divides tiles into blocks of at most BLOCK_TILES x BLOCK_TILES, nearest the middle first."""
    blocks: dict[TileIndex, list[TileIndex]] = {}
    for row, col in tiles:
        blocks.setdefault((row // BLOCK_TILES, col // BLOCK_TILES), []).append((row, col))

    def distance(block: TileIndex) -> float:
        return hypot(*((k + 0.5) * BLOCK_TILES - m for k, m in zip(block, middle, strict=True)))

    return [blocks[block] for block in sorted(blocks, key=distance)]
