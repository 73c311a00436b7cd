"""Combines pictures on the graphics card: blends, differences, what is behind them, and the colours of the screen."""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from viewer.graphics import device as devices
from viewer.graphics.device import Device
from viewer.graphics.surface import Surface

if TYPE_CHECKING:
    import moderngl

ColourTable = NDArray[np.float16]
"""(N, N, N, 4) in [0, 1]: the converted colour, as blue, green, red, 1, of each red, green, blue. Along each axis,
entry k is that of the value (k / (N - 1))²."""
Pattern = NDArray[np.uint8]
"""(h, w, 4) opaque: blue, green, red, 255."""


class Combiner:
    """The compiled shaders. Targets begin with the size of what they combine. Methods raise DeviceError."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._combined, self._finished = device.program("combined.frag"), device.program("finished.frag")
        self._colours: tuple[ColourTable | None, moderngl.Texture3D] = (
            None,
            self._uploaded(np.zeros((1, 1, 1, 4))),
        )

    def blend(self, target: Surface, one: Surface, other: Surface, weight: float) -> None:
        """Draws the blend of two pictures. weight: of the other, 0 to 1."""
        self._combine(target, one, other, weight, 0)

    def subtract(self, target: Surface, one: Surface, other: Surface, gain: int) -> None:
        """Draws the absolute difference of each colour times the gain; what exceeds 255 is clamped, or nearly."""
        self._combine(target, one, other, 0.0, gain)

    def _combine(self, target: Surface, one: Surface, other: Surface, weight: float, gain: int) -> None:
        target.begin(*one.size)
        with self._device.guarded():
            one.texture.use(0)
            other.texture.use(1)
            numbers = {"one": 0, "other": 1, "weight": weight, "gain": gain}
            self._device.draw(self._combined, target.framebuffer, (0, 0, *one.size), **numbers)

    def finish(
        self,
        target: Surface,
        picture: Surface,
        pattern: Pattern,
        corner: tuple[int, int],
        colours: ColourTable | None,
    ) -> None:
        """Draws a picture before a repeated pattern, with the colours of the screen.

        corner: of the picture, in px of the pattern, x and y. colours: None for no conversion.
        """
        target.begin(*picture.size)
        height, width = pattern.shape[:2]
        with self._device.guarded():
            if colours is not None and self._colours[0] is not colours:
                self._colours = colours, self._uploaded(colours)
            picture.texture.use(0)
            self._device.context.texture((width, height), 4, np.ascontiguousarray(pattern)).use(1)
            self._colours[1].use(2)
            self._device.draw(
                self._finished,
                target.framebuffer,
                (0, 0, *picture.size),
                picture=0,
                pattern=1,
                colours=2,
                corner=(corner[0] % width, corner[1] % height),
                is_converted=colours is not None,
            )

    def _uploaded(self, colours: NDArray[np.floating]) -> "moderngl.Texture3D":
        values = np.ascontiguousarray(colours, np.float16)
        with self._device.guarded():
            return self._device.context.texture3d(values.shape[:3], 4, values, dtype="f2")


@cache
def shared() -> Combiner:
    """Returns the combiner of this process. Raises DeviceError."""
    return Combiner(devices.shared())
