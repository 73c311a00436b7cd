"""What `render` tells of its progress on stderr: a bar for people, or lines of JSON for a program that steers it."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm

from engine.base import steering

PERIOD_S = 0.1
"""Least seconds between two lines."""
Show = Callable[..., None]
"""Called with what is done, in the unit of the total; keywords are told in the lines only."""


@contextmanager
def shown(total: int, unit: str, steered: bool, leave: bool = True) -> Iterator[Show]:
    """Yields a function that shows progress, and waits while this process is paused. leave: the bar, at the end."""
    if steered:
        yield _Lines(total).show
        return
    with tqdm(total=total, unit=unit, unit_scale=unit == "px", disable=None, leave=leave) as bar:

        def show(done: float, **_about: Any) -> None:
            bar.update(round(done - bar.n, 3))

        yield show


class _Lines:
    """Lines such as {"done": 2.5, "total": 9, "failed": 1}."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._told_at = 0.0

    def show(self, done: float, **about: Any) -> None:
        now = time.monotonic()
        if done >= self._total or now - self._told_at >= PERIOD_S:
            self._told_at = now
            line = {"done": round(done, 3), "total": self._total, **about}
            print(json.dumps(line), file=sys.stderr, flush=True)
        steering.wait_while_paused()
