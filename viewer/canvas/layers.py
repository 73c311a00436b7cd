"""The tiles of a picture by scale, over a floor that covers all of it. The window's thread.

A layer's px are those of its own lattice: `density` px per source px, counted from the picture's top left corner.
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
"""Bytes of cached tiles: several full screens in neighbouring scales."""
MAX_SIDE = 1 << 14
"""Longest side of an image, px: QPainter counts source px in 16 bits."""
MAX_DENSITY_RATIO = 8
"""Layers up to this many times finer than the view are drawn; finer ones cost more to read than they show."""

GRADE_PENALTY = {Grade.SKETCH: 1.25, Grade.SAMPLED: 0.01, Grade.PASSING: 0.0, Grade.EXACT: 0.0}
OUTDATED_PENALTY = 0.9
"""Octaves by which tiles of a grade, and tiles of a former model, count as coarser than they are: the model's own tiles
at half the resolution are better than a sketch, or a former model's tiles, at two fifths."""


@dataclass(frozen=True, eq=False)
class Placed:
    """An image at (x, y) of its layer's lattice.

    pixels: the memory that the image uses. born: time of its arrival, seconds of the canvas's clock.
    """

    x: int
    y: int
    image: QImage
    pixels: NDArray[np.uint8]
    born: float

    @property
    def right(self) -> int:
        """Exclusive end, layer px."""
        return self.x + self.image.width()

    @property
    def bottom(self) -> int:
        """Exclusive end, layer px."""
        return self.y + self.image.height()


@dataclass(eq=False)
class Layer:
    """Images of one density and grade. stale: they belong to a former model."""

    density: Fraction
    grade: Grade = Grade.EXACT
    stale: bool = False
    images: dict[tuple[int, int], Placed] = field(default_factory=dict)

    @cached_property
    def octave(self) -> float:
        """Base-2 logarithm of the density."""
        return log2(self.density)

    def blur(self, scale: float) -> float:
        """Returns how far the layer is from what a view of `scale` needs, octaves; 0 is an exact match."""
        octaves = log2(scale) - self.octave
        penalty = OUTDATED_PENALTY if self.stale else GRADE_PENALTY[self.grade]
        return (octaves if octaves > 0 else -octaves / 4) + penalty

    def within(self, view: Viewport) -> list[Placed]:
        """Returns the images that intersect the view and one px around it."""
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
    """The layers of one picture. size: (width, height) source px. opaque: whether no px is transparent."""

    def __init__(self, size: tuple[int, int], preview: NDArray[np.uint8]) -> None:
        self.size = size
        self.opaque = _is_opaque(preview)
        level = round(log2(max(size) / max(preview.shape[:2])))
        while max(preview.shape[:2]) > MAX_SIDE:
            preview, level = preview[::2, ::2], level + 1
        self.floor = Layer(Fraction(1, 2**level))
        self.floor.images[0, 0] = self._placed(0, 0, preview, -inf)
        self._layers: dict[tuple[float, Grade], Layer] = {}
        self._stale: list[Layer] = []
        self.held = 0
        """Bytes of cached tiles, without the floor."""
        self._budget = BUDGET
        self._newest = self._shown = -inf

    def beside(self, budget: int) -> "Layers":
        """Returns empty layers of the same picture with the same floor, for a reference. budget: bytes of tiles."""
        other = copy(self)
        other._layers, other._stale = {}, []
        other.held, other._budget = 0, budget
        other._newest = other._shown = -inf
        return other

    def put(self, tile: Tile, now: float = -inf) -> None:
        """Adds a tile. It fades in from time `now`, unless it replaces an older one."""
        if tile.grade == Grade.PASSING:
            # The next frame of a gesture continues the fade of the previous one.
            now = min(now, self._forget_passing())
        key = (tile.scale, tile.grade)
        if key not in self._layers:
            self._layers[key] = Layer(Fraction(tile.scale), tile.grade)
        images = self._layers[key].images
        before = images.get((tile.x, tile.y))
        if before is not None and before.pixels is tile.pixels:
            return  # the engine sends all tiles of a view, cached ones too
        self._forget(images, (tile.x, tile.y))
        born = now if before is None else before.born
        images[tile.x, tile.y] = self._placed(tile.x, tile.y, tile.pixels, born)
        self.held += tile.pixels.nbytes
        self._newest = max(self._newest, born)

    def _forget_passing(self) -> float:
        """Drops the previous frame of a gesture. Returns the time of its arrival, or inf."""
        born = inf
        for key in [key for key in self._layers if key[1] == Grade.PASSING]:
            layer = self._layers.pop(key)
            born = min((placed.born for placed in layer.images.values()), default=born)
            for place in tuple(layer.images):
                self._forget(layer.images, place)
        return born

    def opacity(self, placed: Placed, now: float) -> float:
        """Returns the opacity of an image at time `now`, up to 1."""
        if placed.born <= self._shown or not self.opaque:
            return 1.0
        age = (now - placed.born) / FADE
        return 1.0 if age >= 1 else max(floor(age * FADE_STEPS), 0) / FADE_STEPS

    def fading(self, now: float) -> bool:
        """Whether an image is still fading in."""
        return self.opaque and self._newest > self._shown and now - self._newest < FADE

    def show_all(self) -> None:
        """Ends all fades at once, because the whole view moves."""
        self._shown = self._newest

    def leave_model(self) -> None:
        """Marks the tiles of the former model as stale: they serve until the new model's tiles arrive."""
        for (_, grade), layer in self._layers.items():
            if grade > Grade.SKETCH and layer.density > 1:
                layer.stale = True
                self._stale.append(layer)
        self._layers = {key: layer for key, layer in self._layers.items() if not layer.stale}

    def settle(self) -> None:
        """Drops sketches and stale tiles, because the view is complete."""
        sketches = (layer for (_, grade), layer in self._layers.items() if grade == Grade.SKETCH)
        for layer in (*self._stale, *sketches):
            for place in tuple(layer.images):
                self._forget(layer.images, place)
        self._stale.clear()
        self._layers = {key: layer for key, layer in self._layers.items() if layer.images}

    def ranked(self, scale: float) -> list[Layer]:
        """Returns the layers that are usable at a scale, the best first; the floor is among them."""
        near = [
            layer
            for layer in (*self._layers.values(), *self._stale)
            if layer.density <= MAX_DENSITY_RATIO * Fraction(scale)
        ]
        return sorted((*near, self.floor), key=lambda layer: layer.blur(scale))

    def prune(self, view: Viewport) -> None:
        """Drops the tiles farthest from the view, in position and scale, until they fit into the budget."""
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
