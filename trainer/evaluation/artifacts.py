"""Artifact metrics: visible defects that PSNR does not show, measured on listed crops under several models."""

import csv
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from tqdm import tqdm

from engine.base.errors import DataError
from engine.base.messages import Message, message
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import device, threads
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.images import loading, notices
from engine.images.bit_depth import Pixels
from engine.images.image import Image
from trainer.evaluation import smoothness
from trainer.evaluation.smoothness import Crop

SCALE = 8
"""Enlargement at which the colours are measured."""
CELL = Fraction(1, 30)
"""Cell of the queries for the derivatives, source px: one device px at a zoom of 30."""
REACH = 2
"""Source px on each side. A colour beyond the range of the source in this window counts as overshoot."""
COLUMNS = ("picture", "x", "y", "width", "height", "shows")


@dataclass(frozen=True)
class CropSpec:
    """One line of the table of crops: the file name, the crop in source px, and a short description."""

    picture: str
    crop: Crop
    shows: str


def run(data: Path, models: list[str], crops: Path, device_name: str) -> dict[str, Any]:
    """Measures every crop of the table `crops` under each model, in float32. `data`: the folder of the pictures.

    Returns {"rows": one per crop and model, see `_row`; "means": one per model; "notices": about the files}.
    Raises UnpixelError.
    """
    specs = read_crops(crops)
    threads.use_threads()
    compute = device.choose(device_name, "fp32")
    loaded = [library.load(name, compute.device) for name in models]
    rows, noticed = [], list[tuple[Path, Message]]()
    for spec in tqdm(specs, unit="crop", disable=None, leave=False):
        opened = loading.load(data / spec.picture)
        noticed += [(data / spec.picture, notice) for notice in opened.notices]
        pixels = _pixels(opened, data / spec.picture, spec.crop)
        bicubic = _colours(Latents(library.bicubic(), pixels, compute), spec.crop)
        rows += [_row(spec, pixels, model, bicubic, compute) for model in loaded]
    means = [_mean(model.info.name, rows) for model in loaded]
    return {"rows": rows, "means": means, "notices": notices.lines(noticed)}


