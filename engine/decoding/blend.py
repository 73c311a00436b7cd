"""A model's picture with some of another's in it: what the fidelity slider shows, for a file."""

from dataclasses import dataclass

import numpy as np

from engine.decoding.continuous_image import ContinuousImage
from engine.geometry.axis import Axis
from engine.images.depth import Raster
from engine.images.picture import Picture
from engine.models.implicit import Check, never_cancel


@dataclass(frozen=True)
class BlendedImage:
    """Asked as a ContinuousImage is. share: the model's, 0…1; the rest is the other's, of the same picture."""

    model: ContinuousImage
    other: ContinuousImage
    share: float

    @property
    def picture(self) -> Picture:
        """The picture of both."""
        return self.model.picture

    def grid(
        self, rows: Axis, cols: Axis, check: Check = never_cancel, *, bits: int = 8
    ) -> tuple[Raster, Raster | None]:
        """rows x cols (source px) -> colours (R, C, 3) sRGB, and alpha (R, C) where the picture has it, of `bits` bits.

        Raises what `check` raises.
        """
        colours, alpha = self.model.grid(rows, cols, check, bits=bits)
        mixed = self.share * colours.astype(np.float32)
        mixed += (1 - self.share) * self.other.grid(rows, cols, check, bits=bits)[0]
        return np.rint(mixed, out=mixed).astype(colours.dtype), alpha
