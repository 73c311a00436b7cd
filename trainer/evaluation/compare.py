"""The paper's Figure 5: one crop of a picture as several models enlarge it, side by side."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
from PIL import ImageDraw, ImageFont, ImageOps
from tqdm import tqdm

from engine import render
from engine.base.errors import ExportError
from engine.base.messages import message
from engine.checkpoints import library
from engine.compute import device
from engine.compute.device import Compute
from engine.decoding.continuous_image import ContinuousImage
from engine.decoding.reference_interpolation import PIXELS, interpolate
from engine.export import picture_file, region_export
from engine.geometry.viewport import Region
from engine.images.bit_depth import Pixels, to_8_bits
from engine.images.picture import Picture

NEAREST = "nearest"
"""What the crop's own pixels are called, as if they were a model's."""
SURROUNDINGS = 48
"""Source px along a side of what the first panel shows: the paper's input."""
MOST_PIXELS = 1 << 25
"""Of a panel."""
GAP = 12
LABEL = 36
"""Heights and distances, px."""


def draw(
    source: str,
    models: list[str],
    region: Region,
    scale: Fraction,
    out: Path,
    device_name: str,
    precision: str,
) -> dict[str, Any]:
    """Writes a picture of `region` (x, y, width, height in source px) of the file `source`, by each of `models`.

    First comes the input around the region, which a red box shows; models may be names, files, and `nearest`.
    Returns {"out", "size", "panels": the labels in order}. Raises UnpixelError.
    """
    opened = Picture(render.open_image(source))
    render.check_region(opened, region, out)
    size = max(1, round(region[2] * scale)), max(1, round(region[3] * scale))
    if size[0] * size[1] > MOST_PIXELS:
        reason = message("a crop would have {width} x {height} px", width=size[0], height=size[1])
        remedy = message(
            "give a smaller --region; {most:.0f} megapixels are the most", most=MOST_PIXELS / 1e6
        )
        raise ExportError(out, reason, remedy)
    device.use_threads()
    compute = device.choose(device_name, precision)
    panels = [("input", _input(opened.image.eight_bits, region, size))]
    for name in tqdm(models, unit="model", disable=None, leave=False):
        panels.append(_panel(opened, name, region, size, compute))
    sheet = np.asarray(_side_by_side(panels, f"x{float(scale):g}"))
    picture_file.write(out, sheet.shape[1], sheet.shape[0], iter([sheet]), alpha=False)
    return {
        "out": str(out),
        "size": [sheet.shape[1], sheet.shape[0]],
        "panels": [label for label, _ in panels],
    }


def _panel(
    opened: Picture, name: str, region: Region, size: tuple[int, int], compute: Compute
) -> tuple[str, Pixels]:
    """The label, and (H, W, 3) of the crop."""
    model = library.bicubic() if name == NEAREST else library.load(name, compute.device)
    image = ContinuousImage(opened, model, compute)
    rows, cols = region_export.region_axes(opened.size, region, size)
    if name != NEAREST:
        return model.info.name, to_8_bits(image.grid(rows, cols)[0])
    return NEAREST, interpolate(opened.image.eight_bits, rows, cols, PIXELS)


def _input(pixels: Pixels, region: Region, size: tuple[int, int]) -> Pixels:
    """The pixels around the region, as large as fits into `size`, with a red box around it."""
    x, y, width, height = map(float, region)
    grown = max(1.0, SURROUNDINGS / max(width, height))
    left, right = _around(x, width, grown, pixels.shape[1])
    top, bottom = _around(y, height, grown, pixels.shape[0])
    shown = ImageOps.contain(
        PIL.Image.fromarray(pixels[top:bottom, left:right]), size, PIL.Image.Resampling.NEAREST
    )
    pace = shown.width / (right - left), shown.height / (bottom - top)
    corners = [(x - left) * pace[0], (y - top) * pace[1]]
    corners += [corners[0] + width * pace[0] - 1, corners[1] + height * pace[1] - 1]
    ImageDraw.Draw(shown).rectangle(corners, outline="red", width=max(1, size[0] // 160))
    return np.asarray(shown)


def _around(start: float, length: float, grown: float, size: int) -> tuple[int, int]:
    """The range of whole px about a part of an axis, `grown` times as long, within the picture."""
    wide = min(size, int(np.ceil(length * grown)))
    first = min(max(0, int(start + length / 2 - wide / 2)), size - wide)
    return min(first, int(start)), max(first + wide, int(np.ceil(start + length)))


def _side_by_side(panels: list[tuple[str, Pixels]], scale: str) -> PIL.Image.Image:
    """Crops on white, each with its label below; all but the first are at `scale`. Pillow's font has no ×."""
    width, height = (max(each.shape[axis] for _, each in panels) for axis in (1, 0))
    sheet = PIL.Image.new("RGB", ((width + GAP) * len(panels) + GAP, height + LABEL + GAP), "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(LABEL * 0.55)
    for place, (label, pixels) in enumerate(panels):
        left = GAP + place * (width + GAP)
        sheet.paste(PIL.Image.fromarray(pixels), (left, GAP))
        words = f"{label} {scale}" if place else label
        pen.text((left + width / 2, GAP + height + LABEL / 2), words, "black", font, anchor="mm")
    return sheet
