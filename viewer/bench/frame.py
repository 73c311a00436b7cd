"""`bench frame`: a journey over a picture in the real window, by the events that hands make, and what its frames took.

A frame is due every 1/60 s. Its time runs from when it was due, or from the end of the one before if that was late, to
the end of its painting: so what keeps the window's thread busy in between counts as well. The engine works meanwhile.

Other rows tell of something else. timer: how long a timer of 16 ms takes from one tick to the next while views from all
over the picture are asked for, none of which the engine has ready. sight, rest: how long after a gesture's last
movement the view is there in its best form, where nothing of it was encoded yet, and where it was.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import ceil, floor, log2
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent

from engine.geometry.viewport import Viewport, centred, clamped, panned
from engine.session import events
from viewer.app.main_window import MainWindow
from viewer.bench.window import EventLog, live_on, opened, wait
from viewer.canvas.canvas import Canvas
from viewer.canvas.gestures import PINCH_SCROLL
from viewer.canvas.view_timer import FRAME

RATE = 60
SIZES = ((1920, 1080), (3840, 2160))
"""Of the window, device px."""
DEEPEST = 200.0
SECONDS = 3
"""Of each leg: to the deepest scale, about there, and back."""
RESIZING = 1
"""Seconds in which the window has another size in each frame, with the whole picture in it."""
STORM, LULL = 5, 6
"""Seconds of views from all over, and ticks between two of them."""
RESTS, TIMES = (4, 2), 3
"""Scales at which a gesture ends, and how often; in the smaller window."""
PANELS = ("inspector", "navigator", "bookmarks", "grid", "trust", "fidelity", "hud")
"""The commands that open all there is beside and over the picture, for one more journey in the smaller window."""

Step = Callable[[Canvas, int], None]
"""What hands do for frame `k` of a leg."""


def frame(source: str) -> list[dict[str, Any]]:
    """The rows of `bench --json` for the file `source`, or demo, at each size."""
    rows = [row for size in SIZES for row in _measured(source, size)]
    with opened(source, SIZES[0]) as (window, _):
        for panel in PANELS:
            window.actions_by_id[panel].trigger()
        rows.append(_row("all panels", SIZES[0], [ms for _, leg in _journey(window.canvas) for ms in leg]))
    return rows


def _journey(canvas: Canvas) -> Iterator[tuple[str, list[float]]]:
    """Each leg's name, and the milliseconds of its frames."""
    for name, step in (("zoom in", _zoom_in), ("pan", _pan), ("zoom out", _zoom_out)):
        yield name, _leg(canvas, step, SECONDS)


def _measured(source: str, size: tuple[int, int]) -> Iterator[dict[str, Any]]:
    with opened(source, size) as (window, told):
        canvas = window.canvas
        taken: list[float] = []
        for name, leg in _journey(canvas):
            taken += leg
            yield _row(name, size, leg)
        yield _row("journey", size, taken)
        yield _row("resize", size, _leg(canvas, _resize, RESIZING))
        yield _row("timer", size, _storm(canvas))
        for scale in RESTS if size == SIZES[0] else ():
            sights, rests = _rests(window, told, scale)
            yield _row(f"sight x{scale}", size, sights)
            yield _row(f"rest x{scale}", size, rests)


def _rests(window: MainWindow, told: EventLog, scale: int) -> tuple[list[float], list[float]]:
    """Milliseconds from the last movement of a gesture at `scale` until the view is there in its best form.

    Where nothing of it was encoded yet, and where it was seen at another scale.
    """
    canvas, sights, rests = window.canvas, [], []
    assert canvas.layers is not None
    middle = centred(canvas.layers.size, scale, canvas.view.width, canvas.view.height)
    for k in range(TIMES):
        _arrival(canvas, told, centred(canvas.layers.size, 0.5, canvas.view.width, canvas.view.height))
        since = len(told)
        window.session.use("live")  # a model begins with nothing encoded
        wait(told, events.ModelReady, since)
        wait(told, events.ViewSettled, since)
        sights.append(_arrival(canvas, told, middle))
        rests.append(_arrival(canvas, told, replace(middle, scale=scale * (1 + (k + 1) / 50))))
    return sights, rests


def _arrival(canvas: Canvas, told: EventLog, view: Viewport) -> float:
    """Milliseconds from the gesture's last movement, to `view`, until its Settled."""
    assert canvas.layers is not None
    since, began = len(told), perf_counter()
    canvas._move(clamped(view, canvas.layers.size))
    return (wait(told, events.ViewSettled, since) - began) * 1e3


