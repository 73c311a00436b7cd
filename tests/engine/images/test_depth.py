"""Sixteen bits from the file to the file, through networks too; and eight bits as they ever were."""

from fractions import Fraction

import imagecodecs
import numpy as np
import PIL.Image
import pytest
import tifffile

from engine import render
from engine.geometry.axis import Axis
from engine.images import depth, image, mip, picture

STEP = 37
"""Of 65535: a seventh of a step of 8 bits."""


def ramp(height=48, width=60, channels=3):
    """Steps of STEP along x, the colours a little apart; (H, W, channels) uint16."""
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


def written(path):
    """The samples of a file, by another reader than Unpixel's."""
    return imagecodecs.png_decode(path.read_bytes()) if path.suffix == ".png" else tifffile.imread(path)


def test_all_values_round_to_eight_bits_and_back():
    every = np.arange(65536, dtype=np.uint16)
    np.testing.assert_array_equal(depth.to_8_bits(every), np.floor(every / 257 + 0.5).astype(np.uint8))
    small = np.arange(256, dtype=np.uint8)
    np.testing.assert_array_equal(depth.to_8_bits(depth.to_16_bits(small)), small)
    assert depth.to_8_bits(small) is small
    large = np.random.default_rng(0).integers(0, 65536, (700, 900, 3), np.uint16)
    np.testing.assert_array_equal(
        depth.to_8_bits(large), depth.to_8_bits(large.reshape(-1)).reshape(large.shape)
    )


@pytest.mark.parametrize("out", ["out.png", "out.tif"])
@pytest.mark.parametrize(("model", "scale"), [("bicubic", 4), ("live", 4), ("live", 1)])
def test_steps_below_eight_bits_come_out_of_render(file, tmp_path, model, scale, out):
    render.run(str(file), tmp_path / out, None, Fraction(scale), model, "cpu", "fp32")
    found = written(tmp_path / out)
    assert found.dtype == np.uint16 and found.shape == (48 * scale, 60 * scale, 3)
    # the middle of the picture, where no border is seen, and of its pixels
    inner = found[20 * scale, 10 * scale : 50 * scale, :].reshape(40, scale, 3).astype(float).mean(axis=1)
    expected = ramp()[20, 10:50].astype(float)
    if scale == 1:
        np.testing.assert_array_equal(inner, expected)
    steps = np.diff(inner, axis=0)
    # Live keeps the picture in float16, which is 8 of 65535 apart here
    near = 2 if model == "bicubic" else 16
    assert abs(inner - expected).max() <= near
    assert abs(abs(steps) - STEP).max() <= near, "each is a step of its own"
    assert len(np.unique(found[..., 0])) >= 60, "of 8 bits there would be ten"


def test_jpeg_has_eight_bits_whatever_it_is_given(file, tmp_path):
    render.run(str(file), tmp_path / "out.jpg", None, Fraction(2), "bicubic", "cpu", "fp32")
    with PIL.Image.open(tmp_path / "out.jpg") as found:
        assert abs(np.asarray(found)[40, 40] - ramp()[20, 20] / 257).max() <= 3


def test_eight_bits_are_written_with_eight(tmp_path):
    PIL.Image.fromarray(depth.to_8_bits(ramp())).save(tmp_path / "in.png")
    for out in ("out.png", "out.tif"):
        render.run(str(tmp_path / "in.png"), tmp_path / out, None, Fraction(2), "bicubic", "cpu", "fp32")
        assert written(tmp_path / out).dtype == np.uint8


def test_alpha_keeps_sixteen_bits(tmp_path):
    (tmp_path / "in.png").write_bytes(imagecodecs.png_encode(ramp(channels=4)))
    render.run(str(tmp_path / "in.png"), tmp_path / "out.tif", None, Fraction(1), "bicubic", "cpu", "fp32")
    np.testing.assert_array_equal(written(tmp_path / "out.tif"), ramp(channels=4))


@pytest.mark.parametrize("step", [Fraction(1), Fraction(7, 4), Fraction(9)])
def test_a_reduction_of_sixteen_bits_is_that_of_eight_but_finer(step):
    noise = np.random.default_rng(1).integers(0, 256, (90, 120, 3), np.uint8)
    rows, cols = Axis(Fraction(0), step, int(90 / step)), Axis(Fraction(0), step, int(120 / step))
    eight = mip.reduce(mip.pyramid(noise), rows, cols)
    sixteen = mip.reduce(mip.pyramid(depth.to_16_bits(noise)), rows, cols)
    assert sixteen.dtype == np.uint16
    # each halving rounds to eight bits once, along each axis
    assert abs(depth.to_8_bits(sixteen).astype(int) - eight).max() <= (0 if step == 1 else 2)
    flat = np.full((64, 64, 3), 12_345, np.uint16)
    whole = Axis(Fraction(0), Fraction(7), 9)
    assert (mip.reduce(mip.pyramid(flat), whole, whole) == 12_345).all()


def test_a_screen_has_eight_bits(file):
    shown = picture.Picture(image.load(file))
    assert shown.preview.dtype == np.uint8
    np.testing.assert_array_equal(shown.preview[..., 2::-1], depth.to_8_bits(ramp()))
    assert shown.nbytes == 2 * ramp().size + 4 * 48 * 60
