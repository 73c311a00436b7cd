"""Guards the methods of Python that Qt calls, so that an error in one of them cannot end the process.

PySide 6.11 with Python 3.11 or older: an exception that C code raises (`[][1]`, an index beyond an array) has no object
until Python handles it. If it leaves an override such as showEvent, which Python reached through Qt, Shiboken reads the
missing object: a segmentation fault. An `except` block makes the object; then the error is reported as any other.
"""

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

BINDINGS = ("PySide6", "shiboken6", "Shiboken")
"""Packages of the classes that Qt defines."""
GUARDED = "_guarded"


def guard() -> None:
    """Guards the overrides of all classes that derive from one of Qt's: those that exist, and those that come later.

    Classes of other packages (pyqtgraph) are guarded too. The guard takes 0.1 µs for each call.
    """
    for each in _subclasses(Shiboken.Object):
        _guard_class(each)
    Shiboken.Object.__init_subclass__ = classmethod(_guard_class)


def _subclasses(top: type) -> set[type]:
    found = set[type]()
    for each in top.__subclasses__():
        found |= {each, *_subclasses(each)}
    return found


def _guard_class(made: type, **_options: Any) -> None:
    """Guards the overrides of a class, and of the plain classes that it derives from as well."""
    theirs = [base for base in made.__mro__ if _is_of_qt(base)]
    for base in made.__mro__:
        if base is object or base in theirs:
            continue
        for name, method in tuple(vars(base).items()):
            if _is_method(name, method) and any(name in vars(each) for each in theirs):
                setattr(base, name, _guarded(method))


def _is_of_qt(kind: type) -> bool:
    return kind.__module__.partition(".")[0] in BINDINGS


def _is_method(name: str, value: object) -> bool:
    return isinstance(value, FunctionType) and not name.startswith("__") and not hasattr(value, GUARDED)


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*arguments: Any, **options: Any) -> Any:
        try:
            return method(*arguments, **options)
        except BaseException:  # makes the exception's object, see above
            raise

    setattr(call, GUARDED, True)
    return call
