"""Applies the EXIF orientation to a decoded picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.head import Head

EXIF_TRANSPOSES = {
    2: PIL.Image.Transpose.FLIP_LEFT_RIGHT,
    3: PIL.Image.Transpose.ROTATE_180,
    4: PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    5: PIL.Image.Transpose.TRANSPOSE,
    6: PIL.Image.Transpose.ROTATE_270,
    7: PIL.Image.Transpose.TRANSVERSE,
    8: PIL.Image.Transpose.ROTATE_90,
}
"""The operation that makes a picture upright, by the value of the tag."""
Samples = NDArray[Any]
TRANSPOSES: dict[PIL.Image.Transpose | None, Callable[[Samples], Samples]] = {
    None: lambda samples: samples,
    PIL.Image.Transpose.FLIP_LEFT_RIGHT: lambda samples: samples[:, ::-1],
    PIL.Image.Transpose.FLIP_TOP_BOTTOM: lambda samples: samples[::-1],
    PIL.Image.Transpose.ROTATE_90: np.rot90,
    PIL.Image.Transpose.ROTATE_180: lambda samples: samples[::-1, ::-1],
    PIL.Image.Transpose.ROTATE_270: lambda samples: np.rot90(samples, -1),
    PIL.Image.Transpose.TRANSPOSE: lambda samples: samples.swapaxes(0, 1),
    PIL.Image.Transpose.TRANSVERSE: lambda samples: samples[::-1, ::-1].swapaxes(0, 1),
}
"""The same operations for arrays (H, W, …); the results are views."""
ROWS_TO_COLUMNS = (
    PIL.Image.Transpose.TRANSPOSE,
    PIL.Image.Transpose.TRANSVERSE,
    PIL.Image.Transpose.ROTATE_90,
    PIL.Image.Transpose.ROTATE_270,
)
"""Operations that make columns of rows."""
FROM_THE_END = (
    PIL.Image.Transpose.FLIP_TOP_BOTTOM,
    PIL.Image.Transpose.ROTATE_180,
    PIL.Image.Transpose.ROTATE_270,
    PIL.Image.Transpose.TRANSVERSE,
)
"""Operations that make the first row the last row or the last column."""


@dataclass(frozen=True)
class Turn:
    """Makes a picture upright strip by strip. transpose: None if it is upright already."""

    transpose: PIL.Image.Transpose | None

    def shape(self, height: int, width: int) -> tuple[int, int]:
        """Returns (height, width) of the upright picture."""
        return (width, height) if self.transpose in ROWS_TO_COLUMNS else (height, width)

    def array(self, strip: Samples) -> Samples:
        """Returns rows of the stored picture as they lie in the upright one; a view."""
        return TRANSPOSES[self.transpose](strip)

    def place(self, rows: slice, height: int) -> tuple[slice, ...]:
        """Returns where stored rows lie in the upright picture. height: rows of the stored picture."""
        if self.transpose in FROM_THE_END:
            rows = slice(height - rows.stop, height - rows.start)
        return (slice(None), rows) if self.transpose in ROWS_TO_COLUMNS else (rows,)


def turn(head: Head) -> Turn:
    """Returns what makes the decoded picture upright."""
    return Turn(None if head.decoder_orients else EXIF_TRANSPOSES.get(head.orientation))
