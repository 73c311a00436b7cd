"""Measures a few training steps before a run: their time, the share of the data in it, their memory."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

import psutil
import torch
from torch import Tensor

from trainer import systems
from trainer.data.pictures import Pictures
from trainer.loop import step
from trainer.recipe import Recipe
from trainer.systems.sample_range import SampleRange

TRIAL_STEPS, TRIAL_SECONDS = 4, 10.0
"""Number of steps that are tried, the first as a warm-up. Fewer are tried if they would take longer than this."""


@dataclass(frozen=True)
class Trial:
    """Measurements of a few real steps.

    step_s: seconds of one step, including its data. data_share: fraction of that time spent on the data.
    step_bytes: peak memory of the steps.
    """

    step_s: float
    data_share: float
    step_bytes: int


def trial(recipe: Recipe, pictures: Pictures, device: torch.device) -> Trial:
    """Measures a few training steps. The trained network is discarded."""
    state = step.initial_state(recipe, device)
    system = systems.for_recipe(state.net, recipe.train, device)
    load_seconds: list[float] = []
    data_seconds: list[float] = []
    step_seconds: list[float] = []

    def inputs(samples: SampleRange) -> tuple[Tensor, ...]:
        began = time.perf_counter()
        tensors = system.inputs(state.net, pictures, recipe.data, samples, device)
        load_seconds.append(time.perf_counter() - began)
        return tensors

    computed = step.Objective(state.net, system.losses, recipe.train)
    trial_began = time.perf_counter()
    with _peak_memory(device) as peak:
        while len(step_seconds) < TRIAL_STEPS and (
            not step_seconds or time.perf_counter() - trial_began + step_seconds[-1] < TRIAL_SECONDS
        ):
            load_seconds.clear()
            began = time.perf_counter()
            step.step(state, computed, inputs, recipe.train)
            float(state.losses[-1])  # the device has done the step
            step_seconds.append(time.perf_counter() - began)
            data_seconds.append(sum(load_seconds))
    # the first step also initializes the libraries
    warm = slice(1, None) if len(step_seconds) > 1 else slice(None)
    typical = median(step_seconds[warm])
    return Trial(typical, median(data_seconds[warm]) / typical, peak[0])


@contextmanager
def _peak_memory(device: torch.device) -> Iterator[list[int]]:
    """Yields a list whose one entry is set to the peak number of bytes allocated inside the block.

    On a GPU torch reports the peak. On a CPU a thread polls the process's resident memory every 5 ms.
    """
    peak = [0]
    if device.type != "cpu":
        before = torch.accelerator.memory_allocated(device)
        torch.accelerator.reset_peak_memory_stats(device)
        yield peak
        peak[0] = torch.accelerator.max_memory_allocated(device) - before
        return
    process, done = psutil.Process(), threading.Event()
    before = process.memory_info().rss

    def watch() -> None:
        while not done.wait(0.005):
            peak[0] = max(peak[0], process.memory_info().rss - before)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()
