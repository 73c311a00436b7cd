"""Finds accesses of the window's thread to a folder. They are seen where Python makes them; those of Qt are not."""

import os
import sys
import threading
import traceback
from contextlib import contextmanager

EVENTS = (
    "open",
    "os.listdir",
    "os.scandir",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.utime",
    "os.link",
)
FUNCTIONS = ("stat", "lstat", "access", "readlink", "statvfs")
"""What raises no audit event."""
_guards = []


def _note(path):
    for guard in _guards:
        guard.note(path)


def _hook(event, arguments):
    if event in EVENTS and arguments:
        _note(arguments[0])


class Guard:
    """found: the stacks of the accesses."""

    def __init__(self, folder):
        self._folder, self._thread, self.found = os.fsencode(folder), threading.get_ident(), []

    def note(self, path):
        is_path = isinstance(path, (str, bytes, os.PathLike))
        if is_path and threading.get_ident() == self._thread and os.fsencode(path).startswith(self._folder):
            frames = traceback.format_stack(sys._getframe(2))
            self.found.append("".join(each for each in frames if "site-packages" not in each)[-3000:])


def _noting(function):
    def noted(path, *arguments, **options):
        _note(path)
        return function(path, *arguments, **options)

    return noted


@contextmanager
def guarded(folder, monkeypatch):
    """Yields a Guard of this thread."""
    if not hasattr(guarded, "hooked"):  # a hook cannot be taken away
        sys.addaudithook(_hook)
        guarded.hooked = True
    guard = Guard(folder)
    _guards.append(guard)
    with monkeypatch.context() as patch:
        for name in FUNCTIONS:
            if hasattr(os, name):
                patch.setattr(os, name, _noting(getattr(os, name)))
        yield guard
    _guards.remove(guard)
