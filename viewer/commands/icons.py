"""Icons of commands, drawn as lines in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

BOX = 24
"""Width and height of the drawings in LINES."""
LINES = {
    "open": "M4 19V5h6l2 3h8v11z",
    "open-folder": "M4 19V5h6l2 3h8v11z M8 13h8 M12 9v8",
    "previous": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
    "overview": "M4 4h7v7H4z M13 4h7v7h-7z M4 13h7v7H4z M13 13h7v7h-7z",
    "zoom-in": "M10.5 4a6.5 6.5 0 1 0 .01 0z M15.3 15.3L20 20 M7.5 10.5h6 M10.5 7.5v6",
    "zoom-out": "M10.5 4a6.5 6.5 0 1 0 .01 0z M15.3 15.3L20 20 M7.5 10.5h6",
    "fit": "M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5 M8 8h8v8H8z",
    "actual": "M5 8l3-2v12 M16 8l3-2v12 M12.5 9v.5 M12.5 15v.5",
    "rotate-left": "M5 5v5h5 M5.5 10a7.5 7.5 0 1 1-1 5",
    "rotate-right": "M19 5v5h-5 M18.5 10a7.5 7.5 0 1 0 1 5",
    "wipe": "M4 5h16v14H4z M12 3v18 M14 9h4 M14 12h4 M14 15h4",
    "side-by-side": "M4 5h7v14H4z M13 5h7v14h-7z",
    "inspector": "M12 4a8 8 0 1 0 .01 0z M12 11v5 M12 7.7v.6",
    "export": "M12 4v11 M8 11l4 4 4-4 M4 17v3h16v-3",
    "print": "M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z",
    "trash": "M4 7h16 M9 7V4h6v3 M6 7l1 13h10l1-13 M10 11v5 M14 11v5",
    "fullscreen": "M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5",
}
"""Paths of the drawings, as SVG writes them, by command."""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box} {box}"><path d="{path}" fill="none" stroke="{colour}" '
    'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)


def icon(id: str, palette: QPalette, side: int, ratio: float) -> QIcon:
    """Returns the icon of a command. side: logical px. ratio: device px per logical px."""
    drawn, group = QIcon(), QPalette.ColorGroup
    for mode, colours in ((QIcon.Mode.Normal, group.Active), (QIcon.Mode.Disabled, group.Disabled)):
        colour = palette.color(colours, QPalette.ColorRole.ButtonText)
        drawn.addPixmap(_pixmap(LINES[id], colour, side, ratio), mode)
    return drawn


def _pixmap(path: str, colour: QColor, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    text = SVG.format(box=BOX, path=path, colour=colour.name())
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    return pixmap
