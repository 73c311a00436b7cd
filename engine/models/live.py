"""Live: a local implicit model made for a viewer. The network runs once per latent, a query evaluates a polynomial.

encode    a residual network makes the latents; an MLP on the latents unfolded 3x3 (paper, section 3.2) turns each into
          Chebyshev coefficients
prepare   reorders the coefficients into the memory order that decoding reads
decode    two banded matrix products (engine/models/separable.py)

Live has a small encoder of its own. LiveOnEncoder has that of another network, for example of the authors' LIIF. From
the latents on, both are the same (engine/models/polynomial_net.py).

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
- Every two blocks, the encoder cuts off the border that no later block depends on (engine/models/narrowing.py).

The ensemble weights differ from LIIF's. The paper's weights are linear along an axis (equation 4), so the slope of the
picture jumps at every latent. Live's weights have no slope at either end (EnsembleWeights.SMOOTH). This changes the
banded matrices, not the cost.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.models import narrowing
from engine.models.encoder import Encoder
from engine.models.implicit import WHOLE_MAP, Crop
from engine.models.polynomial_net import PolynomialNet


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


class Live(PolynomialNet):
    """The Live model, with an encoder of its own.

    width: latent channels. blocks: residual blocks of the encoder. hidden, order: as in PolynomialNet.
    """

    stem: nn.Conv2d
    body: nn.Sequential

    def __init__(self, width: int, blocks: int, hidden: int, order: int) -> None:
        stem = nn.Conv2d(3, width, 3, padding=1)
        body = nn.Sequential(*[Residual(width) for _ in range(blocks)])
        super().__init__({"stem": stem, "body": body}, width, hidden, order)

    @property
    def halo(self) -> int:
        """One source px for the stem, two per block, one for the unfolding."""
        return 2 + 2 * len(self.body)

    def latents(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """Overrides PolynomialNet.latents."""
        # in channels-last order a 1x1 convolution is a matrix product; otherwise it is six times slower
        stem = self.stem(image.contiguous(memory_format=torch.channels_last))
        x, stem, _ = narrowing.run(self.body, stem, narrowing.spans_of(crop, image), reach=1)
        out: Tensor = x.add_(stem)
        return out


class LiveOnEncoder(PolynomialNet):
    """Live with the encoder of another network, for example that of the authors' EDSR-baseline-LIIF.

    hidden, order: as in PolynomialNet.
    """

    encoder: Encoder

    def __init__(self, encoder: Encoder, hidden: int, order: int) -> None:
        super().__init__({"encoder": encoder}, encoder.out_dim, hidden, order)

    @property
    def halo(self) -> int | None:
        """The encoder's radius, and one source px for the unfolding."""
        return None if self.encoder.radius is None else self.encoder.radius + 1

    def latents(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """Overrides PolynomialNet.latents."""
        laid_out = image.contiguous(memory_format=torch.channels_last)
        return self.encoder.latents(laid_out, narrowing.spans_of(crop, image), margin=1)
