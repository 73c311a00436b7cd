"""Draws docs/figures/painters.png: the canvas by the processor, by the graphics card, and 64 times their difference.

Usage, from the repository's root: QT_QPA_PLATFORM=offscreen python -m docs.figures.painters
"""

from pathlib import Path

import numpy as np
import PIL.Image
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.geometry.viewport import centred
from viewer.app.graphics_choice import GraphicsChoice
from viewer.app.main_window import MainWindow
from viewer.bench.window import opened, process_events
from viewer.canvas.canvas import Canvas
from viewer.canvas.comparison import Comparison, Mode

OUT = Path(__file__).with_name("painters.png")
WINDOW = 760, 520
"""Size of the window, px."""
SIZE = 340, 220
"""Size of what is shown of its middle, px."""
REST = 4000
"""Milliseconds until a view is complete."""
GAIN = 64
SHOWN = (
    (4.0, Comparison()),
    (0.5, Comparison()),
    (6.0, Comparison(Mode.WIPE, "bicubic")),
    (6.0, Comparison(Mode.DIFFERENCE, "bicubic", gain=8)),
)
"""Scale and comparison of each row."""


def main() -> None:
    """Writes the picture, and prints the largest and the mean difference of each row, of 255."""
    with opened("demo", WINDOW) as (window, _):
        rows = [_row(window, scale, comparison) for scale, comparison in SHOWN]
    PIL.Image.fromarray(np.concatenate(rows)).quantize(256).save(OUT, optimize=True)


def _row(window: MainWindow, scale: float, comparison: Comparison) -> NDArray[np.uint8]:
    canvas = window.canvas
    chosen = canvas.findChild(GraphicsChoice)
    assert chosen is not None
    chosen.leave()
    canvas.compare(comparison)
    by_processor, by_graphics = (_painted(canvas, scale, on) for on in (False, True))
    difference = np.abs(by_processor.astype(int) - by_graphics)
    print(f"x{scale} {comparison.mode.name}: {difference.max()}, {difference.mean():.3f}")
    return np.concatenate(
        [by_processor, by_graphics, (GAIN * difference).clip(0, 255).astype(np.uint8)], axis=1
    )


def _painted(canvas: Canvas, scale: float, by_graphics: bool) -> NDArray[np.uint8]:
    """Returns what the canvas shows at a scale, (h, w, 3)."""
    assert canvas.layers is not None
    canvas.shading.use(by_graphics)
    canvas.navigation.show(centred(canvas.layers.size, scale, canvas.view.width, canvas.view.height))
    process_events(REST)
    if by_graphics:  # without the processor's tiles
        canvas.layers.mark_outdated()
        canvas.layers.settle()
    shown = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(shown.constBits(), np.uint8).reshape(shown.height(), shown.bytesPerLine())
    left, top = (shown.width() - SIZE[0]) // 2, (shown.height() - SIZE[1]) // 2
    pixels = lines[:, : 3 * shown.width()].reshape(shown.height(), shown.width(), 3)
    return pixels[top : top + SIZE[1], left : left + SIZE[0]].copy()


if __name__ == "__main__":
    main()
