"""`bench memory`: resident memory of the process during minutes of random views of a picture.

Two views a second, at random scales and places. The rows hold the resident set of each minute.
"""

import random
from fractions import Fraction
from time import perf_counter
from typing import Any

import psutil

from engine.geometry.viewport import centred, clamped, panned
from viewer.bench.window import opened, process_events
from viewer.canvas.canvas import Canvas

SIZE = (1920, 1080)
"""Size of the window, device px."""
PAUSE = 500
"""Milliseconds between two views."""
OCTAVES = (-2.0, 9.0)
"""Range of the scales, log2, drawn uniformly."""
MINUTE = 60.0
"""Seconds of a row."""


def memory(source: str, minutes: Fraction) -> list[dict[str, Any]]:
    """Returns the rows of `bench --json` for a picture file or the word demo: before the walk, and of each minute."""
    process = psutil.Process()
    with opened(source, SIZE) as (window, _):
        canvas = window.canvas
        assert canvas.layers is not None
        picture_px = canvas.layers.size[0] * canvas.layers.size[1]
        rows = [_row("opened", picture_px, [process.memory_info().rss])]
        rng, began = random.Random(0), perf_counter()
        resident_bytes: list[int] = []
        while perf_counter() - began < minutes * 60:
            _move(canvas, rng)
            process_events(PAUSE)
            resident_bytes.append(process.memory_info().rss)
            if perf_counter() - began >= len(rows) * MINUTE:
                rows.append(_row(f"minute {len(rows)}", picture_px, resident_bytes))
                resident_bytes = []
        if resident_bytes:
            rows.append(_row("the rest", picture_px, resident_bytes))
    return rows


def _move(canvas: Canvas, rng: random.Random) -> None:
    """Shows a random part of the picture, as the last movement of a gesture does."""
    assert canvas.layers is not None
    width, height = canvas.layers.size
    scale = 2 ** rng.uniform(*OCTAVES)
    view = centred((width, height), scale, canvas.view.width, canvas.view.height)
    offset = width * scale * rng.uniform(-0.5, 0.5), height * scale * rng.uniform(-0.5, 0.5)
    canvas.navigation.move_to(clamped(panned(view, *offset), (width, height)))


def _row(name: str, picture_px: int, resident_bytes: list[int]) -> dict[str, Any]:
    """Returns one row of the result. resident_bytes: the resident set after each view of a minute."""
    mean, largest = sum(resident_bytes) / len(resident_bytes), max(resident_bytes)
    return {
        "bench": "memory",
        "name": name,
        "picture_mp": round(picture_px / 1e6, 1),
        "mean_mb": round(mean / 1e6),
        "max_mb": round(largest / 1e6),
        "count": len(resident_bytes),
    }


def table(result: dict[str, Any]) -> str:
    """Formats the result for people."""
    rows = result["rows"]
    lines = [f"resident memory with a picture of {rows[0]['picture_mp']} megapixels, MB"]
    for row in rows:
        lines.append(f"{row['name']:<10} mean {row['mean_mb']:>6,}  most {row['max_mb']:>6,}")
    return "\n".join(lines)
