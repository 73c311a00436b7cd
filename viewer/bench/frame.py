"""`bench frame`: frame times of the real window during a journey over a picture, driven by synthetic pointer events.

A frame is due every 1/60 s. Its time runs from its due time, or from the end of the previous frame if that was late, to
the end of its painting. Other work of the window's thread in between counts as well. The engine works meanwhile.

Rows named GL are of a journey that the graphics card draws. Three rows measure something else. timer: the interval
between ticks of a 16 ms timer while views all over the picture are requested, none of which is cached. sight, rest: the
time from the last movement of a gesture until the view is shown in its best form, with nothing encoded (sight) and with
the latents encoded (rest).
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from math import ceil, floor, log2, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent

from engine.base.errors import DeviceError
from engine.export.export_request import ExportRequest
from engine.geometry.viewport import Viewport, centred, clamped, panned
from engine.session import events
from viewer.app.main_window import MainWindow
from viewer.bench.window import EventLog, opened, process_events, wait
from viewer.canvas.canvas import Canvas
from viewer.canvas.gestures import PINCH_SCROLL
from viewer.canvas.view_timer import FRAME
from viewer.graphics import device

RATE = 60
"""Frames per second."""
SIZES = ((1920, 1080), (3840, 2160))
"""Sizes of the window, device px."""
DEEPEST = 200.0
"""Scale at which the journey turns back."""
LEG = 3 * RATE
"""Frames of each leg: zoom in to DEEPEST, pan there, zoom out again."""
SOFTWARE_LEG = 8
"""Frames of a leg that OpenGL draws in software."""
RESIZE_LEG = RATE
"""Frames of the resize leg: the window, with a fitted picture, changes its size in each."""
STORM, TICKS_PER_VIEW = 5000, 6
"""Duration of the timer row in ms, and ticks between two random views."""
REST_SCALES, REPEATS = (4, 2), 3
"""Scales at which a gesture ends, and how often; in the smaller window only."""
PANELS = ("inspector", "navigator", "bookmarks", "grid", "uncertainty", "fidelity", "hud")
"""Commands that open every panel and overlay, for one more journey in the smaller window."""
EXPORTED = 500e6
"""Px of the export that runs during one more journey: it must take longer than that."""

Step = Callable[[Canvas, int], None]
"""Sends the input events of frame `k` of a leg."""


def frame(source: str) -> list[dict[str, Any]]:
    """Returns the rows of `bench --json` at each size, for a picture file or the word demo."""
    rows = [row for size in SIZES for row in _measured(source, size)]
    with opened(source, SIZES[0]) as (window, _):
        for panel in PANELS:
            window.actions_by_id[panel].trigger()
        rows.append(
            _row("all panels", SIZES[0], [ms for _, leg in _journey(window.canvas, LEG) for ms in leg])
        )
    rows.append(_while_exporting(source))
    return rows + [row for size in SIZES for row in _by_graphics(source, size)]


def _while_exporting(source: str) -> dict[str, Any]:
    """Returns the row of a journey while the window exports the same picture."""
    with opened(source, SIZES[0]) as (window, log), TemporaryDirectory() as folder:
        assert window.canvas.layers is not None
        width, height = window.canvas.layers.size
        scale = sqrt(EXPORTED / (width * height))
        size = round(scale * width), round(scale * height)
        window.exporting.start(ExportRequest(Path(folder) / "out.png", None, size))
        try:
            wait(log, events.ExportProgress)
            row = _row("exporting", SIZES[0], [ms for _, leg in _journey(window.canvas, LEG) for ms in leg])
            assert window.exporting.running, "the export must outlast the journey"
        finally:  # else the window asks before it closes
            window.exporting.queue.cancel_all()
        wait(log, events.ExportCancelled)
        return row


def _by_graphics(source: str, size: tuple[int, int]) -> Iterator[dict[str, Any]]:
    """Yields the rows of a journey that the graphics card draws, all encoded; none where there is no OpenGL.

    Software gets few frames, in the smaller window only: its times say nothing of a card.
    """
    try:
        is_software = device.shared().is_software
    except DeviceError:
        return
    if is_software and size != SIZES[0]:
        return
    frames = SOFTWARE_LEG if is_software else LEG
    with opened(source, size) as (window, log):
        canvas = window.canvas
        canvas.shading.use(True)
        assert canvas.layers is not None
        fitted = canvas.view
        for view in (centred(canvas.layers.size, 2, fitted.width, fitted.height), fitted):
            _arrival(canvas, log, view)  # the card has the polynomials that the journey needs
        taken: list[float] = []
        for name, leg in _journey(window.canvas, frames):
            taken += leg
            yield _row(f"{name}, GL", size, leg)
        yield _row("all, GL", size, taken)


def _journey(canvas: Canvas, frames: int) -> Iterator[tuple[str, list[float]]]:
    """Yields each leg's name and its frame times in ms. frames: of a leg."""
    for name, step in (("zoom in", _zoom_in), ("pan", _pan), ("zoom out", _zoom_out)):
        yield name, _leg(canvas, partial(step, frames=frames), frames)


def _measured(source: str, size: tuple[int, int]) -> Iterator[dict[str, Any]]:
    with opened(source, size) as (window, log):
        canvas = window.canvas
        taken: list[float] = []
        for name, leg in _journey(canvas, LEG):
            taken += leg
            yield _row(name, size, leg)
        yield _row("journey", size, taken)
        yield _row("resize", size, _leg(canvas, _resize, RESIZE_LEG))
        yield _row("timer", size, _storm(canvas))
        for scale in REST_SCALES if size == SIZES[0] else ():
            sights, rests = _rests(window, log, scale)
            yield _row(f"sight x{scale}", size, sights)
            yield _row(f"rest x{scale}", size, rests)


