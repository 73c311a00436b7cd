"""Meta-SR (Hu et al., CVPR 2019) as LIIF's authors compare with it; parameters named as in their checkpoints.

An MLP of the place within a latent and of the cell makes, for each query, a matrix that turns the latent
unfolded 3x3 into a colour. Its last layer is linear, so that matrix is a sum over the hidden units, and the
sum over the latent's channels can be done first: `prepare` is one 3x3 convolution to a colour per hidden
unit, and a query is left with (1 + hidden) x 3 multiplications in place of hidden x channels x 27.
"""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.models.encoder import Encoder
from engine.models.ensemble import spans
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.mlp import Mlp
from engine.models.separable import EnsembleWeights

HIDDEN = 256
CPU_CHUNK = 1 << 11
"""Queries at a time; each gathers 3 kB."""
GPU_CHUNK = 1 << 16


class MetaSR(nn.Module):
    """encoder: without up-sampling."""

    upsampling = 1
    tile = 128
    block = 192
    prepare_only_reorders = False
    ensemble_weights = EnsembleWeights.CORNER

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.imnet = Mlp(3, [HIDDEN], encoder.out_dim * 9 * 3)

    @property
    def halo(self) -> int | None:
        """Source px: the encoder's radius, and one for the unfolding."""
        return None if self.encoder.radius is None else self.encoder.radius + 1

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> latents (N, C, h, w)."""
        out: Tensor = self.encoder(image)
        return out[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, C, h, w) -> (h, 1, w, 3 + 3 * HIDDEN): the bias's colour, then by colour each unit's."""
        with torch.autocast(latents.device.type, enabled=False):  # in half precision this layer would show
            found = self.project_latents(latents.float())
        return found[0].permute(1, 2, 0).contiguous()[:, None]

    def project_latents(self, latents: Tensor) -> Tensor:
        """(N, C, h, w) -> (N, 3 + 3 * HIDDEN, h, w), channels last: what `prepare` keeps of each."""
        last = self.imnet.linears()[1]
        # the last layer's rows go by channel, tap and colour; a convolution wants its outputs first
        fixed = last.bias.view(-1, 9, 3).permute(2, 0, 1)  # (3, C, 9)
        units = last.weight.view(-1, 9, 3, HIDDEN).permute(2, 3, 0, 1).flatten(0, 1)  # (3 HIDDEN, C, 9)
        kernels = torch.cat([fixed, units]).view(3 + 3 * HIDDEN, -1, 3, 3)
        return F.conv2d(latents.contiguous(memory_format=torch.channels_last), kernels, padding=1)

    @torch.no_grad()
    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As ImplicitNet says; in float32 throughout: no matrix is large."""
        del dtype
        values = prepared.values
        down, y = corners(rows, prepared.height, values)
        across, x = corners(cols, prepared.width, values)
        first = self.imnet.linears()[0]
        by_y, by_x, by_cell = first.weight.T
        climb = y[:, None] * by_y + (float(rows.cell) * by_cell + first.bias)  # (R, HIDDEN)
        slide = x[:, None] * by_x  # (C, HIDDEN)
        height, _, width, _ = values.shape
        down, across = (
            (down - prepared.top).clamp(0, height - 1),
            (across - prepared.left).clamp(0, width - 1),
        )
        out = values.new_empty(rows.count, cols.count, 3)
        chunk = CPU_CHUNK if values.device.type == "cpu" else GPU_CHUNK
        for left, right in spans(0, cols.count, chunk):
            for top, bottom in spans(0, rows.count, max(1, chunk // (right - left))):
                check()
                units = (climb[top:bottom, None] + slide[left:right]).relu_()  # (r, c, HIDDEN)
                found = values[down[top:bottom, None], 0, across[left:right]]
                matrices = found[..., 3:].view(*units.shape[:2], 3, HIDDEN)
                products = torch.matmul(matrices, units[..., None])[..., 0]
                out[top:bottom, left:right] = found[..., :3] + products
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
        """As Local says: the cells begin at the points. In float32 throughout."""
        del dtype
        check()
        first = self.imnet.linears()[0]
        inputs = torch.cat([points + 0.5, points.new_full((len(points), 1), cell[0])], dim=1)
        units = F.linear(inputs, first.weight, first.bias).relu_()  # (P, HIDDEN)
        lines = prepared.values.view(-1, prepared.values.shape[-1])[which]
        products = lines[:, 3:].view(-1, 3, HIDDEN) @ units.T  # (L, 3, P)
        return (lines[:, :3, None] + products).transpose(1, 2)


def corners(axis: Axis, size: int, like: Tensor) -> tuple[Tensor, Tensor]:
    """The latent that each cell starts in, int64, and how far past its start, float32; both (count,)."""
    index, fraction = axis.corners()
    inside = np.clip(index, 0, size - 1)
    beyond = (index - inside) + fraction
    return torch.from_numpy(inside).to(like.device), torch.from_numpy(beyond).to(like)
