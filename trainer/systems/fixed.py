"""Networks of one fixed scale, trained on every pixel of their enlarged picture."""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.models.fixed import Fixed
from trainer.data import pictures as picture_loading
from trainer.data.pictures import Pictures
from trainer.data.store import Budget
from trainer.recipe import Data
from trainer.systems.sample_range import SampleRange, batch


def load(net: Fixed, data: Data, budget: Budget) -> Pictures:
    """Loads the pictures of a folder. Raises RecipeError if crops have another scale than the network."""
    if not data.whole and (data.min_scale, data.max_scale) != (net.upsampling, net.upsampling):
        reason = message("the network supports only scale {scale}", scale=net.upsampling)
        remedy = message("set data.min_scale={scale} and data.max_scale={scale}", scale=net.upsampling)
        raise RecipeError("train", reason, remedy)
    return picture_loading.load(data, budget)


def inputs(
    net: Fixed, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns low (B, 3, p, p) and high (B, 3, K, K), K = p * net.upsampling, float32 in [-1, 1].

    Ground truths of whole pictures have other sizes and are resized to K, like the baseline of the paper's
    section 5.3.
    """
    crops = batch(pictures, data, samples, device)
    side = crops.low.shape[-1] * net.upsampling
    return crops.low, torch.stack([_resized(high, side) for high in crops.high])


def _resized(high: Tensor, side: int) -> Tensor:
    """Returns (3, K, K) as (3, side, side), antialiased bicubic."""
    if high.shape[-1] == side:
        return high
    return F.interpolate(high[None], (side, side), mode="bicubic", antialias=True)[0].clamp(-1.0, 1.0)


def losses(net: Fixed, low: Tensor, high: Tensor) -> Tensor:
    """Returns the L1 loss over each picture, (B,) float32."""
    return (net.encode(low).float() - high).abs().mean((1, 2, 3))
