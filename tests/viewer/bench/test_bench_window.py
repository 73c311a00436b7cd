"""The benchmarks of the window: a journey of pointer events ends where it began; memory is sampled each minute."""

from fractions import Fraction
from itertools import count

import pytest

from engine.base.errors import DeviceError
from viewer.base import settings
from viewer.bench import frame as bench
from viewer.bench import memory
from viewer.graphics import device

pytestmark = pytest.mark.long


def device_works():
    """Whether there is OpenGL 3.3 here."""
    try:
        return bool(device.shared())
    except DeviceError:
        return False


def test_a_journey_has_a_row_for_each_leg(qapp, monkeypatch, photo):
    settings.change(fit="larger")  # the journey begins at 1:1
    monkeypatch.setattr(bench, "SIZES", ((480, 320),))
    monkeypatch.setattr(bench, "LEG", 20)
    monkeypatch.setattr(bench, "RESIZE_LEG", 20)
    monkeypatch.setattr(bench, "STORM", 400)
    monkeypatch.setattr(bench, "REPEATS", 1)
    scales = []
    row_of = bench._row

    def recorded(name, size, taken):
        scales.append(max(w.canvas.view.scale for w in qapp.topLevelWidgets() if hasattr(w, "canvas")))
        return row_of(name, size, taken)

    monkeypatch.setattr(bench, "_row", recorded)
    rows = bench.frame(str(photo))
    names = ["zoom in", "pan", "zoom out", "journey", "resize", "timer"]
    assert [row["name"] for row in rows] == [
        *names,
        "sight x4",
        "rest x4",
        "sight x2",
        "rest x2",
        "all panels",
        "exporting",
        *(f"{name}, GL" for name in ("zoom in", "pan", "zoom out", "all") if device_works()),
    ]
    assert [row["frames"] for row in rows[:5]] == [20, 20, 20, 60, 20]
    assert rows[5]["p50_ms"] >= 15  # of a timer of 16 ms
    assert all(0 < row["p50_ms"] <= row["p95_ms"] <= row["p99_ms"] <= row["max_ms"] for row in rows)
    assert 0.8 * bench.DEEPEST < scales[0] < 1.25 * bench.DEEPEST
    assert scales[1] == scales[0]
    assert scales[2] < 2 and scales[4] < 2
    assert 2 <= scales[5] <= 8
    machine = {"processor": "x", "cores": 2}
    assert "480x320" in bench.table({"machine": machine, "rows": rows})


def test_a_walk_has_a_row_for_each_minute(qapp, monkeypatch, photo):
    monkeypatch.setattr(memory, "SIZE", (320, 240))
    monkeypatch.setattr(memory, "PAUSE", 20)
    monkeypatch.setattr(memory, "MINUTE", 0.3)
    ticks = count()
    monkeypatch.setattr(memory, "perf_counter", lambda: next(ticks) / 10)
    rows = memory.memory(str(photo), Fraction(1, 60))
    assert [row["name"] for row in rows][:3] == ["opened", "minute 1", "minute 2"]
    assert all(50 < row["mean_mb"] <= row["max_mb"] for row in rows)
    assert "minute 2" in memory.table({"rows": rows})
