"""The background of the canvas: what is around the picture, and what is behind its transparent parts."""

from PySide6.QtGui import QBrush, QColor, QPalette

from viewer.canvas import checkerboard

THEME, CHECKERBOARD = "theme", "checkerboard"
"""Backgrounds by name. The other names are colours: black, white, #rrggbb."""


def surround(name: str, palette: QPalette, ratio: float) -> QBrush:
    """Returns the brush for what no picture covers. name: a background. ratio: device px per logical px."""
    if name == THEME:
        return QBrush(palette.color(QPalette.ColorRole.Dark))
    return behind(name, palette, ratio)


def behind(name: str, palette: QPalette, ratio: float) -> QBrush:
    """Returns the brush for what is behind transparent parts: a checkerboard, unless a colour was chosen."""
    if name in (THEME, CHECKERBOARD):
        return checkerboard.brush(palette.color(QPalette.ColorRole.Window).lightness() < 128, ratio)
    return QBrush(QColor(name))
