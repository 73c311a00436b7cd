"""What every model is to the rest of the engine: three pure functions from a picture to its continuous image.

encode    a picture becomes a map of latent codes                       once per source px
prepare   what of the decoder depends on the latent only           once per latent
decode    the colour of each cell of a grid                             once per device px

Nothing is kept between calls: what a call needs, it is given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor

from engine.geometry.axis import Axis
from engine.models.separable import EnsembleWeights

Check = Callable[[], None]
"""Called between pieces of at most ~30 ms; raises Superseded when the answer is no longer wanted."""


def never_cancel() -> None:
    """The check of work that nobody calls off."""


Crop = tuple[slice, slice]
"""Rows and columns of latents."""
WHOLE_MAP: Crop = slice(None), slice(None)


@dataclass(frozen=True)
class PreparedMap:
    """A rectangle of the prepared latent map, and where it lies in the whole.

    values: (h, a, w, b), on the model's device; a and b are the model's own factors of the channels, laid out
    so that its decode reads memory in order. top, left: latent index of values[0, :, 0]. height, width: the
    whole map's size in latents, which decides where the picture's border is.
    """

    values: Tensor
    top: int
    left: int
    height: int
    width: int


class ImplicitNet(Protocol):
    """A local implicit image function (paper, section 3) in the three steps above.

    halo: source px around a latent on which its prepared value depends; None: the whole picture (attention over it).
    upsampling: latents per source px along an axis; 1 but for the fixed-scale networks.
    block: latents along a side of what of a view is encoded before some of it is decoded, at most: the halo around
    them is worth its cost, and the wait for them.
    tile: device px along a side of the squares in which a view comes: as small as is decoded at full speed.
    prepare_only_reorders: prepared latents are codes in another order, so that only they need to be kept.
    """

    @property
    def halo(self) -> int | None: ...

    @property
    def upsampling(self) -> int: ...

    @property
    def tile(self) -> int: ...

    @property
    def prepare_only_reorders(self) -> bool: ...

    @property
    def block(self) -> int: ...

    def encode(self, image: Tensor, crop: Crop = WHOLE_MAP) -> Tensor:
        """(N, 3, h, w) float32 in [-1, 1] -> latents (N, C, h * upsampling, w * upsampling), or those `kept`.

        What is not kept is there to be seen by the rest, and may be seen less far.
        """
        ...

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, C, h, w) -> (h, a, w, b) float32, as PreparedMap holds it.

        What lies outside of `latents` counts as outside of the picture: pass one latent more on each inner side.
        """
        ...

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """The grid rows x cols -> (rows.count, cols.count, 3) float32 in [-1, 1] (not clipped).

        dtype: of the large matrix products; sums and the first layer stay in float32.
        """
        ...


@runtime_checkable
class Ensemble(Protocol):
    """What a net is besides where a colour is blended of several latents' predictions (paper, section 3.1).

    local_ensemble: whether it does so as it was trained.
    """

    @property
    def local_ensemble(self) -> bool: ...

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """As `decode`, but how far the predictions lie from the colour they are blended to, (R, C, 3) float32, >= 0.

        The root of the mean of the squares, each by its share of the colour.
        """
        ...


@runtime_checkable
class PerLatent(Protocol):
    """What a net is besides whose latents, one a source px, can be asked one by one, and are smooth where they are."""

    @property
    def ensemble_weights(self) -> EnsembleWeights:
        """What its `decode` makes of the latents' predictions."""
        ...

    def predict(
        self,
        prepared: PreparedMap,
        which: Tensor,
        points: Tensor,
        cell: tuple[float, float],
        dtype: torch.dtype,
        check: Check = never_cancel,
    ) -> Tensor:
        """What each of some latents alone predicts at `points`, (P, 2) -> (L, P, 3) float32.

        which: (L,) int64, of the map's latents, row by row. points: from a latent's centre, along y and x, source px.
        cell: along y and x, source px. dtype: as for `decode`. Raises what `check` raises.
        """
        ...
