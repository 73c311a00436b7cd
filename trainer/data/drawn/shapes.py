"""Motifs of areas: charts, interfaces, comics, halftones and gradients."""

from math import pi

import numpy as np
import PIL.Image

from trainer.data.drawn import fonts
from trainer.data.drawn.sheet import OVERSAMPLING, Sheet
from trainer.data.drawn.text import words


def bars(sheet: Sheet) -> None:
    """Draws a bar chart with axes, grid lines and labels."""
    font, _ = fonts.choose(sheet.random, sheet.random.uniform(7, 13))
    axis, grid, bottom = sheet.inks[0], _faint_colour(sheet), sheet.height - 16.0
    for y in np.arange(bottom, 0, -sheet.random.uniform(14, 40)):
        sheet.line([(24, y), (sheet.width, y)], 0.6, grid)
        sheet.text((20, y), str(sheet.random.integers(1000)), font, axis, "rm")
    width = sheet.random.uniform(6, 40)
    for x in np.arange(30, sheet.width, width * sheet.random.uniform(1.1, 1.8)):
        top = bottom - sheet.random.uniform(0, bottom)
        sheet.polygon([(x, top), (x + width, top), (x + width, bottom), (x, bottom)], sheet.ink(), None, 0)
    sheet.line([(24, 0), (24, bottom), (sheet.width, bottom)], sheet.random.uniform(0.6, 2), axis)


def plot(sheet: Sheet) -> None:
    """Draws a line chart: several noisy series, with circles at the points of some. Units are px of the sheet."""
    for x in np.arange(0, sheet.width, sheet.random.uniform(20, 60)):
        sheet.line([(x, 0), (x, sheet.height)], 0.5, _faint_colour(sheet))
    for _ in range(int(sheet.random.integers(1, 6))):
        count = int(sheet.random.integers(8, 120))
        y = sheet.height * (0.5 + np.cumsum(sheet.random.normal(0, 0.06, count)))
        points = list(zip(np.linspace(0, sheet.width, count).tolist(), y.tolist(), strict=True))
        colour, width = sheet.ink(), sheet.random.uniform(0.7, 3)
        sheet.line(points, width, colour)
        if count < 40 and sheet.random.random() < 0.5:
            for point in points:
                sheet.ellipse(point, (width * 1.8, width * 1.8), sheet.paper, colour, max(0.5, width / 2))


def interface(sheet: Sheet) -> None:
    """Draws a window of an application: buttons, fields, check boxes, lists, icons."""
    font, alphabet = fonts.choose(sheet.random, sheet.random.uniform(8, 15))
    height = font.size / OVERSAMPLING * 1.9
    y = sheet.random.uniform(2, 8)
    while y < sheet.height:
        x = sheet.random.uniform(2, 10)
        while x < sheet.width:
            width = sheet.random.uniform(30, 130)
            _control(sheet, x, y, width, height)
            label = words(sheet.random, alphabet, max(2, round(width / height)))
            sheet.text((x + height * 0.5, y + height / 2), label, font, sheet.inks[0], "lm")
            x += width + sheet.random.uniform(4, 16)
        y += height * sheet.random.uniform(1.1, 1.6)


def comic(sheet: Sheet) -> None:
    """Draws flat shapes with thick outlines, one upon another."""
    for _ in range(int(sheet.random.integers(4, 14))):
        centre = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, sheet.height)
        radii = sheet.random.uniform(8, 90), sheet.random.uniform(8, 90)
        outline, width = sheet.inks[0], sheet.random.uniform(1, 4)
        if sheet.random.random() < 0.5:
            sheet.ellipse(centre, radii, sheet.ink(), outline, width)
        else:
            angles = np.sort(sheet.random.uniform(0, 2 * pi, int(sheet.random.integers(3, 9))))
            points = [
                (centre[0] + radii[0] * float(np.cos(a)), centre[1] + radii[1] * float(np.sin(a)))
                for a in angles
            ]
            sheet.polygon(points, sheet.ink(), outline, width)


def halftone(sheet: Sheet) -> None:
    """Draws a raster of dots, rotated, whose size follows a gradient."""
    pitch, angle = sheet.random.uniform(3, 10), sheet.random.uniform(0, pi / 2)
    colour, turn = sheet.ink(), np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    reach = float(np.hypot(sheet.width, sheet.height))
    line = np.arange(-reach / 2, reach / 2, pitch)
    points = np.stack(np.meshgrid(line, line), -1).reshape(-1, 2) @ turn + (sheet.width / 2, sheet.height / 2)
    for x, y in points[(points >= 0).all(1) & (points < (sheet.width, sheet.height)).all(1)].tolist():
        radius = pitch * 0.7 * (x / sheet.width if angle < pi / 4 else y / sheet.height)
        if radius > 0.3:
            sheet.ellipse((x, y), (radius, radius), colour, None, 0)


def gradient(sheet: Sheet) -> None:
    """Fills the sheet with a smooth gradient between two colours, then draws a few shapes upon it."""
    height, width = sheet.image.height, sheet.image.width
    first, second = sheet.random.uniform(0, 255, 3), sheet.random.uniform(0, 255, 3)
    y, x = np.linspace(-1, 1, height)[:, None], np.linspace(-1, 1, width)
    angle = sheet.random.uniform(0, 2 * pi)
    radial = np.hypot(x, y) / 1.42 if sheet.random.random() < 0.4 else None
    t = (0.5 + (x * np.cos(angle) + y * np.sin(angle)) / 2.9 if radial is None else radial)[..., None]
    pixels = np.rint(first + (second - first) * t).astype(np.uint8)
    sheet.image.paste(PIL.Image.fromarray(pixels))
    if sheet.random.random() < 0.7:
        comic(sheet)


def checks(sheet: Sheet) -> None:
    """Draws a chessboard, bricks or stripes, at any angle."""
    a, b, angle = sheet.random.uniform(3, 40), sheet.random.uniform(3, 40), sheet.random.uniform(0, pi)
    first, second = np.array(sheet.ink()), np.array(sheet.ink())
    y, x = np.mgrid[: sheet.image.height, : sheet.image.width] / OVERSAMPLING
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    odd = (np.floor(u / a) + (0 if sheet.random.random() < 0.3 else np.floor(v / b))) % 2
    sheet.image.paste(PIL.Image.fromarray(np.where(odd[..., None] > 0, first, second).astype(np.uint8)))


def _control(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Draws the frame of a button, a field or a check box."""
    n = OVERSAMPLING
    fill = _faint_colour(sheet) if sheet.random.random() < 0.5 else sheet.paper
    box = [x * n, y * n, (x + width) * n, (y + height) * n]
    if sheet.random.random() < 0.2:
        box[2] = box[0] + height * n
    radius = sheet.random.uniform(0, min(box[2] - box[0], box[3] - box[1]) / 2 - 1)
    outline = max(1, round(sheet.random.uniform(0.5, 1.5) * n))
    sheet.draw.rounded_rectangle(box, radius, fill, sheet.ink(), outline)


def _faint_colour(sheet: Sheet) -> tuple[int, int, int]:
    """Returns a colour between the paper and the first ink, nearer the paper."""
    return tuple(round(p + 0.2 * (i - p)) for p, i in zip(sheet.paper, sheet.inks[0], strict=True))  # type: ignore[return-value]
