"""PSNR and SSIM by the protocols of published tables. They differ in the colours and the borders they compare.

benchmark    Set5, Set14, B100, Urban100: luma of BT.601 (MATLAB's rgb2ycbcr), `scale` px of border excluded
div2k        the validation set of DIV2K: RGB, `scale` + 6 px excluded
mmediting    MMEditing's tables: RGB rounded to 8 bits, `scale` px excluded
whole        the size-varied faces (LIIF, section 5.3): RGB, nothing excluded
Only MMEditing rounds: the official LIIF code measures the unrounded output of the network.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.floating]
Protocol = Literal["benchmark", "div2k", "mmediting", "whole"]

LUMA = np.array([65.738, 129.057, 25.064]) / 256
"""BT.601 luma of RGB in [0, 1], without its offset of 16 / 255."""
DIV2K_BORDER = 6
RADIUS = 5
"""Of SSIM's window, px."""
WINDOW = np.exp(-(np.arange(RADIUS + 1) ** 2) / (2 * 1.5**2))
"""SSIM's weights by the distance from the window's centre, along one axis."""
WINDOW /= WINDOW[0] + 2 * WINDOW[1:].sum()
STRIP = 16
"""Rows of windows that are computed at a time: they stay in the processor's cache, which halves the time."""
C1, C2 = 0.01**2, 0.03**2
"""SSIM's constants, for values in [0, 1]."""


def psnr(output: Picture, truth: Picture, protocol: Protocol, scale: int) -> float:
    """Returns the PSNR in dB, infinite for equal pictures. output, truth: (H, W, 3) float in [0, 1].

    Raises ValueError if the shapes differ or nothing is left inside the border.
    """
    left, right = _compared(output, protocol, scale), _compared(truth, protocol, scale)
    _check(left, right)
    error = float(np.mean((left - right) ** 2))
    return float("inf") if error == 0 else float(-10 * np.log10(error))


def ssim(output: Picture, truth: Picture, protocol: Protocol, scale: int) -> float:
    """Returns the SSIM of Wang et al. 2004: Gaussian window of 11 px, sigma 1.5, mean over channels and whole windows.

    output, truth: (H, W, 3) float in [0, 1]. Raises ValueError if the shapes differ or no window fits.
    """
    left, right = _compared(output, protocol, scale), _compared(truth, protocol, scale)
    _check(left, right)
    rows = left.shape[0] - 2 * RADIUS
    if min(left.shape[:2]) <= 2 * RADIUS:
        raise ValueError(f"no window of {2 * RADIUS + 1} px fits: {left.shape}")
    strips = (slice(row, row + STRIP + 2 * RADIUS) for row in range(0, rows, STRIP))
    similarities = [_similarities(left[strip], right[strip]) for strip in strips]
    return float(np.mean(np.concatenate(similarities)))


def _similarities(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """(H, W, C) twice -> (H - 10, W - 10, C): the similarity within each whole window."""
    mean_left, mean_right = _windowed(left), _windowed(right)
    product, squares = mean_left * mean_right, mean_left**2 + mean_right**2
    covariance = _windowed(left * right) - product
    variances = _windowed(left**2 + right**2) - squares
    return (2 * product + C1) / (squares + C1) * (2 * covariance + C2) / (variances + C2)


def _windowed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(H, W, C) -> (H - 10, W - 10, C): the weighted mean of each whole window."""
    for axis in (0, 1):
        values = np.moveaxis(values, axis, 0)
        length = values.shape[0] - 2 * RADIUS
        total = values[RADIUS : RADIUS + length] * WINDOW[0]
        for distance in range(1, RADIUS + 1):
            before, after = RADIUS - distance, RADIUS + distance
            pair = values[before : before + length] + values[after : after + length]
            pair *= WINDOW[distance]
            total += pair
        values = np.moveaxis(total, 0, axis)
    return values


def _compared(picture: Picture, protocol: Protocol, scale: int) -> NDArray[np.float64]:
    """(H, W, 3) -> the part that a protocol compares: (h, w, 1 or 3) float64 without the border."""
    border = {"div2k": scale + DIV2K_BORDER, "whole": 0}.get(protocol, scale)
    height, width = picture.shape[:2]
    inner = picture[border : height - border, border : width - border].astype(np.float64)
    if protocol == "benchmark":
        return inner @ LUMA[:, None] + 16 / 255
    return np.rint(inner.clip(0, 1) * 255) / 255 if protocol == "mmediting" else inner


def _check(left: NDArray[np.float64], right: NDArray[np.float64]) -> None:
    if left.shape != right.shape or not left.size:
        raise ValueError(f"nothing to compare within the border: {left.shape} and {right.shape}")
