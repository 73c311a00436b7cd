"""Trainings in processes of their own that are killed at random moments, inside a save too, and resumed.

The processes are forked from a server that has imported the trainer already, so one starts within milliseconds.
"""

import multiprocessing
import os
import signal
import sys
from pathlib import Path

import numpy as np
import torch
import torch._dynamo  # an optimizer imports it, which takes 2 s: the server does it once

from tests.trainer.runs import assert_same_weights, recipe_to_resume, tiny
from trainer.loop import train

SECONDS = 120
"""Longest run of a process before the test fails."""
LONGEST_BEFORE_KILL = 0.5
"""Seconds. A training takes 0.3 s on an idle core, and longer on a busy one."""
COURSE = ("train.precision=fp32", "train.steps=6", "run.save=2")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
MODELS = ("model.safetensors", "best.safetensors")


def completed(photos: Path, folder: Path) -> tuple[Path, int]:
    """Trains without interruption. Returns the run and the number of its file operations."""
    out, counted = folder / "run", folder / "operations"
    assert _ran(photos, out, -1, counted)
    return out, int(counted.read_text())


def kill_and_resume(seed: int, photos: Path, whole: Path, operations: int, folder: Path) -> None:
    """Kills a training up to three times, then lets it end, and asserts that it is bit-equal to `whole`.

    An even seed kills before a random file operation, inside a save or between two; an odd one at a random time.
    operations: their number in an uninterrupted run.
    """
    random, out = np.random.default_rng(seed), folder / "run"
    for _ in range(random.integers(1, 4)):
        if seed % 2:
            _ran(photos, out, -1, seconds=random.uniform(0.0, LONGEST_BEFORE_KILL))
        else:
            _ran(photos, out, int(random.integers(1, operations)))
    assert _ran(photos, out, -1)
    assert_same_weights(whole, out)
    assert all((whole / name).read_bytes() == (out / name).read_bytes() for name in MODELS)


def _ran(photos: Path, out: Path, die_at: int, counted: Path | None = None, seconds: float = SECONDS) -> bool:
    """Trains in a process until it ends, dies or is killed after `seconds`. Returns whether it ended by itself.

    Every process either begins the run or can resume it: any other end than SIGKILL fails.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_train, args=(photos, out, die_at, counted))
    process.start()
    process.join(seconds)
    if process.is_alive():
        assert seconds < SECONDS, "the training hangs"
        process.kill()
        process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode == 0


def _train(photos: Path, out: Path, die_at: int, counted: Path | None) -> None:
    """Begins the run, or resumes it if it was begun."""
    torch.set_num_threads(1)
    operations = _die_before_operation(out.parent, die_at)
    begun = (out / "recipe.json").exists()
    train.train(recipe_to_resume(out) if begun else tiny(photos, out, *COURSE), lambda _: None, resume=begun)
    if counted is not None:
        counted.write_text(str(operations[0]))


def _die_before_operation(folder: Path, number: int) -> list[int]:
    """Kills this process before its file operation `number` in `folder`. Returns their count, which grows."""
    count = [0]

    def hook(event: str, arguments: tuple) -> None:
        changing = event in ("os.rename", "os.remove", "os.mkdir") or (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        )
        if changing and str(arguments[0]).startswith(str(folder)):
            count[0] += 1
            if count[0] == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return count
