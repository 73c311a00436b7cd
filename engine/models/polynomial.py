"""The decoder that Live, bicubic and samples share: latents that are a polynomial each (engine/models/separable.py).

Coefficients are channels in this order: order in y, colour, order in x.
"""

from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from engine.geometry.axis import Axis
from engine.models import ensemble, separable
from engine.models.implicit import Check, PreparedMap
from engine.models.separable import Columns, EnsembleWeights

_Basis = tuple[NDArray[np.int64], NDArray[np.float64]]

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


def decode(
    prepared: PreparedMap, rows: Axis, cols: Axis, order: int, shares: EnsembleWeights, check: Check
) -> Tensor:
    """The grid rows x cols -> (R, C, 3) float32."""
    check()
    values = _neighboured(prepared)
    first, weights = separable.basis(rows, _span(prepared, values, 0), prepared.height, order, shares)
    second, more = separable.basis(cols, _span(prepared, values, 2), prepared.width, order, shares)
    return _contracted(values, (first - prepared.top, weights), (second - prepared.left, more), check)


def deviation(
    prepared: PreparedMap, rows: Axis, cols: Axis, order: int, shares: EnsembleWeights, check: Check
) -> Tensor:
    """How far the four polynomials' values lie from what `decode` blends of them, (R, C, 3); see Ensemble.

    Each of the four is a grid of its own: of the two latents along an axis, the other one's functions are zeros.
    """
    check()
    values = _neighboured(prepared)
    above, by_row, functions = separable.apart(
        rows, _span(prepared, values, 0), prepared.height, order, shares
    )
    before, by_col, more = separable.apart(cols, _span(prepared, values, 2), prepared.width, order, shares)
    four = [
        _contracted(values, (above - prepared.top, down), (before - prepared.left, across), check)
        for down in _each(functions)
        for across in _each(more)
    ]
    colours = torch.stack(four).view(2, 2, rows.count, cols.count, 3).permute(2, 0, 1, 3, 4)
    parts = (torch.from_numpy(share.T.copy()).to(colours) for share in (by_row, by_col))
    return ensemble.deviation(colours, *parts)


def _each(functions: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    """(count, 2, order) -> twice the same, with one latent's functions each."""
    for keep in ([1.0, 0.0], [0.0, 1.0]):
        yield functions * np.array(keep)[:, None]


def _neighboured(prepared: PreparedMap) -> Tensor:
    """The prepared values; a lone latent gets a neighbour without a say."""
    lone = int(prepared.width == 1), int(prepared.height == 1)
    values = F.pad(prepared.values, (0, 0, 0, lone[0], 0, 0, 0, lone[1])) if any(lone) else prepared.values
    return values.contiguous()


def _span(prepared: PreparedMap, values: Tensor, side: int) -> tuple[int, int]:
    """The latents [first, last) that there are, along y (side 0) or x (side 2)."""
    first = prepared.left if side else prepared.top
    return first, first + values.shape[side]


def _contracted(values: Tensor, rows: _Basis, cols: _Basis, check: Check) -> Tensor:
    """The grid of rows and columns as `basis` has them, latents counted from the first of `values`."""
    kind = torch.promote_types(values.dtype, torch.float32)
    weights = torch.from_numpy(rows[1].reshape(len(rows[0]), -1)).to(values.device, kind)
    across = separable.columns(*cols)
    blocks = across.blocks.to(values.device, kind)
    return separable.contract(
        values, (separable.runs(rows[0]), weights), Columns(across.spans, blocks), check
    )
