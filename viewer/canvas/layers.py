"""The tiles of one picture, as a stack of layers: one layer per scale and grade. Runs in the window's thread.

The lowest layer is the preview: it covers the whole picture, so no view has a hole. Positions are layer px:
a layer has `density` px per source px, counted from the picture's top left corner.
"""

from copy import copy
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, hypot, inf, log2
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.geometry.viewport import Viewport
from engine.session.events import Grade, Tile
from viewer.canvas.animation import FADE, FADE_STEPS

if TYPE_CHECKING:
    from viewer.canvas.shaded_layer import ShadedLayer

BUDGET = 128 << 20
"""Bytes of cached tiles: several full screens in neighbouring scales."""
MAX_SIDE = 1 << 14
"""Longest side of an image in px: QPainter counts an image's px in 16 bits."""
MAX_DENSITY_RATIO = 8
"""Layers up to this many times finer than the view are drawn; finer ones cost more to read than they show."""

GRADE_PENALTY = {Grade.SKETCH: 1.25, Grade.SAMPLED: 0.01, Grade.PASSING: 0.0, Grade.EXACT: 0.0}
OUTDATED_PENALTY = 0.9
"""Octaves by which tiles of a grade, and tiles of a former model, count as coarser than they are: the model's own tiles
at half the resolution are better than a sketch, or a former model's tiles, at two fifths."""


