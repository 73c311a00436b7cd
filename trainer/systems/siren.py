"""1-SIREN: one network that is fitted to one picture, pixel by pixel (paper, section 5.1)."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.base.errors import DataError
from engine.base.messages import message
from engine.models.siren import Siren
from trainer.data import pictures as picture_loading
from trainer.data.pictures import Pictures
from trainer.data.store import Budget
from trainer.recipe import Data
from trainer.systems.sample_range import SampleRange, pixel_indices


def load(net: object, data: Data, budget: Budget) -> Pictures:
    """Loads the picture that data.root names. Raises DataError if that is no file."""
    del net
    path = Path(data.root)
    if not path.is_file():
        remedy = message("set data.root=FILE, this network learns one picture")
        raise DataError(path, message("no such picture"), remedy)
    return picture_loading.load(data, budget)


def inputs(
    net: Siren, pictures: Pictures, data: Data, samples: SampleRange, device: torch.device
) -> tuple[Tensor, ...]:
    """Returns coords (B, Q, 2), the centres (y, x) of Q pixels in [-1, 1], and their colours (B, Q, 3) in [-1, 1]."""
    del net
    _, height, width = pictures.store.spans[pictures.high[0]].tolist()
    planes = pictures.store.flat[: 3 * height * width].view(3, -1)  # the store holds one picture
    pixels = np.stack(
        [pixel_indices(samples, index, data.pixels, height * width) for index in range(samples.count)]
    )  # (B, Q)
    y, x = np.divmod(pixels, width)
    coords = np.stack([(2.0 * y + 1.0) / height - 1.0, (2.0 * x + 1.0) / width - 1.0], axis=-1)
    truth = planes.T[torch.from_numpy(pixels).to(planes.device)]
    return torch.from_numpy(coords).float().to(device), truth.to(device).float() / 127.5 - 1.0


def losses(net: Siren, coords: Tensor, truth: Tensor) -> Tensor:
    """Returns the L1 loss over the pixels of each sample, (B,) float32."""
    answer: Tensor = net(coords)
    return (answer.float() - truth).abs().mean((1, 2))
