"""Meta-SR (Hu et al., CVPR 2019) as LIIF's authors compare with it, with the parameter names of their checkpoints.

For each query, an MLP of the position within a latent and of the cell predicts a matrix. The matrix maps the latent,
unfolded 3x3, to a colour. The last layer of the MLP is linear, so the matrix is a sum over the hidden units, and the
sum over the latent's channels can be computed first. So `prepare` is one 3x3 convolution to one colour per hidden unit.
A query then costs (1 + hidden) x 3 multiplications instead of hidden x channels x 27.
"""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.models.encoder import Encoder
from engine.models.ensemble import spans
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.mlp import Mlp

HIDDEN = 256
CPU_CHUNK = 1 << 11
"""Queries decoded at once; each gathers 3 kB."""
GPU_CHUNK = 1 << 16


class MetaSR(nn.Module):
    """An encoder without up-sampling, and the MLP that predicts a matrix per query. Implements PerLatent."""

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
        """The encoder's radius, and one more source px for the unfolding."""
        return None if self.encoder.radius is None else self.encoder.radius + 1

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> latents (N, C, h, w)."""
        out: Tensor = self.encoder(image)
        return out[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, C, h, w) -> (h, 1, w, 3 + 3 * HIDDEN): `project_latents`, in float32."""
        with torch.autocast(
            latents.device.type, enabled=False
        ):  # half precision would be visible in this layer
            projected = self.project_latents(latents.float())
        return projected[0].permute(1, 2, 0).contiguous()[:, None]

    def project_latents(self, latents: Tensor) -> Tensor:
        """The last layer's product with the unfolded latents: (N, C, h, w) -> (N, 3 + 3 * HIDDEN, h, w), channels last.

        The first 3 channels are the colour from the layer's bias. Then, colour by colour, one channel per hidden unit.
        """
        last = self.imnet.linears()[1]
        # the layer's rows go by channel, tap, colour; a convolution's kernels have the outputs first
        constant = last.bias.view(-1, 9, 3).permute(2, 0, 1)  # (3, C, 9)
        units = last.weight.view(-1, 9, 3, HIDDEN).permute(2, 3, 0, 1).flatten(0, 1)  # (3 HIDDEN, C, 9)
        kernels = torch.cat([constant, units]).view(3 + 3 * HIDDEN, -1, 3, 3)
        return F.conv2d(latents.contiguous(memory_format=torch.channels_last), kernels, padding=1)

    @torch.no_grad()
    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the colours of the grid (source px), (R, C, 3) float32. Always in float32: no matrix is large."""
        del dtype
        values = prepared.values
        row_index, y = corners(rows, prepared.height, values)
        col_index, x = corners(cols, prepared.width, values)
        first = self.imnet.linears()[0]
        by_y, by_x, by_cell = first.weight.T
        row_terms = y[:, None] * by_y + (float(rows.cell) * by_cell + first.bias)  # (R, HIDDEN)
        col_terms = x[:, None] * by_x  # (C, HIDDEN)
        height, _, width, _ = values.shape
        row_index = (row_index - prepared.top).clamp(0, height - 1)
        col_index = (col_index - prepared.left).clamp(0, width - 1)
        out = values.new_empty(rows.count, cols.count, 3)
        chunk = CPU_CHUNK if values.device.type == "cpu" else GPU_CHUNK
        for left, right in spans(0, cols.count, chunk):
            for top, bottom in spans(0, rows.count, max(1, chunk // (right - left))):
                check()
                units = (row_terms[top:bottom, None] + col_terms[left:right]).relu_()  # (r, c, HIDDEN)
                gathered = values[row_index[top:bottom, None], 0, col_index[left:right]]
                matrices = gathered[..., 3:].view(*units.shape[:2], 3, HIDDEN)
                products = torch.matmul(matrices, units[..., None])[..., 0]
                out[top:bottom, left:right] = gathered[..., :3] + products
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
        """Returns the colours (L, P, 3) float32 of L latents at P offsets from their centres, source px.

        The cells start at the points. Always in float32. +0.5, because the MLP takes positions from the latent's start.
        """
        del dtype
        check()
        first = self.imnet.linears()[0]
        inputs = torch.cat([points + 0.5, points.new_full((len(points), 1), cell[0])], dim=1)
        units = F.linear(inputs, first.weight, first.bias).relu_()  # (P, HIDDEN)
        latents = prepared.values.view(-1, prepared.values.shape[-1])[index]
        products = latents[:, 3:].view(-1, 3, HIDDEN) @ units.T  # (L, 3, P)
        return (latents[:, :3, None] + products).transpose(1, 2)


def corners(axis: Axis, size: int, like: Tensor) -> tuple[Tensor, Tensor]:
    """The latent, of `size`, that contains the start of each cell, and the start's position within that latent.

    Both (count,): index int64; position float32, in latents from the latent's own start. like: a tensor on the device.
    """
    index, fraction = axis.corners()
    inside = np.clip(index, 0, size - 1)
    position = (index - inside) + fraction
    return torch.from_numpy(inside).to(like.device), torch.from_numpy(position).to(like)
