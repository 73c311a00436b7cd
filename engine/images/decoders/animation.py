"""Composes the frames of an animation as browsers do: each is drawn over what the ones before it have left."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from engine.images.bit_depth import Raster, white
from engine.images.strips import strips

FASTEST_MS, SLOW_MS = 10, 100
"""A frame of 10 ms or less was meant to be shown as fast as old programs could, and browsers show it for 100 ms."""
MOST_FRAME_PIXELS = 1 << 24
"""Pixels of a frame that is larger than its animation."""


class Disposal(Enum):
    """What happens to the rectangle of a frame before the next one is drawn."""

    KEEP = auto()
    CLEAR = auto()
    RESTORE = auto()


@dataclass(frozen=True)
class Part:
    """A frame as it is stored.

    x, y, width, height: its rectangle, px of the animation. ms: how long it is shown. over: it is blended over what is
    there; else it replaces that. read: decodes it to (height, width, 4) RGBA, not premultiplied; raises whatever the
    decoder raises.
    """

    x: int
    y: int
    width: int
    height: int
    ms: int
    over: bool
    disposal: Disposal
    read: Callable[[], Raster]

    @property
    def shown_ms(self) -> int:
        """How long browsers show it, in ms."""
        return self.ms if self.ms > FASTEST_MS else SLOW_MS


@dataclass(frozen=True)
class Animation:
    """The frames of a file. plays: how often they are played; 0 means without end."""

    parts: tuple[Part, ...]
    plays: int


class Composer:
    """Composes frames of an animation of (width, height) px. Going forward costs one frame, going back several."""

    def __init__(self, animation: Animation, size: tuple[int, int], kind: type) -> None:
        """kind: np.uint8 or np.uint16, as the parts have it."""
        self.animation = animation
        self._size, self._kind = size, kind
        self._canvas = self._blank()
        self._drawn = -1  # the frame that the canvas shows
        self._before: Raster | None = None  # what the frame's rectangle is restored to

    def frame(self, number: int) -> Raster:
        """Returns a frame, (H, W, 4) RGBA, valid until the next call. Raises what decoding it raises.

        A damaged frame before it is left out.
        """
        if number <= self._drawn:
            self._canvas, self._drawn = self._blank(), -1
        failure: Exception | None = None
        for each in range(max(self._drawn + 1, self._key(number)), number + 1):
            failure = self._draw_or_skip(each)
        if failure is not None:
            raise failure
        return self._canvas

    def _draw_or_skip(self, number: int) -> Exception | None:
        """Draws a frame over what the one before has left. Returns why it cannot be decoded."""
        self._dispose()
        self._drawn, self._before = number, None
        part = self.animation.parts[number]
        try:
            self._draw(part, _checked(part, part.read()))
        except MemoryError:
            self._drawn = len(self.animation.parts)  # the canvas is composed anew the next time
            raise
        except Exception as error:  # noqa: BLE001 - decoders meet untrusted bytes and raise whatever fails first
            return error
        return None

    def _draw(self, part: Part, pixels: Raster) -> None:
        target = self._rectangle(part)
        height, width = target.shape[:2]
        if part.disposal is Disposal.RESTORE:
            self._before = target.copy()
        drawn = pixels[:height, :width]
        if part.over:
            blend(target, drawn)
        else:
            target[...] = drawn

    def _dispose(self) -> None:
        """Prepares the canvas for the frame after the drawn one."""
        if self._drawn < 0:
            return
        part = self.animation.parts[self._drawn]
        if part.disposal is Disposal.CLEAR:
            self._rectangle(part)[...] = 0
        elif self._before is not None:
            self._rectangle(part)[...] = self._before

    def _key(self, number: int) -> int:
        """Returns the last frame up to `number` that does not depend on those before it."""
        for each in range(number, 0, -1):
            part, before = self.animation.parts[each], self.animation.parts[each - 1]
            if self._covers(part) and not part.over:
                return each
            if self._covers(before) and before.disposal is Disposal.CLEAR:
                return each
        return 0

    def _covers(self, part: Part) -> bool:
        return (part.x, part.y) == (0, 0) and part.width >= self._size[0] and part.height >= self._size[1]

    def _rectangle(self, part: Part) -> Raster:
        return self._canvas[part.y : part.y + part.height, part.x : part.x + part.width]

    def _blank(self) -> Raster:
        blank: Raster = np.zeros((self._size[1], self._size[0], 4), self._kind)
        return blank


def blend(under: Raster, over: Raster) -> None:
    """Draws RGBA colours over others, (h, w, 4), neither premultiplied, in place."""
    for rows in strips(over.shape[0], over.shape[1]):
        _blend_strip(under[rows], over[rows])


def _blend_strip(under: Raster, over: Raster) -> None:
    full = white(over)
    alpha = over[..., 3]
    opaque = alpha == full
    partly = (alpha > 0) & ~opaque
    one = (
        np.uint32 if over.itemsize == 1 else np.uint64
    )  # a pixel as one number is copied faster than as four
    np.copyto(under.view(one)[..., 0], np.ascontiguousarray(over).view(one)[..., 0], where=opaque)
    if partly.any():
        under[partly] = _mixed(under[partly].astype(np.float32), over[partly].astype(np.float32), full)


def _mixed(under: Raster, over: Raster, full: int) -> Raster:
    """Returns float colours (n, 4) drawn over others, rounded to their type."""
    share = over[:, 3:] / full
    left = under[:, 3:] / full * (1 - share)
    alpha = share + left
    colour = (over[:, :3] * share + under[:, :3] * left) / alpha
    mixed = np.rint(np.concatenate([colour, alpha * full], axis=1))
    out: Raster = mixed.astype(np.uint8 if full == 255 else np.uint16)
    return out


def _checked(part: Part, pixels: Raster) -> Raster:
    """Returns the pixels. Raises ValueError if they are not those that the file declares."""
    if pixels.shape != (part.height, part.width, 4):
        raise ValueError(f"a frame of {pixels.shape[1]} x {pixels.shape[0]} px")
    return pixels


def refuse_oversized(width: int, height: int, size: tuple[int, int]) -> None:
    """Raises ValueError for a frame that is larger than its animation, and too large to decode for nothing."""
    if width * height > max(size[0] * size[1], MOST_FRAME_PIXELS) or not (width and height):
        raise ValueError(f"a frame of {width} x {height} px in an animation of {size[0]} x {size[1]} px")
