"""Bicubic interpolation as a local implicit image function without a network: the yardstick, and the first sketch."""

import torch
from torch import Tensor, nn

from engine.axis import Axis
from engine.models import polynomial
from engine.models.implicit import ALL, Check, Kept, PreparedMap, keep_going
from engine.models.polynomial import ORDER
from engine.separable import Shares


class Bicubic(nn.Module):
    """Catmull-Rom's kernel, a = -0.5, as MATLAB's imresize and Pillow enlarge; borders are repeated."""

    halo = 1
    upsampling = 1
    local_ensemble = True
    tile = 256
    block = 768
    reordered = False

    def encode(self, image: Tensor, kept: Kept = ALL) -> Tensor:
        """The picture is its own latent map."""
        return image[..., *kept]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, 3, h, w) -> (h, 3, w, 9)."""
        return polynomial.layout(polynomial.parabolas(latents), ORDER)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = keep_going
    ) -> Tensor:
        """As ImplicitNet says, at the middles of the cells; in float32, whatever `dtype`."""
        del dtype
        return polynomial.decode(prepared, rows, cols, ORDER, Shares.STRAIGHT, check)

    def spread(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = keep_going
    ) -> Tensor:
        """As Ensemble says."""
        del dtype
        return polynomial.spread(prepared, rows, cols, ORDER, Shares.STRAIGHT, check)
