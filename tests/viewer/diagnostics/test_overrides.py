"""An error in a method that Qt calls is reported, and the window lives on; every such method is guarded."""

import subprocess
import sys

from tests.viewer.app import application

FAILING = """
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Showing(QWidget):
    def showEvent(self, event):
        [][1]
class Painting(QWidget):
    def paintEvent(self, event):
        [][2]
class Sizing(QWidget):
    def sizeHint(self):
        [][3]
class Hearing(QWidget):
    def event(self, event):
        return [][4] if event.type() == QEvent.Type.User else super().event(event)
class Filtering(QWidget):
    def eventFilter(self, watched, event):
        [][5]
def run_actions(window, close):
    def filter():
        window.installEventFilter(made[-1])
        try:
            QApplication.sendEvent(window, QEvent(QEvent.Type.User))
        finally:
            window.removeEventFilter(made[-1])
    made = [Showing(), Painting(), Sizing(), Hearing(), Filtering()]
    acts = [
        made[0].show, made[1].grab, made[2].adjustSize,
        lambda: QApplication.sendEvent(made[3], QEvent(QEvent.Type.User)), filter,
    ]
    def look():
        made[0].hide()
        print("visible", window.isVisible(), "notice", ascii(window.notices.text), flush=True)
        close()
    for act in [*acts, look]:
        QTimer.singleShot(0, window, act)
"""
RULE = """
import importlib, inspect, pkgutil
import viewer
from viewer.diagnostics import overrides
count = 0
modules = [importlib.import_module(each.name) for each in pkgutil.walk_packages(viewer.__path__, "viewer.")]
overrides.guard()
for module in modules:
    for kind in vars(module).values():
        if not inspect.isclass(kind) or kind.__module__ != module.__name__:
            continue
        qt = [base for base in kind.__mro__ if base.__module__.startswith("PySide6.")]
        for name, value in vars(kind).items():
            if inspect.isfunction(value) and not name.startswith("__") and any(hasattr(base, name) for base in qt):
                count += 1
                if not hasattr(value, overrides.GUARDED):
                    print(module.__name__, kind.__name__, name)
print(count)
"""
LATER = """
from PySide6.QtCore import QObject, QEvent, Signal, Slot
from PySide6.QtCore import QCoreApplication
from viewer.diagnostics import overrides
overrides.guard()
application = QCoreApplication([])
class Mixin:
    def customEvent(self, event):
        [][1]
    def plain(self):
        "Not one of Qt's."
class Base(QObject):
    heard = Signal(int)
    def event(self, event, more=0):
        "What it is for."
        return super().event(event) or more
    @Slot(int)
    def setProperty(self, value):
        print("slot", value)
class Made(Mixin, Base):
    pass
made = Made()
made.heard.connect(made.setProperty)
made.heard.emit(3)
print(made.event(QEvent(QEvent.Type.None_), more=7), Made.event.__doc__)
print(Base.metaObject is not None, made.metaObject().indexOfSlot("setProperty(int)") >= 0)
print([hasattr(each, overrides.GUARDED) for each in (Made.event, Made.setProperty, Made.customEvent, Made.plain)])
try:
    QCoreApplication.sendEvent(made, QEvent(QEvent.Type.User))
except IndexError as error:
    print("caught", error)
"""


def run(pytestconfig, code):
    """Returns the lines that a program prints; it must end with 0."""
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=pytestconfig.rootpath, capture_output=True, text=True, timeout=100, check=True
    ).stdout.splitlines()


def test_errors_of_c_code_in_overrides_leave_the_window_alive(pytestconfig, tmp_path):
    places = {"XDG_STATE_HOME": str(tmp_path / "state"), "UNPIXEL_DATA": str(tmp_path / "data")}
    status, out, errors = application.run(pytestconfig, "--new", actions=FAILING, environment=places)
    assert status == 0, errors
    assert "visible True" in out and "Internal error (IndexError" in out
    for name in ("showEvent", "paintEvent", "sizeHint", "event", "eventFilter"):
        assert f", in {name}\nIndexError: " in errors, errors


def test_every_override_of_the_window_is_guarded(pytestconfig):
    *unguarded, count = run(pytestconfig, RULE)
    assert unguarded == [] and int(count) > 50


def test_classes_that_come_later_are_guarded_and_work_as_before(pytestconfig):
    slot, event, meta, guarded, caught = run(pytestconfig, LATER)
    assert slot == "slot 3" and event == "7 What it is for."
    assert meta == "True True" and guarded == "[True, True, True, False]"
    assert caught.startswith("caught")
