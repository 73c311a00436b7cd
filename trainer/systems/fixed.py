"""A network of one scale: every pixel of its enlarged picture."""

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.base.errors import RecipeError
from engine.base.messages import message
from engine.models.fixed import Fixed
from trainer.data import pictures
from trainer.data.pictures import Pictures
from trainer.data.store import Budget
from trainer.recipe import Data
from trainer.systems.draw import Draw, batch


def load(net: Fixed, asked: Data, within: Budget) -> Pictures:
    """The pictures of a folder. Raises RecipeError where crops would be of another scale than the network's."""
    if not asked.whole and (asked.min_scale, asked.max_scale) != (net.upsampling, net.upsampling):
        reason = message("the network enlarges {scale} times, and no other scale", scale=net.upsampling)
        remedy = message("give data.min_scale={scale} and data.max_scale={scale}", scale=net.upsampling)
        raise RecipeError("train", reason, remedy)
    return pictures.load(asked, within)


def inputs(net: Fixed, held: Pictures, asked: Data, draw: Draw, device: torch.device) -> tuple[Tensor, ...]:
    """low (B, 3, p, p), high (B, 3, K, K). Ground truths of whole pictures are resized to the network's K, which is
    what section 5.3 of the paper compares with.
    """
    drawn = batch(held, asked, draw, device)
    side = drawn.low.shape[-1] * net.upsampling
    return drawn.low, torch.stack([_truth(high, side) for high in drawn.high])


def _truth(high: Tensor, side: int) -> Tensor:
    """(3, K, K) -> (3, side, side), antialiased bicubic."""
    if high.shape[-1] == side:
        return high
    return F.interpolate(high[None], (side, side), mode="bicubic", antialias=True)[0].clamp(-1.0, 1.0)


def losses(net: Fixed, low: Tensor, high: Tensor) -> Tensor:
    """L1 over each picture."""
    return (net.encode(low).float() - high).abs().mean((1, 2, 3))
