"""The automatic choice of the model: the best one that this machine encodes quickly enough, else one for the picture.

The engine measures the best model once on each machine, when it has nothing else to do (engine/session/speed.py).
"""

from engine.session.events import ModelSpeed
from viewer.base import formatting
from viewer.base.display_names import title
from viewer.base.language import tr
from viewer.models.picture_kind import PHOTO

QUICK, QUICK_PHOTO, BEST = "live", "live-photo", "live-edsr"
"""The shipped models that the choice is between."""
QUICK_ONES = frozenset({QUICK, QUICK_PHOTO})
"""They differ in the kinds of pictures that they suit."""
LIMIT_MS = 500.0
"""Longest time to encode a full-HD view at ×4 with which the best model is chosen."""


def choose(speed: ModelSpeed, on_battery: bool, kind: str | None) -> tuple[str, str]:
    """Returns the name of the model for a machine and a picture, and the reason as a sentence.

    speed: of the best model. kind: of the picture (picture_kind.kind_of).
    """
    name = quick(kind)
    time = formatting.milliseconds(speed.encode_ms)
    if speed.encode_ms > LIMIT_MS:
        text = _slow(name)
    elif on_battery:
        text = _on_battery(name)
    else:
        name = BEST
        text = tr("Automatic: {name}, the best model; this computer prepares a view in {time}.")
    return name, text.format(name=title(name), time=time, best=title(BEST))


def quick(kind: str | None) -> str:
    """Returns the name of the quick model that suits a kind of picture better, by the scores of their cards."""
    return QUICK_PHOTO if kind == PHOTO else QUICK


def _slow(name: str) -> str:
    if name == QUICK_PHOTO:
        return tr(
            "Automatic: {name} for this photo, because this computer takes {time} to prepare a view with {best}."
        )
    return tr("Automatic: {name}, because this computer takes {time} to prepare a view with {best}.")


def _on_battery(name: str) -> str:
    if name == QUICK_PHOTO:
        return tr(
            "Automatic: {name} for this photo, because the computer runs on battery; {best} needs more energy."
        )
    return tr("Automatic: {name}, because the computer runs on battery; {best} needs more energy.")


def runs_on_battery() -> bool:
    """Whether the computer has a battery and no other power now. False where the system tells nothing of it."""
    import psutil

    try:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except OSError:  # a container has no /sys/class/power_supply
        return False
    return battery is not None and battery.power_plugged is False
