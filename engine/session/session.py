"""The engine as the viewer knows it: requests in, events out, one thread between. Importing this loads no torch.

The newest view wins: a view that was overtaken is dropped between two pieces of its work. Opening a picture and
changing the model go before views; an export goes after them, and serves them between its own pieces. At rest the
picture's neighbours are decoded (engine/session/preloader.py).
"""

import os
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base import errors
from engine.base.errors import ExportError, Superseded, UnpixelError
from engine.base.messages import Message, message
from engine.base.resources import DEFAULT_RESOURCES, Resources
from engine.compute import freed_memory
from engine.decoding.line_profile import ProfileLine
from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.viewport import Region, Viewport
from engine.images.image import Image
from engine.session import events
from engine.session.model_requests import AddModel, DescribeModel, MeasureModel, ModelRequest, RemoveModel
from engine.session.preloader import Preloader
from engine.session.requests import (
    Command,
    CopyPixels,
    ExportPicture,
    OpenPicture,
    ProfileRequest,
    Reconfigure,
    Request,
    RotatePicture,
    SideRequest,
    UncertaintyRequest,
    UseModel,
    ViewRequest,
    task,
)

if TYPE_CHECKING:
    from engine.compute.device import Compute
    from engine.session.render_state import RenderState

TIDY = 0.25
"""Seconds between two times that freed memory is given back, at least."""
NICENESS = 10
"""A tenth of the window's share of a core that both want; all of it when the window rests."""


