"""Pictures to prepared latents, any rectangle of them, as if the whole picture had been encoded."""

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
from engine.images.depth import Raster, white
from engine.models.implicit import Check, ImplicitNet, never_cancel

CPU_SIDE = 296
"""Latents along a side of what a core encodes at once, at most: a layer of Live's takes it 10 ms, and a quarter of what
it sees is halo."""
GPU_SIDE = 1024

Region = tuple[int, int, int, int]
"""top, left, height, width; in latents."""


class CancelBetweenOps(TorchFunctionMode):
    """Calls `check` before each operation of this thread: a layer is a piece of work, an encoder too long for one."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.check = check

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        """As torch.overrides has it."""
        self.check()
        return func(*args, **(kwargs or {}))


@dataclass(frozen=True)
class Codes:
    """Latents of a region, as they were encoded: pieces of it, (1, C, h, w) each."""

    pieces: list[tuple[Region, Tensor]]

    def crop(self, region: Region) -> Tensor:
        """Those of a part of it, (1, C, h, w), in memory of their own, channels last."""
        top, left, height, width = region
        like = self.pieces[0][1]
        size = 1, like.shape[1], height, width
        out = torch.empty(size, dtype=like.dtype, device=like.device, memory_format=torch.channels_last)
        for (y, x, high, wide), values in self.pieces:
            (from_y, to_y) = overlap(y, high, (top, top + height))
            (from_x, to_x) = overlap(x, wide, (left, left + width))
            if to_y.start < to_y.stop and to_x.start < to_x.stop:
                out[:, :, to_y, to_x] = values[:, :, from_y, from_x]
        return out


def encode_region(
    net: ImplicitNet, pixels: Raster, region: Region, compute: Compute, check: Check = never_cancel
) -> Codes:
    """The latents of `region` of the picture `pixels`, (H, W, 3), on compute.device.

    The net lies on compute.device; its convolutions run in compute.dtype, and in float32 they are exact. What the
    picture has beyond `region` is seen as far as the net sees; beyond the picture there are zeros, as in training.
    Raises what `check` raises.
    """
    # whoever looks at one latent of a net without a halo has looked at all
    side = max(region) + 1 if net.halo is None else CPU_SIDE if compute.device.type == "cpu" else GPU_SIDE
    tiles = list(_tiles(region, side))
    found = cores.parallel_map(lambda tile: _codes(net, pixels, tile, compute, check), tiles)
    return Codes(list(zip(tiles, found, strict=True)))


def prepare_region(
    net: ImplicitNet,
    around: Tensor,
    region: Region,
    size: tuple[int, int],
    compute: Compute,
    check: Check = never_cancel,
) -> Tensor:
    """Prepares the latents of `region`, (h, a, w, b), from `around`: the latents of `with_neighbours(region, size)`.

    size: (height, width) of the whole map. Raises what `check` raises.
    """
    top, left, height, width = region
    outer = with_neighbours(region, size)
    y, x = top - outer[0], left - outer[1]
    with _computing(compute, check):
        return net.prepare(around)[y : y + height, :, x : x + width].contiguous()


def with_neighbours(region: Region, size: tuple[int, int]) -> Region:
    """The region with the latents next to it, which `prepare` looks at, as far as there are any."""
    top, left, height, width = region
    y, x = max(top - 1, 0), max(left - 1, 0)
    return y, x, min(top + height + 1, size[0]) - y, min(left + width + 1, size[1]) - x


@contextmanager
def _computing(compute: Compute, check: Check) -> Iterator[None]:
    half = compute.dtype != torch.float32
    with (
        torch.no_grad(),
        torch.autocast(compute.device.type, compute.dtype, enabled=half),
        CancelBetweenOps(check),
    ):
        yield


def _tiles(region: Region, side: int) -> Iterator[Region]:
    """The region in equal tiles of at most side x side: a narrow one would be all halo."""
    top, left, height, width = region
    down, across = -(-height // side), -(-width // side)
    for i in range(down):
        y, bottom = height * i // down, height * (i + 1) // down
        for j in range(across):
            x, right = width * j // across, width * (j + 1) // across
            yield top + y, left + x, bottom - y, right - x


def _codes(net: ImplicitNet, pixels: Raster, tile: Region, compute: Compute, check: Check) -> Tensor:
    """The latents of one tile, (1, C, h, w)."""
    top, left, height, width = tile
    factor = net.upsampling
    (y0, y1), (x0, x1) = _reach(top, height, pixels.shape[0], net), _reach(left, width, pixels.shape[1], net)
    crop = torch.from_numpy(np.array(pixels[y0:y1, x0:x1]))  # a copy: pixels may be read-only
    turned = crop.to(compute.device).permute(2, 0, 1)[None]
    # laid out anew: a view of the picture has a stride for its one image that costs each convolution a fifth
    image = turned.to(torch.float32, memory_format=torch.channels_last)
    image = image.div_(white(pixels) / 2).sub_(1.0)
    y, x = top - y0 * factor, left - x0 * factor
    with _computing(compute, check):
        return net.encode(image, (slice(y, y + height), slice(x, x + width)))


def _reach(first: int, count: int, size: int, net: ImplicitNet) -> tuple[int, int]:
    """Along one axis of `size` source px: those [first, last) that `count` latents from `first` on depend on.

    They end at the picture's borders, so that only there the net sees zeros.
    """
    factor, halo = net.upsampling, net.halo
    if halo is None:
        return 0, size
    return max(first // factor - halo, 0), min(-(-(first + count) // factor) + halo, size)
