"""Live: a local implicit model made for a viewer. The network runs once per latent; a query is a polynomial.

encode    a plain residual stack makes the latents, an MLP on them unfolded 3x3 (paper, section 3.2) their Chebyshev
          coefficients; the bicubic skip is a polynomial of the same kind and is added, so it costs a query nothing
prepare   the same in the order that decoding reads them
decode    two banded matrix products (engine/models/separable.py)

The paper hands a pixel's size to the network (cell decoding, section 3.3). Here a query is the polynomial's mean over
the pixel, which is what a camera records, so one map of coefficients serves every zoom. And where the paper's shares
of the latents around a query are straight lines along an axis (equation 4), whose slope jumps at each latent, these
begin and end level.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.models import polynomial
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.separable import EnsembleWeights

NARROWED = 2
"""After as many blocks what no further one looks at is left out: more often, the copies would cost what that spares."""
STRIP = 32
"""Rows that pass through the MLP at once: what lies between its layers stays in the cache, and a layer is a moment."""


Spans = tuple[tuple[int, int], ...]
"""Of rows and of columns, each [first, last)."""


class Residual(nn.Module):
    """x + conv(relu(conv(x))), 3x3, without normalisation."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(N, width, h, w) -> the same."""
        out: Tensor = self.second(F.relu(self.first(x), inplace=True)).add_(x)
        return out


class Live(nn.Module):
    """width: latent channels. blocks: of the encoder. hidden: of the MLP. order: basis functions along an axis."""

    upsampling = 1
    local_ensemble = True
    tile = 256
    block = 768
    prepare_only_reorders = True

    def __init__(self, width: int, blocks: int, hidden: int, order: int) -> None:
        super().__init__()
        self.order = order
        self.stem = nn.Conv2d(3, width, 3, padding=1)
        self.body = nn.Sequential(*[Residual(width) for _ in range(blocks)])
        self.unfold = nn.Conv2d(width, hidden, 3, padding=1)
        self.hidden = nn.Conv2d(hidden, hidden, 1)
        self.coefficients = nn.Conv2d(hidden, 3 * order * order, 1)
        with torch.no_grad():  # training starts from bicubic
            for start in self.coefficients.parameters():
                start.zero_()

    @property
    def halo(self) -> int:
        """Source px: one for the stem, two a block, one for the unfolding."""
        return 2 + 2 * len(self.body)

    def polynomials(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> coefficients (N, order, 3, order, h, w) float32: in y, of colour, in x."""
        found = self._mlp(self._latents(image, WHOLE_MAP)).float()
        skip = polynomial.parabolas(image, self.order)
        sums = found + F.pad(skip, (0, 0, 0, 0, 0, found.shape[1] - skip.shape[1]))
        return sums.unflatten(1, (self.order, 3, self.order))  # type: ignore[no-any-return, no-untyped-call]

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> (N, order * 3 * order, h, w) float16: `polynomials`, or those `kept`.

        Half the memory of float32, at 0.03 of 255.
        """
        (top, bottom), (left, right) = _spans(crop, image)
        latents, skip = self._latents(image, crop), polynomial.parabolas(image, self.order)[..., *crop]
        size = len(image), self.coefficients.out_channels, bottom - top, right - left
        sums = torch.empty(size, dtype=torch.half, device=image.device, memory_format=torch.channels_last)
        low = slice(skip.shape[1])  # only there is a sum to be made, and it is made in float32
        high, strip = size[2], size[2] if image.is_cuda else STRIP
        above, before = min(top, 1), min(left, 1)  # the MLP sees one latent to each side
        for first in range(0, high, strip):
            last, start = min(first + strip, high), max(first + above - 1, 0)
            found = self._mlp(latents[:, :, start : last + above + 1])
            found = found[:, :, first + above - start :, before:][:, :, : last - first, : size[3]]
            rows = slice(first, last)
            sums[:, :, rows] = found
            sums[:, low, rows] = skip[:, :, rows].add_(found[:, low])
        return sums

    def _latents(self, image: Tensor, crop: Crop) -> Tensor:
        """(N, 3, h, w) -> (N, width, h', w'): those kept, and the next to them as far as there are any."""
        # channels last, a convolution of one pixel is a matrix product; otherwise it is six times as slow
        x = stem = self.stem(image.contiguous(memory_format=torch.channels_last))
        spans = _spans(crop, image)
        for done, block in enumerate(self.body):
            if done and done % NARROWED == 0:
                x, stem, spans = _narrowed(x, stem, spans, 1 + 2 * (len(self.body) - done))
            x = block(x)
        x, stem, _ = _narrowed(x, stem, spans, 1)
        out: Tensor = x.add_(stem)
        return out

    def _mlp(self, latents: Tensor) -> Tensor:
        """(N, width, h, w) -> (N, order * 3 * order, h, w)."""
        seen = F.relu(self.unfold(latents), inplace=True)
        found: Tensor = self.coefficients(F.relu(self.hidden(seen), inplace=True))
        return found

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, order * 3 * order, h, w) -> (h, order, w, 3 * order), of the same type."""
        return polynomial.layout(latents, self.order)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As ImplicitNet says. `dtype` has no say: these products are bound by bytes, and coefficients need float32."""
        del dtype
        return polynomial.decode(prepared, rows, cols, self.order, EnsembleWeights.SMOOTH, check)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As Ensemble says."""
        del dtype
        return polynomial.deviation(prepared, rows, cols, self.order, EnsembleWeights.SMOOTH, check)


def _spans(crop: Crop, image: Tensor) -> Spans:
    return tuple(each.indices(count)[:2] for each, count in zip(crop, image.shape[2:], strict=True))


def _narrowed(x: Tensor, stem: Tensor, spans: Spans, reach: int) -> tuple[Tensor, Tensor, Spans]:
    """Of both, (N, C, h, w), the spans and `reach` around them as far as there is any; where the spans are in these."""
    (top, bottom), (left, right) = spans
    above, before = max(top - reach, 0), max(left - reach, 0)
    rows, cols = slice(above, bottom + reach), slice(before, right + reach)
    return (
        x[:, :, rows, cols],
        stem[:, :, rows, cols],
        ((top - above, bottom - above), (left - before, right - before)),
    )
