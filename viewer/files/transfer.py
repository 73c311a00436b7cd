"""Converts clipboard and drop data to paths or an engine image."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from engine.images.image import Image, from_array
from viewer.base import local_files

Format = QImage.Format
DEEP_FORMATS = (
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
"""Qt's image formats with more than 8 bits per sample."""


def can_take(data: QMimeData) -> bool:
    """Whether the data may contain something that `received` accepts."""
    return data.hasImage() or bool(local_files.paths_of(data))


def received(data: QMimeData | None, name: str) -> tuple[Path, ...] | Image | None:
    """Returns the local files and folders, or else the image; None if there is neither.

    data: None is what some systems return for an empty clipboard. name: display name for an image.
    """
    if data is None:
        return None
    paths = local_files.paths_of(data)
    if paths:
        return paths
    image = QImage(data.imageData()) if data.hasImage() else QImage()
    return None if image.isNull() else image_from_qt(image, name)


def image_from_qt(image: QImage, name: str) -> Image:
    """Converts a Qt image to an engine image. Copies the pixels: uint16 for more than 8 bits per sample, else uint8."""
    deep = image.format() in DEEP_FORMATS
    straight = image.convertToFormat(Format.Format_RGBA64 if deep else Format.Format_RGBA8888)
    samples = np.frombuffer(straight.constBits(), np.uint16 if deep else np.uint8)
    rows = samples.reshape(straight.height(), straight.bytesPerLine() // samples.itemsize)
    pixels = rows[:, : 4 * straight.width()].reshape(straight.height(), straight.width(), 4)
    return from_array(pixels.copy(), name)
