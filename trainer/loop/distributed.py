"""Data-parallel training in several processes started by torchrun.

Each process computes its part of every batch, then the gradients are summed. DistributedDataParallel does the same per
micro-batch; here it happens once per step, after the last micro-batch, so that a process that is short of memory may
use more micro-batches than the others. In a single process every function here is the identity.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

import torch
import torch.distributed as dist
from torch import Tensor

Value = TypeVar("Value")

TIMEOUT = timedelta(days=30)
"""How long a process waits for the others: as long as a run may be paused."""


@contextmanager
def process_group(device_type: str) -> Iterator[None]:
    """Joins the processes that torchrun started, if it did: over NCCL on CUDA, gloo on a CPU."""
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield
        return
    dist.init_process_group("nccl" if device_type == "cuda" else "gloo", timeout=TIMEOUT)
    try:
        yield
        dist.barrier()  # a process that ends early would disconnect from one that still writes
    finally:
        dist.destroy_process_group()


def rank() -> int:
    """Returns the index of this process. Only process 0 writes files and log lines."""
    return dist.get_rank() if dist.is_initialized() else 0


def processes() -> int:
    """Returns how many processes train together."""
    return dist.get_world_size() if dist.is_initialized() else 1


def local_range(count: int) -> tuple[int, int]:
    """Returns the range [first, last) of `count` samples that this process computes."""
    world = processes()
    return count * rank() // world, count * (rank() + 1) // world


def sum_in_place(values: Sequence[Tensor]) -> None:
    """Replaces each tensor by its sum over the processes, in one exchange. All have one dtype and device."""
    if not dist.is_initialized():
        return
    flat = torch.cat([value.flatten() for value in values])
    dist.all_reduce(flat)
    for value, part in zip(values, torch.split(flat, [value.numel() for value in values]), strict=True):
        value.copy_(part.view_as(value))


def any_process(flag: bool, device: torch.device) -> bool:
    """Returns whether `flag` is set in any process."""
    if not dist.is_initialized():
        return flag
    value = torch.tensor(float(flag), device=device)
    dist.all_reduce(value, dist.ReduceOp.MAX)
    return bool(value)


def from_first(work: Callable[[], Value]) -> Value:
    """Calls `work` in process 0 only, and returns its result in all of them."""
    if not dist.is_initialized():
        return work()
    box = [work() if rank() == 0 else None]
    dist.broadcast_object_list(box)
    result: Value = box[0]  # type: ignore[assignment]
    return result
