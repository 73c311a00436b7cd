"""LIIF, the local implicit image function (paper, section 3), with the official checkpoints' parameter names.

The official decoder runs its MLP on [latent unfolded 3x3, relative coordinate, cell] for each query and each
of the four latents around it. Its first layer is linear, so it parts into sums, each computed where it
changes:
    of the latent                a 3x3 convolution of the latent map   once per latent, in `prepare`
    of the relative coordinate   a term of the row, one of the column  once per row and column
    of the cell                  a constant                            once per view
which leaves a query two additions and the further layers.
"""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.compute import cores
from engine.geometry.axis import Axis
from engine.models.encoder import Encoder
from engine.models.ensemble import Blend, bands, blended, deviation, members, spans
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel
from engine.models.mlp import Mlp
from engine.models.separable import EnsembleWeights

CPU_CHUNK = 2048
"""Rows of the MLP at a time: few enough for the cache, enough for the products to run at full speed."""
GPU_CHUNK = 1 << 18
"""The same where launching a kernel is what costs; 256 MB a layer."""


class Liif(nn.Module):
    """encoder: without up-sampling. hidden: widths of the MLP's hidden layers.

    local_ensemble (section 3.1), feat_unfold (3.2), cell_decode (3.3): the parts that the paper ablates.
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
        """Source px: the encoder's radius, and one for the unfolding."""
        radius = self.encoder.radius
        return None if radius is None else radius + int(self.feat_unfold)

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> latents (N, C, h, w)."""
        out: Tensor = self.encoder(image)
        return out[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, C, h, w) -> (h, 1, w, width): what layer one makes of the latents."""
        with torch.autocast(latents.device.type, enabled=False):  # in half precision this layer would show
            found = self.project_latents(latents.float())
        return found[0].permute(1, 2, 0).contiguous()[:, None]

    def project_latents(self, latents: Tensor) -> Tensor:
        """(N, C, h, w) -> (N, width, h, w), channels last: layer one's part of the latents, and its bias."""
        layer = self.imnet.linears()[0]
        side = 3 if self.feat_unfold else 1
        weight = layer.weight[:, : self.features].reshape(-1, self.encoder.out_dim, side, side)
        codes = latents.contiguous(memory_format=torch.channels_last)
        return F.conv2d(codes, weight, layer.bias, padding=side // 2)

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As ImplicitNet says; checked every few ms. A band of rows on each core."""
        return self._banded(prepared, rows, cols, dtype, check, blended)

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As Ensemble says."""
        return self._banded(prepared, rows, cols, dtype, check, deviation)

    @property
    def ensemble_weights(self) -> EnsembleWeights:
        """As Local says."""
        return EnsembleWeights.LINEAR if self.local_ensemble else EnsembleWeights.NEAREST

    def predict(
        self,
        prepared: PreparedMap,
        which: Tensor,
        points: Tensor,
        cell: tuple[float, float],
        dtype: torch.dtype,
        check: Check = never_cancel,
    ) -> Tensor:
        """As Local says; some latents on each core."""
        values = prepared.values
        lines = values.view(-1, values.shape[-1])
        out = values.new_empty(len(points), len(which), 3)
        first, *rest = self.imnet.linears()
        inputs = 2.0 * points  # the official coordinates count half latents
        if self.cell_decode:
            inputs = torch.cat([inputs, 2.0 * points.new_tensor([cell]).expand(len(points), 2)], dim=1)
        moves = (inputs @ first.weight[:, self.features :].T)[:, None]  # (P, 1, width)
        chunk = max(1, (GPU_CHUNK if values.is_cuda else CPU_CHUNK) // len(points))

        def some(low: int, high: int) -> None:
            tail = Tail(rest, dtype, chunk * len(points))
            for a, b in spans(low, high, chunk):
                check()
                out[:, a:b] = tail.colours(lines[which[a:b]][None], moves)

        if values.is_cuda:
            some(0, len(which))
        else:
            cores.parallel_ranges(some, len(which))
        return out.transpose(0, 1)

    def _banded(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check, blend: Blend
    ) -> Tensor:
        """What `blend` makes of each query's predictions, (R, C, 3)."""
        out = prepared.values.new_empty(rows.count, cols.count, 3)

        def band(first: int, last: int) -> None:
            piece = rows.piece(first, last - first)
            self._decode(prepared, piece, cols, dtype, check, blend, out[first:last])

        with torch.inference_mode():
            cores.parallel_rows(band, out)
        return out

    def _decode(
        self,
        prepared: PreparedMap,
        rows: Axis,
        cols: Axis,
        dtype: torch.dtype,
        check: Check,
        blend: Blend,
        out: Tensor,
    ) -> None:
        """`_banded` into `out`."""
        values = prepared.values
        on_cpu = values.device.type == "cpu"
        down = members(rows, prepared.height, self.local_ensemble, values.device)
        across = members(cols, prepared.width, self.local_ensemble, values.device)
        chunk = (CPU_CHUNK if on_cpu else GPU_CHUNK) // (down.count * across.count)
        first, *rest = self.imnet.linears()
        tail = Tail(rest, dtype, chunk * down.count * across.count)
        by_y, by_x = first.weight[:, self.features : self.features + 2].T.contiguous()
        by_cell = first.weight[:, -2:] @ (2.0 * values.new_tensor([float(rows.cell), float(cols.cell)]))
        for left, right in spans(0, cols.count, chunk):
            column = across.part(left, right)
            slide = column.distance[..., None] * by_x  # (m, c, width)
            if self.cell_decode:
                slide += by_cell
            height = max(1, chunk // (right - left))
            for top, bottom, latents in bands(down, height, shared=on_cpu):
                base = gathered(prepared, latents, column.index).add_(slide)  # (1 or r, m, m, c, width)
                for a, b in spans(top, bottom, height):
                    check()
                    row = down.part(a, b)
                    climb = (row.distance.T[..., None] * by_y)[:, :, None, None]  # (r, m, 1, 1, width)
                    colours = tail.colours(base, climb)  # (r, m, m, c, 3)
                    out[a:b, left:right] = blend(colours, row.weight, column.weight)


def gathered(prepared: PreparedMap, rows: Tensor, cols: Tensor) -> Tensor:
    """Prepared values of latent rows (m, r) and columns (k, c), whole map's index -> (r, m, k, c, width)."""
    height, _, width, channels = prepared.values.shape
    # positions are rounded: one may lie beyond the map by a latent whose share is all but 0
    down = (rows.T - prepared.top).clamp(0, height - 1)
    place = down[:, :, None, None] * width + (cols - prepared.left).clamp(0, width - 1)
    lines = prepared.values.view(height * width, channels)
    return lines.index_select(0, place.flatten()).view(*place.shape, channels)


class Tail:
    """The layers after the first, and the memory in which pieces of at most `rows` rows pass through them.

    Large products are in `dtype`; the last one, to three channels, in float32: bfloat16 would show as
    banding.
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

    def colours(self, base: Tensor, climb: Tensor) -> Tensor:
        """The first layer's parts, (..., width), of shapes that broadcast -> (..., 3) float32."""
        shape = torch.Size((len(climb), *base.shape[1:]))
        count = shape[:-1].numel()
        x = self.sums[:count]
        torch.add(base, climb, out=x.view(shape))
        if self.inputs is not self.sums:
            x = self.inputs[:count].copy_(x)
        _relu(x)
        for weight, bias, memory in self.hidden:
            x = torch.addmm(bias, x, weight, out=memory[:count])
            _relu(x)
        return torch.addmm(self.last.bias, x.float(), self.last.weight.T).view(*shape[:-1], 3)


def _relu(x: Tensor) -> None:
    """In place. A half-precision number is negative just where its bits are as an integer, and those are faster."""
    if x.dtype == torch.float32:
        x.relu_()
    else:
        x.view(torch.int16).clamp_(min=0)
