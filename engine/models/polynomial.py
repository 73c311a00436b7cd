"""Decodes a map of local polynomials. Live, bicubic and SampledLatents share it; the algebra is in separable.py.

The channels of a coefficient map are in this order: order in y, colour, order in x.
"""

from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights, basis, ensemble_terms
from engine.models import ensemble, separable
from engine.models.implicit import Check, PreparedMap
from engine.models.separable import RowRuns

_Basis = tuple[NDArray[np.int64], NDArray[np.float64]]

ORDER = 3
"""Basis functions of a parabola along one axis."""
# Catmull-Rom's bicubic (a = -0.5) between two centres is the linear blend of two parabolas, one through the pixels i-1,
# i, i+1, one through i, i+1, i+2 (Overhauser 1968). That is the local ensemble with polynomials of order 3. A row here
# gives one Chebyshev coefficient of the parabola from the pixels before, at and after the centre.
PARABOLA = ((0.25, 0.5, 0.25), (-0.5, 0.0, 0.5), (0.25, -0.5, 0.25))


def parabolas(image: Tensor, order: int = ORDER) -> Tensor:
    """Coefficients of bicubic interpolation: (N, 3, h, w) -> (N, ORDER * 3 * order, h, w) float32.

    The orders in x from ORDER up to `order` are zeros. Pixels beyond the border repeat those at the border.
    """
    taps = torch.tensor(PARABOLA, device=image.device)
    # outputs: order in y, colour, order in x; inputs: colour, y, x
    kernels = taps.new_zeros(ORDER, 3, order, 3, 3, 3)
    for colour in range(3):
        kernels[:, colour, :ORDER, colour] = taps[:, None, :, None] * taps[None, :, None, :]
    padded = F.pad(image.float(), (1, 1, 1, 1), mode="replicate")
    with torch.autocast(image.device.type, enabled=False):  # the pixels themselves stay exact
        return F.conv2d(padded.contiguous(memory_format=torch.channels_last), kernels.flatten(0, 2))


def layout(coefficients: Tensor, order: int) -> Tensor:
    """(1, order * 3 * order, h, w) -> (h, order, w, 3 * order), the memory order that `separable.contract` reads."""
    permuted = coefficients[0].unflatten(0, (order, 3 * order)).permute(2, 0, 3, 1)  # type: ignore[no-untyped-call]
    out: Tensor = permuted.contiguous()
    return out


def decode(
    prepared: PreparedMap, rows: Axis, cols: Axis, order: int, weighting: EnsembleWeights, check: Check
) -> Tensor:
    """The colours of the grid rows x cols, (R, C, 3) float32."""
    check()
    values = _at_least_two(prepared)
    first_row, by_row = basis(rows, _row_range(prepared, values), prepared.height, order, weighting)
    first_col, by_col = basis(cols, _col_range(prepared, values), prepared.width, order, weighting)
    return _contract(values, (first_row - prepared.top, by_row), (first_col - prepared.left, by_col), check)


def deviation(
    prepared: PreparedMap, rows: Axis, cols: Axis, order: int, weighting: EnsembleWeights, check: Check
) -> Tensor:
    """Standard deviation of the four latents' predictions around the colour of `decode`, (R, C, 3) float32.

    Each of the four predictions is a grid of its own: the functions of the other latent of a pair are set to zero.
    See Ensemble.deviation.
    """
    check()
    values = _at_least_two(prepared)
    first_row, row_weights, row_functions = ensemble_terms(
        rows, _row_range(prepared, values), prepared.height, order, weighting
    )
    first_col, col_weights, col_functions = ensemble_terms(
        cols, _col_range(prepared, values), prepared.width, order, weighting
    )
    predictions = [
        _contract(values, (first_row - prepared.top, by_row), (first_col - prepared.left, by_col), check)
        for by_row in _one_latent_each(row_functions)
        for by_col in _one_latent_each(col_functions)
    ]
    colours = torch.stack(predictions).view(2, 2, rows.count, cols.count, 3).permute(2, 0, 1, 3, 4)
    weights = (torch.from_numpy(each.T.copy()).to(colours) for each in (row_weights, col_weights))
    return ensemble.deviation(colours, *weights)


def _one_latent_each(functions: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    """Yields (count, 2, order) twice: with the first latent's functions alone, then with the second's alone."""
    for mask in ([1.0, 0.0], [0.0, 1.0]):
        yield functions * np.array(mask)[:, None]


def _at_least_two(prepared: PreparedMap) -> Tensor:
    """The prepared values. A map with a single row or column of latents gets a second one of zeros: weight 0."""
    pad_x, pad_y = int(prepared.width == 1), int(prepared.height == 1)
    values = prepared.values
    if pad_x or pad_y:
        values = F.pad(values, (0, 0, 0, pad_x, 0, 0, 0, pad_y))
    return values.contiguous()


def _row_range(prepared: PreparedMap, values: Tensor) -> tuple[int, int]:
    """The available latents [first, last) along y."""
    return prepared.top, prepared.top + values.shape[0]


def _col_range(prepared: PreparedMap, values: Tensor) -> tuple[int, int]:
    """The available latents [first, last) along x."""
    return prepared.left, prepared.left + values.shape[2]


def _contract(values: Tensor, rows: _Basis, cols: _Basis, check: Check) -> Tensor:
    """`separable.contract` for rows and columns as `basis` returns them, latents counted from the first of `values`."""
    dtype = torch.promote_types(values.dtype, torch.float32)
    entries = torch.from_numpy(rows[1].reshape(len(rows[0]), -1)).to(values.device, dtype)
    across = separable.column_blocks(*cols)
    blocks = separable.ColumnBlocks(across.spans, across.blocks.to(values.device, dtype))
    return separable.contract(values, RowRuns(separable.runs(rows[0]), entries), blocks, check)
