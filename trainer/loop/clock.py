"""Where a run's time goes."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from torch import Tensor

from trainer.loop.step import Inputs
from trainer.systems.sample_range import SampleRange


class Clock:
    """Since the log's last line: the steps' wall time, pauses left out, and how much of it went into their data."""

    def __init__(self, step: int) -> None:
        self.restart(step)

    def restart(self, step: int) -> None:
        """A new line begins after step `step`."""
        self._first = step
        self._began = time.perf_counter()
        self._data = 0.0

    def read(self, step: int, batch: int) -> dict[str, float]:
        """The speed up to step `step`, in images of `batch` a step, and the share that data took."""
        passed = time.perf_counter() - self._began
        speed = (step - self._first) * batch / passed
        return {"images_per_s": round(speed, 2), "data_share": round(self._data / passed, 4)}

    def timed(self, inputs: Callable[[SampleRange], tuple[Tensor, ...]]) -> Inputs:
        """The same function, its time counted as data."""

        def measured(samples: SampleRange) -> tuple[Tensor, ...]:
            began = time.perf_counter()
            found = inputs(samples)
            self._data += time.perf_counter() - began
            return found

        return measured

    @contextmanager
    def halted(self) -> Iterator[None]:
        """What happens inside takes no time."""
        began = time.perf_counter()
        yield
        self._began += time.perf_counter() - began
