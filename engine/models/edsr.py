"""EDSR (Lim et al., CVPRW 2017), with the parameter names of the official checkpoints."""

import torch
from torch import Tensor, nn

from engine.models import narrowing
from engine.models.encoder import ENLARGEMENT_RADIUS, Encoder, convolution, enlargement
from engine.models.narrowing import Spans


class ResidualBlock(nn.Module):
    """x + res_scale * conv(relu(conv(x)))."""

    def __init__(self, features: int, res_scale: float) -> None:
        super().__init__()
        self.res_scale = res_scale
        self.body = nn.Sequential(
            convolution(features, features), nn.ReLU(True), convolution(features, features)
        )

    def forward(self, x: Tensor) -> Tensor:
        """(N, features, h, w) -> the same."""
        return torch.add(x, self.body(x), alpha=self.res_scale)


class MeanShift(nn.Conv2d):
    """Parameters that every checkpoint contains and nothing uses: LIIF's pictures are centred already."""

    def __init__(self) -> None:
        super().__init__(3, 3, 1)
        self.requires_grad_(False)


class Edsr(Encoder):
    """An encoder of `blocks` residual blocks with `features` channels. scale: of the up-sampling tail; None: none."""

    def __init__(self, blocks: int, features: int, res_scale: float, scale: int | None) -> None:
        super().__init__()
        self.sub_mean = MeanShift()
        self.add_mean = MeanShift()
        self.head = nn.Sequential(convolution(3, features))
        body: list[nn.Module] = [ResidualBlock(features, res_scale) for _ in range(blocks)]
        self.body = nn.Sequential(*body, convolution(features, features))
        self.out_dim = features
        self.radius = 2 + 2 * blocks
        self.upsampling = 1
        self.tail: nn.Sequential | None = None
        if scale is not None:
            self.tail = nn.Sequential(
                nn.Sequential(*enlargement(scale, features, features)), convolution(features, 3)
            )
            self.out_dim = 3
            self.radius += ENLARGEMENT_RADIUS
            self.upsampling = scale

    def latents(self, image: Tensor, spans: Spans, margin: int) -> Tensor:
        """Overrides Encoder.latents: the border that no later layer depends on is left out on the way."""
        *blocks, last = self.body
        x, shallow, spans = narrowing.run(blocks, self.head(image), spans, margin + 1)  # 1 for the last layer
        x, shallow, _ = narrowing.narrow(last(x), shallow, spans, margin)
        return x + shallow

    def forward(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> (N, out_dim, h * upsampling, w * upsampling)."""
        shallow = self.head(image)
        out: Tensor = self.body(shallow) + shallow
        return out if self.tail is None else self.tail(out)
