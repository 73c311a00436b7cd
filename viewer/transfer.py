"""Pictures that come through the clipboard or a drop."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from engine.image import Image, from_array


def can_take(data: QMimeData) -> bool:
    """Whether `taken` may find something."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def taken(data: QMimeData | None, name: str) -> tuple[Path, ...] | Image | None:
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
    """A Qt image as the engine has it: its pixels are copied."""
    straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
    lines = np.frombuffer(straight.constBits(), np.uint8).reshape(straight.height(), straight.bytesPerLine())
    pixels = lines[:, : 4 * straight.width()].reshape(straight.height(), straight.width(), 4)
    return from_array(pixels.copy(), name)
