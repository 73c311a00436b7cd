"""Memory that the app makes and a child fills with arrays.

It belongs to the app: whatever happens to the child, it is freed with the app's last array. It has no name, so it takes
no room of /dev/shm that could be too small, and a killed process leaves nothing behind.
"""

import math
import mmap
import os
import sys
import tempfile
import threading
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.isolation.channel import Json, ProtocolError

if sys.platform != "win32":
    import fcntl

TYPES = ("uint8", "uint16", "float32")
MAX_DIMENSIONS = 4
POPULATE = getattr(mmap, "MAP_POPULATE", 0)
"""Linux: fills the page table at once. One fault for each page of a photo of 12 megapixels takes several ms."""

PIECE = 1 << 20
"""Bytes of zeros that are written over and over: they stay in the processor's cache."""
MOST_PREPARED = 128 << 20
"""Bytes that are made ready before a decoder has shown that it can fill them."""


def create() -> int:
    """Returns the descriptor of new, empty memory. Elsewhere than on Linux it is an unlinked temporary file."""
    if sys.platform == "linux":
        return os.memfd_create("unpixel", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def seal(descriptor: int) -> None:
    """Makes the memory constant. Raises OSError if a process can still write to it.

    Without this, a child that was taken over could truncate it and so crash the app (SIGBUS). Only Linux can do this.
    """
    if sys.platform == "linux":
        fcntl.fcntl(
            descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE
        )


def arrays(descriptor: int, descriptions: Any) -> tuple[NDArray[Any], ...]:
    """Returns the arrays that a child described, read-only. They keep the memory alive; the descriptor may be closed.

    Raises ProtocolError if a description does not fit the memory.
    """
    if not isinstance(descriptions, list):
        raise ProtocolError("no list of arrays")
    size = os.fstat(descriptor).st_size
    places = [_place(description, size) for description in descriptions]
    if not places:
        return ()
    memory = mmap.mmap(descriptor, size, flags=mmap.MAP_PRIVATE | POPULATE, prot=mmap.PROT_READ)
    return tuple(
        np.frombuffer(memory, kind, math.prod(shape), offset).reshape(shape) for kind, shape, offset in places
    )


def copies(descriptor: int, descriptions: list[Any], most_bytes: int) -> tuple[NDArray[Any], ...]:
    """Returns copies of arrays that a child still writes. They are read, not mapped: the child may truncate the memory.

    Raises ProtocolError if a description does not fit the memory, or if there are more bytes than allowed.
    """
    size = min(os.fstat(descriptor).st_size, most_bytes)
    return tuple(_copy(descriptor, *_place(description, size)) for description in descriptions)


def _copy(descriptor: int, kind: np.dtype[Any], shape: tuple[int, ...], offset: int) -> NDArray[Any]:
    data = os.pread(descriptor, math.prod(shape) * kind.itemsize, offset)
    if len(data) != math.prod(shape) * kind.itemsize:
        raise ProtocolError("less memory than described")
    return np.frombuffer(data, kind).reshape(shape)


def _place(description: Any, size: int) -> tuple[np.dtype[Any], tuple[int, ...], int]:
    """Returns type, shape and offset of an array in `size` bytes of memory."""
    match description:
        case {"type": str(kind), "shape": list(shape), "offset": int(offset)} if kind in TYPES:
            numbers = [*shape, offset]
            if len(shape) > MAX_DIMENSIONS or not all(type(each) is int and each >= 0 for each in numbers):
                raise ProtocolError("no shape of an array")
            dtype = np.dtype(kind)
            if 0 in shape or offset % dtype.itemsize or offset + math.prod(shape) * dtype.itemsize > size:
                raise ProtocolError("an array outside its memory")
            return dtype, tuple(shape), offset
    raise ProtocolError("no description of an array")


class Output:
    """The child's side: arrays that lie in the app's memory."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._size = 0
        self._arrays: list[tuple[NDArray[Any], int]] = []
        self._preparing: _Preparing | None = None

    def prepare(self, length: int) -> None:
        """Makes pages for the first `length` bytes in a thread of its own, while the decoder works. Called once.

        The pages of a photo of 12 megapixels take 13 ms when its array is allocated, and 2 ms when they are prepared.
        """
        self._preparing = _Preparing(self._descriptor, min(length, MOST_PREPARED))

    def allocate(self, shape: tuple[int, ...], kind: Any) -> NDArray[Any]:
        """Returns a new array of zeros in the memory. Raises MemoryError."""
        if self._preparing is not None:
            self._preparing.join()
        dtype, offset = np.dtype(kind), self._size
        length = math.prod(shape) * dtype.itemsize
        try:
            os.ftruncate(self._descriptor, offset + length)
            memory = mmap.mmap(self._descriptor, length, flags=mmap.MAP_SHARED | POPULATE, offset=offset)
        except OSError as error:
            raise MemoryError(f"{length} bytes of shared memory") from error
        self._size = -(-(offset + length) // mmap.ALLOCATIONGRANULARITY) * mmap.ALLOCATIONGRANULARITY
        array = np.frombuffer(memory, dtype).reshape(shape)
        self._arrays.append((array, offset))
        return array

    def fileno(self) -> int:
        """Returns the descriptor of the memory, or of the file in its place."""
        return self._descriptor

    def describe(self, array: NDArray[Any]) -> Json:
        """Returns the description of an array of `allocate` for the app."""
        offset = next(offset for each, offset in self._arrays if each is array)
        return {"type": array.dtype.name, "shape": list(array.shape), "offset": offset}

    def close(self) -> None:
        """Gives the memory up. No array of it may be in use any more."""
        if self._preparing is not None:
            self._preparing.stop()
        self._arrays.clear()
        os.close(self._descriptor)


class _Preparing:
    """A thread that writes zeros into shared memory.

    Writing releases the interpreter's lock, and reports a lack of memory as an error instead of by a signal.
    (fallocate does not do: the kernel clears those pages later, when they are first touched.)
    """

    def __init__(self, descriptor: int, length: int) -> None:
        self._descriptor, self._length = descriptor, length
        self._stopped = False
        self._thread = threading.Thread(target=self._write, name="shared memory")
        with suppress(RuntimeError):  # no memory for a thread: `allocate` does without
            self._thread.start()

    def join(self) -> None:
        """Waits until the pages are there."""
        if self._thread.ident is not None:
            self._thread.join()

    def stop(self) -> None:
        """Ends the thread soon, and waits for it."""
        self._stopped = True
        self.join()

    def _write(self) -> None:
        zeros = memoryview(bytes(PIECE))
        with suppress(OSError):  # `allocate` finds out what is not there
            for offset in range(0, self._length, PIECE):
                if self._stopped:
                    return
                os.pwrite(self._descriptor, zeros[: self._length - offset], offset)
