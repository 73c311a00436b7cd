"""1-SIREN (Sitzmann et al., NeurIPS 2020): a network of sines that represents one picture. The paper compares with it.

Its input is a position, not a picture. Whatever picture is open, it shows the one that it was trained on, over the
whole area. So its latents are empty, and `decode` does all the work. Coordinates are the official ones, [-1, 1] from
edge to edge.
"""

import itertools
from math import sqrt

import numpy as np
import torch
from torch import Tensor, nn

from engine.compute import cores
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.models.ensemble import spans
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel

CPU_CHUNK = 1 << 12
"""Queries of one pass through the network: 4 MB per layer of 256 units."""
GPU_CHUNK = 1 << 18


class Siren(nn.Module):
    """`layers` layers of `hidden` sines. omega: factor of every sine's argument, a frequency."""

    upsampling = 1
    tile = 128
    block = 192
    prepare_only_reorders = False
    halo = 0
    ensemble_weights = EnsembleWeights.NEAREST

    def __init__(self, hidden: int, layers: int, omega: float) -> None:
        super().__init__()
        self.omega = omega
        widths = [2] + [hidden] * layers
        self.sines = nn.ModuleList(nn.Linear(a, b) for a, b in itertools.pairwise(widths))
        self.last = nn.Linear(hidden, 3)
        with torch.no_grad():  # their section 3.2: the arguments of all layers get the same distribution
            for index, layer in enumerate([*self.linears(), self.last]):
                bound = 1.0 / layer.in_features if index == 0 else sqrt(6.0 / layer.in_features) / omega
                layer.weight.uniform_(-bound, bound)

    def linears(self) -> list[nn.Linear]:
        """The linear layers before the sines, in order."""
        return [layer for layer in self.sines if isinstance(layer, nn.Linear)]

    def forward(self, coords: Tensor) -> Tensor:
        """(..., 2) as (y, x) in [-1, 1] -> colours (..., 3)."""
        first = self.linears()[0]
        return self.colours(torch.sin(self.omega * first(coords)))

    def colours(self, x: Tensor) -> Tensor:
        """The layers after the first: its sines (..., hidden) -> colours (..., 3)."""
        for layer in self.linears()[1:]:
            x = torch.sin(self.omega * layer(x))
        out: Tensor = self.last(x)
        return out

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) -> zeros (N, 1, h, w)."""
        return torch.zeros_like(image[:, :1])[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, 1, h, w) -> zeros (h, 1, w, 1)."""
        return latents[0].float().permute(1, 2, 0).contiguous()[:, None]

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the colours of the grid (source px), (R, C, 3) float32.

        Always in float32: the sine of a large argument makes every rounding visible.
        """
        del dtype
        like = prepared.values
        bias = self.linears()[0].bias.double().cpu() * self.omega
        row_terms = (self._axis_terms(rows, prepared.height, 0) + bias).float().to(like.device)
        col_terms = self._axis_terms(cols, prepared.width, 1).float().to(like.device)
        out = like.new_empty(rows.count, cols.count, 3)
        chunk = CPU_CHUNK if like.is_cpu else GPU_CHUNK

        def band(first: int, last: int) -> None:
            for left, right in spans(0, cols.count, chunk):
                for top, bottom in spans(first, last, max(1, chunk // (right - left))):
                    check()
                    arguments = row_terms[top:bottom, None] + col_terms[left:right]
                    out[top:bottom, left:right] = self.colours(torch.sin(arguments))

        with torch.inference_mode():
            cores.parallel_rows(band, out)
        return out

    def predict(
        self,
        prepared: PreparedMap,
        index: Tensor,
        points: Tensor,
        cell: tuple[float, float],
        dtype: torch.dtype,
        check: Check = never_cancel,
    ) -> Tensor:
        """Returns the colours (L, P, 3) float32 at P offsets (source px) from the centres of L latents."""
        del cell, dtype
        check()
        width = prepared.values.shape[2]
        latents = torch.stack([prepared.top + index // width, prepared.left + index % width], dim=1)  # (L, 2)
        size = points.new_tensor([prepared.height, prepared.width], dtype=torch.float64)
        coordinates = 2.0 * (latents[:, None] + 0.5 + points.double()) / size - 1.0
        first = self.linears()[0]
        arguments = self.omega * (coordinates @ first.weight.double().T + first.bias.double())
        return self.colours(torch.sin(arguments.float()))

    def _axis_terms(self, axis: Axis, size: int, column: int) -> Tensor:
        """The first layer's product with one coordinate, times omega, per sample of an axis: (count, hidden) float64.

        column: of the weight matrix, 0 for y and 1 for x. Deep zooms need the digits of float64.
        """
        index, fraction = axis.positions()
        coordinate = torch.from_numpy(np.clip(2.0 * (index + fraction) / size - 1.0, -1.0, 1.0))
        return coordinate[:, None] * (self.linears()[0].weight[:, column].double().cpu() * self.omega)
