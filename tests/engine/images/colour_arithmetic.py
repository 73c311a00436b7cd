"""Conversion to sRGB in float64, from the definitions alone: the judge of colour conversions."""

import numpy as np

D65 = (0.3127, 0.3290)
SRGB = (D65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
BT2020 = (D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046))
DISPLAY_P3 = (D65, (0.68, 0.32), (0.265, 0.69), (0.15, 0.06))
ADOBE_RGB = (D65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
PROPHOTO = ((0.3457, 0.3585), (0.7347, 0.2653), (0.1596, 0.8404), (0.0366, 0.0001))
"""White, red, green, blue as (x, y)."""
BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def xyz(point):
    """Returns XYZ with Y = 1."""
    x, y = point
    return np.array([x / y, 1, (1 - x - y) / y])


def to_xyz(space):
    """Returns the matrix from linear light to XYZ."""
    corners = np.stack([xyz(point) for point in space[1:]], axis=1)
    return corners * np.linalg.solve(corners, xyz(space[0]))


def adaptation(white):
    """Returns the matrix that takes XYZ under `white` to XYZ under D65."""
    cones = [BRADFORD @ xyz(point) for point in (white, D65)]
    return np.linalg.inv(BRADFORD) @ np.diag(cones[1] / cones[0]) @ BRADFORD


def srgb_light(signal):
    """Decodes sRGB in [0, 1]."""
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def srgb_signal(light):
    """Encodes linear light in [0, 1] as sRGB."""
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def converted(light, space):
    """Converts linear light (…, 3) of a colour space to sRGB in [0, 1]."""
    matrix = np.linalg.inv(to_xyz(SRGB)) @ adaptation(space[0]) @ to_xyz(space)
    return srgb_signal(np.clip(light @ matrix.T, 0, 1))
