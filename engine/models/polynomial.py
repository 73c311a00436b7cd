"""The decoder that Live and bicubic share: latents whose prepared form is a polynomial each (engine/separable.py).

Coefficients are channels in this order: order in y, colour, order in x.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine import separable
from engine.axis import Axis
from engine.models.implicit import Check, PreparedMap
from engine.separable import Columns

# Catmull-Rom's bicubic (a = -0.5) between two centres is the linear blend of the parabola through pixels i-1, i, i+1
# and the one through i, i+1, i+2 (Overhauser 1968): just the local ensemble of order 3. These rows are the parabola's
# Chebyshev coefficients from the pixels before, at and after the centre.
PARABOLA = ((0.25, 0.5, 0.25), (-0.5, 0.0, 0.5), (0.25, -0.5, 0.25))


ORDER = 3
"""Of a parabola."""


def parabolas(image: Tensor, order: int = ORDER) -> Tensor:
    """(N, 3, h, w) -> (N, ORDER * 3 * order, h, w) float32, in x with zeros up to `order`. The border is repeated."""
    taps = torch.tensor(PARABOLA, device=image.device)
    kernels = taps.new_zeros(ORDER, 3, order, 3, 3, 3)  # order in y, colour, order in x; of colour, y, x
    for colour in range(3):
        kernels[:, colour, :ORDER, colour] = taps[:, None, :, None] * taps[None, :, None, :]
    padded = F.pad(image.float(), (1, 1, 1, 1), mode="replicate")
    with torch.autocast(image.device.type, enabled=False):  # the pixels themselves stay exact
        return F.conv2d(padded.contiguous(memory_format=torch.channels_last), kernels.flatten(0, 2))


def layout(coefficients: Tensor, order: int) -> Tensor:
    """(1, order * 3 * order, h, w) -> (h, order, w, 3 * order), as `separable.contract` reads it."""
    turned = coefficients[0].unflatten(0, (order, 3 * order)).permute(2, 0, 3, 1)  # type: ignore[no-untyped-call]
    out: Tensor = turned.contiguous()
    return out


def decode(prepared: PreparedMap, rows: Axis, cols: Axis, order: int, averaged: bool, check: Check) -> Tensor:
    """The grid rows x cols -> (R, C, 3) float32. averaged: the mean over each cell, else the value amid it."""
    check()
    values = prepared.values
    if prepared.height == 1 or prepared.width == 1:  # a lone latent gets a neighbour without a say
        values = F.pad(values, (0, 0, 0, int(prepared.width == 1), 0, 0, 0, int(prepared.height == 1)))
    span = prepared.top, prepared.top + values.shape[0]
    kind = torch.promote_types(values.dtype, torch.float32)
    first, weights = separable.basis(rows, span, prepared.height, order, averaged)
    down = (
        separable.runs(first - prepared.top),
        torch.from_numpy(weights.reshape(rows.count, -1)).to(values.device, kind),
    )
    span = prepared.left, prepared.left + values.shape[2]
    first, weights = separable.basis(cols, span, prepared.width, order, averaged)
    across = separable.columns(first - prepared.left, weights)
    return separable.contract(
        values.contiguous(), down, Columns(across.spans, across.blocks.to(values.device, kind)), check
    )
