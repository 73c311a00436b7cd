"""Live: a local implicit model made for a viewer. The network runs once per latent, a query evaluates a polynomial.

encode    a residual network makes the latents; an MLP on the latents unfolded 3x3 (paper, section 3.2) turns each into
          Chebyshev coefficients
prepare   reorders the coefficients into the memory order that decoding reads
decode    two banded matrix products (engine/models/separable.py)

Why it is fast:
- The network returns one polynomial per latent, of degree 5 in y and in x for `order` 6. It never runs per query.
- The weights of the local ensemble are products of one weight along y and one along x, and so are the terms of the
  polynomials. A grid of queries is therefore the product of the coefficients with one banded matrix from the left and
  one from the right.
- Along a row of pixels, the latents are multiplied in groups. Such a product is mostly zeros, and still faster than
  many small products.
- The bicubic skip connection is a blend of two parabolas along each axis (Overhauser 1968), which is a polynomial of
  the same kind. It is added to the coefficients once, so it costs a query nothing.
- The sums are cached in float16, 216 bytes per latent. They become float32 when the product reads them.
- LIIF passes the size of a pixel to its network (cell decoding, section 3.3). Here, a query is the mean of the
  polynomial over the pixel, which is what a camera records. So one map of coefficients serves every zoom.
- Every two blocks, the encoder cuts off the border that no later block depends on.

The ensemble weights differ from LIIF's. The paper's weights are linear along an axis (equation 4), so the slope of the
picture jumps at every latent. Live's weights have no slope at either end (EnsembleWeights.SMOOTH). This changes the
banded matrices, not the cost.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.models import polynomial
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.separable import EnsembleWeights

NARROWING_INTERVAL = 2
"""Residual blocks between two cuts of the border that is not needed any more. More cuts would cost more in copies than
they save."""
STRIP_ROWS = 32
"""Rows that pass through the MLP at once, on the CPU. The data between its layers then stays in the cache."""

Span = tuple[int, int]
"""Rows or columns [first, last)."""


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
    """The Live model. Implements Ensemble.

    width: latent channels. blocks: residual blocks of the encoder. hidden: width of the MLP. order: basis functions of
    the polynomials along one axis.
    """

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
        with torch.no_grad():  # so that training starts from bicubic
            for parameter in self.coefficients.parameters():
                parameter.zero_()

    @property
    def halo(self) -> int:
        """One source px for the stem, two per block, one for the unfolding."""
        return 2 + 2 * len(self.body)

    def polynomials(self, image: Tensor) -> Tensor:
        """The coefficients in float32: (N, 3, h, w) in [-1, 1] -> (N, order, 3, order, h, w): in y, of colour, in x."""
        learned = self._mlp(self._latents(image, WHOLE_MAP)).float()
        skip = polynomial.parabolas(image, self.order)
        sums = learned + F.pad(skip, (0, 0, 0, 0, 0, learned.shape[1] - skip.shape[1]))
        return sums.unflatten(1, (self.order, 3, self.order))  # type: ignore[no-any-return, no-untyped-call]

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """`polynomials` within `crop`, in float16: (N, 3, h, w) in [-1, 1] -> (N, order * 3 * order, h', w').

        float16 takes half the memory of float32 and costs 0.03 of 255 in accuracy.
        """
        (top, bottom), (left, right) = _spans(crop, image)
        latents = self._latents(image, crop)
        skip = polynomial.parabolas(image, self.order)[..., *crop]
        height, width = bottom - top, right - left
        size = len(image), self.coefficients.out_channels, height, width
        out = torch.empty(size, dtype=torch.half, device=image.device, memory_format=torch.channels_last)
        low_orders = slice(skip.shape[1])  # the skip has only these; the sum is made in float32
        above, before = (
            min(top, 1),
            min(left, 1),
        )  # latents above and left of the crop, which the unfolding reads
        strip = height if image.is_cuda else STRIP_ROWS
        for first in range(0, height, strip):
            # row r of the crop is row r + above of `latents`; the unfolding reads one more on each side
            last, start = min(first + strip, height), max(first + above - 1, 0)
            coefficients = self._mlp(latents[:, :, start : last + above + 1])
            coefficients = coefficients[:, :, first + above - start :, before:][:, :, : last - first, :width]
            rows = slice(first, last)
            out[:, :, rows] = coefficients
            out[:, low_orders, rows] = skip[:, :, rows].add_(coefficients[:, low_orders])
        return out

    def _latents(self, image: Tensor, crop: Crop) -> Tensor:
        """(N, 3, h, w) -> latents (N, width, h', w') of the crop and, inside the picture, one more on each side."""
        # in channels-last order a 1x1 convolution is a matrix product; otherwise it is six times slower
        x = stem = self.stem(image.contiguous(memory_format=torch.channels_last))
        spans = _spans(crop, image)
        for done, block in enumerate(self.body):
            if done and done % NARROWING_INTERVAL == 0:
                x, stem, spans = _narrow(x, stem, spans, reach=1 + 2 * (len(self.body) - done))
            x = block(x)
        x, stem, _ = _narrow(x, stem, spans, reach=1)
        out: Tensor = x.add_(stem)
        return out

    def _mlp(self, latents: Tensor) -> Tensor:
        """Latents (N, width, h, w) -> coefficients (N, order * 3 * order, h, w), without the skip."""
        unfolded = F.relu(self.unfold(latents), inplace=True)
        out: Tensor = self.coefficients(F.relu(self.hidden(unfolded), inplace=True))
        return out

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
        return polynomial.decode(prepared, rows, cols, self.order, EnsembleWeights.SMOOTH, check)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the standard deviation of the ensemble's predictions of each query, (R, C, 3) float32."""
        del dtype
        return polynomial.deviation(prepared, rows, cols, self.order, EnsembleWeights.SMOOTH, check)


def _spans(crop: Crop, image: Tensor) -> tuple[Span, Span]:
    """The crop's rows and columns as numbers."""
    rows, cols = (each.indices(count)[:2] for each, count in zip(crop, image.shape[2:], strict=True))
    return rows, cols


def _narrow(
    x: Tensor, stem: Tensor, spans: tuple[Span, Span], reach: int
) -> tuple[Tensor, Tensor, tuple[Span, Span]]:
    """Cuts two maps (N, C, h, w) to the spans and `reach` latents around them, as far as the maps go.

    Returns the two smaller maps and the spans' position in them.
    """
    (top, bottom), (left, right) = spans
    above, before = max(top - reach, 0), max(left - reach, 0)
    rows, cols = slice(above, bottom + reach), slice(before, right + reach)
    moved = (top - above, bottom - above), (left - before, right - before)
    return x[:, :, rows, cols], stem[:, :, rows, cols], moved
