"""One run in several processes (torchrun): each computes its part of every batch, the gradients are summed.

As DistributedDataParallel does, but once per step and after the last micro-batch: a process that is short of memory
may take more of them than the others. Alone, every function here does nothing.
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

PATIENCE = timedelta(days=30)
"""How long a process waits for the others: as long as a run may be paused."""


@contextmanager
def group(kind: str) -> Iterator[None]:
    """Joins the processes that torchrun started, if it did; over gloo on the CPU, NCCL on CUDA."""
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield
        return
    dist.init_process_group("nccl" if kind == "cuda" else "gloo", timeout=PATIENCE)
    try:
        yield
        dist.barrier()  # who is done first must not hang up on who still writes
    finally:
        dist.destroy_process_group()


def rank() -> int:
    """Which process this is; number 0 alone writes and speaks."""
    return dist.get_rank() if dist.is_initialized() else 0


def share(count: int) -> tuple[int, int]:
    """The part [first, last) of `count` samples that this process computes."""
    if not dist.is_initialized():
        return 0, count
    world = dist.get_world_size()
    return count * rank() // world, count * (rank() + 1) // world


def add(values: Sequence[Tensor]) -> None:
    """Each becomes its sum over the processes, in one exchange. All of one dtype and device."""
    if not dist.is_initialized():
        return
    flat = torch.cat([value.flatten() for value in values])
    dist.all_reduce(flat)
    for value, part in zip(values, torch.split(flat, [value.numel() for value in values]), strict=True):
        value.copy_(part.view_as(value))


def any_of(flag: bool, device: torch.device) -> bool:
    """Whether it is set in any process."""
    if not dist.is_initialized():
        return flag
    value = torch.tensor(float(flag), device=device)
    dist.all_reduce(value, dist.ReduceOp.MAX)
    return bool(value)


def from_first(work: Callable[[], Value]) -> Value:
    """What `work` returns in process 0, which alone does it."""
    if not dist.is_initialized():
        return work()
    box = [work() if rank() == 0 else None]
    dist.broadcast_object_list(box)
    found: Value = box[0]  # type: ignore[assignment]
    return found
