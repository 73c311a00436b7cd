"""The engine as the viewer knows it: requests in, events out, one thread between. Importing this loads no torch.

The newest view wins: a view that was overtaken is dropped between two pieces of its work. Opening a picture and
changing the model go before views; an export goes after them, and serves them between its own pieces.
"""

import os
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from engine import events
from engine.errors import ExportError, Superseded, UnpixelError
from engine.image import Image
from engine.viewport import Viewport

if TYPE_CHECKING:
    from engine.desk import Desk

NICENESS = 10
"""A tenth of the window's share of a core that both want; all of it when the window rests."""

Region = tuple[Fraction, Fraction, Fraction, Fraction]
"""x, y, width, height in source px."""


@dataclass(frozen=True)
class Open:
    """Open a file, or show a picture that is in memory already."""

    source: Path | Image


@dataclass(frozen=True)
class Use:
    """Decode with this model: a name, or a file's path."""

    model: str


@dataclass(frozen=True)
class Look:
    """Show this view. asked: time.perf_counter() of the request.

    exact: whether what comes close to the model's own is replaced by it in the end. moving: amid a gesture.
    references: what it is to be compared with (engine/references.py).
    """

    number: int
    view: Viewport
    asked: float
    exact: bool
    moving: bool
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Export:
    """Write a region (None: the whole picture) as a picture of `size` (width, height) px.

    fidelity: the model's share, the rest is bicubic.
    """

    path: Path
    region: Region | None
    size: tuple[int, int]
    fidelity: float = 1.0


Job = Open | Use | Look | Export


class Session:
    """All methods return at once and may be called from any thread; `emit` is called in the engine's thread."""

    def __init__(self, emit: Callable[[events.Event], None]) -> None:
        self._emit = emit
        self._changed = threading.Condition()
        self._commands: deque[Open | Use] = deque()
        self._exports: deque[Export] = deque()
        self._look: Look | None = None
        self._views = 0
        self._cancelled = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="engine")
        self._thread.start()

    def open(self, path: Path) -> None:
        """Opens a file: Opened or Failed("open")."""
        self._order(Open(path))

    def show(self, image: Image) -> None:
        """Opens a picture that is in memory: Opened."""
        self._order(Open(image))

    def use(self, model: str) -> None:
        """Changes the model: ModelReady or Failed("model"). The view is done again."""
        self._order(Use(model))

    def look(
        self, view: Viewport, exact: bool = True, moving: bool = False, references: tuple[str, ...] = ()
    ) -> int:
        """Asks for a view: TilesDone…, then Settled, but for a quick model's view amid a gesture.

        With references: then TilesDone of each, and at rest Compared.

        Returns its number; views asked before are given up.
        """
        with self._changed:
            self._views += 1
            self._look = Look(self._views, view, time.perf_counter(), exact, moving, references)
            self._changed.notify()
            return self._views

    def export(self, path: Path, region: Region | None, size: tuple[int, int], fidelity: float = 1.0) -> None:
        """Writes a file: ExportProgress…, then Exported, ExportCancelled or Failed("export")."""
        with self._changed:
            self._exports.append(Export(path, region, size, fidelity))
            self._changed.notify()

    def cancel_export(self) -> None:
        """Calls off the export that is going on, and those that wait."""
        with self._changed:
            self._cancelled = True
            self._exports.clear()

    def close(self) -> None:
        """Gives up all work and ends the thread; returns when it has ended."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _order(self, command: Open | Use) -> None:
        with self._changed:
            if isinstance(command, Open):
                # a picture that was never shown need not be opened, and its view not be drawn
                self._commands = deque(c for c in self._commands if not isinstance(c, Open))
                self._look = None
            self._commands.append(command)
            self._changed.notify()

    # What follows runs in the engine's thread.

    def _run(self) -> None:
        from engine.desk import Desk

        _give_way()
        desk = Desk(self._emit)
        while (job := self._next()) is not None:
            self._do(desk, job)

    def _next(self) -> Job | None:
        """Waits for work; None when the session closes."""
        with self._changed:
            while not self._closing:
                job = self._urgent()
                if job is None and self._exports:
                    self._cancelled = False
                    job = self._exports.popleft()
                if job is not None:
                    return job
                self._changed.wait()
            return None

    def _urgent(self) -> Job | None:
        """Work that goes before an export. Called with the lock held."""
        if self._commands:
            return self._commands.popleft()
        look, self._look = self._look, None
        return look

    def _do(self, desk: "Desk", job: Job) -> None:
        try:
            self._perform(desk, job)
        except Superseded:
            if isinstance(job, Look):
                self._put_back(job)
            elif isinstance(job, Export):
                self._emit(events.ExportCancelled())
        except UnpixelError as error:
            self._emit(events.Failed(_task(job), str(error)))
        except MemoryError:
            self._emit(
                events.Failed(
                    _task(job), f"{_task(job)}: not enough memory; close other programs and try again"
                )
            )
        except Exception as error:  # noqa: BLE001 - the thread's boundary: a defect is told, and the window lives on
            traceback.print_exc(file=sys.__stderr__)
            self._emit(
                events.Failed(_task(job), f"{_task(job)}: a defect in Unpixel ({error!r}); please report it")
            )

    def _perform(self, desk: "Desk", job: Job) -> None:
        match job:
            case Open(source):
                desk.open(source)
            case Use(model):
                desk.use(model)
                self._put_back(desk.last_look)
            case Look():
                desk.look(job, self._unless_overtaken)
            case Export():
                if desk.picture is None:
                    raise ExportError(job.path, "there is no picture to export", "open one first")
                desk.export(job, lambda: self._meanwhile(desk))

    def _put_back(self, look: Look | None) -> None:
        """A view that a command interrupted, or whose model changed, is wanted still, unless a newer one is."""
        with self._changed:
            opening = any(isinstance(command, Open) for command in self._commands)
            if look is not None and self._look is None and look.number == self._views and not opening:
                self._look = look

    def _unless_overtaken(self) -> None:
        with self._changed:
            if self._closing or self._commands or self._look is not None:
                raise Superseded

    def _meanwhile(self, desk: "Desk") -> None:
        """Between two pieces of an export: what is more urgent is done first."""
        while True:
            with self._changed:
                if self._closing or self._cancelled:
                    raise Superseded
                job = self._urgent()
            if job is None:
                return
            self._do(desk, job)


def _give_way() -> None:
    """Lets the window's thread go first wherever both want a core.

    torch's threads wait asleep for one another, not spinning, which would take the window's core for nothing; torch
    reads that when it is loaded. On Linux a thread has a niceness of its own, which the threads that torch starts from
    it inherit; elsewhere the system's scheduler favours the window in front by itself.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


def _task(job: Job) -> str:
    return {Open: "open", Use: "model", Look: "view", Export: "export"}[type(job)]