def _leg(canvas: Canvas, step: Step, seconds: int) -> list[float]:
    """The milliseconds of each of a leg's frames."""
    taken = []
    began = done = perf_counter()
    for k in range(seconds * RATE):
        due = began + k / RATE
        while (left := due - perf_counter()) > 0:
            live_on(floor(left * 1e3))
        step(canvas, k)
        canvas.update()
        # as Qt does it by itself: all that is dirty, once
        QCoreApplication.sendPostedEvents(canvas.window(), QEvent.Type.UpdateRequest)
        now = perf_counter()
        taken.append((now - max(due, done)) * 1e3)
        done = now
    return taken


def _zoom_in(canvas: Canvas, k: int) -> None:
    fit = canvas._fit_view().scale
    _scroll(canvas, (DEEPEST / fit) ** (1 / (SECONDS * RATE)), k)


def _zoom_out(canvas: Canvas, k: int) -> None:
    fit = canvas._fit_view().scale
    _scroll(canvas, (fit / DEEPEST) ** (1 / (SECONDS * RATE)), k)


def _scroll(canvas: Canvas, factor: float, k: int) -> None:
    """Two fingers on a trackpad with Ctrl held, a little off the middle."""
    at = QPointF(canvas.width() * 0.45, canvas.height() * 0.55)
    # Qt counts whole px of scrolling: what is left over is carried to the next frame
    exact = log2(factor) * PINCH_SCROLL
    pixels = QPoint(0, ceil(exact * (k + 1)) - ceil(exact * k))
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        pixels,
        pixels,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QCoreApplication.sendEvent(canvas, event)


def _pan(canvas: Canvas, k: int) -> None:
    """A drag of 12 px a frame, to and fro."""
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    way = 12.0 * (k if k < SECONDS * RATE / 2 else SECONDS * RATE - k)
    kinds = {0: QEvent.Type.MouseButtonPress, SECONDS * RATE - 1: QEvent.Type.MouseButtonRelease}
    kind = kinds.get(k, QEvent.Type.MouseMove)
    at = middle + QPointF(way, way / 2)
    button = Qt.MouseButton.LeftButton if k in kinds else Qt.MouseButton.NoButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(canvas, event)


def _resize(canvas: Canvas, k: int) -> None:
    """A drag of the window's corner, 8 px a frame, in and out again."""
    half = RESIZING * RATE // 2
    step = 8 if k >= half else -8
    canvas.window().resize(canvas.window().width() + step, canvas.window().height() + step)


def _storm(canvas: Canvas) -> list[float]:
    """The milliseconds from tick to tick."""
    assert canvas.layers is not None
    chance, (width, height) = random.Random(0), canvas.layers.size
    ticks: list[float] = []

    def tick() -> None:
        ticks.append(perf_counter())
        if len(ticks) % LULL == 1:
            scale = 2 ** chance.uniform(1, 3)
            view = centred((width, height), scale, canvas.view.width, canvas.view.height)
            dx, dy = width * scale * chance.uniform(-0.5, 0.5), height * scale * chance.uniform(-0.5, 0.5)
            canvas._show(clamped(panned(view, dx, dy), (width, height)))

    timer = QTimer(interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    live_on(STORM * 1000)
    timer.stop()
    return [(later - sooner) * 1e3 for sooner, later in pairwise(ticks)]


def _row(name: str, size: tuple[int, int], taken: list[float]) -> dict[str, Any]:
    ordered = sorted(taken)

    def percentile(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, floor(share * len(ordered)))], 2)

    return {
        "bench": "frame",
        "name": name,
        "size": list(size),
        "p50_ms": percentile(0.50),
        "p95_ms": percentile(0.95),
        "p99_ms": percentile(0.99),
        "max_ms": round(ordered[-1], 2),
        "frames": len(ordered),
    }


def table(result: dict[str, Any]) -> str:
    """The result for a person to read."""
    lines = [
        f"{result['machine']['processor']}, {result['machine']['cores']} cores; milliseconds a frame, a tick, a view"
    ]
    lines.append(f"{'window':<10} {'leg':<10} {'p50':>7} {'p95':>7} {'p99':>7} {'max':>7} {'frames':>7}")
    for row in result["rows"]:
        window = f"{row['size'][0]}x{row['size'][1]}"
        times = " ".join(f"{row[key]:>7.1f}" for key in ("p50_ms", "p95_ms", "p99_ms", "max_ms"))
        lines.append(f"{window:<10} {row['name']:<10} {times} {row['frames']:>7}")
    return "\n".join(lines)
