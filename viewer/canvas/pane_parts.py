"""Which pictures a pane shows where, and how it combines them. Values only: the two painters draw them.

The painters are viewer/canvas/raster.py (the processor) and viewer/canvas/graphics.py (the graphics card).
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect

from engine.geometry.viewport import Viewport
from viewer.canvas.comparison import BICUBIC, MODEL, Comparison, Mode
from viewer.canvas.layers import Layers

LayersOf = Callable[[str], Layers]
"""Returns the layers of a reference's name, or of MODEL."""


@dataclass(frozen=True)
class Part:
    """A rectangle of the view, in device px, and what it shows: |picture blended with bicubic - subtracted| * gain.

    picture, subtracted: the name of a reference, or MODEL; subtracted is None where no difference is shown.
    bicubic_weight: of bicubic in the blend, 0 to 1. gain: factor of the difference.
    """

    rect: QRect
    picture: str
    bicubic_weight: float = 0.0
    subtracted: str | None = None
    gain: int = 1


def parts(view: Viewport, pane: str, comparison: Comparison, within: QRect | None = None) -> list[Part]:
    """Divides a pane into parts that do not overlap. pane: one of comparison.pane_names.

    within: the part of the view to draw, at least; None for all.
    """
    whole = QRect(0, 0, view.width, view.height)
    rect = whole if within is None else whole & within
    weight = comparison.bicubic_weight
    if pane != MODEL or comparison.flipped:
        return [Part(rect, pane or comparison.reference)]
    if comparison.mode is Mode.DIFFERENCE:
        return [Part(rect, MODEL, weight, comparison.reference, comparison.gain)]
    if comparison.mode is Mode.WIPE:
        left, right = QRect(whole), QRect(whole)
        left.setWidth(round(comparison.split * view.width))
        right.setLeft(left.right() + 1)
        return [Part(left & rect, comparison.reference), Part(right & rect, MODEL, weight)]
    return [Part(rect, MODEL, weight)]


def blended(part: Part, layers_of: LayersOf) -> Layers | None:
    """Returns the layers of bicubic if they are blended with a part's picture, None if they are not."""
    bicubic = layers_of(BICUBIC) if part.bicubic_weight else None
    return None if bicubic is layers_of(part.picture) else bicubic
