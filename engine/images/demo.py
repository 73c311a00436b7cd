"""The picture that Unpixel draws itself: what an enlargement finds hard, in one small landscape.

A zone plate for a sun, star trails for curves, a bridge's stays for fine lines at every angle, ripples that
run finer towards the shore, lettering, and soft gradients behind it all. It is drawn SUPER times too large
and reduced, so that it holds what a good camera would have left of the scene.
"""

from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray
from PIL import ImageDraw, ImageFont

from engine.images.image import Image, from_array

Plane = NDArray[np.floating[Any]]
Point = tuple[float, float]
Colour = tuple[int, int, int]

NAME = "Unpixel"
WIDTH, HEIGHT = 640, 480
SUPER = 3

SHORE = 318.0
SUN = (400.0, 190.0)
SUN_RADIUS = 86.0
POLE = (118.0, 66.0)
DECK = 284.0
PYLONS = (210.0, 506.0)
PYLON_TOP = 92.0

DUSK = ((11, 14, 46), (42, 33, 104), (128, 58, 134), (226, 106, 112), (255, 190, 128))
"""The sky, from the zenith to the shore."""
HILLS = ((126, 66, 128), (82, 46, 108), (44, 30, 80))
"""Far to near."""
NIGHT = (20, 16, 48)
PALE = (255, 238, 212)
EMBER = (246, 134, 98)


def demo() -> Image:
    """The picture, 640 x 480 px, the same each time."""
    y = (np.arange(HEIGHT * SUPER, dtype=np.float32)[:, None] + 0.5) / SUPER
    x = (np.arange(WIDTH * SUPER, dtype=np.float32)[None, :] + 0.5) / SUPER
    scene = _sky(y, x)
    _over(scene, _sun(y, x), PALE)
    _over(scene, _star_trails(), PALE)
    for depth, colour in enumerate(HILLS):
        _over(scene, _hill(y, x, depth), colour)
    _over(scene, _bridge(), NIGHT)
    _mirror(scene, y, x)
    _over(scene, _lettering(), PALE)
    large = PIL.Image.fromarray(np.rint(scene).astype(np.uint8))
    return from_array(np.array(large.reduce(SUPER)), NAME)


def _over(scene: Plane, cover: Plane, colour: Colour) -> None:
    """Paint a colour over the scene where `cover` (H, W) in [0, 1] says so."""
    scene += cover[..., None] * (np.array(colour, np.float32) - scene)


def _sky(y: Plane, x: Plane) -> Plane:
    """Dusk from top to shore, and the glow around the sun: (H, W, 3) float32 in [0, 255]."""
    stops = np.linspace(0, SHORE, len(DUSK))
    down = y[:, 0]
    sky = np.stack([np.interp(down, stops, channel) for channel in zip(*DUSK, strict=True)], axis=-1)
    scene = np.repeat(sky[:, None].astype(np.float32), x.size, axis=1)
    _over(scene, 0.7 * np.exp(-(((x - SUN[0]) / 200) ** 2) - ((y - SUN[1] - 40) / 120) ** 2), EMBER)
    return scene


def _sun(y: Plane, x: Plane) -> Plane:
    """A zone plate: rings whose width falls to little more than a pixel at the rim."""
    radius = np.hypot(x - SUN[0], y - SUN[1])
    rings = 0.5 + 0.5 * np.cos(0.42 * np.pi * radius**2 / SUN_RADIUS)
    sun: Plane = np.clip(SUN_RADIUS - radius, 0, 1) * (0.35 + 0.6 * rings)
    return sun


def _star_trails() -> Plane:
    """Thin arcs about the pole, their places and lights drawn from one seed."""
    cover, draw = _sheet()
    random = np.random.default_rng(21)
    for radius in np.arange(6, 360, 5.5):
        box = [POLE[0] - radius, POLE[1] - radius, POLE[0] + radius, POLE[1] + radius]
        light = int(random.uniform(60, 235) * (1 - radius / 420))
        for begin in random.uniform(0, 360, 2):
            draw.arc([SUPER * edge for edge in box], begin, begin + 50, light, SUPER)
    return _plane(cover)


