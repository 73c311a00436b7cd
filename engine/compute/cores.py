"""Runs the parts of a piece of work on one thread per core.

torch's own threads would wait for each other after every operation. threads.py chooses how many threads there are.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import TypeVar

import torch
from torch import Tensor

from engine.base import core_count

BATCHES_PER_THREAD = 4
"""Batches that many small items are divided into, per thread: few, and yet all threads end at about the same time."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def parallel_map(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """Returns the results of work(item) for all `items`, in order.

    As many items run at once as this thread's torch thread count. A single item runs in the calling thread, where
    torch may use all its threads. Returns or raises only when all items have ended, so nothing continues in the
    background. Raises the first item's exception. Runs without autograd.
    """

    def run_batch(batch: Sequence[Item]) -> list[Result]:
        with torch.inference_mode():
            return [work(item) for item in batch]

    count = torch.get_num_threads()
    if count == 1 or len(items) <= 1:
        return run_batch(items)
    # small items go in batches: submitting each would keep the window's thread waiting for the interpreter
    parts = min(len(items), BATCHES_PER_THREAD * count)
    bounds = [len(items) * k // parts for k in range(parts + 1)]
    pool = _pool(count)
    futures = [pool.submit(run_batch, items[low:high]) for low, high in pairwise(bounds)]
    wait(futures)
    return [result for future in futures for result in future.result()]


def parallel_ranges(work: Callable[[int, int], None], count: int) -> None:
    """Runs work(first, last) at once for equal parts of range(count), one per torch thread of the calling thread."""
    parts = min(torch.get_num_threads(), count)
    bounds = [count * k // parts for k in range(parts + 1)]
    parallel_map(lambda k: work(bounds[k], bounds[k + 1]), range(parts))


def parallel_rows(work: Callable[[int, int], None], out: Tensor) -> None:
    """Runs work(first, last), which fills those rows of `out`: one band per core, or all rows at once on a GPU."""
    if out.is_cpu:
        parallel_ranges(work, len(out))
    else:
        work(0, len(out))


@contextmanager
def reserve_one_core() -> Iterator[None]:
    """Context manager that reserves one core: lowers this thread's torch thread count to one less than the cores.

    With a single core, the count is 1.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(max(1, min(before, core_count.cores() - 1)))
    try:
        yield
    finally:
        torch.set_num_threads(before)


@cache
def _pool(count: int) -> ThreadPoolExecutor:
    """Returns `count` threads in which torch itself uses one thread each."""
    return ThreadPoolExecutor(count, "core", torch.set_num_threads, (1,))
