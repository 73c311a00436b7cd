"""Ways to fit a picture to a view: how large a new picture is shown."""

from enum import StrEnum


class Fit(StrEnum):
    """WHOLE: all of the picture, enlarged if it is smaller than the view. LARGER: the same, but never enlarged.

    WIDTH: its full width. FILL: no part of the view stays empty.
    """

    WHOLE = "whole"
    LARGER = "larger"
    WIDTH = "width"
    FILL = "fill"


def scale(fit: Fit, size: tuple[int, int], width: int, height: int) -> float:
    """Returns the scale that fits a picture of `size` (width, height) source px to a view of width x height device px.

    It may exceed the limits of a view.
    """
    across, down = width / size[0], height / size[1]
    match fit:
        case Fit.WHOLE:
            return min(across, down)
        case Fit.LARGER:
            return min(1.0, across, down)
        case Fit.WIDTH:
            return across
        case Fit.FILL:
            return max(across, down)