def read_crops(path: Path) -> list[CropSpec]:
    """Reads a table of crops: one per line, columns separated by tabs, COLUMNS as the header. Raises DataError."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = [
                CropSpec(line["picture"], _crop(line), line["shows"])
                for line in csv.DictReader(file, delimiter="\t")
            ]
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror or error)
        raise DataError(path, reason, message("use a table of crops")) from error
    except (ValueError, TypeError, LookupError) as error:
        columns = ", ".join(COLUMNS)
        remedy = message(
            "use the columns {columns}, separated by tabs, with positions in whole px", columns=columns
        )
        raise DataError(path, message("is not a table of crops"), remedy) from error
    if not found:
        raise DataError(path, message("lists no crops"), message("add a line for each crop"))
    return found


def _crop(line: dict[str, str]) -> Crop:
    x, y, width, height = (int(line[name]) for name in COLUMNS[1:5])
    if min(x, y) < 0 or min(width, height) < 1:
        raise ValueError(line)
    return x, y, width, height


def _pixels(opened: Image, path: Path, crop: Crop) -> Pixels:
    """Returns the whole picture, (H, W, 3) uint8. Raises DataError, about its file, if the crop exceeds it."""
    pixels = opened.eight_bits
    x, y, width, height = crop
    if x + width > pixels.shape[1] or y + height > pixels.shape[0]:
        reason = message(
            "has {width} x {height} px, and does not contain the crop {crop}",
            width=pixels.shape[1],
            height=pixels.shape[0],
            crop=f"{x},{y},{width},{height}",
        )
        raise DataError(path, reason, message("correct the table of crops"))
    return pixels


def _row(spec: CropSpec, pixels: Pixels, model: Model, bicubic: Tensor, compute: Compute) -> dict[str, Any]:
    """Returns the metrics of one crop under one model, in levels of 255; the first four are per source px.

    jump_x, jump_y, slope_x, slope_y: see Smoothness. shift: difference between the mean colour and that of bicubic, in
    the channel with the largest difference. spread: standard deviation of the colours. source_spread: standard
    deviation of the source. overshoot: mean distance of the colours from the range of the source within REACH.
    bicubic_overshoot: the same for bicubic interpolation.
    """
    latents = Latents(model, pixels, compute)
    smooth, colours = smoothness.measure(latents, spec.crop, CELL), _colours(latents, spec.crop)
    source = _cut(_channels(pixels), spec.crop)
    values = {
        "jump_x": smooth.jump[1],
        "jump_y": smooth.jump[0],
        "slope_x": smooth.slope[1],
        "slope_y": smooth.slope[0],
        "shift": max((colours - bicubic).mean(dim=(1, 2)).tolist(), key=abs),
        "spread": _spread(colours),
        "source_spread": _spread(source),
        "overshoot": _overshoot(colours, pixels, spec.crop),
        "bicubic_overshoot": _overshoot(bicubic, pixels, spec.crop),
    }
    rounded = {name: round(value, 4) for name, value in values.items()}
    return {
        "model": model.info.name,
        "picture": spec.picture,
        "crop": list(spec.crop),
        "shows": spec.shows,
        **rounded,
    }


def _channels(pixels: Pixels) -> Tensor:
    """(H, W, 3) uint8 -> (3, H, W) float64, in [0, 255]."""
    return torch.from_numpy(pixels.astype("float64")).permute(2, 0, 1)


def _cut(channels: Tensor, crop: Crop) -> Tensor:
    x, y, width, height = crop
    return channels[:, y : y + height, x : x + width]


def _colours(latents: Latents, crop: Crop) -> Tensor:
    """Decodes a crop at SCALE: (3, height * SCALE, width * SCALE) float64, clipped to [0, 255] as on a screen."""
    x, y, width, height = crop
    rows, cols = (
        Axis(Fraction(start), Fraction(1, SCALE), extent * SCALE)
        for start, extent in ((y, height), (x, width))
    )
    values = latents.decode(rows, cols).cpu().double()
    return values.add_(1.0).mul_(127.5).clamp_(0.0, 255.0).permute(2, 0, 1)


def _spread(channels: Tensor) -> float:
    """Returns the standard deviation of each channel, averaged over the channels."""
    return float(channels.std(dim=(1, 2), correction=0).mean())


def _overshoot(colours: Tensor, pixels: Pixels, crop: Crop) -> float:
    """Returns the mean distance of the colours of a crop from the range of the source around them."""
    window = 2 * REACH + 1
    channels = F.pad(_channels(pixels)[None], (REACH,) * 4, mode="replicate")
    maximum, minimum = (sign * F.max_pool2d(sign * channels, window, stride=1)[0] for sign in (1.0, -1.0))
    high, low = (
        _cut(each, crop).repeat_interleave(SCALE, 1).repeat_interleave(SCALE, 2)
        for each in (maximum, minimum)
    )
    return float(((colours - high).clamp(min=0) + (low - colours).clamp(min=0)).mean())


def _mean(model: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Returns the means of the absolute values over all crops of a model. Only the shift can be negative."""
    own_rows = [row for row in rows if row["model"] == model]
    numbers = [name for name, value in own_rows[0].items() if isinstance(value, float)]
    means = {name: round(sum(abs(row[name]) for row in own_rows) / len(own_rows), 4) for name in numbers}
    return {"model": model, "crops": len(own_rows), **means}


def text(result: dict[str, Any]) -> str:
    """Formats the result of `run` as a table for a terminal."""
    titles = (
        "jump x",
        "jump y",
        "slope x",
        "slope y",
        "shift",
        "spread",
        "source's",
        "overshoot",
        "bicubic's",
    )
    names = [name for name in result["means"][0] if name not in ("model", "crops")]
    lines = [(row["shows"], row["model"], row) for row in result["rows"]]
    lines += [(f"mean of {row['crops']} crops", row["model"], row) for row in result["means"]]
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    head = f"{'of 255':<{widths[0]}}  {'':<{widths[1]}}  {' '.join(f'{title:>9}' for title in titles)}"
    body = [
        f"{shows:<{widths[0]}}  {model:<{widths[1]}}  {' '.join(f'{row[name]:>9.2f}' for name in names)}"
        for shows, model, row in lines
    ]
    return "\n".join([head, *body])
