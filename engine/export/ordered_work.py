"""Runs the parts of a file on several cores, and hands over their results in order. Memory stays bounded."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from engine.base.core_count import cores

Item = TypeVar("Item")
Result = TypeVar("Result")


def ordered(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Yields work(item) for all items, in their order.

    Items are taken in the calling thread, as many ahead as there are cores and one more. Raises what `work` and
    `items` raise; then no work continues in the background.
    """
    ahead = cores() + 1
    pending: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(cores(), "writer") as pool:
        try:
            for item in items:
                pending.append(pool.submit(work, item))
                del item  # it is freed as soon as its work is done
                if len(pending) >= ahead:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()
