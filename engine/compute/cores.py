"""Threads with a core each, for work of many parts: torch's own would wait for one another at every operation."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import TypeVar

import torch
from torch import Tensor

from engine.compute import device

BUNDLES = 4
"""Of many small items, for each thread: few, and yet the threads end together."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def parallel_map(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """work(item) for each of `items`, in order; as many at the same time as torch has threads here.

    A single item has torch's own threads to itself. Returns or raises when all have ended, so that nothing goes on
    unseen; raises what the first that failed raised. Without autograd.
    """

    def some(those: Sequence[Item]) -> list[Result]:
        with torch.inference_mode():
            return [work(item) for item in those]

    threads = torch.get_num_threads()
    if threads == 1 or len(items) <= 1:
        return some(items)
    # small ones in bundles: handing each over would keep the interpreter from the window's thread
    parts = min(len(items), BUNDLES * threads)
    bounds = [len(items) * k // parts for k in range(parts + 1)]
    pool = _pool(threads)
    futures = [pool.submit(some, items[low:high]) for low, high in pairwise(bounds)]
    wait(futures)
    return [result for future in futures for result in future.result()]


def parallel_ranges(work: Callable[[int, int], None], count: int) -> None:
    """work(first, last) for as many equal parts of range(count) as torch has threads here, at the same time."""
    parts = min(torch.get_num_threads(), count)
    bounds = [count * k // parts for k in range(parts + 1)]
    parallel_map(lambda k: work(bounds[k], bounds[k + 1]), range(parts))


def parallel_rows(work: Callable[[int, int], None], out: Tensor) -> None:
    """work(first, last) for the rows of `out` that it fills: a band on each core, or all at once on a GPU."""
    if out.is_cuda:
        work(0, len(out))
    else:
        parallel_ranges(work, len(out))


@contextmanager
def reserve_one_core() -> Iterator[None]:
    """Within, one of this process's cores at least, if it has more than one, is left by torch's threads here."""
    before = torch.get_num_threads()
    torch.set_num_threads(max(1, min(before, device.cores() - 1)))
    try:
        yield
    finally:
        torch.set_num_threads(before)


@cache
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, "core", torch.set_num_threads, (1,))
