"""The decoder that Live and bicubic share: latents whose prepared form is a polynomial each (engine/separable.py)."""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine import separable
from engine.axis import Axis
from engine.models.implicit import Check, PreparedMap, keep_going

# Catmull-Rom's bicubic (a = -0.5) between two centres is the linear blend of the parabola through pixels i-1, i, i+1
# and the one through i, i+1, i+2 (Overhauser 1968): just the local ensemble of order 3. These rows are the parabola's
# Chebyshev coefficients from the pixels before, at and after the centre.
PARABOLA = ((0.25, 0.5, 0.25), (-0.5, 0.0, 0.5), (0.25, -0.5, 0.25))


def parabolas(image: Tensor) -> Tensor:
    """(N, 3, h, w) float32 -> (N, 3, 3, 3, h, w): colour, order in y, order in x. The picture's border is repeated."""
    n, channels, height, width = image.shape
    taps = torch.tensor(PARABOLA, dtype=image.dtype, device=image.device)
    kernels = (taps[:, None, :, None] * taps[None, :, None, :]).reshape(9, 1, 3, 3)
    padded = F.pad(image.reshape(n * channels, 1, height, width), (1, 1, 1, 1), mode="replicate")
    with torch.autocast(image.device.type, enabled=False):  # the pixels themselves stay exact
        return F.conv2d(padded, kernels).view(n, channels, 3, 3, height, width)


def layout(coefficients: Tensor) -> Tensor:
    """(1, 3, l, k, h, w) -> (h, l * 3, w, k), as a PreparedMap and `separable.contract` read it."""
    _, channels, order, _, height, width = coefficients.shape
    turned = coefficients[0].permute(3, 1, 0, 4, 2)  # (h, l, 3, w, k)
    return turned.reshape(height, order * channels, width, order).contiguous()


def decode(
    prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = keep_going
) -> Tensor:
    """See ImplicitNet.decode. `dtype` has no say: these products are bound by bytes, and coefficients need float32."""
    del dtype
    check()
    values = prepared.values
    if prepared.height == 1 or prepared.width == 1:  # a lone latent gets a neighbour without a say
        values = F.pad(values, (0, 0, 0, int(prepared.width == 1), 0, 0, 0, int(prepared.height == 1)))
    height, _, width, order = values.shape
    sides = []
    for axis, size, offset in ((rows, prepared.height, prepared.top), (cols, prepared.width, prepared.left)):
        first, weights = separable.basis(axis, size, order)
        flat = torch.from_numpy(weights.reshape(axis.count, 2 * order)).to(values)
        sides.append((separable.runs(first - offset), flat))
    coefficients = values.contiguous().view(height, order, 3, width, order)
    return separable.contract(coefficients, sides[0], sides[1]).permute(0, 2, 1)
