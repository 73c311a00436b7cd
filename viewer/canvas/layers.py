"""What has come of the picture so far: tiles by scale, and under them the floor that has no hole. The window's thread.

A layer's px are its own lattice's: `density` of them to a source px, counted from the picture's top left corner.
"""

from copy import copy
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, hypot, inf, log2

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.geometry.viewport import Viewport
from engine.session.events import Grade, Tile
from viewer.canvas.animation import FADE, FADE_STEPS

BUDGET = 128 << 20
"""Bytes of tiles that are kept: what several screens full take, in neighbouring scales."""
LONGEST = 1 << 14
"""Px of an image's side: QPainter counts source px in 16 bits."""
FINEST = 8
"""A layer up to this many times finer than the view is drawn; beyond, gathering it costs more than it shows."""

BEHIND = {Grade.SKETCH: 1.25, Grade.SAMPLED: 0.01, Grade.PASSING: 0.0, Grade.EXACT: 0.0}
OUTDATED = 0.9
"""Octaves that tiles of a grade, and those of a model that was left, count as coarser than they are: the model's own
at half the resolution is better than a sketch or what is outdated would be at two fifths."""


@dataclass(frozen=True, eq=False)
class Placed:
    """An image at (x, y) of its layer's lattice.

    pixels: the memory that the image shows, and that lives as long. born: when it came, seconds of the canvas's clock.
    """

    x: int
    y: int
    image: QImage
    pixels: NDArray[np.uint8]
    born: float

    @property
    def right(self) -> int:
        """Where it ends, layer px."""
        return self.x + self.image.width()

    @property
    def bottom(self) -> int:
        """Where it ends, layer px."""
        return self.y + self.image.height()


@dataclass(eq=False)
class Layer:
    """Images of one density and grade. stale: a model's that was left since."""

    density: Fraction
    grade: Grade = Grade.EXACT
    stale: bool = False
    images: dict[tuple[int, int], Placed] = field(default_factory=dict)

    @cached_property
    def octave(self) -> float:
        """The density's logarithm."""
        return log2(self.density)

    def blur(self, scale: float) -> float:
        """How far it is from what a view of `scale` wants, in octaves: 0 is exactly that."""
        octaves = log2(scale) - self.octave
        behind = OUTDATED if self.stale else BEHIND[self.grade]
        return (octaves if octaves > 0 else -octaves / 4) + behind

    def within(self, view: Viewport) -> list[Placed]:
        """Its images that the view shows, with a px around it."""
        ratio = self.density / Fraction(view.scale)
        x, y = view.origin
        left, right = floor(x * ratio) - 1, ceil((x + view.width) * ratio) + 1
        top, bottom = floor(y * ratio) - 1, ceil((y + view.height) * ratio) + 1
        return [
            placed
            for placed in self.images.values()
            if placed.x < right and placed.right > left and placed.y < bottom and placed.bottom > top
        ]


