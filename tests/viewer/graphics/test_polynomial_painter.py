"""The shaders give the same picture as the engine, at any zoom and at the border."""

from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.checkpoints import library
from engine.compute.device import choose
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.geometry.local_basis import EnsembleWeights
from engine.geometry.tile_index import tile_indices
from engine.geometry.viewport import lattice_axis
from engine.images.demo import demo
from viewer.graphics.polynomial_painter import PolynomialPainter
from viewer.graphics.surface import Surface
from viewer.graphics.tile_atlas import SIDE, TileAtlas

MODELS = {"live": EnsembleWeights.SMOOTH, "bicubic": EnsembleWeights.LINEAR}
WIDTH, HEIGHT = 210, 130


@pytest.fixture(scope="module", params=list(MODELS))
def painted(request, graphics):
    """Returns the engine's latents of a part of the demo picture, and a function that paints it by the shaders."""
    pixels = demo().pixels[100:400, 150:550]
    latents = Latents(library.load(request.param, choose("cpu").device), pixels, choose("cpu"))
    order, surface = latents.model.net.order, Surface(graphics)
    painter = PolynomialPainter(graphics, order)
    atlas = TileAtlas(graphics, order, 64 << 20, 1000)
    down, across = (0, latents.size[0]), (0, latents.size[1])
    indices = tile_indices(down, across, SIDE)
    with torch.inference_mode():
        for index in indices:
            span = [
                (k * SIDE, min((k + 1) * SIDE, size)) for k, size in zip(index, latents.size, strict=True)
            ]
            values = latents.prepared(*span).values.half().numpy()
            atlas.put({index: np.pad(values, [(0, 0)] * 3 + [(0, -values.shape[-1] % 4)])})

    def paint(rows, cols):
        pixels = np.empty((rows.count, cols.count, 4), np.uint8)
        surface.begin(cols.count, rows.count)
        painter.paint(surface, atlas, rows, cols, latents.size, MODELS[request.param])
        surface.read_into(pixels)
        return pixels

    return latents, paint


def expected(latents, rows, cols):
    """Returns the engine's own colours, as bytes in the order of the screen, (R, C, 3)."""
    colours = latents.decode(rows, cols)
    return ((colours + 1) * 127.5).clamp(0, 255).round().numpy()[..., ::-1]


@pytest.mark.parametrize("scale", [1.5, 4.0, 30.0, 1000.0, 1e6, 1e12])
@pytest.mark.parametrize("place", ["middle", "corner", "end"])
def test_shaders_equal_the_engine(painted, scale, place):
    latents, paint = painted
    counts, starts = (HEIGHT, WIDTH), []
    for count, size in zip(counts, latents.size, strict=True):
        length = round(size * Fraction(scale))
        middle = round(Fraction(size) * Fraction(scale) * 4 / 9)
        starts.append({"middle": middle, "corner": 0, "end": length - count}[place])
    rows, cols = (lattice_axis(start, count, scale) for start, count in zip(starts, counts, strict=True))
    found = paint(rows, cols)
    error = np.abs(found[..., :3].astype(float) - expected(latents, rows, cols))
    assert (found[..., 3] == 255).all()
    assert error.max() <= 1, error.max()
    if place == "middle" and scale < 100:
        assert found[..., :3].std() > 5  # there is something to see


@pytest.mark.parametrize("cell", [0.0, 0.5, 3.0])
def test_shaders_average_over_the_cell(painted, cell):
    latents, paint = painted
    step = Fraction(1, 4)
    rows, cols = (Axis(Fraction(start), step, 90, step * Fraction(cell)) for start in (40, 60))
    assert np.abs(paint(rows, cols)[..., :3] - expected(latents, rows, cols)).max() <= 1


def test_a_view_larger_than_the_texture_between_the_passes(painted):
    latents, paint = painted
    rows, cols = Axis(Fraction(0), Fraction(1, 3), 900), Axis(Fraction(0), Fraction(1, 3), 1200)
    assert np.abs(paint(rows, cols)[..., :3] - expected(latents, rows, cols)).max() <= 1
