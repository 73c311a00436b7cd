"""Motifs of lines: fans, rings, curves, hatching, grids, cables, maps and engineering drawings."""

from math import cos, pi, sin

import numpy as np

from trainer.data.drawn.sheet import Point, Sheet


def fan(sheet: Sheet) -> None:
    """Draws straight lines from one point in evenly spaced directions."""
    centre = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, sheet.height)
    count, width = int(sheet.random.integers(12, 120)), sheet.thickness()
    reach, colour, turn = 2.0 * max(sheet.width, sheet.height), sheet.ink(), sheet.random.uniform(0, pi)
    for index in range(count):
        angle = turn + 2 * pi * index / count
        sheet.line([centre, _along(centre, angle, reach)], width, colour)


def rings(sheet: Sheet) -> None:
    """Draws concentric circles or ellipses."""
    centre = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, sheet.height)
    width, colour = sheet.thickness(), sheet.ink()
    step, ratio = width + sheet.random.uniform(1.5, 14), sheet.random.uniform(0.5, 1.5)
    for radius in np.arange(step, max(sheet.width, sheet.height), step):
        sheet.ellipse(centre, (radius, radius * ratio), None, colour, width)


def hatching(sheet: Sheet) -> None:
    """Fills polygons with parallel lines; the distance and the angle differ between polygons."""
    for _ in range(int(sheet.random.integers(1, 4))):
        angle, width = sheet.random.uniform(0, pi), sheet.random.uniform(0.5, 2.5)
        step, colour = width + sheet.random.uniform(1.5, 8), sheet.ink()
        middle = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, sheet.height)
        reach = sheet.random.uniform(0.3, 1.2) * max(sheet.width, sheet.height)
        for offset in np.arange(-reach, reach, step):
            start = _along(middle, angle + pi / 2, offset)
            sheet.line([_along(start, angle, -reach), _along(start, angle, reach)], width, colour)


def strokes(sheet: Sheet) -> None:
    """Scatters straight lines and outlines of polygons at any angle."""
    for _ in range(int(sheet.random.integers(10, 60))):
        start = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, sheet.height)
        end = _along(start, sheet.random.uniform(0, 2 * pi), sheet.random.uniform(10, 200))
        points = [start, end]
        if sheet.random.random() < 0.3:
            points += [_along(end, sheet.random.uniform(0, 2 * pi), 40), start]
        sheet.line(points, sheet.thickness(), sheet.ink())


def cables(sheet: Sheet) -> None:
    """Draws nearly parallel lines that sag, as overhead cables and their masts do."""
    slope, colour = sheet.random.uniform(-1, 1), sheet.ink()
    for _ in range(int(sheet.random.integers(3, 14))):
        left, sag = sheet.random.uniform(0, sheet.height), sheet.random.uniform(0, 60)
        x = np.linspace(-5, sheet.width + 5, 64)
        t = x / sheet.width
        y = left + slope * sheet.height * t + 4 * sag * t * (1 - t)
        sheet.line(list(zip(x.tolist(), y.tolist(), strict=True)), sheet.random.uniform(0.5, 2), colour)


def curves(sheet: Sheet) -> None:
    """Draws smooth random curves, as the contours and roads of a map, some closed and filled."""
    for _ in range(int(sheet.random.integers(4, 20))):
        points = _smooth_loop(sheet)
        if sheet.random.random() < 0.25:
            sheet.polygon(points, sheet.ink(), sheet.ink(), sheet.thickness())
        elif sheet.random.random() < 0.3:  # a road: a light line upon a darker, wider one
            width = sheet.thickness() + 2
            sheet.line(points, width + 1.5, sheet.ink())
            sheet.line(points, width, sheet.paper)
        else:
            sheet.line(points, sheet.thickness(), sheet.ink())


def drawing(sheet: Sheet) -> None:
    """Draws an engineering drawing: plates with holes, centre lines and dimension lines with arrows."""
    colour, width = sheet.ink(), sheet.random.uniform(0.6, 2.2)
    for _ in range(int(sheet.random.integers(2, 7))):
        x, y = sheet.random.uniform(0, sheet.width), sheet.random.uniform(0, sheet.height)
        a, b = sheet.random.uniform(10, 120, 2).tolist()
        sheet.polygon([(x, y), (x + a, y), (x + a, y + b), (x, y + b)], None, colour, width)
        centre, radius = (x + a / 2, y + b / 2), min(a, b) * sheet.random.uniform(0.1, 0.45)
        sheet.ellipse(centre, (radius, radius), None, colour, width)
        _dashed(sheet, (x - 6, y + b / 2), (x + a + 6, y + b / 2), width / 2)
        _dashed(sheet, (x + a / 2, y - 6), (x + a / 2, y + b + 6), width / 2)
        sheet.line([(x, y - 9), (x + a, y - 9)], width / 2, colour)
        for tip, side in ((x, 1), (x + a, -1)):
            sheet.polygon(
                [(tip, y - 9), (tip + 5 * side, y - 10.5), (tip + 5 * side, y - 7.5)], colour, None, 0
            )


def _dashed(sheet: Sheet, start: Point, end: Point, width: float) -> None:
    """Draws a line of dashes 6 px long with gaps of 3 px."""
    steps = max(1, round(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / 9))
    for index in range(steps):
        first, last = index / steps, (index + 0.66) / steps
        points = [
            (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in (first, last)
        ]
        sheet.line(points, width, sheet.inks[0])


def _smooth_loop(sheet: Sheet) -> list[Point]:
    """Returns a closed curve around a random centre: a sum of a few waves in polar coordinates."""
    angle = np.linspace(0, 2 * pi, 120)
    radius = np.full_like(angle, sheet.random.uniform(10, 0.6 * max(sheet.width, sheet.height)))
    for order in range(1, 6):
        radius *= 1 + sheet.random.uniform(0, 0.4) / order * np.sin(
            order * angle + sheet.random.uniform(0, 2 * pi)
        )
    x = sheet.random.uniform(0, sheet.width) + radius * np.cos(angle)
    y = sheet.random.uniform(0, sheet.height) + radius * np.sin(angle)
    return list(zip(x.tolist(), y.tolist(), strict=True))


def _along(point: Point, angle: float, distance: float) -> Point:
    """Returns the point at a distance, px, in a direction, radians."""
    return point[0] + distance * cos(angle), point[1] + distance * sin(angle)