def _rests(window: MainWindow, log: EventLog, scale: int) -> tuple[list[float], list[float]]:
    """Returns the times in ms from the last movement of a gesture at `scale` until the view is settled.

    The first list: with nothing encoded. The second: with the latents encoded, after a view at a slightly other scale.
    """
    canvas, sights, rests = window.canvas, [], []
    assert canvas.layers is not None
    middle = centred(canvas.layers.size, scale, canvas.view.width, canvas.view.height)
    for k in range(REPEATS):
        _arrival(canvas, log, centred(canvas.layers.size, 0.5, canvas.view.width, canvas.view.height))
        since = len(log)
        window.session.use_model("live")  # loading a model drops all encoded latents
        wait(log, events.ModelReady, since)
        wait(log, events.ViewSettled, since)
        sights.append(_arrival(canvas, log, middle))
        rests.append(_arrival(canvas, log, replace(middle, scale=scale * (1 + (k + 1) / 50))))
    return sights, rests


def _arrival(canvas: Canvas, log: EventLog, view: Viewport) -> float:
    """Moves to `view` as a gesture's last movement does. Returns the ms until it is settled."""
    assert canvas.layers is not None
    since, began = len(log), perf_counter()
    canvas.navigation.move_to(clamped(view, canvas.layers.size))
    return (wait(log, events.ViewSettled, since) - began) * 1e3


def _leg(canvas: Canvas, step: Step, frames: int) -> list[float]:
    """Returns the frame times of a leg in ms."""
    taken = []
    began = done = perf_counter()
    for k in range(frames):
        due = began + k / RATE
        while (left := due - perf_counter()) > 0:
            process_events(floor(left * 1e3))
        step(canvas, k)
        canvas.update()
        # paints as Qt's event loop would: everything dirty, once
        QCoreApplication.sendPostedEvents(canvas.window(), QEvent.Type.UpdateRequest)
        now = perf_counter()
        taken.append((now - max(due, done)) * 1e3)
        done = now
    return taken


def _zoom_in(canvas: Canvas, k: int, frames: int) -> None:
    """Frame k of those that zoom from the whole picture to DEEPEST."""
    fit = canvas.navigation.fit_view().scale
    _scroll(canvas, (DEEPEST / fit) ** (1 / frames), k)


def _zoom_out(canvas: Canvas, k: int, frames: int) -> None:
    """Frame k of those that zoom from DEEPEST to the whole picture."""
    fit = canvas.navigation.fit_view().scale
    _scroll(canvas, (fit / DEEPEST) ** (1 / frames), k)


def _scroll(canvas: Canvas, factor: float, k: int) -> None:
    """Zooms by `factor` in frame k, by a two-finger scroll with Ctrl on a trackpad, off the middle of the canvas."""
    at = QPointF(canvas.width() * 0.45, canvas.height() * 0.55)
    # Qt scrolls by whole px: fractions are carried over to the next frame
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


def _pan(canvas: Canvas, k: int, frames: int) -> None:
    """A drag by 12 px per frame, there and back."""
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    offset = 12.0 * (k if k < frames / 2 else frames - k)
    kinds = {0: QEvent.Type.MouseButtonPress, frames - 1: QEvent.Type.MouseButtonRelease}
    kind = kinds.get(k, QEvent.Type.MouseMove)
    at = middle + QPointF(offset, offset / 2)
    button = Qt.MouseButton.LeftButton if k in kinds else Qt.MouseButton.NoButton
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(canvas, event)


def _resize(canvas: Canvas, k: int) -> None:
    """A drag of the window's corner by 8 px per frame, in and out again."""
    step = 8 if k >= RESIZE_LEG // 2 else -8
    canvas.window().resize(canvas.window().width() + step, canvas.window().height() + step)


def _storm(canvas: Canvas) -> list[float]:
    """Requests random views from a timer's ticks. Returns the intervals between ticks in ms."""
    assert canvas.layers is not None
    rng, (width, height) = random.Random(0), canvas.layers.size
    ticks: list[float] = []

    def tick() -> None:
        ticks.append(perf_counter())
        if len(ticks) % TICKS_PER_VIEW == 1:
            scale = 2 ** rng.uniform(1, 3)
            view = centred((width, height), scale, canvas.view.width, canvas.view.height)
            dx, dy = width * scale * rng.uniform(-0.5, 0.5), height * scale * rng.uniform(-0.5, 0.5)
            canvas.navigation.show(clamped(panned(view, dx, dy), (width, height)))

    timer = QTimer(interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    process_events(STORM)
    timer.stop()
    return [(later - sooner) * 1e3 for sooner, later in pairwise(ticks)]


def _row(name: str, size: tuple[int, int], taken: list[float]) -> dict[str, Any]:
    ordered = sorted(taken)

    def percentile(fraction: float) -> float:
        return round(ordered[min(len(ordered) - 1, floor(fraction * len(ordered)))], 2)

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
    """Formats the result for people."""
    lines = [
        f"{result['machine']['processor']}, {result['machine']['cores']} cores; milliseconds a frame, a tick, a view"
    ]
    lines.append(f"{'window':<10} {'leg':<10} {'p50':>7} {'p95':>7} {'p99':>7} {'max':>7} {'frames':>7}")
    for row in result["rows"]:
        window = f"{row['size'][0]}x{row['size'][1]}"
        times = " ".join(f"{row[key]:>7.1f}" for key in ("p50_ms", "p95_ms", "p99_ms", "max_ms"))
        lines.append(f"{window:<10} {row['name']:<10} {times} {row['frames']:>7}")
    return "\n".join(lines)