class Layers:
    """One picture's. size: (width, height) source px. opaque: whether all of it hides what is behind."""

    def __init__(self, size: tuple[int, int], preview: NDArray[np.uint8]) -> None:
        self.size = size
        self.opaque = _is_opaque(preview)
        level = round(log2(max(size) / max(preview.shape[:2])))
        while max(preview.shape[:2]) > LONGEST:
            preview, level = preview[::2, ::2], level + 1
        self.floor = Layer(Fraction(1, 2**level))
        self.floor.images[0, 0] = self._placed(0, 0, preview, -inf)
        self._layers: dict[tuple[float, Grade], Layer] = {}
        self._stale: list[Layer] = []
        self.held = 0
        """Bytes of tiles; the floor is not counted."""
        self._budget = BUDGET
        self._newest = self._shown = -inf

    def beside(self, budget: int) -> "Layers":
        """Those of the same picture made by something else: the floor is there. They keep `budget` bytes of tiles."""
        other = copy(self)
        other._layers, other._stale = {}, []
        other.held, other._budget = 0, budget
        other._newest = other._shown = -inf
        return other

    def put(self, tile: Tile, now: float = -inf) -> None:
        """Keeps a tile. now: from when on it fades in, unless it takes the place of an older one."""
        if tile.grade == Grade.PASSING:
            # the next frame of a gesture goes on with the fading of the last
            now = min(now, self._forget_passing())
        key = (tile.scale, tile.grade)
        if key not in self._layers:
            self._layers[key] = Layer(Fraction(tile.scale), tile.grade)
        images = self._layers[key].images
        before = images.get((tile.x, tile.y))
        if before is not None and before.pixels is tile.pixels:
            return  # the engine tells of all tiles of a view, also of those it told of before
        self._forget(images, (tile.x, tile.y))
        born = now if before is None else before.born
        images[tile.x, tile.y] = self._placed(tile.x, tile.y, tile.pixels, born)
        self.held += tile.pixels.nbytes
        self._newest = max(self._newest, born)

    def _forget_passing(self) -> float:
        """Lets go of what a gesture showed a moment ago. Returns when it came, inf where there was nothing."""
        born = inf
        for key in [key for key in self._layers if key[1] == Grade.PASSING]:
            layer = self._layers.pop(key)
            born = min((placed.born for placed in layer.images.values()), default=born)
            for place in tuple(layer.images):
                self._forget(layer.images, place)
        return born

    def opacity(self, placed: Placed, now: float) -> float:
        """How much of an image is to be seen at a time: 1 is all."""
        if placed.born <= self._shown or not self.opaque:
            return 1.0
        age = (now - placed.born) / FADE
        return 1.0 if age >= 1 else max(floor(age * FADE_STEPS), 0) / FADE_STEPS

    def fading(self, now: float) -> bool:
        """Whether something is to be seen in part only."""
        return self.opaque and self._newest > self._shown and now - self._newest < FADE

    def show_all(self) -> None:
        """What fades in is there at once, since all of the view moves."""
        self._shown = self._newest

    def leave_model(self) -> None:
        """Another model will make the tiles from now on: those of the last serve until its own are there."""
        for (_, grade), layer in self._layers.items():
            if grade > Grade.SKETCH and layer.density > 1:
                layer.stale = True
                self._stale.append(layer)
        self._layers = {key: layer for key, layer in self._layers.items() if not layer.stale}

    def settle(self) -> None:
        """The view is complete: what only stood in for it may go."""
        sketches = (layer for (_, grade), layer in self._layers.items() if grade == Grade.SKETCH)
        for layer in (*self._stale, *sketches):
            for place in tuple(layer.images):
                self._forget(layer.images, place)
        self._stale.clear()
        self._layers = {key: layer for key, layer in self._layers.items() if layer.images}

    def ranked(self, scale: float) -> list[Layer]:
        """The layers that are of use at a scale, the best first, the floor among them."""
        near = [
            layer
            for layer in (*self._layers.values(), *self._stale)
            if layer.density <= FINEST * Fraction(scale)
        ]
        return sorted((*near, self.floor), key=lambda layer: layer.blur(scale))

    def prune(self, view: Viewport) -> None:
        """Lets go of what is farthest from the view, in place and scale, until the budget is kept."""
        if self.held <= self._budget:
            return
        middle = view.source(view.width / 2, view.height / 2)
        reach = Fraction(max(view.width, view.height)) / Fraction(view.scale)
        candidates = []
        for layer in (*self._layers.values(), *self._stale):
            blur = layer.blur(view.scale)
            for place, placed in layer.images.items():
                dx = float(((placed.x + placed.right) / (2 * layer.density) - middle[0]) / reach)
                dy = float(((placed.y + placed.bottom) / (2 * layer.density) - middle[1]) / reach)
                candidates.append((blur + hypot(dx, dy), layer, place))
        for _, layer, place in sorted(candidates, key=lambda candidate: -candidate[0]):
            if self.held <= self._budget * 3 // 4:
                break
            self._forget(layer.images, place)
        self._layers = {key: layer for key, layer in self._layers.items() if layer.images}

    def _placed(self, x: int, y: int, pixels: NDArray[np.uint8], born: float) -> Placed:
        pixels = np.ascontiguousarray(pixels)
        height, width = pixels.shape[:2]
        form = QImage.Format.Format_RGB32 if self.opaque else QImage.Format.Format_ARGB32_Premultiplied
        return Placed(x, y, QImage(pixels.data, width, height, 4 * width, form), pixels, born)

    def _forget(self, images: dict[tuple[int, int], Placed], place: tuple[int, int]) -> None:
        if place in images:
            self.held -= images.pop(place).pixels.nbytes


def _is_opaque(pixels: NDArray[np.uint8]) -> bool:
    whole = np.ascontiguousarray(pixels).view(np.uint32)
    return bool((whole >= 0xFF000000).all())
