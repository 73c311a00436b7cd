"""PSNR and SSIM agree with their definitions and with scikit-image."""

import subprocess
import sys
from math import inf, log10

import numpy as np
import pytest
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from trainer.evaluation.metrics import psnr, ssim

RANDOM = np.random.default_rng(0)
TRUTH = RANDOM.random((40, 44, 3))
OUTPUT = np.clip(TRUTH + RANDOM.normal(0, 0.05, TRUTH.shape), 0, 1)


def test_a_known_difference():
    truth, output = np.full((20, 20, 3), 0.5), np.full((20, 20, 3), 0.6)
    assert psnr(output, truth, "div2k", 2) == pytest.approx(20)
    luma = 0.1 * (65.738 + 129.057 + 25.064) / 256
    assert psnr(output, truth, "benchmark", 2) == pytest.approx(-20 * log10(luma))
    # 0.5 and 0.6 are 128 (half to even) and 153 in eight bits.
    assert psnr(output, truth, "mmediting", 2) == pytest.approx(-20 * log10(25 / 255))


def test_each_channel_has_its_weight():
    truth = np.full((9, 9, 3), 0.5)
    for channel, weight in enumerate((65.738, 129.057, 25.064)):
        output = truth.copy()
        output[..., channel] += 0.1
        assert psnr(output, truth, "benchmark", 2) == pytest.approx(-20 * log10(0.1 * weight / 256))


@pytest.mark.parametrize(("protocol", "border"), [("benchmark", 4), ("div2k", 10), ("mmediting", 4)])
def test_the_border_does_not_count(protocol, border):
    output = OUTPUT.copy()
    output[border:-border, border:-border] = TRUTH[border:-border, border:-border]
    assert psnr(output, TRUTH, protocol, 4) == inf
    assert ssim(output, TRUTH, protocol, 4) == pytest.approx(1)
    output[border, border] += 0.2
    assert psnr(output, TRUTH, protocol, 4) < 60


def test_whole_pictures_have_no_border():
    output = TRUTH.copy()
    output[0, -1] += 0.1
    expected = -10 * log10(0.01 / (TRUTH.shape[0] * TRUTH.shape[1]))
    assert psnr(output, TRUTH, "whole", 4) == pytest.approx(expected)


def test_psnr_equals_that_of_skimage():
    inner = (slice(9, -9), slice(9, -9))
    expected = peak_signal_noise_ratio(TRUTH[inner], OUTPUT[inner], data_range=1)
    assert psnr(OUTPUT, TRUTH, "div2k", 3) == pytest.approx(expected)
    inner = (slice(3, -3), slice(3, -3))
    truth, output = (np.rint(picture * 255).astype(np.uint8) for picture in (TRUTH, OUTPUT))
    expected = peak_signal_noise_ratio(truth[inner], output[inner])
    assert psnr(OUTPUT, TRUTH, "mmediting", 3) == pytest.approx(expected)


def test_float32_is_precise_enough():
    single = psnr(OUTPUT.astype(np.float32), TRUTH.astype(np.float32), "benchmark", 2)
    assert single == pytest.approx(psnr(OUTPUT, TRUTH, "benchmark", 2), abs=1e-4)


def windowed_ssim(left, right):
    """SSIM of one channel in [0, 255], by the formula of Wang et al. with explicit windows."""
    line = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2))
    weights = np.outer(line, line) / line.sum() ** 2
    views = [np.lib.stride_tricks.sliding_window_view(plane, (11, 11)) for plane in (left, right)]
    a, b = ((view * weights).sum((2, 3)) for view in views)
    aa, bb, ab = ((views[i] * views[j] * weights).sum((2, 3)) for i, j in ((0, 0), (1, 1), (0, 1)))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    product = (2 * a * b + c1) * (2 * (ab - a * b) + c2)
    return (product / ((a**2 + b**2 + c1) * (aa - a**2 + bb - b**2 + c2))).mean()


def test_ssim_is_the_mean_over_whole_windows_and_channels():
    truth, output = (np.rint(picture * 255)[2:-2, 2:-2] for picture in (TRUTH, OUTPUT))
    expected = np.mean([windowed_ssim(truth[..., channel], output[..., channel]) for channel in range(3)])
    assert ssim(OUTPUT, TRUTH, "mmediting", 2) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("size", [(11, 11), (12, 40), (61, 37)])
def test_ssim_equals_that_of_skimage(size):
    truth, output = (np.random.default_rng(seed).random((*size, 3)) ** 2 for seed in (3, 4))
    options = {
        "data_range": 1.0,
        "channel_axis": -1,
        "gaussian_weights": True,
        "use_sample_covariance": False,
    }
    expected = structural_similarity(truth, output, **options)
    assert ssim(output, truth, "whole", 2) == pytest.approx(expected, abs=1e-12)


def test_luma_has_an_ssim():
    luma = [(picture @ [65.738, 129.057, 25.064] / 256 * 255 + 16)[2:-2, 2:-2] for picture in (OUTPUT, TRUTH)]
    assert ssim(OUTPUT, TRUTH, "benchmark", 2) == pytest.approx(windowed_ssim(*luma), abs=1e-9)


def test_different_shapes_and_empty_interiors_are_refused():
    with pytest.raises(ValueError, match="nothing to compare"):
        psnr(OUTPUT, TRUTH[:-1], "div2k", 2)
    with pytest.raises(ValueError, match="nothing to compare"):
        psnr(OUTPUT, TRUTH, "benchmark", 22)
    with pytest.raises(ValueError, match="no window"):
        ssim(OUTPUT, TRUTH, "benchmark", 16)


def test_light_modules_import_neither_torch_nor_qt():
    images = [f"engine.images.{module}" for module in ("image", "folder", "demo", "mip", "lowres")]
    imports = ", ".join([*images, "engine.export.picture_file", "trainer.evaluation.metrics"])
    check = "sys.exit(any(name in sys.modules for name in ('torch', 'PySide6')))"
    subprocess.run([sys.executable, "-c", f"import sys, {imports}; {check}"], check=True)
