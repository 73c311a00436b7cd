"""LIIF, the local implicit image function (paper, section 3), with the parameter names of the official checkpoints.

The official decoder runs its MLP on [latent unfolded 3x3, relative coordinate, cell], for each query and each of the
four latents around it. The first layer of the MLP is linear. So it splits into sums, and each sum is computed only as
often as it changes:
    latent                a 3x3 convolution of the latent map        once per latent, in `prepare`
    relative coordinate   a term of the row plus one of the column   once per row and column
    cell                  a constant                                 once per view
A query then costs two additions and the remaining layers.
"""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.compute import cores
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.models.encoder import Encoder
from engine.models.ensemble import Reduction, bands, blend, deviation, members, spans
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.mlp import Mlp

CPU_CHUNK = 2048
"""Rows of one pass through the MLP: few enough to stay in the cache, enough for products at full speed."""
GPU_CHUNK = 1 << 18
"""The same on a GPU, where launching kernels is the main cost. 256 MB a layer."""


class Liif(nn.Module):
    """An encoder without up-sampling, and an MLP that decodes its latents. Implements Ensemble and PerLatent.

    hidden: widths of the MLP's hidden layers. local_ensemble (section 3.1), feat_unfold (3.2) and cell_decode (3.3)
    switch the parts that the paper ablates.
    """

    upsampling = 1
    tile = 128
    block = 192
    prepare_only_reorders = False

    def __init__(
        self,
        encoder: Encoder,
        hidden: Sequence[int],
        local_ensemble: bool,
        feat_unfold: bool,
        cell_decode: bool,
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.local_ensemble = local_ensemble
        self.feat_unfold = feat_unfold
        self.cell_decode = cell_decode
        self.features = encoder.out_dim * (9 if feat_unfold else 1)
        self.imnet = Mlp(self.features + (4 if cell_decode else 2), hidden, 3)

    @property
    def halo(self) -> int | None:
        """The encoder's radius, and one more source px for the unfolding."""
        radius = self.encoder.radius
        return None if radius is None else radius + int(self.feat_unfold)

    @property
    def ensemble_weights(self) -> EnsembleWeights:
        """How the predictions are combined: linear weights with the local ensemble, else the nearest latent."""
        return EnsembleWeights.LINEAR if self.local_ensemble else EnsembleWeights.NEAREST

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> latents (N, C, h, w)."""
        out: Tensor = self.encoder(image)
        return out[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, C, h, w) -> (h, 1, w, width): `project_latents`, in float32."""
        with torch.autocast(
            latents.device.type, enabled=False
        ):  # half precision would be visible in this layer
            projected = self.project_latents(latents.float())
        return projected[0].permute(1, 2, 0).contiguous()[:, None]

    def project_latents(self, latents: Tensor) -> Tensor:
        """The first layer's product with the latents, plus bias: (N, C, h, w) -> (N, width, h, w), channels last."""
        layer = self.imnet.linears()[0]
        side = 3 if self.feat_unfold else 1
        weight = layer.weight[:, : self.features].reshape(-1, self.encoder.out_dim, side, side)
        codes = latents.contiguous(memory_format=torch.channels_last)
        return F.conv2d(codes, weight, layer.bias, padding=side // 2)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the colours of the grid (source px), (R, C, 3) float32.

        Each core decodes a band of rows; `check` is called every few ms.
        """
        return self._decode_bands(prepared, rows, cols, dtype, check, blend)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the standard deviation of the ensemble's predictions of each query, (R, C, 3) float32."""
        return self._decode_bands(prepared, rows, cols, dtype, check, deviation)

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

        Each core takes a part of the latents.
        """
        values = prepared.values
        lines = values.view(-1, values.shape[-1])
        out = values.new_empty(len(points), len(index), 3)
        _, *rest = self.imnet.linears()
        point_terms = self._point_terms(points, cell)[:, None]  # (P, 1, width)
        chunk = max(1, (CPU_CHUNK if values.is_cpu else GPU_CHUNK) // len(points))

        def part(first: int, last: int) -> None:
            tail = Tail(rest, dtype, chunk * len(points))
            for low, high in spans(first, last, chunk):
                check()
                out[:, low:high] = tail.colours(lines[index[low:high]][None], point_terms)

        if values.is_cpu:
            cores.parallel_ranges(part, len(index))
        else:
            part(0, len(index))
        return out.transpose(0, 1)

    def _point_terms(self, points: Tensor, cell: tuple[float, float]) -> Tensor:
        """The first layer's product with relative coordinates and cell: points (P, 2), source px -> (P, width)."""
        inputs = 2.0 * points  # the official coordinates are in half latents
        if self.cell_decode:
            inputs = torch.cat([inputs, 2.0 * points.new_tensor([cell]).expand(len(points), 2)], dim=1)
        return inputs @ self.imnet.linears()[0].weight[:, self.features :].T

    def _decode_bands(
        self,
        prepared: PreparedMap,
        rows: Axis,
        cols: Axis,
        dtype: torch.dtype,
        check: Check,
        reduction: Reduction,
    ) -> Tensor:
        """The reduced predictions of each query, (R, C, 3). On the CPU, each core decodes a band of rows."""
        out = prepared.values.new_empty(rows.count, cols.count, 3)

        def band(first: int, last: int) -> None:
            piece = rows.piece(first, last - first)
            self._decode_band(prepared, piece, cols, dtype, check, reduction, out[first:last])

        with torch.inference_mode():
            cores.parallel_rows(band, out)
        return out

    def _decode_band(
        self,
        prepared: PreparedMap,
        rows: Axis,
        cols: Axis,
        dtype: torch.dtype,
        check: Check,
        reduction: Reduction,
        out: Tensor,
    ) -> None:
        """Writes the reduced predictions of the grid rows x cols into `out`, chunk by chunk."""
        values = prepared.values
        on_cpu = values.device.type == "cpu"
        row_members = members(rows, prepared.height, self.local_ensemble, values.device)
        col_members = members(cols, prepared.width, self.local_ensemble, values.device)
        predictions = row_members.count * col_members.count  # per query
        chunk = (CPU_CHUNK if on_cpu else GPU_CHUNK) // predictions
        first, *rest = self.imnet.linears()
        tail = Tail(rest, dtype, chunk * predictions)
        by_y, by_x = first.weight[:, self.features : self.features + 2].T.contiguous()
        cell_term = first.weight[:, -2:] @ (2.0 * values.new_tensor([float(rows.cell), float(cols.cell)]))
        for left, right in spans(0, cols.count, chunk):
            column = col_members.part(left, right)
            col_terms = column.distance[..., None] * by_x  # (m, c, width)
            if self.cell_decode:
                col_terms += cell_term
            height = max(1, chunk // (right - left))
            for top, bottom, latents in bands(row_members, height, shared=on_cpu):
                base = gather(prepared, latents, column.index).add_(col_terms)  # (1 or r, m, m, c, width)
                for low, high in spans(top, bottom, height):
                    check()
                    row = row_members.part(low, high)
                    row_terms = (row.distance.T[..., None] * by_y)[:, :, None, None]  # (r, m, 1, 1, width)
                    colours = tail.colours(base, row_terms)  # (r, m, m, c, 3)
                    out[low:high, left:right] = reduction(colours, row.weight, column.weight)


def gather(prepared: PreparedMap, rows: Tensor, cols: Tensor) -> Tensor:
    """The prepared values of latent rows (m, r) x columns (k, c), indices of the whole map -> (r, m, k, c, width)."""
    height, _, width, channels = prepared.values.shape
    # positions are rounded: a latent with a weight of almost 0 may be one outside of the rectangle
    row = (rows.T - prepared.top).clamp(0, height - 1)
    flat = row[:, :, None, None] * width + (cols - prepared.left).clamp(0, width - 1)
    lines = prepared.values.view(height * width, channels)
    return lines.index_select(0, flat.flatten()).view(*flat.shape, channels)


class Tail:
    """The MLP's layers after the first, with the buffers for inputs of at most `rows` rows.

    The large products are in `dtype`. The last one, to three channels, is in float32: in bfloat16 its output would
    show banding.
    """

    def __init__(self, layers: Sequence[nn.Linear], dtype: torch.dtype, rows: int) -> None:
        *hidden, self.last = layers
        weight = self.last.weight
        widths = [layer.in_features for layer in layers]
        self.sums = weight.new_empty(rows, widths[0])
        self.inputs = self.sums if dtype == weight.dtype else self.sums.to(dtype)
        self.hidden = [
            (layer.weight.T.to(dtype), layer.bias.to(dtype), self.inputs.new_empty(rows, layer.out_features))
            for layer in hidden
        ]

    def colours(self, base: Tensor, row_terms: Tensor) -> Tensor:
        """The colours (..., 3) float32 for the first layer's sum: base + row_terms, both (..., width), broadcast."""
        shape = torch.Size((len(row_terms), *base.shape[1:]))
        count = shape[:-1].numel()
        x = self.sums[:count]
        torch.add(base, row_terms, out=x.view(shape))
        if self.inputs is not self.sums:
            x = self.inputs[:count].copy_(x)
        _relu(x)
        for weight, bias, buffer in self.hidden:
            x = torch.addmm(bias, x, weight, out=buffer[:count])
            _relu(x)
        return torch.addmm(self.last.bias, x.float(), self.last.weight.T).view(*shape[:-1], 3)


def _relu(x: Tensor) -> None:
    """ReLU in place. In half precision on the bits as int16, whose sign is the same: integers are faster."""
    if x.dtype == torch.float32:
        x.relu_()
    else:
        x.view(torch.int16).clamp_(min=0)
