"""What the shipped models are good for, in a sentence or two each, and which suits the open picture. No widgets."""

from collections.abc import Mapping

from engine.base.messages import mark
from viewer.models.picture_kind import DRAWN, JPEG, PHOTO

PURPOSES: Mapping[str, str] = {
    "live": mark(
        "For every day: zooms without waiting on any computer. Good on photos, text, drawings and JPEGs."
    ),
    "live-edsr": mark(
        "The better picture: sharper than Live on photos, as good on text and JPEGs. A new place takes about four "
        "times as long to prepare; then it zooms as smoothly. For quick computers."
    ),
    "live-photo": mark(
        "For clean photos: slightly better than Live on them, and as quick. Weaker on text, drawings and JPEGs."
    ),
    "bicubic": mark("No model at all: what other viewers show. To compare with."),
}
"""By name. Of any other model, its own description is shown."""
SUITS: Mapping[str, str] = {
    PHOTO: mark("This picture: a photo. {model} suits it best."),
    DRAWN: mark("This picture: text or a drawing. {model} suits it best."),
    JPEG: mark("This picture: a photo saved as JPEG. {model} suits it best."),
}
"""By the kind of the picture."""
