"""The version and the system as text, for a message about a problem. In English, as the problem report is."""

import os
import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from engine import doctor
from engine.base.own_command import installation
from engine.base.version import VERSION
from engine.session.events import ModelReady
from viewer.base import language
from viewer.graphics import measurement


def text(ready: ModelReady | None) -> str:
    """Returns lines of a name and a value. ready: the active model, if there is one."""
    screens = (f"{each.size().toTuple()} × {each.devicePixelRatio():g}" for each in QGuiApplication.screens())
    facts = {
        "unpixel": f"{VERSION}, {installation()}",
        "system": platform.platform(),
        "processor": f"{doctor.processor()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "qt": f"{qVersion()}, {QGuiApplication.platformName()}",
        "screens": "; ".join(screens),
        "language": language.current(),
        "model": f"{ready.name}, {ready.device}, {ready.precision}" if ready is not None else None,
        "graphics": str(measured) if (measured := measurement.stored()) is not None else None,
        **doctor.packages(),
    }
    return "\n".join(f"{name}: {value or 'none'}" for name, value in facts.items())
