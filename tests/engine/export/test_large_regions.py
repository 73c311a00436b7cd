"""Rendered regions of a picture that does not fit into memory: small files, with a lower limit."""

from fractions import Fraction

import numpy as np
import pytest
import tifffile

from engine import render
from engine.images import loading, source_file
from engine.images.demo import demo


@pytest.fixture(scope="module")
def tiled(tmp_path_factory):
    path = tmp_path_factory.mktemp("tiled") / "tiled.tif"
    tifffile.imwrite(path, demo().eight_bits, tile=(64, 64), photometric="rgb", metadata=None)
    return path


@pytest.mark.parametrize("region", [(100, 90, 60, 50), (0, 0, 100, 80), (230, 200, 20, 30)], ids=str)
@pytest.mark.parametrize("scale", [Fraction(4), Fraction(1, 2)], ids=str)
def test_a_rendered_region_of_a_large_picture_is_that_of_the_whole_one(
    region, scale, tiled, tmp_path, monkeypatch
):
    """Neural zoom reads the border that a region's latents depend on."""
    outs = []
    for limit in (source_file.MOST_PIXELS, 60_000):
        monkeypatch.setattr(source_file, "MOST_PIXELS", limit)
        out = tmp_path / f"{limit}.png"
        place = tuple(map(Fraction, region))
        render.run(str(tiled), out, place, scale, "live", "cpu", "fp32")
        outs.append(loading.load(out).pixels)
    np.testing.assert_array_equal(*outs)
