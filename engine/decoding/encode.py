"""Encodes any rectangle of a picture's latents, with the same result as encoding the whole picture.

A rectangle is encoded in tiles. Each tile's input is extended by the encoder's halo, so that a tile's latents do not
depend on how the rectangle was split.

Example: the encoder of EDSR-baseline-LIIF has a halo of 35 source px and one latent per source px. The latents
[100, 396) of a picture of 1,000 px depend on the source px [65, 431). The crop that starts at px 65 gives the wanted
latents at its positions [35, 331). The latents [0, 296) depend on [0, 331): the crop ends at the picture's border,
where the encoder pads with zeros, as in training.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from engine.compute import cores
from engine.compute.device import Compute
from engine.geometry.tile_index import overlap
from engine.images.area import Area
from engine.images.bit_depth import white
from engine.models.implicit import Check, ImplicitNet, never_cancel

CPU_SIDE = 296
"""Largest side of the tile that one core encodes at once, latents. One layer of Live takes 10 ms for it, and a quarter
of its input is halo."""
GPU_SIDE = 1024
"""Largest side of the tile that a GPU encodes at once, latents."""

Region = tuple[int, int, int, int]
"""Rectangle of latents: top, left, height, width."""


class CancelBetweenOps(TorchFunctionMode):
    """Calls the cancellation check before each torch operation of this thread.

    One layer is a short enough piece of work to wait for; a whole encoder is not.
    """

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.check = check

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        """Calls the cancellation check, then runs the operation. Overrides TorchFunctionMode."""
        self.check()
        return func(*args, **(kwargs or {}))


@dataclass(frozen=True)
class Codes:
    """Encoded latents of a region, in the tiles they were encoded in: (1, C, h, w) each."""

    tiles: list[tuple[Region, Tensor]]

    def crop(self, region: Region) -> Tensor:
        """Copies a part of the region, (1, C, h, w), channels last."""
        top, left, height, width = region
        any_tile = self.tiles[0][1]
        size = 1, any_tile.shape[1], height, width
        out = torch.empty(
            size, dtype=any_tile.dtype, device=any_tile.device, memory_format=torch.channels_last
        )
        for (tile_top, tile_left, tile_height, tile_width), values in self.tiles:
            (from_y, to_y) = overlap(tile_top, tile_height, (top, top + height))
            (from_x, to_x) = overlap(tile_left, tile_width, (left, left + width))
            if to_y.start < to_y.stop and to_x.start < to_x.stop:
                out[:, :, to_y, to_x] = values[:, :, from_y, from_x]
        return out


def encode_region(
    net: ImplicitNet, pixels: Area, region: Region, compute: Compute, check: Check = never_cancel
) -> Codes:
    """Encodes the latents `region` of the picture `pixels` on compute.device.

    pixels: (H, W, 3), or (H, W) for three equal channels.
    net: must be on compute.device. Its convolutions run in compute.dtype; in float32 they are exact.
    The result includes the influence of source px outside `region`. Outside the picture the encoder sees zeros, as in
    training. Raises what `check` raises.
    """
    tiles = list(_split(region, _tile_side(net, region, compute)))
    codes = cores.parallel_map(lambda tile: _encode_tile(net, pixels, tile, compute, check), tiles)
    return Codes(list(zip(tiles, codes, strict=True)))


def prepare_region(
    net: ImplicitNet,
    codes: Tensor,
    region: Region,
    size: tuple[int, int],
    compute: Compute,
    check: Check = never_cancel,
) -> Tensor:
    """Prepares the latents `region` for decoding: (h, a, w, b), as PreparedMap holds them.

    codes: (1, C, h', w') of `with_neighbours(region, size)`. size: (height, width) of the whole latent map.
    Raises what `check` raises.
    """
    top, left, height, width = region
    outer = with_neighbours(region, size)
    y, x = top - outer[0], left - outer[1]
    with _inference(compute, check):
        return net.prepare(codes)[y : y + height, :, x : x + width].contiguous()


def with_neighbours(region: Region, size: tuple[int, int]) -> Region:
    """Extends the region by the one latent on each side that `prepare` reads, within a map of (height, width)."""
    top, left, height, width = region
    y, x = max(top - 1, 0), max(left - 1, 0)
    return y, x, min(top + height + 1, size[0]) - y, min(left + width + 1, size[1]) - x


@contextmanager
def _inference(compute: Compute, check: Check) -> Iterator[None]:
    """Runs without gradients, in compute.dtype, and with a cancellation check before each operation."""
    autocast = compute.dtype != torch.float32
    with (
        torch.no_grad(),
        torch.autocast(compute.device.type, compute.dtype, enabled=autocast),
        CancelBetweenOps(check),
    ):
        yield


def _tile_side(net: ImplicitNet, region: Region, compute: Compute) -> int:
    """Returns the largest side of a tile, latents."""
    if net.halo is None:  # each latent depends on the whole picture: a part costs as much as the whole
        return max(region) + 1
    return CPU_SIDE if compute.device.type == "cpu" else GPU_SIDE


def _split(region: Region, side: int) -> Iterator[Region]:
    """Splits the region into tiles of about equal size, at most side x side. A narrow rest would be mostly halo."""
    top, left, height, width = region
    down, across = -(-height // side), -(-width // side)
    for i in range(down):
        y, bottom = height * i // down, height * (i + 1) // down
        for j in range(across):
            x, right = width * j // across, width * (j + 1) // across
            yield top + y, left + x, bottom - y, right - x


def _encode_tile(net: ImplicitNet, pixels: Area, tile: Region, compute: Compute, check: Check) -> Tensor:
    """Encodes one tile, (1, C, h, w)."""
    top, left, height, width = tile
    y0, y1 = _input_span(top, height, pixels.shape[0], net)
    x0, x1 = _input_span(left, width, pixels.shape[1], net)
    image = _network_input(pixels, (slice(y0, y1), slice(x0, x1)), compute)
    y, x = top - y0 * net.upsampling, left - x0 * net.upsampling
    with _inference(compute, check):
        return net.encode(image, (slice(y, y + height), slice(x, x + width)))


def _network_input(pixels: Area, crop: tuple[slice, slice], compute: Compute) -> Tensor:
    """Copies a crop of the picture to the device: (1, 3, h, w) float32 in [-1, 1], channels last."""
    part = pixels[crop]
    if part.ndim == 2:
        part = np.repeat(part[..., None], 3, axis=2)
    copy = torch.from_numpy(np.array(part))  # pixels may be read-only
    # permute alone gives the batch dimension of size 1 a stride that slows each convolution down by a fifth
    image = copy.to(compute.device).permute(2, 0, 1)[None]
    image = image.to(torch.float32, memory_format=torch.channels_last)
    return image.div_(white(part) / 2).sub_(1.0)


def _input_span(first: int, count: int, size: int, net: ImplicitNet) -> tuple[int, int]:
    """Returns the source px [first, last) that `count` latents from latent `first` on depend on, along one axis.

    size: the picture's, source px. The range ends at the picture's borders, so that the encoder sees zeros only there.
    """
    factor, halo = net.upsampling, net.halo
    if halo is None:
        return 0, size
    return max(first // factor - halo, 0), min(-(-(first + count) // factor) + halo, size)
