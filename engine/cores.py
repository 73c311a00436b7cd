"""Threads with a core each, for work of many small products: torch's own would wait for one another at every one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import torch


def spread(work: Callable[[int, int], None], count: int) -> None:
    """Does work(first, last) for equal parts of range(count), as many as torch has threads here, at the same time.

    Returns when all is done; raises what the first part that failed raised. Without autograd.
    """
    threads = min(torch.get_num_threads(), count)

    def part(k: int) -> None:
        with torch.inference_mode():
            work(count * k // threads, count * (k + 1) // threads)

    if threads == 1:
        part(0)
    else:
        list(_pool(threads).map(part, range(threads)))


@cache
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, "core", torch.set_num_threads, (1,))
