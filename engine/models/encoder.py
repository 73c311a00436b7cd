"""The encoder of the implicit networks: a picture to a map of latent codes (paper, section 3)."""

from torch import Tensor, nn

from engine.models.narrowing import Spans


class Encoder(nn.Module):
    """forward: (N, 3, h, w) in [-1, 1] -> (N, out_dim, h * upsampling, w * upsampling).

    radius: source px around a latent that it depends on. None: the whole picture.
    upsampling: latents per source px along an axis.
    """

    out_dim: int
    radius: int | None
    upsampling: int

    def latents(self, image: Tensor, spans: Spans, margin: int) -> Tensor:
        """The latents of the spans and `margin` around them, as far as the picture goes. upsampling must be 1."""
        (top, bottom), (left, right) = spans
        rows, cols = (
            slice(max(top - margin, 0), bottom + margin),
            slice(max(left - margin, 0), right + margin),
        )
        complete: Tensor = self(image)
        return complete[:, :, rows, cols]


def convolution(inputs: int, outputs: int, kernel: int = 3) -> nn.Conv2d:
    """A convolution that keeps the size of the map and pads it with zeros."""
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2)


def enlargement(scale: int, inputs: int, width: int) -> list[nn.Module]:
    """Sub-pixel convolutions (ESPCN) that enlarge a map `scale` times, from `inputs` to `width` channels.

    scale: 3 or a power of 2. Together with the convolution after them they reach ENLARGEMENT_RADIUS source px: one
    before the first shuffle, less than one after it.
    """
    if scale == 3:
        return [convolution(inputs, 9 * width), nn.PixelShuffle(3)]
    doubling: list[nn.Module] = [convolution(inputs, 4 * width), nn.PixelShuffle(2)]
    return doubling if scale == 2 else [*doubling, *enlargement(scale // 2, width, width)]


ENLARGEMENT_RADIUS = 2
"""Source px that an up-sampling tail reaches around its output."""
