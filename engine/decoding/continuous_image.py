"""The continuous image: a picture under a model, asked for any grid of cells (paper, section 3)."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.decoding.sampling import SampledLatents
from engine.geometry.axis import Axis
from engine.images.depth import Raster, to_bits
from engine.images.picture import Picture, reduced
from engine.models.implicit import Check, never_cancel


class ContinuousImage:
    """One thread's own. Cells of a source px or more average the source's pixels; smaller ones are decoded."""

    def __init__(
        self, picture: Picture, model: Model, compute: Compute, room: Resources = DEFAULT_RESOURCES
    ) -> None:
        self.picture = picture
        self.model = model
        image = picture.image
        self._colours = Latents(model, image.pixels, compute, room)
        self._samples = SampledLatents(self._colours, room)
        self._alpha: Latents | None = None
        if image.alpha is not None:
            # coverage is no texture that a network has seen
            stacked = np.repeat(image.alpha[..., None], 3, axis=2)
            self._alpha = Latents(library.bicubic(), stacked, compute, room)

    def prefetch(self, rows: Axis, cols: Axis, sight: tuple[Axis, Axis], check: Check = never_cancel) -> None:
        """Before the grids of a view's pieces: encodes more of the view `sight` at once than each would for itself."""
        for latents in (self._colours, self._alpha):
            if latents is not None:
                latents.prefetch(rows, cols, sight, check)

    def is_encoded(self, rows: Axis, cols: Axis) -> bool:
        """Whether a grid can be decoded at once."""
        return all(each is None or each.is_encoded(rows, cols) for each in (self._colours, self._alpha))

    @property
    def cached_bytes(self) -> dict[str, int]:
        """Bytes kept, by what they are."""
        return self._colours.cached_bytes | {"samples": self._samples.cached_bytes}

    def grid(
        self, rows: Axis, cols: Axis, check: Check = never_cancel, sampled: bool = False, bits: int = 8
    ) -> tuple[Raster, Raster | None]:
        """rows x cols (source px) -> colours (R, C, 3) sRGB, and alpha (R, C) where the picture has it.

        bits: of a sample, 8 (uint8) or 16 (uint16). sampled: what is near enough will do (engine/decoding/sampling.py).
        Raises what `check` raises.
        """
        if rows.step >= 1 and cols.step >= 1:
            colours, alpha = reduced(self.picture, rows, cols)
            return to_bits(colours, bits), None if alpha is None else to_bits(alpha, bits)
        colours = _quantised((self._samples if sampled else self._colours).decode(rows, cols, check), bits)
        if self._alpha is None:
            return colours, None
        return colours, _quantised(self._alpha.decode(rows, cols, check), bits)[..., 0]

    def deviation(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> NDArray[np.float32] | None:
        """How far the local ensemble's predictions lie from the colour, (R, C), levels of 255, the mean of the colours.

        None where the model has no ensemble. Raises what `check` raises.
        """
        found = self._colours.deviation(rows, cols, check)
        if found is None:
            return None
        levels: NDArray[np.float32] = (found.mean(dim=2) * 127.5).cpu().numpy()
        return levels


def _quantised(values: Tensor, bits: int) -> Raster:
    """[-1, 1] float32 -> 0…255 uint8 or 0…65535 uint16, rounded. Works in the memory of `values`."""
    white = 2.0**bits - 1
    with torch.inference_mode():
        scaled = values.add_(1.0).mul_(white / 2).round_().clamp_(0.0, white)
        samples: Raster = scaled.to(torch.uint8 if bits == 8 else torch.uint16).cpu().numpy()
    return samples
