"""`bench memory`: what the window holds of the machine's memory while somebody goes about in a picture for minutes.

Each second another view: deeper, farther out, beside. The rows are of the process's resident set, minute by minute.
"""

import random
from fractions import Fraction
from time import perf_counter
from typing import Any

import psutil

from engine.geometry.viewport import centred, clamped, panned
from viewer.bench.window import live_on, opened
from viewer.canvas.canvas import Canvas

SIZE = (1920, 1080)
"""Of the window, device px."""
PAUSE = 500
"""Milliseconds from one view to the next."""
OCTAVES = (-2.0, 9.0)
"""The scales that are gone to, as powers of two, evenly drawn."""
MINUTE = 60.0


def memory(source: str, minutes: Fraction) -> list[dict[str, Any]]:
    """The rows of `bench --json` for the file `source`, or demo: before the walk, and of each minute of it."""
    process = psutil.Process()
    with opened(source, SIZE) as (window, _):
        canvas = window.canvas
        assert canvas.layers is not None
        pixels = canvas.layers.size[0] * canvas.layers.size[1]
        rows = [_row("opened", pixels, [process.memory_info().rss])]
        chance, began = random.Random(0), perf_counter()
        held_now: list[int] = []
        while perf_counter() - began < minutes * 60:
            _go(canvas, chance)
            live_on(PAUSE)
            held_now.append(process.memory_info().rss)
            if perf_counter() - began >= len(rows) * MINUTE:
                rows.append(_row(f"minute {len(rows)}", pixels, held_now))
                held_now = []
        if held_now:
            rows.append(_row("the rest", pixels, held_now))
    return rows


def _go(canvas: Canvas, chance: random.Random) -> None:
    """A view from anywhere in the picture, as a gesture's last."""
    assert canvas.layers is not None
    width, height = canvas.layers.size
    scale = 2 ** chance.uniform(*OCTAVES)
    view = centred((width, height), scale, canvas.view.width, canvas.view.height)
    away = width * scale * chance.uniform(-0.5, 0.5), height * scale * chance.uniform(-0.5, 0.5)
    canvas._move(clamped(panned(view, *away), (width, height)))


def _row(name: str, pixels: int, held_now: list[int]) -> dict[str, Any]:
    mean, most = sum(held_now) / len(held_now), max(held_now)
    return {
        "bench": "memory",
        "name": name,
        "picture_mp": round(pixels / 1e6, 1),
        "mean_mb": round(mean / 1e6),
        "max_mb": round(most / 1e6),
        "count": len(held_now),
    }


def table(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    rows = result["rows"]
    lines = [f"resident memory with a picture of {rows[0]['picture_mp']} megapixels, MB"]
    for row in rows:
        lines.append(f"{row['name']:<10} mean {row['mean_mb']:>6,}  most {row['max_mb']:>6,}")
    return "\n".join(lines)
