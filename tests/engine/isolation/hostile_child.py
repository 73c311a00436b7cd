"""A child whose jobs crash, hang and lie. As a program: the child itself, in place of Unpixel's."""

import ctypes
import mmap
import os
import sys
from pathlib import Path

import numpy as np

from engine.base.errors import ImageError
from engine.base.messages import message
from engine.isolation import limits, serving

kept = []


def double(task):
    """An honest job: returns the bytes of the file, doubled, and its arguments."""
    data = np.frombuffer(task.source.read(), np.uint8)
    array = task.output.allocate(data.shape, np.uint16)
    array[...] = data.astype(np.uint16) * 2
    return {"value": task.arguments, "arrays": [task.output.describe(array)]}


def refuse(task):
    raise ImageError("x", message("is {what}", what="odd"), message("leave it"))


def fail(task):
    raise KeyError("missing")


def crash(_task):
    ctypes.string_at(0)


def leave(_task):
    os._exit(3)


def close_channel(task):
    """Closes its channel and lives on."""
    task._channel.close()
    while True:
        pass


def hang(_task):
    """Hangs in native code that never gives up the interpreter."""
    nested = ()
    for _ in range(60):
        nested = (nested, nested)
    hash(nested)


def hang_in_steps(task):
    """Asks for a minute, and then hangs."""
    task.request_seconds(task.arguments["wanted"])
    while True:
        pass


def use_memory(_task):
    bytearray(1 << 40)


def limited_memory(_task):
    """Takes 64 MB more than a job may if nothing is available."""
    limits.free_memory.available_bytes = lambda: 0
    limits.limit_job(60, 1 << 20)
    return {"value": len(bytearray(limits.LEAST_MEMORY + (64 << 20)))}


def write_too_much(task):
    task.output.allocate((4096,), np.uint8)
    return {"value": task.output.allocate((1 << 22,), np.uint8).size}


def lie(task):
    """Answers with whatever it is told to, beside 64 bytes of memory."""
    task.output.allocate((64,), np.uint8)
    return task.arguments["answer"]


def write_on(task):
    """Keeps the memory mapped, to change it when the app has checked it."""
    task.output.allocate((64,), np.uint8)
    kept.append(mmap.mmap(os.dup(task.output._descriptor), 64))
    return {"value": 0, "arrays": [{"type": "uint8", "shape": [64], "offset": 0}]}


def send_bytes(task):
    """Sends raw bytes in place of an answer."""
    task._channel.sendall(bytes.fromhex(task.arguments["hex"]))
    while True:
        pass


def states(_task):
    """What the process runs with."""
    return {
        "value": {
            "niceness": os.getpriority(os.PRIO_PROCESS, 0),
            "modules": [name for name in ("torch", "PySide6", "viewer", "trainer") if name in sys.modules],
            "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        }
    }


if __name__ == "__main__":
    names = [
        name for name, value in list(globals().items()) if callable(value) and value.__module__ == "__main__"
    ]
    serving.JOBS = {name: f"tests.engine.isolation.hostile_child:{name}" for name in names}
    serving.WARM = ()
    sys.exit(serving.main(sys.argv[1:]))
