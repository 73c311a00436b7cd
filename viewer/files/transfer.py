"""Pictures that come through the clipboard or a drop."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from engine.images.image import Image, from_array

Format = QImage.Format
DEEP = (
    *(
        Format.Format_Grayscale16,
        Format.Format_RGBX64,
        Format.Format_RGBA64,
        Format.Format_RGBA64_Premultiplied,
    ),
    *(Format.Format_RGB30, Format.Format_BGR30),
    *(Format.Format_A2RGB30_Premultiplied, Format.Format_A2BGR30_Premultiplied),
    *(Format.Format_RGBX16FPx4, Format.Format_RGBA16FPx4, Format.Format_RGBA16FPx4_Premultiplied),
    *(Format.Format_RGBX32FPx4, Format.Format_RGBA32FPx4, Format.Format_RGBA32FPx4_Premultiplied),
)
"""Those of Qt's formats that hold more than 8 bits a sample."""


def can_take(data: QMimeData) -> bool:
    """Whether `taken` may find something."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def received(data: QMimeData | None, name: str) -> tuple[Path, ...] | Image | None:
    """Files and folders, else a picture, which is given a name; None where there is neither.

    data: None is what some systems have for an empty clipboard.
    """
    if data is None:
        return None
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return paths
    image = QImage(data.imageData()) if data.hasImage() else QImage()
    return None if image.isNull() else picture(image, name)


def picture(image: QImage, name: str) -> Image:
    """A Qt image as the engine has it, in 16 bits a sample where it has more than 8: its pixels are copied."""
    deep = image.format() in DEEP
    straight = image.convertToFormat(Format.Format_RGBA64 if deep else Format.Format_RGBA8888)
    samples = np.frombuffer(straight.constBits(), np.uint16 if deep else np.uint8)
    lines = samples.reshape(straight.height(), straight.bytesPerLine() // samples.itemsize)
    pixels = lines[:, : 4 * straight.width()].reshape(straight.height(), straight.width(), 4)
    return from_array(pixels.copy(), name)
