"""Names of models and interpolations as people read them. No widgets."""

from pathlib import Path

from engine.base.messages import mark
from engine.base.printable import file_name
from viewer.base.language import tr

NAMES = {
    "pixels": mark("Pixels"),
    "bilinear": mark("Bilinear"),
    "bicubic": mark("Bicubic"),
    "lanczos": mark("Lanczos"),
    "live": mark("Live"),
    "live-edsr": mark("Live EDSR"),
    "live-photo": mark("Live Photo"),
}


FILE = "file:"
"""Start of the name of a second file, which the picture is compared with."""


def model_title(model: str) -> str:
    """Returns the display name of a model, which is given by its name or by the path of its file."""
    return title(model) if model in NAMES else file_name(Path(model).name)


def title(name: str) -> str:
    """Returns the display name of an interpolation, a model or a file; of one that has none, its own."""
    return tr(NAMES[name]) if name in NAMES else name.removeprefix(FILE)
