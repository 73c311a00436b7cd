import errno

import numpy as np
import pytest
import torch

from engine.base.errors import OutOfMemoryError
from engine.compute import allocation


def _numpy():
    np.empty(1 << 58, np.uint8)


def _torch():
    torch.empty(1 << 58, dtype=torch.uint8)


def _system():
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def _cuda():
    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB.")


@pytest.mark.parametrize("work", [_numpy, _torch, _system, _cuda])
def test_a_failure_to_allocate_is_recognised_and_can_be_typed(work):
    assert allocation.unless_out_of_memory(work) is None
    with (
        pytest.raises(OutOfMemoryError, match=r"a\.png: not enough memory; close"),
        allocation.typed_failures("a.png"),
    ):
        work()


@pytest.mark.parametrize(
    "error", [RuntimeError("shapes differ"), OSError(errno.EIO, "broken"), ValueError("memory")]
)
def test_other_errors_pass(error):
    def work():
        raise error

    with pytest.raises(type(error)), allocation.typed_failures("a.png"):
        allocation.unless_out_of_memory(work)
