"""Sixteen bits from file to file, also through networks; eight bits are unchanged."""

from fractions import Fraction

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile

from engine import render
from engine.geometry.axis import Axis
from engine.images import bit_depth, loading, mip, picture

STEP = 37
"""A seventh of a step of 8 bits, in units of 65535."""


def ramp(height=48, width=60, channels=3):
    """Steps of STEP along x with different colours; (H, W, channels) uint16."""
    x = np.arange(width)
    line = np.stack([20_000 + STEP * x, 30_000 - STEP * x, 40_000 + STEP * x, 65_535 - 2 * STEP * x], axis=-1)
    return np.ascontiguousarray(np.broadcast_to(line, (height, width, 4))[..., :channels].astype(np.uint16))


@pytest.fixture(params=["png", "tif"])
def file(request, tmp_path):
    path = tmp_path / f"ramp.{request.param}"
    if request.param == "png":
        path.write_bytes(imagecodecs.png_encode(ramp()))
    else:
        tifffile.imwrite(path, ramp(), photometric="rgb")
    return path


def decoded(path):
    """Returns the samples of a file without Unpixel's own loader."""
    return imagecodecs.png_decode(path.read_bytes()) if path.suffix == ".png" else tifffile.imread(path)


def test_all_values_round_to_eight_bits_and_back():
    values = np.arange(65536, dtype=np.uint16)
    np.testing.assert_array_equal(bit_depth.to_8_bits(values), np.floor(values / 257 + 0.5).astype(np.uint8))
    small = np.arange(256, dtype=np.uint8)
    np.testing.assert_array_equal(bit_depth.to_8_bits(bit_depth.to_16_bits(small)), small)
    assert bit_depth.to_8_bits(small) is small
    large = np.random.default_rng(0).integers(0, 65536, (700, 900, 3), np.uint16)
    np.testing.assert_array_equal(
        bit_depth.to_8_bits(large), bit_depth.to_8_bits(large.reshape(-1)).reshape(large.shape)
    )


@pytest.mark.parametrize("out", ["out.png", "out.tif"])
@pytest.mark.parametrize(("model", "scale"), [("bicubic", 4), ("live", 4), ("live", 1)])
def test_a_render_keeps_steps_finer_than_eight_bits(file, tmp_path, model, scale, out):
    render.run(str(file), tmp_path / out, None, Fraction(scale), model, "cpu", "fp32")
    found = decoded(tmp_path / out)
    assert found.dtype == np.uint16 and found.shape == (48 * scale, 60 * scale, 3)
    # means over the enlarged pixels of one row, away from the borders
    inner = found[20 * scale, 10 * scale : 50 * scale, :].reshape(40, scale, 3).astype(float).mean(axis=1)
    expected = ramp()[20, 10:50].astype(float)
    if scale == 1:
        np.testing.assert_array_equal(inner, expected)
    steps = np.diff(inner, axis=0)
    # Live stores the picture in float16, whose steps are 8 of 65535 here
    tolerance = 2 if model == "bicubic" else 16
    shift = 2 if model == "bicubic" else 51  # of a uniform colour: at most 0.2 of 255 by Live's card
    assert abs(inner - expected).max() <= shift
    assert abs(abs(steps) - STEP).max() <= tolerance, "each step stays separate"
    assert len(np.unique(found[..., 0])) >= 60, "8 bits would leave ten"


def test_a_jpeg_of_sixteen_bits_is_written_with_eight(file, tmp_path):
    render.run(str(file), tmp_path / "out.jpg", None, Fraction(2), "bicubic", "cpu", "fp32")
    with PIL.Image.open(tmp_path / "out.jpg") as found:
        assert abs(np.asarray(found)[40, 40] - ramp()[20, 20] / 257).max() <= 3


def test_a_source_of_eight_bits_is_written_with_eight(tmp_path):
    PIL.Image.fromarray(bit_depth.to_8_bits(ramp())).save(tmp_path / "in.png")
    for out in ("out.png", "out.tif"):
        render.run(str(tmp_path / "in.png"), tmp_path / out, None, Fraction(2), "bicubic", "cpu", "fp32")
        assert decoded(tmp_path / out).dtype == np.uint8


def test_alpha_keeps_sixteen_bits(tmp_path):
    (tmp_path / "in.png").write_bytes(imagecodecs.png_encode(ramp(channels=4)))
    render.run(str(tmp_path / "in.png"), tmp_path / "out.tif", None, Fraction(1), "bicubic", "cpu", "fp32")
    np.testing.assert_array_equal(decoded(tmp_path / "out.tif"), ramp(channels=4))


@pytest.mark.parametrize("step", [Fraction(1), Fraction(7, 4), Fraction(9)])
def test_a_reduction_at_sixteen_bits_agrees_with_eight_bits(step):
    noise = np.random.default_rng(1).integers(0, 256, (90, 120, 3), np.uint8)
    rows, cols = Axis(Fraction(0), step, int(90 / step)), Axis(Fraction(0), step, int(120 / step))
    eight = mip.reduce(mip.pyramid(noise), rows, cols)
    sixteen = mip.reduce(mip.pyramid(bit_depth.to_16_bits(noise)), rows, cols)
    assert sixteen.dtype == np.uint16
    # the reduction at eight bits rounds once per halving and axis
    assert abs(bit_depth.to_8_bits(sixteen).astype(int) - eight).max() <= (0 if step == 1 else 2)
    flat = np.full((64, 64, 3), 12_345, np.uint16)
    whole = Axis(Fraction(0), Fraction(7), 9)
    assert (mip.reduce(mip.pyramid(flat), whole, whole) == 12_345).all()


def test_the_preview_has_eight_bits(file):
    loaded = picture.Picture(loading.load(file))
    assert loaded.preview.dtype == np.uint8
    np.testing.assert_array_equal(loaded.preview[..., 2::-1], bit_depth.to_8_bits(ramp()))
    assert loaded.nbytes == 2 * ramp().size + 4 * 48 * 60
