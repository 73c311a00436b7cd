"""Draws the icon's PNGs from assets/desktop/unpixel.svg, and with them the icon files of Windows and macOS."""

import os
from pathlib import Path

import PIL.Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "assets" / "desktop" / "unpixel.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write(folder: Path) -> list[Path]:
    """Writes 16.png to 512.png, unpixel.ico and unpixel.icns. Returns the paths of the PNGs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    renderer, written = QSvgRenderer(str(SOURCE)), []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            renderer.render(painter)
        written.append(folder / f"{size}.png")
        if not image.save(str(written[-1])):
            raise OSError(f"{written[-1]} cannot be written")
    assert application is not None
    with PIL.Image.open(folder / "512.png") as largest:
        largest.save(folder / "unpixel.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 256)])
        largest.save(folder / "unpixel.icns")
    return written
