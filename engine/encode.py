"""Pictures to prepared latents, any rectangle of them, as if the whole picture had been encoded."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.overrides import TorchFunctionMode

from engine.device import Compute
from engine.models.implicit import Check, ImplicitNet, PreparedMap, keep_going

CPU_SIDE = 256
"""Latents along a side of what is encoded at once: EDSR's activations are 27 MB each, its halo 60 % on top."""
GPU_SIDE = 1024

Region = tuple[int, int, int, int]
"""top, left, height, width; in latents."""


class Checked(TorchFunctionMode):
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


def encode(
    net: ImplicitNet,
    pixels: NDArray[np.uint8],
    region: Region,
    cell: tuple[float, float],
    compute: Compute,
    check: Check = keep_going,
) -> PreparedMap:
    """The prepared latents of `region` of the picture `pixels`, (H, W, 3) uint8, for a cell (y, x) in source px.

    The net lies on compute.device; its convolutions run in compute.dtype, and in float32 they are exact. What the
    picture has beyond `region` is seen as far as the net sees; beyond the picture there are zeros, as in training.
    Raises what `check` raises.
    """
    factor = net.upsampling
    size = pixels.shape[0] * factor, pixels.shape[1] * factor
    if net.halo is None:  # whoever looks at one latent has looked at all
        tiles = iter([region])
    else:
        tiles = _tiles(region, CPU_SIDE if compute.device.type == "cpu" else GPU_SIDE)
    top, left, height, width = region
    out: Tensor | None = None
    for tile in tiles:
        check()
        values = _tile(net, pixels, tile, cell, compute, check)
        if tile == region:
            out = values
            break
        if out is None:
            out = values.new_empty(height, values.shape[1], width, values.shape[3])
        y, x = tile[0] - top, tile[1] - left
        out[y : y + tile[2], :, x : x + tile[3]] = values
    assert out is not None  # a region is never empty
    return PreparedMap(out, top, left, *size)


def _tiles(region: Region, side: int) -> Iterator[Region]:
    """The region in tiles of at most side x side."""
    top, left, height, width = region
    for y in range(0, height, side):
        for x in range(0, width, side):
            yield top + y, left + x, min(side, height - y), min(side, width - x)


def _tile(
    net: ImplicitNet,
    pixels: NDArray[np.uint8],
    tile: Region,
    cell: tuple[float, float],
    compute: Compute,
    check: Check,
) -> Tensor:
    """The prepared latents of one tile, (h, a, w, b)."""
    top, left, height, width = tile
    down, seen_down = _reach(top, height, pixels.shape[0], net)
    across, seen_across = _reach(left, width, pixels.shape[1], net)
    seen = np.array(pixels[slice(*seen_down), slice(*seen_across)])  # a copy: pixels may be read-only
    crop = torch.from_numpy(seen)
    image = crop.to(compute.device).permute(2, 0, 1)[None].float().div_(127.5).sub_(1.0)
    half = compute.dtype != torch.float32
    with torch.no_grad(), torch.autocast(compute.device.type, compute.dtype, enabled=half), Checked(check):
        latents = net.encode(image.contiguous(memory_format=torch.channels_last))
        y, x = down[0] - seen_down[0] * net.upsampling, across[0] - seen_across[0] * net.upsampling
        part = latents[:, :, y : y + down[1] - down[0], x : x + across[1] - across[0]]
        prepared = net.prepare(part, cell)
        y, x = top - down[0], left - across[0]
        return prepared[y : y + height, :, x : x + width].contiguous()


def _reach(first: int, count: int, size: int, net: ImplicitNet) -> tuple[tuple[int, int], tuple[int, int]]:
    """Along one axis of `size` source px: the latents that `prepare` needs, and the source px these need.

    Both are ranges [first, last) and end at the picture's borders, so that only there the net sees zeros.
    """
    factor, halo = net.upsampling, net.halo
    last = first + count
    latents = max(first - 1, 0), min(last + 1, size * factor)
    if halo is None:
        return latents, (0, size)
    return latents, (max(first // factor - halo, 0), min(-(-last // factor) + halo, size))
