"""Bicubic interpolation as a local implicit image function without a network: the yardstick, and the first sketch."""

from torch import Tensor, nn

from engine.models import polynomial


class Bicubic(nn.Module):
    """Catmull-Rom's kernel, a = -0.5, as MATLAB's imresize and Pillow enlarge; borders are repeated."""

    halo = 1
    upsampling = 1
    tile = 512

    def encode(self, image: Tensor) -> Tensor:
        """The picture is its own latent map."""
        return image

    def prepared_cell(self, cell: tuple[float, float]) -> tuple[float, float]:
        """No cell has a say."""
        del cell
        return (0.0, 0.0)

    def prepare(self, latents: Tensor, cell: tuple[float, float]) -> Tensor:
        """(1, 3, h, w) -> (h, 9, w, 3)."""
        del cell
        return polynomial.layout(polynomial.parabolas(latents))

    decode = staticmethod(polynomial.decode)
