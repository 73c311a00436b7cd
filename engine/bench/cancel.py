"""`bench cancel`: how long a cancelled view delays the next one.

The benchmark requests a costly view and, after a random delay, a second view that is completely cached. The time from
the second request to its ViewSettled event is the time that the engine needs to cancel the first view.
"""

import random
import time
from typing import Any

import numpy as np

from engine.bench.event_log import EventLog
from engine.compute import threads
from engine.geometry.viewport import centred
from engine.images import demo
from engine.images.image import from_array
from engine.session.session import Session

VIEW = (1920, 1080)
"""Device px, (width, height)."""
REPEATS = 40
MAX_DELAY_S = 1.0
"""Longest delay before the second request, seconds. Delays are drawn uniformly, from a fixed seed."""
COSTLY_SCALE, CACHED_SCALE = 3.0, 0.5
"""Scales of the two views. Each costly view's scale is a little different, so that none of its tiles are cached."""


def cancel(models: tuple[str, ...]) -> list[dict[str, Any]]:
    """Returns the rows of `bench --json`, one per model, given by name or path.

    Raises TimeoutError if a view does not come.
    """
    threads.use_threads()  # as the engine's thread does; the result reports the number of threads
    return [_row(model) for model in models]


def _row(model: str) -> dict[str, Any]:
    delays = sorted(_delays_ms(model))
    return {
        "bench": "cancel",
        "name": model.rpartition("/")[2],
        "p50_ms": round(delays[REPEATS // 2], 2),
        "p95_ms": round(delays[REPEATS * 95 // 100], 2),
        "max_ms": round(delays[-1], 2),
        "count": REPEATS,
    }


def _delays_ms(model: str) -> list[float]:
    """Cancels REPEATS costly views and returns the time that each took, ms."""
    log = EventLog(model)
    session = Session(log.emit)
    try:
        pixels = np.tile(demo.demo().eight_bits, (2, 2, 1))
        size = (pixels.shape[1], pixels.shape[0])
        session.open_image(from_array(pixels, "demo"))
        session.use_model(model)
        cached = centred(size, CACHED_SCALE, *VIEW)
        log.wait_settled(session.request_view(cached))
        seeded = random.Random(1)
        delays = []
        for k in range(REPEATS):
            session.request_view(centred(size, COSTLY_SCALE * (1 + k / 1000), *VIEW))
            time.sleep(seeded.uniform(0.0, MAX_DELAY_S))
            began = time.perf_counter()
            delays.append((log.wait_settled(session.request_view(cached)) - began) * 1e3)
    finally:
        session.close()
    return delays


def table(result: dict[str, Any]) -> str:
    """Formats the result as text."""
    lines = ["milliseconds until an overtaken view gives way"]
    for row in result["rows"]:
        times = "  ".join(f"{key[:-3]} {row[key]:.1f}" for key in ("p50_ms", "p95_ms", "max_ms"))
        lines.append(f"{row['name']:<28} {times}  ({row['count']} times)")
    return "\n".join(lines)