class Session:
    """All methods return at once and may be called from any thread; `emit` is called in the engine's threads."""

    def __init__(
        self, emit: Callable[[events.Event], None], resources: Resources = DEFAULT_RESOURCES
    ) -> None:
        self._emit = emit
        self._resources = resources
        self._changed = threading.Condition()
        self._commands: deque[Command] = deque()
        self._exports: deque[ExportPicture] = deque()
        self._errands: deque[ModelRequest] = deque()
        self._measure: MeasureModel | None = None
        self._look: ViewRequest | None = None
        self._asides: dict[type[SideRequest], SideRequest] = {}
        self._views = self._asked = 0
        self._cancelled = False
        self._closing = False
        self._neighbours: tuple[Path, ...] | None = None
        self._ahead = Preloader(emit)
        self._thread = threading.Thread(target=self._run, name="engine")
        self._thread.start()

    def open(self, path: Path, orientation: int = 0) -> None:
        """Opens a file, lying as asked (engine/geometry/orientation.py): Opened or Failed("open")."""
        self._order(OpenPicture(path, orientation))

    def show(self, image: Image) -> None:
        """Opens a picture that is in memory: Opened."""
        self._order(OpenPicture(image))

    def preload(self, paths: tuple[Path, ...]) -> None:
        """Decodes the picture's neighbours, the likeliest first, when nothing else is to be done: Preloaded…"""
        with self._changed:
            self._neighbours = paths
            self._changed.notify()

    def turn(self, by: int) -> None:
        """Turns the picture by an orientation: Opened once more."""
        self._order(RotatePicture(by))

    def take(self, region: Region) -> None:
        """Asks for the source px that a region touches: Taken."""
        self._order(CopyPixels(region))

    def use(self, model: str) -> None:
        """Changes the model: ModelReady or Failed("model"). The view is done again."""
        self._order(UseModel(model))

    def equip(self, resources: Resources) -> None:
        """Changes what may be used of the machine: ModelReady, if there is a model, or Failed("engine"). The view is
        done again."""
        self._order(Reconfigure(resources))

    def look(
        self, view: Viewport, exact: bool = True, moving: bool = False, references: tuple[str, ...] = ()
    ) -> int:
        """Asks for a view: TilesDone…, then Settled, but for a quick model's view amid a gesture.

        With references: then TilesDone of each, and at rest Compared.

        Returns its number; views asked before are given up.
        """
        with self._changed:
            self._views += 1
            self._look = ViewRequest(self._views, view, time.perf_counter(), exact, moving, references)
            self._changed.notify()
            return self._views

    def trace(self, line: ProfileLine) -> int:
        """Asks what lies along a line: Traced, once the view is there. Returns its number.

        Nothing comes where a newer view, line or picture overtakes it, or there is no model yet: ask again when the
        view is settled.
        """
        return self._set_aside(lambda number: ProfileRequest(number, line))

    def doubt(self, kind: UncertaintyKind, view: Viewport) -> int:
        """Asks how far a view is to be trusted: Doubted, as Traced comes for `trace`. Returns its number."""
        return self._set_aside(lambda number: UncertaintyRequest(number, kind, view))

    def _set_aside(self, made: Callable[[int], SideRequest]) -> int:
        with self._changed:
            self._asked += 1
            aside = made(self._asked)
            self._asides[type(aside)] = aside
            self._changed.notify()
            return self._asked

    def export(self, path: Path, region: Region | None, size: tuple[int, int], fidelity: float = 1.0) -> None:
        """Writes a file: ExportProgress…, then Exported, ExportCancelled or Failed("export")."""
        with self._changed:
            self._exports.append(ExportPicture(path, region, size, fidelity))
            self._changed.notify()

    def cancel_export(self) -> None:
        """Calls off the export that is going on, and those that wait."""
        with self._changed:
            self._cancelled = True
            self._exports.clear()

    def describe(self, model: str = "") -> None:
        """Asks for what is known of an installed model, Described; or of all of them, Listed and then Described…"""
        self._run_errand(DescribeModel(model))

    def add(self, path: Path) -> None:
        """Keeps the model of a file among the user's: Listed, Described…, or Failed("models")."""
        self._run_errand(AddModel(path))

    def remove(self, model: str) -> None:
        """Takes one of the user's models away: Listed, Described…, or Failed("models")."""
        self._run_errand(RemoveModel(model))

    def measure(self, model: str | None, again: bool = False) -> None:
        """Has an installed model measured when nothing else is to be done: Measured. None calls that off.

        again: also where it was measured before, as while the machine had other work.
        """
        with self._changed:
            self._measure = None if model is None else MeasureModel(model, again)
            self._changed.notify()

    def close(self) -> None:
        """Gives up all work and ends the thread; returns when it has ended."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()
        self._ahead.close()

    def _run_errand(self, errand: ModelRequest) -> None:
        with self._changed:
            if errand not in self._errands:
                self._errands.append(errand)
            self._changed.notify()

    def _order(self, command: Command) -> None:
        with self._changed:
            if isinstance(command, OpenPicture):
                # a picture that was never shown need not be opened, nor turned, and its view not be drawn
                self._commands = deque(c for c in self._commands if isinstance(c, UseModel | Reconfigure))
                self._look = None
                self._asides.clear()
            self._commands.append(command)
            self._changed.notify()

    # What follows runs in the engine's thread.

    def _run(self) -> None:
        from engine.session.render_state import RenderState

        _give_way()
        desk, tidied = RenderState(self._emit, self._ahead, self._resources), time.perf_counter()
        while (job := self._next()) is not None:
            self._do(desk, job)
            # views ask for memory of ever other sizes, and the holes between what is kept add up to more than it; a
            # view at rest can wait those ms, of one after the other there would never be a better moment
            rests = isinstance(job, ViewRequest) and not job.moving and not self._amid_gesture
            if rests and time.perf_counter() - tidied > TIDY:
                freed_memory.return_to_system()
                tidied = time.perf_counter()

    def _next(self) -> Request | None:
        """Waits for work; None when the session closes."""
        with self._changed:
            while not self._closing:
                job: Request | None = self._urgent()
                if job is None and self._exports:
                    self._cancelled = False
                    job = self._exports.popleft()
                if job is None:
                    job = self._measure
                if job is not None:
                    return job
                if self._neighbours is not None:
                    self._ahead.want(self._neighbours)
                    self._neighbours = None
                self._changed.wait()
            return None

    def _urgent(self) -> Command | ViewRequest | SideRequest | ModelRequest | None:
        """Work that goes before an export. Called with the lock held."""
        if self._commands:
            return self._commands.popleft()
        look, self._look = self._look, None
        if look is None and self._asides:
            return self._asides.pop(next(iter(self._asides)))
        if look is None and self._errands:
            return self._errands.popleft()
        return look

    def _do(self, desk: "RenderState", job: Request) -> None:
        try:
            self._perform(desk, job)
        except Superseded:
            if isinstance(job, ViewRequest):
                self._put_back(job)
            elif isinstance(job, ExportPicture):
                self._emit(events.ExportCancelled())
        except UnpixelError as error:
            self._measured(job)
            self._emit(events.Failed(task(job), error.message))
        except MemoryError:
            self._measured(job)
            self._fail(job, message("not enough memory"), message("close other programs and try again"))
        except Exception as error:  # noqa: BLE001 - the thread's boundary: a defect is told, and the window lives on
            self._measured(job)
            traceback.print_exc(file=sys.__stderr__)
            self._fail(
                job, message("a defect in Unpixel ({why})", why=repr(error)), message("please report it")
            )

    def _fail(self, job: Request, reason: Message, remedy: Message) -> None:
        """What it is about is then no file but the task itself."""
        name = task(job)
        self._emit(events.Failed(name, errors.summary(message(name), reason, remedy)))

    def _perform(self, desk: "RenderState", job: Request) -> None:
        match job:
            case OpenPicture(source, orientation):
                desk.open(source, orientation)
            case RotatePicture(by):
                desk.turn(by)
            case CopyPixels(region):
                desk.take(region)
            case UseModel(model):
                desk.use(model)
                self._put_back(desk.last_look)
            case Reconfigure(resources):
                desk.equip(resources)
                self._put_back(desk.last_look)
            case ViewRequest():
                desk.look(job, self._unless_overtaken)
            case ProfileRequest():
                desk.trace(job, lambda: self._unless_outdated(job))
            case UncertaintyRequest():
                desk.doubt(job, lambda: self._unless_outdated(job))
            case DescribeModel() | AddModel() | RemoveModel() | MeasureModel():
                self._see_to(job, desk.compute)
            case ExportPicture():
                if desk.picture is None:
                    raise ExportError(
                        job.path, message("there is no picture to export"), message("open one first")
                    )
                desk.export(job, lambda: self._meanwhile(desk))

    def _see_to(self, errand: ModelRequest | MeasureModel, compute: "Compute") -> None:
        from engine.session import model_service

        if isinstance(errand, MeasureModel):
            model_service.measure(errand, compute, self._emit, lambda: self._unless_wanted(errand))
            self._measured(errand)
        else:
            for following in model_service.perform(errand, compute, self._emit):
                self._run_errand(following)

    def _unless_wanted(self, measure: MeasureModel) -> None:
        """Measuring gives way to everything, and begins anew after it."""
        with self._changed:
            waits = self._commands or self._look is not None or self._asides or self._errands or self._exports
            if self._closing or waits or self._measure is not measure:
                raise Superseded

    def _measured(self, job: Request) -> None:
        with self._changed:
            if self._measure is job:
                self._measure = None

    def _put_back(self, look: ViewRequest | None) -> None:
        """A view that a command interrupted, or whose model changed, is wanted still, unless a newer one is."""
        with self._changed:
            opening = any(isinstance(command, OpenPicture | RotatePicture) for command in self._commands)
            if look is not None and self._look is None and look.number == self._views and not opening:
                self._look = look

    @property
    def _amid_gesture(self) -> bool:
        """Whether a gesture's next frame waits."""
        with self._changed:
            return self._look is not None and self._look.moving

    @property
    def _wanted(self) -> bool:
        """Whether something waits that overtakes a view."""
        with self._changed:
            return self._closing or bool(self._commands) or self._look is not None

    def _unless_overtaken(self) -> None:
        if self._wanted:
            raise Superseded

    def _unless_outdated(self, aside: SideRequest) -> None:
        self._unless_overtaken()
        with self._changed:
            if type(aside) in self._asides:
                raise Superseded

    def _meanwhile(self, desk: "RenderState") -> None:
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
