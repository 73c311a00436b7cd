"""Names of models and interpolations as people read them. No widgets."""

from engine.base.messages import mark
from viewer.base.language import tr

NAMES = {
    "pixels": mark("Pixels"),
    "bilinear": mark("Bilinear"),
    "bicubic": mark("Bicubic"),
    "lanczos": mark("Lanczos"),
    "live": mark("Live"),
    "live-edsr": mark("Live EDSR"),
}


def title(name: str) -> str:
    """Returns the display name of an interpolation or a model; of one that has none, its own."""
    return tr(NAMES[name]) if name in NAMES else name
