"""The automatic choice of the model: the best one that this machine encodes quickly enough.

The engine measures the best model once on each machine, when it has nothing else to do (engine/session/speed.py).
"""

from engine.session.events import ModelSpeed
from viewer.base import formatting
from viewer.base.display_names import title
from viewer.base.language import tr

QUICK, BEST = "live", "live-edsr"
"""The shipped models that the choice is between."""
LIMIT_MS = 500.0
"""Longest time to encode a full-HD view at ×4 with which the best model is chosen."""


def choose(speed: ModelSpeed, on_battery: bool) -> tuple[str, str]:
    """Returns the name of the model for a machine, and the reason as a sentence. speed: of the best model."""
    time = formatting.milliseconds(speed.encode_ms)
    if speed.encode_ms > LIMIT_MS:
        text = tr("Automatic: {name}, because this computer takes {time} to prepare a view with {best}.")
        return QUICK, text.format(name=title(QUICK), time=time, best=title(BEST))
    if on_battery:
        text = tr("Automatic: {name}, because the computer runs on battery; {best} needs more energy.")
        return QUICK, text.format(name=title(QUICK), best=title(BEST))
    text = tr("Automatic: {name}, the best model; this computer prepares a view in {time}.")
    return BEST, text.format(name=title(BEST), time=time)


def runs_on_battery() -> bool:
    """Whether the computer has a battery and no other power now. False where the system tells nothing of it."""
    import psutil

    try:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    except OSError:  # a container has no /sys/class/power_supply
        return False
    return battery is not None and battery.power_plugged is False
