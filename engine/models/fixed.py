"""A network of one fixed scale as a continuous image: each query takes the nearest pixel of its enlarged output."""

import torch
from torch import Tensor, nn

from engine.geometry.axis import Axis
from engine.models.encoder import Encoder
from engine.models.implicit import WHOLE_MAP, Check, Crop, PreparedMap, never_cancel


class Fixed(nn.Module):
    """An encoder with its up-sampling tail. The latents are colours, `upsampling` per source px along an axis."""

    tile = 256
    block = 192
    prepare_only_reorders = False

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    @property
    def halo(self) -> int | None:
        """The encoder's radius, source px."""
        return self.encoder.radius

    @property
    def upsampling(self) -> int:
        """The scale of the network."""
        return self.encoder.upsampling

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> (N, 3, h * upsampling, w * upsampling)."""
        out: Tensor = self.encoder(image)
        return out[..., *crop]

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, 3, h, w) -> (h, 1, w, 3)."""
        return latents[0].float().permute(1, 2, 0).contiguous()[:, None]

    @torch.no_grad()
    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """Returns the colours of the grid, (R, C, 3) float32.

        rows, cols: source px. The look-up is in enlarged px.
        """
        del dtype
        check()
        device = prepared.values.device
        row_index, _ = rows.finer(self.upsampling).nearest(prepared.height)
        col_index, _ = cols.finer(self.upsampling).nearest(prepared.width)
        lines = prepared.values[:, 0].index_select(0, torch.from_numpy(row_index - prepared.top).to(device))
        return lines.index_select(1, torch.from_numpy(col_index - prepared.left).to(device))
