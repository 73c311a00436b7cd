"""The continuous image: a picture under a model, decoded for any grid of cells (paper, section 3)."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from engine.base.errors import OutOfMemoryError
from engine.base.messages import message
from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import allocation
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.decoding.sampling import SampledLatents
from engine.decoding.smaller_pieces import Arrays, decode_in_pieces
from engine.geometry.axis import Axis
from engine.geometry.tile_index import TileIndex
from engine.images.bit_depth import Raster, read_only, to_bits
from engine.images.picture import Picture, reduced
from engine.models.implicit import Check, Polynomial, never_cancel

Made = TypeVar("Made")
VISIBLE, ROUNDING = 0.5, 0.5
"""Levels of 255: the largest error that cannot be seen, and that of colours rounded to 8 bits."""
TESTED = 11
"""Px of a side per px that is tested. Odd, so that at whole scales the tested px lie all around the latents."""


class ContinuousImage:
    """Decodes the colours and the alpha of one picture under one model. Used by one thread.

    Cells of one source px or more average the source pixels; smaller cells are decoded by the model. Alpha is always
    decoded bicubically: coverage is not a texture that a network was trained on.
    Where memory runs out, the caches are emptied and the grid is decoded in smaller pieces.
    """

    def __init__(
        self, picture: Picture, model: Model, compute: Compute, resources: Resources = DEFAULT_RESOURCES
    ) -> None:
        self.picture = picture
        self.model = model
        image = picture.image
        self._colours = Latents(model, image.pixels, compute, resources)
        self._samples = SampledLatents(self._colours, resources)
        self._alpha: Latents | None = None
        if image.alpha is not None:
            self._alpha = Latents(library.bicubic(), image.alpha, compute, resources)

    @property
    def identity(self) -> Hashable:
        """Equal ones give equal pixels for the same picture. It hashes the weights, which takes up to 0.1 s."""
        compute = self._colours.compute
        return self.model.digest(), str(compute.device), str(compute.dtype)

    def prefetch(self, rows: Axis, cols: Axis, view: tuple[Axis, Axis], check: Check = never_cancel) -> None:
        """Encodes the latent blocks that intersect a piece of a view; see Latents.prefetch.

        Called before the grids of a view's pieces: encoding larger blocks at once wastes less on their halo.
        """

        def encode() -> bool:
            for latents in self._colour_and_alpha_latents:
                latents.prefetch(rows, cols, view, check)
            return True

        if (
            allocation.unless_out_of_memory(encode) is None
        ):  # `grid` encodes what is missing, in smaller pieces
            self.free_memory()

    def is_encoded(self, rows: Axis, cols: Axis) -> bool:
        """Returns whether a grid can be decoded without encoding anything."""
        return all(latents.is_encoded(rows, cols) for latents in self._colour_and_alpha_latents)

    @property
    def polynomials(self) -> Polynomial | None:
        """What the model's polynomials are like; None if it makes none, or if the picture is a line of px: then only
        `grid` decodes it."""
        net = self.model.net
        return net if isinstance(net, Polynomial) and min(self.picture.size) > 1 else None

    def tiles_of(self, rows: Axis, cols: Axis) -> list[TileIndex]:
        """Returns the tiles of latents that a grid reads (engine/geometry/tile_index.py)."""
        return self._colours.tiles_of(rows, cols)

    def coefficients(
        self, tiles: list[TileIndex], check: Check = never_cancel
    ) -> dict[TileIndex, NDArray[np.float16]]:
        """Returns polynomials of tiles of latents, (h, order, w, c) read-only: order in y; colour, order in x.

        c is 3 * order, filled up with zeros to a multiple of 4: a texel of a graphics card holds four numbers. Only
        where there are `polynomials`. Raises OutOfMemoryError, and what `check` raises.
        """
        return self._coefficients(self._colours, tiles, check)

    def alpha_coefficients(
        self, tiles: list[TileIndex], check: Check = never_cancel
    ) -> dict[TileIndex, NDArray[np.float16]] | None:
        """Returns bicubic's polynomials of the alpha channel, as `coefficients`; None if the picture is opaque."""
        return None if self._alpha is None else self._coefficients(self._alpha, tiles, check)

    def _coefficients(
        self, latents: Latents, tiles: list[TileIndex], check: Check
    ) -> dict[TileIndex, NDArray[np.float16]]:
        made = self._unless_out_of_memory(lambda: latents.tiles(tiles, check))
        return {index: read_only(_in_texels(values).cpu().numpy()) for index, values in made.items()}

    def free_memory(self) -> None:
        """Empties all caches, and returns their memory to the system."""
        for latents in self._colour_and_alpha_latents:
            latents.clear()
        self._samples.clear()
        allocation.free_unused()

    @property
    def cached_bytes(self) -> dict[str, int]:
        """Bytes by cache: "codes", "prepared", "samples". Alpha's caches are not counted."""
        return self._colours.cached_bytes | {"samples": self._samples.cached_bytes}

    def grid(
        self, rows: Axis, cols: Axis, check: Check = never_cancel, sampled: bool = False, bits: int = 8
    ) -> tuple[Raster, Raster | None]:
        """Decodes the grid rows x cols (source px) into sRGB colours (R, C, 3), and alpha (R, C) if the picture has it.

        bits: 8 for uint8, 16 for uint16. sampled: allows the approximation of engine/decoding/sampling.py.
        Raises OutOfMemoryError, and what `check` raises.
        """

        def decode(rows: Axis, cols: Axis) -> Arrays:
            if rows.step >= 1 and cols.step >= 1:
                averages = reduced(self.picture, rows, cols)
                return tuple(to_bits(each, bits) for each in averages if each is not None)
            source = self._samples if sampled else self._colours
            colours = _quantised(source.decode(rows, cols, check), bits)
            if self._alpha is None:
                return (colours,)
            return colours, _quantised(self._alpha.decode(rows, cols, check), bits)[..., 0]

        colours, *alpha = self._decode_what_fits(decode, rows, cols)
        return colours, alpha[0] if alpha else None

    def close_blocks(
        self, colours: Raster, rows: Axis, cols: Axis, side: int, check: Check = never_cancel
    ) -> NDArray[np.bool_]:
        """Returns which blocks of `side` x `side` px of sampled colours are nowhere off by more than VISIBLE.

        colours: of the grid rows x cols, (R, C, 3) uint8. Compared at one px of TESTED x TESTED; a block without one
        counts as off. Raises what `check` raises.
        """
        close = np.zeros((-(-rows.count // side), -(-cols.count // side)), bool)
        if min(rows.count, cols.count) >= TESTED:
            exact = self._colours.decode(rows.every(TESTED), cols.every(TESTED), check).cpu().numpy()
            tested = slice(TESTED // 2, None, TESTED)
            error = np.abs(((exact + 1) * 127.5).clip(0, 255) - colours[tested, tested]).max(axis=2)
            y, x = (np.arange(count)[tested] // side for count in (rows.count, cols.count))
            for row, col in np.ndindex(*close.shape):
                errors = error[np.ix_(y == row, x == col)]
                close[row, col] = errors.size > 0 and errors.max() <= VISIBLE + ROUNDING
        return close

    def deviation(self, rows: Axis, cols: Axis, check: Check = never_cancel) -> NDArray[np.float32] | None:
        """Returns how far the local ensemble's predictions lie from the blended colour: (R, C), mean of the colours.

        In levels of 255. Returns None if the model has no local ensemble. Raises OutOfMemoryError, and
        what `check` raises.
        """

        def decode(rows: Axis, cols: Axis) -> Arrays:
            deviation = self._colours.deviation(rows, cols, check)
            return () if deviation is None else ((deviation.mean(dim=2) * 127.5).cpu().numpy(),)

        return next(iter(self._decode_what_fits(decode, rows, cols)), None)

    def _decode_what_fits(self, decode: Callable[[Axis, Axis], Arrays], rows: Axis, cols: Axis) -> Arrays:
        """Decodes a grid in as large pieces as memory allows. Raises OutOfMemoryError if the smallest do not fit."""
        return self._unless_out_of_memory(lambda: decode_in_pieces(decode, rows, cols, self.free_memory))

    def _unless_out_of_memory(self, make: Callable[[], Made]) -> Made:
        """Returns what `make` returns. Raises OutOfMemoryError if it runs out of memory."""
        made = allocation.unless_out_of_memory(make)
        if made is None:
            self.free_memory()
            image, model = self.picture.image, self.model.info.name
            reason = message("not enough memory to decode it with {model}", model=model)
            raise OutOfMemoryError(
                image.path or image.name, reason, message("close other programs and try again")
            )
        return made

    @property
    def _colour_and_alpha_latents(self) -> list[Latents]:
        """The latents of the colours, and those of alpha if the picture has it."""
        return [self._colours] if self._alpha is None else [self._colours, self._alpha]


def _in_texels(values: Tensor) -> Tensor:
    """Returns values as float16, the last axis filled up with zeros to a multiple of 4."""
    with torch.inference_mode():
        return F.pad(values.half(), (0, -values.shape[-1] % 4))


def _quantised(values: Tensor, bits: int) -> Raster:
    """Rounds [-1, 1] float32 to 0…255 uint8 or 0…65535 uint16. Overwrites `values`."""
    white = 2.0**bits - 1
    with torch.inference_mode():
        scaled = values.add_(1.0).mul_(white / 2).round_().clamp_(0.0, white)
        raster: Raster = scaled.to(torch.uint8 if bits == 8 else torch.uint16).cpu().numpy()
    return raster
