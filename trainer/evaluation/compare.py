"""A figure like the paper's Figure 5: one crop of a picture, enlarged by several models, side by side."""

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
from engine.compute import device, threads
from engine.compute.device import Compute
from engine.decoding.continuous_image import ContinuousImage
from engine.decoding.pixels_bilinear_lanczos import PIXELS, interpolate
from engine.export import picture_file, region_export
from engine.geometry.viewport import Region
from engine.images import notices
from engine.images.bit_depth import Pixels, to_8_bits
from engine.images.picture import Picture

NEAREST = "nearest"
"""Pseudo model name for nearest-neighbour interpolation, that is, the pixels of the crop."""
SURROUNDINGS = 48
"""Length in source px of the longer side of the first panel, which shows the input."""
MAX_PIXELS = 1 << 25
"""Largest allowed number of pixels in a panel."""
GAP = 12
LABEL = 36
"""Height of a label, px. GAP is the distance between panels, px."""


def draw(
    source: str,
    models: list[str],
    region: Region,
    scale: Fraction,
    out: Path,
    device_name: str,
    precision: str,
) -> dict[str, Any]:
    """Writes a figure of `region` (x, y, width, height in source px) of the file `source`, one panel per model.

    The first panel is the input around the region, with a red box on the region. Models are names, files or `nearest`.
    Returns {"out": path, "size": [width, height] in px, "panels": the labels in order, "notices": about the file}.
    Raises UnpixelError.
    """
    opened = Picture(render.open_image(source))
    render.check_region(opened, region, out)
    size = max(1, round(region[2] * scale)), max(1, round(region[3] * scale))
    if size[0] * size[1] > MAX_PIXELS:
        reason = message("a crop would have {width} x {height} px", width=size[0], height=size[1])
        remedy = message("use a smaller --region; the limit is {most:.0f} megapixels", most=MAX_PIXELS / 1e6)
        raise ExportError(out, reason, remedy)
    threads.use_threads()
    compute = device.choose(device_name, precision)
    panels = [("input", _input(opened.image.eight_bits, region, size))]
    for name in tqdm(models, unit="model", disable=None, leave=False):
        panels.append(_panel(opened, name, region, size, compute))
    sheet = np.asarray(_side_by_side(panels, f"x{float(scale):g}"))
    height, width, _ = sheet.shape
    picture_file.write(out, width, height, iter([sheet]), alpha=False, source=opened.image.path)
    return {
        "out": str(out),
        "size": [width, height],
        "panels": [label for label, _ in panels],
        "notices": notices.lines((Path(source), notice) for notice in opened.image.notices),
    }


def _panel(
    opened: Picture, name: str, region: Region, size: tuple[int, int], compute: Compute
) -> tuple[str, Pixels]:
    """Returns the label and the enlarged crop, (H, W, 3) uint8."""
    model = library.bicubic() if name == NEAREST else library.load(name, compute.device)
    image = ContinuousImage(opened, model, compute)
    rows, cols = region_export.region_axes(opened.size, region, size)
    if name != NEAREST:
        return model.info.name, to_8_bits(image.grid(rows, cols)[0])
    return NEAREST, interpolate(opened.image.eight_bits, rows, cols, PIXELS)


def _input(pixels: Pixels, region: Region, size: tuple[int, int]) -> Pixels:
    """Returns the surroundings of the region, fitted into `size`, with a red box on the region."""
    x, y, width, height = map(float, region)
    growth = max(1.0, SURROUNDINGS / max(width, height))
    left, right = _around(x, width, growth, pixels.shape[1])
    top, bottom = _around(y, height, growth, pixels.shape[0])
    shown = ImageOps.contain(
        PIL.Image.fromarray(pixels[top:bottom, left:right]), size, PIL.Image.Resampling.NEAREST
    )
    scale = shown.width / (right - left), shown.height / (bottom - top)
    corners = [(x - left) * scale[0], (y - top) * scale[1]]
    corners += [corners[0] + width * scale[0] - 1, corners[1] + height * scale[1] - 1]
    ImageDraw.Draw(shown).rectangle(corners, outline="red", width=max(1, size[0] // 160))
    return np.asarray(shown)


def _around(start: float, length: float, growth: float, size: int) -> tuple[int, int]:
    """Returns the range of whole px around a part of an axis, `growth` times as long, within the picture."""
    extent = min(size, int(np.ceil(length * growth)))
    first = min(max(0, int(start + length / 2 - extent / 2)), size - extent)
    return min(first, int(start)), max(first + extent, int(np.ceil(start + length)))


def _side_by_side(panels: list[tuple[str, Pixels]], scale: str) -> PIL.Image.Image:
    """Draws the panels on white, each with its label below. The labels of all but the first end with `scale`.

    The scale is written with an x, because the font of Pillow has no ×.
    """
    width, height = (max(each.shape[axis] for _, each in panels) for axis in (1, 0))
    sheet = PIL.Image.new("RGB", ((width + GAP) * len(panels) + GAP, height + LABEL + GAP), "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(LABEL * 0.55)
    for index, (label, pixels) in enumerate(panels):
        left = GAP + index * (width + GAP)
        sheet.paste(PIL.Image.fromarray(pixels), (left, GAP))
        caption = f"{label} {scale}" if index else label
        pen.text((left + width / 2, GAP + height + LABEL / 2), caption, "black", font, anchor="mm")
    return sheet