@dataclass(frozen=True, eq=False)
class PlacedImage:
    """An image with its top left corner at (x, y), layer px.

    pixels: the memory that the image uses. arrived: when it arrived, seconds of the canvas's clock.
    """

    x: int
    y: int
    image: QImage
    pixels: NDArray[np.uint8]
    arrived: float

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
    """Images of one density and grade. outdated: a former model made them."""

    density: Fraction
    grade: Grade = Grade.EXACT
    outdated: bool = False
    images: dict[tuple[int, int], PlacedImage] = field(default_factory=dict)

    @cached_property
    def octave(self) -> float:
        """Base-2 logarithm of the density."""
        return log2(self.density)

    def blur(self, scale: float) -> float:
        """Returns how much too coarse (or, weighted by 1/4, too fine) the layer is for a view of `scale`.

        In octaves; 0 is an exact match. Sketches and outdated layers get a penalty.
        """
        octaves = log2(scale) - self.octave
        penalty = OUTDATED_PENALTY if self.outdated else GRADE_PENALTY[self.grade]
        return (octaves if octaves > 0 else -octaves / 4) + penalty

    def images_in(self, view: Viewport) -> list[PlacedImage]:
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
    """The layers of one picture.

    size: (width, height), source px. opaque: whether no px is transparent. preview: (h, w, 4) uint8, BGRA with
    premultiplied alpha.
    """

    def __init__(self, size: tuple[int, int], preview: NDArray[np.uint8]) -> None:
        self.size = size
        self.opaque = _is_opaque(preview)
        level = round(log2(max(size) / max(preview.shape[:2])))
        while max(preview.shape[:2]) > MAX_SIDE:
            preview, level = preview[::2, ::2], level + 1
        self.preview = Layer(Fraction(1, 2**level))
        self.preview.images[0, 0] = self._placed_image(0, 0, preview, -inf)
        self._layers: dict[tuple[float, Grade], Layer] = {}
        self._outdated: list[Layer] = []
        self.shaded: ShadedLayer | None = None
        """What a graphics card draws of the picture, if it does."""
        self.tile_bytes = 0
        """Bytes of cached tiles, without the preview."""
        self._budget = BUDGET
        self._newest_arrival = self._shown_opaque_until = -inf

    def empty_copy(self, budget: int) -> "Layers":
        """Returns empty layers of the same picture with the same preview, for a reference. budget: bytes of tiles."""
        other = copy(self)
        other._layers, other._outdated, other.shaded = {}, [], None
        other.tile_bytes, other._budget = 0, budget
        other._newest_arrival = other._shown_opaque_until = -inf
        return other

    def put(self, tile: Tile, now: float = -inf) -> None:
        """Adds a tile. It fades in from time `now`, unless it replaces an older one."""
        if tile.grade == Grade.PASSING:
            # The next frame of a gesture continues the fade of the previous one.
            now = min(now, self._drop_passing())
        key = (tile.scale, tile.grade)
        if key not in self._layers:
            self._layers[key] = Layer(Fraction(tile.scale), tile.grade)
        images = self._layers[key].images
        before = images.get((tile.x, tile.y))
        if before is not None and before.pixels is tile.pixels:
            return  # the engine sends all tiles of a view, cached ones too
        self._drop(images, (tile.x, tile.y))
        arrived = now if before is None else before.arrived
        images[tile.x, tile.y] = self._placed_image(tile.x, tile.y, tile.pixels, arrived)
        self.tile_bytes += tile.pixels.nbytes
        self._newest_arrival = max(self._newest_arrival, arrived)

    def _drop_passing(self) -> float:
        """Drops the previous frame of a gesture. Returns when it arrived, or inf if there is none."""
        arrived = inf
        for key in [key for key in self._layers if key[1] == Grade.PASSING]:
            layer = self._layers.pop(key)
            arrived = min((placed.arrived for placed in layer.images.values()), default=arrived)
            for position in tuple(layer.images):
                self._drop(layer.images, position)
        return arrived

    def opacity(self, placed: PlacedImage, now: float) -> float:
        """Returns the opacity of an image at time `now`, up to 1."""
        if placed.arrived <= self._shown_opaque_until or not self.opaque:
            return 1.0
        age = (now - placed.arrived) / FADE
        return 1.0 if age >= 1 else max(floor(age * FADE_STEPS), 0) / FADE_STEPS

    def fading(self, now: float) -> bool:
        """Whether an image is still fading in."""
        return (
            self.opaque
            and self._newest_arrival > self._shown_opaque_until
            and now - self._newest_arrival < FADE
        )

    def end_fades(self) -> None:
        """Ends all fades at once. Called when the scale changes."""
        self._shown_opaque_until = self._newest_arrival

    def mark_outdated(self) -> None:
        """Marks all tiles of the model as outdated. They are drawn until tiles of the new model replace them."""
        for (_, grade), layer in self._layers.items():
            if grade > Grade.SKETCH and layer.density > 1:
                layer.outdated = True
                self._outdated.append(layer)
        self._layers = {key: layer for key, layer in self._layers.items() if not layer.outdated}

    def settle(self) -> None:
        """Drops sketches and outdated tiles, because the view is complete."""
        sketches = (layer for (_, grade), layer in self._layers.items() if grade == Grade.SKETCH)
        for layer in (*self._outdated, *sketches):
            for position in tuple(layer.images):
                self._drop(layer.images, position)
        self._outdated.clear()
        self._layers = {key: layer for key, layer in self._layers.items() if layer.images}

    def best_first(self, scale: float) -> list[Layer]:
        """Returns the layers that are usable at a scale, the best first; the preview is among them."""
        usable = [
            layer
            for layer in (*self._layers.values(), *self._outdated)
            if layer.density <= MAX_DENSITY_RATIO * Fraction(scale)
        ]
        return sorted((*usable, self.preview), key=lambda layer: layer.blur(scale))

    def prune(self, view: Viewport) -> None:
        """Drops the tiles farthest from the view, in position and scale, until they fit into the budget."""
        if self.tile_bytes <= self._budget:
            return
        middle = view.source(view.width / 2, view.height / 2)
        reach = Fraction(max(view.width, view.height)) / Fraction(view.scale)
        candidates = []
        for layer in (*self._layers.values(), *self._outdated):
            blur = layer.blur(view.scale)
            for position, placed in layer.images.items():
                dx = float(((placed.x + placed.right) / (2 * layer.density) - middle[0]) / reach)
                dy = float(((placed.y + placed.bottom) / (2 * layer.density) - middle[1]) / reach)
                candidates.append((blur + hypot(dx, dy), layer, position))
        for _, layer, position in sorted(candidates, key=lambda candidate: -candidate[0]):
            if self.tile_bytes <= self._budget * 3 // 4:
                break
            self._drop(layer.images, position)
        self._layers = {key: layer for key, layer in self._layers.items() if layer.images}

    def _placed_image(self, x: int, y: int, pixels: NDArray[np.uint8], arrived: float) -> PlacedImage:
        pixels = np.ascontiguousarray(pixels)
        height, width = pixels.shape[:2]
        form = QImage.Format.Format_RGB32 if self.opaque else QImage.Format.Format_ARGB32_Premultiplied
        return PlacedImage(x, y, QImage(pixels.data, width, height, 4 * width, form), pixels, arrived)

    def _drop(self, images: dict[tuple[int, int], PlacedImage], position: tuple[int, int]) -> None:
        if position in images:
            self.tile_bytes -= images.pop(position).pixels.nbytes


def _is_opaque(pixels: NDArray[np.uint8]) -> bool:
    whole = np.ascontiguousarray(pixels).view(np.uint32)
    return bool((whole >= 0xFF000000).all())
