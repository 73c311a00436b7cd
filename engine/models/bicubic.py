"""Bicubic interpolation as a local implicit image function without a network.

It is the baseline of every comparison, and the preview that is shown before a network has decoded.
"""

import torch
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.models import polynomial
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.polynomial import ORDER


class Bicubic(nn.Module):
    """The Catmull-Rom kernel, a = -0.5, with which MATLAB's imresize and Pillow enlarge. The border is repeated."""

    halo = 1
    upsampling = 1
    local_ensemble = True
    tile = 256
    block = 768
    prepare_only_reorders = False
    order = ORDER
    weighting = EnsembleWeights.LINEAR

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """Returns the pixels as latents: (N, 3, h, w), cropped."""
        return image[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, 3, h, w) -> (h, 3, w, 9)."""
        return polynomial.layout(polynomial.parabolas(latents), ORDER)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the colours in the middles of the grid's cells (source px), (R, C, 3) float32, for every `dtype`."""
        del dtype
        return polynomial.decode(prepared, rows, cols, self.order, self.weighting, check)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the standard deviation of the ensemble's predictions of each query, (R, C, 3) float32."""
        del dtype
        return polynomial.deviation(prepared, rows, cols, self.order, self.weighting, check)
