"""The interface between a model and the rest of the engine: three pure functions from a picture to any grid of colours.

encode    a picture to a map of latent codes                          once per source px
prepare   the part of the decoder that depends on the latent alone    once per latent
decode    the colours of a grid of cells                              once per device px

No call keeps state for the next one. Any thread may call them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor

from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights

Check = Callable[[], None]
"""Cancellation check. Called between pieces of work of at most ~30 ms; raises Superseded to cancel the work."""


def never_cancel() -> None:
    """The check of work that cannot be cancelled."""


Crop = tuple[slice, slice]
"""Rows and columns of a latent map."""
WHOLE_MAP: Crop = slice(None), slice(None)


@dataclass(frozen=True)
class PreparedMap:
    """A rectangle of the prepared latent map, with its position in the whole map.

    values: (h, a, w, b), on the model's device. The model splits its channels into a and b so that its `decode` reads
    the memory in order. top, left: latent index of values[0, :, 0]. height, width: size of the whole map in latents;
    they define where the picture's border is.
    """

    values: Tensor
    top: int
    left: int
    height: int
    width: int


class ImplicitNet(Protocol):
    """A local implicit image function (paper, section 3) in the three steps above.

    halo: source px around a latent that its prepared value depends on. None: the whole picture, through attention.
    upsampling: latents per source px along an axis. It is 1 except for networks of a fixed scale.
    block: the largest side, in latents, of a block that is encoded before any of it is decoded. It is large enough to
    be worth the halo around it, and small enough to wait for.
    tile: side, in device px, of the square tiles that a view is decoded in. It is the smallest that decodes at full
    speed.
    prepare_only_reorders: `prepare` only reorders the codes, so only the prepared form needs to be cached.
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
        """(N, 3, h, w) float32 in [-1, 1] -> latents (N, C, h * upsampling, w * upsampling), cropped to `crop`.

        The pixels outside of the crop are the context of those inside. A network may skip the parts of its layers
        that the crop does not depend on.
        """
        ...

    def prepare(self, latents: Tensor) -> Tensor:
        """(1, C, h, w) -> (h, a, w, b) float32, the values of a PreparedMap.

        Everything outside of `latents` counts as outside of the picture. Where the map goes on, pass one more latent
        on that side.
        """
        ...

    def decode(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """The colours of the grid rows x cols, (rows.count, cols.count, 3) float32 in [-1, 1] (not clipped).

        dtype: of the large matrix products. Sums and the first layer stay in float32. Raises what `check` raises.
        """
        ...


@runtime_checkable
class Ensemble(Protocol):
    """An ImplicitNet that blends a colour from the predictions of several latents (paper, section 3.1).

    local_ensemble: whether the model was trained with the blending.
    """

    @property
    def local_ensemble(self) -> bool: ...

    def deviation(
        self, prepared: PreparedMap, rows: Axis, cols: Axis, dtype: torch.dtype, check: Check = never_cancel
    ) -> Tensor:
        """The standard deviation of the predictions around the colour of `decode`, (R, C, 3) float32, >= 0.

        The root of the weighted mean of the squared differences, with the weights of the ensemble.
        """
        ...


@runtime_checkable
class Polynomial(Protocol):
    """An ImplicitNet whose prepared values are local polynomials, which other code than `decode` can evaluate, too.

    Values are (h, order, w, 3 * order), order in y; colour, order in x (engine/geometry/local_basis.py). It has one
    latent per source px.
    """

    @property
    def order(self) -> int:
        """Basis functions along one axis."""
        ...

    @property
    def weighting(self) -> EnsembleWeights:
        """How the predictions of the latents are combined."""
        ...


@runtime_checkable
class PerLatent(Protocol):
    """An ImplicitNet whose latents can be evaluated one by one. It has one latent per source px.

    Each latent's prediction is a smooth function of the position within the latent's reach.
    """

    @property
    def ensemble_weights(self) -> EnsembleWeights:
        """How `decode` combines the predictions of the latents."""
        ...

    def predict(
        self,
        prepared: PreparedMap,
        index: Tensor,
        points: Tensor,
        cell: tuple[float, float],
        dtype: torch.dtype,
        check: Check = never_cancel,
    ) -> Tensor:
        """The predictions of single latents at `points` around their centres, (L, P, 3) float32.

        index: (L,) int64, latents of the map's rectangle in row-major order. points: (P, 2), offsets from a latent's
        centre along y and x, source px. cell: size along y and x, source px. dtype: as for `decode`. Raises what
        `check` raises.
        """
        ...
