"""Sample pictures of a run: held-out crops enlarged by the model, beside bicubic and the ground truth."""

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

PANEL_SIDE = 128
"""Side of a panel, px."""


def draw(net: Net, crops: list[Crop], path: Path, device: torch.device) -> None:
    """Writes a PNG with a row per crop: bicubic, `net` on `device`, ground truth.

    Each panel is the middle of the crop, at the crop's largest scale.
    """
    rows = []
    for crop in crops:
        low = crop.low[max(crop.low)]
        networks = (library.bicubic().net, torch.device("cpu")), (net, device)
        outputs = [validation.enlarge(each, low, crop.high.shape[:2], where) for each, where in networks]
        panels = [np.rint(output * 255.0).astype(np.uint8) for output in outputs]
        rows.append(np.concatenate([_middle(panel) for panel in (*panels, crop.high)], axis=1))
    with replacing(path) as temporary:
        Image.fromarray(np.concatenate(rows)).save(temporary, "png")


def _middle(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(h, w, 3) -> (PANEL_SIDE, PANEL_SIDE, 3), or all of a smaller picture."""
    height, width = pixels.shape[:2]
    top, left = max(height - PANEL_SIDE, 0) // 2, max(width - PANEL_SIDE, 0) // 2
    return pixels[top : top + PANEL_SIDE, left : left + PANEL_SIDE]
