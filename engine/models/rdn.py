"""RDN, the residual dense network (Zhang et al., CVPR 2018), with the parameter names of the official checkpoints."""

import torch
from torch import Tensor, nn

from engine.models.encoder import ENLARGEMENT_RADIUS, Encoder, convolution, enlargement


class DenseLayer(nn.Module):
    """Appends `growth` channels to its input."""

    def __init__(self, inputs: int, growth: int) -> None:
        super().__init__()
        self.conv = nn.Sequential(convolution(inputs, growth), nn.ReLU(True))

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, h, w) -> (N, inputs + growth, h, w)."""
        return torch.cat([x, self.conv(x)], dim=1)


class DenseBlock(nn.Module):
    """Dense layers, whose output is fused back to `features` channels and added to the input."""

    def __init__(self, features: int, layers: int, growth: int) -> None:
        super().__init__()
        self.convs = nn.Sequential(*[DenseLayer(features + i * growth, growth) for i in range(layers)])
        self.LFF = convolution(features + layers * growth, features, kernel=1)

    def forward(self, x: Tensor) -> Tensor:
        """(N, features, h, w) -> the same."""
        out: Tensor = self.LFF(self.convs(x)) + x
        return out


class Rdn(Encoder):
    """An encoder of `blocks` dense blocks with `layers` layers, each of which appends `growth` channels.

    The paper's names: blocks D, layers C, growth G, features G0. scale: of the up-sampling tail; None: none.
    """

    def __init__(self, blocks: int, layers: int, growth: int, features: int, scale: int | None) -> None:
        super().__init__()
        self.SFENet1 = convolution(3, features)
        self.SFENet2 = convolution(features, features)
        self.RDBs = nn.ModuleList(DenseBlock(features, layers, growth) for _ in range(blocks))
        self.GFF = nn.Sequential(
            convolution(blocks * features, features, kernel=1), convolution(features, features)
        )
        self.out_dim = features
        self.radius = 3 + blocks * layers
        self.upsampling = 1
        self.UPNet: nn.Sequential | None = None
        if scale is not None:
            self.UPNet = nn.Sequential(*enlargement(scale, features, growth), convolution(growth, 3))
            self.out_dim = 3
            self.radius += ENLARGEMENT_RADIUS
            self.upsampling = scale

    def forward(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> (N, out_dim, h * upsampling, w * upsampling)."""
        shallow = self.SFENet1(image)
        x = self.SFENet2(shallow)
        levels = []
        for block in self.RDBs:
            x = block(x)
            levels.append(x)
        out: Tensor = self.GFF(torch.cat(levels, dim=1)) + shallow
        return out if self.UPNet is None else self.UPNet(out)
