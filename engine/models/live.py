"""Live: a local implicit model made for a viewer. The network runs once per latent; a query is a polynomial.

encode    a plain residual stack makes the latents z; the picture's own pixels travel with them
prepare   an MLP on [z unfolded 3x3, cell] (paper, sections 3.2 and 3.3) returns Chebyshev coefficients; the bicubic
          skip is a polynomial of the same kind and is added to them, so it costs a query nothing
decode    two banded matrix products (engine/separable.py)
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.models import polynomial


class Residual(nn.Module):
    """x + conv(relu(conv(x))), 3x3, without normalisation."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(N, width, h, w) -> the same."""
        out: Tensor = x + self.second(F.relu(self.first(x)))
        return out


class Live(nn.Module):
    """width: latent channels. blocks: of the encoder. hidden: of the MLP. order: basis functions along an axis.

    max_scale: the largest scale trained on. Beyond it the cell stays at 1 / max_scale, a size the network knows, so
    that a prepared map serves every deeper zoom.
    """

    upsampling = 1
    tile = 512

    def __init__(self, width: int, blocks: int, hidden: int, order: int, max_scale: float) -> None:
        super().__init__()
        self.order = order
        self.max_scale = max_scale
        self.stem = nn.Conv2d(3, width, 3, padding=1)
        self.body = nn.Sequential(*[Residual(width) for _ in range(blocks)])
        self.unfold = nn.Conv2d(width, hidden, 3, padding=1)
        self.cell = nn.Linear(2, hidden, bias=False)
        self.hidden = nn.Conv2d(hidden, hidden, 1)
        self.coefficients = nn.Conv2d(hidden, 3 * order * order, 1)
        with torch.no_grad():  # training starts from bicubic
            for start in self.coefficients.parameters():
                start.zero_()

    @property
    def halo(self) -> int:
        """Source px: one for the stem, two a block, one for the unfolding."""
        return 2 + 2 * len(self.body)

    def encode(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> (N, width + 3, h, w): the latents, then the picture."""
        stem = self.stem(image)
        return torch.cat([stem + self.body(stem), image], dim=1)

    def polynomials(self, latents: Tensor, cells: Tensor) -> Tensor:
        """(N, width + 3, h, w), cells (N, 2) in source px -> coefficients (N, 3, order, order, h, w) float32."""
        codes, image = latents[:, :-3], latents[:, -3:]
        # channels last, a convolution of one pixel is a matrix product; otherwise it is six times as slow
        codes = codes.contiguous(memory_format=torch.channels_last)
        seen = self.unfold(codes) + self.cell(cells).to(codes.dtype)[:, :, None, None]
        found: Tensor = self.coefficients(F.relu(self.hidden(F.relu(seen)))).float()
        found = found.view(len(latents), 3, self.order, self.order, *latents.shape[-2:])
        rest = self.order - 3
        return found + F.pad(polynomial.parabolas(image.float()), (0, 0, 0, 0, 0, rest, 0, rest))

    def prepared_cell(self, cell: tuple[float, float]) -> tuple[float, float]:
        """The cell, held within what training has seen."""
        low = 1.0 / self.max_scale
        return (min(max(cell[0], low), 1.0), min(max(cell[1], low), 1.0))

    def prepare(self, latents: Tensor, cell: tuple[float, float]) -> Tensor:
        """(1, width + 3, h, w) -> (h, 3 * order, w, order)."""
        cells = latents.new_tensor([self.prepared_cell(cell)])
        return polynomial.layout(self.polynomials(latents, cells))

    decode = staticmethod(polynomial.decode)
