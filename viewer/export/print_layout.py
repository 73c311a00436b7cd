"""Where a picture is on a printed page, and how many px it is printed with. Pure functions."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

MM_PER_INCH = 25.4
MOST_SIDE = 30_000
"""Px of a side of a printed picture."""


@dataclass(frozen=True)
class PrintSize:
    """width: mm on the paper; None to fit the page. dpi: px of the printed picture per inch."""

    width: float | None
    dpi: int


def placed(size: tuple[int, int], page: QRectF, width: float | None) -> QRectF:
    """Returns the rectangle of a picture on a page, in mm: in its middle. A picture larger than the page is reduced.

    size: (width, height) of the picture in px. page: the printable area, mm.
    """
    fitting = min(page.width() / size[0], page.height() / size[1])
    scale = fitting if width is None else min(fitting, width / size[0])
    across, down = size[0] * scale, size[1] * scale
    return QRectF(page.x() + (page.width() - across) / 2, page.y() + (page.height() - down) / 2, across, down)


def px(area: QRectF, dpi: int) -> tuple[int, int]:
    """Returns (width, height) in px of an area in mm."""
    sides = (max(1, round(mm / MM_PER_INCH * dpi)) for mm in (area.width(), area.height()))
    width, height = (min(side, MOST_SIDE) for side in sides)
    return width, height


def device_rect(area: QRectF, origin: QRectF, resolution: int) -> QRect:
    """Returns an area in mm as device px of a printer whose (0, 0) is the corner of the printable area `origin`."""
    scale = resolution / MM_PER_INCH
    corner = area.topLeft() - origin.topLeft()
    return QRect(
        round(corner.x() * scale),
        round(corner.y() * scale),
        max(1, round(area.width() * scale)),
        max(1, round(area.height() * scale)),
    )
