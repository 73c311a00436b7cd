"""Bicubic interpolation as a local implicit image function without a network: the yardstick, and the first sketch."""

import torch
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.models import polynomial
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.polynomial import ORDER
from engine.models.separable import EnsembleWeights


class Bicubic(nn.Module):
    """Catmull-Rom's kernel, a = -0.5, as MATLAB's imresize and Pillow enlarge; borders are repeated."""

    halo = 1
    upsampling = 1
    local_ensemble = True
    tile = 256
    block = 768
    prepare_only_reorders = False

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """The picture is its own latent map."""
        return image[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, 3, h, w) -> (h, 3, w, 9)."""
        return polynomial.layout(polynomial.parabolas(latents), ORDER)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As ImplicitNet says, at the middles of the cells; in float32, whatever `dtype`."""
        del dtype
        return polynomial.decode(prepared, rows, cols, ORDER, EnsembleWeights.LINEAR, check)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As Ensemble says."""
        del dtype
        return polynomial.deviation(prepared, rows, cols, ORDER, EnsembleWeights.LINEAR, check)
