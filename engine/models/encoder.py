"""What an encoder is to the implicit networks: a picture in, a map of latent codes out (paper, section 3)."""

from torch import nn


class Encoder(nn.Module):
    """forward: (N, 3, h, w) in [-1, 1] -> (N, out_dim, h * upsampling, w * upsampling).

    radius: source px around a latent on which it depends; None: the whole picture.
    """

    out_dim: int
    radius: int | None
    upsampling: int


def convolution(inputs: int, outputs: int, kernel: int = 3) -> nn.Conv2d:
    """A convolution that keeps the map's size, with zeros outside of it."""
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)


def enlargement(scale: int, inputs: int, width: int) -> list[nn.Module]:
    """Sub-pixel convolutions (ESPCN) of `inputs` channels to `width`, `scale` (3 or a power of 2) times as large.

    With the convolution that follows it they reach 2 source px: one before the first shuffle, less after it.
    """
    if scale == 3:
        return [convolution(inputs, 9 * width), nn.PixelShuffle(3)]
    doubling: list[nn.Module] = [convolution(inputs, 4 * width), nn.PixelShuffle(2)]
    return doubling if scale == 2 else [*doubling, *enlargement(scale // 2, width, width)]


ENLARGEMENT_RADIUS = 2
