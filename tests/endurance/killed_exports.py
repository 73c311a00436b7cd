"""Exports killed at random moments: the target is the old file or a complete new one, and a repetition is equal.

The repetition goes on with the bands that were kept.
"""

import multiprocessing
import signal
import time
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import numpy as np
import PIL.Image
import torch

from engine import render
from engine.export import kept_bands, region_export
from tests.endurance.row import Row

SUFFIXES = (".png", ".tif", ".jpg", ".webp", ".avif")
MODELS = ("bicubic", "live")
OLD = b"the old file"


class Complete(NamedTuple):
    """An uninterrupted export. seconds: how long its process lived."""

    content: bytes
    seconds: float


def case(seed: int, index: int, folder: Path) -> str:
    """Kills one export. Formats and models take turns; every second target exists before."""
    chance = np.random.default_rng([seed, index])
    suffix, model = SUFFIXES[index % len(SUFFIXES)], MODELS[index // len(SUFFIXES) % 2]
    complete, target = _complete(suffix, model), folder / f"out{suffix}"
    before = None
    if index % 2:
        before = OLD
        target.write_bytes(OLD)
    process = _started(target, model)
    process.join(chance.uniform(0.0, 1.1 * complete.seconds))
    process.kill()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL)
    found = target.read_bytes() if target.exists() else None
    assert found in (before, complete.content), f"{target.name}: neither the old file nor a complete one"
    killed = process.exitcode != 0
    _export(target, model)
    assert target.read_bytes() == complete.content, "the repetition differs"
    if not killed:
        return "complete before the kill"
    return "killed, complete" if found == complete.content else "killed, old file kept"


@cache
def _complete(suffix: str, model: str) -> Complete:
    target, began = Path(mkdtemp()) / f"out{suffix}", time.perf_counter()
    process = _started(target, model)
    process.join()
    assert process.exitcode == 0
    began = time.perf_counter()  # the first process also starts the server
    process = _started(target, model)
    process.join()
    return Complete(target.read_bytes(), time.perf_counter() - began)


@cache
def _source() -> Path:
    path = Path(mkdtemp()) / "source.png"
    pixels = np.random.default_rng(4).integers(0, 256, (40, 60, 3), np.uint8)
    PIL.Image.fromarray(pixels).resize((240, 160), PIL.Image.Resampling.BICUBIC).save(path)
    return path


def _started(target: Path, model: str) -> multiprocessing.Process:
    """Starts an export in a process that is forked from a server, which has imported the engine already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_export, args=(target, model, _source()))
    process.start()
    return process


def _export(target: Path, model: str, source: Path | None = None) -> None:
    torch.set_num_threads(1)
    kept_bands.LEAST_SECONDS, region_export.BAND_PIXELS = 0.0, 1 << 17
    render.run(str(source or _source()), target, None, Fraction(6), model, "cpu", "fp32")


ROW = Row(
    name="killed-exports",
    fault="kill -9 in export",
    expected="the old file or a complete one; the repetition is byte-identical",
    case=case,
    ci=5,
    long=300,
)
