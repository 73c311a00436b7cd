"""What a score does not show, in numbers: crops of pictures under some models, and whether the eye would stumble."""

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
from engine.base.messages import message
from engine.checkpoints import library
from engine.checkpoints.model import Model
from engine.compute import device
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.images import image
from engine.images.bit_depth import Pixels
from trainer.evaluation import smoothness
from trainer.evaluation.smoothness import Crop

SCALE = 8
"""At which colours are looked at."""
CELL = Fraction(1, 30)
"""Of the derivatives' queries, source px: a device px of a deep zoom."""
REACH = 2
"""Source px, on each side, that a colour may be mixed of without ringing."""
COLUMNS = ("picture", "x", "y", "width", "height", "shows")


@dataclass(frozen=True)
class CropSpec:
    """A crop of a picture: its file's name, where it lies, and what it shows, in a few words."""

    picture: str
    crop: Crop
    shows: str


def run(data: Path, models: list[str], crops: Path, device_name: str) -> dict[str, Any]:
    """Looks at the crops that the table `crops` names of the pictures in `data`, under each model, in float32.

    Returns {"rows": one for each crop and model, as `_row` says, "means": one for each model}. Raises UnpixelError.
    """
    places = read_crops(crops)
    device.use_threads()
    compute = device.choose(device_name, "fp32")
    loaded = [library.load(name, compute.device) for name in models]
    rows = []
    for place in tqdm(places, unit="crop", disable=None, leave=False):
        pixels = _pixels(data, place)
        plain = _colours(Latents(library.bicubic(), pixels, compute), place.crop)
        rows += [_row(place, pixels, model, plain, compute) for model in loaded]
    return {"rows": rows, "means": [_mean(model.info.name, rows) for model in loaded]}


def read_crops(path: Path) -> list[CropSpec]:
    """The crops of a table: a line each, COLUMNS parted by tabs, the first line names them. Raises DataError."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = [
                CropSpec(line["picture"], _crop(line), line["shows"])
                for line in csv.DictReader(file, delimiter="\t")
            ]
    except OSError as error:
        reason = message("cannot be read ({why})", why=error.strerror or error)
        raise DataError(path, reason, message("give a table of crops")) from error
    except (ValueError, TypeError, LookupError) as error:
        columns = ", ".join(COLUMNS)
        remedy = message("head it {columns}, parted by tabs; places are whole px", columns=columns)
        raise DataError(path, message("is no table of crops"), remedy) from error
    if not found:
        raise DataError(path, message("names no crops"), message("give a line for each"))
    return found


def _crop(line: dict[str, str]) -> Crop:
    x, y, width, height = (int(line[name]) for name in COLUMNS[1:5])
    if min(x, y) < 0 or min(width, height) < 1:
        raise ValueError(line)
    return x, y, width, height


def _pixels(data: Path, place: CropSpec) -> Pixels:
    """(H, W, 3) of the whole picture, which has the crop in it."""
    pixels = image.load(data / place.picture).eight_bits
    x, y, width, height = place.crop
    if x + width > pixels.shape[1] or y + height > pixels.shape[0]:
        reason = message(
            "has {width} x {height} px, and no crop {crop}",
            width=pixels.shape[1],
            height=pixels.shape[0],
            crop=f"{x},{y},{width},{height}",
        )
        raise DataError(data / place.picture, reason, message("mend the table of crops"))
    return pixels


def _row(place: CropSpec, pixels: Pixels, model: Model, plain: Tensor, compute: Compute) -> dict[str, Any]:
    """Of one crop under one model; all in levels of 255, the first four per source px.

    jump_x, jump_y, slope_x, slope_y: see Smoothness. shift: of the mean colour against bicubic's, of the channel that
    it is largest of. spread: the colours' standard deviation; source_spread: the source's own. overshoot: how far
    colours lie beyond all of the source's within REACH, on average; bicubic_overshoot: bicubic's own.
    """
    latents = Latents(model, pixels, compute)
    found, colours = smoothness.measure(latents, place.crop, CELL), _colours(latents, place.crop)
    source = _cut(_channels(pixels), place.crop)
    values = {
        "jump_x": found.jump[1],
        "jump_y": found.jump[0],
        "slope_x": found.slope[1],
        "slope_y": found.slope[0],
        "shift": max((colours - plain).mean(dim=(1, 2)).tolist(), key=abs),
        "spread": _spread(colours),
        "source_spread": _spread(source),
        "overshoot": _overshoot(colours, pixels, place.crop),
        "bicubic_overshoot": _overshoot(plain, pixels, place.crop),
    }
    rounded = {name: round(value, 4) for name, value in values.items()}
    return {
        "model": model.info.name,
        "picture": place.picture,
        "crop": list(place.crop),
        "shows": place.shows,
        **rounded,
    }


def _channels(pixels: Pixels) -> Tensor:
    """(H, W, 3) -> (3, H, W) float64, levels."""
    return torch.from_numpy(pixels.astype("float64")).permute(2, 0, 1)


def _cut(channels: Tensor, crop: Crop) -> Tensor:
    x, y, width, height = crop
    return channels[:, y : y + height, x : x + width]


def _colours(latents: Latents, crop: Crop) -> Tensor:
    """The crop at SCALE, (3, height * SCALE, width * SCALE) float64, levels, as a screen would have them."""
    x, y, width, height = crop
    rows, cols = (Axis(Fraction(at), Fraction(1, SCALE), n * SCALE) for at, n in ((y, height), (x, width)))
    values = latents.decode(rows, cols).cpu().double()
    return values.add_(1.0).mul_(127.5).clamp_(0.0, 255.0).permute(2, 0, 1)


def _spread(channels: Tensor) -> float:
    """The standard deviation of each channel, their mean."""
    return float(channels.std(dim=(1, 2), correction=0).mean())


def _overshoot(colours: Tensor, pixels: Pixels, crop: Crop) -> float:
    """How far the colours of a crop lie beyond those of the source around, on average."""
    window = 2 * REACH + 1
    channels = F.pad(_channels(pixels)[None], (REACH,) * 4, mode="replicate")
    most, least = (sign * F.max_pool2d(sign * channels, window, stride=1)[0] for sign in (1.0, -1.0))
    high, low = (
        _cut(each, crop).repeat_interleave(SCALE, 1).repeat_interleave(SCALE, 2) for each in (most, least)
    )
    return float(((colours - high).clamp(min=0) + (low - colours).clamp(min=0)).mean())


def _mean(model: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Over all crops; of the shift, of its size."""
    of = [row for row in rows if row["model"] == model]
    numbers = [name for name, value in of[0].items() if isinstance(value, float)]
    means = {name: round(sum(abs(row[name]) for row in of) / len(of), 4) for name in numbers}
    return {"model": model, "crops": len(of), **means}


def text(result: dict[str, Any]) -> str:
    """For a terminal."""
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
    wide = [max(len(line[place]) for line in lines) for place in (0, 1)]
    head = f"{'of 255':<{wide[0]}}  {'':<{wide[1]}}  {' '.join(f'{title:>9}' for title in titles)}"
    body = [
        f"{shows:<{wide[0]}}  {model:<{wide[1]}}  {' '.join(f'{row[name]:>9.2f}' for name in names)}"
        for shows, model, row in lines
    ]
    return "\n".join([head, *body])
