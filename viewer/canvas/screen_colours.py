"""The colours of the screen: from sRGB, which all pictures are converted to, to the profile of the screen.

Only what is painted on the screen is converted. Copies, exports and the values in the inspector stay sRGB.
"""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QColorSpace, QColorTransform, QImage, QPainter

from engine.base.errors import FileError
from engine.base.messages import message

SRGB, DISPLAY_P3 = "srgb", "display-p3"
"""Screens by name. Another name is the path of an ICC profile."""
MOST_BYTES = 16 << 20
"""Largest profile that is read."""


def transform(screen: str) -> QColorTransform | None:
    """Returns the conversion for a screen; None where none is needed. Raises FileError."""
    if screen == SRGB:
        return None
    named = QColorSpace.NamedColorSpace
    target = QColorSpace(named.DisplayP3) if screen == DISPLAY_P3 else _of_file(Path(screen))
    return QColorSpace(named.SRgb).transformationToColorSpace(target)


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

    def __init__(self, target: QPainter, rect: QRect, by: QColorTransform) -> None:
        self._target, self._rect, self._by = target, rect, by
        self._image = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(0)

    def __enter__(self) -> QPainter:
        self._painter = QPainter(self._image)
        self._painter.translate(-self._rect.topLeft())
        return self._painter

    def __exit__(self, *error: object) -> None:
        self._painter.end()
        self._image.applyColorTransform(self._by)
        self._target.drawImage(self._rect.topLeft(), self._image)
