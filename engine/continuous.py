"""The continuous image: a picture under a model, asked for any grid of cells (paper, section 3)."""

import numpy as np
import torch
from torch import Tensor

from engine import library
from engine.axis import Axis
from engine.device import Compute
from engine.image import Pixels
from engine.latents import Latents
from engine.model import Model
from engine.models.implicit import Check, keep_going
from engine.picture import Picture, reduced
from engine.sampling import Samples


class ContinuousImage:
    """One thread's own. Cells of a source px or more average the source's pixels; smaller ones are decoded.

    share: it keeps at most a share-th of what the only one might.
    """

    def __init__(self, picture: Picture, model: Model, compute: Compute, share: int = 1) -> None:
        self.picture = picture
        self.model = model
        image = picture.image
        self._colours = Latents(model, image.pixels, compute, share)
        self._samples = Samples(self._colours, share)
        self._alpha: Latents | None = None
        if image.alpha is not None:
            # coverage is no texture that a network has seen
            stacked = np.repeat(image.alpha[..., None], 3, axis=2)
            self._alpha = Latents(library.bicubic(), stacked, compute, share)

    def foresee(self, rows: Axis, cols: Axis, sight: tuple[Axis, Axis], check: Check = keep_going) -> None:
        """Before the grids of a view's pieces: encodes more of the view `sight` at once than each would for itself."""
        for latents in (self._colours, self._alpha):
            if latents is not None:
                latents.foresee(rows, cols, sight, check)

    def encoded(self, rows: Axis, cols: Axis) -> bool:
        """Whether a grid can be decoded at once."""
        return all(each is None or each.encoded(rows, cols) for each in (self._colours, self._alpha))

    @property
    def held(self) -> dict[str, int]:
        """Bytes kept, by what they are."""
        return self._colours.held | {"samples": self._samples.held}

    def grid(
        self, rows: Axis, cols: Axis, check: Check = keep_going, sampled: bool = False
    ) -> tuple[Pixels, Pixels | None]:
        """rows x cols (source px) -> colours (R, C, 3) uint8 sRGB, and alpha (R, C) uint8 where the picture has it.

        sampled: what is near enough will do (engine/sampling.py). Raises what `check` raises.
        """
        if rows.step >= 1 and cols.step >= 1:
            return reduced(self.picture, rows, cols)
        colours = _eight_bits((self._samples if sampled else self._colours).decode(rows, cols, check))
        if self._alpha is None:
            return colours, None
        return colours, _eight_bits(self._alpha.decode(rows, cols, check))[..., 0]


@torch.inference_mode()
def _eight_bits(values: Tensor) -> Pixels:
    """[-1, 1] float32 -> 0…255, rounded. Works in the memory of `values`."""
    with torch.inference_mode():
        scaled = values.add_(1.0).mul_(127.5).round_().clamp_(0.0, 255.0)
        eight: Pixels = scaled.byte().cpu().numpy()
    return eight
