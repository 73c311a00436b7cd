"""What the views after a view will probably show: latents are encoded for it while nothing else is to be done.

Above scale 1, zooming in shows nothing new: all of the present view is encoded. Zooming out, and panning, show what
lies around it. At scales of 1 and below nothing is encoded, and the view after a zoom around the pointer needs all that
it shows.
"""

from math import hypot, sqrt

from engine.geometry.tiling import TileRect, split_rect, visible_rect
from engine.geometry.viewport import Viewport, clamped, zoomed

LEAST_SCALE = 2.0
"""Scale at which a view is expected to stop that is enlarged from 1 or below."""
MOST_PIXELS = 1 << 19
"""Source px that are encoded at most: a full-HD view at LEAST_SCALE. Their latents fit into the cache."""


def coming(view: Viewport, at: tuple[float, float], size: tuple[int, int]) -> Viewport:
    """Returns the largest view, around the pointer, that the next ones probably lie in: one step of two zoomed out.

    at: the pointer, device px of the view. size: (width, height) of the picture, source px.
    """
    affordable = sqrt(view.width * view.height / MOST_PIXELS)
    return clamped(zoomed(view, max(LEAST_SCALE, view.scale / 2, affordable), *at), size)


def parts(view: Viewport, at: tuple[float, float], size: tuple[int, int], side: int) -> list[TileRect]:
    """Returns `coming` in parts of at most `side` source px a side, the nearest to the pointer first."""
    found = coming(view, at, size)
    x, y = (float(value * scale) for value in view.source(*at) for scale in [found.scale])

    def distance(part: TileRect) -> float:
        return hypot(part.x + part.width / 2 - x, part.y + part.height / 2 - y)

    return sorted(split_rect(visible_rect(found, size), round(side * found.scale)), key=distance)
