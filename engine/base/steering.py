"""Lets the program that started this process pause it, and end it: by lines on stdin, and by closing stdin."""

import os
import signal
import threading
import time
from _thread import interrupt_main
from typing import NoReturn

from engine.base import atomic_file

PATIENCE_S = 3.0
"""Seconds from the interrupt, which lets the main thread remove what it has begun, to the end of the process."""
_going = threading.Event()
_going.set()


def start() -> None:
    """Follows stdin from now on: the lines pause and resume; its end ends this process, as Ctrl+C does.

    Main thread only. A process that a script starts in the background inherits that SIGINT is ignored; this one must
    not ignore it, because its end comes as one.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=_follow, name="steering", daemon=True).start()


def wait_while_paused() -> None:
    """Returns at once, or when the process is resumed. Long work calls it again and again."""
    _going.wait()


def _follow() -> None:
    # Not sys.stdin: at the end of the interpreter a thread that waits in it is a fatal error.
    rest = b""
    while piece := os.read(0, 4096):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            if line == b"pause":
                _going.clear()
            elif line == b"resume":
                _going.set()
    _end()


def _end() -> NoReturn:
    _going.set()
    interrupt_main()
    time.sleep(PATIENCE_S)
    atomic_file.discard_unfinished()
    os._exit(1)
