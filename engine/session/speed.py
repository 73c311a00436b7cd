"""A model's speed on this machine, for a full-HD view at scale 4: measured once and stored in a file."""

import json
import time
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.base import own_file, text_file, user_data
from engine.base.errors import ExportError
from engine.checkpoints.model import Model
from engine.compute import device
from engine.compute.device import Compute
from engine.decoding.latents import Latents
from engine.geometry.axis import Axis
from engine.images import demo
from engine.images.bit_depth import Raster
from engine.models.implicit import Check
from engine.session.events import ModelSpeed

VIEW = (1080, 1920)
"""Device px, (height, width)."""
SCALE = 4
MARGIN = 40
"""Source px around the view, more than any encoder's halo."""
MAX_BYTES = 1 << 20
"""Largest file that is read: some thousand speeds."""
MAX_MS = 1e9
PATIENCE = 1.0
"""Seconds for which decoding is repeated: a quick model's first run is not its best."""


def measure(model: Model, compute: Compute, check: Check) -> ModelSpeed:
    """Times encoding and preparing the latents of the view once, and decoding it (the best run within PATIENCE).

    Raises what `check` raises.
    """
    pixels = _tiled(demo.demo().eight_bits)
    rows, cols = (Axis(Fraction(MARGIN), Fraction(1, SCALE), count) for count in VIEW)
    few = rows.piece(0, 4), cols.piece(0, 4)
    Latents(model, pixels[: 2 * MARGIN, : 2 * MARGIN], compute).decode(*few, check)  # warm
    latents = Latents(model, pixels, compute)
    began = time.perf_counter()
    latents.prefetch(rows, cols, (rows, cols), check)
    latents.decode(rows.piece(0, 1), cols, check)
    latents.decode(rows.piece(rows.count - 1, 1), cols, check)
    first = time.perf_counter()
    latents.decode(rows, cols, check)
    best = whole = time.perf_counter() - first
    spent = whole
    while spent < PATIENCE:
        again = time.perf_counter()
        latents.decode(rows, cols, check)
        took = time.perf_counter() - again
        best, spent = min(best, took), spent + took
    encoded = first - began + max(whole - best, 0.0)
    return ModelSpeed(encoded * 1e3, best * 1e3)


def load(key: str) -> ModelSpeed | None:
    """Returns the stored speed of a key from `key_of`; None if there is none."""
    found = _read().get(key)
    if (
        isinstance(found, list)
        and len(found) == 2
        and all(type(ms) in (int, float) and 0 <= ms < MAX_MS for ms in found)
    ):
        return ModelSpeed(float(found[0]), float(found[1]))
    return None


def store(key: str, speed: ModelSpeed) -> None:
    """Stores a speed for the next run. A failing disk does no harm: the speed is measured again."""
    known = _read() | {key: [round(speed.encode_ms, 2), round(speed.decode_ms, 2)]}
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        text_file.write(_file(), json.dumps(known, indent=1) + "\n")
    except (OSError, ExportError):
        return


def key_of(name: str, path: Path | None, compute: Compute) -> str:
    """Identifies a model's file in its present state, and the device and precision it runs in."""
    state = path.stat() if path is not None else None
    file = f"{state.st_size} {state.st_mtime_ns}" if state is not None else ""
    return f"{name} {file} {device.name(compute)} {device.precision(compute)}"


def _file() -> Path:
    return user_data.folder() / "speeds.json"


def _read() -> dict[str, object]:
    return own_file.load(_file(), MAX_BYTES, _checked, {})


def _checked(content: object) -> dict[str, object]:
    if not isinstance(content, dict):
        raise ValueError("not a JSON object")
    return content


def _tiled(pixels: Raster) -> Raster:
    """Repeats a picture to the size of the view and the halo around it."""
    parts = [
        np.arange(-(-count // SCALE) + 2 * MARGIN) % size
        for count, size in zip(VIEW, pixels.shape[:2], strict=True)
    ]
    return pixels[np.ix_(*parts)].copy()
