"""Scores models on the kinds of pictures that people open: photos, drawn pages, and JPEGs of either.

Photos and drawn pages are measured in their middles. The pages have a seed that no training uses. Inputs are reduced by
Pillow's bicubic, and for the JPEG kinds then saved with JPEG_QUALITY. PSNR is that of the Y channel inside a border of
the scale, the benchmark protocol, in dB.
"""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
from tqdm import tqdm

from engine.base.errors import DataError
from engine.base.messages import message
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import device, threads
from engine.compute.device import Compute
from engine.images.bit_depth import Pixels
from trainer.data.drawn import page
from trainer.evaluation import metrics, validation
from trainer.evaluation.evaluate import enlarge
from trainer.evaluation.validation import SCALES, Crop

PAGES_SEED, PAGES = 9000, 12
"""Seed and number of the drawn pages. Training draws its pages with another seed."""
JPEG_QUALITY = 70
KINDS = ("photo", "drawn", "JPEG photo", "JPEG drawn")


def run(data: Path, models: list[str], device_name: str, precision: str) -> list[dict[str, Any]]:
    """Returns one row per model and kind, {"model", "kind", "psnr": {scale: dB}}.

    data: a folder of photos that no model was trained on. Raises UnpixelError.
    """
    files = sorted(data.iterdir()) if data.is_dir() else []
    photos, _ = validation.crops(path for path in files if path.is_file())
    if not photos:
        side = validation.MIN_SIDE
        remedy = message("name a folder with photos of at least {side} px per side", side=side)
        raise DataError(data, message("has no photos to measure"), remedy)
    threads.use_threads()
    compute = device.choose(device_name, precision)
    sets = _sets(photos)
    loaded = [library.load(name, compute.device) for name in models]
    pairs = [(model, kind) for model in loaded for kind in KINDS]
    return [
        {"model": model.info.name, "kind": kind, "psnr": _scores(model, sets[kind], compute)}
        for model, kind in tqdm(pairs, unit="set", disable=None, leave=False)
    ]


def text(rows: list[dict[str, Any]]) -> str:
    """Returns the rows as a Markdown table, which a model's card can hold as it is."""
    head = "| " + " | ".join(["", *(f"×{scale}" for scale in SCALES)]) + " |"
    several = len({row["model"] for row in rows}) > 1
    lines = [head, "|---" * (len(SCALES) + 1) + "|"]
    for row in rows:
        name = f"{row['kind']}, {row['model']}" if several else row["kind"]
        lines.append("| " + " | ".join([name, *(f"{each:.2f}" for each in row["psnr"].values())]) + " |")
    return "\n".join(lines)


def _sets(photos: list[Crop]) -> dict[str, list[Crop]]:
    drawn = [validation.crop_of(_middle_of_page(number), SCALES) for number in range(PAGES)]
    clean = {"photo": photos, "drawn": drawn}
    return clean | {f"JPEG {kind}": [_saved(crop) for crop in crops] for kind, crops in clean.items()}


def _middle_of_page(number: int) -> Pixels:
    """Returns as much of a drawn page as of a photo."""
    drawn, first = page.page(PAGES_SEED, number).transpose(1, 2, 0), (page.SIDE - validation.SIDE) // 2
    inner = slice(first, first + validation.SIDE)
    return np.ascontiguousarray(drawn[inner, inner])


def _saved(crop: Crop) -> Crop:
    """Returns the crop with its inputs as they are after they were saved as JPEG."""
    return replace(crop, low={scale: _as_jpeg(pixels) for scale, pixels in crop.low.items()})


def _as_jpeg(pixels: Pixels) -> Pixels:
    file = io.BytesIO()
    PIL.Image.fromarray(pixels).save(file, "JPEG", quality=JPEG_QUALITY)
    with PIL.Image.open(file) as saved:
        return np.asarray(saved.convert("RGB"))


def _scores(model: Model, crops: list[Crop], compute: Compute) -> dict[str, float]:
    """Returns the mean PSNR at each scale, dB."""
    means = {}
    for scale in SCALES:
        outputs = ((enlarge(model, crop.low[scale], crop.high, compute), crop) for crop in crops)
        values = [metrics.psnr(output, crop.high / 255.0, "benchmark", scale) for output, crop in outputs]
        means[str(scale)] = round(float(np.mean(values)), 3)
    return means
