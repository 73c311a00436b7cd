"""Pictures of what a model makes of the held-out crops, to be looked at while it learns."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.base.atomic_file import replacing
from engine.checkpoints import library
from engine.models.registry import Net
from trainer.evaluation import validation
from trainer.evaluation.validation import Crop

SIDE = 128
"""Of each part, px."""


def draw(net: Net, crops: list[Crop], path: Path, device: torch.device) -> None:
    """A PNG with a row for each crop: bicubic, the model's answer, the truth; its middle, at the largest scale."""
    rows = []
    for crop in crops:
        low = crop.low[max(crop.low)]
        ways = (library.bicubic().net, torch.device("cpu")), (net, device)
        answers = [validation.enlarge(each, low, crop.high.shape[:2], where) for each, where in ways]
        parts = [np.rint(answer * 255.0).astype(np.uint8) for answer in answers]
        rows.append(np.concatenate([_middle(part) for part in (*parts, crop.high)], axis=1))
    with replacing(path) as temporary:
        Image.fromarray(np.concatenate(rows)).save(temporary, "png")


def _middle(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(h, w, 3) -> (SIDE, SIDE, 3), or less of what is smaller."""
    height, width = pixels.shape[:2]
    top, left = max(height - SIDE, 0) // 2, max(width - SIDE, 0) // 2
    return pixels[top : top + SIDE, left : left + SIDE]
