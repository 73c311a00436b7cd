"""Blends two decoded images of one picture: the fidelity slider's result, for export."""

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from engine.decoding.continuous_image import ContinuousImage
from engine.geometry.axis import Axis
from engine.images.bit_depth import Raster
from engine.images.picture import Picture
from engine.models.implicit import Check, never_cancel


@dataclass(frozen=True)
class BlendedImage:
    """Weighted mean of two images of the same picture, with the interface of a ContinuousImage.

    model_weight: weight of `model`, 0…1; `other` has the rest. Alpha is that of `model`.
    """

    model: ContinuousImage
    other: ContinuousImage
    model_weight: float

    @property
    def picture(self) -> Picture:
        """The picture that both images decode."""
        return self.model.picture

    @property
    def identity(self) -> Hashable:
        """Equal ones give equal pixels for the same picture."""
        return self.model.identity, self.other.identity, self.model_weight

    def prefetch(self, rows: Axis, cols: Axis, view: tuple[Axis, Axis], check: Check = never_cancel) -> None:
        """Encodes the latent blocks that intersect this piece of a view (see ContinuousImage.prefetch)."""
        self.model.prefetch(rows, cols, view, check)
        self.other.prefetch(rows, cols, view, check)

    def grid(
        self, rows: Axis, cols: Axis, check: Check = never_cancel, *, bits: int = 8
    ) -> tuple[Raster, Raster | None]:
        """Decodes the grid rows x cols (source px) into sRGB colours (R, C, 3), and alpha (R, C) if the picture has it.

        bits: 8 for uint8, 16 for uint16. Raises what `check` raises.
        """
        colours, alpha = self.model.grid(rows, cols, check, bits=bits)
        blended = self.model_weight * colours.astype(np.float32)
        blended += (1 - self.model_weight) * self.other.grid(rows, cols, check, bits=bits)[0]
        return np.rint(blended, out=blended).astype(colours.dtype), alpha


def mixed(
    model: ContinuousImage, bicubic: ContinuousImage, fidelity: float
) -> ContinuousImage | BlendedImage:
    """Returns what is exported. fidelity: the model's share of each colour, 0 to 1; bicubic has the rest."""
    return model if fidelity == 1 else BlendedImage(model, bicubic, fidelity)
