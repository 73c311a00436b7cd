"""The colours of the screen: from sRGB, which all pictures are converted to, to the profile of the screen.

Only what is painted on the screen is converted. Copies, exports and the values in the inspector stay sRGB.
"""

from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColorSpace, QColorTransform, QImage, QPainter

from engine.base.errors import FileError
from engine.base.messages import message

SRGB, DISPLAY_P3 = "srgb", "display-p3"
"""Screens by name. Another name is the path of an ICC profile."""
MOST_BYTES = 16 << 20
"""Largest profile that is read."""


TABLE_SIDE = 65
"""Colours along a side of the table of a conversion."""


class Screen:
    """The conversion for a screen. transform: by Qt, from sRGB."""

    def __init__(self, transform: QColorTransform) -> None:
        self.transform = transform

    @cached_property
    def table(self) -> NDArray[np.float16]:
        """The conversion as a table, (N, N, N, 4) in [0, 1]: blue, green, red, 1 of each red, green, blue.

        Entry k along an axis is that of the value (k / (N - 1))²: curves of profiles are steepest near black.
        """
        levels = np.rint(np.linspace(0, 1, TABLE_SIDE) ** 2 * 65535).astype(np.uint16)
        colours = np.full((TABLE_SIDE,) * 3 + (4,), 65535, np.uint16)
        colours[..., 0], colours[..., 1], colours[..., 2] = np.meshgrid(levels, levels, levels, indexing="ij")
        image = QImage(colours.data, TABLE_SIDE, TABLE_SIDE**2, 8 * TABLE_SIDE, QImage.Format.Format_RGBX64)
        image.applyColorTransform(self.transform)
        converted = np.frombuffer(image.constBits(), np.uint16).reshape(colours.shape)
        return (converted[..., [2, 1, 0, 3]] / 65535).astype(np.float16)


def screen(name: str) -> Screen | None:
    """Returns the conversion for a screen; None where none is needed. Raises FileError."""
    if name == SRGB:
        return None
    named = QColorSpace.NamedColorSpace
    target = QColorSpace(named.DisplayP3) if name == DISPLAY_P3 else _of_file(Path(name))
    return Screen(QColorSpace(named.SRgb).transformationToColorSpace(target))


def _of_file(path: Path) -> QColorSpace:
    remedy = message("choose the profile of your screen, an .icc or .icm file")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise FileError(path, message("cannot be read ({why})", why=why), remedy) from error
    space = QColorSpace.fromIccProfile(content)
    if not space.isValid() or not space.isValidTarget() or space.colorModel() != QColorSpace.ColorModel.Rgb:
        raise FileError(path, message("is not a colour profile of a screen"), remedy)
    return space


class Converted:
    """A painter whose picture is converted before it appears on another painter, in a rectangle of it."""

    def __init__(self, target: QPainter, rect: QRect, screen: Screen) -> None:
        self._target, self._rect, self._screen = target, rect, screen
        self._image = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(0)

    def __enter__(self) -> QPainter:
        self._painter = QPainter(self._image)
        self._painter.translate(-self._rect.topLeft())
        return self._painter

    def __exit__(self, *error: object) -> None:
        self._painter.end()
        self._image.applyColorTransform(self._screen.transform)
        self._target.drawImage(self._rect.topLeft(), self._image)
