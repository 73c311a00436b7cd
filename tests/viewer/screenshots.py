"""Arrays of the pixels that a widget shows, and of the pixels that the engine decodes for a view."""

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from engine.geometry.viewport import lattice_axis
from engine.session.events import PictureOpened


def as_opened(pixels, picture=1):
    """Returns a PictureOpened event of pixels, (H, W, 3 or 4) uint8. picture: the number of its request."""
    height, width = pixels.shape[:2]
    screen = np.full((height, width, 4), 255, np.uint8)
    screen[..., : pixels.shape[2]] = pixels
    screen[..., :3] = screen[..., 2::-1] * (screen[..., 3:] / 255)
    return PictureOpened(picture, (width, height), "a picture", None, (), screen)


def grabbed(widget):
    """Returns a widget with its children as (h, w, 3) RGB uint8, device px."""
    image = widget.grab().toImage().convertToFormat(widget.grab().toImage().Format.Format_RGB32)
    return (
        np.frombuffer(image.constBits(), np.uint8)
        .reshape(image.height(), image.width(), 4)[..., 2::-1]
        .copy()
    )


def screen(canvas):
    """Returns the canvas without its child widgets as (h, w, 3) RGB uint8, device px."""
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    canvas.render(image, QPoint(), renderFlags=canvas.RenderFlag.DrawWindowBackground)
    return (
        np.frombuffer(image.constBits(), np.uint8)
        .reshape(image.height(), image.width(), 4)[..., 2::-1]
        .copy()
    )


def rendered(path, model, view):
    """Decodes all pixels of a view in one piece: (h, w, 3) uint8."""
    from engine.checkpoints import library
    from engine.compute import device
    from engine.decoding.continuous_image import ContinuousImage
    from engine.images import loading
    from engine.images.picture import Picture

    compute = device.choose()
    source = ContinuousImage(Picture(loading.load(path)), library.load(model, compute.device), compute)
    x, y = view.origin
    colours, _ = source.grid(
        lattice_axis(y, view.height, view.scale), lattice_axis(x, view.width, view.scale)
    )
    return colours
