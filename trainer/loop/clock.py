"""Measures the speed of the training steps, and how much of their time goes into preparing batches."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from torch import Tensor

from trainer.loop.step import Inputs
from trainer.systems.sample_range import SampleRange


class Speed(NamedTuple):
    """images_per_s: throughput. data_share: fraction of the time, 0 to 1, spent on preparing batches."""

    images_per_s: float
    data_share: float


class Clock:
    """Accumulates wall time and data time since the last `restart`."""

    def __init__(self, step: int) -> None:
        self.restart(step)

    def restart(self, step: int) -> None:
        """Starts a new interval after step `step`."""
        self._first_step = step
        self._began = time.perf_counter()
        self._data_s = 0.0

    @property
    def elapsed(self) -> float:
        """Seconds since the last `restart`, without what is excluded."""
        return time.perf_counter() - self._began

    def read(self, step: int, batch: int) -> Speed:
        """Returns the speed of the interval, which ends with step `step`. batch: images per step."""
        elapsed = self.elapsed
        images = (step - self._first_step) * batch
        return Speed(round(images / elapsed, 2), round(self._data_s / elapsed, 4))

    def timed(self, inputs: Callable[[SampleRange], tuple[Tensor, ...]]) -> Inputs:
        """Wraps `inputs` so that its time counts as data time."""

        def measured(samples: SampleRange) -> tuple[Tensor, ...]:
            began = time.perf_counter()
            tensors = inputs(samples)
            self._data_s += time.perf_counter() - began
            return tensors

        return measured

    @contextmanager
    def excluding(self) -> Iterator[None]:
        """Context whose time is not counted: pauses, validation, saving."""
        began = time.perf_counter()
        yield
        self._began += time.perf_counter() - began
