"""A part of a page that a motif draws on: supersampled, with positions in px of the finished page."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

OVERSAMPLING = 4
"""Drawn samples per px of the page, along each axis. Lines and glyphs begin on quarters of a px."""

Colour = tuple[int, int, int]
Point = tuple[float, float]
"""x, y in px of the sheet."""


@dataclass(frozen=True)
class Sheet:
    """A rectangle to draw on. width, height: px. paper: its colour. inks: colours that are legible on the paper."""

    image: PIL.Image.Image
    draw: PIL.ImageDraw.ImageDraw
    width: int
    height: int
    paper: Colour
    inks: tuple[Colour, ...]
    random: np.random.Generator

    def ink(self) -> Colour:
        """Returns one of the inks at random; the first is drawn half of the time."""
        return self.inks[0] if self.random.random() < 0.5 else self.inks[self.random.integers(len(self.inks))]

    def thickness(self) -> float:
        """Returns a line width in px, 0.5 to 4, thin ones more often."""
        return float(0.5 * 8 ** self.random.random())

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draws a polyline `width` px wide."""
        scaled = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]
        self.draw.line(scaled, colour, max(1, round(width * OVERSAMPLING)), joint="curve")

    def polygon(
        self, points: Sequence[Point], fill: Colour | None, outline: Colour | None, width: float
    ) -> None:
        """Draws a closed polygon; None leaves out its fill or its outline."""
        scaled = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]
        if fill is not None:
            self.draw.polygon(scaled, fill)
        if outline is not None:
            self.line([*points, points[0]], width, outline)

    def ellipse(
        self, centre: Point, radii: Point, fill: Colour | None, outline: Colour | None, width: float
    ) -> None:
        """Draws an ellipse with axes along x and y. Positions, radii and width are px of the sheet."""
        (x, y), (a, b), n = centre, radii, OVERSAMPLING
        box = ((x - a) * n, (y - b) * n, (x + a) * n, (y + b) * n)
        self.draw.ellipse(box, fill, outline, max(1, round(width * n)))

    def text(
        self, position: Point, text: str, font: PIL.ImageFont.FreeTypeFont, colour: Colour, anchor: str = "la"
    ) -> None:
        """Draws one line of text. font: of OVERSAMPLING times the size on the page."""
        x, y = position
        self.draw.text((x * OVERSAMPLING, y * OVERSAMPLING), text, colour, font, anchor)


def blank(
    width: int, height: int, paper: Colour, inks: tuple[Colour, ...], random: np.random.Generator
) -> Sheet:
    """Returns an empty sheet of width x height px."""
    image = PIL.Image.new("RGB", (width * OVERSAMPLING, height * OVERSAMPLING), paper)
    return Sheet(image, PIL.ImageDraw.Draw(image), width, height, paper, inks, random)
