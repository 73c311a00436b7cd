"""1-SIREN (Sitzmann et al., NeurIPS 2020): a network of sines that is one picture, as the paper compares with it.

It takes a position and no picture: whatever it is opened with, it shows the one that it was trained on, over the
whole area. So its latents carry nothing, and `decode` is all of it. Coordinates are the official ones, [-1, 1] from
edge to edge.
"""

import itertools
from math import sqrt

import numpy as np
import torch
from torch import Tensor, nn

from engine.compute import cores
from engine.geometry.axis import Axis
from engine.models.ensemble import spans
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.separable import EnsembleWeights

CPU_CHUNK = 1 << 12
"""Queries at a time: 4 MB a layer of 256."""
GPU_CHUNK = 1 << 18


class Siren(nn.Module):
    """layers: of sines, `hidden` wide. omega: the frequency that every sine's argument is multiplied by."""

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
        with torch.no_grad():  # their section 3.2: every layer's arguments are spread alike
            for index, layer in enumerate([*self.linears(), self.last]):
                bound = 1.0 / layer.in_features if index == 0 else sqrt(6.0 / layer.in_features) / omega
                layer.weight.uniform_(-bound, bound)

    def linears(self) -> list[nn.Linear]:
        """The sines' arguments before `omega`, in order."""
        return [layer for layer in self.sines if isinstance(layer, nn.Linear)]

    def forward(self, coords: Tensor) -> Tensor:
        """(..., 2) as (y, x) in [-1, 1] -> colours (..., 3)."""
        first = self.linears()[0]
        return self.colours(torch.sin(self.omega * first(coords)))

    def colours(self, x: Tensor) -> Tensor:
        """What the first sines give, (..., hidden) -> (..., 3)."""
        for layer in self.linears()[1:]:
            x = torch.sin(self.omega * layer(x))
        out: Tensor = self.last(x)
        return out

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) -> (N, 1, h, w) of nothing."""
        return torch.zeros_like(image[:, :1])[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, 1, h, w) -> (h, 1, w, 1) of nothing."""
        return latents[0].float().permute(1, 2, 0).contiguous()[:, None]

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As ImplicitNet says; in float32 throughout: a sine of a large argument shows any rounding."""
        del dtype
        like = prepared.values
        climb, slide = self._arguments(rows, prepared.height, 0), self._arguments(cols, prepared.width, 1)
        bias = self.linears()[0].bias.double().cpu() * self.omega
        climb, slide = (climb + bias).float().to(like.device), slide.float().to(like.device)
        out = like.new_empty(rows.count, cols.count, 3)
        chunk = GPU_CHUNK if like.is_cuda else CPU_CHUNK

        def band(first: int, last: int) -> None:
            for left, right in spans(0, cols.count, chunk):
                for top, bottom in spans(first, last, max(1, chunk // (right - left))):
                    check()
                    arguments = climb[top:bottom, None] + slide[left:right]
                    out[top:bottom, left:right] = self.colours(torch.sin(arguments))

        with torch.inference_mode():
            cores.parallel_rows(band, out)
        return out

    def predict(
        self,
        prepared: PreparedMap,
        which: Tensor,
        points: Tensor,
        cell: tuple[float, float],
        dtype: torch.dtype,
        check: Check = never_cancel,
    ) -> Tensor:
        """As Local says: what it shows about those places; in float32 throughout."""
        del cell, dtype
        check()
        width = prepared.values.shape[2]
        places = torch.stack([prepared.top + which // width, prepared.left + which % width], dim=1)  # (L, 2)
        size = points.new_tensor([prepared.height, prepared.width], dtype=torch.float64)
        coordinates = 2.0 * (places[:, None] + 0.5 + points.double()) / size - 1.0
        first = self.linears()[0]
        arguments = self.omega * (coordinates @ first.weight.double().T + first.bias.double())
        return self.colours(torch.sin(arguments.float()))

    def _arguments(self, axis: Axis, size: int, column: int) -> Tensor:
        """The first layer's term of each sample of an axis, (count, hidden) float64: deep zooms need its digits."""
        index, fraction = axis.positions()
        coordinate = torch.from_numpy(np.clip(2.0 * (index + fraction) / size - 1.0, -1.0, 1.0))
        return coordinate[:, None] * (self.linears()[0].weight[:, column].double().cpu() * self.omega)
