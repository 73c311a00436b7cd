"""`bench cancel`: how long a view that was overtaken keeps the engine from the next one.

A costly view is asked for, and after a while another whose tiles are all there: from that request to its Settled
event nothing stands between but what the engine was busy with.
"""

import random
import threading
import time
from typing import Any

import numpy as np

from engine.compute import device
from engine.geometry.viewport import centred
from engine.images import demo
from engine.images.image import from_array
from engine.session import events
from engine.session.session import Session

VIEW = (1920, 1080)
TIMES = 40
LATEST = 1.0
"""Seconds after which a view is overtaken at the latest; earlier ones are drawn evenly, from a seed."""
PATIENCE = 120.0
SCALE = 3.0
"""Of the costly view; each is a little different, so that nothing of it is there already."""


def cancel(models: tuple[str, ...]) -> list[dict[str, Any]]:
    """The rows of `bench --json`, one a model, by name or path. Raises TimeoutError where no answer comes."""
    device.use_threads()  # as the engine's thread does, of which the result tells
    return [_row(model) for model in models]


def _row(model: str) -> dict[str, Any]:
    told: list[tuple[float, events.Event]] = []
    came = threading.Condition()

    def emit(event: events.Event) -> None:
        with came:
            told.append((time.perf_counter(), event))
            came.notify_all()

    def settled(number: int) -> float:
        def when() -> list[float]:
            return [
                at for at, event in told if isinstance(event, events.ViewSettled) and event.view == number
            ]

        with came:
            if not came.wait_for(when, PATIENCE):
                raise TimeoutError(f"{model}: view {number} did not come; {told[-1]}")
            return when()[0]

    session = Session(emit)
    try:
        pixels = np.tile(demo.demo().eight_bits, (2, 2, 1))
        size = (pixels.shape[1], pixels.shape[0])
        session.show(from_array(pixels, "demo"))
        session.use(model)
        cheap = centred(size, 0.5, *VIEW)
        settled(session.look(cheap))
        drawn = random.Random(1)
        taken = []
        for k in range(TIMES):
            session.look(centred(size, SCALE * (1 + k / 1000), *VIEW))
            time.sleep(drawn.uniform(0.0, LATEST))
            began = time.perf_counter()
            taken.append((settled(session.look(cheap)) - began) * 1e3)
    finally:
        session.close()
    ordered = sorted(taken)
    return {
        "bench": "cancel",
        "name": model.rpartition("/")[2],
        "p50_ms": round(ordered[TIMES // 2], 2),
        "p95_ms": round(ordered[TIMES * 95 // 100], 2),
        "max_ms": round(ordered[-1], 2),
        "count": TIMES,
    }


def table(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    lines = ["milliseconds until an overtaken view gives way"]
    for row in result["rows"]:
        times = "  ".join(f"{key[:-3]} {row[key]:.1f}" for key in ("p50_ms", "p95_ms", "max_ms"))
        lines.append(f"{row['name']:<28} {times}  ({row['count']} times)")
    return "\n".join(lines)
