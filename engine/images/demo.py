"""The demo picture: a small landscape of details that are hard to enlarge, drawn by Unpixel itself.

A zone plate is the sun, star trails are curves, the stays of a bridge are fine lines at every angle, ripples get finer
towards the shore, and there is lettering over soft gradients. It is drawn SUPERSAMPLING times as large and reduced, as
a good camera would have recorded the scene. All coordinates are px of the final picture.
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
SUPERSAMPLING = 3

SHORE = 318.0
SUN = (400.0, 190.0)
SUN_RADIUS = 86.0
POLE = (118.0, 66.0)
DECK = 284.0
PYLONS = (210.0, 506.0)
PYLON_TOP = 92.0

DUSK = ((11, 14, 46), (42, 33, 104), (128, 58, 134), (226, 106, 112), (255, 190, 128))
"""Colours of the sky, from the zenith to the shore."""
HILLS = ((126, 66, 128), (82, 46, 108), (44, 30, 80))
"""Colours of the hills, far to near."""
NIGHT = (20, 16, 48)
PALE = (255, 238, 212)
EMBER = (246, 134, 98)


def demo() -> Image:
    """Draws the picture, 640 x 480 px; it is the same each time."""
    y = (np.arange(HEIGHT * SUPERSAMPLING, dtype=np.float32)[:, None] + 0.5) / SUPERSAMPLING
    x = (np.arange(WIDTH * SUPERSAMPLING, dtype=np.float32)[None, :] + 0.5) / SUPERSAMPLING
    scene = _sky(y, x)
    _blend(scene, _sun(y, x), PALE)
    _blend(scene, _star_trails(), PALE)
    for depth, colour in enumerate(HILLS):
        _blend(scene, _hill(y, x, depth), colour)
    _blend(scene, _bridge(), NIGHT)
    _mirror(scene, y, x)
    _blend(scene, _lettering(), PALE)
    large = PIL.Image.fromarray(np.rint(scene).astype(np.uint8))
    return from_array(np.asarray(large.reduce(SUPERSAMPLING)), NAME)


def _blend(scene: Plane, cover: Plane, colour: Colour) -> None:
    """Blends a colour over the scene with opacity `cover`, (H, W) in [0, 1]."""
    scene += cover[..., None] * (np.array(colour, np.float32) - scene)


def _sky(y: Plane, x: Plane) -> Plane:
    """Draws dusk from top to shore and the glow around the sun: (H, W, 3) float32 in [0, 255]."""
    stops = np.linspace(0, SHORE, len(DUSK))
    down = y[:, 0]
    sky = np.stack([np.interp(down, stops, channel) for channel in zip(*DUSK, strict=True)], axis=-1)
    scene = np.repeat(sky[:, None].astype(np.float32), x.size, axis=1)
    _blend(scene, 0.7 * np.exp(-(((x - SUN[0]) / 200) ** 2) - ((y - SUN[1] - 40) / 120) ** 2), EMBER)
    return scene


def _sun(y: Plane, x: Plane) -> Plane:
    """Draws a zone plate: rings that narrow to little more than a pixel at the rim."""
    radius = np.hypot(x - SUN[0], y - SUN[1])
    rings = 0.5 + 0.5 * np.cos(0.42 * np.pi * radius**2 / SUN_RADIUS)
    sun: Plane = np.clip(SUN_RADIUS - radius, 0, 1) * (0.35 + 0.6 * rings)
    return sun


def _star_trails() -> Plane:
    """Draws thin arcs around the pole, with positions and brightness from one seed."""
    cover, draw = _canvas()
    random = np.random.default_rng(21)
    for radius in np.arange(6, 360, 5.5):
        box = [POLE[0] - radius, POLE[1] - radius, POLE[0] + radius, POLE[1] + radius]
        light = int(random.uniform(60, 235) * (1 - radius / 420))
        for begin in random.uniform(0, 360, 2):
            draw.arc([SUPERSAMPLING * edge for edge in box], begin, begin + 50, light, SUPERSAMPLING)
    return _plane(cover)


def _hill(y: Plane, x: Plane, depth: int) -> Plane:
    """Draws one range of hills below a sum of sine waves. depth: index into HILLS."""
    ridge = SHORE - 58 + 24 * depth
    for wave, height in ((0.011, 17.0), (0.023, 9.0), (0.061, 3.0), (0.19, 0.9)):
        ridge = ridge - height * np.sin(x[0] * wave * (1 + 0.35 * depth) + 2.1 * depth + 40 * wave)
    below: Plane = np.clip((y - ridge) * SUPERSAMPLING, 0, 1)
    return below


def _bridge() -> Plane:
    """Draws two pylons, the deck between them, and the stays: straight lines at every angle."""
    cover, draw = _canvas()
    _stroke(draw, [(x, _deck(x)) for x in range(-4, WIDTH + 5, 4)], 3.0)
    _stroke(draw, [(x, _deck(x) - 6) for x in range(-4, WIDTH + 5, 4)], 0.8)
    for x in range(0, WIDTH, 8):
        _stroke(draw, [(x, _deck(x)), (x, _deck(x) - 6)], 0.6)
    for pylon in PYLONS:
        for side in (-1, 1):
            foot, top = (pylon + 9 * side, SHORE + 6), (pylon + 1.5 * side, PYLON_TOP)
            _stroke(draw, [foot, top], 3.2)
            for stay in range(1, 15):
                end = pylon + side * (8 + 9.6 * stay)
                _stroke(draw, [(pylon, PYLON_TOP + 62 - 4.2 * stay), (end, _deck(end))], 0.75)
        _stroke(draw, [(pylon - 5, DECK - 70), (pylon + 5, DECK - 70)], 2.4)
    return _plane(cover)


def _deck(x: float) -> float:
    """Returns the y of the deck, a low arch, in px from the top."""
    return DECK + 12 * ((x - WIDTH / 2) / (WIDTH / 2)) ** 2


def _mirror(scene: Plane, y: Plane, x: Plane) -> None:
    """Draws the lake: a darker reflection of the scene, with ripples that are finer far away."""
    shore = int(SHORE * SUPERSAMPLING)
    depth = y[shore:] - SHORE
    phase = 190 * np.log1p(depth / 26)
    ripple = np.sin(phase + 0.6 * np.sin(x / 37 + depth / 9))
    above = np.clip((SHORE - 1.55 * depth - 2.2 * ripple * depth / 40) * SUPERSAMPLING, 0, shore - 1).astype(
        np.intp
    )
    across = np.clip((x + 1.4 * ripple * depth / 30) * SUPERSAMPLING, 0, scene.shape[1] - 1).astype(np.intp)
    scene[shore:] = scene[above, across]
    _blend(scene[shore:], 0.30 + 0.13 * ripple + 0.0016 * depth, NIGHT)


def _lettering() -> Plane:
    """Draws text from 34 px down to 7 px."""
    cover, draw = _canvas()
    large = ((34, 408, "Unpixel"), (13, 432, "the image between the pixels"))
    fine = (
        (9, 448, "every point has a colour, at any scale"),
        (7, 461, "ask the function, not the grid: 0123456789"),
    )
    for size, top, text in (*large, *fine):
        draw.text(
            (24 * SUPERSAMPLING, top * SUPERSAMPLING),
            text,
            255,
            ImageFont.load_default(size * SUPERSAMPLING),
            "ls",
        )
    return _plane(cover)


def _canvas() -> tuple[PIL.Image.Image, ImageDraw.ImageDraw]:
    """Returns an empty grayscale canvas at the supersampled size, and its drawing interface."""
    canvas = PIL.Image.new("L", (WIDTH * SUPERSAMPLING, HEIGHT * SUPERSAMPLING))
    return canvas, ImageDraw.Draw(canvas)


def _plane(canvas: PIL.Image.Image) -> Plane:
    """Converts a canvas to opacity in [0, 1]."""
    return np.asarray(canvas, np.float32) / 255


def _stroke(draw: ImageDraw.ImageDraw, points: list[Point], width: float) -> None:
    """Draws a polyline. width: px."""
    draw.line(
        [(x * SUPERSAMPLING, y * SUPERSAMPLING) for x, y in points],
        255,
        round(width * SUPERSAMPLING),
        "curve",
    )
