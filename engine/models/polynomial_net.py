"""The decoding half of Live: latents of any encoder become polynomials, which every query evaluates.

PolynomialNet has all that Live's variants share: the MLP from latents to coefficients, the bicubic skip connection, and
the functions of ImplicitNet. A variant adds the network that makes the latents.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.models import narrowing, polynomial
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel

STRIP_ROWS = 32
"""Rows that pass through the MLP at once, on the CPU. The data between its layers then stays in the cache."""


class PolynomialNet(nn.Module):
    """Latents to polynomials and their evaluation. Implements Ensemble and Polynomial, except for `halo`.

    encoder: the modules that make the latents, by name. They are registered before the MLP, so that parameters are in
    the order of the layers. features: channels of a latent. hidden: width of the MLP. order: basis functions of the
    polynomials along one axis.
    """

    upsampling = 1
    local_ensemble = True
    tile = 256
    block = 768
    prepare_only_reorders = True
    weighting = EnsembleWeights.SMOOTH

    def __init__(self, encoder: dict[str, nn.Module], features: int, hidden: int, order: int) -> None:
        super().__init__()
        self.order = order
        for name, module in encoder.items():
            self.add_module(name, module)
        self.unfold = nn.Conv2d(features, hidden, 3, padding=1)
        self.hidden = nn.Conv2d(hidden, hidden, 1)
        self.coefficients = nn.Conv2d(hidden, 3 * order * order, 1)
        with torch.no_grad():  # so that training starts from bicubic
            for parameter in self.coefficients.parameters():
                parameter.zero_()

    def latents(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) -> latents (N, features, h', w') of the crop and, inside the picture, one more on each side."""
        raise NotImplementedError

    def polynomials(self, image: Tensor, latents: Tensor | None = None) -> Tensor:
        """The coefficients in float32: (N, 3, h, w) in [-1, 1] -> (N, order, 3, order, h, w): in y, of colour, in x.

        latents: of the whole image, if they are known already.
        """
        learned = self._mlp(self.latents(image) if latents is None else latents).float()
        skip = polynomial.parabolas(image, self.order)
        sums = learned + F.pad(skip, (0, 0, 0, 0, 0, learned.shape[1] - skip.shape[1]))
        return sums.unflatten(1, (self.order, 3, self.order))  # type: ignore[no-any-return, no-untyped-call]

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """`polynomials` within `crop`, in float16: (N, 3, h, w) in [-1, 1] -> (N, order * 3 * order, h', w').

        float16 takes half the memory of float32 and costs 0.03 of 255 in accuracy.
        """
        (top, bottom), (left, right) = narrowing.spans_of(crop, image)
        latents = self.latents(image, crop)
        skip = polynomial.parabolas(image, self.order)[..., *crop]
        height, width = bottom - top, right - left
        size = len(image), self.coefficients.out_channels, height, width
        out = torch.empty(size, dtype=torch.half, device=image.device, memory_format=torch.channels_last)
        low_orders = slice(skip.shape[1])  # the skip has only these; the sum is made in float32
        above, before = (
            min(top, 1),
            min(left, 1),
        )  # latents above and left of the crop, which the unfolding reads
        strip = STRIP_ROWS if image.is_cpu else height
        for first in range(0, height, strip):
            # row r of the crop is row r + above of `latents`; the unfolding reads one more on each side
            last, start = min(first + strip, height), max(first + above - 1, 0)
            coefficients = self._mlp(latents[:, :, start : last + above + 1])
            coefficients = coefficients[:, :, first + above - start :, before:][:, :, : last - first, :width]
            rows = slice(first, last)
            out[:, :, rows] = coefficients
            out[:, low_orders, rows] = skip[:, :, rows].add_(coefficients[:, low_orders])
        return out

    def _mlp(self, latents: Tensor) -> Tensor:
        """Latents (N, width, h, w) -> coefficients (N, order * 3 * order, h, w), without the skip."""
        out: Tensor = self.coefficients(self.mlp_hidden(latents))
        return out

    def mlp_hidden(self, latents: Tensor) -> Tensor:
        """Latents (N, width, h, w) -> what the MLP's last layer is given, (N, hidden, h, w)."""
        unfolded = F.relu(self.unfold(latents), inplace=True)
        return F.relu(self.hidden(unfolded), inplace=True)

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, order * 3 * order, h, w) -> (h, order, w, 3 * order), in the same dtype."""
        return polynomial.layout(latents, self.order)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the colours of the grid (source px), (R, C, 3) float32.

        Always in float32: memory bounds the speed of these products, and sums need float32.
        """
        del dtype
        return polynomial.decode(prepared, rows, cols, self.order, self.weighting, check)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the standard deviation of the ensemble's predictions of each query, (R, C, 3) float32."""
        del dtype
        return polynomial.deviation(prepared, rows, cols, self.order, self.weighting, check)
