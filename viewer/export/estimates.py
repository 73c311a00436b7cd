"""Estimates of an export from its preview and the measured speed of the model. No widgets."""

from fractions import Fraction

from engine.export.file_crop import CropPreview
from engine.session.events import ModelSpeed

VIEW = 1920 * 1080
"""Device px of the view that a model's speed is measured with."""
VIEW_SOURCE = 480 * 270
"""Its source px."""


def seconds(
    size: tuple[int, int],
    region: tuple[Fraction, Fraction],
    preview: CropPreview,
    speed: ModelSpeed | None,
) -> float:
    """Returns how long an export will take on this machine.

    size: of the file, px. region: width and height, source px. speed: None if it was not measured: the crop's own time
    stands for all of the file then.
    """
    px = size[0] * size[1]
    writing = preview.write_ms * px / 1e6
    if speed is None or size[0] <= region[0]:  # smaller pictures are averages: no model decodes them
        return (preview.decode_ms * px / 1e6 + writing) / 1e3
    encoding = speed.encode_ms * float(region[0] * region[1]) / VIEW_SOURCE
    return (encoding + speed.decode_ms * px / VIEW + writing) / 1e3
