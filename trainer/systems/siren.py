"""1-SIREN: one network for one picture, which it learns pixel by pixel (the paper's 1-SIREN, section 5.1)."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.base.errors import DataError
from engine.base.messages import message
from engine.models.siren import Siren
from trainer.data import pictures
from trainer.data.pictures import Pictures
from trainer.data.store import Budget
from trainer.recipe import Data
from trainer.systems.draw import Draw, places


def load(net: object, asked: Data, within: Budget) -> Pictures:
    """The one picture that data.root names. Raises DataError where that is no file."""
    del net
    path = Path(asked.root)
    if not path.is_file():
        remedy = message("give data.root=FILE: this network learns one picture")
        raise DataError(path, message("no such picture"), remedy)
    return pictures.load(asked, within)


def inputs(net: Siren, held: Pictures, asked: Data, draw: Draw, device: torch.device) -> tuple[Tensor, ...]:
    """coords (B, Q, 2): the middles of Q pixels, (y, x) in [-1, 1]; truth (B, Q, 3)."""
    del net
    _, height, width = held.store.spans[held.high[0]].tolist()
    picture = held.store.flat[: 3 * height * width].view(3, -1)  # the only one
    found = np.stack(
        [places(draw, index, asked.pixels, height * width) for index in range(draw.count)]
    )  # (B, Q)
    y, x = np.divmod(found, width)
    coords = np.stack([(2.0 * y + 1.0) / height - 1.0, (2.0 * x + 1.0) / width - 1.0], axis=-1)
    truth = picture.T[torch.from_numpy(found).to(picture.device)]
    return torch.from_numpy(coords).float().to(device), truth.to(device).float() / 127.5 - 1.0


def losses(net: Siren, coords: Tensor, truth: Tensor) -> Tensor:
    """L1 over the pixels."""
    answer: Tensor = net(coords)
    return (answer.float() - truth).abs().mean((1, 2))
