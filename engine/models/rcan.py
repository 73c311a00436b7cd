"""RCAN, residual channel attention (Zhang et al., ECCV 2018), with the parameter names of the official checkpoints."""

from torch import Tensor, nn

from engine.models.edsr import MeanShift
from engine.models.encoder import Encoder, convolution, enlargement


class ChannelAttention(nn.Module):
    """Scales each channel by a factor in (0, 1), computed from the means of all channels over the whole map."""

    def __init__(self, features: int, reduction: int) -> None:
        super().__init__()
        self.conv_du = nn.Sequential(
            convolution(features, features // reduction, kernel=1),
            nn.ReLU(True),
            convolution(features // reduction, features, kernel=1),
            nn.Sigmoid(),
        )

    def forward(self, x: Tensor) -> Tensor:
        """(N, features, h, w) -> the same."""
        out: Tensor = x * self.conv_du(x.mean((2, 3), keepdim=True))
        return out


class Residual(nn.Module):
    """x + body(x)."""

    def __init__(self, *body: nn.Module) -> None:
        super().__init__()
        self.body = nn.Sequential(*body)

    def forward(self, x: Tensor) -> Tensor:
        """(N, features, h, w) -> the same."""
        out: Tensor = self.body(x) + x
        return out


def attention_block(features: int, reduction: int) -> Residual:
    """The residual channel attention block (RCAB) of the paper."""
    return Residual(
        convolution(features, features),
        nn.ReLU(True),
        convolution(features, features),
        ChannelAttention(features, reduction),
    )


class Rcan(Encoder):
    """An encoder of `groups` groups with `blocks` attention blocks each. scale: of the up-sampling tail; None: none."""

    radius = None  # the attention takes means over the whole picture

    def __init__(self, groups: int, blocks: int, features: int, reduction: int, scale: int | None) -> None:
        super().__init__()
        self.sub_mean = MeanShift()
        self.add_mean = MeanShift()
        self.head = nn.Sequential(convolution(3, features))
        body = [
            Residual(
                *[attention_block(features, reduction) for _ in range(blocks)],
                convolution(features, features),
            )
            for _ in range(groups)
        ]
        self.body = nn.Sequential(*body, convolution(features, features))
        self.out_dim = features
        self.upsampling = 1
        self.tail: nn.Sequential | None = None
        if scale is not None:
            self.tail = nn.Sequential(
                nn.Sequential(*enlargement(scale, features, features)), convolution(features, 3)
            )
            self.out_dim = 3
            self.upsampling = scale

    def forward(self, image: Tensor) -> Tensor:
        """(N, 3, h, w) in [-1, 1] -> (N, out_dim, h * upsampling, w * upsampling)."""
        shallow = self.head(image)
        out: Tensor = self.body(shallow) + shallow
        return out if self.tail is None else self.tail(out)
