"""Failures to allocate memory: how torch, numpy and the system report them. Importing this loads no torch."""

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from engine.base.errors import OutOfMemoryError
from engine.base.messages import message
from engine.compute import freed_memory

Result = TypeVar("Result")

PHRASES = (
    "can't allocate memory",
    "not enough memory",
    "out of memory",
    "bad_alloc",
    "alloc_failed",
    "start new thread",
)
"""Parts, in lower case, of the RuntimeErrors of torch's allocators and the CUDA libraries, and of Python where memory
does not suffice for a thread's stack."""


def is_allocation_failure(error: BaseException) -> bool:
    """Returns whether an exception says that memory ran out.

    numpy and Pillow raise MemoryError, torch raises torch.OutOfMemoryError on a GPU and a plain RuntimeError on the
    CPU, the system ENOMEM, the decoder OutOfMemoryError of engine/base/errors.py.
    """
    if isinstance(error, MemoryError | OutOfMemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    return isinstance(error, RuntimeError) and any(phrase in str(error).lower() for phrase in PHRASES)


def unless_out_of_memory(work: Callable[[], Result]) -> Result | None:
    """Returns work(), or None if memory ran out. `work` itself must not return None.

    The exception is gone when this returns, and with it the frames of `work`, which hold its arrays.
    """
    try:
        return work()
    except Exception as error:
        if not is_allocation_failure(error):
            raise
    return None


@contextmanager
def typed_failures(subject: object) -> Iterator[None]:
    """Raises a failure to allocate as OutOfMemoryError about `subject`, a file or a task."""
    try:
        yield
    except Exception as error:
        if isinstance(error, OutOfMemoryError) or not is_allocation_failure(error):
            raise
        reason, remedy = message("not enough memory"), message("close other programs and try again")
        raise OutOfMemoryError(subject, reason, remedy) from error


def free_unused() -> None:
    """Returns memory that nothing uses to the system and to the GPU."""
    freed_memory.return_to_system()
    torch = sys.modules.get("torch")
    if torch is not None and torch.accelerator.is_available():
        torch.accelerator.empty_cache()
