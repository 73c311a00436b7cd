"""The engine as the viewer knows it: requests in, events out, one thread between. Importing this loads no torch.

Order of service: commands (open, model, settings), then the newest view, then side requests about it, then requests
about installed models, then exports, then speed measurements. A newer view cancels an older one between two pieces of
its work; an export serves more urgent requests between its own pieces. When nothing is left to do, the neighbours of
the picture are decoded (engine/session/preloader.py).

Threads: only the engine's thread serves requests and uses the render state. The decoder runs parts of its work in pool
threads (engine/compute/cores.py) and calls the cancellation check there too. In a pool thread the check may only raise
Superseded or return: a request served there would wait for the pool that is busy with its caller, for ever.
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
from engine.base.thread_priority import lower_priority
from engine.compute import freed_memory
from engine.decoding.line_profile import ProfileLine
from engine.decoding.uncertainty import UncertaintyKind
from engine.geometry.viewport import Region, Viewport
from engine.images.image import Image
from engine.session import events
from engine.session.preloader import Preloader
from engine.session.requests import (
    DEMO,
    SUBJECTS,
    AddModel,
    Command,
    CopyPixels,
    DescribeModel,
    ExportPicture,
    ListModels,
    MeasureModel,
    ModelRequest,
    OpenPicture,
    ProfileRequest,
    Reconfigure,
    RemoveModel,
    Request,
    RotatePicture,
    SideRequest,
    Task,
    UncertaintyRequest,
    UseModel,
    ViewRequest,
    task_of,
)

if TYPE_CHECKING:
    from engine.compute.device import Compute
    from engine.session.render_state import RenderState

TRIM_PERIOD = 0.25
"""Least seconds between two returns of freed memory to the system."""
NICENESS = 10
"""Gives the engine's thread a tenth of the window's share of a contended core, and all of an idle one."""


class Session:
    """Runs the engine's thread. Every method returns at once and may be called from any thread.

    Methods that make a request return its number; the events that answer it carry the number. `emit` is called with
    each event, in the engine's threads.
    """

    def __init__(
        self, emit: Callable[[events.Event], None], resources: Resources = DEFAULT_RESOURCES
    ) -> None:
        self._emit = emit
        self._resources = resources
        self._changed = threading.Condition()
        self._last_number = 0
        self._newest: dict[Task, int] = {}
        self._commands: deque[Command] = deque()
        self._view: ViewRequest | None = None
        self._side_requests: dict[type[SideRequest], SideRequest] = {}
        self._model_requests: deque[ModelRequest] = deque()
        self._exports: deque[ExportPicture] = deque()
        self._measurement: MeasureModel | None = None
        self._neighbours: tuple[int, tuple[Path, ...]] | None = None
        self._export_cancelled = False
        self._closing = False
        self._preloader = Preloader(emit)
        self._thread = threading.Thread(target=self._run, name="engine")
        self._thread.start()

    def newest(self, task: Task) -> int:
        """Returns the number of the newest request of a task; 0 if there was none."""
        with self._changed:
            return self._newest.get(task, 0)

    def open(self, path: Path, orientation: int = 0) -> int:
        """Opens a file in an orientation: PictureOpened and PictureSource, or Failed."""
        return self._command(lambda number: OpenPicture(number, path, orientation))

    def open_image(self, image: Image) -> int:
        """Opens a picture that is in memory: PictureOpened and PictureSource."""
        return self._command(lambda number: OpenPicture(number, image))

    def open_demo(self) -> int:
        """Draws and opens the demo picture: PictureOpened and PictureSource."""
        return self._command(lambda number: OpenPicture(number, DEMO))

    def preload(self, paths: tuple[Path, ...]) -> int:
        """Decodes neighbours of the picture, the likeliest first, once the engine is idle: Preloaded for each."""
        with self._changed:
            number = self._next_number()
            self._neighbours = number, paths
            self._changed.notify()
            return number

    def rotate(self, by: int) -> int:
        """Rotates the picture by an orientation: PictureOpened once more."""
        return self._command(lambda number: RotatePicture(number, by))

    def copy_pixels(self, region: Region) -> int:
        """Asks for the source px that a region touches: PixelsCopied."""
        return self._command(lambda number: CopyPixels(number, region))

    def use_model(self, model: str) -> int:
        """Changes the model: ModelReady or Failed. The newest view is made again."""
        return self._command(lambda number: UseModel(number, model))

    def reconfigure(self, resources: Resources) -> int:
        """Changes what the engine may use: ModelReady if there is a model, or Failed. The newest view is made again."""
        return self._command(lambda number: Reconfigure(number, resources))

    def request_view(
        self, view: Viewport, exact: bool = True, moving: bool = False, references: tuple[str, ...] = ()
    ) -> int:
        """Asks for a view and cancels the views before it.

        Answers: TilesReady for each group of tiles, then ViewSettled (a quick model's view amid a gesture has none).
        With references: TilesReady of each reference, and for a view at rest ReferencesSettled.
        """
        with self._changed:
            number = self._next_number(Task.VIEW)
            self._view = ViewRequest(number, view, time.perf_counter(), exact, moving, references)
            self._changed.notify()
            return number

    def request_profile(self, line: ProfileLine) -> int:
        """Asks for the colours along a line: ProfileReady, once the view is complete.

        There is no answer if a newer view, line or picture comes first, or if no model is loaded: ask again when the
        view has settled.
        """
        return self._side_request(Task.PROFILE, lambda number: ProfileRequest(number, line))

    def request_uncertainty(self, kind: UncertaintyKind, view: Viewport) -> int:
        """Asks how uncertain a view is: UncertaintyReady, under the conditions of `request_profile`."""
        return self._side_request(Task.UNCERTAINTY, lambda number: UncertaintyRequest(number, kind, view))

    def export(self, path: Path, region: Region | None, size: tuple[int, int], fidelity: float = 1.0) -> int:
        """Writes a file: ExportProgress repeatedly, then Exported, ExportCancelled or Failed."""
        with self._changed:
            number = self._next_number(Task.EXPORT)
            self._exports.append(ExportPicture(number, path, region, size, fidelity))
            self._changed.notify()
            return number

    def cancel_export(self) -> None:
        """Cancels the export that is running, and drops those that wait."""
        with self._changed:
            self._export_cancelled = True
            self._exports.clear()

    def list_models(self) -> int:
        """Asks for the installed models: ModelsListed, then ModelDescribed for each."""
        return self._model_request(ListModels)

    def describe_model(self, model: str) -> int:
        """Asks for the description of an installed model: ModelDescribed or Failed."""
        return self._model_request(lambda number: DescribeModel(number, model))

    def add_model(self, path: Path) -> int:
        """Copies the model of a file to the user's models: as list_models, or Failed."""
        return self._model_request(lambda number: AddModel(number, path))

    def remove_model(self, model: str) -> int:
        """Deletes one of the user's models: as list_models, or Failed."""
        return self._model_request(lambda number: RemoveModel(number, model))

    def measure_model(self, model: str, again: bool = False) -> int:
        """Measures an installed model when the engine is idle: ModelMeasured or Failed.

        again: even if it was measured before. A newer call replaces an older one.
        """
        with self._changed:
            number = self._next_number(Task.MODELS)
            self._measurement = MeasureModel(number, model, again)
            self._changed.notify()
            return number

    def cancel_measurement(self) -> None:
        """Cancels the measurement that waits or runs."""
        with self._changed:
            self._measurement = None

    def close(self) -> None:
        """Cancels all work and ends the threads; returns when they have ended."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()
        self._preloader.close()

    def _next_number(self, task: Task | None = None) -> int:
        """Returns the number of a new request. The lock is held."""
        self._last_number += 1
        if task is not None:
            self._newest[task] = self._last_number
        return self._last_number

    def _command(self, make: Callable[[int], Command]) -> int:
        with self._changed:
            command = make(self._last_number + 1)
            number = self._next_number(task_of(command))
            if isinstance(command, OpenPicture):
                # A picture that was never shown need not be opened or rotated, nor its view be made.
                self._commands = deque(c for c in self._commands if isinstance(c, UseModel | Reconfigure))
                self._view = None
                self._side_requests.clear()
            self._commands.append(command)
            self._changed.notify()
            return number

    def _side_request(self, task: Task, make: Callable[[int], SideRequest]) -> int:
        with self._changed:
            request = make(self._next_number(task))
            self._side_requests[type(request)] = request
            self._changed.notify()
            return request.number

    def _model_request(self, make: Callable[[int], ModelRequest]) -> int:
        with self._changed:
            request = make(self._next_number(Task.MODELS))
            self._model_requests.append(request)
            self._changed.notify()
            return request.number

    # What follows runs in the engine's thread.

    def _run(self) -> None:
        from engine.session.render_state import RenderState

        _yield_to_window()
        state, trimmed_at = RenderState(self._emit, self._preloader, self._resources), time.perf_counter()
        while (request := self._wait_for_request()) is not None:
            self._serve(state, request)
            # Views allocate blocks of ever other sizes, and the holes between cached blocks add up to more than the
            # caches. A view at rest can wait the few ms that returning them takes; a gesture cannot.
            at_rest = (
                isinstance(request, ViewRequest) and not request.moving and not self._gesture_frame_waits
            )
            if at_rest and time.perf_counter() - trimmed_at > TRIM_PERIOD:
                freed_memory.return_to_system()
                trimmed_at = time.perf_counter()

    def _wait_for_request(self) -> Request | None:
        """Waits for the next request to serve; None when the session closes."""
        with self._changed:
            while not self._closing:
                request: Request | None = self._take_urgent()
                if request is None and self._exports:
                    self._export_cancelled = False
                    request = self._exports.popleft()
                if request is None:
                    request = self._measurement
                if request is not None:
                    return request
                if self._neighbours is not None:
                    self._preloader.preload(*self._neighbours)
                    self._neighbours = None
                self._changed.wait()
            return None

    def _take_urgent(self) -> Command | ViewRequest | SideRequest | ModelRequest | None:
        """Takes the next request that goes before an export. The lock is held."""
        if self._commands:
            return self._commands.popleft()
        view, self._view = self._view, None
        if view is not None:
            return view
        if self._side_requests:
            return self._side_requests.pop(next(iter(self._side_requests)))
        return self._model_requests.popleft() if self._model_requests else None

    def _serve(self, state: "RenderState", request: Request) -> None:
        assert threading.current_thread() is self._thread, "requests are served in the engine's thread only"
        try:
            self._perform(state, request)
        except Superseded:
            if isinstance(request, ViewRequest):
                self._restore_view(request)
            elif isinstance(request, ExportPicture):
                self._emit(events.ExportCancelled(request.number))
        except UnpixelError as error:
            self._fail(request, error.message)
        except MemoryError:
            reason, remedy = message("not enough memory"), message("close other programs and try again")
            self._fail(request, _about_task(request, reason, remedy))
        except Exception as error:  # noqa: BLE001 - the thread's boundary: a defect is reported, and the window lives on
            traceback.print_exc(file=sys.__stderr__)
            reason = message("a defect in Unpixel ({why})", why=repr(error))
            self._fail(request, _about_task(request, reason, message("please report it")))

    def _fail(self, request: Request, reason: Message) -> None:
        self._finish_measurement(request)
        self._emit(events.Failed(request.number, task_of(request), reason))

    def _perform(self, state: "RenderState", request: Request) -> None:
        match request:
            case OpenPicture():
                state.open(request)
            case RotatePicture():
                state.rotate(request)
            case CopyPixels():
                state.copy_pixels(request)
            case UseModel():
                state.use_model(request)
                self._restore_view(state.last_view)
            case Reconfigure():
                state.reconfigure(request)
                self._restore_view(state.last_view)
            case ViewRequest():
                state.render_view(request, self._raise_if_superseded)
            case ProfileRequest():
                state.profile(request, lambda: self._raise_if_outdated(request))
            case UncertaintyRequest():
                state.uncertainty(request, lambda: self._raise_if_outdated(request))
            case ListModels() | DescribeModel() | AddModel() | RemoveModel():
                self._serve_models(request, state.compute)
            case MeasureModel():
                self._measure(request, state.compute)
            case ExportPicture():
                if state.picture is None:
                    reason = message("there is no picture to export")
                    raise ExportError(request.path, reason, message("open one first"))
                state.export(request, lambda: self._check_export(state))

    def _serve_models(self, request: ModelRequest, compute: "Compute") -> None:
        from engine.session import model_service

        following = model_service.perform(request, compute, self._emit)
        names = {each.model for each in following}
        with self._changed:
            # A newer listing describes each model anew.
            waiting = (
                r for r in self._model_requests if not (isinstance(r, DescribeModel) and r.model in names)
            )
            self._model_requests = deque([*waiting, *following])

    def _measure(self, request: MeasureModel, compute: "Compute") -> None:
        from engine.session import model_service

        model_service.measure(request, compute, self._emit, lambda: self._raise_if_not_idle(request))
        self._finish_measurement(request)

    def _raise_if_not_idle(self, measurement: MeasureModel) -> None:
        """A measurement gives way to every other request, and begins anew after it."""
        with self._changed:
            waiting = (
                self._commands
                or self._view is not None
                or self._side_requests
                or self._model_requests
                or self._exports
            )
            if self._closing or waiting or self._measurement is not measurement:
                raise Superseded

    def _finish_measurement(self, request: Request) -> None:
        with self._changed:
            if self._measurement is request:
                self._measurement = None

    def _restore_view(self, view: ViewRequest | None) -> None:
        """Queues a view again that a command interrupted or whose model changed, unless a newer one replaces it."""
        with self._changed:
            opening = any(isinstance(command, OpenPicture | RotatePicture) for command in self._commands)
            newest = view is not None and view.number == self._newest.get(Task.VIEW)
            if newest and self._view is None and not opening:
                self._view = view

    @property
    def _gesture_frame_waits(self) -> bool:
        with self._changed:
            return self._view is not None and self._view.moving

    def _raise_if_superseded(self) -> None:
        """The cancellation check of views: raises Superseded if a request waits that goes before them."""
        with self._changed:
            if self._closing or self._commands or self._view is not None:
                raise Superseded

    def _raise_if_outdated(self, request: SideRequest) -> None:
        """The cancellation check of side requests: they give way to views, and to a newer one of their type."""
        self._raise_if_superseded()
        with self._changed:
            if type(request) in self._side_requests:
                raise Superseded

    def _check_export(self, state: "RenderState") -> None:
        """The cancellation check of exports; in the engine's thread it also serves what is more urgent."""
        in_engine_thread = threading.current_thread() is self._thread
        while True:
            with self._changed:
                if self._closing or self._export_cancelled:
                    raise Superseded
                request = self._take_urgent() if in_engine_thread else None
            if request is None:
                return
            self._serve(state, request)


def _about_task(request: Request, reason: Message, remedy: Message) -> Message:
    """Returns the message of a failure that concerns no file: its subject is the task."""
    return errors.summary(message(SUBJECTS[task_of(request)]), reason, remedy)


def _yield_to_window() -> None:
    """Lets the window's thread go first where both want the same core.

    torch's threads wait asleep instead of spinning, which would occupy the window's core; torch reads the variable when
    it is loaded. Elsewhere than on Linux the system's scheduler favours the foreground window by itself.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    lower_priority(NICENESS)