def _hill(y: Plane, x: Plane, depth: int) -> Plane:
    line = SHORE - 58 + 24 * depth
    for wave, height in ((0.011, 17.0), (0.023, 9.0), (0.061, 3.0), (0.19, 0.9)):
        line = line - height * np.sin(x[0] * wave * (1 + 0.35 * depth) + 2.1 * depth + 40 * wave)
    below: Plane = np.clip((y - line) * SUPER, 0, 1)
    return below


def _bridge() -> Plane:
    """Two pylons, the deck they carry, and the stays between: straight lines at every angle."""
    cover, draw = _sheet()
    _line(draw, [(x, _deck(x)) for x in range(-4, WIDTH + 5, 4)], 3.0)
    _line(draw, [(x, _deck(x) - 6) for x in range(-4, WIDTH + 5, 4)], 0.8)
    for x in range(0, WIDTH, 8):
        _line(draw, [(x, _deck(x)), (x, _deck(x) - 6)], 0.6)
    for pylon in PYLONS:
        for side in (-1, 1):
            foot, top = (pylon + 9 * side, SHORE + 6), (pylon + 1.5 * side, PYLON_TOP)
            _line(draw, [foot, top], 3.2)
            for stay in range(1, 15):
                end = pylon + side * (8 + 9.6 * stay)
                _line(draw, [(pylon, PYLON_TOP + 62 - 4.2 * stay), (end, _deck(end))], 0.75)
        _line(draw, [(pylon - 5, DECK - 70), (pylon + 5, DECK - 70)], 2.4)
    return _plane(cover)


def _deck(x: float) -> float:
    """The height of the deck, a low arch: source px from the top."""
    return DECK + 12 * ((x - WIDTH / 2) / (WIDTH / 2)) ** 2


def _mirror(scene: Plane, y: Plane, x: Plane) -> None:
    """The lake: what stands above the shore, upside down, darker, under ripples that are finer far away."""
    shore = int(SHORE * SUPER)
    depth = y[shore:] - SHORE
    phase = 190 * np.log1p(depth / 26)
    ripple = np.sin(phase + 0.6 * np.sin(x / 37 + depth / 9))
    above = np.clip((SHORE - 1.55 * depth - 2.2 * ripple * depth / 40) * SUPER, 0, shore - 1).astype(np.intp)
    across = np.clip((x + 1.4 * ripple * depth / 30) * SUPER, 0, scene.shape[1] - 1).astype(np.intp)
    scene[shore:] = scene[above, across]
    _over(scene[shore:], 0.30 + 0.13 * ripple + 0.0016 * depth, NIGHT)


def _lettering() -> Plane:
    cover, draw = _sheet()
    lines = ((34, 408, "Unpixel"), (13, 432, "the image between the pixels"))
    fine = (
        (9, 448, "every point has a colour, at any scale"),
        (7, 461, "ask the function, not the grid: 0123456789"),
    )
    for size, top, text in (*lines, *fine):
        draw.text((24 * SUPER, top * SUPER), text, 255, ImageFont.load_default(size * SUPER), "ls")
    return _plane(cover)


def _sheet() -> tuple[PIL.Image.Image, ImageDraw.ImageDraw]:
    sheet = PIL.Image.new("L", (WIDTH * SUPER, HEIGHT * SUPER))
    return sheet, ImageDraw.Draw(sheet)


def _plane(sheet: PIL.Image.Image) -> Plane:
    return np.asarray(sheet, np.float32) / 255


def _line(draw: ImageDraw.ImageDraw, points: list[Point], width: float) -> None:
    draw.line([(x * SUPER, y * SUPER) for x, y in points], 255, round(width * SUPER), "curve")
